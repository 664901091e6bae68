//! The numbers and days that the rules compare each fact with.

use std::collections::{BTreeMap, BTreeSet};

use eligibility_check::rulebook::{Date, Decimal, Json, RulePack, parse_date};

/// The constants in the comparisons of each fact, by fact id.
#[derive(Default)]
pub(crate) struct Thresholds {
    /// Numbers. Those of a date fact are months or days.
    pub(crate) numbers: BTreeMap<String, Vec<Decimal>>,
    /// Days
    pub(crate) days: BTreeMap<String, Vec<Date>>,
}

/// The keys of comparisons, and of tables and grants with several bounds.
const SCOPES: [&str; 9] =
    ["is", "at-least", "more-than", "at-most", "less-than", "points", "percent", "rate", "tiers"];

/// The constants and the facts of one comparison.
#[derive(Default)]
struct Scope {
    numbers: BTreeSet<Decimal>,
    days: BTreeSet<Date>,
    facts: BTreeSet<String>,
}

impl Thresholds {
    /// Reads them from the authored pack. A comparison may name a quantity that is defined
    /// elsewhere; `bisect.rs` finds the bounds of such facts.
    pub(crate) fn of(pack: &RulePack, document: &Json) -> Thresholds {
        let mut thresholds = Thresholds::default();
        thresholds.visit(pack, document);
        for numbers in thresholds.numbers.values_mut() {
            numbers.sort_unstable();
            numbers.dedup();
        }
        thresholds
    }

    fn visit(&mut self, pack: &RulePack, json: &Json) {
        for (key, value) in json.entries() {
            if SCOPES.contains(&key.as_str()) {
                let mut scope = Scope::default();
                scope.collect(pack, value);
                for fact in &scope.facts {
                    self.numbers.entry(fact.clone()).or_default().extend(&scope.numbers);
                    self.days.entry(fact.clone()).or_default().extend(&scope.days);
                }
            }
            self.visit(pack, value);
        }
        json.items().iter().for_each(|item| self.visit(pack, item));
    }
}

impl Scope {
    fn collect(&mut self, pack: &RulePack, json: &Json) {
        match json {
            Json::Integer(value) => drop(self.numbers.insert(Decimal::from_integer(*value))),
            Json::Number(text) => self.numbers.extend(text.parse::<Decimal>()),
            Json::String(text) => {
                if pack.find_fact(text).is_some() {
                    self.facts.insert(text.clone());
                }
                self.numbers.extend(text.parse::<Decimal>());
                self.days.extend(parse_date(text));
            }
            _ => {}
        }
        json.entries().iter().for_each(|(_, value)| self.collect(pack, value));
        json.items().iter().for_each(|item| self.collect(pack, item));
    }
}
