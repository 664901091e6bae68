//! The CSV table of materials, and that an independent parser reads the same texts.
//!
//! After an intended change, run `INSTA_UPDATE=always cargo test --test suite materials` and review
//! the diff.

use std::collections::BTreeSet;
use std::rc::Rc;

use eligibility_check::engine::{Answers, EvalContext, assess, checklist};
use eligibility_check::rulebook::{Locale, MeasureId, RulePack};
use eligibility_check::widget::{FileKind, PrintOptions};
use proptest::prelude::*;

use crate::support::{FERRY, HARBOUR, PUBLISHED, cases, date, parse_pack};
use crate::widget::saved_file::{DAY, HOSTILE, SavedFile, assert_file_snapshot, with_titles};

const BUTTON: &str = "下载材料清单（表格）";

fn table() -> SavedFile<'static> {
    SavedFile::of(FileKind::Materials)
}

/// The records that an independent parser reads, header first.
fn records(content: &str) -> Vec<Vec<String>> {
    let text = content.strip_prefix('\u{feff}').unwrap();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let records =
        reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect());
    records.collect()
}

/// The first cells, without the apostrophe that prevents formulas.
fn titles(content: &str) -> Vec<String> {
    let records = records(content);
    let cells = records.iter().skip(1).map(|record| &record[0]);
    cells.map(|cell| cell.strip_prefix('\'').unwrap_or(cell).to_owned()).collect()
}

/// The titles on the checklist of all measures that can be met.
fn checklist_titles(pack: &RulePack, answers: &Answers) -> Vec<String> {
    let assessment = assess(pack, answers, date(DAY));
    let possible = assessment.iter().filter(|(_, assessed)| assessed.outcome.is_possible());
    let possible: Vec<MeasureId> = possible.map(|(id, _)| id).collect();
    let list = checklist(&EvalContext { pack, answers, as_of: date(DAY) }, possible);
    let titles =
        list.entries.iter().map(|entry| pack.materials[entry.material].title.get(Locale::ZhHans));
    titles.map(|title| title.to_string()).collect()
}

#[test]
fn the_table_matches_its_snapshot_in_each_language() {
    for (name, text) in [("ferry", FERRY), ("published", PUBLISHED)] {
        let pack = parse_pack(text);
        for locale in Locale::ALL {
            let file = SavedFile { locale, ..table() }.file(&pack).unwrap();
            assert_file_snapshot(&format!("materials-{name}-{}", locale.tag()), file);
        }
    }
}

#[test]
fn the_file_name_has_the_pack_id_and_the_as_of_date() {
    let (name, content) = table().file(&parse_pack(FERRY)).unwrap();
    assert_eq!(name, "ferry-2019-materials-2019-04-30.csv");
    assert!(content.starts_with("\u{feff}\"材料名称\",") && content.ends_with("\"\r\n"));
    assert_eq!(content.matches('\n').count(), content.matches("\r\n").count());
}

#[test]
fn the_header_marks_a_lapsed_policy() {
    let header =
        |as_of| records(&SavedFile { as_of, ..table() }.content(&parse_pack(FERRY)))[0][0].clone();
    assert_eq!(header("2021-12-31"), "材料名称");
    assert_eq!(header("2022-01-01"), "材料名称（仅供历史参考）");
}

#[test]
fn without_materials_there_is_no_table_and_no_button() {
    let (with, without) = (parse_pack(FERRY), parse_pack(HARBOUR));
    assert!(table().is_offered(&with, BUTTON));
    // The only measure with materials is for registered firms.
    let not_met = SavedFile { answers: r#"{"registered": false}"#, ..table() };
    assert_eq!(not_met.file(&without), None);
    assert!(!not_met.is_offered(&without, BUTTON));
}

#[test]
fn the_table_has_only_the_materials_of_the_chosen_measures() {
    let pack = parse_pack(PUBLISHED);
    let all = titles(&table().content(&pack));
    let measure = pack.find_measure("innovate-hnte-moved-in").unwrap();
    let options = PrintOptions::default().with_measure(measure);
    let chosen = titles(&SavedFile { options, ..table() }.content(&pack));
    let used = pack.measures[measure].materials.iter();
    let used = used.map(|used| pack.materials[used.material].title.get(Locale::ZhHans).to_string());
    assert_eq!(chosen.iter().collect::<BTreeSet<_>>(), used.collect::<Vec<_>>().iter().collect());
    assert_eq!((chosen.len(), all.len()), (4, 5));
}

#[test]
fn answers_decide_which_materials_are_required() {
    let pack = parse_pack(FERRY);
    let statuses = |answers| {
        let content = SavedFile { answers, ..table() }.content(&pack);
        records(&content).iter().skip(1).map(|record| record[1].clone()).collect::<Vec<_>>()
    };
    assert_eq!(statuses("{}"), ["免提交", "视情形"]);
    assert_eq!(statuses(r#"{"trips": 150}"#), ["免提交", "必备"]);
    assert_eq!(statuses(r#"{"trips": 50}"#), ["免提交"]);
}

#[test]
fn every_title_round_trips_and_is_not_a_formula() {
    let given: Vec<String> = HOSTILE.iter().map(|title| (*title).to_owned()).collect();
    let content = table().content(&with_titles(&given));
    assert_eq!(titles(&content), given);
    let escaped: Vec<bool> =
        records(&content).iter().skip(1).map(|record| record[0].starts_with('\'')).collect();
    let formulas: BTreeSet<usize> = BTreeSet::from([3, 4, 5, 6, 7, 8, 9, 10]);
    assert_eq!(
        escaped,
        (0..HOSTILE.len()).map(|index| formulas.contains(&index)).collect::<Vec<_>>()
    );
    for cell in records(&content).iter().flatten() {
        let text = cell.trim_start();
        assert!(
            !text.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']),
            "{cell:?} is a formula"
        );
        assert!(!cell.starts_with(char::is_control), "{cell:?} begins with a control character");
    }
}

#[test]
fn long_titles_and_many_materials_are_complete() {
    let long = "申".repeat(400);
    assert_eq!(titles(&table().content(&with_titles(std::slice::from_ref(&long)))), [long]);
    let many: Vec<String> = (0..200).map(|index| format!("材料{index}")).collect();
    let content = table().content(&with_titles(&many));
    assert_eq!(titles(&content), many);
    assert!(records(&content).iter().all(|record| record.len() == 7));
}

#[test]
fn the_materials_without_answers_are_those_of_the_checklist() {
    let pack = parse_pack(PUBLISHED);
    let none = Answers::none(&pack);
    assert_eq!(titles(&table().content(&pack)), checklist_titles(&pack, &none));
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn the_table_and_the_checklist_have_the_same_materials(
        given in prop::collection::vec("[a=+@\"'\\-,;\n\r\t甲＝\u{feff} ]{0,6}甲[=\"'\r\n,]{0,3}", 1..8),
        trips in prop::option::of(0..200_u8), licensed in any::<Option<bool>>(),
    ) {
        let pack: Rc<RulePack> = with_titles(&given);
        let mut answers = serde_json::Map::new();
        answers.extend(trips.map(|trips| ("trips".to_owned(), trips.into())));
        answers.extend(licensed.map(|licensed| ("licensed".to_owned(), licensed.into())));
        let answers = serde_json::Value::Object(answers).to_string();
        let content = SavedFile { answers: &answers, ..table() }.content(&pack);
        let expected = checklist_titles(&pack, &crate::support::parse_answers(&pack, &answers));
        let cells = if content.is_empty() { Vec::new() } else {
            records(&content).into_iter().skip(1).map(|record| record[0].clone()).collect()
        };
        prop_assert_eq!(cells.len(), expected.len());
        for (cell, title) in cells.iter().zip(&expected) {
            prop_assert!(cell == title || cell.strip_prefix('\'') == Some(title), "{:?} for {:?}", cell, title);
        }
    }
}
