//! Texts that are not JSON, and operations that are impossible: errors, and no panic.

use eligibility_check::author::document::{Document, EditError, KeyPosition};
use eligibility_check::rulebook::{IdKind, Json, Kind};

use super::{GUIDE, document, json};

#[test]
fn a_text_that_is_not_json_is_an_error() {
    let truncated = &GUIDE[..GUIDE.len() / 2];
    let texts = [
        "",
        " ",
        "{",
        "[1,]",
        "{\"a\": 1,}",
        "{a: 1}",
        "// no\n1",
        "1 2",
        "'a'",
        "0x1",
        "+1",
        ".5",
        "NaN",
        "\u{feff}{}",
        "\"\\ud800\"",
        "\"\n\"",
        "[1 2]",
        truncated,
    ];
    for text in texts {
        assert!(matches!(Document::parse(text), Err(EditError::NotJson(_))), "{text:?}");
    }
}

#[test]
fn a_hundred_thousand_levels_of_nesting_are_an_error_and_not_a_crash() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let deep = format!("{}1{}", open.repeat(100_000), close.repeat(100_000));
        let error = Document::parse(deep).unwrap_err();
        assert!(error.to_string().contains("nesting deeper than 128 levels"), "{error}");
    }
}

#[test]
fn a_value_of_127_levels_can_be_edited() {
    let deep = format!("{}1{}", "[".repeat(127), "]".repeat(127));
    let edits = document(&deep).set(&"/0".repeat(127), &json("2")).unwrap();
    assert_eq!(edits.apply(&deep), deep.replace('1', "2"));
}

#[test]
fn a_pointer_to_nothing_is_an_error() {
    let document = document(r#"{"a": [1], "b": {"c": 2}}"#);
    for pointer in ["/x", "/a/1", "/a/-", "/a/00", "/a/+0", "/b/c/d", "a", "/a/0/0", "/"] {
        let expected = Err(EditError::NoValue(pointer.to_owned()));
        assert_eq!(document.set(pointer, &Json::Null), expected, "{pointer}");
        assert_eq!(document.remove(pointer), expected);
        assert_eq!(document.insert(pointer, 0, &Json::Null), expected);
    }
}

#[test]
fn an_operation_on_another_kind_of_value_is_an_error() {
    let document = document(r#"{"a": [1], "b": {"c": 2}}"#);
    let null = &Json::Null;
    assert_eq!(document.insert("/b", 0, null), Err(EditError::NotAList("/b".to_owned())));
    assert_eq!(document.move_item("/b", 0, 0), Err(EditError::NotAList("/b".to_owned())));
    let not_an_object = Err(EditError::NotAnObject("/a".to_owned()));
    assert_eq!(document.insert_key("/a", "x", null, KeyPosition::Last), not_an_object);
    assert_eq!(document.rename_key("/a/0", "x"), not_an_object);
    let no_index = EditError::NoIndex { pointer: "/a".to_owned(), len: 1, index: 2 };
    assert_eq!(document.insert("/a", 2, null), Err(no_index.clone()));
    assert_eq!(document.move_item("/a", 0, 2), Err(no_index));
    let exists = Err(EditError::KeyExists("a".to_owned()));
    assert_eq!(document.insert_key("", "a", null, KeyPosition::Last), exists);
    assert_eq!(document.rename_key("/b", "a"), exists);
    assert_eq!(document.remove(""), Err(EditError::WholeDocument));
    assert_eq!(document.rename_key("", "a"), Err(EditError::WholeDocument));
}

#[test]
fn an_impossible_id_is_an_error() {
    let document = document(GUIDE);
    let facts = IdKind::Definition(Kind::Fact);
    let rename = |id: &str, name: &str| document.rename_id(&facts, id, name).unwrap_err();
    assert_eq!(rename("registered", "Registered"), EditError::BadId("Registered".to_owned()));
    assert_eq!(rename("licence", "other"), EditError::UnknownId("licence".to_owned()));
    let measures = IdKind::Definition(Kind::Measure);
    let error = document.rename_id(&measures, "registered", "other").unwrap_err();
    assert_eq!(error, EditError::UnknownId("registered".to_owned()));
}

#[test]
fn a_repeated_key_leads_to_its_first_value() {
    let text = r#"{"a": 1, "a": 2}"#;
    assert_eq!(document(text).set("/a", &json("3")).unwrap().apply(text), r#"{"a": 3, "a": 2}"#);
}

#[test]
fn every_truncation_of_a_pack_is_an_error() {
    for end in (0..GUIDE.len() - 2).filter(|end| GUIDE.is_char_boundary(*end)) {
        assert!(Document::parse(&GUIDE[..end]).is_err(), "{end}");
    }
}
