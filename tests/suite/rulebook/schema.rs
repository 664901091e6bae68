//! The JSON Schema of packs: it is the one committed, it lets every sound pack pass, and it sees what it can see.

use std::collections::BTreeSet;
use std::fs;

use eligibility_check::rulebook::{Json, RulePack, schema};
use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::Value;

use crate::generate::pack;
use crate::rulebook::mutations::{delete, other_types, pointers};
use crate::support::{HARBOUR, PUBLISHED, repo_path};

/// The schema of all packs, or of one with its own ids.
fn written(pack: Option<&str>) -> Value {
    let pack = pack.map(|pack| Json::parse(pack).unwrap());
    serde_json::from_str(&schema(pack.as_ref()).to_text()).unwrap()
}

fn validator(pack: Option<&str>) -> Validator {
    let schema = written(pack);
    assert!(jsonschema::meta::is_valid(&schema), "the schema is no schema");
    jsonschema::draft202012::new(&schema).unwrap()
}

/// What the schema says against a document.
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
        // What is not UTF-8 is no JSON to hold against a schema.
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
    let printed = format!("{}\n", serde_json::to_string_pretty(&written(None)).unwrap());
    let advice = "rewrite it: cargo run -- schema > www/rules.schema.json";
    assert!(committed == printed, "www/rules.schema.json is not current; {advice}");
    // It is where the published pack says that it is.
    let pack: Value = serde_json::from_str(PUBLISHED).unwrap();
    assert_eq!(pack["$schema"], "www/rules.schema.json");
}

#[test]
fn every_sound_pack_of_the_repository_passes() {
    let validator = validator(None);
    let mut sound = 0;
    let published = ("published".to_owned(), PUBLISHED.to_owned());
    let folders = ["tests/transcripts/packs", "tests/transcripts/lint.in", "tests/fuzz/seeds"];
    for (name, text) in folders.into_iter().flat_map(packs).chain([published]) {
        if RulePack::from_json(&text).is_ok() {
            sound += 1;
            assert_eq!(
                errors(&validator, &serde_json::from_str(&text).unwrap()),
                [""; 0],
                "{name}"
            );
        }
    }
    assert!(sound >= 6, "{sound}");
}

#[test]
fn every_fault_that_a_schema_can_see_is_refused_by_it() {
    let validator = validator(None);
    for (name, text) in packs("tests/transcripts/lint.in") {
        let sees = match name.as_str() {
            "bad-date" | "bad-decimal" | "bad-id" | "missing-key" | "several"
            | "unknown-format" | "unknown-key" | "wrong-type" => Some(true),
            // Sound, or wrong only together with what stands elsewhere in the pack.
            "sound" | "ask-cycle" | "bad-range" | "cycle" | "duplicate-id" | "missing-language"
            | "unknown-id" | "unknown-option" | "unknown-unit" | "wrong-kind" => Some(false),
            // Readers of JSON keep the last of a repeated key.
            "repeated-key" => Some(false),
            "empty" | "syntax" => continue,
            _ => None,
        };
        assert!(sees.is_some(), "does the schema see what is wrong with {name}.json?");
        let document: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(Some(!validator.is_valid(&document)), sees, "{name}");
    }
}

#[test]
fn with_the_ids_of_a_pack_the_schema_knows_what_exists_and_what_fits() {
    for (name, text) in packs("tests/transcripts/lint.in") {
        if !["sound", "unknown-id", "unknown-option", "wrong-kind"].contains(&name.as_str()) {
            continue;
        }
        // A pack with faults offers its ids as well.
        let document: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(validator(Some(&text)).is_valid(&document), name == "sound", "{name}");
    }
    for text in [HARBOUR, PUBLISHED] {
        let document = serde_json::from_str(text).unwrap();
        assert_eq!(errors(&validator(Some(text)), &document), [""; 0]);
    }
}

#[test]
fn a_pack_without_ids_or_of_another_form_still_has_a_schema() {
    for text in ["{}", "[]", "null", r#"{"facts": 1, "measures": [{}, {"id": 2}, 3]}"#] {
        assert!(jsonschema::meta::is_valid(&written(Some(text))), "{text}");
    }
}

/// Calls back with every object of a schema.
fn objects(schema: &Value, visit: &mut dyn FnMut(&Value)) {
    visit(schema);
    match schema {
        Value::Object(map) => map.values().for_each(|child| objects(child, visit)),
        Value::Array(list) => list.iter().for_each(|child| objects(child, visit)),
        _ => {}
    }
}

#[test]
fn every_key_says_what_it_is_for_and_every_reference_leads_somewhere() {
    let schema = written(None);
    let (mut keys, mut known, mut used) = (0, BTreeSet::new(), BTreeSet::new());
    known.extend(schema["$defs"].as_object().unwrap().keys().map(String::as_str));
    objects(&schema, &mut |object| {
        if let Some(name) = object["$ref"].as_str() {
            used.insert(name.strip_prefix("#/$defs/").unwrap().to_owned());
        }
        // Under `if` and `else` keys are named again, to say when they may stand.
        let properties = object["properties"].as_object().filter(|_| object.get("type").is_some());
        for (key, property) in properties.into_iter().flatten() {
            keys += 1;
            assert!(
                property["description"].as_str().is_some_and(|about| !about.is_empty()),
                "{key}"
            );
        }
    });
    assert!(keys > 90, "{keys}");
    assert_eq!(known, used.iter().map(String::as_str).collect());
}

/// Faults of these packs are told from the shape alone, so the schema must see them.
fn by_shape(text: &str) -> bool {
    use eligibility_check::rulebook::FaultCode as Code;
    let faults = RulePack::from_json(text).err();
    let codes = faults.iter().flat_map(|error| error.faults()).map(|fault| fault.code);
    codes.into_iter().any(|code| matches!(code, Code::MissingKey | Code::UnknownKey | Code::BadId))
}

/// Whether the schema and the check agree on a document, as far as they can.
fn agree(validator: &Validator, document: &Value) -> Result<(), TestCaseError> {
    let text = document.to_string();
    let errors = errors(validator, document);
    if RulePack::from_json(&text).is_ok() {
        prop_assert!(errors.is_empty(), "{errors:?}");
    }
    prop_assert!(
        !(by_shape(&text) && errors.is_empty()),
        "the schema sees nothing wrong with {text}"
    );
    Ok(())
}

#[test]
fn whatever_is_deleted_from_a_small_pack_the_schema_says_as_the_check_does() {
    let validator = validator(None);
    let pack: Value = serde_json::from_str(HARBOUR).unwrap();
    for pointer in pointers(&pack) {
        let mut without = pack.clone();
        delete(&mut without, &pointer);
        agree(&validator, &without).unwrap();
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_generated_pack_passes(text in pack()) {
        thread_local!(static VALIDATOR: Validator = validator(None));
        VALIDATOR.with(|validator| agree(validator, &serde_json::from_str(&text).unwrap()))?;
    }

    #[test]
    fn a_damaged_pack_is_refused_for_its_shape_and_a_sound_one_never(
        index in any::<prop::sample::Index>(), value in prop::sample::select(other_types()),
    ) {
        thread_local!(static VALIDATOR: Validator = validator(None));
        let mut pack: Value = serde_json::from_str(HARBOUR).unwrap();
        let pointers = pointers(&pack);
        *pack.pointer_mut(index.get::<String>(&pointers)).unwrap() = value;
        VALIDATOR.with(|validator| agree(validator, &pack))?;
    }
}
