//! An id is renamed with all references, and nothing else.

use eligibility_check::rulebook::{FaultCode, IdKind, Kind, RulePack, mentions};

use super::{GUIDE, PACKS, after, assert_changes, document};
use crate::support::FERRY;

/// Every pack of the repository that has many kinds of references.
fn packs() -> impl Iterator<Item = &'static str> {
    PACKS.into_iter().chain([FERRY])
}

#[test]
fn a_fact_is_renamed_in_conditions_but_a_criterion_of_the_same_name_is_not() {
    let facts = IdKind::Definition(Kind::Fact);
    let new = after(GUIDE, |document| document.rename_id(&facts, "registered", "in-harbour"));
    assert_changes("renamed-fact", &[(GUIDE, new)]);
}

#[test]
fn after_renaming_any_id_the_pack_is_valid_and_has_no_trace_of_it() {
    for pack in packs() {
        let all = mentions(document(pack).json());
        let definitions: Vec<_> = all.iter().filter(|mention| mention.is_definition).collect();
        assert!(definitions.len() > 20);
        // All of the small packs, some of the large ones.
        let step = if pack.len() < 50_000 { 1 } else { 1 + definitions.len() / 3 };
        for mention in definitions.iter().step_by(step) {
            let new = after(pack, |document| {
                document.rename_id(&mention.kind, &mention.id, "renamed-by-test")
            });
            RulePack::from_json(&new).unwrap_or_else(|error| panic!("{mention:?}: {error}"));
            let left = mentions(document(&new).json());
            assert!(!left.iter().any(|other| other.kind == mention.kind && other.id == mention.id));
            assert_eq!(left.len(), all.len());
            let back = after(&new, |document| {
                document.rename_id(&mention.kind, "renamed-by-test", &mention.id)
            });
            assert_eq!(back, pack);
        }
    }
}

#[test]
fn every_reference_that_the_parser_knows_is_found() {
    // A renamed definition without its references is a fault for each of them.
    for pack in packs() {
        let all = mentions(document(pack).json());
        let definitions: Vec<_> = all.iter().filter(|mention| mention.is_definition).collect();
        let step = if pack.len() < 50_000 { 1 } else { 1 + definitions.len() / 3 };
        for mention in definitions.iter().step_by(step) {
            let broken = after(pack, |document| {
                document.set(&mention.pointer, &super::json("\"renamed-by-test\""))
            });
            let faults = match RulePack::from_json(&broken) {
                Ok(_) => Vec::new(),
                Err(error) => error.faults().to_vec(),
            };
            for fault in faults.iter().filter(|fault| fault.code == FaultCode::UnknownId) {
                let is_found = all.iter().any(|other| {
                    other.kind == mention.kind
                        && other.id == mention.id
                        && other.pointer == fault.pointer
                });
                assert!(is_found, "{mention:?}: {fault:?}");
            }
        }
    }
}

#[test]
fn an_option_is_renamed_in_its_fact_only() {
    let kind = IdKind::Option("applicant-kind".to_owned());
    let pack = PACKS[0];
    let new = after(pack, |document| document.rename_id(&kind, "other", "another-kind"));
    assert!(new.contains(r#"{"id": "another-kind", "label": {"zh-Hans": "其他""#));
    assert!(new.contains(r#""other""#) && RulePack::from_json(&new).is_ok());
}

#[test]
fn a_pack_with_faults_can_still_be_renamed_in() {
    let broken = GUIDE.replace("\"grade\"", "\"graed\"").replace("[\"d1-2\"]", "7");
    let facts = IdKind::Definition(Kind::Fact);
    let new = after(&broken, |document| document.rename_id(&facts, "registered", "in-harbour"));
    assert!(new.contains(r#"{"is": ["in-harbour", true]}"#));
}
