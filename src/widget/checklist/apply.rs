//! What is applied for: a table of the numbered measures, and the total in one sentence.

use yew::prelude::*;

use super::handwritten::signature;
use super::secondary::{amount_with_mark, secondary_note};
use super::sheet::{Section, Sheet};
use super::table::table;
use super::totals::total_text;
use crate::engine::{self, Outcome};
use crate::rulebook::MeasureId;
use crate::widget::evaluation::Evaluation;
use crate::widget::results::{Group, applications_line, premise_text};
use crate::widget::text::{Catalogue, fill};

/// A row for each numbered measure, with boxes for the officer.
pub(in crate::widget) fn apply<'a>(sheet: &'a Sheet<'a>) -> Section<'a> {
    let (languages, content) = (sheet.languages, sheet.content);
    let body = if content.measures.is_empty() {
        html! { <p>{ languages.word(Catalogue::nothing_to_apply_for) }</p> }
    } else {
        let mut columns = vec![
            (html! { "#" }, Some("ec-table__number")),
            (languages.word(Catalogue::measure_column), None),
        ];
        if content.with_answers {
            columns.push((languages.word(Catalogue::self_check_column), Some("ec-table__outcome")));
            columns.push((languages.word(Catalogue::amount_column), Some("ec-table__amount")));
        }
        columns.push((languages.word(Catalogue::verdict_column), Some("ec-table__verdict")));
        let rows = content.measures.iter().enumerate();
        let rows = rows.map(|(index, id)| row(sheet, index, *id)).collect();
        html! {
            <>
                { table(columns, rows) }
                if content.with_answers {
                    { secondary_note(languages, &content.measures) }
                    <p>{ languages.text(|e| total_text(sheet, e)) }</p>
                }
            </>
        }
    };
    let body = html! {
        <>
            { body }
            { signature(languages) }
        </>
    };
    Section { title: Box::new(|e| title(sheet, e)), body }
}

/// How many measures there are to apply for, to be decided and so on.
fn title(sheet: &Sheet<'_>, evaluation: &Evaluation) -> String {
    let (catalogue, content) = (&evaluation.pack.catalogue, sheet.content);
    if !content.with_answers {
        let count = content.measures.len().to_string();
        return fill(catalogue.listed_title(), &[("count", &count)]);
    }
    let titles = [
        (Outcome::Met, Group::Apply),
        (Outcome::MetInDirection, Group::Direction),
        (Outcome::MetOnceSettled, Group::OnceSettled),
        (Outcome::Open, Group::Open),
    ];
    let titles = titles.into_iter().filter_map(|(outcome, group)| {
        let outcomes = content.measures.iter().map(|id| evaluation.assessment.of(*id).outcome);
        let count = outcomes.filter(|other| *other == outcome).count();
        (count > 0).then(|| group.counted(evaluation, count))
    });
    let titles: Vec<String> = titles.collect();
    if titles.is_empty() {
        return Group::Apply.counted(evaluation, 0);
    }
    titles.join(catalogue.list_separator())
}

fn row(sheet: &Sheet<'_>, index: usize, id: MeasureId) -> Html {
    let languages = sheet.languages;
    let summary = |e: &Evaluation| e.text(&e.pack.rules.measures[id].summary).to_string();
    html! {
        <tr>
            <td>{ index + 1 }</td>
            <th scope="row">
                <span>{ languages.own(|e| e.text(&e.pack.rules.measures[id].title).to_string()) }</span>
                <p class="ec-checklist__small">{ languages.own(summary) }</p>
                if sheet.content.with_answers && premise_text(languages.first, id).is_some() {
                    <p>{ languages.text(|e| premise_text(e, id).unwrap_or_default()) }</p>
                }
                if sheet.content.with_answers && applications_line(languages.first, id).is_some() {
                    <p>{ languages.text(|e| applications_line(e, id).unwrap_or_default()) }</p>
                }
            </th>
            if sheet.content.with_answers {
                <td>
                    { languages.text(|e| self_check_text(e, id)) }
                    { " " }
                    <span class="ec-checklist__refs">{ sheet.references_of(index) }</span>
                </td>
                <td class="ec-table__amount">{ languages.text(|e| amount_text(e, id)) }</td>
            }
            <td>{ verdict(sheet) }</td>
        </tr>
    }
}

/// The outcome with a sign.
fn self_check_text(evaluation: &Evaluation, id: MeasureId) -> String {
    let outcome = evaluation.assessment.of(id).outcome;
    let sign = match outcome {
        Outcome::Met => "✓ ",
        Outcome::MetInDirection => "◇ ",
        Outcome::Open => "? ",
        _ => "",
    };
    let catalogue = &evaluation.pack.catalogue;
    let word = match outcome {
        Outcome::Met => catalogue.badge_met(),
        Outcome::MetInDirection => catalogue.badge_direction(),
        Outcome::MetOnceSettled => catalogue.badge_settled(),
        _ => catalogue.badge_open(),
    };
    format!("{sign}{word}")
}

/// The amount. For an open measure, and for one met under a premise, it is worded as the amount if
/// the measure is met.
pub(super) fn amount_text(evaluation: &Evaluation, id: MeasureId) -> String {
    let amount = amount_with_mark(evaluation, id).unwrap_or_default();
    let assessed = evaluation.assessment.of(id);
    let has_figure = engine::amount(&evaluation.context(), id, assessed).is_some();
    match assessed.outcome {
        Outcome::Open | Outcome::MetOnceSettled if has_figure => {
            fill(evaluation.pack.catalogue.amount_if_met(), &[("amount", &amount)])
        }
        _ => amount,
    }
}

/// The boxes for the officer.
fn verdict(sheet: &Sheet<'_>) -> Html {
    let verdicts = [
        Catalogue::verdict_confirmed as fn(&Catalogue) -> &AttrValue,
        Catalogue::verdict_incomplete,
        Catalogue::verdict_refused,
    ];
    html! {
        <span class="ec-checklist__boxes">
            for verdict in verdicts {
                <span class="ec-checklist__box">{ sheet.languages.word(verdict) }</span>
            }
        </span>
    }
}
