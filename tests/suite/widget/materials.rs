//! The table of materials: its content, and that a spreadsheet reads exactly that.
//!
//! After an intended change, run `INSTA_UPDATE=always cargo test --test suite materials` and review
//! the diff.

use std::collections::BTreeSet;
use std::rc::Rc;

use eligibility_check::engine::{Answers, EvalContext, assess, checklist};
use eligibility_check::rulebook::{Locale, MeasureId, RulePack};
use eligibility_check::widget::{FileKind, PrintOptions};
use proptest::prelude::*;

use crate::support::{HARBOUR, PUBLISHED, cases, date, parse_pack};
use crate::widget::saved_file::{DAY, FERRY, HOSTILE, Wanted, snapshot, titled};

const BUTTON: &str = "下载材料清单（表格）";

fn wanted() -> Wanted<'static> {
    Wanted::of(FileKind::Materials)
}

/// The table as an independent reader reads it, head first.
fn records(content: &str) -> Vec<Vec<String>> {
    let text = content.strip_prefix('\u{feff}').unwrap();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let records =
        reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect());
    records.collect()
}

/// The first cells, without the mark that makes them text.
fn titles(content: &str) -> Vec<String> {
    let records = records(content);
    let cells = records.iter().skip(1).map(|record| &record[0]);
    cells.map(|cell| cell.strip_prefix('\'').unwrap_or(cell).to_owned()).collect()
}

/// The titles of the checklist of everything within reach.
fn on_the_checklist(pack: &RulePack, answers: &Answers) -> Vec<String> {
    let assessment = assess(pack, answers, date(DAY));
    let reach = assessment.iter().filter(|(_, assessed)| assessed.outcome.is_possible());
    let reach: Vec<MeasureId> = reach.map(|(id, _)| id).collect();
    let list = checklist(&EvalContext { pack, answers, as_of: date(DAY) }, reach);
    let titles =
        list.entries.iter().map(|entry| pack.materials[entry.material].title.get(Locale::ZhHans));
    titles.map(|title| title.to_string()).collect()
}

#[test]
fn the_table_matches_its_snapshot_in_each_language() {
    for (name, text) in [("ferry", FERRY), ("published", PUBLISHED)] {
        let pack = parse_pack(text);
        for locale in Locale::ALL {
            let file = Wanted { locale, ..wanted() }.file(&pack).unwrap();
            snapshot(&format!("materials-{name}-{}", locale.tag()), file);
        }
    }
}

#[test]
fn the_file_name_has_pack_and_day_in_latin_letters() {
    let (name, content) = wanted().file(&parse_pack(FERRY)).unwrap();
    assert_eq!(name, "ferry-2019-materials-2019-04-30.csv");
    assert!(content.starts_with("\u{feff}\"材料名称\",") && content.ends_with("\"\r\n"));
    assert_eq!(content.matches('\n').count(), content.matches("\r\n").count());
}

#[test]
fn the_head_marks_a_lapsed_policy() {
    let head =
        |as_of| records(&Wanted { as_of, ..wanted() }.content(&parse_pack(FERRY)))[0][0].clone();
    assert_eq!(head("2021-12-31"), "材料名称");
    assert_eq!(head("2022-01-01"), "材料名称（仅供历史参考）");
}

#[test]
fn without_materials_there_is_no_table_and_no_button() {
    let (with, without) = (parse_pack(FERRY), parse_pack(HARBOUR));
    assert!(wanted().is_offered(&with, BUTTON));
    // The only measure with materials is for those who are registered.
    let not_met = Wanted { answers: r#"{"registered": false}"#, ..wanted() };
    assert_eq!(not_met.file(&without), None);
    assert!(!not_met.is_offered(&without, BUTTON));
}

#[test]
fn the_table_has_only_the_materials_of_the_chosen_measures() {
    let pack = parse_pack(PUBLISHED);
    let all = titles(&wanted().content(&pack));
    let measure = pack.find_measure("innovate-hnte-moved-in").unwrap();
    let options = PrintOptions::default().with_measure(measure);
    let chosen = titles(&Wanted { options, ..wanted() }.content(&pack));
    let used = pack.measures[measure].materials.iter();
    let used = used.map(|used| pack.materials[used.material].title.get(Locale::ZhHans).to_string());
    assert_eq!(chosen.iter().collect::<BTreeSet<_>>(), used.collect::<Vec<_>>().iter().collect());
    assert_eq!((chosen.len(), all.len()), (4, 5));
}

#[test]
fn answers_decide_which_materials_are_required() {
    let pack = parse_pack(FERRY);
    let needs = |answers| {
        let content = Wanted { answers, ..wanted() }.content(&pack);
        records(&content).iter().skip(1).map(|record| record[1].clone()).collect::<Vec<_>>()
    };
    assert_eq!(needs("{}"), ["免提交", "视情形"]);
    assert_eq!(needs(r#"{"trips": 150}"#), ["免提交", "必备"]);
    assert_eq!(needs(r#"{"trips": 50}"#), ["免提交"]);
}

#[test]
fn measures_that_are_only_named_have_no_materials_in_the_table() {
    let options = PrintOptions { without_open: true, ..PrintOptions::default() };
    assert_eq!(Wanted { options, ..wanted() }.file(&parse_pack(FERRY)), None);
}

#[test]
fn every_title_is_read_back_and_is_not_a_formula() {
    let titles_given: Vec<String> = HOSTILE.iter().map(|title| (*title).to_owned()).collect();
    let content = wanted().content(&titled(&titles_given));
    assert_eq!(titles(&content), titles_given);
    let marked: Vec<bool> =
        records(&content).iter().skip(1).map(|record| record[0].starts_with('\'')).collect();
    let dangerous: BTreeSet<usize> = BTreeSet::from([3, 4, 5, 6, 7, 8, 9, 10]);
    assert_eq!(
        marked,
        (0..HOSTILE.len()).map(|index| dangerous.contains(&index)).collect::<Vec<_>>()
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
    assert_eq!(titles(&wanted().content(&titled(std::slice::from_ref(&long)))), [long]);
    let many: Vec<String> = (0..200).map(|index| format!("材料{index}")).collect();
    let content = wanted().content(&titled(&many));
    assert_eq!(titles(&content), many);
    assert!(records(&content).iter().all(|record| record.len() == 7));
}

#[test]
fn the_materials_of_every_scenario_are_those_of_the_checklist() {
    let pack = parse_pack(PUBLISHED);
    let none = Answers::none(&pack);
    assert_eq!(titles(&wanted().content(&pack)), on_the_checklist(&pack, &none));
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn the_materials_of_the_table_are_exactly_those_of_the_checklist(
        titles_given in prop::collection::vec("[a=+@\"'\\-,;\n\r\t甲＝\u{feff} ]{0,6}甲[=\"'\r\n,]{0,3}", 1..8),
        trips in prop::option::of(0..200_u8), licensed in any::<Option<bool>>(),
    ) {
        let pack: Rc<RulePack> = titled(&titles_given);
        let mut answers = serde_json::Map::new();
        answers.extend(trips.map(|trips| ("trips".to_owned(), trips.into())));
        answers.extend(licensed.map(|licensed| ("licensed".to_owned(), licensed.into())));
        let answers = serde_json::Value::Object(answers).to_string();
        let content = Wanted { answers: &answers, ..wanted() }.content(&pack);
        let expected = on_the_checklist(&pack, &crate::support::parse_answers(&pack, &answers));
        let read = if content.is_empty() { Vec::new() } else {
            records(&content).into_iter().skip(1).map(|record| record[0].clone()).collect()
        };
        prop_assert_eq!(read.len(), expected.len());
        for (cell, title) in read.iter().zip(&expected) {
            prop_assert!(cell == title || cell.strip_prefix('\'') == Some(title), "{:?} for {:?}", cell, title);
        }
    }
}
