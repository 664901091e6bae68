//! Resuming from receipt codes and files of answers.

use std::rc::Rc;

use eligibility_check::engine::{Receipt, receipt_link};
use eligibility_check::rulebook::{Locale, RulePack};
use eligibility_check::widget::preview::{Part, Preview};
use eligibility_check::widget::{
    Action, FileKind, Import, ImportError, ImportSource, SavedState, Screen, State, answers_json,
};
use yew::Reducible;

use crate::command_line::run_with_input;
use crate::dom::elements;
use crate::markup::{part_of, render, state, widget_pack};
use crate::support::{HARBOUR, KIOSK, PUBLISHED, date, parse_answers, parse_pack, scenario_files};
use crate::widget::saved_file::SavedFile;
use crate::widget::screens::MANY_OUTCOMES;

const DAY: &str = "2019-05-10";

/// The as-of date before a restore. Most imports have their own date.
const LATER: &str = "2020-02-29";

/// The name and the content of a file of answers.
pub(crate) fn file(pack: &Rc<RulePack>, as_of: &str, answers: &str) -> (String, String) {
    SavedFile { as_of, answers, ..SavedFile::of(FileKind::Answers) }.file(pack).unwrap()
}

/// Imports one line as a code, and several lines as a file.
fn import(text: &str) -> Import {
    let source = if text.contains('\n') { ImportSource::File } else { ImportSource::Code };
    Import { source, content: text.to_owned() }
}

/// The state of a new widget after an import.
fn after(pack: &Rc<RulePack>, import: Import) -> Rc<State> {
    state(pack, LATER, "{}", Vec::new()).reduce(Action::Restore(import))
}

/// The error in the form after a rejected import. Checks that no other input has an error.
fn rejected(pack: &Rc<RulePack>, import: Import) -> String {
    let state = after(pack, import);
    assert_eq!((state.screen, state.answers.count()), (Screen::Start, 0));
    let html = part_of(&state, pack, Locale::ZhHans, Part::RestoreForm);
    assert_eq!(html.matches("aria-invalid").count(), 1, "{html}");
    let errors = elements(&html, |element| element.attribute("id").ends_with(".error"));
    assert_eq!(errors.len(), 1, "{html}");
    errors[0].text()
}

/// The state after a successful import.
pub(crate) fn restored(pack: &Rc<RulePack>, text: &str) -> Rc<State> {
    let state = after(pack, import(text));
    assert_eq!(state.screen, Screen::Results, "{text}");
    state
}

#[test]
fn the_name_of_a_file_has_pack_and_date_and_its_content_the_answers() {
    let (name, content) = file(
        &parse_pack(HARBOUR),
        DAY,
        r#"{"scale": "large", "revenue": "1.5", "staff": {"not-sure": true}}"#,
    );
    assert_eq!(name, "harbour-2018-answers-2019-05-10.json");
    assert_eq!(
        content,
        r#"{"pack":"harbour-2018","version":"1","rules":"060142fb","as-of":"2019-05-10","answers":{"scale":"large","revenue":"1.5","staff":{"not-sure":true}},"outcomes":{"newcomer":"not-met","honoured":"open","growth":"open","rent":"not-applicable","adviser":"open","opening":"not-in-force"}}"#
    );
}

#[test]
fn every_scenario_is_restored_from_its_receipt_and_from_its_file() {
    let pack = parse_pack(PUBLISHED);
    let mut cases = Vec::new();
    for path in scenario_files() {
        let scenarios: serde_json::Value =
            serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
        cases.extend(scenarios.as_array().unwrap().iter().map(|scenario| {
            (scenario["as-of"].as_str().unwrap().to_owned(), scenario["answers"].to_string())
        }));
    }
    assert!(cases.len() >= 60, "only {} scenarios", cases.len());
    // The preview compiles the pack for each new date, so equal dates are adjacent.
    cases.sort();
    // One widget renders all of them, as on a shared computer at a service window.
    let mut preview = Preview::new(widget_pack(Locale::ZhHans, &pack));
    for (as_of, answers) in cases {
        let given = parse_answers(&pack, &answers);
        let code = Receipt::encode(&pack, date(&as_of), &[], &given);
        let file = answers_json(&preview.evaluation(&state(&pack, &as_of, &answers, Vec::new())));
        // A QR symbol contains the link or the code (see `qr`).
        let symbol = |content| Import { source: ImportSource::Symbol, content };
        let link = receipt_link("https://www.example.org/check.html", &code);
        for import in [symbol(code.clone()), symbol(link), import(&code), import(&file)] {
            let text = import.content.clone();
            let state = after(&pack, import);
            let notice = preview.render(&state, Part::RestoreNotice).unwrap();
            assert!(notice.contains("已恢复：") && !notice.contains("<ul>"), "{notice}");
            // Answers and date determine all outcomes.
            assert_eq!((&state.answers, state.as_of().asked), (&given, date(&as_of)), "{text}");
        }
    }
}

#[test]
fn the_date_is_restored_without_any_answer() {
    let pack = parse_pack(HARBOUR);
    let code = Receipt::encode(&pack, date(DAY), &[], &parse_answers(&pack, "{}"));
    let (_, content) = file(&pack, DAY, "{}");
    assert!(content.contains(r#","as-of":"2019-05-10","answers":{},"outcomes":{"#), "{content}");
    for text in [&*code, &*content, r#"{"as-of": "2019-05-10"}"#] {
        let state = restored(&pack, text);
        assert_eq!((state.answers.count(), state.as_of().asked), (0, date(DAY)), "{text}");
    }
}

#[test]
fn a_receipt_with_a_topic_and_no_answers_begins_with_this_topic_today() {
    let pack = parse_pack(PUBLISHED);
    let topic = pack.find_topic("rd").unwrap();
    let code = Receipt::encode(&pack, date(DAY), &[topic], &parse_answers(&pack, "{}"));
    let link = receipt_link("https://www.example.org/check.html", &code);
    for text in [code, link] {
        let invited = after(&pack, import(&text));
        assert_eq!((invited.screen, &invited.topics[..]), (Screen::Topics, &[topic][..]));
        assert_eq!(invited.as_of().asked, date(LATER));
        let lapsed = state(&pack, "2026-03-02", "{}", vec![Action::Restore(import(&text))]);
        assert_eq!((lapsed.screen, lapsed.as_of().asked), (Screen::Results, date(DAY)));
    }
}

#[test]
fn the_notice_names_the_day_whose_rules_are_used() {
    let pack = parse_pack(HARBOUR);
    let code = Receipt::encode(&pack, date("2031-05-10"), &[], &parse_answers(&pack, "{}"));
    for (today, text, day) in [
        (LATER, r#"{"as-of": "2031-05-10"}"#, "2020年12月31日"),
        (LATER, &code, "2020年12月31日"),
        (LATER, r#"{"as-of": "2001-05-10"}"#, "2018年1月1日"),
        (LATER, r#"{"as-of": "2019-05-10"}"#, "2019年5月10日"),
        ("2026-03-02", r#"{"answers": {}}"#, "2020年12月31日"),
        (LATER, r#"{"answers": {}}"#, "2020年2月29日"),
    ] {
        let restored = state(&pack, today, "{}", vec![Action::Restore(import(text))]);
        let html = render(&pack, &restored);
        let notice = elements(&html, |element| element.attribute("id") == "ec-restore-notice");
        let expected = format!("已恢复：{day}，");
        assert!(notice[0].text().starts_with(&expected), "{text}: {}", notice[0].text());
    }
}

#[test]
fn the_command_reads_a_saved_file() {
    let (_, content) = file(&parse_pack(HARBOUR), DAY, MANY_OUTCOMES);
    for (command, expected) in
        [("explain", "待认定  荣誉支持"), ("assess", "\"honoured\":\"met-in-direction\"")]
    {
        let arguments = [command, "--pack", "tests/transcripts/packs/harbour.json"];
        let (status, text) = run_with_input(&arguments, &content);
        assert!(status == Some(0) && text.contains(expected), "{text}");
    }
}

#[test]
fn codes_in_other_spelling_and_files_with_bom_and_crlf_are_restored() {
    let pack = parse_pack(KIOSK);
    let answers = parse_answers(&pack, r#"{"sells": ["papers"], "opened": "2004-02-29"}"#);
    let code = Receipt::encode(&pack, date(DAY), &[], &answers).to_lowercase().replace('-', "  ");
    assert_eq!(restored(&pack, &format!("\n {code}\r\n")).answers, answers);
    let (_, content) = file(&pack, DAY, r#"{"sells": ["papers"], "opened": "2004-02-29"}"#);
    assert_eq!(restored(&pack, &format!("\u{feff}{content}\r\n")).answers, answers);
    // Another version for which all answers are valid, and a file without a date.
    let older = content.replace(&*format!("\"version\":\"{}\"", pack.version), "\"version\":\"0\"");
    assert_ne!(older, content);
    assert_eq!(restored(&pack, &older).answers, answers);
    let bare = restored(&pack, r#"{"answers": {"sells": ["papers"], "opened": "2004-02-29"}}"#);
    assert_eq!((&bare.answers, bare.as_of().asked), (&answers, date(LATER)));
}

#[test]
fn every_import_error_has_a_remedy() {
    let pack = parse_pack(HARBOUR);
    let kiosk = parse_pack(KIOSK);
    let other_options =
        parse_pack(&HARBOUR.replace("\"tiny\"", "\"micro\"").replace("\"large\"", "\"big\""));
    let code = |pack: &RulePack| Receipt::encode(pack, date(DAY), &[], &parse_answers(pack, "{}"));
    let not_a_code = "这不是回执码。回执码由数字和字母组成，每五位一组。请照纸上的回执码填写。";
    let damaged = "回执码有错：可能写错、少写或多写了字符。请对照纸上的回执码，每五位一组核对。";
    let not_ours = "这不是本工具保存的回答。请选择当初保存的文件，文件名类似 harbour-2018-answers-2020-02-29.json。";
    let unknown = "文件里有现在的规则（版本 1）不能用的回答：";
    for (text, message) in [
        ("", not_a_code),
        ("回执", not_a_code),
        (&"A".repeat(2_000), not_a_code),
        ("24QR5-2K39P", damaged),
        (
            "64QRX-TXFZM-D9PM4-VYGVP-0V6QC-8VFT9-544",
            "回执码第 2 行有误：请对照纸上这一行的二十个字符。",
        ),
        (
            "44QRD-7QBNZ-YHN6T-GKFT2-52SNV-238VS-QSR",
            "这个回执码来自本工具以前的版本，现在读不了。请重新回答问题。",
        ),
        (&code(&kiosk), "这个回执码不是“港城企业扶持”的。请在当初得到回执码的页面上填写。"),
        (
            &code(&other_options),
            "这个回执码来自规则的另一个版本，那时的题目与现在（版本 1）不同。请重新回答问题。",
        ),
        ("{", not_ours),
        ("{\"a\": 1}", not_ours),
        ("{\"version\": 1}", not_ours),
        ("{\"as-of\": \"2019-13-01\"}", not_ours),
        (&" {}".repeat(50_000), not_ours),
        (&"A".repeat(100_001), not_a_code),
        (
            &file(&kiosk, DAY, "{}").1,
            "这份文件保存的是另一套规则（kiosk-2019）的回答，不能用于“港城企业扶持”。请在当初保存它的页面上打开。",
        ),
        (
            "{\"pack\": \"<b onclick=x>\"}",
            "这份文件保存的是另一套规则（bonclickx）的回答，不能用于“港城企业扶持”。请在当初保存它的页面上打开。",
        ),
        (
            r#"{"answers": {"scale": "tiny", "<img src=x>": 1}}"#,
            &format!("{unknown}企业规模？；imgsrcx。请重新回答问题。"),
        ),
        (
            r#"{"answers": {"a": 1, "b": 1, "c": 1, "d": 1, "e": 1, "f": 1}}"#,
            &format!("{unknown}a；b；c；d；e…。请重新回答问题。"),
        ),
        ("{\"answers\": []}", &format!("{unknown}answers。请重新回答问题。")),
    ] {
        let start: String = text.chars().take(60).collect();
        assert_eq!(rejected(&pack, import(text)), message, "{start}");
    }
}

#[test]
fn a_million_characters_in_the_box_are_not_a_code_and_in_a_file_not_a_saved_file() {
    let pack = parse_pack(PUBLISHED);
    for (source, expected) in [
        (ImportSource::Code, ImportError::NotACode),
        (ImportSource::File, ImportError::NotASavedFile),
    ] {
        let import = Import { source, content: "A".repeat(1_000_000) };
        assert_eq!(SavedState::parse(&pack, date(LATER), &import).err(), Some(expected));
    }
}

#[test]
fn every_import_is_a_state_or_an_error_in_the_form() {
    let pack = parse_pack(PUBLISHED);
    let deep = format!("{{\"answers\": {}", "[".repeat(90_000));
    for text in [
        "\0",
        "{}",
        "null",
        "[]",
        "\"",
        "{\"answers\":{\"\":null}}",
        "\u{feff}\u{feff}",
        &deep,
        "𠀀",
        "+",
        "-",
    ] {
        for locale in Locale::ALL {
            for source in [
                ImportSource::Code,
                ImportSource::File,
                ImportSource::Symbol,
                ImportSource::NoSymbol,
                ImportSource::NotAPicture,
                ImportSource::TooLarge,
                ImportSource::Pdf,
            ] {
                let import = Import { source, content: text.to_owned() };
                let is_restored = SavedState::parse(&pack, date(LATER), &import).is_ok();
                let state = after(&pack, import);
                let html = part_of(&state, &pack, locale, Part::RestoreForm);
                let screen = if is_restored { Screen::Results } else { Screen::Start };
                assert_eq!(state.screen, screen, "{html}");
                assert_eq!(
                    html.matches("aria-invalid").count(),
                    usize::from(!is_restored),
                    "{html}"
                );
            }
        }
    }
}
