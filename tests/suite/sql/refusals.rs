//! Measures that have no translation are named, with the reason.

use std::rc::Rc;

use eligibility_check::rulebook::{MeasureId, RulePack};
use eligibility_check::sql::{ColumnMap, Dialect, Request, facts_select, query};
use serde_json::{Value, json};

use crate::support::{KIOSK, changed_pack, date};

/// The reason of a measure with splits that depend on each other.
const FIGURES: &str = "measure `old-kiosk` cannot be translated to SQL: it compares figures in a way that has no \
     translation";

/// The kiosk pack with one measure, which compares `takings` and `change` with each other, and
/// with more facts.
fn pack_with(condition: Value, more_facts: usize) -> Rc<RulePack> {
    let growth = json!({ "at-least": [{ "difference": ["takings", "change"] }, 100] });
    let size = json!({ "at-least": ["takings", 50] });
    changed_pack(KIOSK, |json| {
        for number in 0..more_facts {
            let mut fact = json["facts"][0].clone();
            fact["id"] = json!(format!("licence-{number}"));
            json["facts"].as_array_mut().unwrap().push(fact);
        }
        json["measures"].as_array_mut().unwrap().truncate(1);
        let criterion = &mut json["measures"][0]["criteria"][0];
        criterion["when"] = json!({ "all": [growth, size, condition] });
    })
}

/// The reasons why the measures of a pack have no translation.
fn refusals(pack: &RulePack, dialect: Dialect) -> Vec<String> {
    let columns = ColumnMap::derived(pack);
    let measures: Vec<MeasureId> = pack.measures.iter().map(|(measure, _)| measure).collect();
    let as_of = date("2019-05-10");
    let request = Request { pack, as_of, dialect, measures: &measures, reasons: None };
    let query = query(&request, &|facts| facts_select(pack, dialect, &columns, facts));
    assert_eq!(query.sql.is_empty(), !query.untranslatable.is_empty());
    query.untranslatable.iter().map(ToString::to_string).collect()
}

/// A condition with a number of thresholds: every second interval between them.
fn thresholds(count: usize) -> Value {
    let interval = |first: usize| {
        json!({ "all": [
            { "at-least": ["takings", 100 + first] },
            { "less-than": ["takings", 101 + first] },
        ] })
    };
    json!({ "any": (0..count / 2).map(|index| interval(2 * index)).collect::<Vec<_>>() })
}

/// A condition on a number of facts.
fn licences(count: usize) -> Value {
    let held = |number: usize| json!({ "is": [format!("licence-{number}"), true] });
    json!({ "all": (0..count).map(held).collect::<Vec<_>>() })
}

#[test]
fn a_mask_has_62_bits_for_the_regions_of_a_split() {
    // The size and 60 thresholds divide the takings into 62 regions.
    for dialect in Dialect::ALL {
        assert!(refusals(&pack_with(thresholds(60), 0), dialect).is_empty());
        assert_eq!(refusals(&pack_with(thresholds(62), 0), dialect), [FIGURES]);
    }
}

#[test]
fn a_mask_has_62_bits_for_the_splits_of_a_measure() {
    // Two splits of the takings, one of the day of opening, and one per licence.
    for dialect in Dialect::ALL {
        assert!(refusals(&pack_with(licences(59), 59), dialect).is_empty());
        assert_eq!(refusals(&pack_with(licences(60), 60), dialect), [FIGURES]);
    }
}
