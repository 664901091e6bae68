//! Application windows: their days, and conditions for some applicants only.

use std::collections::BTreeMap;

use eligibility_check::rulebook::{BrowserPack, Fault, Locale, RulePack};
use serde_json::{Value, json};

use crate::support::{HARBOUR, changed_pack, fact};

/// The faults of the harbour pack with these windows of its first measure.
fn faults(windows: Value) -> Vec<String> {
    let mut pack: Value = serde_json::from_str(HARBOUR).unwrap();
    pack["measures"][0]["windows"] = windows;
    let error = RulePack::from_json(&pack.to_string()).unwrap_err();
    let describe = |fault: &Fault| format!("{} {}", fault.code.name(), fault.pointer);
    error.faults().iter().map(describe).collect()
}

#[test]
fn a_window_without_a_day_and_a_condition_about_an_unknown_fact_are_reported() {
    let windows = json!([
        { "label": "第一批" },
        { "to": "2019-03-31", "only-for": { "is": ["registred", true] } },
        { "from": "2019-03-31", "to": "2019-03-01" },
        { "to": "2019-03-31", "for": true },
    ]);
    assert_eq!(
        faults(windows),
        [
            "missing-key /measures/0/windows/0",
            "unknown-key /measures/0/windows/3/for",
            "unknown-id /measures/0/windows/1/only-for/is/0",
            "bad-range /measures/0/windows/2",
        ]
    );
}

#[test]
fn a_window_for_some_is_kept_in_the_browser_and_its_fact_belongs_to_the_measure() {
    let pack = changed_pack(HARBOUR, |pack| {
        let section = pack["sections"][0]["id"].clone();
        let ashore = json!({ "id": "ashore", "kind": "yes-no", "section": section,
            "question": "在岸上吗" });
        pack["facts"].as_array_mut().unwrap().push(ashore);
        pack["measures"][0]["windows"] =
            json!([{ "to": "2019-03-31", "only-for": { "is": ["ashore", true] } }]);
    });
    let text = BrowserPack::encode(&pack, Locale::ZhHans, &BTreeMap::new());
    let decoded = BrowserPack::decode(&text).unwrap().rules;
    for pack in [&*pack, &decoded] {
        let (id, measure) = pack.measures.iter().next().unwrap();
        assert!(measure.windows[0].only_for.is_some() && measure.windows[0].period.from.is_none());
        assert!(pack.facts_of(id).contains(&fact(pack, "ashore")));
    }
    assert_eq!(BrowserPack::encode(&decoded, Locale::ZhHans, &BTreeMap::new()), text);
}
