//! The details that one module of a page asks another for.

use std::rc::Rc;

use eligibility_check::rulebook::{Locale, RuleBook};
use eligibility_check::widget::{Ask, Catalogue, Details, FileKind, Paper, Shows};

use crate::support::{HARBOUR, answers, book, day, fact};

/// What is shown of some answers to the small pack.
fn ask(shows: Shows) -> Ask {
    let book = book(HARBOUR);
    let answers = answers(&book, r#"{"registered": true, "revenue": "600.5", "staff": {"not-sure": true}}"#);
    Ask { shows, as_of: day("2019-05-10"), heading_level: 3, answers }
}

/// What a pack's details show, asked for by way of the text that browsers hand from one module to the other.
pub(crate) fn written(book: &Rc<RuleBook>, locale: Locale, as_of: &str, said: &str, shows: Shows) -> String {
    let catalogue = Rc::new(Catalogue::of(locale).clone());
    written_by(&mut Details::new(Rc::clone(book), catalogue, locale), as_of, said, shows)
}

/// The same by details that may have written something before.
pub(crate) fn written_by(details: &mut Details, as_of: &str, said: &str, shows: Shows) -> String {
    let answers = answers(details.book(), said);
    let ask = Ask { shows, as_of: day(as_of), heading_level: 2, answers };
    let ask = Ask::read(details.book(), &ask.written()).unwrap();
    details.write(ask, "")
}

/// Everything that is shown as HTML.
pub(crate) fn shown_as_html(book: &RuleBook) -> Vec<Shows> {
    let mut all = vec![
        Shows::Totals,
        Shows::Limits,
        Shows::Timeline,
        Shows::Notices,
        Shows::Summary,
        Shows::Sheet(Paper::default()),
        Shows::SheetTools(Paper::default()),
    ];
    for (measure, _) in book.measures.iter() {
        all.extend([Shows::Measure(measure), Shows::Amount(measure)]);
    }
    all.extend(book.facts.iter().map(|(fact, _)| Shows::Why(fact)));
    all
}

#[test]
fn what_is_asked_reads_back_as_it_was_written() {
    let book = book(HARBOUR);
    let mut all = shown_as_html(&book);
    all.push(Shows::File(FileKind::Answers, Paper::default()));
    for typed in ["", " 24QR5 2K39P ", "{\"answers\":\n{}}\n", "\n", "a\r\n\n 2 2019-05-10 \0"] {
        let handed = [Shows::Restore, Shows::RestoreBox, Shows::Restored];
        all.extend(handed.map(|shows| shows(typed.to_owned())));
    }
    for shows in all {
        let ask = ask(shows);
        assert_eq!(Ask::read(&book, &ask.written()), Some(ask));
    }
}

#[test]
fn what_no_widget_writes_is_not_read() {
    let book = book(HARBOUR);
    for text in [
        "",
        "\n",
        "sheet",
        "sheet 2",
        "sheet 2 2019-05-10",
        "sheet.0 2 2019-05-10 ",
        "sheet 2 2019-05-10 \ntyped",
        "measure 2 2019-05-10 ",
        "measure. 2 2019-05-10 ",
        "measure.99 2 2019-05-10 ",
        "measure.0.1 2 2019-05-10 ",
        "measure.-1 2 2019-05-10 ",
        "measure.0 2 2019-13-01 ",
        "measure.0 256 2019-05-10 ",
        "amount.6 2 2019-05-10 ",
        "why.6 2 2019-05-10 ",
        "restore 2 2019-05-10 ",
        "restore-box 2 2019-05-10 ",
        "restored 2 2019-05-10 ",
        "other 2 2019-05-10 ",
    ] {
        assert_eq!(Ask::read(&book, text), None, "{text}");
    }
}

#[test]
fn every_button_in_details_says_what_it_does() {
    let book = book(HARBOUR);
    let catalogue = Rc::new(Catalogue::of(Locale::ZhHans).clone());
    let mut details = Details::new(Rc::clone(&book), catalogue, Locale::ZhHans);
    let mut buttons = 0;
    for shows in shown_as_html(&book) {
        let html = details.write(ask(shows), "");
        for button in html.split("<button").skip(1) {
            let (tag, text) = button.split_once('>').unwrap();
            // To a question, to the printer, or to a file.
            assert!([7, 9, 20].iter().any(|what| tag.contains(&format!(" data-do=\"{what} "))), "{tag}");
            assert!(!text.starts_with("</button"), "a button without a name: {html}");
            buttons += 1;
        }
    }
    assert!(buttons > 3, "three answers can be changed, and measures still need some: {buttons}");
}

#[test]
fn what_a_measure_still_needs_is_a_button_that_asks_exactly_that_question() {
    let book = book(HARBOUR);
    let shows = Shows::Measure(book.find_measure("newcomer").unwrap());
    let html = written(&book, Locale::ZhHans, "2019-05-10", r#"{"registered": true, "revenue": 600}"#, shows);
    let founded = book.facts.iter().position(|(id, _)| id == fact(&book, "founded")).unwrap();
    let button = format!(
        "<li><button class=\"ec-link\" type=\"button\" data-do=\"7 {founded} 0\">回答：哪天成立？</button></li>"
    );
    assert_eq!(html.matches("<button").count(), 1);
    assert!(html.contains(&button), "{html}");
}

#[test]
fn texts_of_a_pack_are_never_markup_in_details() {
    let pack = HARBOUR.replace("港城企业扶持", "<img src=x onerror=alert(1)>\\\"&");
    let pack = pack.replace("在港城登记注册吗？", "<img src=y>").replace("新企业奖励", "<img src=z>");
    let book = book(&pack);
    let mut told = String::new();
    for shows in shown_as_html(&book) {
        told.push_str(&written(&book, Locale::ZhHans, "2019-05-10", r#"{"registered": true}"#, shows));
    }
    for text in ["&lt;img src=x onerror=alert(1)&gt;&quot;&amp;", "&lt;img src=y&gt;", "&lt;img src=z&gt;"] {
        assert!(told.contains(text), "{text}");
    }
    assert!(!told.contains("<img"));
}

#[test]
fn no_style_and_no_id_is_written_that_a_page_may_forbid_or_have_already() {
    let book = book(HARBOUR);
    for shows in shown_as_html(&book) {
        let html = written(&book, Locale::ZhHans, "2019-05-10", r#"{"registered": true}"#, shows.clone());
        assert!(!html.contains(" style="), "{shows:?}");
        let has_ids = matches!(shows, Shows::Sheet(_) | Shows::SheetTools(_));
        assert!(has_ids || !html.contains(" id="), "{shows:?}");
    }
}

#[test]
fn a_chinese_quote_on_an_english_page_says_that_it_is_chinese() {
    let book = book(crate::support::PUBLISHED);
    let measure = book.find_measure("grow-rd").unwrap();
    for (locale, expected) in [(Locale::En, true), (Locale::ZhHans, false), (Locale::ZhHant, false)] {
        let html = written(&book, locale, "2019-05-10", "{}", Shows::Measure(measure));
        assert!(html.contains("<q class=\"ec-citation__quote\""), "{html}");
        assert_eq!(html.contains("<q class=\"ec-citation__quote\" lang=\"zh\">"), expected, "{html}");
    }
}
