//! The keys that help with input: `usual`, `future`, `synonyms` and `relations`.

use eligibility_check::rulebook::{BrowserPack, FactKind, FaultCode, Locale, RulePack};
use serde_json::{Value, json};

use crate::support::{FERRY, changed_pack, fact};

/// The ferry pack with every key.
fn with_keys(json: &mut Value) {
    let text = |text: &str| json!({"zh-Hans": text, "zh-Hant": text, "en": text});
    for fact in json["facts"].as_array_mut().unwrap() {
        if fact["kind"] == "date" {
            fact["future"] = json!(true);
        }
        if let Some(number) = fact["kind"].get_mut("number") {
            number["usual"] = json!([1, "2.5"]);
        }
        for kind in ["choice", "choices"] {
            if let Some(options) = fact["kind"].get_mut(kind) {
                options[0]["synonyms"] = json!([text("pier")]);
            }
        }
    }
    json["measures"][0]["synonyms"] = json!([text("boat"), text("R&D")]);
    let term = json["terms"][0]["id"].clone();
    json["relations"] = json!([{"holds": {"term": term}, "message": text("impossible")}]);
}

fn faults(change: impl FnOnce(&mut Value)) -> Vec<(FaultCode, String)> {
    let mut json: Value = serde_json::from_str(FERRY).unwrap();
    change(&mut json);
    let error = RulePack::from_json(&json.to_string()).unwrap_err();
    error.faults().iter().map(|fault| (fault.code, fault.pointer.clone())).collect()
}

/// The index of the first fact of a kind.
fn of_kind(json: &Value, kind: &str) -> usize {
    let facts = json["facts"].as_array().unwrap();
    let is_kind = |fact: &Value| fact["kind"] == kind || fact["kind"].get(kind).is_some();
    facts.iter().position(is_kind).unwrap()
}

#[test]
fn a_browser_pack_keeps_the_keys_in_its_language() {
    let authored = changed_pack(FERRY, with_keys);
    let text = BrowserPack::encode(&authored, Locale::En, &Default::default());
    let decoded = BrowserPack::decode(&text).unwrap().rules;
    for pack in [&*authored, &decoded] {
        let words = pack.measures.iter().next().unwrap().1.synonyms.iter();
        assert_eq!(
            words.map(|word| word.get(Locale::En)).collect::<Vec<_>>(),
            ["boat".into(), "R&D".into()]
        );
        assert_eq!(&*pack.relations[0].message.get(Locale::En), "impossible");
        for (_, fact) in pack.facts.iter() {
            assert_eq!(fact.future, matches!(fact.kind, FactKind::Date));
            if let FactKind::Number(number) = &fact.kind {
                assert_eq!(
                    number.usual.map(|usual| usual.map(|at| at.to_string())),
                    Some(["1".to_owned(), "2.5".to_owned()])
                );
            }
            if let [first, ..] = fact.kind.options() {
                assert_eq!(&*first.synonyms[0].get(Locale::En), "pier");
            }
        }
    }
    assert_eq!(authored.fingerprint, decoded.fingerprint);
}

#[test]
fn usual_values_are_two_decimals_in_order_within_the_bounds() {
    for (usual, code) in [
        (json!([5, 5]), FaultCode::BadRange),
        (json!([5, 1]), FaultCode::BadRange),
        (json!([-1, 5]), FaultCode::BadRange),
        (json!([1, 101]), FaultCode::BadRange),
        (json!([1, "many"]), FaultCode::BadDecimal),
        (json!([1]), FaultCode::WrongType),
    ] {
        let found = faults(|json| {
            let fact = of_kind(json, "number");
            let number = &mut json["facts"][fact]["kind"]["number"];
            (number["min"], number["max"]) = (json!(0), json!(100));
            number["usual"] = usual.clone();
        });
        assert!(found.iter().all(|(_, at)| at.contains("/kind/number/usual")), "{found:?}");
        assert_eq!(found.iter().map(|(code, _)| *code).collect::<Vec<_>>(), [code], "{usual}");
    }
}

#[test]
fn only_a_date_may_lie_in_the_future() {
    let mut at = 0;
    let found = faults(|json| {
        at = of_kind(json, "number");
        json["facts"][at]["future"] = json!(true);
    });
    assert_eq!(found, [(FaultCode::WrongKind, format!("/facts/{at}/future"))]);
}

#[test]
fn two_dates_can_be_compared() {
    use eligibility_check::rulebook::{Comparison, Quantity, When};
    let pack = changed_pack(FERRY, |json| {
        let date = of_kind(json, "date");
        let mut other = json["facts"][date].clone();
        let id = other["id"].clone();
        other["id"] = json!("later");
        other.as_object_mut().unwrap().remove("ask-when");
        json["facts"].as_array_mut().unwrap().push(other);
        let message = json["title"].clone();
        for (operator, operands) in [
            ("at-most", json!([id, "later"])),
            ("before", json!([id, "later"])),
            ("is", json!([id, "later"])),
        ] {
            let relation = json!({"holds": {operator: operands}, "message": message});
            match json.get_mut("relations") {
                Some(relations) => relations.as_array_mut().unwrap().push(relation),
                None => json["relations"] = json!([relation]),
            }
        }
    });
    let later = fact(&pack, "later");
    let comparisons = pack.relations.iter().map(|relation| match &relation.holds {
        When::Compare(Quantity::DaysSince(_), comparison, Quantity::DaysSince(right)) => {
            (*right == later).then_some(*comparison)
        }
        _ => None,
    });
    // The earlier date has more days since it.
    let expected = [Comparison::AtLeast, Comparison::MoreThan, Comparison::Is].map(Some);
    assert_eq!(comparisons.collect::<Vec<_>>(), expected);
}

#[test]
fn a_date_is_not_compared_with_a_number() {
    let found = faults(|json| {
        let (date, number) = (of_kind(json, "date"), of_kind(json, "number"));
        let operands = json!([json["facts"][date]["id"], json["facts"][number]["id"]]);
        let message = json["title"].clone();
        json["relations"] = json!([{"holds": {"at-most": operands}, "message": message}]);
    });
    assert_eq!(found, [(FaultCode::WrongKind, "/relations/0/holds/at-most/1".to_owned())]);
}
