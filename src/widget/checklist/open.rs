//! The answers that are still needed, each with what depends on it.

use std::cmp::Reverse;

use yew::prelude::*;

use super::answer_rows::{AnswerRow, answer_rows};
use super::answers::question;
use super::secondary::{amount_with_mark, secondary_note};
use super::sheet::{Section, Sheet};
use super::table::table;
use crate::engine::{Outcome, amount, facts_to_find_out};
use crate::rulebook::{FactId, MeasureId};
use crate::widget::evaluation::Evaluation;
use crate::widget::text::{Catalogue, fill};

/// Number of measures named for a question; of more, their number is given.
const MAX_NAMED: usize = 3;

/// A row for each question; `None` if no answer is needed, or without answers.
pub(in crate::widget) fn open_questions<'a>(sheet: &'a Sheet<'a>) -> Option<Section<'a>> {
    if !sheet.content.with_answers {
        return None;
    }
    let languages = sheet.languages;
    let needed = needed(sheet);
    let facts: Vec<FactId> = needed.iter().map(|(fact, _)| *fact).collect();
    let mut rows: Vec<(AnswerRow<'_>, Vec<MeasureId>)> = Vec::new();
    for row in answer_rows(&languages.first.pack.rules, &facts) {
        let of_row = needed.iter().filter(|(fact, _)| row.facts.contains(fact));
        let mut measures: Vec<MeasureId> =
            of_row.flat_map(|(_, measures)| measures).copied().collect();
        measures.sort_unstable();
        measures.dedup();
        rows.push((row, measures));
    }
    if rows.is_empty() {
        return None;
    }
    // The most valuable first.
    let wanted = &languages.first.wanted;
    rows.sort_by_cached_key(|(_, measures)| {
        Reverse(measures.iter().map(|id| wanted.weight(*id)).sum::<u64>())
    });
    let columns = vec![
        (languages.word(Catalogue::question_column), Some("ec-table__question")),
        (languages.word(Catalogue::state_column), Some("ec-table__need")),
        (languages.word(Catalogue::depends_column), None),
    ];
    let count = rows.len();
    let lines = rows.iter().map(|(row, measures)| line(sheet, row, measures)).collect();
    let title =
        move |e: &Evaluation| fill(e.pack.catalogue.open_title(), &[("count", &count.to_string())]);
    let named = rows.iter().flat_map(|(_, measures)| named(languages.first, measures));
    let named: Vec<MeasureId> = named.collect();
    let body = html! {
        <>
            { table(columns, lines) }
            { secondary_note(languages, &named) }
        </>
    };
    Some(Section { title: Box::new(title), body })
}

/// The facts that can still change an outcome, with the measures that depend on each.
fn needed(sheet: &Sheet<'_>) -> Vec<(FactId, Vec<MeasureId>)> {
    let first = sheet.languages.first;
    let (content, rules) = (sheet.content, &first.pack.rules);
    let is_open = |id: &MeasureId| first.assessment.of(*id).outcome == Outcome::Open;
    let open: Vec<MeasureId> =
        content.open.iter().chain(&content.measures).copied().filter(is_open).collect();
    let unknown =
        facts_to_find_out(&first.compiled, rules, &first.answers, &first.assessment, &first.wanted);
    let waits = |fact: &FactId| unknown.iter().any(|unknown| unknown.waiting.contains(fact));
    let mut needed: Vec<(FactId, Vec<MeasureId>)> = Vec::new();
    let mut add =
        |fact: FactId, id: MeasureId| match needed.iter_mut().find(|(known, _)| *known == fact) {
            Some((_, measures)) if measures.contains(&id) => {}
            Some((_, measures)) => measures.push(id),
            None => needed.push((fact, vec![id])),
        };
    for id in &open {
        let missing = first.assessment.of(*id).missing.iter();
        missing.filter(|fact| !waits(fact)).for_each(|fact| add(*fact, *id));
        let parents = unknown.iter().filter(|unknown| unknown.measures.contains(id));
        parents.for_each(|parent| add(parent.fact, *id));
    }
    needed
}

fn line(sheet: &Sheet<'_>, row: &AnswerRow<'_>, measures: &[MeasureId]) -> Html {
    let languages = sheet.languages;
    html! {
        <tr>
            <th class="ec-checklist__box" scope="row">{ languages.text(|e| title(e, row)) }</th>
            <td>{ languages.text(|e| state(e, row)) }</td>
            <td class="ec-checklist__small">{ languages.text(|e| depends(e, measures)) }</td>
        </tr>
    }
}

/// The heading of a screen, if all its questions are open; otherwise the questions.
fn title(evaluation: &Evaluation, row: &AnswerRow<'_>) -> String {
    // The group of this language: a browser pack has the texts of one.
    let group = row.facts.first().and_then(|fact| evaluation.pack.rules.group_of(*fact));
    let whole = group.filter(|group| group.facts.len() == row.facts.len());
    if let Some(title) = whole.and_then(|group| group.title.as_ref()) {
        return evaluation.text(title).to_string();
    }
    let questions = row.facts.iter().map(|fact| question(evaluation, *fact));
    questions.collect::<Vec<_>>().join(" / ")
}

fn state(evaluation: &Evaluation, row: &AnswerRow<'_>) -> String {
    let catalogue = &evaluation.pack.catalogue;
    let is_unsure = row.facts.iter().any(|fact| evaluation.answers.get(*fact).is_some());
    let state = if is_unsure { catalogue.not_sure() } else { catalogue.not_answered() };
    state.to_string()
}

fn has_figure(evaluation: &Evaluation, id: MeasureId) -> bool {
    amount(&evaluation.context(), id, evaluation.assessment.of(id)).is_some()
}

/// The measures that are named for a question, those with a figure first.
fn named(evaluation: &Evaluation, measures: &[MeasureId]) -> Vec<MeasureId> {
    let mut named = measures.to_vec();
    let weight = |id: MeasureId| evaluation.wanted.weight(id);
    named.sort_by_cached_key(|id| (!has_figure(evaluation, *id), Reverse(weight(*id))));
    named.truncate(MAX_NAMED);
    named
}

/// The measures that depend on an answer, those with a figure with their amount.
fn depends(evaluation: &Evaluation, measures: &[MeasureId]) -> String {
    let (pack, catalogue) = (&evaluation.pack, &evaluation.pack.catalogue);
    let named = named(evaluation, measures);
    let named = named.iter().map(|id| {
        let title = evaluation.text(&pack.rules.measures[*id].title);
        let amount = amount_with_mark(evaluation, *id).filter(|_| has_figure(evaluation, *id));
        let amount = amount.map(|amount| catalogue.bracketed(&amount)).unwrap_or_default();
        format!("{title}{amount}")
    });
    let text = named.collect::<Vec<_>>().join(catalogue.list_separator());
    if measures.len() <= MAX_NAMED {
        return text;
    }
    fill(catalogue.and_others(), &[("measures", &text), ("count", &measures.len().to_string())])
}
