//! Topics, groups of questions and weights are checked like the rest of a pack.

use std::collections::BTreeMap;

use eligibility_check::rulebook::{BrowserPack, Locale, RulePack, Value};
use serde_json::json;

use crate::support::{HARBOUR, changed_pack, fact};

/// The faults of the harbour pack with these topics and groups of questions.
fn faults(topics: serde_json::Value, groups: serde_json::Value) -> Vec<String> {
    let mut pack: serde_json::Value = serde_json::from_str(HARBOUR).unwrap();
    pack["topics"] = topics;
    pack["ask-together"] = groups;
    let error = RulePack::from_json(&pack.to_string()).unwrap_err();
    let describe = |fault: &eligibility_check::rulebook::Fault| {
        let suggestion = fault.suggestion.as_deref().unwrap_or("-");
        format!("{} {}: {fault} ({suggestion})", fault.code.name(), fault.pointer)
    };
    error.faults().iter().map(describe).collect()
}

fn topic(measures: &[&str], preset: serde_json::Value) -> serde_json::Value {
    json!({"id": "all", "title": "标题", "summary": "说明", "measures": measures, "preset": preset})
}

#[test]
fn a_pack_with_topics_keeps_them_in_the_browser() {
    let pack = changed_pack(HARBOUR, |pack| {
        pack["measures"][0]["weight"] = json!(7);
        pack["topics"] = json!([
            topic(
                &["growth", "newcomer"],
                json!({
                    "staff": 3, "registered": true, "scale": "medium", "founded": "2010-02-03",
                    "honours": ["exporter", "inventor"], "revenue": "37.5"
                }),
            ),
            {"id": "open", "title": "人人可用", "summary": "说明", "measures": ["rent"], "ask": false},
        ]);
        pack["ask-together"] = json!([
            {"facts": ["staff", "revenue"], "title": "规模",
             "computed": {"ratio": ["revenue", "staff"]}},
        ]);
    });
    let text = BrowserPack::encode(&pack, Locale::ZhHans, &BTreeMap::new());
    let decoded = BrowserPack::decode(&text).unwrap().rules;
    for pack in [&*pack, &decoded] {
        let topic = &pack.topics[pack.find_topic("all").unwrap()];
        let measures = topic.measures.iter().map(|measure| &*pack.measures[*measure].id);
        assert_eq!(measures.collect::<Vec<_>>(), ["growth", "newcomer"]);
        assert_eq!(topic.preset.len(), 6);
        assert_eq!(topic.preset[0], (fact(pack, "registered"), Value::YesNo(true)));
        assert!(topic.ask && !pack.topics[pack.find_topic("open").unwrap()].ask);
        let group = pack.group_of(fact(pack, "revenue")).unwrap();
        assert_eq!(group.facts, [fact(pack, "staff"), fact(pack, "revenue")]);
        assert!(group.computed.is_some() && pack.group_of(fact(pack, "scale")).is_none());
        assert_eq!(pack.measures[pack.find_measure("newcomer").unwrap()].weight, Some(7));
    }
    assert_eq!(BrowserPack::encode(&decoded, Locale::ZhHans, &BTreeMap::new()), text);
}

#[test]
fn a_topic_refers_to_each_measure_once() {
    let topics = json!([topic(&["growth", "groth", "growth"], json!({}))]);
    assert_eq!(
        faults(topics, json!([])),
        [
            "unknown-id /topics/0/measures/1: unknown id `groth`, expected the id of a measure \
             (growth)",
            "duplicate-id /topics/0/measures/2: repeated id `growth`, expected each measure of a \
             topic once (-)",
        ]
    );
}

#[test]
fn a_preset_answer_has_the_kind_of_its_fact() {
    let preset = json!({
        "registred": true, "registered": "yes", "scale": "meduim", "honours": "exporter",
        "founded": "2019/02/03", "revenue": "37.123", "staff": 0
    });
    assert_eq!(
        faults(json!([topic(&["growth"], preset)]), json!([])),
        [
            "unknown-id /topics/0/preset/registred: unknown id `registred`, expected the id of a \
             fact (registered)",
            "wrong-type /topics/0/preset/registered: expected `true` or `false`, found the \
             string `yes` (true)",
            "unknown-option /topics/0/preset/scale: unknown option `meduim`, expected an option \
             of the fact: `small`, `medium`, `large` (medium)",
            "wrong-type /topics/0/preset/honours: expected a list of options, found the string \
             `exporter` (-)",
            "bad-date /topics/0/preset/founded: expected a valid date, found the string \
             `2019/02/03` (2019-02-03)",
            "bad-range /topics/0/preset/revenue: expected a number that the fact allows, found \
             `37.123` (-)",
            "bad-range /topics/0/preset/staff: expected a number that the fact allows, found `0` \
             (-)",
        ]
    );
}

#[test]
fn a_fact_is_in_one_group_of_questions() {
    let groups = json!([
        {"facts": ["staff", "revenue"]},
        {"facts": ["revenue", "scale", "scal"], "computed": {"ratio": ["founded", "staff"]}},
    ]);
    assert_eq!(
        faults(json!([]), groups),
        [
            "unknown-id /ask-together/1/facts/2: unknown id `scal`, expected the id of a fact \
             (scale)",
            "duplicate-id /ask-together/1/facts/0: repeated id `revenue`, expected each fact in \
             `ask-together` once (-)",
            "wrong-kind /ask-together/1/computed/ratio/0: expected a `number` fact, found \
             `founded`, a `date` fact (-)",
        ]
    );
}
