//! Equal firms have equal replies in every format, for any number of threads.

use std::fs;
use std::path::Path;

use parquet::basic::{Compression, ZstdLevel};

use crate::command_line::{empty_folder, run_apart, run_with_input};
use crate::support::{FERRY, HARBOUR, parse_pack};

use super::firms::{columns, csv, firms, json_lines, write_parquet};

/// Runs `assess` on a file.
fn assess(pack: &Path, file: &Path, options: &[&str]) -> (Option<i32>, String, String) {
    let (pack, file) = (pack.to_str().unwrap(), file.to_str().unwrap());
    let arguments = ["assess", "--pack", pack, "--as-of", "2019-05-10", "--input", file];
    run_apart(&[arguments.as_slice(), options].concat(), "")
}

#[test]
fn csv_parquet_and_json_lines_of_the_same_firms_have_the_same_replies() {
    let folder = empty_folder("registry-formats");
    // Of one pack several batches, the last one incomplete.
    for (name, text, count) in [("harbour", HARBOUR, 1_100), ("ferry", FERRY, 200)] {
        let pack = parse_pack(text);
        let pack_path = folder.join(format!("{name}-pack.json"));
        fs::write(&pack_path, text).unwrap();
        let firms = firms(&pack, count);
        let [lines, table, snappy, zstd, gzip] = ["jsonl", "csv", "parquet", "zstd", "gzip"]
            .map(|ending| folder.join(format!("{name}.{ending}")));
        fs::write(&lines, json_lines(&pack, &firms)).unwrap();
        fs::write(&table, csv(&pack, &firms)).unwrap();
        for (path, compression) in [
            (&snappy, Compression::SNAPPY),
            (&zstd, Compression::ZSTD(ZstdLevel::default())),
            (&gzip, Compression::GZIP(Default::default())),
        ] {
            let columns = columns(&pack, &firms);
            let columns: Vec<_> =
                columns.iter().map(|(name, column)| (name.as_str(), column)).collect();
            write_parquet(path, compression, &columns);
        }
        let (status, replies, _) = assess(&pack_path, &lines, &["--jobs", "1"]);
        assert_eq!(replies.lines().count(), count);
        // Errors of tables have another form.
        let usable = |text: &str| {
            let lines = text.lines().filter(|line| !line.contains("\"error\":"));
            lines.map(str::to_owned).collect::<Vec<_>>()
        };
        assert!(usable(&replies).len() > count / 4, "{name}: {replies}");
        for (path, options) in [
            (&table, &[][..]),
            (&snappy, &[]),
            (&zstd, &["--format", "parquet"]),
            (&gzip, &["--format", "parquet"]),
        ] {
            let (of_format, text, errors) = assess(&pack_path, path, options);
            assert_eq!(of_format, status, "{errors}");
            assert_eq!(text.lines().count(), count, "{errors}");
            assert!(usable(&text) == usable(&replies), "{name}: {}", path.display());
        }
        for path in [&lines, &table, &snappy] {
            let (_, one, errors) = assess(&pack_path, path, &["--jobs", "1"]);
            for jobs in ["2", "7"] {
                let (_, text, same_errors) = assess(&pack_path, path, &["--jobs", jobs]);
                assert!(text == one, "{}: {jobs} jobs", path.display());
                assert_eq!(same_errors, errors, "{}: {jobs} jobs", path.display());
            }
        }
    }
}

#[test]
fn selected_measures_and_outcomes_alone_are_those_of_the_complete_reply() {
    let folder = empty_folder("registry-selection");
    let pack = parse_pack(FERRY);
    let pack_path = folder.join("pack.json");
    fs::write(&pack_path, FERRY).unwrap();
    let lines = folder.join("firms.jsonl");
    fs::write(&lines, json_lines(&pack, &firms(&pack, 100))).unwrap();
    let parse = |text: String| -> Vec<serde_json::Value> {
        text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    };
    let complete = parse(assess(&pack_path, &lines, &[]).1);
    let outcomes = parse(assess(&pack_path, &lines, &["--outcomes"]).1);
    for (complete, outcomes) in complete.iter().zip(&outcomes) {
        assert_eq!(complete["outcomes"], outcomes["outcomes"]);
        assert_eq!(complete["error"], outcomes["error"]);
        assert!(outcomes.get("missing").is_none());
    }
    let measures: Vec<&str> = pack.measures.iter().map(|(_, measure)| &*measure.id).collect();
    for pair in measures.chunks(2) {
        let only = [&["--only"][..], pair].concat();
        let some = parse(assess(&pack_path, &lines, &only).1);
        for (complete, some) in complete.iter().zip(&some) {
            for key in ["outcomes", "missing", "amounts"] {
                let Some(all) = complete[key].as_object() else { continue };
                let expected = all.iter().filter(|(id, _)| pair.contains(&id.as_str()));
                let found = some[key].as_object().unwrap();
                assert!(found.iter().eq(expected), "{key}: {some} of {complete}");
            }
            assert!(some.get("next").is_none());
        }
    }
}

#[test]
fn facts_that_a_mapping_does_not_name_are_unanswered_on_request() {
    let folder = empty_folder("registry-unnamed");
    let pack = parse_pack(HARBOUR);
    let [pack_path, lines, table, parquet, map] =
        ["pack.json", "firms.jsonl", "firms.csv", "firms.parquet", "map.json"]
            .map(|name| folder.join(name));
    fs::write(&pack_path, HARBOUR).unwrap();
    let named =
        r#"{"unnamed": "unanswered", "facts": {"registered": "registered", "scale": "scale"}}"#;
    fs::write(&map, named).unwrap();
    let all = firms(&pack, 100);
    let mut of_named = all.clone();
    for firm in &mut of_named {
        for ((_, fact), value) in pack.facts.iter().zip(firm) {
            if !["registered", "scale"].contains(&&*fact.id) {
                *value = None;
            }
        }
    }
    fs::write(&lines, json_lines(&pack, &of_named)).unwrap();
    fs::write(&table, csv(&pack, &all)).unwrap();
    let columns = columns(&pack, &all);
    let columns: Vec<_> = columns.iter().map(|(name, column)| (name.as_str(), column)).collect();
    write_parquet(&parquet, Compression::SNAPPY, &columns);
    let (_, expected, _) = assess(&pack_path, &lines, &[]);
    for path in [&table, &parquet] {
        let (_, by_id, _) = assess(&pack_path, path, &[]);
        assert_ne!(by_id, expected, "the other columns have answers");
        let options = ["--columns", map.to_str().unwrap()];
        let (status, replies, errors) = assess(&pack_path, path, &options);
        assert_eq!((status, &replies), (Some(0), &expected), "{errors}");
        let unused = "unanswered: `honours`, `founded`, `revenue`, `staff`\n  = note: 4 columns not \
                      used: `honours`, `founded`, `revenue`, `staff`\n";
        assert!(errors.ends_with(unused), "{errors}");
    }
}

#[test]
fn a_row_with_a_quotation_mark_that_is_not_closed_is_not_read_into_memory() {
    let file = empty_folder("registry-quotation-mark").join("firms.csv");
    let text = format!("id,registered\n1,true\n2,\"{}\n", "true\n".repeat(2_000_000));
    fs::write(&file, text).unwrap();
    let pack = Path::new("tests/transcripts/packs/harbour.json");
    let (status, replies, errors) = assess(pack, &file, &["--jobs", "2"]);
    let errors = errors.replace(file.to_str().unwrap(), "firms.csv");
    assert_eq!(status, Some(2));
    assert_eq!(replies.lines().count(), 1, "the rows before are evaluated");
    let expected = "error: a row of `firms.csv` is larger than the limit of 1 MB\n  = note: it \
                    begins in line 3\n  = help: check that every quotation mark is closed\n";
    assert!(errors.ends_with(expected), "{errors}");
}

#[test]
fn no_rows_have_no_replies() {
    let assess = ["assess", "--pack", "tests/transcripts/packs/harbour.json"];
    assert_eq!(run_with_input(&assess, ""), (Some(0), String::new()));
    let folder = empty_folder("registry-empty");
    let file = folder.join("empty.parquet");
    let columns = super::firms::Column::Texts(Vec::new());
    let registered = super::firms::Column::Booleans(Vec::new());
    let columns = [("id", &columns), ("registered", &registered)];
    write_parquet(&file, Compression::UNCOMPRESSED, &columns);
    let arguments = [&assess[..], &["--input", file.to_str().unwrap()]].concat();
    assert_eq!(run_with_input(&arguments, ""), (Some(0), String::new()));
}
