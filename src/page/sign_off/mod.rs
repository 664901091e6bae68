//! The sign-off table for the issuing department: each rule next to its provision and the scenarios
//! that test it, on A4 landscape.
//!
//! Blank columns and lines are for handwriting. The page has no form controls.

// The coverage of the scenarios: the input of the page.
mod results;

// The parts of the page.
mod definitions;
mod facts;
mod measures;
mod scenarios;
mod table;

use yew::prelude::*;

use crate::rulebook::{Limit, Locale, RulePack};
use crate::widget::fill_in;

use super::html_document::{Style, html_document};
use super::{Page, limit};
use definitions::{assumptions, classes, relations, terms, topics};
use measures::measures;
use scenarios::{gaps, scenarios};
use table::{blank_cells, clauses, table_of_rows};

pub use results::{ConditionCoverage, MeasureCoverage, ScenarioResults};

const STYLE: &str = include_str!("../style/sign-off.css");

/// The sign-off table of a pack as one HTML file without external resources.
pub async fn sign_off_page(
    pack: &RulePack,
    locale: Locale,
    results: ScenarioResults<'_>,
) -> String {
    let page = &Page::new(pack, locale);
    let sign = &page.text.sign_off;
    let content = html! {
        <main>
            <h1>{ sign.title }</h1>
            { policy(page) }
            <p>{ sign.intro }</p>
            <p>{ coverage(page, results) }</p>
            <p>{ page.pack_label() }</p>
            { terms(page) }
            { classes(page) }
            { assumptions(page) }
            { gaps(page, results) }
            { measures(page, results) }
            { topics(page) }
            { relations(page) }
            <div class="closing">{ limits(page) }{ signature_lines(page) }</div>
            { scenarios(page, results) }
        </main>
    };
    let title = format!("{}{}{}", sign.title, page.text.colon, page.translate(&pack.title));
    html_document(page.locale, &title, Style::Inline(STYLE), html! {}, content).await
}

/// Title, number and period of the policy.
fn policy(page: &Page<'_>) -> Html {
    let number =
        page.pack.documents.iter().next().and_then(|(_, document)| document.number.clone());
    let days = page.period(&page.pack.in_force);
    html! {
        <p class="policy">
            { page.own(&page.pack.title) }
            if let Some(number) = number {
                <span lang={page.original_lang()}>{ " " }{ number }</span>
            }
            { days.map(|days| page.text.bracketed(&days)) }
        </p>
    }
}

/// The number of criteria that the scenarios cover.
fn coverage(page: &Page<'_>, results: ScenarioResults<'_>) -> String {
    let criteria = || page.pack.measures.iter().flat_map(|(_, measure)| &measure.criteria);
    let checked = criteria().filter(|criterion| criterion.when.is_some()).count();
    let covered = results.measures.iter().flat_map(|measure| &measure.criteria);
    let covered = covered.filter(|criterion| criterion.is_complete()).count();
    let counts = [
        ("criteria", criteria().count().to_string()),
        ("checked", checked.to_string()),
        ("covered", covered.to_string()),
        ("scenarios", results.scenarios.len().to_string()),
    ];
    fill_in(
        page.text.sign_off.coverage,
        &counts.each_ref().map(|(key, count)| (*key, count.as_str())),
    )
}

/// The limits on combining measures. Empty if there are none.
fn limits(page: &Page<'_>) -> Html {
    let sign = &page.text.sign_off;
    let rows = page.pack.limits.iter().map(|limit| {
        html! {
            <tr>
                { clauses(page, &limit.provision) }
                <td><strong>{ page.own(&limit.label) }</strong><p>{ restriction(page, limit) }</p></td>
                { blank_cells() }
            </tr>
        }
    });
    let columns = [
        (sign.clause, "clause"),
        (sign.condition, "wide"),
        (sign.checked, "check"),
        (sign.signed, "check"),
    ];
    table_of_rows(page.text.limits, &columns, rows.collect())
}

/// The restriction and its measures.
fn restriction(page: &Page<'_>, limit: &Limit) -> String {
    let measures = limit.measures.iter().map(|id| page.translate(&page.pack.measures[*id].title));
    let measures = measures.collect::<Vec<_>>().join(page.text.comma);
    format!("{}{}{measures}", limit::kind_text(page, limit), page.text.colon)
}

fn signature_lines(page: &Page<'_>) -> Html {
    let sign = &page.text.sign_off;
    html! {
        <ul class="lines">
            for line in [sign.unit, sign.signature, sign.seal, sign.date] {
                <li>{ line }{ page.text.colon }</li>
            }
        </ul>
    }
}
