//! What the interface says, in each language, and how it reaches the browser.

use std::collections::BTreeSet;
use std::rc::Rc;

use eligibility_check::rulebook::{Locale, SlimError};
use eligibility_check::widget::Catalogue;

/// The texts as a pack holds them; the first says which texts they are.
fn packed(locale: Locale) -> Vec<Rc<str>> {
    Catalogue::of(locale).interface().into_iter().map(Rc::from).collect()
}

#[test]
fn what_is_written_into_a_pack_is_read_from_it() {
    for locale in Locale::ALL {
        let read = Catalogue::from_interface(&packed(locale)).unwrap();
        assert_eq!(read.interface(), Catalogue::of(locale).interface());
    }
}

#[test]
fn the_texts_of_another_version_are_refused() {
    let texts = packed(Locale::ZhHans);
    let (mark, others) = texts.split_first().unwrap();
    let mut another_order = texts.clone();
    another_order[0] = format!("{mark}0").into();
    let one_more = [&texts[..], &["".into()]].concat();
    for texts in [&[][..], &texts[..1], others, &texts[..texts.len() - 1], &one_more, &another_order] {
        assert_eq!(Catalogue::from_interface(texts).unwrap_err(), SlimError::OtherFormat);
    }
}

/// What is filled into a text.
fn marks(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect()
}

#[test]
fn every_language_is_filled_with_the_same() {
    let simplified = packed(Locale::ZhHans);
    for locale in Locale::ALL {
        for (text, in_simplified) in packed(locale).iter().zip(&simplified).skip(1) {
            // A unit stands in sentences, or in the amounts that they are filled with.
            let marks = |text| marks(text).into_iter().filter(|mark| *mark != "unit").collect::<Vec<_>>();
            assert_eq!(marks(text), marks(in_simplified), "{text}");
        }
    }
}
