//! Stories of the printed checklist and its sections.

use std::rc::Rc;

use yew::prelude::*;

use super::collection::Collection;
use super::fixture::{LONGEST, MANY};
use crate::rulebook::Locale;
use crate::widget::checklist::{
    Bilingual, Content, PrintOptions, Section, Sheet, answers, apply, checklist_document,
    checklist_notices, clauses, firm_details, header, lost, materials, near_misses, open_questions,
    receipt, signature,
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
    add_measures(stories);
}

fn in_one_language(evaluation: &Evaluation) -> Bilingual<'_> {
    Bilingual { first: evaluation, second: None }
}

fn add_documents(stories: &mut Collection) {
    let evaluation = stories.fixture().with_answers(MANY).build().evaluation;
    let all = PrintOptions::default();
    for (name, options) in [
        ("with every outcome", all.clone()),
        ("without answers", PrintOptions { without_answers: true, ..all.clone() }),
    ] {
        stories.add(
            "checklist/document",
            name,
            checklist_document(in_one_language(&evaluation), &options, &PRINTED_AT),
        );
    }
    let lapsed = stories.fixture().with_answers(LAPSED).with_as_of("2021-06-30").build().evaluation;
    let languages = in_one_language(&lapsed);
    let name = "after the policy has lapsed";
    stories.add("checklist/document", name, checklist_document(languages, &all, &PRINTED_AT));
    let content = Content::new(&lapsed, &all);
    stories.add("checklist/header", name, header(&Sheet::new(languages, &content), &PRINTED_AT));
}

fn add_sections(stories: &mut Collection) {
    let evaluation = stories.fixture().with_answers(MANY).build().evaluation;
    let options = PrintOptions::default();
    let content = Content::new(&evaluation, &options);
    let languages = in_one_language(&evaluation);
    let sheet = Sheet::new(languages, &content);
    stories.add("checklist/firm_details", "with lines to fill in", firm_details(languages));
    stories.add("checklist/signature", "with lines to fill in", signature(languages));
    stories.add("checklist/receipt", "in lines of twenty", receipt(&sheet));
    add_section(stories, &sheet, "checklist/apply", "with boxes", Some(apply(&sheet)));
    for (component, name, section) in [
        ("checklist/answers", "each once", answers(&sheet)),
        ("checklist/materials", "each once", materials(&sheet)),
        ("checklist/open", "with what depends on them", open_questions(&sheet)),
        ("checklist/clauses", "with quotes", clauses(&sheet)),
        ("checklist/near_misses", "of one change", near_misses(&sheet)),
        ("checklist/notices", "with and without a provision", checklist_notices(&sheet)),
    ] {
        add_section(stories, &sheet, component, name, section);
    }
    let chosen = ["newcomer", "rent"].map(|id| stories.measure(id));
    let options = chosen.into_iter().fold(options, PrintOptions::with_measure);
    let evaluation = stories.fixture().with_answers(LAPSED).build().evaluation;
    let content = Content::new(&evaluation, &options);
    let sheet = Sheet::new(in_one_language(&evaluation), &content);
    add_section(stories, &sheet, "checklist/lost", "with its reason", lost(&sheet));
}

fn add_section(
    stories: &mut Collection,
    sheet: &Sheet<'_>,
    component: &'static str,
    name: &'static str,
    section: Option<Section<'_>>,
) {
    let html = section.map(|section| sheet.section(0, section)).unwrap_or_default();
    stories.add(component, name, html);
}

fn add_measures(stories: &mut Collection) {
    for (name, measure, answers) in [
        ("with office, days, steps and duties", "newcomer", MANY),
        ("in direction, without a list of materials", "honoured", MANY),
        ("with the longest texts", "longest", LONGEST),
        ("once settled", "takings", r#"{"registered": false, "scale": "small"}"#),
    ] {
        let evaluation = stories.fixture().with_answers(answers).build().evaluation;
        let options = PrintOptions::default().with_measure(stories.measure(measure));
        let languages = in_one_language(&evaluation);
        let document = checklist_document(languages, &options, &PRINTED_AT);
        stories.add("checklist/measure", name, document);
    }
    let first = stories.fixture().with_answers(LONGEST).build().evaluation;
    let locale = if first.pack.locale == Locale::En { Locale::ZhHans } else { Locale::En };
    let catalogue = Rc::new(Catalogue::of(locale).clone());
    let second = first.in_language(Pack { catalogue, locale, ..first.pack.clone() });
    let languages = Bilingual { first: &first, second: Some(&second) };
    let options = PrintOptions::default().with_measure(stories.measure("longest"));
    let document = checklist_document(languages, &options, &PRINTED_AT);
    stories.add("checklist/bilingual", "with the longest texts in two languages", document);
}
