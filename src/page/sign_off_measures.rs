//! The main table of the sign-off page: the criteria and amount of each measure, with the scenarios
//! that test them.

use yew::prelude::*;

use crate::rulebook::{Benefit, Criterion, Measure};

use super::Page;
use super::amount::{benefit_text, period_and_note, tier_table};
use super::condition::condition;
use super::show::plain_conditions;
use super::sign_off::{Seen, Shown, Tested, blank_cells, clauses, table};
use super::sign_off_facts::facts;
use super::sign_off_tested::cell;

/// The content of a cell for scenarios where scenarios do not apply.
const NOT_APPLICABLE: &str = "–";

pub(super) fn measures(page: &Page<'_>, tested: Tested<'_>) -> Html {
    let sign = &page.text.sign_off;
    let columns = [
        (sign.clause, "clause"),
        (sign.condition, "condition"),
        (sign.grade, "grade"),
        (sign.holds, "seen"),
        (sign.fails, "seen"),
        (sign.checked, "check"),
        (sign.signed, "check"),
    ];
    let width = columns.len().to_string();
    let bodies = html! {
        for ((_, measure), shown) in page.book.measures.iter().zip(tested.shown) {
            <tbody>
                <tr>
                    <th class="title" colspan={width.clone()} scope="rowgroup">
                        { page.translate(&measure.title) }
                        { page.text.bracketed(&measure.id) }
                    </th>
                </tr>
                { rows(page, tested, measure, shown) }
            </tbody>
        }
    };
    table(page.text.measures, &columns, bodies)
}

fn rows(page: &Page<'_>, tested: Tested<'_>, measure: &Measure, shown: &Shown) -> Html {
    html! {
        <>
            { applicability(page, tested, measure, &shown.applies) }
            for (item, seen) in measure.criteria.iter().zip(&shown.criteria) {
                { criterion(page, tested, item, seen) }
            }
            { amount(page, tested, measure, &shown.amounts) }
            { other_facts(page, measure) }
        </>
    }
}

/// The row of the applicability condition. Empty if the measure applies to everyone.
fn applicability(page: &Page<'_>, tested: Tested<'_>, measure: &Measure, seen: &Seen) -> Html {
    html! {
        if let Some(when) = &measure.applies_when {
            <tr>
                { clauses(page, &measure.provision) }
                <td>
                    <strong>{ page.text.applies }</strong>
                    { plain_conditions(page, &condition(page, when)) }
                </td>
                <td />
                { scenario_cells(page, tested, seen) }
            </tr>
        }
    }
}

fn criterion(page: &Page<'_>, tested: Tested<'_>, criterion: &Criterion, seen: &Seen) -> Html {
    html! {
        <tr>
            { clauses(page, &criterion.provision) }
            <td>
                <strong>{ page.translate(&criterion.label) }</strong>
                if let Some(when) = &criterion.when {
                    { plain_conditions(page, &condition(page, when)) }
                } else {
                    <p>{ page.text.office_decides }</p>
                }
            </td>
            <td>{ page.text.grade(criterion.grade) }</td>
            if criterion.when.is_some() {
                { scenario_cells(page, tested, seen) }
            } else {
                { untested_cells(page.text.sign_off.not_tested) }
            }
        </tr>
    }
}

/// The row of the benefit, with the scenarios that expect an amount.
fn amount(page: &Page<'_>, tested: Tested<'_>, measure: &Measure, scenarios: &[usize]) -> Html {
    let grants = &measure.grants;
    html! {
        <tr>
            { clauses(page, &grants.provision) }
            <td>
                <strong>{ page.text.amount }</strong>
                if let Benefit::Tiers(tiers) = &grants.benefit {
                    { tier_table(page, tiers) }
                } else {
                    <p>{ benefit_text(page, &grants.benefit) }</p>
                }
                { period_and_note(page, grants) }
            </td>
            <td>{ page.text.evidence(grants.evidence) }</td>
            { cell(page, tested, scenarios) }
            <td>{ NOT_APPLICABLE }</td>
            { blank_cells() }
        </tr>
    }
}

/// The row of the remaining facts. Empty if the measure has none.
fn other_facts(page: &Page<'_>, measure: &Measure) -> Html {
    html! {
        if let Some(facts) = facts(page, measure) {
            <tr>
                { clauses(page, &measure.provision) }
                <td>{ facts }</td>
                <td />
                { untested_cells(NOT_APPLICABLE) }
            </tr>
        }
    }
}

/// The scenarios where a condition holds and where it fails, and the blank cells.
fn scenario_cells(page: &Page<'_>, tested: Tested<'_>, seen: &Seen) -> Html {
    html! { <>{ cell(page, tested, &seen.held) }{ cell(page, tested, &seen.failed) }{ blank_cells() }</> }
}

/// The reason why there are no scenarios, in both cells, and the blank cells.
fn untested_cells(reason: &'static str) -> Html {
    html! { <><td>{ reason }</td><td>{ reason }</td>{ blank_cells() }</> }
}
