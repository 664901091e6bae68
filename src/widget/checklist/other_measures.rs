//! Measures without a block, each with its deciding reason. Measures with the same reason are
//! grouped.

use yew::prelude::*;

use super::bilingual::Bilingual;
use super::content::Content;
use super::measure_block::{answers_with_questions, clauses, questions};
use crate::engine::{Outcome, explain};
use crate::rulebook::{MeasureId, ProvisionId};
use crate::widget::evaluation::Evaluation;
use crate::widget::ui::heading;

/// Measures with the same reason.
struct Group {
    /// The reason as text
    reason: String,
    provision: Vec<ProvisionId>,
    measures: Vec<MeasureId>,
}

/// All measures with this outcome; empty if there are none.
pub(in crate::widget) fn other_measures(languages: Bilingual<'_>, outcome: Outcome) -> Html {
    let ids: Vec<MeasureId> = languages.first.assessment.iter().map(|(id, _)| id).collect();
    other_measures_among(languages, outcome, &ids)
}

/// The measures among `ids` with this outcome; empty if there are none.
pub(super) fn other_measures_among(
    languages: Bilingual<'_>,
    outcome: Outcome,
    ids: &[MeasureId],
) -> Html {
    let first = languages.first;
    let mut groups: Vec<Group> = Vec::new();
    for id in ids.iter().copied().filter(|id| first.assessment.of(*id).outcome == outcome) {
        let (reason, provision) = reason(first, id);
        match groups.iter_mut().find(|group| group.reason == reason && group.provision == provision)
        {
            Some(group) => group.measures.push(id),
            None => groups.push(Group { reason, provision, measures: vec![id] }),
        }
    }
    list(languages, outcome, &groups, reason_text)
}

/// Open measures without a block, each with the questions that decide it, or a sentence if it can
/// no longer be met.
pub(super) fn listed_only(languages: Bilingual<'_>, content: &Content) -> Html {
    let needed = |e: &Evaluation, id: MeasureId| {
        if !content.with_answers {
            return String::new();
        }
        let (catalogue, missing) = (&e.pack.catalogue, &e.assessment.of(id).missing);
        if !e.assessment.of(id).can_be_met {
            return catalogue.out_of_reach().to_string();
        }
        format!("{}{}{}", catalogue.still_needed_title(), catalogue.colon(), questions(e, missing))
    };
    let groups: Vec<Group> = content
        .listed_only
        .iter()
        .map(|id| Group {
            reason: needed(languages.first, *id),
            provision: Vec::new(),
            measures: vec![*id],
        })
        .collect();
    list(languages, Outcome::Open, &groups, needed)
}

fn list(
    languages: Bilingual<'_>,
    outcome: Outcome,
    groups: &[Group],
    reason: impl Fn(&Evaluation, MeasureId) -> String,
) -> Html {
    if groups.is_empty() {
        return Html::default();
    }
    let count: usize = groups.iter().map(|group| group.measures.len()).sum();
    let title = |e: &Evaluation| {
        let catalogue = &e.pack.catalogue;
        format!("{}{}", catalogue.outcome_text(outcome), catalogue.bracketed(&count.to_string()))
    };
    html! {
        <section class="ec-checklist__section">
            { heading(languages.first.level.below(1), "ec-checklist__heading", languages.text(title)) }
            <ul class="ec-checklist__others">
                for group in groups {
                    { item(languages, group, &reason) }
                }
            </ul>
        </section>
    }
}

fn item(
    languages: Bilingual<'_>,
    group: &Group,
    reason: impl Fn(&Evaluation, MeasureId) -> String,
) -> Html {
    let titles = |e: &Evaluation| {
        let titles =
            group.measures.iter().map(|id| e.text(&e.pack.rules.measures[*id].title).to_string());
        titles.collect::<Vec<_>>().join(e.pack.catalogue.semicolon())
    };
    let because = |e: &Evaluation| {
        let reason = group.measures.first().map(|id| reason(e, *id)).unwrap_or_default();
        let space = if group.provision.is_empty() { "" } else { " " };
        format!("{}{reason}{space}", e.pack.catalogue.colon())
    };
    html! {
        <li>
            <strong>{ languages.text(titles) }</strong>
            if !group.reason.is_empty() {
                { languages.text(because) }
                { clauses(languages, &group.provision) }
            }
        </li>
    }
}

fn reason_text(evaluation: &Evaluation, id: MeasureId) -> String {
    reason(evaluation, id).0
}

/// The first reason with the answers that it depends on, and its provisions.
///
/// A measure that does not apply has no criteria as reasons. Its reason is the answers to its
/// `applies-when`.
fn reason(evaluation: &Evaluation, id: MeasureId) -> (String, Vec<ProvisionId>) {
    let explanation = explain(&evaluation.compiled, &evaluation.context(), id);
    match explanation.reasons().next() {
        Some(reason) => {
            let label = evaluation.text(&reason.criterion.label);
            let answers = answers_with_questions(evaluation, &reason.facts);
            let text = format!("{label}{}", evaluation.pack.catalogue.bracketed(&answers));
            (text, reason.criterion.provision.clone())
        }
        None => (answers_with_questions(evaluation, &explanation.applies_facts), Vec::new()),
    }
}
