//! Step: prepare the materials, each once.

use yew::prelude::*;

use super::step::Step;
use super::titles::titles;
use crate::engine::{ChecklistEntry, Need, checklist};
use crate::rulebook::{Id, MeasureId};
use crate::widget::context::Dispatch;
use crate::widget::evaluation::Evaluation;
use crate::widget::results::need_word;
use crate::widget::state::{Action, State};
use crate::widget::text::fill;
use crate::widget::ui::{Choice, choice};

/// The materials with tick boxes; `None` if no list is published.
pub(super) fn prepare(
    evaluation: &Evaluation,
    measures: &[MeasureId],
    state: &State,
    dispatch: &Dispatch,
) -> Option<Step> {
    let catalogue = &evaluation.pack.catalogue;
    let mut entries = checklist(&evaluation.context(), measures.iter().copied()).entries;
    // The office obtains the others itself.
    entries.retain(|entry| entry.need != Need::Exempt);
    if entries.is_empty() {
        return None;
    }
    let names = entries.iter().map(|entry| title(evaluation, entry).to_string());
    Some(Step {
        title: catalogue.plan_prepare_title().to_string(),
        summary: names.collect::<Vec<_>>().join(" · "),
        details: html! {
            <div class="ec-plan__ticks">
                for entry in &entries {
                    { tick(evaluation, entry, state, dispatch) }
                }
            </div>
        },
    })
}

fn title(evaluation: &Evaluation, entry: &ChecklistEntry) -> AttrValue {
    evaluation.text(&evaluation.pack.rules.materials[entry.material].title)
}

/// A material with how it is needed, its form, and the measures that need it.
fn tick(
    evaluation: &Evaluation,
    entry: &ChecklistEntry,
    state: &State,
    dispatch: &Dispatch,
) -> Html {
    let catalogue = &evaluation.pack.catalogue;
    let material = entry.material;
    let note = evaluation.pack.rules.materials[material].note.as_ref();
    let mut measures: Vec<MeasureId> =
        entry.required_by.iter().map(|needed| needed.measure).collect();
    measures.dedup();
    let mut detail = vec![need_word(evaluation, entry.need).to_string()];
    // Not its full stop, because the measures follow.
    let note = note.map(|note| evaluation.text(note).trim_end_matches(['.', '。']).to_owned());
    detail.extend(note);
    detail.push(fill(catalogue.material_for(), &[("measures", &titles(evaluation, &measures))]));
    let dispatch = dispatch.clone();
    choice(Choice {
        id: format!("ec-material-{}", material.index()).into(),
        kind: "checkbox",
        label: title(evaluation, entry),
        detail: Some(detail.join(catalogue.semicolon()).into()),
        is_checked: state.plan.prepared.contains(&material),
        on_change: Callback::from(move |_| dispatch.emit(Action::TogglePrepared(material))),
        ..Choice::default()
    })
}
