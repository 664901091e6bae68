//! What a person keeps, and the way back: files of answers, and receipt codes that are typed.

use std::io::Write;
use std::process::{Command, Stdio};
use std::rc::Rc;

use eligibility_check::engine::Receipt;
use eligibility_check::rulebook::{Locale, RuleBook};
use eligibility_check::widget::{Catalogue, Details, FileKind, Paper, Shows, State};

use crate::details::{written, written_by};
use crate::html::MANY_OUTCOMES;
use crate::support::{HARBOUR, KIOSK, PUBLISHED, answers, at, book, day, scenario_files};

const DAY: &str = "2019-05-10";

/// A day on which nothing was said: whatever is restored brings its own.
const LATER: &str = "2020-02-29";

/// The name of the file to keep, and what stands in it.
pub(crate) fn file(book: &Rc<RuleBook>, as_of: &str, said: &str) -> (String, String) {
    let told = written(book, Locale::ZhHans, as_of, said, Shows::File(FileKind::Answers, Paper::default()));
    let (name, content) = told.split_once('\n').unwrap();
    (name.to_owned(), content.to_owned())
}

/// Pasted in the box for a code if it is one line, as the script hands that over; as a file otherwise.
fn handed(text: &str) -> String {
    if text.contains('\n') { format!("file\n\n{text}") } else { format!("code\n{text}") }
}

pub(crate) fn restore(book: &Rc<RuleBook>, text: &str) -> String {
    written(book, Locale::ZhHans, LATER, "{}", Shows::Restore(handed(text)))
}

/// What the box says once something was refused; nothing else has an error.
fn refused(book: &Rc<RuleBook>, handed: &str) -> String {
    let told = written(book, Locale::ZhHans, LATER, "{}", Shows::Restore(handed.to_owned()));
    assert_eq!(told, "-");
    let html = written(book, Locale::ZhHans, LATER, "{}", Shows::RestoreBox(handed.to_owned()));
    let (_, error) = html.split_once(".error\">").unwrap();
    assert_eq!(html.matches("aria-invalid").count(), 1, "{html}");
    error.split_once("</p>").unwrap().0.to_owned()
}

/// The state that a text leads to.
pub(crate) fn restored(book: &Rc<RuleBook>, text: &str) -> State {
    state_of(book, &restore(book, text))
}

fn state_of(book: &Rc<RuleBook>, told: &str) -> State {
    assert!(told.starts_with('+'), "{told}");
    let kept = told.strip_prefix('+').unwrap();
    State::restored(Rc::clone(book), kept).unwrap()
}

#[test]
fn the_file_is_named_after_pack_and_day_and_holds_what_was_said() {
    let (name, content) =
        file(&book(HARBOUR), DAY, r#"{"scale": "large", "revenue": "1.5", "staff": {"not-sure": true}}"#);
    assert_eq!(name, "harbour-2018-answers-2019-05-10.json");
    assert_eq!(
        content,
        r#"{"pack":"harbour-2018","version":"1","rules":"a88559a2","as-of":"2019-05-10","answers":{"scale":"large","revenue":"1.5","staff":{"not-sure":true}},"outcomes":{"newcomer":"not-met","honoured":"open","growth":"open","rent":"not-applicable","adviser":"open","opening":"not-in-force"}}"#
    );
}

#[test]
fn every_scenario_comes_back_from_its_receipt_and_from_its_file() {
    let book = book(PUBLISHED);
    let mut people = Vec::new();
    for path in scenario_files() {
        let scenarios: serde_json::Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
        people.extend(scenarios.as_array().unwrap().iter().map(|scenario| {
            (scenario["as-of"].as_str().unwrap().to_owned(), scenario["answers"].to_string())
        }));
    }
    assert!(people.len() >= 60, "{}", people.len());
    // Rules are compiled anew for every other day, so those of one day come one after the other.
    people.sort();
    // One page after another, as at a window where all these people come to the same computer.
    let details =
        || Details::new(Rc::clone(&book), Rc::new(Catalogue::of(Locale::ZhHans).clone()), Locale::ZhHans);
    let (mut keeping, mut restoring) = (details(), details());
    for (as_of, said) in people {
        let answers = answers(&book, &said);
        let code = Receipt::code(&book, day(&as_of), &answers);
        let kept = written_by(&mut keeping, &as_of, &said, Shows::File(FileKind::Answers, Paper::default()));
        let (_, file) = kept.split_once('\n').unwrap();
        // A QR symbol holds the code letter by letter (see `qr`).
        let told = written_by(&mut restoring, LATER, "{}", Shows::Restore(format!("symbol\n\n{code}")));
        assert_eq!(state_of(&book, &told).answers, answers);
        for text in [&*code, file] {
            let told = written_by(&mut restoring, LATER, "{}", Shows::Restore(handed(text)));
            assert!(told.ends_with('\n'), "nothing is to be told of the same rules: {told}");
            let state = state_of(&book, &told);
            // What follows for every measure, follows from these two.
            assert_eq!((&state.answers, state.as_of().asked), (&answers, day(&as_of)), "{text}");
        }
    }
}

#[test]
fn the_day_comes_back_without_any_answer() {
    let book = book(HARBOUR);
    let code = Receipt::code(&book, day(DAY), &answers(&book, "{}"));
    let (_, content) = file(&book, DAY, "{}");
    assert!(content.contains(r#","as-of":"2019-05-10","answers":{},"outcomes":{"#), "{content}");
    for text in [&*code, &*content, r#"{"as-of": "2019-05-10"}"#] {
        let state = restored(&book, text);
        assert_eq!((state.answers.count(), state.as_of().asked), (0, day(DAY)), "{text}");
    }
}

#[test]
fn a_file_that_was_kept_is_read_by_the_command() {
    let (_, content) = file(&book(HARBOUR), DAY, MANY_OUTCOMES);
    for (command, mark) in
        [("explain", "方向匹配·待核实  荣誉支持"), ("assess", "\"honoured\":\"met-in-direction\"")]
    {
        let mut process = Command::new(env!("CARGO_BIN_EXE_eligibility"))
            .args([command, "--pack", "tests/transcripts/packs/harbour.json"])
            .current_dir(at(""))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        process.stdin.take().unwrap().write_all(content.as_bytes()).unwrap();
        let output = process.wait_with_output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success() && text.contains(mark), "{text}");
    }
}

#[test]
fn a_code_is_read_as_people_type_it_and_a_file_as_editors_leave_it() {
    let book = book(KIOSK);
    let said = answers(&book, r#"{"sells": ["papers"], "opened": "2004-02-29"}"#);
    let code = Receipt::code(&book, day(DAY), &said).to_lowercase().replace('-', "  ");
    assert_eq!(restored(&book, &format!("\n {code}\r\n")).answers, said);
    let (_, content) = file(&book, DAY, r#"{"sells": ["papers"], "opened": "2004-02-29"}"#);
    assert_eq!(restored(&book, &format!("\u{feff}{content}\r\n")).answers, said);
    // Of another version, with answers that all still fit; and without a day.
    let older = content.replace(&*format!("\"version\":\"{}\"", book.version), "\"version\":\"0\"");
    assert_ne!(older, content);
    assert_eq!(restored(&book, &older).answers, said);
    let bare = restored(&book, r#"{"answers": {"sells": ["papers"], "opened": "2004-02-29"}}"#);
    assert_eq!((&bare.answers, bare.as_of().asked), (&said, day(LATER)));
}

#[test]
fn what_cannot_be_restored_says_what_to_do() {
    let book = book(HARBOUR);
    let kiosk = crate::support::book(KIOSK);
    let other_questions =
        crate::support::book(&HARBOUR.replace("\"tiny\"", "\"micro\"").replace("\"large\"", "\"big\""));
    let code = |book: &RuleBook| Receipt::code(book, day(DAY), &answers(book, "{}"));
    let not_a_code = "这不是回执码。回执码由数字和字母组成，每五位一组。请照纸上的回执码填写。";
    let damaged = "回执码有错：可能写错、少写或多写了字符。请对照纸上的回执码，每五位一组核对。";
    let not_ours =
        "这不是本工具保存的回答。请选择当初保存的文件，文件名类似 harbour-2018-answers-2020-02-29.json。";
    let unknown = "文件里有现在的规则（版本 1）不能用的回答：";
    for (text, told) in [
        ("", not_a_code),
        ("回执", not_a_code),
        (&"A".repeat(2_000), not_a_code),
        ("24QR5-2K39P", damaged),
        (code(&book).split_at(1).1, damaged),
        (&code(&kiosk), "这个回执码不是“港城企业扶持”的。请在当初得到回执码的页面上填写。"),
        (
            &code(&other_questions),
            "这个回执码来自规则的另一个版本，那时的题目与现在（版本 1）不同。请重新回答问题。",
        ),
        ("{", not_ours),
        ("{\"a\": 1}", not_ours),
        ("{\"version\": 1}", not_ours),
        ("{\"as-of\": \"2019-13-01\"}", not_ours),
        (&" {}".repeat(50_000), not_ours),
        (&"A".repeat(100_001), not_ours),
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
        let shown: String = text.chars().take(60).collect();
        assert_eq!(refused(&book, &handed(text)), told, "{shown}");
    }
}

#[test]
fn whatever_is_restored_is_a_state_or_a_message_that_is_whole() {
    let book = book(PUBLISHED);
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
            for came in ["code", "file\n", "symbol\n", "no-symbol\n", "other"] {
                let handed = format!("{came}\n{text}");
                let told = written(&book, locale, DAY, "{}", Shows::Restore(handed.clone()));
                let (sign, kept) = told.split_at(1);
                match sign {
                    "+" => assert!(State::restored(Rc::clone(&book), kept).is_some(), "{told}"),
                    _ => {
                        assert_eq!(told, "-");
                        let html = written(&book, locale, DAY, "{}", Shows::RestoreBox(handed));
                        assert_eq!(html.matches("aria-invalid").count(), 1, "{html}");
                    }
                }
            }
        }
    }
}
