//! Definitions, grants, groups, operators, numbers and kinds are changed.

use eligibility_check::author::model::{
    Choices, ConditionForm, FactKindForm, FactOperator, Facts, GrantKind, GroupKind, NumberForm,
    NumberKind, TextForm, add_definition, add_id, begin_condition, decimal_text, new_criterion,
    new_item, operators, remove_id, set_fact_kind, set_grant, set_group, set_text, toggled,
    typed_decimal, with_number_kind, with_operator,
};
use eligibility_check::rulebook::{Json, Kind, RulePack};

use super::{GUIDE, PACKS, after, json, parsed};
use crate::support::{FERRY, HARBOUR};

const WHEN: &str = "/measures/0/criteria/0/when";

fn assert_valid(text: &str) {
    if let Err(error) = RulePack::from_json(text) {
        panic!("{error}\n{text}");
    }
}

#[test]
fn a_typed_number_is_a_number_in_every_usual_form() {
    let typed = |text: &str| typed_decimal(text).map(|json| json.to_text());
    let expected = [
        ("200", "200"),
        (" 1,000 ", "1000"),
        ("２００", "200"),
        ("37.50", "\"37.50\""),
        ("-5", "-5"),
        ("１，０００．５", "\"1000.5\""),
    ];
    for (text, value) in expected {
        assert_eq!(typed(text).as_deref(), Some(value), "{text}");
    }
    for text in ["", "many", "1.", ".5", "1e3", "--1", "1.2.3", "0x10"] {
        assert_eq!(typed(text), None, "{text}");
    }
    assert_eq!(decimal_text(&json("\"37.50\"")), "37.50");
}

#[test]
fn a_separator_without_three_digits_after_it_is_refused() {
    let typed = |text: &str| typed_decimal(text).map(|json| json.to_text());
    for text in ["1,5", "1 5", "1，50", "5,0000", "5000,", ",500", "1,,000", "37.5 1", "1.000,5"] {
        assert_eq!(typed(text), None, "{text}");
    }
    for text in ["12,345,678", "12 345 678", "12， 345， 678", "- 12,345,678"] {
        let value = typed(text).map(|text| text.replace('-', ""));
        assert_eq!(value.as_deref(), Some("12345678"), "{text}");
    }
}

#[test]
fn a_definition_of_each_kind_is_added_at_the_end_of_its_list() {
    for kind in Kind::ALL {
        for pack in [GUIDE, FERRY] {
            let (edits, pointer) = add_definition(&parsed(pack), kind).unwrap();
            let new = edits.apply(pack);
            let document = parsed(&new);
            assert!(document.value(&pointer).unwrap().get("id").is_some());
            // An assumption has to assume something, which only its author knows.
            if kind != Kind::Assumption {
                assert_valid(&new);
            }
        }
    }
}

#[test]
fn a_grant_of_each_kind_becomes_one_of_every_other_kind() {
    let with_number = add_definition(&parsed(GUIDE), Kind::Fact).unwrap().0.apply(GUIDE);
    let with_number = after(&with_number, |document| {
        set_fact_kind(document, "/facts/1", &FactKindForm::Number("万元".to_owned()))
    });
    for first in GrantKind::ALL {
        let text = after(&with_number, |document| set_grant(document, "/measures/0", first));
        assert_valid(&text);
        for second in GrantKind::ALL {
            let text = after(&text, |document| set_grant(document, "/measures/0", second));
            assert_valid(&text);
            let grant = parsed(&text).value("/measures/0/grants").unwrap().clone();
            assert!(grant.get(second.key()).is_some());
            assert_eq!(grant.entries().len(), 3);
        }
    }
}

#[test]
fn a_grant_keeps_its_amount_and_its_unit() {
    let text = after(GUIDE, |document| set_grant(document, "/measures/0", GrantKind::Fixed));
    let text = after(&text, |document| {
        document.set("/measures/0/grants/fixed", &json(r#"{"amount": "7.5", "unit": "元"}"#))
    });
    let text = after(&text, |document| set_grant(document, "/measures/0", GrantKind::UpTo));
    let figure = parsed(&text).value("/measures/0/grants/up-to").unwrap().clone();
    assert_eq!(figure, json(r#"{"amount": "7.5", "unit": "元"}"#));
}

#[test]
fn a_group_keeps_its_parts() {
    let group = r#"{"all": [{"is": ["registered", true]}, {"is": ["registered", false]}]}"#;
    let all = after(GUIDE, |document| document.set(WHEN, &json(group)));
    let change = |text: &str, kind| after(text, |document| set_group(document, WHEN, kind));
    let any = change(&all, GroupKind::Any);
    let some = change(&any, GroupKind::AtLeastOf);
    assert_eq!(
        parsed(&some).value(WHEN).unwrap().to_text(),
        r#"{"at-least-of":[1,{"is":["registered",true]},{"is":["registered",false]}]}"#
    );
    let back = change(&some, GroupKind::All);
    assert_eq!(parsed(&back).value(WHEN), Some(&json(group)));
    let not = change(&all, GroupKind::Not);
    assert!(parsed(&not).value(&format!("{WHEN}/not/all/1")).is_some());
    assert_valid(&not);
}

#[test]
fn every_operator_can_follow_every_other_one() {
    for pack in [FERRY, HARBOUR] {
        let document = parsed(pack);
        let facts = Facts::read(document.json(), "en");
        for fact in &facts.facts {
            for first in operators(&fact.kind) {
                let form = ConditionForm::Raw(Json::Null);
                let json = with_operator(&form, fact, *first, "2020-01-01").unwrap();
                let form = ConditionForm::read(&json, &facts);
                assert_eq!(form.fact_operator(), Some((fact.id.as_str(), *first)));
                for second in operators(&fact.kind) {
                    let json = with_operator(&form, fact, *second, "2020-01-01").unwrap();
                    let form = ConditionForm::read(&json, &facts);
                    assert_eq!(form.fact_operator(), Some((fact.id.as_str(), *second)));
                }
            }
        }
    }
}

#[test]
fn a_bound_stays_when_the_operator_changes() {
    let facts = Facts::read(
        &json(r#"{"facts": [{"id": "staff", "kind": {"number": {"unit": "人"}}}]}"#),
        "en",
    );
    let fact = facts.find("staff").unwrap();
    let change = |text: &str, operator| {
        let form = ConditionForm::read(&json(text), &facts);
        with_operator(&form, fact, operator, "2020-01-01").unwrap().to_text()
    };
    let least = r#"{"at-least": ["staff", 200]}"#;
    assert_eq!(change(least, FactOperator::LessThan), r#"{"less-than":["staff",200]}"#);
    assert_eq!(change(least, FactOperator::Between), r#"{"between":["staff",200,200]}"#);
    let between = r#"{"between": ["staff", 10, 20]}"#;
    assert_eq!(change(between, FactOperator::MoreThan), r#"{"more-than":["staff",10]}"#);
}

#[test]
fn an_option_is_added_in_the_order_of_the_fact_and_unknown_ones_stay() {
    let all = ["a", "b", "c"].map(str::to_owned);
    let ids = |choices: &Choices| choices.ids().to_vec().join(" ");
    let one = Choices::One("c".to_owned());
    let two = toggled(&one, "a", &all);
    assert_eq!(ids(&two), "a c");
    assert_eq!(ids(&toggled(&two, "c", &all)), "a");
    let faulty = Choices::List(vec!["gone".to_owned(), "b".to_owned()]);
    assert_eq!(ids(&toggled(&faulty, "a", &all)), "a b gone");
    assert_eq!(ids(&toggled(&faulty, "gone", &all)), "b");
}

#[test]
fn a_number_of_each_kind_becomes_one_of_every_other_kind() {
    let pack = json(
        r#"{"facts": [{"id": "staff", "kind": {"number": {"unit": "人"}}},
        {"id": "founded", "kind": "date"}], "quantities": [{"id": "total", "quantity": "staff"}]}"#,
    );
    let facts = Facts::read(&pack, "en");
    for first in NumberKind::ALL {
        let start = NumberForm::Constant(Json::Integer(3));
        let json = with_number_kind(&start, first, &pack, &facts).unwrap();
        let number = NumberForm::read(&json, &facts);
        assert_eq!(NumberKind::of(&number), Some(first), "{}", json.to_text());
        for second in NumberKind::ALL {
            let json = with_number_kind(&number, second, &pack, &facts).unwrap();
            let number = NumberForm::read(&json, &facts);
            assert_eq!(NumberKind::of(&number), Some(second), "{}", json.to_text());
        }
    }
    let empty = json("{}");
    let none = Facts::read(&empty, "en");
    let start = NumberForm::Constant(Json::Integer(3));
    assert_eq!(with_number_kind(&start, NumberKind::MonthsSince, &empty, &none), None);
}

#[test]
fn options_stay_when_a_choice_becomes_several() {
    let document = parsed(PACKS[0]);
    let facts = Facts::read(document.json(), "en");
    let choice = facts.facts.iter().find(|fact| matches!(fact.kind, FactKindForm::Choice(_)));
    let pointer = &choice.unwrap().pointer;
    let old = document.value(pointer).unwrap().get("kind").unwrap().get("choice").unwrap();
    let new = after(PACKS[0], |document| {
        set_fact_kind(document, pointer, &FactKindForm::Choices(Vec::new()))
    });
    assert_eq!(parsed(&new).value(&format!("{pointer}/kind/choices")), Some(old));
}

#[test]
fn a_first_condition_makes_the_text_decide() {
    let criterion = "/measures/0/criteria/0";
    let directional = after(GUIDE, |document| {
        document.set(&format!("{criterion}/grade"), &json("\"directional\""))
    });
    let office_decides = after(&directional, |document| document.remove(WHEN));
    let when = json(r#"{"is": ["registered", true]}"#);
    let begun =
        after(&office_decides, |document| begin_condition(document, criterion, "when", &when));
    assert_eq!(parsed(&begun).value(criterion), parsed(GUIDE).value(criterion));
    // A fact has no grade.
    let asked = after(GUIDE, |document| begin_condition(document, "/facts/0", "ask-when", &when));
    assert_eq!(parsed(&asked).value("/facts/0/ask-when"), Some(&when));
}

#[test]
fn a_new_measure_cites_what_nothing_cites_yet() {
    let provision = add_definition(&parsed(GUIDE), Kind::Provision).unwrap().0.apply(GUIDE);
    let measure = add_definition(&parsed(&provision), Kind::Measure).unwrap().0.apply(&provision);
    let document = parsed(&measure);
    let cited = ["provision", "criteria/0/provision", "grants/provision"];
    for key in cited {
        let cited = document.value(&format!("/measures/1/{key}")).unwrap();
        assert_eq!(cited, &json(r#"["provision"]"#), "{key}");
    }
    // A criterion cites what its measure cites.
    let criterion = new_criterion(document.json(), document.value("/measures/0").unwrap(), None);
    assert_eq!(criterion.get("provision"), Some(&json(r#"["d1-2"]"#)));
}

#[test]
fn a_text_of_a_list_is_read_and_changed() {
    let duties = json(r#"[{"zh-Hans": "第一"}, {"zh-Hans": "第二"}]"#);
    let text = after(GUIDE, |document| document.put("/measures/0", "duties", &duties));
    let document = parsed(&text);
    let list = "/measures/0/duties";
    let languages = ["zh-Hans".to_owned()];
    let form = TextForm::item(document.value("/measures/0/duties/1").unwrap(), list, 1, &languages);
    assert_eq!(form.texts, [("zh-Hans".to_owned(), "第二".to_owned())]);
    let new = after(&text, |document| set_text(document, list, "1", "zh-Hans", "第二项"));
    assert_eq!(new, text.replace("第二\"", "第二项\""));
    let shorter = after(&text, |document| set_text(document, list, "1", "zh-Hans", ""));
    assert_eq!(parsed(&shorter).value(list).unwrap().items().len(), 1);
}

#[test]
fn a_new_item_of_each_list_has_no_faults() {
    for (object, key) in [
        ("/measures/0", "synonyms"),
        ("/measures/0", "steps"),
        ("/measures/0", "duties"),
        ("/measures/0", "windows"),
        ("", "notices"),
    ] {
        let item = new_item(parsed(GUIDE).json(), key, "2018-01-01");
        let list = Json::Array(vec![item]);
        assert_valid(&after(GUIDE, |document| document.put(object, key, &list)));
    }
}

#[test]
fn a_provision_is_cited_once_and_taken_away() {
    let object = "/measures/0";
    let cite = |text: &str, id| after(text, |document| add_id(document, object, "provision", id));
    let two = cite(GUIDE, "d1-3");
    assert_eq!(
        parsed(&two).value("/measures/0/provision").unwrap().to_text(),
        r#"["d1-2","d1-3"]"#
    );
    assert_eq!(cite(&two, "d1-3"), two);
    let one = after(&two, |document| remove_id(document, object, "provision", "d1-3"));
    assert_eq!(one, GUIDE);
    let same = after(GUIDE, |document| remove_id(document, object, "provision", "d1-3"));
    assert_eq!(same, GUIDE);
}
