//! The iCalendar file of application windows, and that an independent parser reads the same texts.
//!
//! After an intended change, run `INSTA_UPDATE=always cargo test --test suite windows` and review
//! the diff.

use std::collections::{BTreeMap, BTreeSet};

use eligibility_check::rulebook::Locale;
use eligibility_check::widget::{FileKind, PrintOptions};
use icalendar::parser::{Component, read_calendar, unfold};
use serde_json::json;

use crate::support::{FERRY, HARBOUR, PUBLISHED, changed_pack, parse_pack};
use crate::widget::saved_file::{HOSTILE, SavedFile, assert_file_snapshot, with_titles};

const BUTTON: &str = "把申报时间存入日历";

fn calendar() -> SavedFile<'static> {
    SavedFile::of(FileKind::Windows)
}

/// The properties of each event that an independent parser reads.
fn events(content: &str) -> Vec<BTreeMap<String, String>> {
    let text = unfold(content);
    let calendar = read_calendar(&text).unwrap();
    let names: Vec<&str> =
        calendar.properties.iter().map(|property| property.name.as_str()).collect();
    assert_eq!(names, ["VERSION", "PRODID"]);
    calendar.components.iter().map(properties).collect()
}

fn properties(event: &Component<'_>) -> BTreeMap<String, String> {
    assert_eq!((event.name.as_str(), event.components.len()), ("VEVENT", 0));
    let properties = event.properties.iter().map(|property| {
        let is_day = property.params.iter().any(|parameter| parameter.key == "VALUE");
        assert_eq!(is_day, ["DTSTART", "DTEND"].contains(&property.name.as_str()));
        let value = &property.val;
        (property.name.as_str().to_owned(), value.as_str().to_owned())
    });
    let properties: BTreeMap<_, _> = properties.collect();
    assert_eq!(properties.len(), event.properties.len(), "duplicate property");
    properties
}

fn days(content: &str) -> Vec<(String, String)> {
    let events = events(content).into_iter();
    events.map(|event| (event["DTSTART"].clone(), event["DTEND"].clone())).collect()
}

#[test]
fn the_calendar_matches_its_snapshot_in_each_language() {
    for (name, text) in [("ferry", FERRY), ("published", PUBLISHED)] {
        let pack = parse_pack(text);
        for locale in Locale::ALL {
            let file = SavedFile { locale, ..calendar() }.file(&pack).unwrap();
            assert_file_snapshot(&format!("windows-{name}-{}", locale.tag()), file);
        }
    }
}

#[test]
fn an_event_lasts_from_the_first_day_to_the_day_after_the_last() {
    let (name, content) = calendar().file(&parse_pack(FERRY)).unwrap();
    assert_eq!(name, "ferry-2019-windows-2019-04-30.ics");
    let owned = |from: &str, to: &str| (from.to_owned(), to.to_owned());
    assert_eq!(days(&content), [owned("20190301", "20190501"), owned("20190901", "20191001")]);
    let [first, second] = <[_; 2]>::try_from(events(&content)).unwrap();
    assert_eq!(first["SUMMARY"], "老船奖励（第一批）");
    assert_eq!(second["SUMMARY"], "老船奖励");
    assert_eq!(first["DTSTAMP"], "20190430T000000Z");
    assert_eq!(first["TRANSP"], "TRANSPARENT");
    let description = "受理部门：码头办公室\n码头路1号\n工作日9:00至17:00\n020-12345678\n依据：渡〔2019〕1号 一\n\
                       自测结果仅供参考，以主管部门认定为准。";
    assert_eq!(first["DESCRIPTION"], description);
}

#[test]
fn past_windows_are_omitted_and_without_windows_there_is_no_file_and_no_button() {
    let pack = parse_pack(FERRY);
    for (as_of, count) in [
        ("2019-02-28", 2),
        ("2019-04-30", 2),
        ("2019-05-01", 1),
        ("2019-09-30", 1),
        ("2019-10-01", 0),
    ] {
        let calendar = SavedFile { as_of, ..calendar() };
        assert_eq!(
            calendar.file(&pack).map_or(0, |(_, content)| events(&content).len()),
            count,
            "{as_of}"
        );
        assert_eq!(calendar.is_offered(&pack, BUTTON), count > 0, "{as_of}");
    }
}

#[test]
fn the_calendar_has_only_the_windows_of_chosen_possible_measures() {
    let harbour = parse_pack(HARBOUR);
    assert_eq!(events(&calendar().content(&harbour)).len(), 1);
    assert_eq!(
        SavedFile { answers: r#"{"registered": false}"#, ..calendar() }.file(&harbour),
        None
    );
    let ferry = parse_pack(FERRY);
    let only = |id| PrintOptions::default().with_measure(ferry.find_measure(id).unwrap());
    assert_eq!(
        events(&SavedFile { options: only("old-ferry"), ..calendar() }.content(&ferry)).len(),
        2
    );
    assert_eq!(SavedFile { options: only("busy-ferry"), ..calendar() }.file(&ferry), None);
}

#[test]
fn a_window_has_the_same_unique_uid_in_every_file() {
    let pack = parse_pack(PUBLISHED);
    let names = |calendar: SavedFile<'_>| -> Vec<String> {
        events(&calendar.content(&pack)).into_iter().map(|event| event["UID"].clone()).collect()
    };
    let all = names(calendar());
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
    assert!(
        all.contains(&"tianhe-2017-7--cluster-park--1@eligibility-check".to_owned()),
        "{all:?}"
    );
    assert_eq!(all, names(SavedFile { locale: Locale::En, ..calendar() }));
    let later = names(SavedFile { as_of: "2019-05-20", ..calendar() });
    assert!(later.len() < all.len() && later.iter().all(|name| all.contains(name)), "{later:?}");
}

#[test]
fn every_event_of_a_lapsed_policy_is_marked_as_historical() {
    let pack = changed_pack(FERRY, |source| {
        source["measures"][0]["windows"][1]["to"] = json!("2022-03-31")
    });
    let content = SavedFile { as_of: "2022-01-10", ..calendar() }.content(&pack);
    let [event] = <[_; 1]>::try_from(events(&content)).unwrap();
    assert!(event["DESCRIPTION"].starts_with("仅供历史参考\n受理部门："), "{event:?}");
    assert_eq!(event["DTSTAMP"], "20220110T000000Z");
}

#[test]
fn an_office_is_optional_and_an_event_to_the_last_possible_date_has_no_end() {
    let pack = changed_pack(FERRY, |source| {
        source["measures"][0].as_object_mut().unwrap().remove("office");
        source["measures"][0]["windows"] = json!([{ "from": "2019-12-31", "to": "9999-12-31" }]);
    });
    let content = calendar().content(&pack);
    let [event] = <[_; 1]>::try_from(events(&content)).unwrap();
    assert!(event["DESCRIPTION"].starts_with("依据："), "{event:?}");
    assert_eq!((event["DTSTART"].as_str(), event.get("DTEND")), ("20191231", None));
}

/// Asserts that every line ends with CRLF and has at most 75 bytes.
fn assert_folded(content: &str) {
    let lines: Vec<&str> = content.split("\r\n").collect();
    assert_eq!(lines.last(), Some(&""));
    for line in lines {
        assert!(line.len() <= 75, "{} bytes: {line}", line.len());
        assert!(!line.contains(char::is_control), "{line:?}");
    }
}

#[test]
fn every_title_round_trips_as_one_event() {
    let titles: Vec<String> = HOSTILE.iter().map(|title| (*title).to_owned()).collect();
    let content = calendar().content(&with_titles(&titles));
    assert_folded(&content);
    let parsed = events(&content);
    assert_eq!(parsed.len(), titles.len());
    // Control characters are removed, and all line breaks become LF.
    let cleaned = |text: &str| {
        let text = text.replace("\r\n", "\n").replace('\r', "\n").replace('\t', " ");
        text.chars().filter(|char| *char == '\n' || !char.is_control()).collect::<String>()
    };
    for (event, title) in parsed.iter().zip(&titles) {
        assert_eq!(event["SUMMARY"], format!("{}（{}）", cleaned(&titles[0]), cleaned(title)));
    }
}

#[test]
fn long_lines_are_folded_between_characters_of_every_width() {
    for text in ["申".repeat(400), "a".repeat(400), "é申😀".repeat(100), "，,".repeat(200)] {
        for shift in 0..4 {
            let title = format!("{}{text}", "x".repeat(shift));
            let content = calendar().content(&with_titles(std::slice::from_ref(&title)));
            assert_folded(&content);
            assert_eq!(events(&content)[0]["SUMMARY"], format!("{title}（{title}）"));
        }
    }
}
