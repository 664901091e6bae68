//! Parses a mapping file, and collects every fault with its JSON Pointer.
//!
//! Unknown keys are faults: a misspelt fact would otherwise silently keep its derived column.

use crate::rulebook::{FactKind, Json, RulePack, Value, closest_name};

use super::column_fault::ColumnFault;
use super::columns::{ChildTable, ColumnMap, FactColumn};

/// The mapping of a file, or all its faults.
pub(super) fn parse(pack: &RulePack, json: &Json) -> Result<ColumnMap, Vec<ColumnFault>> {
    let mut parser = Parser { pack, faults: Vec::new() };
    let map = parser.map(json);
    if parser.faults.is_empty() { Ok(map) } else { Err(parser.faults) }
}

struct Parser<'a> {
    pack: &'a RulePack,
    faults: Vec<ColumnFault>,
}

impl Parser<'_> {
    fn map(&mut self, json: &Json) -> ColumnMap {
        let mut map = ColumnMap::derived(self.pack);
        if !self.keys(json, "", &["table", "key", "unnamed", "facts"]) {
            return map;
        }
        if let Some(name) = json.get("table").and_then(|table| self.name(table, "/table")) {
            map.table = name;
        }
        if let Some(name) = json.get("key").and_then(|key| self.name(key, "/key")) {
            map.key = name;
        }
        let named_only = self.named_only(json);
        let Some(facts) = json.get("facts") else { return map };
        if !matches!(facts, Json::Object(_)) {
            self.fault("/facts", format!("expected an object of columns, {}", found(facts)));
            return map;
        }
        self.repeated(facts, "/facts");
        for (id, json) in facts.entries() {
            let at = format!("/facts/{}", escaped(id));
            let Some(fact) = self.pack.find_fact(id) else {
                let ids = self.pack.facts.iter().map(|(_, fact)| &*fact.id);
                let suggestion = closest_name(id, ids).map(str::to_owned);
                self.key_fault(&at, format!("no fact has the id `{id}`"), suggestion);
                continue;
            };
            let kind = &self.pack.facts[fact].kind;
            let column = self.column(kind, id, json, &at);
            if let (Some(column), Some((_, entry))) =
                (column, map.facts.iter_mut().find(|(id, _)| *id == fact))
            {
                *entry = column;
            }
        }
        if named_only {
            map.facts.retain(|(fact, _)| facts.get(&self.pack.facts[*fact].id).is_some());
        }
        map
    }

    /// Whether facts that the mapping does not name have no column.
    fn named_only(&mut self, json: &Json) -> bool {
        match json.get("unnamed") {
            None => false,
            Some(Json::String(text)) if text == "by-id" => false,
            Some(Json::String(text)) if text == "unanswered" => {
                if json.get("facts").is_none() {
                    let message = "expected `facts` with at least one column, found none";
                    self.fault("/unnamed", message.to_owned());
                }
                true
            }
            Some(other) => {
                let message = "expected `by-id` or `unanswered`";
                self.fault("/unnamed", format!("{message}, {}", found(other)));
                false
            }
        }
    }

    /// The column of a fact: its name, or an object.
    fn column(&mut self, kind: &FactKind, id: &str, json: &Json, at: &str) -> Option<FactColumn> {
        let mut column = FactColumn::derived(id);
        if let Json::String(_) = json {
            column.column = self.name(json, at)?;
            return Some(column);
        }
        if !matches!(json, Json::Object(_)) {
            let message = "expected the name of a column, or an object with it";
            self.fault(at, format!("{message}, {}", found(json)));
            return None;
        }
        self.keys(json, at, &["column", "values", "table", "key"]);
        if let Some(name) = json.get("column") {
            column.column = self.name(name, &format!("{at}/column"))?;
        }
        column.child = self.child(kind, json, at);
        if let Some(values) = json.get("values") {
            column.values = self.values(kind, values, &format!("{at}/values"));
        }
        Some(column)
    }

    /// The table with one row per choice, if the object has one.
    fn child(&mut self, kind: &FactKind, json: &Json, at: &str) -> Option<ChildTable> {
        let (table, key) = (json.get("table"), json.get("key"));
        let present = if table.is_some() { "table" } else { "key" };
        table.or(key)?;
        if !matches!(kind, FactKind::Choices(_)) {
            let message = format!(
                "only a `choices` fact can have a table of its own; this is a `{}` fact",
                kind.name()
            );
            self.fault(&format!("{at}/{present}"), message);
            return None;
        }
        let (Some(table), Some(key)) = (table, key) else {
            let absent = if table.is_some() { "key" } else { "table" };
            let message = format!("expected `table` and `key` together, found no `{absent}`");
            self.fault(&format!("{at}/{present}"), message);
            return None;
        };
        let table = self.name(table, &format!("{at}/table"));
        let key = self.name(key, &format!("{at}/key"));
        Some(ChildTable { table: table?, key: key? })
    }

    fn values(&mut self, kind: &FactKind, json: &Json, at: &str) -> Option<Vec<(String, Value)>> {
        if let FactKind::Number(_) | FactKind::Date = kind {
            let message = format!(
                "only a fact with options, or with yes and no, can have `values`; this is a `{}` \
                 fact",
                kind.name()
            );
            self.fault(at, message);
            return None;
        }
        if json.entries().is_empty() {
            let message = "expected an object with at least one value of the data";
            self.fault(at, format!("{message}, {}", found(json)));
            return None;
        }
        self.repeated(json, at);
        let mut values = Vec::new();
        for (text, json) in json.entries() {
            let at = format!("{at}/{}", escaped(text));
            if let Some(value) = self.value(kind, json, &at) {
                values.push((text.clone(), value));
            }
        }
        Some(values)
    }

    fn value(&mut self, kind: &FactKind, json: &Json, at: &str) -> Option<Value> {
        match (kind, json) {
            (FactKind::YesNo, Json::Bool(yes)) => return Some(Value::YesNo(*yes)),
            (FactKind::YesNo, _) => {
                self.fault(at, format!("expected `true` or `false`, {}", found(json)));
            }
            (_, Json::String(id)) => match kind.option(id) {
                Some(option) => return Some(Value::Options(option)),
                None => {
                    let ids = kind.options().iter().map(|option| &*option.id);
                    self.faults.push(ColumnFault {
                        pointer: at.to_owned(),
                        message: format!("the fact has no option `{id}`"),
                        suggestion: closest_name(id, ids).map(str::to_owned),
                        is_key: false,
                    });
                }
            },
            (_, _) => self.fault(at, format!("expected the id of an option, {}", found(json))),
        }
        None
    }

    /// The name of a table or column.
    fn name(&mut self, json: &Json, at: &str) -> Option<String> {
        let name = json.as_str().filter(|name| {
            !name.trim().is_empty() && !name.chars().any(|character| character.is_control())
        });
        if name.is_none() {
            let message = "expected a name without control characters";
            self.fault(at, format!("{message}, {}", found(json)));
        }
        name.map(str::to_owned)
    }

    /// Reports unknown and repeated keys. False if the value is not an object.
    fn keys(&mut self, json: &Json, at: &str, known: &[&str]) -> bool {
        if !matches!(json, Json::Object(_)) {
            self.fault(at, format!("expected an object, {}", found(json)));
            return false;
        }
        self.repeated(json, at);
        for (key, _) in json.entries().iter().filter(|(key, _)| !known.contains(&key.as_str())) {
            let names = known.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", ");
            let suggestion = closest_name(key, known.iter().copied()).map(str::to_owned);
            let message = format!("expected one of the keys {names}, found `{key}`");
            self.key_fault(&format!("{at}/{}", escaped(key)), message, suggestion);
        }
        true
    }

    fn repeated(&mut self, json: &Json, at: &str) {
        if let Some(key) = json.repeated_key() {
            let message = format!("expected the key `{key}` once, found it again");
            self.key_fault(&format!("{at}/{}", escaped(key)), message, None);
        }
    }

    fn fault(&mut self, at: &str, message: String) {
        let pointer = at.to_owned();
        self.faults.push(ColumnFault { pointer, message, suggestion: None, is_key: false });
    }

    fn key_fault(&mut self, at: &str, message: String, suggestion: Option<String>) {
        let pointer = at.to_owned();
        self.faults.push(ColumnFault { pointer, message, suggestion, is_key: true });
    }
}

/// The end of a message.
fn found(json: &Json) -> String {
    format!("found {}", json.describe())
}

/// A key as a token of a JSON Pointer.
fn escaped(token: &str) -> String {
    token.replace('~', "~0").replace('/', "~1")
}

#[cfg(test)]
mod tests {
    use super::*;

    const PACK: &str = include_str!("../../tests/transcripts/packs/kiosk.json");

    #[test]
    fn a_file_without_entries_maps_every_fact_to_its_id() -> Result<(), String> {
        let pack = RulePack::from_json(PACK).map_err(|error| error.to_string())?;
        let json = Json::parse("{}").map_err(|error| error.to_string())?;
        assert_eq!(ColumnMap::from_json(&pack, &json), Ok(ColumnMap::derived(&pack)));
        assert_eq!(FactColumn::derived("a-b-c").column, "a_b_c");
        Ok(())
    }
    #[test]
    fn facts_that_are_not_named_can_be_without_a_column() -> Result<(), String> {
        let pack = RulePack::from_json(PACK).map_err(|error| error.to_string())?;
        let (_, first) = pack.facts.iter().next().ok_or("the pack has a fact")?;
        let map = |unnamed: &str| {
            let text = format!(r#"{{"unnamed": "{unnamed}", "facts": {{"{}": "a"}}}}"#, first.id);
            let json = Json::parse(&text).map_err(|error| error.to_string())?;
            let faults = |faults: Vec<ColumnFault>| faults.iter().map(|of| &*of.message).collect();
            ColumnMap::from_json(&pack, &json).map_err(faults)
        };
        assert_eq!(map("by-id")?.facts.len(), pack.facts.len());
        assert_eq!(map("unanswered")?.facts.len(), 1);
        let message = "expected `by-id` or `unanswered`, found the string `none`";
        assert_eq!(map("none").map(|_| ()), Err(message.to_owned()));
        Ok(())
    }
}
