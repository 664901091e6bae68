//! Languages of a pack: those of the interface by tag, others by tag and name.

use std::collections::BTreeMap;

use eligibility_check::rulebook::{BrowserPack, Locale, RulePack};
use serde_json::{Value, json};

use crate::support::{KIOSK, parse_pack};

pub(crate) const FENNMARK: &str = include_str!("../../../packs/example-fennmark.json");

/// The faults of the kiosk pack with these languages: pointer, message and advice.
fn faults(languages: Value) -> Vec<(String, String, Option<String>)> {
    let mut source: Value = serde_json::from_str(KIOSK).unwrap();
    source["languages"] = languages;
    let Err(error) = RulePack::from_json(&source.to_string()) else { return Vec::new() };
    let faults = error.faults().iter();
    let in_languages = faults.filter(|fault| fault.pointer.starts_with("/languages"));
    in_languages.map(|f| (f.pointer.clone(), f.to_string(), f.help())).collect()
}

fn fault(
    pointer: &str,
    message: &str,
    help: Option<&str>,
) -> Vec<(String, String, Option<String>)> {
    vec![(pointer.to_owned(), message.to_owned(), help.map(str::to_owned))]
}

#[test]
fn a_wrong_tag_is_one_fault_with_the_usual_form_as_suggestion() {
    let expected = "expected a language tag, such as `de` or `pt-BR`, found";
    assert_eq!(
        faults(json!(["zh-Hans", {"tag": "de_at", "name": "Deutsch"}])),
        fault("/languages/1/tag", &format!("{expected} `de_at`"), Some("did you mean `de-AT`?"))
    );
    assert_eq!(
        faults(json!(["zh-Hans", {"tag": "Deutsch", "name": "Deutsch"}])),
        fault("/languages/1/tag", &format!("{expected} `Deutsch`"), None)
    );
}

#[test]
fn a_language_that_the_interface_lacks_needs_a_name() {
    assert_eq!(
        faults(json!(["zh-Hans", {"tag": "de"}])),
        fault("/languages/1", "missing key `name`", None)
    );
    let expected = "expected `zh-Hans`, `zh-Hant`, `en` or an object with `tag` and `name`, found";
    assert_eq!(
        faults(json!(["zh-Hans", "de"])),
        fault("/languages/1", &format!("{expected} `de`"), None)
    );
}

#[test]
fn a_repeated_language_is_one_fault() {
    let repeated = |tag: &str| format!("repeated id `{tag}`, expected each language once");
    let help = Some("remove the repetition");
    assert_eq!(
        faults(json!(["zh-Hans", "zh-Hans"])),
        fault("/languages/1", &repeated("zh-Hans"), help)
    );
    let german = json!({"tag": "de", "name": "Deutsch"});
    assert_eq!(
        faults(json!(["zh-Hans", german, german])),
        fault("/languages/2", &repeated("de"), help)
    );
}

#[test]
fn a_text_may_have_the_languages_of_the_pack_and_of_the_interface_only() {
    let mut source: Value = serde_json::from_str(FENNMARK).unwrap();
    source["title"]["fr"] = json!("Modèle");
    source["sections"][0]["title"]["de"].take();
    let error = RulePack::from_json(&source.to_string()).unwrap_err();
    let faults: Vec<_> =
        error.faults().iter().map(|f| (f.pointer.as_str(), f.to_string())).collect();
    let unknown = "unknown key `fr`, expected one of the keys `zh-Hans`, `zh-Hant`, `en`, `de`";
    let expected = [
        ("/title/fr", unknown.to_owned()),
        ("/sections/0/title", "missing text in `de`".to_owned()),
    ];
    assert_eq!(faults, expected);
}

#[test]
fn a_browser_pack_has_texts_in_one_language_and_the_names_of_all() {
    let pack = parse_pack(FENNMARK);
    let german = Locale::from_any_tag("de").unwrap();
    assert_eq!(pack.languages, [german, Locale::En]);
    let text = BrowserPack::encode(&pack, german, &BTreeMap::new());
    let decoded = BrowserPack::decode(&text).unwrap().rules;
    assert_eq!(decoded.languages, [german]);
    let names: Vec<_> = decoded.offered.iter().map(|one| (one.locale, &*one.name)).collect();
    assert_eq!(names, [(german, "Deutsch"), (Locale::En, "English")]);
    assert_eq!(decoded.fingerprint, pack.fingerprint);
    assert_eq!(
        &*decoded.topics.iter().next().unwrap().1.title.get(german),
        "Eine Werkstatt gründen"
    );
}
