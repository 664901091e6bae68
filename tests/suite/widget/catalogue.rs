//! What the interface says, in each language, and how it reaches the browser.

use std::collections::{BTreeMap, BTreeSet};

use eligibility_check::rulebook::{BrowserPackError, Locale};
use eligibility_check::widget::Catalogue;

/// The texts as a pack holds them, by name.
fn interface(locale: Locale) -> BTreeMap<String, String> {
    Catalogue::of(locale).interface()
}

#[test]
fn what_is_written_into_a_pack_is_read_from_it() {
    for locale in Locale::ALL {
        let read = Catalogue::from_interface(&interface(locale)).unwrap();
        assert_eq!(read.interface(), interface(locale));
    }
    assert_eq!(interface(Locale::En)["questions_title"], "Questions");
}

#[test]
fn the_texts_of_another_version_are_refused() {
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

/// What is filled into a text.
fn marks(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect()
}

#[test]
fn every_language_is_filled_with_the_same() {
    let simplified = interface(Locale::ZhHans);
    for locale in Locale::ALL {
        for (name, text) in interface(locale) {
            // A unit stands in sentences, or in the amounts that they are filled with.
            let marks =
                |text| marks(text).into_iter().filter(|mark| *mark != "unit").collect::<Vec<_>>();
            assert_eq!(marks(&text), marks(&simplified[&name]), "{name}: {text}");
        }
    }
}
