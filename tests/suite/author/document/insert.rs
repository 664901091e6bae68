//! New items and keys look like their neighbours.

use eligibility_check::author::document::{Document, KeyPosition};

use super::{GUIDE, PACKS, after, assert_changes, json};

#[test]
fn a_provision_is_inserted_on_one_line_like_the_others() {
    let value = json(
        r#"{"id": "d1-3", "document": "d1", "clause": "第三条", "quote": "每人每月800元",
        "evidence": "official-text"}"#,
    );
    let new = after(GUIDE, |document| document.insert("/provisions", 1, &value));
    assert_changes("inserted-provision", &[(GUIDE, new)]);
}

#[test]
fn a_criterion_is_inserted_on_several_lines_like_the_others() {
    let value = json(
        r#"{"id": "staff", "label": {"zh-Hans": "员工至少5人"},
        "when": {"at-least": ["staff", 5]}, "provision": ["d1-3"], "grade": "explicit"}"#,
    );
    let packs = [GUIDE, PACKS[0], PACKS[1], PACKS[2]];
    let changes = packs.map(|pack| {
        (pack, after(pack, |document| document.insert("/measures/0/criteria", 1, &value)))
    });
    assert_changes("inserted-criterion", &changes);
}

#[test]
fn a_key_is_inserted_in_the_order_of_the_schema() {
    let schema = KeyPosition::Schema;
    let insert = |object: &str, key: &str, value: &str| {
        let value = json(value);
        (GUIDE, after(GUIDE, |document| document.insert_key(object, key, &value, schema)))
    };
    let changes = [
        insert("/measures/0", "applies-when", r#"{"term": "firm"}"#),
        insert("/facts/0", "ask-when", r#"{"term": "firm"}"#),
        insert("/facts/0", "$unknown", "1"),
        insert("/provisions/0", "summary", r#"{"zh-Hans": "欢迎"}"#),
        insert("", "terms", r#"[{"id": "firm", "when": {"is": ["registered", true]}}]"#),
    ];
    assert_changes("inserted-keys", &changes);
}

#[test]
fn a_key_is_inserted_where_the_caller_wants() {
    let text = "{\n  \"a\": 1,\n  \"b\": 2\n}\n";
    let at = |position| after(text, |document| document.insert_key("", "c", &json("3"), position));
    assert_eq!(at(KeyPosition::First), "{\n  \"c\": 3,\n  \"a\": 1,\n  \"b\": 2\n}\n");
    assert_eq!(at(KeyPosition::After("a")), "{\n  \"a\": 1,\n  \"c\": 3,\n  \"b\": 2\n}\n");
    assert_eq!(at(KeyPosition::Before("b")), at(KeyPosition::After("a")));
    assert_eq!(at(KeyPosition::Last), "{\n  \"a\": 1,\n  \"b\": 2,\n  \"c\": 3\n}\n");
    assert_eq!(at(KeyPosition::Before("none")), at(KeyPosition::Last));
}

#[test]
fn an_empty_list_gets_the_layout_of_similar_lists() {
    let change = |item: &str| {
        let empty = after(GUIDE, |document| document.set("/measures/0/criteria", &json("[]")));
        let filled = |document: &Document| document.insert("/measures/0/criteria", 0, &json(item));
        (GUIDE, after(&empty, filled))
    };
    let criterion = r#"{"id": "office", "label": {"zh-Hans": "由主管部门认定"},
        "provision": ["d1-2"], "grade": "directional"}"#;
    assert_changes("inserted-into-an-empty-list", &[change(criterion), change("1")]);
}

#[test]
fn tabs_crlf_and_padding_are_those_of_the_document() {
    let text = "{\r\n\t\"a\" : { \"x\" : 1 },\r\n\t\"b\" : [\r\n\t\t[ 1,2 ]\r\n\t]\r\n}";
    let new = after(text, |document| document.insert("/b", 1, &json("[3, 4]")));
    assert_eq!(new, text.replace("[ 1,2 ]", "[ 1,2 ],\r\n\t\t[ 3,4 ]"));
    let new = after(text, |document| {
        document.insert_key("", "c", &json(r#"{"y": 2}"#), KeyPosition::Last)
    });
    assert_eq!(new, text.replace("\r\n\t]\r\n}", "\r\n\t],\r\n\t\"c\" : { \"y\" : 2 }\r\n}"));
}

#[test]
fn an_empty_document_gets_the_usual_layout() {
    let new = after("{}", |document| {
        document.insert_key("", "title", &json(r#"{"en": "Support"}"#), KeyPosition::Schema)
    });
    assert_eq!(new, r#"{"title": {"en": "Support"}}"#);
}

#[test]
fn put_sets_a_key_or_inserts_it() {
    let put = |key: &str, value: &str| {
        after(GUIDE, |document| document.put("/documents/0", key, &json(value)))
    };
    assert_eq!(put("number", "\"港〔2018〕2号\""), GUIDE.replace("〔2018〕1", "〔2018〕2"));
    assert_changes("put-key", &[(GUIDE, put("url", "\"https://a.example\""))]);
}
