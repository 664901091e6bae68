//! Properties of the published pack that the parser does not check.

use std::collections::{BTreeMap, BTreeSet};

use eligibility_check::rulebook::{Benefit, Evidence, Json, Locale};

use crate::support::{PUBLISHED, parse_pack, scenario_files};

/// Calls `visit` with every value of a document and its pointer.
fn each_value(json: &Json, pointer: &str, visit: &mut dyn FnMut(&Json, &str)) {
    visit(json, pointer);
    for (key, child) in json.entries() {
        each_value(child, &format!("{pointer}/{key}"), visit);
    }
    for (index, child) in json.items().iter().enumerate() {
        each_value(child, &format!("{pointer}/{index}"), visit);
    }
}

#[test]
fn each_of_at_least_twenty_measures_cites_its_provisions() {
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
fn every_text_exists_in_every_language() {
    let pack = parse_pack(PUBLISHED);
    let mut texts = 0;
    each_value(&Json::parse(PUBLISHED).unwrap(), "", &mut |json, pointer| {
        let is_text = json.entries().iter().any(|(key, _)| Locale::from_tag(key).is_some());
        if is_text {
            texts += 1;
            for locale in &pack.languages {
                let text = json.get(locale.tag()).and_then(Json::as_str).unwrap_or_default();
                assert!(!text.trim().is_empty(), "{pointer} has no text in {}", locale.tag());
                assert_eq!(text.trim(), text, "{pointer} has white space around it");
            }
        }
    });
    assert!(texts > pack.measures.len() * 2);
}

#[test]
fn quotes_are_short_and_only_from_primary_sources() {
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
            "{}: a secondary source must not be quoted",
            provision.id
        );
    }
}

#[test]
fn the_evidence_of_a_figure_is_no_stronger_than_that_of_its_provisions() {
    let pack = parse_pack(PUBLISHED);
    for (_, measure) in pack.measures.iter() {
        let has_figure = matches!(
            measure.grants.benefit,
            Benefit::Fixed(_) | Benefit::UpTo(_) | Benefit::Tiers(_) | Benefit::Rate(_)
        );
        let strongest =
            measure.grants.provision.iter().map(|id| pack.provisions[*id].evidence).min();
        if has_figure {
            assert!(
                strongest.is_some_and(|strongest| strongest <= measure.grants.evidence),
                "{}",
                measure.id
            );
        }
    }
}

#[test]
fn scenarios_expect_every_measure_to_be_met_not_met_and_open() {
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
