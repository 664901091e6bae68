//! The details that one module of a page asks another for.

use std::rc::Rc;

use eligibility_check::rulebook::Locale;
use eligibility_check::widget::{Ask, Catalogue, Details, Shows};

use crate::support::{HARBOUR, answers, book, day};

fn ask(shows: Shows) -> Ask {
    let book = book(HARBOUR);
    let answers = answers(&book, r#"{"registered": true, "revenue": "600.5", "staff": {"not-sure": true}}"#);
    Ask { shows, as_of: day("2019-05-10"), heading_level: 3, answers }
}

#[test]
fn what_is_asked_reads_back_as_it_was_written() {
    let book = book(HARBOUR);
    let (newcomer, _) = book.measures.iter().next().unwrap();
    for ask in [ask(Shows::Measure(newcomer)), ask(Shows::Sheet)] {
        assert_eq!(Ask::read(&book, &ask.written()), Some(ask));
    }
    for text in [
        "",
        "sheet",
        "sheet 2",
        "sheet 2 2019-05-10",
        "99 2 2019-05-10 ",
        "0 2 2019-13-01 ",
        "x 2 2019-05-10 ",
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
    for (measure, _) in book.measures.iter() {
        let html = details.write(ask(Shows::Measure(measure)));
        for button in html.split("<button").skip(1) {
            let (tag, text) = button.split_once('>').unwrap();
            assert!(tag.contains(" data-do=\"7 "), "{tag}");
            assert!(!text.starts_with("</button"), "a button without a name: {html}");
            buttons += 1;
        }
    }
    assert!(buttons > 0);
}

#[test]
fn texts_of_a_pack_are_never_markup_in_details() {
    let pack = HARBOUR.replace("港城企业扶持", "<img src=x onerror=alert(1)>\\\"&");
    let book = book(&pack);
    let catalogue = Rc::new(Catalogue::of(Locale::ZhHans).clone());
    let html = Details::new(book, catalogue, Locale::ZhHans).write(ask(Shows::Sheet));
    assert!(html.contains("&lt;img src=x onerror=alert(1)&gt;&quot;&amp;") && !html.contains("<img"));
}
