//! The JSON Schema of packs is up to date, accepts every valid pack, and rejects structural faults.

use std::collections::BTreeSet;
use std::fs;

use eligibility_check::rulebook::{Json, RulePack, schema};
use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::Value;

use crate::command_line::{empty_folder, run};
use crate::generate::pack;
use crate::rulebook::mutations::{delete, other_types, pointers};
use crate::support::{HARBOUR, PUBLISHED, cases, repo_path};

/// The schema of all packs, or the schema with the ids of one pack.
fn schema_of(pack: Option<&str>) -> Value {
    let pack = pack.map(|pack| Json::parse(pack).unwrap());
    serde_json::from_str(&schema(pack.as_ref()).to_text()).unwrap()
}

fn validator(pack: Option<&str>) -> Validator {
    let schema = schema_of(pack);
    assert!(jsonschema::meta::is_valid(&schema), "the schema is not a valid JSON Schema");
    jsonschema::draft202012::new(&schema).unwrap()
}

/// The errors of a document under the schema.
fn errors(validator: &Validator, document: &Value) -> Vec<String> {
    validator
        .iter_errors(document)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect()
}

/// The packs in a folder, by name.
fn packs(folder: &str) -> Vec<(String, String)> {
    let mut packs = Vec::new();
    for entry in fs::read_dir(repo_path(folder)).unwrap() {
        let path = entry.unwrap().path();
        // A file that is not UTF-8 is not JSON.
        if let Ok(text) = fs::read_to_string(&path) {
            packs.push((path.file_stem().unwrap().to_str().unwrap().to_owned(), text));
        }
    }
    packs.sort();
    packs
}

#[test]
fn the_committed_schema_is_the_one_that_the_command_prints() {
    let committed = fs::read_to_string(repo_path("www/rules.schema.json")).unwrap();
    let printed = format!("{}\n", serde_json::to_string_pretty(&schema_of(None)).unwrap());
    let advice = "rewrite it: cargo run -- schema > www/rules.schema.json";
    assert!(committed == printed, "www/rules.schema.json is out of date; {advice}");
    // The published pack refers to it.
    let pack: Value = serde_json::from_str(PUBLISHED).unwrap();
    assert_eq!(pack["$schema"], "www/rules.schema.json");
}

#[test]
fn the_schema_can_be_written_next_to_a_pack() {
    let path = empty_folder("schema").join("rules.schema.json");
    let (status, text) = run(&["schema", "--write", path.to_str().unwrap()]);
    assert_eq!(status, Some(0), "{text}");
    let last = "In a pack in the same folder, write \"$schema\": \"rules.schema.json\"\n";
    assert!(text.ends_with(last), "{text}");
    assert_eq!(fs::read_to_string(&path).unwrap(), run(&["schema"]).1);
}

#[test]
fn every_valid_pack_of_the_repository_passes() {
    let validator = validator(None);
    let mut valid = 0;
    let published = ("published".to_owned(), PUBLISHED.to_owned());
    let folders = [
        "tests/acceptance",
        "tests/transcripts/packs",
        "tests/transcripts/lint.in",
        "tests/fuzz/seeds",
    ];
    for (name, text) in folders.into_iter().flat_map(packs).chain([published]) {
        if RulePack::from_json(&text).is_ok() {
            valid += 1;
            assert_eq!(
                errors(&validator, &serde_json::from_str(&text).unwrap()),
                [""; 0],
                "{name}"
            );
        }
    }
    assert!(valid >= 6, "only {valid} valid packs");
}

#[test]
fn every_structural_fault_is_rejected_by_the_schema() {
    let validator = validator(None);
    for (name, text) in packs("tests/transcripts/lint.in") {
        let is_rejected = match name.as_str() {
            "bad-date" | "bad-decimal" | "bad-id" | "missing-key" | "several"
            | "unknown-format" | "unknown-key" | "wrong-type" | "format-one" => Some(true),
            // Valid, or at fault only together with another part of the pack.
            "valid" | "ask-cycle" | "bad-range" | "cycle" | "duplicate-id" | "missing-language"
            | "unknown-id" | "unknown-option" | "unknown-unit" | "wrong-kind" => Some(false),
            // JSON parsers keep the last of a repeated key.
            "repeated-key" => Some(false),
            "empty" | "syntax" => continue,
            _ => None,
        };
        assert!(is_rejected.is_some(), "add {name}.json to this test");
        let document: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(Some(!validator.is_valid(&document)), is_rejected, "{name}");
    }
}

#[test]
fn the_schema_with_the_ids_of_a_pack_rejects_unknown_ids_and_wrong_kinds() {
    for (name, text) in packs("tests/transcripts/lint.in") {
        if !["valid", "unknown-id", "unknown-option", "wrong-kind"].contains(&name.as_str()) {
            continue;
        }
        // A pack with faults has ids, too.
        let document: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(validator(Some(&text)).is_valid(&document), name == "valid", "{name}");
    }
    for text in [HARBOUR, PUBLISHED] {
        let document = serde_json::from_str(text).unwrap();
        assert_eq!(errors(&validator(Some(text)), &document), [""; 0]);
    }
}

#[test]
fn a_pack_without_ids_or_of_another_structure_has_a_schema() {
    for text in ["{}", "[]", "null", r#"{"facts": 1, "measures": [{}, {"id": 2}, 3]}"#] {
        assert!(jsonschema::meta::is_valid(&schema_of(Some(text))), "{text}");
    }
}

/// Calls `visit` with every value of a schema.
fn each_value(schema: &Value, visit: &mut dyn FnMut(&Value)) {
    visit(schema);
    match schema {
        Value::Object(map) => map.values().for_each(|child| each_value(child, visit)),
        Value::Array(list) => list.iter().for_each(|child| each_value(child, visit)),
        _ => {}
    }
}

#[test]
fn every_key_has_a_description_and_every_reference_a_definition() {
    let schema = schema_of(None);
    let (mut keys, mut known, mut used) = (0, BTreeSet::new(), BTreeSet::new());
    known.extend(schema["$defs"].as_object().unwrap().keys().map(String::as_str));
    each_value(&schema, &mut |object| {
        if let Some(name) = object["$ref"].as_str() {
            used.insert(name.strip_prefix("#/$defs/").unwrap().to_owned());
        }
        // `if` and `else` name keys again, to restrict them.
        let properties = object["properties"].as_object().filter(|_| object.get("type").is_some());
        for (key, property) in properties.into_iter().flatten() {
            keys += 1;
            assert!(
                property["description"].as_str().is_some_and(|about| !about.is_empty()),
                "{key} has no description"
            );
        }
    });
    assert!(keys > 90, "{keys}");
    assert_eq!(known, used.iter().map(String::as_str).collect());
}

/// Whether a document has a structural fault, which the schema must reject.
fn has_structural_fault(text: &str) -> bool {
    use eligibility_check::rulebook::FaultCode as Code;
    let faults = RulePack::from_json(text).err();
    let codes = faults.iter().flat_map(|error| error.faults()).map(|fault| fault.code);
    codes.into_iter().any(|code| matches!(code, Code::MissingKey | Code::UnknownKey | Code::BadId))
}

/// Checks that the schema accepts valid packs and rejects structural faults.
fn check_agreement(validator: &Validator, document: &Value) -> Result<(), TestCaseError> {
    let text = document.to_string();
    let errors = errors(validator, document);
    if RulePack::from_json(&text).is_ok() {
        prop_assert!(errors.is_empty(), "{errors:?}");
    }
    prop_assert!(!(has_structural_fault(&text) && errors.is_empty()), "the schema accepts {text}");
    Ok(())
}

#[test]
fn the_schema_agrees_with_the_parser_about_every_deleted_value() {
    let validator = validator(None);
    let pack: Value = serde_json::from_str(HARBOUR).unwrap();
    for pointer in pointers(&pack) {
        let mut without = pack.clone();
        delete(&mut without, &pointer);
        check_agreement(&validator, &without).unwrap();
    }
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn a_generated_pack_passes(text in pack()) {
        thread_local!(static VALIDATOR: Validator = validator(None));
        VALIDATOR.with(|validator| check_agreement(validator, &serde_json::from_str(&text).unwrap()))?;
    }

    #[test]
    fn the_schema_agrees_with_the_parser_about_a_replaced_value(
        index in any::<prop::sample::Index>(), value in prop::sample::select(other_types()),
    ) {
        thread_local!(static VALIDATOR: Validator = validator(None));
        let mut pack: Value = serde_json::from_str(HARBOUR).unwrap();
        let pointers = pointers(&pack);
        *pack.pointer_mut(index.get::<String>(&pointers)).unwrap() = value;
        VALIDATOR.with(|validator| check_agreement(validator, &pack))?;
    }
}
