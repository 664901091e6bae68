//! Findings, faults and texts about classes, assumptions, relations, named numbers and topics.

use std::fs;

use serde_json::{Value, json};

use crate::command_line::{empty_folder, run, run_apart};

use super::diff::pack;

/// A changed pack as a file.
fn file(name: &str, change: &dyn Fn(&mut Value)) -> String {
    let path = empty_folder(&format!("definitions/{name}")).join("pack.json");
    let mut pack = pack();
    change(&mut pack);
    fs::write(&path, serde_json::to_string_pretty(&pack).unwrap()).unwrap();
    path.to_str().unwrap().to_owned()
}

/// The output of `lint` for a changed pack.
fn lint(name: &str, change: &dyn Fn(&mut Value)) -> String {
    run(&["lint", "--pack", &file(name, change)]).1
}

fn codes(text: &str) -> Vec<&str> {
    let lines =
        text.lines().filter(|line| line.starts_with("warning[") || line.starts_with("error["));
    lines.map(|line| line.split(['[', ']']).nth(1).unwrap()).collect()
}

#[test]
fn a_fact_that_only_an_assumption_reads_is_used() {
    let text = lint("used", &|_| {});
    assert!(!text.contains("`coming`"), "{text}");
    assert!(!codes(&text).contains(&"uncited-provision"), "{text}");
}

#[test]
fn a_question_that_an_assumption_needs_and_never_sees_is_reported() {
    let text = lint("hidden", &|pack| {
        pack["facts"][1]["ask-when"] = json!({"is": ["local", true]});
    });
    assert!(codes(&text).contains(&"hidden-question"), "{text}");
    assert!(
        text.contains("the question `coming` is hidden from everyone to whom `plan` could apply"),
        "{text}"
    );
    let text = lint("not-hidden", &|pack| {
        pack["facts"][1]["ask-when"] = json!({"is": ["local", false]});
    });
    assert!(!codes(&text).contains(&"hidden-question"), "{text}");
}

#[test]
fn an_impossible_relation_is_the_only_new_finding() {
    let before = lint("possible", &|_| {});
    let relation = |bound: i32, message: &str| json!({"holds": {"more-than": ["staff", bound]}, "message": message});
    let alone = |pack: &mut Value| {
        pack["facts"][4]["kind"]["number"]["max"] = json!(100_000);
        pack["relations"] = json!([relation(100_000, "Never.")]);
    };
    let text = lint("impossible", &alone);
    let mut expected = codes(&before);
    expected.push("impossible-relation");
    assert_eq!(codes(&text), expected, "{text}");
    let together = |pack: &mut Value| {
        let small = json!({"holds": {"less-than": ["staff", 10]}, "message": "Small."});
        pack["relations"] = json!([small, relation(20, "Large.")]);
    };
    let text = lint("impossible-together", &together);
    assert_eq!(codes(&text), expected, "{text}");
    assert!(text.contains("no answers satisfy this relation and others"), "{text}");
}

#[test]
fn a_repetition_in_a_list_is_to_be_removed() {
    let topic = |pack: &mut Value| {
        pack["topics"] = json!([
            {"id": "t", "title": "T", "summary": "S", "measures": ["prize", "prize"]}
        ]);
    };
    let together = |pack: &mut Value| {
        pack["ask-together"] = json!([{"facts": ["rd", "sales", "rd"], "title": "T"}]);
    };
    for (name, text) in [("topic", lint("topic", &topic)), ("group", lint("group", &together))] {
        assert_eq!(codes(&text), ["duplicate-id"], "{name}: {text}");
        assert!(text.contains("help: remove the repetition"), "{name}: {text}");
        assert!(text.contains("first named here") && text.contains("repeated here"), "{text}");
    }
}

#[test]
fn a_number_that_uses_one_below_must_be_moved() {
    let text = lint("below", &|pack| {
        pack["quantities"][0]["quantity"] = json!({"ratio": ["rd", {"quantity": "costs"}]});
    });
    assert!(text.contains("help: move `costs` above this one"), "{text}");
    assert!(!text.contains("refers to itself"), "{text}");
    let text = lint("number-cycle", &|pack| {
        pack["quantities"][0]["quantity"] = json!({"ratio": ["rd", {"quantity": "costs"}]});
        pack["quantities"][1]["quantity"] = json!({"sum": ["rd", {"quantity": "share"}]});
    });
    assert!(text.contains("cycle `share` → `costs` → `share`"), "{text}");
    let text = lint("own-number", &|pack| {
        pack["quantities"][0]["quantity"] = json!({"ratio": ["rd", {"quantity": "share"}]});
    });
    assert!(text.contains("cycle `share` → `share`"), "{text}");
}

#[test]
fn a_cycle_names_its_chain_at_a_reference() {
    let text = lint("met-cycle", &|pack| {
        pack["measures"][2]["criteria"][0]["when"] = json!({"all": [{"met": "prize"}]});
    });
    assert!(text.contains("cycle `recognised` → `prize` → `recognised`"), "{text}");
    let marked: Vec<&str> =
        text.lines().filter(|line| line.contains("^ refers to itself")).collect();
    assert_eq!(marked.len(), 1, "{text}");
    assert!(text.contains(r#""met": "prize""#), "{text}");
    let text = lint("class-cycle", &|pack| {
        pack["terms"][0]["when"] = json!({"class": ["size", "small"]});
        pack["classes"][0]["cases"][1]["when"] = json!({"term": "big"});
    });
    assert!(text.contains("`big` → `size` → `big`"), "{text}");
}

#[test]
fn messages_name_what_is_meant() {
    let text = lint("no-assumption", &|pack| pack["measures"][5]["assume"] = json!("plans"));
    assert!(text.contains("expected the id of an assumption"), "{text}");
    let text = lint("class-value", &|pack| {
        pack["measures"][0]["criteria"][0]["when"] = json!({"class": ["size", "tiny"]});
    });
    assert!(text.contains("the class is defined here"), "{text}");
    let text = lint("no-operands", &|pack| {
        pack["quantities"][1]["quantity"] = json!({"sum": []});
    });
    assert!(text.contains("at least 1 operand,"), "{text}");
    let text = lint("changeable", &|pack| pack["facts"][4]["changeable"] = json!("up"));
    assert!(text.contains(r#"`true`, `false`, `"more"`, `"less"`"#), "{text}");
}

#[test]
fn a_gap_shows_the_condition_as_its_author_wrote_it() {
    let pack = file("gap", &|_| {});
    let scenarios = empty_folder("definitions/scenarios").join("one.json");
    let scenario = json!([{
        "name": "one", "as-of": "2025-01-01", "answers": {"valid": "2026-01-01"},
        "expect": {"valid": {"outcome": "met"}}
    }]);
    fs::write(&scenarios, scenario.to_string()).unwrap();
    let (_, text) = run(&["test", "--pack", &pack, scenarios.to_str().unwrap()]);
    assert!(text.contains(r#"valid/c: never false: {"after":["valid","as-of"]}"#), "{text}");
}

#[test]
fn an_explanation_is_in_the_language_of_the_pack() {
    let pack = file("english", &|_| {});
    let case = r#"{"as-of": "2025-01-01", "answers": {"local": true}}"#;
    let (status, text, _) = run_apart(&["explain", "--pack", &pack], case);
    assert_eq!(status, Some(0));
    assert!(
        text.is_ascii() || !text.chars().any(|char| ('\u{4e00}'..'\u{9fff}').contains(&char)),
        "{text}"
    );
}

#[test]
fn an_explanation_names_the_missing_answers_of_an_assumption() {
    let pack = file("premise", &|_| {});
    let case = r#"{"as-of": "2025-01-01", "answers": {"local": false}}"#;
    let explain = ["explain", "--pack", &pack, "--measure", "settled"];
    let (_, text, _) = run_apart(&explain, case);
    let mut lines = text.lines().skip_while(|line| !line.contains("Once here"));
    assert!(lines.next().is_some_and(|line| line.starts_with('*')), "{text}");
    assert!(lines.next().is_some_and(|line| line.contains("Coming: ")), "{text}");
    assert_eq!(text.lines().filter(|line| line.starts_with('*')).count(), 1, "{text}");
}

#[test]
fn a_syntax_error_in_a_case_does_not_name_a_second_line() {
    let pack = file("syntax", &|_| {});
    let (_, text, _) =
        run_apart(&["assess", "--pack", &pack], "{\"answers\": {}}\n{\"answers\":\n");
    let reply: Value = serde_json::from_str(text.lines().nth(1).unwrap()).unwrap();
    assert_eq!(reply["error"]["line"], 2);
    let message = reply["error"]["message"].as_str().unwrap();
    assert!(!message.contains("line") && message.contains("column 11"), "{message}");
}
