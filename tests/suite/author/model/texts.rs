//! Texts are added, changed and removed by language.

use eligibility_check::author::model::{TextForm, in_language, languages, set_text};

use super::{PACKS, after, json, parsed};

const PACK: &str = r#"{"languages": ["zh-Hans", "zh-Hant", "en"], "office": {"title": {"zh-Hans": "局", "en": "Office"}}}"#;

fn set(text: &str, key: &str, language: &str, new: &str) -> String {
    let new = after(text, |document| set_text(document, "/office", key, language, new));
    parsed(&new).value("/office").unwrap().to_text()
}

#[test]
fn a_text_is_inserted_in_the_order_of_the_languages() {
    let new = set(PACK, "title", "zh-Hant", "局");
    assert_eq!(new, r#"{"title":{"zh-Hans":"局","zh-Hant":"局","en":"Office"}}"#);
}

#[test]
fn a_text_is_changed_in_one_language() {
    assert_eq!(set(PACK, "title", "en", "Bureau"), r#"{"title":{"zh-Hans":"局","en":"Bureau"}}"#);
}

#[test]
fn an_empty_text_is_removed_and_the_last_one_takes_the_key_along() {
    assert_eq!(set(PACK, "title", "zh-Hans", ""), r#"{"title":{"en":"Office"}}"#);
    let one = PACK.replace(r#""zh-Hans": "局", "#, "");
    assert_eq!(set(&one, "title", "en", ""), "{}");
    assert_eq!(set(PACK, "hours", "en", ""), r#"{"title":{"zh-Hans":"局","en":"Office"}}"#);
    assert_eq!(set(PACK, "title", "zh-Hant", ""), r#"{"title":{"zh-Hans":"局","en":"Office"}}"#);
}

#[test]
fn a_missing_text_is_added_with_its_key() {
    let new = set(PACK, "hours", "en", "9–12");
    assert_eq!(new, r#"{"title":{"zh-Hans":"局","en":"Office"},"hours":{"en":"9–12"}}"#);
}

#[test]
fn a_plain_text_of_a_pack_in_one_language_stays_plain() {
    let plain = r#"{"languages": ["en"], "office": {"title": "Office"}}"#;
    assert_eq!(set(plain, "title", "en", "Bureau"), r#"{"title":"Bureau"}"#);
}

#[test]
fn a_form_lists_every_language_and_those_that_are_missing() {
    let pack = json(PACK);
    let form = TextForm::read(pack.get("office").unwrap(), "/office", "title", &languages(&pack));
    let missing: Vec<&str> = form.missing().collect();
    assert_eq!((form.texts.len(), missing), (3, vec!["zh-Hant"]));
    assert_eq!(languages(&json(PACKS[2])), ["de", "en"]);
    assert_eq!(in_language(&json(r#"{"zh-Hans": "局"}"#), "en"), "局");
}
