//! Properties of every part of the widget: buttons have names, texts are never markup, no inline
//! style.

use eligibility_check::rulebook::{Locale, RulePack};
use eligibility_check::widget::PrintOptions;
use eligibility_check::widget::preview::{Part, Preview};

use crate::dom::elements;
use crate::markup::{part, state, widget_pack};
use crate::pretty_html::{pretty, select};
use crate::support::{HARBOUR, KIOSK, parse_pack};

const DAY: &str = "2019-05-10";

/// All parts that are rendered from answers and the pack only.
pub(crate) fn all_parts(pack: &RulePack) -> Vec<Part> {
    let mut all = vec![
        Part::Summary,
        Part::Limits,
        Part::Timeline,
        Part::Notices,
        Part::AnswersList,
        Part::Checklist(PrintOptions::default()),
        Part::PrintPanel(PrintOptions::default()),
    ];
    for (measure, _) in pack.measures.iter() {
        all.extend([Part::Measure(measure), Part::Amount(measure)]);
    }
    all.extend(pack.facts.iter().map(|(fact, _)| Part::Purpose(fact)));
    all
}

#[test]
fn every_button_has_a_name() {
    let pack = parse_pack(HARBOUR);
    let answers = r#"{"registered": true, "revenue": "600.5", "staff": {"not-sure": true}}"#;
    let mut buttons = 0;
    for wanted in all_parts(&pack) {
        let html = part(&pack, Locale::ZhHans, DAY, answers, wanted);
        for button in html.split("<button").skip(1) {
            let (tag, content) = button.split_once('>').unwrap();
            assert!(tag.contains(" type=\"button\""), "{tag}");
            assert!(!content.starts_with("</button"), "a button without a name: {html}");
            buttons += 1;
        }
    }
    assert!(buttons > 3, "only {buttons} buttons");
}

#[test]
fn each_answer_that_a_measure_still_needs_is_a_button() {
    let pack = parse_pack(HARBOUR);
    let measure = Part::Measure(pack.find_measure("newcomer").unwrap());
    let html = part(&pack, Locale::ZhHans, DAY, r#"{"registered": true, "revenue": 600}"#, measure);
    let items = select(&html, |element| element.name == "li");
    let button = "<li><button class=\"ec-link\" type=\"button\">回答：哪天成立？</button></li>";
    assert_eq!(html.matches("<button").count(), 1);
    assert!(items.contains(&pretty(button)), "{items:?}");
}

#[test]
fn texts_of_a_pack_are_never_markup() {
    let json = HARBOUR.replace("港城企业扶持", "<img src=x onerror=alert(1)>\\\"&");
    let json =
        json.replace("在港城登记注册吗？", "<img src=y>").replace("新企业奖励", "<img src=z>");
    let pack = parse_pack(&json);
    let html: String = all_parts(&pack)
        .into_iter()
        .map(|wanted| part(&pack, Locale::ZhHans, DAY, r#"{"registered": true}"#, wanted))
        .collect();
    for text in
        ["&lt;img src=x onerror=alert(1)&gt;\"&amp;", "&lt;img src=y&gt;", "&lt;img src=z&gt;"]
    {
        assert!(html.contains(text), "{text}");
    }
    assert!(!html.contains("<img"));
}

#[test]
fn parts_have_no_inline_style_and_only_the_checklist_has_ids() {
    let pack = parse_pack(HARBOUR);
    for wanted in all_parts(&pack) {
        let html = part(&pack, Locale::ZhHans, DAY, r#"{"registered": true}"#, wanted.clone());
        assert!(!html.contains(" style="), "{wanted:?}");
        let has_ids = matches!(wanted, Part::Checklist(_) | Part::PrintPanel(_));
        assert!(has_ids || !html.contains(" id="), "{wanted:?}");
    }
}

#[test]
fn a_quote_has_its_language_in_english_and_is_marked_in_traditional_chinese() {
    let pack = parse_pack(crate::support::PUBLISHED);
    let measure = pack.find_measure("grow-rd").unwrap();
    for (locale, expected) in [(Locale::En, true), (Locale::ZhHans, false), (Locale::ZhHant, false)]
    {
        let html = part(&pack, locale, DAY, "{}", Part::Measure(measure));
        let quotes = elements(&html, |element| element.has_class("ec-citation__quote"));
        assert!(!quotes.is_empty() && quotes.iter().all(|quote| quote.name == "q"), "{html}");
        assert_eq!(quotes.iter().any(|quote| quote.has("lang", "zh")), expected, "{html}");
        assert_eq!(html.contains("原文：<q"), locale == Locale::ZhHant, "{html}");
    }
}

#[test]
fn a_bilingual_checklist_has_each_text_in_both_languages() {
    let pack = parse_pack(KIOSK);
    let (chinese, english) = (widget_pack(Locale::ZhHans, &pack), widget_pack(Locale::En, &pack));
    let state = state(&pack, DAY, "{}", Vec::new());
    let checklist = Part::Checklist(PrintOptions { is_bilingual: true, ..PrintOptions::default() });
    let html = Preview::new(chinese).with_second(english).render(&state, checklist).unwrap();
    assert!(html.contains(&*pack.title.get(Locale::ZhHans)), "{html}");
    let translations = elements(&html, |element| element.has_class("ec-checklist__translation"));
    assert!(translations.iter().all(|text| text.has("lang", "en")), "{html}");
    let title = pack.title.get(Locale::En);
    assert!(translations.iter().any(|text| text.text().starts_with(&*title)), "{html}");
}
