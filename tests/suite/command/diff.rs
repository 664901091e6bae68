//! `eligibility diff` follows every definition that a measure names, and gives an example.

use std::fs;

use serde_json::{Value, json};

use crate::command_line::{empty_folder, run};

/// A pack with a class, an assumption, named numbers, `met` and a date that may be in the future.
pub(super) fn pack() -> Value {
    let criterion = |when: Value| {
        json!({"id": "c", "label": "Condition", "when": when, "provision": ["p"],
               "grade": "explicit"})
    };
    let measure = |id: &str, when: Value| {
        json!({"id": id, "title": id, "summary": "S", "provision": ["p"],
               "criteria": [criterion(when)],
               "grants": {"unspecified": {}, "evidence": "official-text", "provision": ["p"]}})
    };
    let mut settled = measure("settled", json!({"is": ["local", true]}));
    settled["assume"] = json!("plan");
    let mut paid = measure("paid", json!({"is": ["local", true]}));
    paid["grants"] = json!({"rate": {"percent": "10", "of": {"quantity": "costs"}, "unit": "EUR"},
                            "evidence": "official-text", "provision": ["p"]});
    paid["materials"] = json!([{"material": "proof", "when": {"term": "big"}}]);
    let number = |id: &str| {
        json!({"id": id, "kind": {"number": {"unit": "EUR", "min": 0}}, "section": "s",
               "question": id, "changeable": false})
    };
    json!({
        "format": 2, "id": "example", "version": "1", "languages": ["en"], "title": "Example",
        "in-force": {"from": "2024-01-01", "to": "2026-12-31"},
        "documents": [{"id": "d", "title": "Document"}],
        "provisions": [
            {"id": "p", "document": "d", "clause": "1", "quote": "q", "evidence": "official-text"}
        ],
        "sections": [{"id": "s", "title": "Section"}],
        "facts": [
            {"id": "local", "kind": "yes-no", "section": "s", "question": "Local?"},
            {"id": "coming", "kind": "yes-no", "section": "s", "question": "Coming?"},
            {"id": "valid", "kind": "date", "section": "s", "question": "Valid?", "future": true},
            {"id": "sector", "section": "s", "question": "Sector?", "kind": {"choice": [
                {"id": "software", "label": "Software"}, {"id": "other", "label": "Other"}
            ]}},
            number("staff"), number("rd"), number("sales"),
        ],
        "terms": [{"id": "big", "when": {"at-least": ["staff", 500]}}],
        "quantities": [
            {"id": "share", "quantity": {"ratio": ["rd", "sales"]}},
            {"id": "costs", "quantity": {"sum": ["rd", "sales"]}}
        ],
        "classes": [{
            "id": "size", "title": "Size", "provision": ["p"],
            "values": [{"id": "small", "label": "Small"}, {"id": "large", "label": "Large"}],
            "cases": [
                {"when": {"is": ["sector", "software"]}, "cases": [
                    {"when": {"less-than": ["staff", 100]}, "is": "small"}, {"is": "large"}
                ]},
                {"when": {"less-than": ["staff", 300]}, "is": "small"},
                {"is": "large"}
            ]
        }],
        "assumptions": [{
            "id": "plan", "label": "Once here",
            "when": {"is": ["coming", true]}, "answers": {"local": true}
        }],
        "materials": [{"id": "proof", "title": "Proof"}],
        "measures": [
            measure("sized", json!({"class": ["size", "small"]})),
            measure("valid", json!({"after": ["valid", "as-of"]})),
            measure("recognised", json!({"at-least": ["staff", 20]})),
            measure("prize", json!({"met": "recognised"})),
            measure("intense", json!({"at-least": [{"quantity": "share"}, "0.06"]})),
            settled, paid,
        ]
    })
}

/// The output of `diff` between the pack and a changed one, as text or as JSON.
fn diff(name: &str, change: &dyn Fn(&mut Value), options: &[&str]) -> String {
    let folder = empty_folder(&format!("diff/{name}"));
    let mut new = pack();
    change(&mut new);
    let files = [("old.json", pack()), ("new.json", new)].map(|(file, pack)| {
        let path = folder.join(file);
        fs::write(&path, pack.to_string()).unwrap();
        path.to_str().unwrap().to_owned()
    });
    let arguments: Vec<&str> = ["diff"]
        .into_iter()
        .chain(files.iter().map(String::as_str))
        .chain(options.iter().copied())
        .collect();
    let (status, text) = run(&arguments);
    assert_eq!(status, Some(1), "{text}");
    text
}

/// The measures with an example, each with the kinds of change and the answers.
fn examples(name: &str, change: &dyn Fn(&mut Value)) -> Vec<(String, String, Value)> {
    let text = diff(name, change, &["--json"]);
    let comparison: Value = serde_json::from_str(&text).unwrap();
    let mut found = Vec::new();
    for meaning in comparison["meanings"].as_array().unwrap() {
        for (key, witness) in meaning.as_object().unwrap() {
            if witness["found"] == json!(true) {
                let answers = witness["example"]["answers"].clone();
                found.push((meaning["measure"].as_str().unwrap().to_owned(), key.clone(), answers));
            }
        }
    }
    found
}

fn kinds(examples: &[(String, String, Value)]) -> Vec<(&str, &str)> {
    examples.iter().map(|(measure, key, _)| (measure.as_str(), key.as_str())).collect()
}

#[test]
fn a_case_of_a_class_affects_the_measures_that_name_the_class() {
    let change = |pack: &mut Value| {
        pack["classes"][0]["cases"][1]["when"]["less-than"][1] = json!(200);
    };
    let found = examples("class", &change);
    assert_eq!(kinds(&found), [("sized", "no-longer-met")]);
    assert_eq!(found[0].2, json!({"sector": "other", "staff": "200"}));
    let text = diff("class-text", &change, &[]);
    assert!(text.contains("~ measures sized, through classes size"), "{text}");
    let line = text.lines().find(|line| line.contains(" → ")).unwrap();
    let (before, after) = line.split_once(" → ").unwrap();
    assert!(before.contains("300") && after.contains("200"), "{line}");
}

#[test]
fn a_date_that_may_no_longer_be_in_the_future_affects_its_tests() {
    let found = examples("future", &|pack| {
        pack["facts"][2].as_object_mut().unwrap().remove("future");
    });
    assert_eq!(kinds(&found), [("valid", "no-longer-met")]);
    assert_eq!(found[0].2, json!({"valid": "2027-01-01"}));
}

#[test]
fn a_threshold_affects_the_measures_that_read_its_measure() {
    let found = examples("met", &|pack| {
        pack["measures"][2]["criteria"][0]["when"]["at-least"][1] = json!(10);
    });
    assert_eq!(kinds(&found), [("recognised", "newly-met"), ("prize", "newly-met")]);
}

#[test]
fn the_content_of_a_named_number_affects_conditions_and_amounts() {
    let found = examples("quantity", &|pack| {
        pack["quantities"][0]["quantity"] = json!({"ratio": ["sales", "rd"]});
        pack["quantities"][1]["quantity"] = json!({"sum": ["rd", "staff"]});
    });
    assert_eq!(
        kinds(&found),
        [("intense", "no-longer-met"), ("intense", "newly-met"), ("paid", "other-amount")]
    );
}

#[test]
fn a_value_for_a_zero_denominator_affects_who_is_left_to_the_office() {
    let found = examples("zero", &|pack| pack["quantities"][0]["quantity"]["if-zero"] = json!(0));
    assert_eq!(kinds(&found), [("intense", "other-outcome")]);
    assert_eq!(found[0].2["sales"], json!("0"));
    let found = examples("zero-met", &|pack| {
        pack["quantities"][0]["quantity"]["if-zero"] = json!(1);
    });
    assert_eq!(kinds(&found), [("intense", "newly-met")]);
}

#[test]
fn the_condition_and_the_answers_of_an_assumption_affect_its_measures() {
    let found = examples("assumed-when", &|pack| {
        pack["assumptions"][0]["when"] = json!({"is": ["coming", false]});
    });
    let both = [("settled", "newly-met-once-settled"), ("settled", "no-longer-met-once-settled")];
    assert!(both.iter().all(|kind| kinds(&found).contains(kind)), "{found:?}");
    let found = examples("assumed-answers", &|pack| {
        pack["assumptions"][0]["answers"] = json!({"local": false});
    });
    assert_eq!(kinds(&found), [("settled", "no-longer-met-once-settled")]);
    assert_eq!(found[0].2, json!({"coming": true}));
}

#[test]
fn a_term_affects_the_materials_that_depend_on_it() {
    let found = examples("materials", &|pack| {
        pack["terms"][0]["when"]["at-least"][1] = json!(400);
    });
    assert_eq!(kinds(&found), [("paid", "other-materials")]);
}

#[test]
fn an_option_that_is_gone_is_stated_for_the_measures_that_test_it() {
    let text = diff(
        "option",
        &|pack| {
            pack["facts"][3]["kind"]["choice"][0]["id"] = json!("it");
            pack["classes"][0]["cases"][0]["when"]["is"][1] = json!("it");
        },
        &[],
    );
    assert!(text.contains("~ measures sized, through "), "{text}");
    assert!(text.contains("the old conditions cannot be evaluated"), "{text}");
}

#[test]
fn a_long_value_is_cut_around_each_change() {
    let long = |first: u32, last: u32| {
        let tests = (0..20).map(|index| match index {
            0 => json!({"at-least": ["staff", first]}),
            19 => json!({"at-least": ["rd", last]}),
            index => json!({"at-least": ["sales", 1000 + index]}),
        });
        json!({"any": tests.collect::<Vec<_>>()})
    };
    let folder = empty_folder("diff/long");
    let files = [("old.json", (1, 2)), ("new.json", (3, 4))].map(|(file, (first, last))| {
        let mut pack = pack();
        pack["measures"][0]["criteria"][0]["when"] = long(first, last);
        fs::write(folder.join(file), pack.to_string()).unwrap();
        folder.join(file).to_str().unwrap().to_owned()
    });
    let [old, new] = files.each_ref().map(String::as_str);
    let (_, text) = run(&["diff", old, new]);
    for line in [
        r#"criteria/c/when/any/0: {"at-least":["staff",1]} → {"at-least":["staff",3]} [condition]"#,
        r#"criteria/c/when/any/19: {"at-least":["rd",2]} → {"at-least":["rd",4]} [condition]"#,
    ] {
        assert!(text.contains(line), "{text}");
    }
}
