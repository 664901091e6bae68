//! Stories of the printed checklist, its sections, and its options.

use std::rc::Rc;

use yew::prelude::*;

use super::collection::Collection;
use super::fixture::{LONGEST, MANY};
use crate::engine::Outcome;
use crate::rulebook::Locale;
use crate::widget::checklist::{
    Bilingual, ChecklistPanel, Content, PrintOptions, checklist_document, checklist_notices,
    firm_details, header, materials, measure_block, other_measures, receipt, summary,
};
use crate::widget::evaluation::Evaluation;
use crate::widget::pack::Pack;
use crate::widget::text::Catalogue;

/// The time of printing in these stories.
const PRINTED_AT: AttrValue = AttrValue::Static("2019-05-10 09:30");

const LAPSED: &str = r#"{"honours": ["old-brand"], "registered": false, "trade": "fans", "revenue": 9999, "staff": 1}"#;

pub(super) fn add(stories: &mut Collection) {
    add_documents(stories);
    add_sections(stories);
    add_blocks(stories);
    add_panels(stories);
}

fn in_one_language(evaluation: &Evaluation) -> Bilingual<'_> {
    Bilingual { first: evaluation, second: None }
}

fn add_documents(stories: &mut Collection) {
    let evaluation = stories.fixture().with_answers(MANY).build().evaluation;
    let all = PrintOptions::default();
    let one = all.clone().with_measure(stories.measure("newcomer"));
    for (name, options) in [
        ("with every outcome", all.clone()),
        ("without answers", PrintOptions { without_answers: true, ..all.clone() }),
        ("with open measures only listed", PrintOptions { without_open: true, ..all.clone() }),
        ("of one measure", one),
    ] {
        stories.add(
            "checklist/document",
            name,
            checklist_document(in_one_language(&evaluation), &options, &PRINTED_AT),
        );
    }
    let lapsed = stories.fixture().with_answers(LAPSED).with_as_of("2021-06-30").build().evaluation;
    let name = "after the policy has lapsed";
    stories.add(
        "checklist/document",
        name,
        checklist_document(in_one_language(&lapsed), &all, &PRINTED_AT),
    );
    stories.add(
        "checklist/header",
        name,
        header(in_one_language(&lapsed), &Content::new(&lapsed, &all), &PRINTED_AT),
    );
}

fn add_sections(stories: &mut Collection) {
    let evaluation = stories.fixture().with_answers(MANY).build().evaluation;
    let content = Content::new(&evaluation, &PrintOptions::default());
    let languages = in_one_language(&evaluation);
    for (component, name, html) in [
        ("checklist/firm_details", "with lines to fill in", firm_details(languages)),
        ("checklist/summary", "of measures that can be met", summary(languages, &content)),
        ("checklist/materials", "each once", materials(languages, &content.measures)),
        ("checklist/notices", "with and without a provision", checklist_notices(languages)),
        ("checklist/other_measures", "not met", other_measures(languages, Outcome::NotMet)),
        (
            "checklist/other_measures",
            "not applicable",
            other_measures(languages, Outcome::NotApplicable),
        ),
        ("checklist/receipt", "with answers", receipt(languages)),
    ] {
        stories.add(component, name, html);
    }
}

fn add_blocks(stories: &mut Collection) {
    for (name, measure, answers, with_answers) in [
        ("met, with office, days, steps and duties", "newcomer", MANY, true),
        ("without answers", "newcomer", MANY, false),
        ("met in direction, without a list of materials", "honoured", MANY, true),
        ("with the longest texts", "longest", LONGEST, true),
        ("met once settled", "takings", r#"{"registered": false, "scale": "small"}"#, true),
    ] {
        let evaluation = stories.fixture().with_answers(answers).build().evaluation;
        let block =
            measure_block(in_one_language(&evaluation), stories.measure(measure), 1, with_answers);
        stories.add("checklist/measure", name, block);
    }
    let first = stories.fixture().with_answers(LONGEST).build().evaluation;
    let locale = if first.pack.locale == Locale::En { Locale::ZhHans } else { Locale::En };
    let catalogue = Rc::new(Catalogue::of(locale).clone());
    let second = first.in_language(Pack { catalogue, locale, ..first.pack.clone() });
    let languages = Bilingual { first: &first, second: Some(&second) };
    let block = measure_block(languages, stories.measure("longest"), 1, true);
    stories.add("checklist/bilingual", "with the longest texts in two languages", block);
}

fn add_panels(stories: &mut Collection) {
    let selection =
        PrintOptions { is_expanded: true, without_answers: true, ..PrintOptions::default() };
    let selection = selection.with_measure(stories.measure("newcomer"));
    for (name, options) in
        [("collapsed", PrintOptions::default()), ("expanded, with a selection", selection)]
    {
        let evaluation = stories.fixture().with_answers(LONGEST).build().evaluation;
        let languages: Rc<[Locale]> = stories.pack().languages.clone().into();
        let panel = html! {
            <ChecklistPanel {evaluation} {options} {languages} style="" print={Callback::noop()} />
        };
        stories.add("checklist/options", name, panel);
    }
}
