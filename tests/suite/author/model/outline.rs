//! Definitions, measures and criteria, also of packs with faults.

use eligibility_check::author::document::Document;
use eligibility_check::author::model::{Facts, GrantKind, MeasureForm, PackOutline};
use eligibility_check::rulebook::{Json, Kind};

use super::{GUIDE, PACKS, json, parsed};

fn measure(pack: &Json, index: usize) -> Option<MeasureForm> {
    MeasureForm::read(pack, index, &Facts::read(pack, "zh-Hans"))
}

#[test]
fn every_definition_has_a_title_and_a_pointer_to_itself() {
    for pack in PACKS {
        let document = parsed(pack);
        let outline = PackOutline::read(document.json(), "en");
        assert_eq!(outline.lists.len(), Kind::ALL.len());
        for entry in outline.lists.iter().flat_map(|list| &list.entries) {
            let id = document.value(&entry.pointer).unwrap().get("id").unwrap();
            assert_eq!(id.as_str(), Some(entry.id.as_str()));
            assert!(!entry.title.is_empty(), "{}", entry.pointer);
        }
        assert!(!outline.of(Kind::Measure).is_empty());
    }
}

#[test]
fn titles_are_in_the_wanted_language_or_in_another() {
    let pack = json(GUIDE);
    let title = |language| PackOutline::read(&pack, language).of(Kind::Measure)[0].title.clone();
    assert_eq!((title("zh-Hans"), title("en")), ("欢迎礼包".to_owned(), "欢迎礼包".to_owned()));
}

#[test]
fn a_criterion_is_shown_with_the_quote_of_its_clause() {
    let form = measure(&json(GUIDE), 0).unwrap();
    let criterion = &form.criteria[0];
    assert_eq!(criterion.label.texts[0].1, "在港区注册");
    assert_eq!(criterion.quotes[0].clause, "第二条");
    assert_eq!(criterion.quotes[0].quote, "在港区注册的企业，可领取欢迎礼包");
    assert_eq!(criterion.quotes[0].pointer.as_deref(), Some("/provisions/0"));
    assert_eq!((form.grant, criterion.is_directional), (Some(GrantKind::InKind), false));
}

#[test]
fn a_class_is_read_with_its_values() {
    let pack = json(crate::support::FERRY);
    for class in Facts::read(&pack, "en").classes {
        assert!(!class.id.is_empty() && !class.title.is_empty() && !class.values.is_empty());
        assert_eq!(
            parsed(crate::support::FERRY).value(&class.pointer).unwrap().get("id"),
            Some(&Json::String(class.id))
        );
    }
}

#[test]
fn every_measure_of_the_packs_can_be_shown_without_parts_as_text() {
    for pack in PACKS {
        let pack = json(pack);
        for index in 0..pack.get("measures").unwrap().items().len() {
            let form = measure(&pack, index).unwrap();
            assert!(form.grant.is_some() && !form.quotes.is_empty());
            let conditions = form.criteria.iter().filter_map(|criterion| criterion.when.as_ref());
            assert!(conditions.chain(&form.applies_when).all(|when| !when.has_raw()));
            assert_eq!(form.title.missing().count(), 0);
        }
    }
}

#[test]
fn the_fields_of_a_measure_are_those_of_the_schema() {
    let form = measure(&json(GUIDE), 0).unwrap();
    let keys: Vec<&str> = form.fields.iter().map(|field| field.key).collect();
    assert_eq!(keys[..4], ["id", "title", "summary", "synonyms"]);
    let weight = form.fields.iter().find(|field| field.key == "weight").unwrap();
    assert_eq!((weight.pointer.as_str(), &weight.value), ("/measures/0/weight", &None));
    assert!(form.fields.iter().any(|field| field.key == "grants" && field.is_required));
}

#[test]
fn a_pack_with_faults_is_shown_as_far_as_it_goes() {
    let broken = json(
        r#"{"languages": ["en", 1], "facts": {"not": "a list"}, "provisions": [3],
        "measures": [{"title": "Plain", "criteria": [{"when": 5, "provision": ["gone"]}, 7]}, "no object"]}"#,
    );
    let form = measure(&broken, 0).unwrap();
    assert_eq!(form.title.texts, [("en".to_owned(), "Plain".to_owned())]);
    assert_eq!((form.id.as_str(), form.grant), ("", None));
    assert_eq!(form.criteria.len(), 2);
    assert!(form.criteria[0].when.as_ref().unwrap().has_raw());
    assert_eq!(form.criteria[0].quotes[0].pointer, None);
    assert!(measure(&broken, 1).is_some() && measure(&broken, 2).is_none());
    assert_eq!(PackOutline::read(&broken, "en").of(Kind::Measure)[0].title, "Plain");
}

#[test]
fn no_value_of_a_pack_hides_the_outline() {
    // Each key of the pack in turn has a value of another type.
    let pack = json(GUIDE);
    for (key, _) in pack.entries() {
        for wrong in ["null", "7", "\"text\"", "[]", "{}", "[[1]]"] {
            let document: Document = parsed(GUIDE);
            let text = document.set(&format!("/{key}"), &json(wrong)).unwrap().apply(GUIDE);
            let broken = json(&text);
            PackOutline::read(&broken, "zh-Hans");
            measure(&broken, 0);
        }
    }
}
