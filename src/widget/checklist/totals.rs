//! The total of the sheet's measures: in one sentence what it counts and what not, and the limits
//! that apply to it.

use yew::prelude::*;

use super::sheet::{Section, Sheet};
use crate::engine::{Combination, Outcome, Truth, candidates, combine};
use crate::rulebook::MeasureId;
use crate::widget::evaluation::Evaluation;
use crate::widget::text::{Note, fill, format_combination};

/// The best combination of the numbered measures. Open ones take part, too: they may rule out
/// others.
fn combination<'a>(sheet: &Sheet<'_>, evaluation: &'a Evaluation) -> Combination<'a> {
    let mut candidates = candidates(&evaluation.context(), &evaluation.assessment);
    candidates.retain(|candidate| {
        let is_wanted = evaluation.wanted.includes(candidate.measure);
        candidate.outcome == Outcome::Open && is_wanted
            || sheet.content.measures.contains(&candidate.measure)
    });
    combine(&evaluation.pack.rules, &candidates)
}

/// The total, and the measures that it does not count, each with the reason.
pub(super) fn total_text(sheet: &Sheet<'_>, evaluation: &Evaluation) -> String {
    let catalogue = &evaluation.pack.catalogue;
    let combination = combination(sheet, evaluation);
    let sides = format(evaluation, &combination);
    let total = sides.and_then(|sides| sides.sums().into_iter().next());
    let mut text = match &total {
        Some((_, total)) => fill(catalogue.sum(), &[("total", total)]),
        None => catalogue.no_sum().to_string(),
    };
    let side = &combination.guaranteed;
    let listed = |id: &MeasureId| sheet.content.measures.contains(id);
    let excluded: Vec<MeasureId> =
        side.excluded.iter().map(|excluded| excluded.measure).filter(listed).collect();
    let is_closed = |id: &MeasureId| evaluation.applications(*id).is_closed() == Truth::True;
    let closed: Vec<MeasureId> = sheet.content.measures.iter().copied().filter(is_closed).collect();
    let is_undecided = |id: &&MeasureId| {
        ![&side.granted, &excluded, &closed].into_iter().any(|measures| measures.contains(id))
    };
    let undecided: Vec<MeasureId> =
        sheet.content.measures.iter().filter(is_undecided).copied().collect();
    let sentences = [
        (catalogue.sum_without_closed(), &closed),
        (catalogue.sum_without_figure(), &side.without_figure),
        (catalogue.sum_without_secondary(), &side.unconfirmed),
        (catalogue.sum_without_undecided(), &undecided),
        (catalogue.sum_without_excluded(), &excluded),
    ];
    // Without a total, it is only worth saying what cannot be applied for.
    let count = if total.is_some() { sentences.len() } else { 1 };
    for (sentence, measures) in sentences.into_iter().take(count) {
        if !measures.is_empty() {
            text.push_str(&sheet.with_numbers(evaluation, sentence, measures));
        }
    }
    text
}

fn format(
    evaluation: &Evaluation,
    combination: &Combination<'_>,
) -> Option<crate::widget::text::CombinationText> {
    let pack = &evaluation.pack;
    format_combination(&pack.catalogue, pack.locale, &pack.rules, combination)
}

/// The limits on the certain total, with their clauses; `None` if none applies.
///
/// The limits on the possible total are only on the screen: they change with every answer.
pub(in crate::widget) fn limits<'a>(sheet: &'a Sheet<'a>) -> Option<Section<'a>> {
    let lines = sheet.languages.texts(|e| {
        let sides = format(e, &combination(sheet, e));
        let side = sides.into_iter().flat_map(|text| text.sides).next();
        let notes = side.map(|side| side.notes).unwrap_or_default();
        notes.iter().filter_map(|note| limit_text(e, note)).collect()
    });
    if lines.is_empty() {
        return None;
    }
    let body = html! {
        <ul class="ec-checklist__list">
            for line in lines {
                <li>{ line }</li>
            }
        </ul>
    };
    Some(Section { title: Box::new(|e| e.pack.catalogue.limits_title().to_string()), body })
}

/// A note with its limit; `None` for one that the sentence of the total contains.
fn limit_text(evaluation: &Evaluation, note: &Note) -> Option<String> {
    let (label, cited) = note.limit.as_ref()?;
    Some(format!("{}{} {cited}", note.text, evaluation.pack.catalogue.bracketed(label)))
}
