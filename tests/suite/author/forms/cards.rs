//! Snapshots of cards of a small pack, and of a text that is not JSON.

use std::rc::Rc;

use eligibility_check::author::forms::FormsProps;
use eligibility_check::rulebook::{Locale, RulePack};

use super::{GUIDE, after, json, render, render_props};
use crate::pretty_html::{pretty, select};
use crate::snapshots::assert_snapshot_in;

/// The guide's pack with a condition of each kind, bands and tiers.
fn rich() -> String {
    let mut text = GUIDE.to_owned();
    let mut insert = |list: &str, value: &str| {
        text = after(&text, |document| document.insert(list, 1, &json(value)));
    };
    insert(
        "/facts",
        r#"{"id": "staff", "kind": {"number": {"unit": "人", "min": 0}}, "section": "firm",
            "question": {"zh-Hans": "有多少员工？"}, "changeable": "more"}"#,
    );
    insert(
        "/facts",
        r#"{"id": "founded", "kind": "date", "section": "firm",
            "question": {"zh-Hans": "哪天成立？"}}"#,
    );
    insert(
        "/facts",
        r#"{"id": "sector", "kind": {"choice": [{"id": "film", "label": {"zh-Hans": "影视"}},
            {"id": "other", "label": {"zh-Hans": "其他"}}]}, "section": "firm",
            "question": {"zh-Hans": "属于哪个行业？"}}"#,
    );
    insert(
        "/measures/0/criteria",
        r#"{"id": "mixed", "label": {"zh-Hans": "规模"}, "provision": ["d1-2"], "grade": "explicit",
            "when": {"any": [{"all": [{"at-least": ["staff", 200]}, {"one-of": ["sector", ["film"]]}]},
                {"less-than": [{"months-since": "founded"}, 36]}, {"before": ["founded", "2010-01-01"]},
                {"more-than": [{"points": {"by": "staff", "bands": [{"at-least": 30, "points": 20},
                    {"at-least": 10, "points": 10}], "otherwise": 0}}, {"sum": ["staff", 5]}]}]}}"#,
    );
    after(&text, |document| {
        let grants = r#"{"tiers": {"by": "staff", "unit": "万元",
            "tiers": [{"from": 1, "to": 9, "amount": "1.5"}, {"from": 10, "to": 99, "amount": 2}]},
            "evidence": "official-text", "provision": ["d1-2"]}"#;
        document.set("/measures/0/grants", &json(grants))
    })
}

/// The card of a definition, pretty-printed.
fn card(text: &str, selected: &str, locale: Locale) -> String {
    select(&render(text, selected, locale), |element| element.has_class("au-card")).join("\n")
}

#[test]
fn a_measure_shows_each_condition_next_to_its_quote() {
    let text = rich();
    RulePack::from_json(&text).unwrap();
    assert_snapshot_in("author", "form-measure", &card(&text, "/measures/0", Locale::ZhHans));
}

#[test]
fn a_fact_shows_its_kind_with_unit_and_bounds() {
    let text = rich();
    let card = card(&text, "/facts/3", Locale::En);
    assert_snapshot_in("author", "form-fact", &card);
}

#[test]
fn a_provision_shows_its_quote_with_the_number_of_its_characters() {
    let card = card(GUIDE, "/provisions/0", Locale::ZhHant);
    assert!(card.contains("16 / 60"), "{card}");
    assert_snapshot_in("author", "form-provision", &card);
}

#[test]
fn the_list_counts_the_problems_of_each_definition() {
    let text = GUIDE.replace(r#"["registered", true]"#, r#"["registered", "perhaps"]"#);
    let html = render(&text, "", Locale::En);
    let outline = select(&html, |element| element.has_class("au-outline")).join("\n");
    assert!(outline.contains("Problems: 1"), "{outline}");
    assert_snapshot_in("author", "form-outline", &outline);
}

#[test]
fn conditions_have_no_words_while_the_text_has_faults() {
    let words = "企业在港区注册吗：是";
    assert!(render(GUIDE, "/measures/0", Locale::ZhHans).contains(words));
    let faulty = GUIDE.replace("\"official-text\"", "\"perhaps\"");
    let html = render(&faulty, "/measures/0", Locale::ZhHans);
    assert!(!html.contains(words) && html.contains("企业在港区注册吗？"), "{}", pretty(&html));
}

#[test]
fn a_text_that_is_not_json_gives_its_line() {
    let html = render("{\n  \"id\": ,\n}", "", Locale::En);
    assert!(html.contains("syntax error in line 2"), "{html}");
}

#[test]
fn hidden_forms_read_nothing() {
    let props = yew::props! { FormsProps { text: Rc::<str>::from("{"), locale: Locale::En, is_shown: false } };
    assert_eq!(render_props(props), "");
}

#[test]
fn a_definition_that_does_not_exist_shows_the_pack() {
    let html = render(GUIDE, "/measures/7", Locale::En);
    assert!(html.contains("The pack") && html.contains("2018.1"));
}
