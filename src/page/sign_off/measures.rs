//! The main table of the sign-off page: the criteria and amount of each measure, with the scenarios
//! that test them.

use yew::prelude::*;

use crate::page::Page;
use crate::page::amount::{benefit_text, period_and_note, tier_table};
use crate::page::condition::condition;
use crate::page::elements::plain_conditions;
use crate::rulebook::{Benefit, Criterion, Measure};

use super::facts::facts;
use super::results::{ConditionCoverage, MeasureCoverage, ScenarioResults};
use super::scenarios::cell;
use super::table::{blank_cells, clauses, table};

/// The content of the cells for scenarios in rows without a condition.
const NOT_APPLICABLE: &str = "–";

pub(super) fn measures(page: &Page<'_>, results: ScenarioResults<'_>) -> Html {
    let sign = &page.text.sign_off;
    let columns = [
        (sign.clause, "clause"),
        (sign.condition, "condition"),
        (sign.grade, "grade"),
        (sign.when_true, "seen"),
        (sign.when_false, "seen"),
        (sign.checked, "check"),
        (sign.signed, "check"),
    ];
    let width = columns.len().to_string();
    let bodies = html! {
        for ((_, measure), coverage) in page.pack.measures.iter().zip(results.measures) {
            <tbody>
                <tr>
                    <th class="title" colspan={width.clone()} scope="rowgroup">
                        { page.own(&measure.title) }
                        { page.text.bracketed(&measure.id) }
                    </th>
                </tr>
                { rows(page, results, measure, coverage) }
            </tbody>
        }
    };
    table(page.text.measures, &columns, bodies)
}

fn rows(
    page: &Page<'_>,
    results: ScenarioResults<'_>,
    measure: &Measure,
    coverage: &MeasureCoverage,
) -> Html {
    html! {
        <>
            { applicability(page, results, measure, &coverage.applies) }
            for (item, condition) in measure.criteria.iter().zip(&coverage.criteria) {
                { criterion(page, results, item, condition) }
            }
            { amount(page, results, measure, &coverage.amounts) }
            { other_facts(page, measure) }
        </>
    }
}

/// The row of the applicability condition. Empty if the measure applies to everyone.
fn applicability(
    page: &Page<'_>,
    results: ScenarioResults<'_>,
    measure: &Measure,
    coverage: &ConditionCoverage,
) -> Html {
    html! {
        if let Some(when) = &measure.applies_when {
            <tr>
                { clauses(page, &measure.provision) }
                <td>
                    <strong>{ page.text.applies }</strong>
                    { plain_conditions(page, &condition(page, when)) }
                </td>
                <td />
                { scenario_cells(page, results, coverage) }
            </tr>
        }
    }
}

fn criterion(
    page: &Page<'_>,
    results: ScenarioResults<'_>,
    criterion: &Criterion,
    coverage: &ConditionCoverage,
) -> Html {
    html! {
        <tr>
            { clauses(page, &criterion.provision) }
            <td>
                <strong>{ page.own(&criterion.label) }</strong>
                if let Some(when) = &criterion.when {
                    { plain_conditions(page, &condition(page, when)) }
                } else {
                    <p>{ page.text.office_decides }</p>
                }
            </td>
            <td>{ page.text.grade(criterion.grade) }</td>
            if criterion.when.is_some() {
                { scenario_cells(page, results, coverage) }
            } else {
                { untested_cells(page.text.sign_off.not_checked) }
            }
        </tr>
    }
}

/// The row of the benefit, with the scenarios that expect an amount.
fn amount(
    page: &Page<'_>,
    results: ScenarioResults<'_>,
    measure: &Measure,
    scenarios: &[usize],
) -> Html {
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
            { cell(page, results, scenarios) }
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

/// The scenarios where a condition is true and where it is false, and the blank cells.
fn scenario_cells(
    page: &Page<'_>,
    results: ScenarioResults<'_>,
    coverage: &ConditionCoverage,
) -> Html {
    html! { <>{ cell(page, results, &coverage.when_true) }{ cell(page, results, &coverage.when_false) }{ blank_cells() }</> }
}

/// The reason why there are no scenarios, in both cells, and the blank cells.
fn untested_cells(reason: &'static str) -> Html {
    html! { <><td>{ reason }</td><td>{ reason }</td>{ blank_cells() }</> }
}
