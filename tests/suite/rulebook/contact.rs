//! Addresses, telephone numbers, and the note about the evidence of a pack.

use eligibility_check::rulebook::{FaultCode, RulePack};
use serde_json::{Value, json};

use crate::support::{FERRY, HARBOUR, changed_pack};

/// The pointers and messages of the faults of a changed pack.
fn faults(text: &str, change: impl FnOnce(&mut Value)) -> Vec<(FaultCode, String, String)> {
    let mut source: Value = serde_json::from_str(text).unwrap();
    change(&mut source);
    let Err(error) = RulePack::from_json(&source.to_string()) else { return Vec::new() };
    error.faults().iter().map(|f| (f.code, f.pointer.clone(), f.to_string())).collect()
}

fn only_pointer(text: &str, change: impl FnOnce(&mut Value)) -> String {
    let faults = faults(text, change);
    assert_eq!(faults.len(), 1, "{faults:?}");
    faults.into_iter().map(|(_, pointer, _)| pointer).collect()
}

#[test]
fn a_provision_without_a_clause_number_is_cited_by_its_document() {
    let pack = changed_pack(FERRY, |pack| pack["provisions"][0]["clause"] = json!("—"));
    let (id, _) = pack.provisions.iter().next().unwrap();
    assert_eq!(pack.citation(pack.languages[0], id), "渡〔2019〕1号");
}

#[test]
fn a_script_is_never_an_address() {
    for address in
        ["javascript:alert(1)", "http://example.org/", "example.org", "", "https://a b.c"]
    {
        let url = json!(address);
        let pointer = only_pointer(FERRY, |pack| pack["documents"][0]["url"] = url.clone());
        assert_eq!(pointer, "/documents/0/url");
        let pointer = only_pointer(FERRY, |pack| pack["measures"][0]["url"] = url.clone());
        assert_eq!(pointer, "/measures/0/url");
        let pointer = only_pointer(FERRY, |pack| pack["offices"][0]["url"] = url.clone());
        assert_eq!(pointer, "/offices/0/url");
    }
}

#[test]
fn a_phone_number_has_digits() {
    let pointer = only_pointer(FERRY, |pack| pack["offices"][0]["phone"] = json!("the hotline"));
    assert_eq!(pointer, "/offices/0/phone");
}

#[test]
fn a_replacement_has_a_text_in_every_language() {
    let pointer =
        only_pointer(HARBOUR, |pack| pack["instead"] = json!({ "url": "https://example.org/" }));
    assert_eq!(pointer, "/instead");
    let pack = changed_pack(HARBOUR, |pack| pack["instead"] = json!({ "text": "请看新政策。" }));
    assert!(pack.instead.is_some());
}

#[test]
fn a_note_about_evidence_needs_secondary_figures_only() {
    let note = |pack: &mut Value| {
        let languages = pack["languages"].as_array().unwrap().clone();
        let texts = languages.iter().map(|tag| (tag.as_str().unwrap().to_owned(), json!("note")));
        pack["evidence-note"] = Value::Object(texts.collect());
    };
    let mixed = faults(FERRY, note);
    assert!(!mixed.is_empty());
    assert!(mixed.iter().all(|(_, pointer, _)| pointer.ends_with("/grants/evidence")), "{mixed:?}");
    let pack = changed_pack(FERRY, |pack| {
        note(pack);
        for measure in pack["measures"].as_array_mut().unwrap() {
            measure["grants"]["evidence"] = json!("secondary");
        }
    });
    assert!(pack.evidence_note.is_some());
}
