//! Types and values that Parquet may have.

use std::fs;

use parquet::basic::Compression;

use crate::command_line::{empty_folder, run_apart};
use crate::snapshots::assert_snapshot_in;

use super::firms::{Column, write_parquet};

/// Runs `assess` on a file with these columns. The result begins with the exit status.
fn assess(name: &str, columns: &[(&str, Column)], map: Option<&str>) -> String {
    let folder = empty_folder(&format!("registry-parquet-{name}"));
    let (file, map_file) = (folder.join("firms.parquet"), folder.join("map.json"));
    let columns: Vec<_> = columns.iter().map(|(name, column)| (*name, column)).collect();
    write_parquet(&file, Compression::SNAPPY, &columns);
    let mut arguments = vec!["assess", "--pack", "tests/transcripts/packs/harbour.json"];
    arguments.extend(["--as-of", "2019-05-10", "--outcomes", "--input", file.to_str().unwrap()]);
    if let Some(map) = map {
        fs::write(&map_file, map).unwrap();
        arguments.extend(["--columns", map_file.to_str().unwrap()]);
    }
    let (status, replies, errors) = run_apart(&arguments, "");
    let text = format!("exit status {}\n{replies}{errors}", status.unwrap());
    text.replace(file.to_str().unwrap(), "firms.parquet")
}

fn texts(values: &[&str]) -> Column {
    Column::Texts(values.iter().map(|value| Some((*value).to_owned())).collect())
}

#[test]
fn null_is_unanswered_and_an_empty_list_is_an_answer() {
    let lists = vec![None, Some(vec![]), Some(vec!["inventor".to_owned()])];
    let columns = [
        ("id", Column::Integers(vec![Some(1), Some(2), None])),
        ("honours", Column::Lists(lists)),
        ("staff", Column::Integers(vec![None, Some(5), Some(60)])),
    ];
    assert_snapshot_in("registry", "nulls", &assess("nulls", &columns, None));
}

#[test]
fn unusable_values_name_their_column_and_are_counted() {
    let columns = [
        ("id", texts(&["a", "b", "c", "d", "e"])),
        ("scale", texts(&["small", "Small", "grande", "large", "large"])),
        (
            "revenue",
            // The shortest text of 0.1 + 0.2 has 17 places.
            Column::Doubles(vec![Some(0.1 + 0.2), Some(0.3), Some(f64::NAN), Some(1e9), Some(1e5)]),
        ),
        ("staff", Column::Decimals(vec![Some(0), Some(5_000_000), Some(5_500_000), None, None])),
        (
            "founded",
            Column::Dates(vec![Some(0), Some(-99_999), Some(i32::MAX), None, Some(17_000)]),
        ),
        ("honours", Column::Lists(vec![None, None, None, None, Some(vec!["poet".to_owned()])])),
    ];
    assert_snapshot_in("registry", "values", &assess("values", &columns, None));
}

#[test]
fn columns_of_a_wrong_type_are_one_error() {
    let columns = [
        ("id", Column::Booleans(vec![Some(true)])),
        ("registered", Column::Integers(vec![Some(1)])),
        ("scale", Column::Lists(vec![None])),
        ("honours", texts(&["inventor;exporter"])),
        ("founded", Column::Timestamps(vec![Some(0)])),
        ("revenue", Column::Booleans(vec![None])),
        ("staff", Column::Dates(vec![None])),
    ];
    assert_snapshot_in("registry", "types", &assess("types", &columns, None));
}

#[test]
fn a_mapping_gives_texts_numbers_and_booleans_a_meaning() {
    let columns = [
        ("uscc", texts(&["a", "b", "c"])),
        ("local", texts(&["是", "否", "?"])),
        ("kind", Column::Integers(vec![Some(1), Some(2), Some(3)])),
        ("large", Column::Booleans(vec![Some(true), Some(false), None])),
    ];
    let map = r#"{ "key": "uscc", "facts": {
        "registered": { "column": "local", "values": { "是": true, "否": false } },
        "scale": { "column": "kind", "values": { "1": "small", "2": "medium" } } } }"#;
    assert_snapshot_in("registry", "mapping", &assess("mapping", &columns, Some(map)));
}

#[test]
fn a_damaged_file_is_an_error() {
    let folder = empty_folder("registry-damaged");
    let file = folder.join("firms.parquet");
    let (id, registered) = (texts(&["a"]), Column::Booleans(vec![Some(true)]));
    write_parquet(&file, Compression::SNAPPY, &[("id", &id), ("registered", &registered)]);
    let bytes = fs::read(&file).unwrap();
    let pack = "tests/transcripts/packs/harbour.json";
    let arguments = ["assess", "--pack", pack, "--input", file.to_str().unwrap()];
    for length in [0, 3, bytes.len() / 2, bytes.len() - 1] {
        fs::write(&file, &bytes[..length]).unwrap();
        let (status, replies, errors) = run_apart(&arguments, "");
        assert_eq!((status, replies.as_str()), (Some(2), ""), "{length} bytes");
        assert!(errors.contains("cannot be read as Parquet"), "{errors}");
    }
}
