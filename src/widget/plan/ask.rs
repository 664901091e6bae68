//! Step: ask the offices what no published text says.

use yew::prelude::*;

use super::step::Step;
use super::titles::titles;
use crate::rulebook::{Benefit, MeasureId, OfficeId};
use crate::widget::evaluation::Evaluation;
use crate::widget::results::office_details;
use crate::widget::text::fill;

/// What to ask an office.
struct Questions {
    /// `None` if no office is published
    office: Option<OfficeId>,
    /// Measures without a list of materials
    materials: Vec<MeasureId>,
    /// Measures without an amount
    amounts: Vec<MeasureId>,
}

impl Questions {
    /// All measures, each once.
    fn measures(&self) -> Vec<MeasureId> {
        let mut all = [self.materials.as_slice(), &self.amounts].concat();
        all.sort_unstable();
        all.dedup();
        all
    }
}

/// The questions by office; `None` if every list and amount is published.
pub(super) fn ask(evaluation: &Evaluation, measures: &[MeasureId]) -> Option<Step> {
    let catalogue = &evaluation.pack.catalogue;
    let questions = questions(evaluation, measures);
    let asks_materials = questions.iter().any(|office| !office.materials.is_empty());
    let asks_amounts = questions.iter().any(|office| !office.amounts.is_empty());
    let title = match (asks_materials, asks_amounts) {
        (true, true) => catalogue.ask_both_title(),
        (true, false) => catalogue.ask_materials_title(),
        (false, true) => catalogue.ask_amounts_title(),
        (false, false) => return None,
    };
    let offices = questions.iter().map(|office| {
        let values = [
            ("office", &*office_title(evaluation, office)),
            ("count", &*office.measures().len().to_string()),
        ];
        fill(catalogue.office_measures(), &values)
    });
    Some(Step {
        title: title.to_string(),
        summary: offices.collect::<Vec<_>>().join(catalogue.list_separator()),
        details: html! {
            <ul class="ec-plan__list">
                for office in &questions {
                    <li>{ item(evaluation, office) }</li>
                }
            </ul>
        },
    })
}

fn questions(evaluation: &Evaluation, measures: &[MeasureId]) -> Vec<Questions> {
    let rules = &evaluation.pack.rules;
    let mut questions: Vec<Questions> = Vec::new();
    for id in measures {
        let measure = &rules.measures[*id];
        let has_materials = !measure.materials.is_empty();
        let has_amount = !matches!(measure.grants.benefit, Benefit::Unspecified);
        if has_materials && has_amount {
            continue;
        }
        let index = questions.iter().position(|known| known.office == measure.office);
        let index = index.unwrap_or_else(|| {
            let office = measure.office;
            questions.push(Questions { office, materials: Vec::new(), amounts: Vec::new() });
            questions.len() - 1
        });
        if let Some(office) = questions.get_mut(index) {
            office.materials.extend((!has_materials).then_some(*id));
            office.amounts.extend((!has_amount).then_some(*id));
        }
    }
    // A stable sort: the office with most questions first, one that is not published last.
    questions.sort_by_key(|office| {
        (office.office.is_none(), std::cmp::Reverse(office.measures().len()))
    });
    questions
}

fn office_title(evaluation: &Evaluation, questions: &Questions) -> AttrValue {
    match questions.office {
        Some(office) => evaluation.text(&evaluation.pack.rules.offices[office].title),
        None => evaluation.pack.catalogue.plan_no_office().clone(),
    }
}

fn item(evaluation: &Evaluation, questions: &Questions) -> Html {
    let catalogue = &evaluation.pack.catalogue;
    let line = |text: &AttrValue, measures: &[MeasureId]| {
        if measures.is_empty() {
            return Html::default();
        }
        let measures = titles(evaluation, measures);
        html! { <p>{ fill(text, &[("measures", &measures)]) }</p> }
    };
    html! {
        <>
            <p class="ec-plan__name">{ office_title(evaluation, questions) }</p>
            if let Some(office) = questions.office {
                { office_details(evaluation, office) }
                if evaluation.pack.rules.offices[office].phone.is_none() {
                    <p>{ catalogue.no_phone() }</p>
                }
            }
            { line(catalogue.ask_materials_line(), &questions.materials) }
            { line(catalogue.ask_amounts_line(), &questions.amounts) }
        </>
    }
}
