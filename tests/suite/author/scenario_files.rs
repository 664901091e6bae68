//! The files of scenarios in the authoring page: changes of one scenario, and renamed ids.

use eligibility_check::author::scenario_files::{
    Named, PackIds, Rename, ScenarioEdit, ScenarioFiles, renamed,
};
use eligibility_check::rulebook::{Json, Kind};

use super::json;
use crate::support::HARBOUR;

const FIRST: &str = r#"[
  {
    "name": "one",
    "as-of": "2018-06-01",
    "answers": {"registered": true},
    "expect": {"welcome": {"outcome": "met", "because": ["registered"]}}
  }
]
"#;

const SECOND: &str = r#"[
  {"name": "two", "as-of": "2018-06-01", "answers": {}, "expect": {"welcome": {"outcome": "open", "missing": ["registered"]}}},
  {"name": "three", "as-of": "2018-06-01", "answers": {}, "expect": {"welcome": {"outcome": "open"}}}
]
"#;

fn both() -> ScenarioFiles {
    let files = [("b.json", SECOND), ("a.json", FIRST)];
    ScenarioFiles::default().open(files.map(|(name, text)| (name.to_owned(), text.to_owned())))
}

fn names(files: &ScenarioFiles) -> Vec<String> {
    let joined = json(&files.joined());
    let name = |one: &Json| one.get("name").and_then(Json::as_str).unwrap_or("?").to_owned();
    joined.items().iter().map(name).collect()
}

fn text(files: &ScenarioFiles, index: usize) -> &str {
    &files.get(index).unwrap().text
}

#[test]
fn the_scenarios_of_several_files_are_one_list_in_the_order_of_the_names() {
    assert_eq!(names(&both()), ["one", "two", "three"]);
    let one = ScenarioFiles::default().open([("a.json".to_owned(), FIRST.to_owned())]);
    assert_eq!(&*one.joined(), FIRST);
    assert_eq!(&*ScenarioFiles::default().joined(), "");
}

#[test]
fn a_file_that_is_no_list_is_a_fault_of_the_joined_text_and_the_others_are_checked() {
    for text in ["{", "null", r#"{"name": "x"}"#, "[{"] {
        // Before the others, so that their indices must not count it.
        let broken = both().open([("_.json".to_owned(), text.to_owned())]);
        assert!(
            !Json::parse(&broken.joined()).is_ok_and(|json| {
                json.items().iter().all(|item| matches!(item, Json::Object(_)))
            })
        );
        assert_eq!(json(&broken.readable()), json(&both().readable()), "{text}");
        assert_eq!(broken.name_of(1), "two");
        let edited = broken.edit(1, &ScenarioEdit::Name("other".to_owned())).unwrap();
        assert_eq!(edited.name_of(1), "other");
        let (added, index) = broken.add(r#"{"name": "x"}"#).unwrap();
        assert_eq!((&*added.name_of(index), index), ("x", 3));
        assert_eq!(self::text(&added, 0), text);
    }
}

#[test]
fn the_only_file_is_checked_even_if_it_is_no_list() {
    let broken = ScenarioFiles::default().open([("a.json".to_owned(), "{".to_owned())]);
    assert_eq!(&*broken.readable(), "{");
    assert_eq!(broken.add(r#"{"name": "x"}"#), None);
}

#[test]
fn a_change_leaves_the_rest_of_its_file_and_the_other_files_as_they_are() {
    let files = both();
    let answer = ScenarioEdit::Answer("registered".to_owned(), Some(Json::Bool(false)));
    let changed = files.edit(2, &answer).unwrap();
    assert_eq!(text(&changed, 0), FIRST);
    let expected = SECOND.replace(
        r#""three", "as-of": "2018-06-01", "answers": {}"#,
        r#""three", "as-of": "2018-06-01", "answers": {"registered": false}"#,
    );
    assert_eq!(text(&changed, 1), expected);
    assert!(changed.is_changed() && !files.is_changed());
    let back = changed.edit(2, &ScenarioEdit::Answer("registered".to_owned(), None)).unwrap();
    assert_eq!(back, files);
}

#[test]
fn names_stay_unique_in_all_files() {
    let files = both();
    let taken = ScenarioEdit::Name("one".to_owned());
    assert_eq!(files.edit(1, &taken), None);
    assert_eq!(files.edit(1, &ScenarioEdit::Name(" ".to_owned())), None);
    assert_eq!(files.edit(0, &taken).as_ref(), Some(&files), "its own name is no change");
    let copied = files.edit(0, &ScenarioEdit::Duplicate).unwrap();
    assert_eq!(names(&copied), ["one", "one (2)", "two", "three"]);
    let (added, index) = files.add(r#"{"name": "one"}"#).unwrap();
    assert_eq!((names(&added)[3].as_str(), index), ("one (2)", 3));
    assert_eq!(text(&added, 0), FIRST, "it is added to the last file");
}

#[test]
fn the_last_scenario_of_a_file_can_be_deleted() {
    let deleted = both().edit(0, &ScenarioEdit::Delete).unwrap();
    assert_eq!(names(&deleted), ["two", "three"]);
    assert_eq!(json(text(&deleted, 0)), Json::Array(Vec::new()));
    let (again, _) = deleted.close(1).add(r#"{"name": "new"}"#).unwrap();
    assert_eq!(names(&again), ["new"]);
}

#[test]
fn expected_results_are_added_changed_and_removed() {
    let outcome = |outcome: &str| ScenarioEdit::Outcome("other".to_owned(), outcome.to_owned());
    let files = both().edit(0, &outcome("met")).unwrap().edit(0, &outcome("open")).unwrap();
    let amount = json(r#"{"min": "1"}"#);
    let expected = ScenarioEdit::Expected("other".to_owned(), "amount", Some(amount));
    let files = files.edit(0, &expected).unwrap();
    let joined = json(&files.joined());
    let other = joined.items()[0].get("expect").unwrap().get("other").unwrap();
    assert_eq!(other.to_text(), r#"{"outcome":"open","amount":{"min":"1"}}"#);
    let removed = files.edit(0, &ScenarioEdit::RemoveMeasure("other".to_owned())).unwrap();
    assert_eq!(json(&removed.joined()), json(&both().joined()));
}

fn ids(text: &str) -> PackIds {
    PackIds::read(&json(text)).unwrap()
}

fn rename_between(old: &str, new: &str) -> Option<Rename> {
    ids(old).rename_to(&ids(new))
}

#[test]
fn a_renamed_fact_is_noticed_whether_or_not_its_references_follow() {
    let definition = HARBOUR.replacen(r#""id": "registered""#, r#""id": "in-harbour""#, 1);
    let everywhere = HARBOUR.replace(r#""registered""#, r#""in-harbour""#);
    let criteria = everywhere.matches(r#""id": "in-harbour""#).count() - 1;
    let rename = rename_between(HARBOUR, &definition).unwrap();
    assert_eq!(rename.named, Named::Definition(Kind::Fact));
    assert_eq!((&*rename.from, &*rename.to), ("registered", "in-harbour"));
    assert_eq!(rename_between(&definition, HARBOUR).unwrap().to, "registered");
    // A criterion with the same id was renamed, too: more than one rename is none.
    assert_eq!(rename_between(HARBOUR, &everywhere).is_none(), criteria > 0);
    assert_eq!(rename_between(HARBOUR, HARBOUR), None);
}

#[test]
fn another_definition_in_the_place_of_one_is_no_rename() {
    let fact = |id: &str, question: &str| {
        let question = format!(r#"{{"zh-Hans": "{question}"}}"#);
        format!(r#"{{"facts": [{{"id": "{id}", "kind": "yes-no", "question": {question}}}]}}"#)
    };
    assert!(rename_between(&fact("a", "?"), &fact("b", "?")).is_some());
    assert_eq!(rename_between(&fact("a", "?"), &fact("b", "!")), None);
    assert_eq!(PackIds::read(&json(&fact("", "?"))), None, "somebody is typing");
}

fn renamed_text(named: Named, from: &str, to: &str, text: &str) -> Option<String> {
    renamed(text, &Rename { named, from: from.to_owned(), to: to.to_owned() })
}

#[test]
fn a_rename_changes_every_mention_and_nothing_else() {
    let fact = || Named::Definition(Kind::Fact);
    // The criterion of the same name stays.
    let expected = FIRST.replace(r#"{"registered": true}"#, r#"{"local": true}"#);
    assert_eq!(renamed_text(fact(), "registered", "local", FIRST).unwrap(), expected);
    let expected = SECOND.replace(r#"["registered"]"#, r#"["local"]"#);
    assert_eq!(renamed_text(fact(), "registered", "local", SECOND).unwrap(), expected);
    assert_eq!(renamed_text(fact(), "absent", "local", SECOND), None);

    let criterion = Named::Criterion("welcome".to_owned());
    let expected = FIRST.replace(r#"["registered"]"#, r#"["local"]"#);
    assert_eq!(renamed_text(criterion, "registered", "local", FIRST).unwrap(), expected);
    let elsewhere = Named::Criterion("other".to_owned());
    assert_eq!(renamed_text(elsewhere, "registered", "local", FIRST), None);

    let measure = Named::Definition(Kind::Measure);
    let expected = SECOND.replace(r#""welcome""#, r#""hello""#);
    assert_eq!(renamed_text(measure, "welcome", "hello", SECOND).unwrap(), expected);
}

#[test]
fn an_option_is_renamed_only_in_answers_to_its_question() {
    let text = r#"[{"answers": {"kind": "a", "other": "a", "many": ["b", "a"]}}]"#;
    let rename = |fact: &str| renamed_text(Named::Option(fact.to_owned()), "a", "z", text);
    let expected = |from: &str, to: &str| Some(text.replace(from, to));
    assert_eq!(rename("kind"), expected(r#""kind": "a""#, r#""kind": "z""#));
    assert_eq!(rename("many"), expected(r#"["b", "a"]"#, r#"["b", "z"]"#));
    assert_eq!(rename("absent"), None);
}
