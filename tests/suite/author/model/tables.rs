//! Bands, tiers and classes by row and column.

use eligibility_check::author::document::EditError;
use eligibility_check::author::model::{
    TableForm, TableKind, add_row, move_row, remove_row, set_cell,
};
use eligibility_check::rulebook::Json;

use super::super::document::assert_changes;
use super::{PACKS, after, assert_valid, json, parsed};

const BANDS: &str = r#"{
  "points": {
    "by": "staff",
    "bands": [
      {"at-least": 30, "points": 20, "label": "A"},
      {"at-least": 10, "points": 10}
    ],
    "otherwise": 0
  }
}
"#;

const CLASS: &str = r#"{
  "facts": [{"id": "software", "kind": "yes-no"}],
  "classes": [
    {
      "id": "size",
      "values": [{"id": "small", "label": {"en": "Small"}}],
      "cases": [
        {"when": {"is": ["software", true]}, "cases": [
          {"when": {"term": "few"}, "is": "small"},
          {"is": "small"}
        ]},
        {"is": "small"}
      ]
    }
  ]
}
"#;

const TIERS: &str = r#"{"tiers": [{"from": 1, "to": 9, "amount": "10.5"}]}"#;

fn table(text: &str, pointer: &str, kind: TableKind) -> TableForm {
    TableForm::read(parsed(text).json(), pointer, kind).unwrap()
}

fn bands(text: &str) -> TableForm {
    table(text, "/points/bands", TableKind::Bands)
}

#[test]
fn a_band_has_its_operator_its_points_and_its_label() {
    let form = bands(BANDS);
    let keys: Vec<&str> = form.rows[1].cells.iter().map(|cell| cell.key.as_str()).collect();
    assert_eq!(keys, ["at-least", "points", "label"]);
    assert_eq!(form.rows[1].cells[0].value, Some(Json::Integer(10)));
    assert_eq!(form.rows[1].cells[2].value, None);
    assert_eq!(form.rows[1].cells[2].pointer, "/points/bands/1/label");
}

#[test]
fn rows_are_added_moved_and_removed_on_lines_of_their_own() {
    let form = bands(BANDS);
    let changes = [
        after(BANDS, |document| add_row(document, &form, 2)),
        after(BANDS, |document| move_row(document, &form, 1, 0)),
        after(BANDS, |document| remove_row(document, &form, 0)),
        after(BANDS, |document| set_cell(document, &form, 0, "points", Some(&json("\"20.5\"")))),
        after(BANDS, |document| set_cell(document, &form, 1, "label", Some(&json("\"B\"")))),
        after(BANDS, |document| set_cell(document, &form, 0, "label", None)),
        after(BANDS, |document| set_cell(document, &form, 0, "more-than", Some(&json("30")))),
        after(BANDS, |document| {
            set_cell(document, &form, 1, "when", Some(&json(r#"{"term": "a"}"#)))
        }),
    ];
    assert_changes("changed-bands", &changes.map(|new| (BANDS, new)));
}

#[test]
fn a_removed_cell_that_is_not_there_is_no_change() {
    let form = bands(BANDS);
    assert_eq!(after(BANDS, |document| set_cell(document, &form, 1, "label", None)), BANDS);
}

#[test]
fn a_row_that_does_not_exist_is_an_error() {
    let (document, form) = (parsed(BANDS), bands(BANDS));
    let error = EditError::NoIndex { pointer: "/points/bands".to_owned(), len: 2, index: 2 };
    assert_eq!(remove_row(&document, &form, 2), Err(error.clone()));
    assert_eq!(set_cell(&document, &form, 2, "points", None), Err(error.clone()));
    assert_eq!(move_row(&document, &form, 0, 2), Err(error));
    assert_eq!(TableForm::read(document.json(), "/points", TableKind::Bands), None);
}

#[test]
fn a_new_tier_begins_where_the_one_before_ends() {
    let form = table(TIERS, "/tiers", TableKind::Tiers);
    let new = after(TIERS, |document| add_row(document, &form, 1));
    assert_eq!(
        json(&new).get("tiers").unwrap().items()[1],
        json(r#"{"from": 9, "to": 9, "amount": "10.5"}"#)
    );
}

#[test]
fn the_case_for_all_others_stays_the_last() {
    let form = table(CLASS, "/classes/0/cases", TableKind::Cases);
    let inner = form.rows[0].inner.as_ref().unwrap();
    assert_eq!((form.rows.len(), inner.rows.len()), (2, 2));
    let document = parsed(CLASS);
    assert!(move_row(&document, &form, 0, 1).is_err());
    let new = after(CLASS, |document| add_row(document, inner, 2));
    let cases = parsed(&new);
    let cases = cases.value("/classes/0/cases/0/cases").unwrap().items();
    assert_eq!(cases.len(), 3);
    assert!(cases[2].get("when").is_none() && cases[1].get("when").is_some());
}

#[test]
fn a_first_row_is_made_from_the_facts_and_values_of_the_pack() {
    let only_last = after(CLASS, |document| document.remove("/classes/0/cases/0"));
    let form = table(&only_last, "/classes/0/cases", TableKind::Cases);
    let new = after(&only_last, |document| add_row(document, &form, 0));
    let first = parsed(&new).value("/classes/0/cases/0").unwrap().clone();
    assert_eq!(first, json(r#"{"when": {"is": ["software", true]}, "is": "small"}"#));
    let values = table(CLASS, "/classes/0/values", TableKind::Values);
    let new = after(CLASS, |document| add_row(document, &values, 1));
    assert_eq!(
        parsed(&new).value("/classes/0/values/1").unwrap().to_text(),
        r#"{"id":"value","label":{"en":"Small"}}"#
    );
}

#[test]
fn the_tables_of_a_published_pack_can_be_changed() {
    let pack = PACKS[1];
    let document = parsed(pack);
    let lists = pointers_of_lists(document.json(), "bands");
    assert!(lists.len() >= 3);
    for pointer in lists.iter().take(3) {
        let form = table(pack, pointer, TableKind::Bands);
        assert!(form.rows.iter().all(|row| row.cells[0].value.is_some()));
        let new = after(pack, |document| add_row(document, &form, form.rows.len()));
        assert_valid(&after(&new, |document| move_row(document, &form, 0, 1)));
        assert_eq!(after(&new, |document| remove_row(document, &form, form.rows.len())), pack);
    }
}

/// The pointers to the lists with a key.
fn pointers_of_lists(json: &Json, key: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut todo = vec![(String::new(), json)];
    while let Some((pointer, json)) = todo.pop() {
        for (name, value) in json.entries() {
            let pointer = format!("{pointer}/{name}");
            if name == key {
                found.push(pointer.clone());
            }
            todo.push((pointer, value));
        }
        let items = json.items().iter().enumerate();
        todo.extend(items.map(|(index, item)| (format!("{pointer}/{index}"), item)));
    }
    found
}
