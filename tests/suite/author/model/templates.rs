//! New definitions and new packs have no faults.

use eligibility_check::author::model::{
    FactKindForm, new_criterion, new_fact, new_measure, new_provision, start, unused_id,
};
use eligibility_check::rulebook::RulePack;

use super::super::document::assert_snapshot;
use super::{GUIDE, PACKS, after, assert_valid};
use crate::support::{FERRY, date};

#[test]
fn every_new_definition_fits_into_every_pack() {
    for pack in [PACKS[2], FERRY, GUIDE] {
        let mut text = pack.to_owned();
        let kinds = [
            FactKindForm::YesNo,
            FactKindForm::Date,
            FactKindForm::Choice(Vec::new()),
            FactKindForm::Choices(Vec::new()),
            FactKindForm::Number(String::new()),
        ];
        for kind in &kinds {
            text = after(&text, |document| {
                document.insert("/facts", 0, &new_fact(document.json(), kind))
            });
        }
        for _ in 0..2 {
            text = after(&text, |document| {
                document.insert("/measures", 0, &new_measure(document.json()))
            });
            text = after(&text, |document| {
                document.insert("/provisions", 0, &new_provision(document.json()))
            });
            text = after(&text, |document| {
                let measure = document.value("/measures/0").unwrap();
                let criterion = new_criterion(document.json(), measure, None);
                document.insert("/measures/0/criteria", 0, &criterion)
            });
        }
        assert_valid(&text);
    }
}

#[test]
fn an_id_that_is_taken_gets_a_number() {
    assert_eq!(unused_id("fact", ["a"].into_iter()), "fact");
    assert_eq!(unused_id("fact", ["fact", "fact-2"].into_iter()), "fact-3");
}

#[test]
fn a_new_pack_has_no_faults_in_any_choice_of_languages() {
    let choices: [&[&str]; 6] = [
        &[],
        &["zh-Hans"],
        &["en"],
        &["zh-Hant", "en"],
        &["zh-Hans", "zh-Hant", "en"],
        &["en", "zh-Hans"],
    ];
    for languages in choices {
        let text = start(languages, date("2026-11-29")).unwrap();
        assert_valid(&text);
        let pack = RulePack::from_json(&text).unwrap();
        let tags: Vec<&str> = pack.languages.iter().map(|locale| locale.tag()).collect();
        assert_eq!(tags, if languages.is_empty() { &["zh-Hans"] } else { languages });
    }
}

#[test]
fn a_new_pack_is_laid_out_for_people() {
    let text = start(&["zh-Hans"], date("2026-11-29")).unwrap();
    assert_snapshot("new-pack-zh-hans", &text);
    let text = start(&["zh-Hans", "zh-Hant", "en"], date("2026-11-29")).unwrap();
    assert_snapshot("new-pack-three-languages", &text);
}

#[test]
fn a_new_measure_is_laid_out_like_the_others() {
    let new =
        after(GUIDE, |document| document.insert("/measures", 1, &new_measure(document.json())));
    super::super::document::assert_changes("new-measure", &[(GUIDE, new)]);
}
