//! The interface texts in each language, and their encoding in a browser pack.

use std::collections::{BTreeMap, BTreeSet};

use eligibility_check::rulebook::{BrowserPackError, Locale};
use eligibility_check::widget::Catalogue;

/// The texts by name, as a browser pack contains them.
fn interface(locale: Locale) -> BTreeMap<String, String> {
    Catalogue::of(locale).interface()
}

#[test]
fn the_texts_round_trip_through_a_pack() {
    for locale in Locale::ALL {
        let decoded = Catalogue::from_interface(&interface(locale)).unwrap();
        assert_eq!(decoded.interface(), interface(locale));
    }
    assert_eq!(interface(Locale::En)["yes"], "Yes");
}

#[test]
fn the_texts_of_another_version_are_rejected() {
    let texts = interface(Locale::ZhHans);
    let mut missing = texts.clone();
    missing.remove("outcome_not_met").unwrap();
    let mut renamed = missing.clone();
    renamed.insert("outcome-not-met".to_owned(), "不符合".to_owned());
    let mut unknown = texts;
    unknown.insert("no_such_text".to_owned(), String::new());
    for texts in [BTreeMap::new(), missing, renamed, unknown] {
        assert_eq!(Catalogue::from_interface(&texts).unwrap_err(), BrowserPackError::OtherFormat);
    }
}

/// The placeholders of a text.
fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect()
}

#[test]
fn every_language_has_the_same_placeholders() {
    let simplified = interface(Locale::ZhHans);
    for locale in Locale::ALL {
        for (name, text) in interface(locale) {
            // The unit is in the sentence, or in the amount that fills it.
            let without_unit = |text| -> Vec<_> {
                placeholders(text).into_iter().filter(|name| *name != "unit").collect()
            };
            assert_eq!(without_unit(&text), without_unit(&simplified[&name]), "{name}: {text}");
        }
    }
}
