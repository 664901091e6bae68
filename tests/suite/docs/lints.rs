//! `docs/reference/lints.md` explains every fault code and every lint, with correct examples.

use eligibility_check::lint::{Context, LINTS, Source, lint};
use eligibility_check::rulebook::{DocumentId, FaultCode, Id, Json, RulePack};

use crate::support::repo_path;

/// A section about a code.
struct Section<'a> {
    code: &'a str,
    /// The two examples: with the problem, and without it
    examples: [&'a str; 2],
    /// The text of the document, for lints that need it
    source: Option<&'a str>,
}

/// The contents of the code blocks in a language.
pub(super) fn blocks<'a>(text: &'a str, language: &str) -> Vec<&'a str> {
    let fence = format!("```{language}\n");
    text.split(&fence).skip(1).map(|rest| rest.split("\n```").next().unwrap()).collect()
}

/// The example pack of the page, and its sections.
fn parse(page: &str) -> (&str, Vec<Section<'_>>) {
    let mut parts = page.split("\n## ");
    let pack = blocks(parts.next().unwrap(), "json")[0];
    let section = |part| {
        let (code, text): (&str, &str) = str::split_once(part, '\n').unwrap();
        let examples = blocks(text, "json");
        assert_eq!(examples.len(), 2, "{code} has not two examples");
        let examples = [examples[0], examples[1]];
        Section { code, examples, source: blocks(text, "text").first().copied() }
    };
    (pack, parts.map(section).collect())
}

/// A value with the changes of an example. An item of a list changes the item with the same id. A
/// repeated key or id of the example is added.
pub(super) fn changed(value: Json, changes: &Json) -> Json {
    match (value, changes) {
        (Json::Object(mut entries), Json::Object(changes)) => {
            let mut used: Vec<&str> = Vec::new();
            for (key, change) in changes {
                let known = entries.iter_mut().find(|(known, _)| known == key);
                match known.filter(|_| !used.contains(&key.as_str())) {
                    // Only lists of definitions are merged. `when`, `kind` and others are replaced.
                    Some((_, value)) if matches!(change, Json::Array(_)) => {
                        *value = changed(value.clone(), change);
                    }
                    Some((_, value)) => *value = change.clone(),
                    None => entries.push((key.clone(), change.clone())),
                }
                used.push(key);
            }
            Json::Object(entries)
        }
        (Json::Array(mut items), Json::Array(changes)) if changes.iter().all(has_id) => {
            let mut used = Vec::new();
            for change in changes {
                let id = change.get("id");
                let known = items.iter_mut().find(|item| item.get("id") == id);
                match known.filter(|_| !used.contains(&id)) {
                    Some(item) => *item = changed(item.clone(), change),
                    None => items.push(change.clone()),
                }
                used.push(id);
            }
            Json::Array(items)
        }
        (_, change) => change.clone(),
    }
}

fn has_id(item: &Json) -> bool {
    item.get("id").is_some()
}

/// Whether an example is a whole pack, and not a change of one.
fn is_pack(example: &str) -> bool {
    Json::parse(example)
        .is_ok_and(|json| json.get("format").is_some() && json.get("facts").is_some())
}

/// The pack with the changes of an example. An example that is not JSON is the text of the
/// pack.
fn example_pack(pack: &str, example: &str) -> String {
    match Json::parse(example) {
        Ok(changes) if !is_pack(example) => changed(Json::parse(pack).unwrap(), &changes).to_text(),
        Ok(_) | Err(_) => example.to_owned(),
    }
}

/// The codes of all faults, or of all findings if there is no fault.
fn problems(text: &str, source: Option<&str>) -> Vec<&'static str> {
    let pack = match RulePack::from_json(text) {
        Ok(pack) => pack,
        Err(error) => return error.faults().iter().map(|fault| fault.code.name()).collect(),
    };
    let source = source.map(|text| Source {
        document: DocumentId::from_index(0),
        path: "policy.txt".to_owned(),
        text: text.to_owned(),
    });
    let sources: Vec<Source> = source.into_iter().collect();
    let json = Json::parse(text).unwrap();
    lint(&Context::new(&pack, &json, &sources)).iter().map(|finding| finding.lint).collect()
}

#[test]
fn every_code_has_a_section_and_every_section_is_a_code() {
    let page = std::fs::read_to_string(repo_path("docs/reference/lints.md")).unwrap();
    let sections: Vec<&str> = parse(&page).1.iter().map(|section| section.code).collect();
    let faults = FaultCode::ALL.into_iter().map(FaultCode::name);
    let codes: Vec<&str> = faults.chain(LINTS.iter().map(|lint| lint.name)).collect();
    assert_eq!(sections, codes);
    for code in codes {
        assert!(page.contains(&format!("[{code}](#{code})")), "`{code}` is not in the overview");
    }
}

#[test]
fn each_first_example_has_exactly_its_problem_and_each_second_example_has_none() {
    let page = std::fs::read_to_string(repo_path("docs/reference/lints.md")).unwrap();
    let (base, sections) = parse(&page);
    assert_eq!(problems(base, None), [""; 0], "the example pack");
    let mut wrong = Vec::new();
    for Section { code, examples: [before, after], source } in sections {
        let mut found = problems(&example_pack(base, before), source);
        found.dedup();
        let base = if is_pack(before) { before } else { base };
        let left = problems(&example_pack(base, after), source);
        if found != [code] || !left.is_empty() {
            wrong.push(format!("{code}: the first has {found:?}, the second {left:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
