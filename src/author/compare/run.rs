//! The comparison.

use crate::author::text::Texts;
use crate::diagnostics::{AuthoredPack, parse};
use crate::diff::{Change, Comparison, ConditionChange, Meaning, Subject, Witness};
use crate::rulebook::{Locale, RulePack};
use crate::widget::Catalogue;

use super::compared::{
    CaseChange, CaseKind, Changes, CompareError, CompareInput, ItemChange, ItemKind, MeasureChange,
    ValueChange,
};
use super::example::example;
use super::result_words::ResultWords;

/// Compares two versions of a pack.
///
/// # Errors
///
/// A version has faults.
pub fn compare(input: &CompareInput) -> Result<Changes, CompareError> {
    let old = parse(&input.old).map_err(|faults| {
        let first = faults.first().map(|fault| fault.message.clone());
        CompareError::OldFaults(faults.len(), first.unwrap_or_default())
    })?;
    let new = parse(&input.new).map_err(|_| CompareError::NewFaults)?;
    let mut comparison = Comparison::new(&old, &new);
    let mut changes = Changes {
        other_policy: (old.pack.id != new.pack.id).then(|| old.pack.id.to_string()),
        old_version: old.pack.version.to_string(),
        new_version: new.pack.version.to_string(),
        ..Changes::default()
    };
    if !input.scenarios.trim().is_empty() {
        // The checks show the faults of the scenarios.
        let _ = comparison.add_scenarios(&old.pack, &new.pack, &input.scenarios);
    }
    let packs =
        Packs { old: &old, new: &new, locale: new.pack.language(input.locale), page: input.locale };
    let (wording, meaning) =
        (|change: &&Change| is_wording(change), |change: &&Change| !is_wording(change));
    changes.wording = packs.items(comparison.changes.iter().filter(wording));
    let items = packs.items(comparison.changes.iter().filter(meaning));
    let (measures, others) = items.into_iter().partition(|item| item.list == "measures");
    changes.items = others;
    changes.measures = packs.measures(measures, &comparison.meanings);
    changes.compared_scenarios = comparison.outcomes.compared;
    let results = ResultWords { old: &old.pack, new: &new.pack, locale: input.locale };
    changes.scenarios = results.changes(&comparison.outcomes.found);
    changes.unreadable = comparison.outcomes.unreadable;
    Ok(changes)
}

fn is_wording(change: &Change) -> bool {
    change.subject == Subject::Wording
}

/// Both versions, and the languages of titles and of the page.
struct Packs<'a> {
    old: &'a AuthoredPack,
    new: &'a AuthoredPack,
    locale: Locale,
    page: Locale,
}

impl Packs<'_> {
    /// The changed items, in their order.
    fn items<'c>(&self, changes: impl Iterator<Item = &'c Change>) -> Vec<ItemChange> {
        let mut items: Vec<ItemChange> = Vec::new();
        for change in changes {
            let (list, id) = &change.item;
            if items.last().is_none_or(|last| last.list != *list || last.id != *id) {
                let kind = match (&change.before, &change.after) {
                    (None, Some(_)) if change.path.is_empty() => ItemKind::Added,
                    (Some(_), None) if change.path.is_empty() => ItemKind::Removed,
                    _ => ItemKind::Changed,
                };
                let title = match list.as_str() {
                    "measures" => self.measure_title(id),
                    _ => change.title().unwrap_or_default().to_owned(),
                };
                let (list, id) = (list.clone(), id.clone());
                items.push(ItemChange { list, id, title, kind, values: Vec::new() });
            }
            let Some(item) = items.last_mut().filter(|_| !change.path.is_empty()) else { continue };
            item.values.extend(change.excerpts().into_iter().map(|excerpt| ValueChange {
                path: excerpt.path,
                before: excerpt.before,
                after: excerpt.after,
            }));
        }
        items
    }

    /// The measures that changed themselves, or through what they name.
    fn measures(&self, items: Vec<ItemChange>, meanings: &[Meaning]) -> Vec<MeasureChange> {
        let mut measures: Vec<MeasureChange> = items
            .into_iter()
            .map(|item| {
                let meaning = meanings.iter().find(|meaning| meaning.measure == item.id);
                self.measure(item, meaning)
            })
            .collect();
        for meaning in meanings {
            let is_listed = measures.iter().any(|measure| measure.item.id == meaning.measure);
            let is_unchanged = meaning.change.as_ref().is_some_and(ConditionChange::is_unchanged);
            if !is_listed && !is_unchanged {
                let item = ItemChange {
                    list: "measures".to_owned(),
                    id: meaning.measure.clone(),
                    title: self.measure_title(&meaning.measure),
                    kind: ItemKind::Changed,
                    values: Vec::new(),
                };
                measures.push(self.measure(item, Some(meaning)));
            }
        }
        measures
    }

    fn measure(&self, item: ItemChange, meaning: Option<&Meaning>) -> MeasureChange {
        let change = meaning.and_then(|meaning| meaning.change.as_ref());
        let through = meaning.map(|meaning| meaning.through.as_slice()).unwrap_or_default();
        let (texts, colon) = (Texts::of(self.page), Catalogue::of(self.page).colon());
        let cases = change.into_iter().flat_map(ConditionChange::witnesses);
        let cases = cases.filter_map(|(key, witness)| {
            let kind = kind(key)?;
            let example = match witness {
                Witness::None => return None,
                Witness::Unknown => None,
                Witness::Example(case) => {
                    let name = format!("{}{colon}{}", item.title, kind.words(&texts.compare));
                    Some(example(&self.new.pack, self.locale, &name, &item.id, case))
                }
            };
            Some(CaseChange { kind, example })
        });
        MeasureChange {
            through: through.to_vec(),
            is_comparable: meaning.is_none_or(|meaning| meaning.change.is_some()),
            is_met_alike: change.is_some_and(ConditionChange::is_met_alike),
            cases: cases.collect(),
            item,
        }
    }

    fn measure_title(&self, id: &str) -> String {
        let title = |pack: &RulePack| {
            let measure = &pack.measures[pack.find_measure(id)?];
            Some(measure.title.get(pack.language(self.locale)).to_string())
        };
        title(&self.new.pack).or_else(|| title(&self.old.pack)).unwrap_or_default()
    }
}

/// The kind with a key of [`ConditionChange::witnesses`].
fn kind(key: &str) -> Option<CaseKind> {
    serde_json::from_value(serde_json::Value::String(key.to_owned())).ok()
}
