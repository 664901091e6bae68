//! The initial corpus of each target: packs and scenarios of the repository, and their encodings.
//!
//! Seeds are written for each run, so that they always have the current formats.

use std::path::Path;

use eligibility_check::engine::{Answers, Receipt, answers_from_json};
use eligibility_check::rulebook::{BrowserPack, Json, RulePack, parse_date};

const PACKS: [&str; 3] = [
    include_str!("../transcripts/packs/kiosk.json"),
    include_str!("../transcripts/packs/harbour.json"),
    // Every operator, kind of grant and kind of limit, in a small pack.
    include_str!("seeds/operators.json"),
];
const PUBLISHED: &str = include_str!("../../rules.json");
const SCENARIOS: [&str; 3] = [
    include_str!("../scenarios/growth.json"),
    include_str!("../scenarios/settle.json"),
    include_str!("../scenarios/talent.json"),
];

/// Numbers and dates as people type them.
const TYPED: [&str; 9] = [
    "5,000.50",
    "５０００．５",
    "12 500",
    "-0.5",
    "2019-02-03",
    "2019年2月3日",
    "20190203",
    "5000万元",
    "1.005",
];

/// A day and some answers, as `checks::laws` decodes them.
const ANSWER_BYTES: &[u8] = &[0, 0, 2, 1, 1, 3, 0, 2, 1, 5, 3, 4, 2, 4, 9, 7, 5, 0, 0];

/// Writes the seeds of a target to a folder.
pub(crate) fn write(target: &str, folder: &Path) {
    let seeds = match target {
        "pack" => PACKS.iter().map(|text| with_answers(&compact(text))).collect(),
        "browser_pack" => PACKS.iter().map(|text| with_answers(&browser_pack(text))).collect(),
        "answers" => answers(),
        _ => receipts(),
    };
    for (index, seed) in seeds.iter().enumerate() {
        std::fs::write(folder.join(format!("{index:02}")), seed).expect("the folder is writable");
    }
}

fn parse_pack(text: &str) -> RulePack {
    RulePack::from_json(text).expect("packs of the repository are valid")
}

fn json(text: &str) -> Json {
    Json::parse(text).expect("files of the repository are JSON")
}

fn compact(text: &str) -> String {
    json(text).to_text()
}

fn browser_pack(text: &str) -> String {
    let pack = parse_pack(text);
    let interface =
        [("yes", "是"), ("no", "否")].map(|(name, text)| (name.to_owned(), text.to_owned()));
    BrowserPack::encode(&pack, pack.languages[0], &interface.into())
}

fn with_answers(document: &str) -> Vec<u8> {
    [document.as_bytes(), &[0], ANSWER_BYTES].concat()
}

/// The day and the answers of scenarios, as a case for `eligibility assess`.
fn cases() -> impl Iterator<Item = Json> {
    SCENARIOS.iter().flat_map(|text| {
        let scenarios = json(text);
        let case = |scenario: &Json| {
            let entry = |key: &str| Some((key.to_owned(), scenario.get(key)?.clone()));
            Json::Object(["as-of", "answers"].into_iter().filter_map(entry).collect())
        };
        scenarios.items().iter().take(3).map(case).collect::<Vec<_>>()
    })
}

fn answers() -> Vec<Vec<u8>> {
    let mut seeds: Vec<String> = TYPED.map(str::to_owned).to_vec();
    for case in cases() {
        seeds.extend(case.get("answers").map(Json::to_text));
        seeds.push(case.to_text());
    }
    seeds.push(
        r#"{"registered":true,"scale":"small","honours":["inventor","exporter"],"founded":"2018-03-01","revenue":"1234.5","staff":{"not-sure":true}}"#
            .to_owned(),
    );
    seeds.push(
        r#"{"pack":"harbour-2018","version":"0","rules":"0badc0de","as-of":"2019-05-10","answers":{"scale":"tiny","registered":true},"outcomes":{"newcomer":"not-met","removed":"met-in-direction"}}"#
            .to_owned(),
    );
    seeds.into_iter().map(String::into_bytes).collect()
}

fn receipts() -> Vec<Vec<u8>> {
    let mut seeds = Vec::new();
    let mut add = |choice: u8, pack: &RulePack, day: &str, answers: &Answers| {
        let as_of = parse_date(day).expect("a day");
        let code = Receipt::encode(pack, as_of, &[], answers);
        // From 128 on, the bytes after it are the content of a code; 129 selects the first pack.
        seeds.push([vec![129 + choice], content(&code)].concat());
        seeds.push([vec![choice], code.into_bytes()].concat());
    };
    for (choice, text) in (0..).zip([PACKS[0], PACKS[1]]) {
        let pack = parse_pack(text);
        add(choice, &pack, "2019-05-10", &Answers::none(&pack));
    }
    let published = parse_pack(PUBLISHED);
    for case in cases() {
        let day = case.get("as-of").and_then(Json::as_str).expect("a scenario has a day");
        let answers = case.get("answers").expect("a scenario has answers");
        let answers =
            answers_from_json(&published, answers).expect("answers of scenarios are valid");
        add(2, &published, day, &answers);
    }
    let (kiosk, answers) = (
        parse_pack(PACKS[0]),
        r#"{"licensed":true,"site":"park","sells":["drinks"],"takings":"37.5","change":"-4.2","opened":"2004-02-29"}"#,
    );
    let answers = answers_from_json(&kiosk, &json(answers)).expect("answers of the kiosk pack");
    add(0, &kiosk, "2019-05-10", &answers);
    seeds
}

/// The bits of a code between the hash of its questions and its checksum, as bytes, without the
/// checks of its lines.
fn content(code: &str) -> Vec<u8> {
    let value = |letter| "0123456789ABCDEFGHJKMNPQRSTVWXYZ".find(letter);
    let values: Vec<usize> = code.chars().filter_map(value).collect();
    let values =
        values.chunks(20).flat_map(|line| line.split_last().map_or(&[][..], |(_, line)| line));
    let bits: Vec<bool> =
        values.flat_map(|value| (0..5).rev().map(move |bit| value >> bit & 1 == 1)).collect();
    let byte = |bits: &[bool]| {
        (0..8).fold(0, |byte, index| byte << 1 | u8::from(bits.get(index) == Some(&true)))
    };
    bits[4 + 16 + 24..bits.len() - 32].chunks(8).map(byte).collect()
}
