//! Where to apply, what applies now, the note about evidence, and periods without an end.

use std::rc::Rc;

use eligibility_check::rulebook::{Locale, RulePack};
use eligibility_check::widget::preview::Part;
use eligibility_check::widget::{Action, PrintOptions, Screen};
use serde_json::{Value, json};

use crate::dom::elements;
use crate::markup::{part, render_in, state};
use crate::support::{FERRY, changed_pack};
use crate::widget::screens::expand_all;

const IN_FORCE: &str = "2019-05-10";
const LAPSED: &str = "2031-01-01";

/// The pack with web pages and telephone numbers everywhere.
fn pack(change: impl FnOnce(&mut Value)) -> Rc<RulePack> {
    changed_pack(FERRY, |pack| {
        for document in pack["documents"].as_array_mut().unwrap() {
            document["url"] = json!("https://docs.example/1");
        }
        pack["measures"][0]["url"] = json!("https://guide.example/apply?a=1&b=2");
        pack["offices"][0]["url"] = json!("https://office.example/");
        pack["offices"][0]["phone"] = json!("020-1234 5678");
        let text =
            ["zh-Hans", "zh-Hant", "en"].map(|tag| (tag.to_owned(), json!(format!("now {tag}"))));
        pack["instead"] = json!({ "text": Value::Object(text.into_iter().collect()),
            "url": "https://new.example/", "phone": "12345" });
        pack["in-force"] = json!({ "from": "2019-01-01", "to": "2030-12-31" });
        change(pack);
    })
}

/// The screen with all questions and every measure expanded.
fn screen(pack: &Rc<RulePack>, locale: Locale, day: &str, screen: Screen) -> String {
    let mut actions = expand_all(pack);
    actions.push(Action::Show(screen));
    render_in(locale, pack, &state(pack, day, "{}", actions))
}

#[test]
fn every_link_leads_to_another_site_or_calls_a_number() {
    let pack = pack(|_| {});
    for locale in Locale::ALL {
        let html = screen(&pack, locale, LAPSED, Screen::AllQuestions);
        let links = elements(&html, |element| element.name == "a");
        let hrefs: Vec<&str> = links.iter().map(|link| link.attribute("href")).collect();
        for expected in [
            "https://docs.example/1",
            "https://guide.example/apply?a=1&b=2",
            "https://office.example/",
            "tel:02012345678",
        ] {
            assert!(hrefs.contains(&expected), "{expected}: {hrefs:?}");
        }
        for link in links {
            let is_page = link.attribute("href").starts_with("https://");
            assert!(is_page || link.attribute("href").starts_with("tel:"));
            assert_eq!(link.attribute("rel"), if is_page { "noopener" } else { "" });
        }
    }
}

#[test]
fn paper_has_the_addresses_as_text() {
    let pack = pack(|_| {});
    for locale in Locale::ALL {
        let all = pack.measures.iter().map(|(id, _)| id);
        let options = all.fold(PrintOptions::default(), PrintOptions::with_measure);
        let html = part(&pack, locale, IN_FORCE, "{}", Part::Checklist(options));
        let text = elements(&html, |element| element.name == "article").remove(0).text();
        for address in [
            "https://docs.example/1",
            "https://guide.example/apply?a=1&b=2",
            "https://office.example/",
            "020-1234 5678",
        ] {
            assert!(text.contains(address), "{address}");
        }
        assert!(!html.contains("<a "), "a link on paper");
    }
}

#[test]
fn what_applies_now_is_said_once_the_policy_has_lapsed() {
    let pack = pack(|_| {});
    for locale in Locale::ALL {
        let now = format!("now {}", locale.tag());
        for (day, expected) in [(IN_FORCE, 0), (LAPSED, 1)] {
            let start = screen(&pack, locale, day, Screen::Start);
            assert_eq!(start.matches(&now).count(), expected, "{day}");
            assert_eq!(start.matches("https://new.example/\"").count(), expected, "{day}");
            assert_eq!(start.matches("tel:12345\"").count(), expected, "{day}");
            let paper = Part::Checklist(PrintOptions::default());
            let paper = part(&pack, locale, day, "{}", paper);
            assert_eq!(paper.matches(&now).count(), expected, "{day}");
            assert_eq!(paper.matches("https://new.example/").count(), expected, "{day}");
        }
    }
}

#[test]
fn a_pack_with_secondary_figures_only_says_so_once_on_each_page() {
    let note = |pack: &mut Value| {
        let text =
            ["zh-Hans", "zh-Hant", "en"].map(|tag| (tag.to_owned(), json!(format!("note {tag}"))));
        pack["evidence-note"] = Value::Object(text.into_iter().collect());
        for measure in pack["measures"].as_array_mut().unwrap() {
            measure["grants"]["evidence"] = json!("secondary");
        }
        for provision in pack["provisions"].as_array_mut().unwrap() {
            provision["evidence"] = json!("secondary");
        }
    };
    let pack = pack(note);
    for locale in Locale::ALL {
        let note = format!("note {}", locale.tag());
        for shown in [Screen::Start, Screen::AllQuestions, Screen::Results] {
            let html = screen(&pack, locale, IN_FORCE, shown);
            assert_eq!(html.matches(&note).count(), 1, "{shown:?}");
            let notes = elements(&html, |element| element.has_class("ec-evidence-note"));
            let links = elements(&html, |element| element.name == "a");
            let is_inside = notes[0]
                .text()
                .contains(&*pack.documents.iter().next().unwrap().1.title.get(locale));
            assert!(is_inside, "{shown:?}: {}", notes[0].text());
            assert!(links.iter().any(|link| link.attribute("href") == "https://docs.example/1"));
        }
        let paper = part(&pack, locale, IN_FORCE, "{}", Part::Checklist(PrintOptions::default()));
        assert_eq!(paper.matches(&note).count(), 1);
        assert!(paper.contains("https://docs.example/1") && !paper.contains("没核对原文"));
    }
    for (measure, _) in pack.measures.iter() {
        for shown in [Part::Amount(measure), Part::Measure(measure)] {
            let html = part(&pack, Locale::ZhHans, IN_FORCE, "{}", shown);
            assert!(!html.contains("转载"), "each amount or clause repeats the note: {html}");
        }
    }
}

#[test]
fn a_period_without_an_end_reads_well_in_every_language() {
    for (period, texts) in [
        (
            json!({ "from": "2017-05-03" }),
            [
                "政策有效期：2017年5月3日起",
                "政策有效期：2017年5月3日起",
                "Policy in force: from 3 May 2017",
            ],
        ),
        (
            json!({ "to": "2030-12-31" }),
            [
                "政策有效期：至2030年12月31日止",
                "政策有效期：至2030年12月31日止",
                "Policy in force: until 31 December 2030",
            ],
        ),
        (
            json!({}),
            [
                "公开文件没写政策的有效期。",
                "公開文件沒有列明政策的有效期。",
                "The dates of this policy are not published.",
            ],
        ),
    ] {
        let pack = pack(|pack| pack["in-force"] = period.clone());
        for (locale, expected) in Locale::ALL.into_iter().zip(texts) {
            let start = screen(&pack, locale, IN_FORCE, Screen::Start);
            assert!(start.contains(expected), "{expected}");
            let paper = Part::Checklist(PrintOptions::default());
            let paper = part(&pack, locale, IN_FORCE, "{}", paper);
            let days = expected.split_once(['：', ':']).map_or(expected, |(_, days)| days.trim());
            assert!(paper.contains(days), "{days}");
            for html in [start, paper] {
                assert!(
                    !html.contains("日至<") && !html.contains(" to <") && !html.contains("：至</")
                );
            }
        }
    }
}
