//! The checklist as it is printed, its parts, and its options.

use std::rc::Rc;

use yew::prelude::*;

use super::scene::{LONGEST, MANY};
use super::stage::Stage;
use crate::engine::Outcome;
use crate::rulebook::Locale;
use crate::widget::checklist::{
    Bilingual, ChecklistPanel, Content, PrintOptions, checklist_notices, document, firm_details,
    head, materials, measure_block, others, receipt, summary,
};
use crate::widget::evaluation::Evaluation;
use crate::widget::pack::Pack;
use crate::widget::text::Catalogue;

/// The time of printing in these stories.
const NOW: AttrValue = AttrValue::Static("2019-05-10 09:30");

const LAPSED: &str = r#"{"honours": ["old-brand"], "registered": false, "trade": "fans", "revenue": 9999, "staff": 1}"#;

pub(super) fn add(stage: &mut Stage) {
    add_documents(stage);
    add_parts(stage);
    add_blocks(stage);
    add_panels(stage);
}

fn alone(evaluation: &Evaluation) -> Bilingual<'_> {
    Bilingual { first: evaluation, second: None }
}

fn add_documents(stage: &mut Stage) {
    let evaluation = stage.scene().with(MANY).parts().evaluation;
    let all = PrintOptions::default();
    let one = all.clone().with_measure(stage.measure("newcomer"));
    for (name, options) in [
        ("with every outcome", all.clone()),
        ("without answers", PrintOptions { without_answers: true, ..all.clone() }),
        ("with open measures named only", PrintOptions { without_open: true, ..all.clone() }),
        ("of one measure", one),
    ] {
        stage.add("checklist/document", name, document(alone(&evaluation), &options, &NOW));
    }
    let lapsed = stage.scene().with(LAPSED).on("2021-06-30").parts().evaluation;
    let name = "after the policy has lapsed";
    stage.add("checklist/document", name, document(alone(&lapsed), &all, &NOW));
    stage.add("checklist/head", name, head(alone(&lapsed), &Content::new(&lapsed, &all), &NOW));
}

fn add_parts(stage: &mut Stage) {
    let evaluation = stage.scene().with(MANY).parts().evaluation;
    let content = Content::new(&evaluation, &PrintOptions::default());
    let languages = alone(&evaluation);
    for (component, name, part) in [
        ("checklist/firm_details", "to be filled in", firm_details(languages)),
        ("checklist/summary", "of measures in reach", summary(languages, &content)),
        ("checklist/materials", "each once", materials(languages, &content.measures)),
        ("checklist/notices", "with and without a provision", checklist_notices(languages)),
        ("checklist/other_measures", "not met", others(languages, Outcome::NotMet)),
        (
            "checklist/other_measures",
            "which do not concern the person",
            others(languages, Outcome::NotApplicable),
        ),
        ("checklist/receipt", "with answers", receipt(languages)),
    ] {
        stage.add(component, name, part);
    }
}

fn add_blocks(stage: &mut Stage) {
    for (name, measure, answers, with_answers) in [
        ("met, with office, days, steps and duties", "newcomer", MANY, true),
        ("without answers", "newcomer", MANY, false),
        ("met in direction, without a list of materials", "honoured", MANY, true),
        ("the longest of everything", "longest", LONGEST, true),
    ] {
        let evaluation = stage.scene().with(answers).parts().evaluation;
        let block = measure_block(alone(&evaluation), stage.measure(measure), 1, with_answers);
        stage.add("checklist/measure", name, block);
    }
    let first = stage.scene().with(LONGEST).parts().evaluation;
    let locale = if first.pack.locale == Locale::En { Locale::ZhHans } else { Locale::En };
    let catalogue = Rc::new(Catalogue::of(locale).clone());
    let second = first.in_language(Pack { catalogue, locale, ..first.pack.clone() });
    let languages = Bilingual { first: &first, second: Some(&second) };
    let block = measure_block(languages, stage.measure("longest"), 1, true);
    stage.add("checklist/bilingual", "the longest of everything in two languages", block);
}

fn add_panels(stage: &mut Stage) {
    let something =
        PrintOptions { is_expanded: true, without_answers: true, ..PrintOptions::default() };
    let something = something.with_measure(stage.measure("newcomer"));
    for (name, options) in
        [("folded", PrintOptions::default()), ("with something chosen", something)]
    {
        let evaluation = stage.scene().with(LONGEST).parts().evaluation;
        let languages: Rc<[Locale]> = stage.book().languages.clone().into();
        let panel = html! {
            <ChecklistPanel {evaluation} {options} {languages} style="" print={Callback::noop()} />
        };
        stage.add("checklist/options", name, panel);
    }
}
