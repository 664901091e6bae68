//! The answers of the firm, each once: number, question, answer, and what to check it against.

use yew::prelude::*;

use super::answer_rows::AnswerRow;
use super::doubts::doubts;
use super::sheet::{Section, Sheet};
use super::table::table;
use crate::engine::{ComputedNumber, Threshold, computed_number};
use crate::rulebook::{Comparison, Decimal, FactId, FactKind, Quantity};
use crate::widget::evaluation::Evaluation;
use crate::widget::text::{Catalogue, answer_text, fill, number_text, question_text};

/// Number of characters from which the row of an answer may continue on the next page.
const LONG_ANSWER: usize = 80;

/// The numbered rows; `None` if there are none. Without answers, the answers are blank.
pub(in crate::widget) fn answers<'a>(sheet: &'a Sheet<'a>) -> Option<Section<'a>> {
    if sheet.rows.is_empty() {
        return None;
    }
    let languages = sheet.languages;
    let columns = vec![
        (html! { "#" }, Some("ec-table__number")),
        (languages.word(Catalogue::question_column), Some("ec-table__question")),
        (languages.word(Catalogue::answer_column), Some("ec-table__answer")),
        (languages.word(Catalogue::check_against_column), None),
    ];
    let rows =
        (1..).zip(&sheet.rows).map(|(number, answers)| row(sheet, number, answers)).collect();
    let body = html! {
        <>
            { table(columns, rows) }
            { doubts(sheet) }
            { others(sheet) }
        </>
    };
    let title = |e: &Evaluation| {
        let catalogue = &e.pack.catalogue;
        let title = if sheet.content.with_answers {
            catalogue.answers_once_title()
        } else {
            catalogue.form_title()
        };
        title.to_string()
    };
    Some(Section { title: Box::new(title), body })
}

/// One line with a question and its answer, for each fact and for the computed number.
fn row(sheet: &Sheet<'_>, number: usize, answers: &AnswerRow<'_>) -> Html {
    let languages = sheet.languages;
    let facts = answers.facts.as_slice();
    let with_answers = sheet.content.with_answers;
    let is_one_line = facts.len() > 1 && with_answers && is_yes_no(languages.first, facts);
    let line = |question: Html, answer: Html| {
        html! {
            <p class="ec-pair">
                <span class="ec-pair__question">{ question }</span>
                { " " }
                <b class="ec-pair__answer">{ answer }</b>
            </p>
        }
    };
    let blank = || html! { <i class="ec-pair__blank" /> };
    let length = |fact: &FactId| answer(languages.first, *fact).chars().count();
    let is_long = with_answers && facts.iter().any(|fact| length(fact) > LONG_ANSWER);
    html! {
        <tr class={is_long.then_some("ec-table__long")}>
            <td>{ format!("A{number}") }</td>
            <td colspan="2">
                if is_one_line {
                    { line(languages.text(|e| joined(e, facts, question)), languages.text(|e| joined(e, facts, answer))) }
                } else {
                    for fact in facts {
                        {
                            line(
                                languages.own(|e| question(e, *fact)),
                                if with_answers { languages.text(|e| answer(e, *fact)) } else { blank() },
                            )
                        }
                    }
                }
                if computed(languages.first, answers).is_some() {
                    {
                        line(
                            languages.text(|e| computed_label(e, answers)),
                            languages.text(|e| computed_text(sheet, e, answers)),
                        )
                    }
                }
            </td>
            <td class="ec-checklist__small">{ languages.text(|e| proofs(e, facts)) }</td>
        </tr>
    }
}

fn is_yes_no(evaluation: &Evaluation, facts: &[FactId]) -> bool {
    let kind = |fact: &FactId| &evaluation.pack.rules.facts[*fact].kind;
    facts.iter().all(|fact| matches!(kind(fact), FactKind::YesNo))
}

fn joined(
    evaluation: &Evaluation,
    facts: &[FactId],
    text: fn(&Evaluation, FactId) -> String,
) -> String {
    facts.iter().map(|fact| text(evaluation, *fact)).collect::<Vec<_>>().join(" / ")
}

/// A question without its question mark.
pub(super) fn question(evaluation: &Evaluation, fact: FactId) -> String {
    let question = evaluation.text(&evaluation.pack.rules.facts[fact].question);
    question_text(&question).to_owned()
}

fn answer(evaluation: &Evaluation, fact: FactId) -> String {
    let (pack, answer) = (&evaluation.pack, evaluation.answers.get(fact));
    let text =
        answer_text(&pack.catalogue, pack.locale, &pack.rules, &pack.rules.facts[fact], answer);
    // Preset by a topic.
    match answer.is_some() && evaluation.given.get(fact).is_none() {
        true => text + &pack.catalogue.bracketed(pack.catalogue.assumed_mark()),
        false => text,
    }
}

/// The documents that prove the answers, each once. A pack that names none has its hints instead.
fn proofs(evaluation: &Evaluation, facts: &[FactId]) -> String {
    let rules = &evaluation.pack.rules;
    let names_any = rules.facts.iter().any(|(_, fact)| fact.check_against.is_some());
    let mut proofs: Vec<String> = Vec::new();
    for fact in facts {
        let fact = &rules.facts[*fact];
        let proof = if names_any { &fact.check_against } else { &fact.hint };
        let proof = proof.as_ref().map(|proof| evaluation.text(proof).to_string());
        proofs.extend(proof.filter(|proof| !proofs.contains(proof)));
    }
    proofs.join(evaluation.pack.catalogue.semicolon())
}

/// The computed number of a group, if the answers decide it.
fn computed(evaluation: &Evaluation, answers: &AnswerRow<'_>) -> Option<ComputedNumber> {
    computed_number(&evaluation.context(), answers.group?)
}

fn computed_label(evaluation: &Evaluation, answers: &AnswerRow<'_>) -> String {
    let catalogue = &evaluation.pack.catalogue;
    let label = match answers.group.and_then(|group| group.computed.as_ref()) {
        Some(Quantity::Difference(..)) => catalogue.computed_difference(),
        Some(Quantity::Sum(_)) => catalogue.computed_sum(),
        _ => catalogue.computed_other(),
    };
    label.to_string()
}

/// The computed number, and the thresholds of the numbered measures.
fn computed_text(sheet: &Sheet<'_>, evaluation: &Evaluation, answers: &AnswerRow<'_>) -> String {
    let Some(computed) = computed(evaluation, answers) else { return String::new() };
    let (pack, catalogue) = (&evaluation.pack, &evaluation.pack.catalogue);
    let quantity = answers.group.and_then(|group| group.computed.as_ref());
    let number = |number: Decimal| match &computed.unit {
        Some(unit) => number_text(catalogue, pack.locale, &pack.rules, unit, number),
        None if matches!(quantity, Some(Quantity::Growth(..))) => format!("{number}%"),
        None => number.to_string(),
    };
    let value = number(computed.value);
    let thresholds = computed.thresholds.iter();
    let thresholds = thresholds.map(|one| (one, sheet.numbers(&one.measures, evaluation)));
    let thresholds: Vec<_> = thresholds.filter(|(_, of)| !of.is_empty()).collect();
    let bound = |one: &Threshold| format!("{} {}", sign(one.comparison), number(one.number));
    // 200 ≥ 200
    if let [(threshold, _)] = thresholds.as_slice()
        && threshold.is_reached_by(computed.value)
    {
        return format!("{value} {}", bound(threshold));
    }
    let thresholds = thresholds.iter().map(|(threshold, of)| {
        fill(catalogue.threshold(), &[("numbers", of), ("bound", &bound(threshold))])
    });
    let thresholds = thresholds.collect::<Vec<_>>().join(catalogue.semicolon());
    if thresholds.is_empty() { value } else { value + &catalogue.bracketed(&thresholds) }
}

fn sign(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::Is => "=",
        Comparison::AtLeast => "≥",
        Comparison::MoreThan => ">",
        Comparison::AtMost => "≤",
        Comparison::LessThan => "<",
    }
}

/// The number of answers that no measure of the sheet rests on.
fn others(sheet: &Sheet<'_>) -> Html {
    let first = sheet.languages.first;
    let listed = |fact: FactId| sheet.rows.iter().any(|row| row.facts.contains(&fact));
    let facts = first.pack.rules.facts.iter().map(|(fact, _)| fact);
    let count = facts.filter(|fact| first.given.value(*fact).is_some() && !listed(*fact)).count();
    if !sheet.content.with_answers || count == 0 {
        return Html::default();
    }
    let text =
        |e: &Evaluation| fill(e.pack.catalogue.other_answers(), &[("count", &count.to_string())]);
    html! { <p class="ec-checklist__small">{ sheet.languages.text(text) }</p> }
}
