//! The details of a measure: why it has its outcome, what to prepare, and where to go.

use yew::prelude::*;

use super::alternatives::{details_needed, nearest_miss, still_needed};
use super::amount::bar_with_text;
use super::applications::window_texts;
use super::citation::{citations, evidence_mark};
use super::contact::where_to_apply;
use super::criterion::criteria;
use super::materials::materials;
use super::premise::premise_text;
use crate::engine::{Applications, Truth};
use crate::rulebook::{MeasureId, Text};
use crate::widget::context::Dispatch;
use crate::widget::evaluation::Evaluation;

/// The body of an expanded card: why, what to prepare, and where to go.
pub(in crate::widget) fn measure_details(
    evaluation: &Evaluation,
    id: MeasureId,
    dispatch: &Dispatch,
) -> Html {
    let catalogue = &evaluation.pack.catalogue;
    let measure = &evaluation.pack.rules.measures[id];
    html! {
        <div class="ec-card__body">
            <p class="ec-card__about">{ evaluation.own(&measure.summary) }</p>
            <div class="ec-card__parts">
                { column(catalogue.why_title(), why(evaluation, id, dispatch)) }
                { column(prepare_title(evaluation, id), prepare(evaluation, id)) }
                { column(catalogue.where_title(), place(evaluation, id)) }
            </div>
        </div>
    }
}

/// What the materials are prepared for. Under old rules, there is no next round.
fn prepare_title(evaluation: &Evaluation, id: MeasureId) -> &AttrValue {
    let catalogue = &evaluation.pack.catalogue;
    match evaluation.applications(id).is_closed() {
        Truth::True if !evaluation.is_over() => catalogue.prepare_next_title(),
        _ => catalogue.prepare_title(),
    }
}

fn column(title: &AttrValue, content: Html) -> Html {
    html! {
        <div class="ec-card__part">
            <p class="ec-card__part-title">{ title }</p>
            { content }
        </div>
    }
}

fn titled(title: &AttrValue, content: Html) -> Html {
    html! {
        <div class="ec-card__section">
            <p class="ec-card__section-title">{ title }</p>
            { content }
        </div>
    }
}

fn why(evaluation: &Evaluation, id: MeasureId, dispatch: &Dispatch) -> Html {
    let catalogue = &evaluation.pack.catalogue;
    let measure = &evaluation.pack.rules.measures[id];
    html! {
        <>
            if let Some(premise) = premise_text(evaluation, id) {
                <p class="ec-card__premise">{ premise }</p>
            }
            if let Some(needed) = still_needed(evaluation, id, dispatch) {
                { titled(catalogue.still_needed_title(), needed) }
            }
            { nearest_miss(evaluation, id) }
            { criteria(evaluation, id) }
            { titled(catalogue.benefit_title(), benefit(evaluation, id)) }
            if let Some(needed) = details_needed(evaluation, id, dispatch) {
                { titled(details_title(evaluation, id), needed) }
            }
            { titled(catalogue.legal_basis_title(), citations(evaluation, &measure.provision)) }
        </>
    }
}

/// What is known once the details are answered.
fn details_title(evaluation: &Evaluation, id: MeasureId) -> &AttrValue {
    let catalogue = &evaluation.pack.catalogue;
    match evaluation.applications(id) {
        Applications::Undecided => catalogue.windows_needed_title(),
        _ => catalogue.details_needed_title(),
    }
}

fn prepare(evaluation: &Evaluation, id: MeasureId) -> Html {
    let catalogue = &evaluation.pack.catalogue;
    let measure = &evaluation.pack.rules.measures[id];
    html! {
        <>
            { materials(evaluation, id) }
            { ordered(evaluation, catalogue.duties_title(), &measure.duties) }
        </>
    }
}

fn place(evaluation: &Evaluation, id: MeasureId) -> Html {
    let catalogue = &evaluation.pack.catalogue;
    let measure = &evaluation.pack.rules.measures[id];
    html! {
        <>
            {
                where_to_apply(evaluation, measure)
                    .unwrap_or_else(|| html! { <p>{ catalogue.no_office() }</p> })
            }
            { windows(evaluation, id) }
            { ordered(evaluation, catalogue.steps_title(), &measure.steps) }
        </>
    }
}

fn benefit(evaluation: &Evaluation, id: MeasureId) -> Html {
    let rules = &evaluation.pack.rules;
    let grants = &rules.measures[id].grants;
    // A provision has its own mark.
    let is_marked =
        grants.provision.iter().any(|id| rules.provisions[*id].evidence == grants.evidence);
    html! {
        <div>
            { bar_with_text(evaluation, id) }
            if !is_marked && evaluation.assessment.of(id).can_be_met {
                { evidence_mark(evaluation, grants.evidence) }
            }
            if let Some(note) = &grants.note {
                <p>{ evaluation.own(note) }</p>
            }
            { citations(evaluation, &grants.provision) }
            for limit in rules.limits.iter().filter(|limit| limit.measures.contains(&id)) {
                <p class="ec-card__limit">{ evaluation.own(&limit.label) }</p>
                { citations(evaluation, &limit.provision) }
            }
        </div>
    }
}

fn windows(evaluation: &Evaluation, id: MeasureId) -> Html {
    let windows = window_texts(evaluation, id);
    if windows.is_empty() {
        return Html::default();
    }
    let list = html! {
        <ul>
            for window in windows {
                <li>{ window }</li>
            }
        </ul>
    };
    titled(evaluation.pack.catalogue.windows_title(), list)
}

/// A numbered list with a title; empty if there are no texts.
fn ordered(evaluation: &Evaluation, title: &AttrValue, texts: &[Text]) -> Html {
    if texts.is_empty() {
        return Html::default();
    }
    let list = html! {
        <ol>
            for text in texts {
                <li>{ evaluation.own(text) }</li>
            }
        </ol>
    };
    titled(title, list)
}
