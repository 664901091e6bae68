//! What holds of the published pack beyond its being sound.

use std::collections::{BTreeMap, BTreeSet};

use eligibility_check::rulebook::{Benefit, Evidence, Json, Locale};

use crate::support::{PUBLISHED, parse_pack, scenario_files};

/// Calls back with every object of a document and where it stands.
fn objects(json: &Json, pointer: &str, visit: &mut dyn FnMut(&Json, &str)) {
    visit(json, pointer);
    for (key, child) in json.entries() {
        objects(child, &format!("{pointer}/{key}"), visit);
    }
    for (index, child) in json.items().iter().enumerate() {
        objects(child, &format!("{pointer}/{index}"), visit);
    }
}

#[test]
fn it_has_at_least_twenty_measures_and_each_cites_the_policy_and_its_figure() {
    let pack = parse_pack(PUBLISHED);
    assert!(pack.measures.len() >= 20);
    for (_, measure) in pack.measures.iter() {
        assert!(
            !measure.provision.is_empty() && !measure.grants.provision.is_empty(),
            "{}",
            measure.id
        );
        assert!(
            measure.criteria.iter().all(|criterion| !criterion.provision.is_empty()),
            "{}",
            measure.id
        );
    }
}

#[test]
fn every_text_is_there_in_every_language_and_says_something() {
    let pack = parse_pack(PUBLISHED);
    let mut texts = 0;
    objects(&Json::parse(PUBLISHED).unwrap(), "", &mut |json, pointer| {
        let is_text = json.entries().iter().any(|(key, _)| Locale::from_tag(key).is_some());
        if is_text {
            texts += 1;
            for locale in &pack.languages {
                let text = json.get(locale.tag()).and_then(Json::as_str).unwrap_or_default();
                assert!(!text.trim().is_empty(), "{pointer} has no text in {}", locale.tag());
                assert_eq!(text.trim(), text, "{pointer} has space around it");
            }
        }
    });
    assert!(texts > pack.measures.len() * 2);
}

#[test]
fn quotes_are_short_and_stand_only_where_the_text_itself_was_read() {
    let pack = parse_pack(PUBLISHED);
    for (_, provision) in pack.provisions.iter() {
        let Some(quote) = &provision.quote else { continue };
        assert!(
            quote.chars().count() <= 60,
            "{}: {} characters",
            provision.id,
            quote.chars().count()
        );
        assert_ne!(
            provision.evidence,
            Evidence::Secondary,
            "{}: a secondary source is no text to quote",
            provision.id
        );
    }
}

#[test]
fn a_figure_is_never_surer_than_the_provisions_it_is_cited_to() {
    let pack = parse_pack(PUBLISHED);
    for (_, measure) in pack.measures.iter() {
        let figure = matches!(
            measure.grants.benefit,
            Benefit::Fixed(_) | Benefit::UpTo(_) | Benefit::Tiers(_) | Benefit::Rate(_)
        );
        let surest = measure.grants.provision.iter().map(|id| pack.provisions[*id].evidence).min();
        if figure {
            assert!(
                surest.is_some_and(|surest| surest <= measure.grants.evidence),
                "{}",
                measure.id
            );
        }
    }
}

#[test]
fn scenarios_expect_every_measure_to_be_met_to_be_missed_and_to_be_open() {
    let pack = parse_pack(PUBLISHED);
    let mut expected: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for file in scenario_files() {
        let scenarios = Json::parse(&std::fs::read_to_string(file).unwrap()).unwrap();
        for scenario in scenarios.items() {
            for (measure, expect) in scenario.get("expect").map(Json::entries).unwrap_or_default() {
                let outcome = match expect.get("outcome").and_then(Json::as_str).unwrap_or_default()
                {
                    "met" | "met-in-direction" => "met",
                    "not-met" => "not-met",
                    "open" => "open",
                    _ => continue,
                };
                expected.entry(measure.clone()).or_default().insert(outcome);
            }
        }
    }
    for (_, measure) in pack.measures.iter() {
        let outcomes = expected.get(&*measure.id).cloned().unwrap_or_default();
        assert_eq!(outcomes, BTreeSet::from(["met", "not-met", "open"]), "{}", measure.id);
    }
}
