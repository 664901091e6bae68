//! The calendar of application windows: its content, and that an independent parser reads exactly
//! that.
//!
//! After an intended change, run `INSTA_UPDATE=always cargo test --test suite windows` and review
//! the diff.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use eligibility_check::rulebook::{Locale, RulePack};
use eligibility_check::widget::{FileKind, PrintOptions};
use icalendar::parser::{Component, read_calendar, unfold};
use serde_json::{Value as Tree, json};

use crate::support::{HARBOUR, PUBLISHED, parse_pack};
use crate::widget::saved_file::{FERRY, HOSTILE, Wanted, snapshot, titled};

const BUTTON: &str = "把申报时间存入日历";

fn wanted() -> Wanted<'static> {
    Wanted::of(FileKind::Windows)
}

/// The properties of each event as an independent parser reads them.
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
            let file = Wanted { locale, ..wanted() }.file(&pack).unwrap();
            snapshot(&format!("windows-{name}-{}", locale.tag()), file);
        }
    }
}

#[test]
fn an_event_lasts_from_the_first_day_to_the_day_after_the_last() {
    let (name, content) = wanted().file(&parse_pack(FERRY)).unwrap();
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
fn past_windows_are_left_out_and_without_any_window_there_is_no_file_and_no_button() {
    let pack = parse_pack(FERRY);
    for (as_of, count) in [
        ("2019-02-28", 2),
        ("2019-04-30", 2),
        ("2019-05-01", 1),
        ("2019-09-30", 1),
        ("2019-10-01", 0),
    ] {
        let wanted = Wanted { as_of, ..wanted() };
        assert_eq!(
            wanted.file(&pack).map_or(0, |(_, content)| events(&content).len()),
            count,
            "{as_of}"
        );
        assert_eq!(wanted.is_offered(&pack, BUTTON), count > 0, "{as_of}");
    }
}

#[test]
fn the_calendar_has_only_the_windows_of_chosen_measures_in_reach() {
    let harbour = parse_pack(HARBOUR);
    assert_eq!(events(&wanted().content(&harbour)).len(), 1);
    assert_eq!(Wanted { answers: r#"{"registered": false}"#, ..wanted() }.file(&harbour), None);
    let ferry = parse_pack(FERRY);
    let only = |id| PrintOptions::default().with_measure(ferry.find_measure(id).unwrap());
    assert_eq!(events(&Wanted { options: only("old-ferry"), ..wanted() }.content(&ferry)).len(), 2);
    assert_eq!(Wanted { options: only("busy-ferry"), ..wanted() }.file(&ferry), None);
}

#[test]
fn a_window_has_the_same_unique_uid_in_every_file() {
    let pack = parse_pack(PUBLISHED);
    let names = |wanted: Wanted<'_>| -> Vec<String> {
        events(&wanted.content(&pack)).into_iter().map(|event| event["UID"].clone()).collect()
    };
    let all = names(wanted());
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
    assert!(
        all.contains(&"tianhe-2017-7--cluster-park--1@eligibility-check".to_owned()),
        "{all:?}"
    );
    assert_eq!(all, names(Wanted { locale: Locale::En, ..wanted() }));
    let later = names(Wanted { as_of: "2019-05-20", ..wanted() });
    assert!(later.len() < all.len() && later.iter().all(|name| all.contains(name)), "{later:?}");
}

/// The ferry pack after a change.
fn changed(change: impl Fn(&mut Tree)) -> Rc<RulePack> {
    let mut source: Tree = serde_json::from_str(FERRY).unwrap();
    change(&mut source);
    parse_pack(&source.to_string())
}

#[test]
fn every_event_of_a_lapsed_policy_begins_with_a_mark() {
    let pack = changed(|source| source["measures"][0]["windows"][1]["to"] = json!("2022-03-31"));
    let content = Wanted { as_of: "2022-01-10", ..wanted() }.content(&pack);
    let [event] = <[_; 1]>::try_from(events(&content)).unwrap();
    assert!(event["DESCRIPTION"].starts_with("仅供历史参考\n受理部门："), "{event:?}");
    assert_eq!(event["DTSTAMP"], "20220110T000000Z");
}

#[test]
fn a_measure_without_an_office_has_events_and_the_last_possible_day_has_no_end() {
    let pack = changed(|source| {
        source["measures"][0].as_object_mut().unwrap().remove("office");
        source["measures"][0]["windows"] = json!([{ "from": "2019-12-31", "to": "9999-12-31" }]);
    });
    let content = wanted().content(&pack);
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
fn every_title_is_read_back_as_one_event() {
    let titles: Vec<String> = HOSTILE.iter().map(|title| (*title).to_owned()).collect();
    let content = wanted().content(&titled(&titles));
    assert_folded(&content);
    let read = events(&content);
    assert_eq!(read.len(), titles.len());
    // A value has no control characters, and all line breaks are one kind.
    let kept = |text: &str| {
        let text = text.replace("\r\n", "\n").replace('\r', "\n").replace('\t', " ");
        text.chars().filter(|char| *char == '\n' || !char.is_control()).collect::<String>()
    };
    for (event, title) in read.iter().zip(&titles) {
        assert_eq!(event["SUMMARY"], format!("{}（{}）", kept(&titles[0]), kept(title)));
    }
}

#[test]
fn long_lines_are_folded_between_characters_of_every_width() {
    for text in ["申".repeat(400), "a".repeat(400), "é申😀".repeat(100), "，,".repeat(200)] {
        for shift in 0..4 {
            let title = format!("{}{text}", "x".repeat(shift));
            let content = wanted().content(&titled(std::slice::from_ref(&title)));
            assert_folded(&content);
            assert_eq!(events(&content)[0]["SUMMARY"], format!("{title}（{title}）"));
        }
    }
}
