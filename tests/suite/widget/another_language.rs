//! A pack in a language that the interface lacks, of another country: English around its texts, and
//! nothing of China.

use std::rc::Rc;

use eligibility_check::rulebook::{Locale, RulePack};
use eligibility_check::widget::preview::{Part, Preview};
use eligibility_check::widget::{Action, App, AppProps, InitialState, PrintOptions, Screen, State};
use yew::LocalServerRenderer;

use crate::markup::{part, pieces, state, text, widget_pack};
use crate::pretty_html::pretty;
use crate::rulebook::languages::FENNMARK;
use crate::snapshots::assert_html_snapshot;
use crate::support::{FERRY, parse_pack};

const DAY: &str = "2031-12-01";
const ANSWERS: &str = r#"{"on-island": true, "founded": "2030-01-01", "craft": "boats",
    "staff": 5, "repair": "20000", "turnover": "39.5"}"#;

fn german() -> Locale {
    Locale::from_any_tag("de").unwrap()
}

/// The whole widget in German, with its language menu.
fn render(pack: &Rc<RulePack>, state: Rc<State>) -> String {
    let props = yew::props! {
        AppProps {
            pack: widget_pack(german(), pack),
            languages: Rc::<[Locale]>::from(pack.languages.clone()),
            as_of: state.as_of().asked,
            state: Some(InitialState(state)),
        }
    };
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let tasks = tokio::task::LocalSet::new();
    tasks.block_on(&runtime, async move {
        LocalServerRenderer::<App>::with_props(props).hydratable(false).render().await
    })
}

fn screen(pack: &Rc<RulePack>, answers: &str, screen: Screen) -> String {
    let mut actions: Vec<Action> =
        pack.measures.iter().map(|(id, _)| Action::ToggleMeasure(id)).collect();
    actions.push(Action::Show(screen));
    render(pack, state(pack, DAY, answers, actions))
}

/// The checklist, with all its clauses.
fn paper(pack: &Rc<RulePack>) -> String {
    let options = PrintOptions::default();
    part(pack, german(), DAY, ANSWERS, Part::Checklist(options))
}

/// The pages that a user sees, with their names.
fn pages(pack: &Rc<RulePack>) -> Vec<(&'static str, String)> {
    vec![
        ("start", screen(pack, "{}", Screen::Start)),
        ("topics", screen(pack, "{}", Screen::Topics)),
        ("question", screen(pack, "{}", Screen::Question)),
        ("all-questions", screen(pack, ANSWERS, Screen::AllQuestions)),
        ("results", screen(pack, ANSWERS, Screen::Results)),
        ("plan", screen(pack, ANSWERS, Screen::Plan)),
        ("paper", paper(pack)),
    ]
}

fn assert_nothing_of_china(name: &str, html: &str) {
    let is_chinese =
        |char: &char| matches!(char, '\u{2e80}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}');
    assert_eq!(html.chars().find(is_chinese), None, "{name}");
    for word in ["Tianhe", "yuan", "RMB", "CNY", "¥", "China", "Chinese", "credit code", "\"zh"] {
        assert!(!html.contains(word), "{name} has `{word}`");
    }
}

#[test]
fn no_page_of_another_country_has_anything_of_china() {
    let pack = parse_pack(FENNMARK);
    for (name, html) in pages(&pack) {
        assert_nothing_of_china(name, &html);
    }
}

#[test]
fn the_pages_match_their_snapshots() {
    for (name, html) in pages(&parse_pack(FENNMARK)) {
        if ["start", "question", "results", "paper"].contains(&name) {
            assert_html_snapshot(&format!("fennmark-{name}"), &html);
        }
    }
}

#[test]
fn the_interface_is_english_and_the_texts_of_the_pack_have_their_language() {
    let pack = parse_pack(FENNMARK);
    for (name, html) in pages(&pack) {
        let root = html.split_once('>').unwrap().0;
        assert!(root.contains("lang=\"en\""), "{name}: {root}");
    }
    let question = screen(&pack, "{}", Screen::Question);
    for own in ["Hat die Werkstatt ihren Sitz auf Fennmark?", "Maßgeblich ist die Eintragung"] {
        assert!(question.contains(&format!("<span lang=\"de\">{own}")), "{question}");
    }
    let results = screen(&pack, ANSWERS, Screen::Results);
    for own in ["Startgeld", "Höchstens fünf Beschäftigte", "Ein fester Betrag"] {
        assert!(results.contains(&format!("<span lang=\"de\">{own}")), "{results}");
    }
    let quote = "<q class=\"ec-citation__quote\" lang=\"de\">Höchstens fünf";
    assert!(pretty(&results).contains(quote), "{results}");
    assert!(results.contains(">Conditions met<"), "{results}");
}

#[test]
fn the_language_menu_has_the_names_of_the_pack() {
    let html = pretty(&screen(&parse_pack(FENNMARK), "{}", Screen::Start));
    let items = pieces(&html, "<label class=\"ec-menu__item\" lang=\"", "</label>");
    let items: Vec<_> = items.iter().filter_map(|item| item.split_once('"')).collect();
    assert_eq!(items.len(), 2, "{html}");
    for ((tag, item), (language, name)) in items.iter().zip([("de", "Deutsch"), ("en", "English")])
    {
        assert!(*tag == language && item.contains(name), "{html}");
    }
}

#[test]
fn amounts_have_the_unit_of_the_pack_in_english_digits() {
    let pack = parse_pack(FENNMARK);
    let results = text(&screen(&pack, ANSWERS, Screen::Results));
    for amount in ["1,200 Taler", "3,000 Taler", "4,200 Taler"] {
        assert!(results.contains(amount), "{amount}: {results}");
    }
    let all = text(&screen(&pack, ANSWERS, Screen::AllQuestions));
    assert!(all.contains("1 January 2030") || all.contains("2030-01-01"), "{all}");
}

#[test]
fn a_bilingual_checklist_has_german_and_english() {
    let pack = parse_pack(FENNMARK);
    let state = state(&pack, DAY, ANSWERS, Vec::new());
    let panel = part(&pack, german(), DAY, ANSWERS, Part::PrintPanel(PrintOptions::default()));
    assert!(text(&panel).contains("In two languages side by side"), "{panel}");
    let mut preview =
        Preview::new(widget_pack(german(), &pack)).with_second(widget_pack(Locale::En, &pack));
    let html = preview.render(&state, Part::Checklist(PrintOptions::default())).unwrap();
    let translation = "<span class=\"ec-checklist__translation\" lang=\"en\">Start-up grant";
    assert!(pretty(&html).contains(translation), "{html}");
    assert!(html.contains("<span lang=\"de\">Startgeld"), "{html}");
    assert_nothing_of_china("bilingual paper", &html);
}

#[test]
fn only_a_pack_of_china_asks_for_a_social_credit_code() {
    let sheet = |pack: &Rc<RulePack>, locale| {
        text(&part(pack, locale, "2019-05-10", "{}", Part::Checklist(PrintOptions::default())))
    };
    assert!(sheet(&parse_pack(FERRY), Locale::En).contains("Unified social credit code"));
    assert!(text(&paper(&parse_pack(FENNMARK))).contains("Registration number"));
}
