//! The plan: its steps, the application windows, the receipt, and links with a receipt code.

use std::rc::Rc;

use eligibility_check::engine::{Answers, Receipt};
use eligibility_check::rulebook::{Locale, Period, RulePack};
use eligibility_check::widget::preview::Part;
use eligibility_check::widget::{
    Action, CopyTarget, FocusTarget, Screen, State, WindowStatus, window_status,
};
use yew::Reducible;

use crate::dom::elements;
use crate::markup::{part, part_of, render, state};
use crate::support::{FERRY, HARBOUR, KIOSK, PUBLISHED, date, fact, parse_answers, parse_pack};

const DAY: &str = "2019-05-10";

/// A firm that meets measures without published materials and has one answer to find out.
const FIRM: &str = r#"{
    "applicant-kind": "enterprise", "registered-in-tianhe": true, "taxed-in-tianhe": true,
    "reports-in-tianhe": true, "independent-legal-person": true, "rd-sectors": ["information"],
    "rd-spending": "900", "rd-spending-before": "700", "projects": [],
    "innovation-items": ["city-rd-subsidy"], "hnte-certificate": {"not-sure": true}
}"#;

/// The state after the answers about research.
fn research(pack: &Rc<RulePack>, actions: Vec<Action>) -> Rc<State> {
    let mut all = vec![Action::ToggleTopic(pack.find_topic("rd").unwrap())];
    all.extend(actions);
    state(pack, DAY, FIRM, all)
}

#[test]
fn a_window_is_over_open_or_to_come_on_the_day_of_the_host() {
    let period = |from: &str, to: &str| {
        let day = |text: &str| (!text.is_empty()).then(|| date(text));
        Period { from: day(from), to: day(to) }
    };
    for (from, to, expected) in [
        ("2019-05-01", "2019-05-09", WindowStatus::Over),
        ("", "2019-05-09", WindowStatus::Over),
        ("2019-05-01", "2019-05-10", WindowStatus::DaysLeft(0)),
        ("2019-05-10", "2019-05-22", WindowStatus::DaysLeft(12)),
        ("", "2020-05-10", WindowStatus::DaysLeft(366)),
        ("2019-05-11", "2019-05-22", WindowStatus::From(date("2019-05-11"))),
        ("2019-05-11", "", WindowStatus::From(date("2019-05-11"))),
        ("2019-05-10", "", WindowStatus::Open),
        ("", "", WindowStatus::Open),
    ] {
        assert_eq!(window_status(&period(from, to), date(DAY)), expected, "{from} to {to}");
    }
}

#[test]
fn the_plan_asks_each_office_once_and_links_what_to_find_out() {
    let pack = parse_pack(PUBLISHED);
    let html = part_of(&research(&pack, Vec::new()), &pack, Locale::ZhHans, Part::Steps);
    let titles = elements(&html, |element| element.has_class("ec-plan__step-title"));
    let titles: Vec<String> = titles.iter().map(|title| title.text()).collect();
    let heading = elements(&html, |element| element.has_class("ec-plan__title"))[0].text();
    assert_eq!(heading, format!("去之前，先做这 {} 件事", titles.len()));
    assert!(titles[0].starts_with("问清"), "{titles:?}");
    assert!(titles.last().unwrap().starts_with('补'), "{titles:?}");
    let offices = elements(&html, |element| element.has_class("ec-plan__name"));
    let mut offices: Vec<String> = offices.iter().map(|office| office.text()).collect();
    let count = offices.len();
    offices.sort_unstable();
    offices.dedup();
    assert_eq!(offices.len(), count, "{offices:?}");
    let question = &pack.facts[fact(&pack, "hnte-certificate")].question;
    let links = elements(&html, |element| element.has_class("ec-link"));
    let asked = question.get(Locale::ZhHans);
    let asked = asked.trim_end_matches('？');
    assert!(links.iter().any(|link| link.text() == asked), "{html}");
}

#[test]
fn a_question_of_the_plan_returns_to_the_plan() {
    let pack = parse_pack(PUBLISHED);
    let certificate = fact(&pack, "hnte-certificate");
    let asked = research(&pack, vec![Action::Show(Screen::Plan), Action::GoTo(certificate)]);
    assert_eq!((asked.screen, asked.asked()), (Screen::Question, &[certificate][..]));
    let back = asked.reduce(Action::Next(vec![certificate]));
    assert_eq!(back.screen, Screen::Plan);
}

#[test]
fn after_the_last_window_every_one_is_closed() {
    let pack = parse_pack(FERRY);
    let windows = part(&pack, Locale::ZhHans, "2030-01-01", "{}", Part::Windows);
    assert!(windows.contains("已截止") && !windows.contains("还有"), "{windows}");
}

#[test]
fn the_receipt_is_shown_in_lines_and_its_link_only_on_a_page() {
    let pack = parse_pack(PUBLISHED);
    let state = research(&pack, Vec::new());
    let code = Receipt::encode(&pack, date(DAY), &state.topics, &state.answers);
    let in_file = part_of(&state, &pack, Locale::ZhHans, Part::Receipt(None));
    let shown = elements(&in_file, |element| element.has_class("ec-receipt__code"))[0].text();
    assert_eq!(shown.replace(' ', ""), code.replace('-', ""));
    assert!(!in_file.contains("链接"), "{in_file}");
    let address = Some("https://www.example.org/check.html".into());
    let on_page = part_of(&state, &pack, Locale::ZhHans, Part::Receipt(address));
    for text in ["复制链接", "链接里有您的全部回答"] {
        assert!(on_page.contains(text), "{text}");
    }
}

#[test]
fn a_text_that_the_browser_does_not_copy_is_in_a_selected_field() {
    let pack = parse_pack(HARBOUR);
    let refused = state(&pack, DAY, "{}", vec![Action::Copied(CopyTarget::Code, false)]);
    assert_eq!(refused.focus.target, Some(FocusTarget::CopyField));
    let html = part_of(&refused, &pack, Locale::ZhHans, Part::Receipt(None));
    let code = Receipt::encode(&pack, date(DAY), &[], &refused.answers);
    let field = elements(&html, |element| element.attribute("id") == "ec-copy");
    assert_eq!(field[0].attribute("value"), code);
    let copied = refused.reduce(Action::Copied(CopyTarget::Code, true));
    let html = part_of(&copied, &pack, Locale::ZhHans, Part::Receipt(None));
    assert!(html.contains("已复制") && !html.contains("ec-copy"), "{html}");
}

#[test]
fn a_link_restores_at_once_if_there_is_nothing_to_lose_and_otherwise_asks() {
    let pack = parse_pack(HARBOUR);
    let answers = parse_answers(&pack, r#"{"scale": "large", "revenue": "1.5"}"#);
    let code: Rc<str> = Receipt::encode(&pack, date(DAY), &[], &answers).into();
    let untouched = state(&pack, "2020-02-29", "{}", Vec::new());
    let opened = untouched.reduce(Action::OfferCode(Rc::clone(&code)));
    assert_eq!((opened.screen, &opened.answers), (Screen::Results, &answers));

    let mine = r#"{"registered": true}"#;
    let offered = || state(&pack, DAY, mine, vec![Action::OfferCode(Rc::clone(&code))]);
    assert_eq!(offered().answers, parse_answers(&pack, mine));
    assert_eq!(offered().focus.target, Some(FocusTarget::Offer));
    assert_eq!(offered().reduce(Action::DeclineOffer).answers, parse_answers(&pack, mine));
    assert_eq!(offered().reduce(Action::AcceptOffer).answers, answers);
}

/// A code with a wrong character in its second line.
const WRONG: &str = "64QRXTXFZMD9PM4VYGVP0V6QC8VFT9544";

#[test]
fn a_wrong_link_on_the_start_leads_to_the_form_with_its_code() {
    let pack = parse_pack(HARBOUR);
    let state = state(&pack, DAY, "{}", vec![Action::OfferCode(WRONG.into())]);
    assert_eq!((state.screen, state.focus.target), (Screen::Start, Some(FocusTarget::Code)));
    let html = part_of(&state, &pack, Locale::ZhHans, Part::RestoreForm);
    assert!(html.contains(WRONG) && html.contains("回执码第 2 行有误"), "{html}");
}

#[test]
fn a_wrong_link_elsewhere_is_refused_where_the_user_is_and_changes_nothing() {
    let pack = parse_pack(HARBOUR);
    let kiosk = parse_pack(KIOSK);
    let of_kiosk = Receipt::encode(&kiosk, date(DAY), &[], &Answers::none(&kiosk));
    let damaged = "打开的链接不完整或有错，没有用它，这里什么都没变。";
    for (code, sentence) in [
        (WRONG, damaged),
        ("64QRXTXFZMD9PM4VYGVP", damaged),
        ("64QRXTXFZM", damaged),
        (&*of_kiosk, "这个回执码不是“港城企业扶持”的。"),
    ] {
        for mine in ["{}", r#"{"registered": true}"#] {
            for screen in [Screen::Question, Screen::AllQuestions, Screen::Results, Screen::Plan] {
                let actions = vec![Action::Show(screen), Action::OfferCode(code.into())];
                let refused = state(&pack, DAY, mine, actions);
                assert_eq!(refused.answers, parse_answers(&pack, mine));
                assert_eq!(
                    (refused.screen, refused.focus.target),
                    (screen, Some(FocusTarget::Offer))
                );
                let html = render(&pack, &refused);
                let offer = elements(&html, |element| element.attribute("id") == "ec-offer");
                assert!(offer[0].text().starts_with(sentence), "{}", offer[0].text());
                assert!(!html.contains("用链接里的回答") && html.contains("知道了"), "{code}");
                let dismissed = refused.reduce(Action::DeclineOffer);
                assert_eq!(
                    (dismissed.screen, &dismissed.answers),
                    (screen, &parse_answers(&pack, mine))
                );
                assert!(!render(&pack, &dismissed).contains("ec-offer"));
            }
        }
    }
}

#[test]
fn a_tick_of_a_material_is_not_saved_and_stays_while_the_page_does() {
    let pack = parse_pack(FERRY);
    let logbook = pack.materials.iter().find(|(_, material)| &*material.id == "logbook");
    let (material, _) = logbook.unwrap();
    let answers = r#"{"licensed": true, "hull": "iron", "launched": "1990-01-01", "trips": 200}"#;
    let actions = vec![
        Action::Show(Screen::Plan),
        Action::TogglePrepared(material),
        Action::Back,
        Action::Show(Screen::Plan),
    ];
    let ticked = state(&pack, DAY, answers, actions);
    let html = part_of(&ticked, &pack, Locale::ZhHans, Part::Steps);
    assert_eq!(html.matches(" checked").count(), 1, "{html}");
    let unticked = ticked.reduce(Action::TogglePrepared(material));
    let html = part_of(&unticked, &pack, Locale::ZhHans, Part::Steps);
    assert_eq!(html.matches(" checked").count(), 0, "{html}");
}

#[test]
fn a_full_stop_of_a_note_does_not_precede_the_measures() {
    let pack = parse_pack(HARBOUR);
    let answers = r#"{"registered": true, "founded": "2018-12-01", "revenue": 600}"#;
    let html = part(&pack, Locale::ZhHans, "2019-04-30", answers, Part::Steps);
    assert!(html.contains("；用于：") && !html.contains("。；"), "{html}");
}
