//! The sign-off table for the issuing department: rules, provisions and scenarios next to each
//! other, on A4 landscape.
//!
//! Blank columns and lines are for handwriting. The page has no form controls.

use std::rc::Rc;

use yew::prelude::*;

use crate::rulebook::{Limit, Locale, ProvisionId, RulePack};
use crate::widget::fill_in;

use super::cite::{clause, quote_or_summary};
use super::condition::{condition, term_name, term_number};
use super::document::{RenderError, document};
use super::show::plain_conditions;
use super::sign_off_measures::measures;
use super::sign_off_tested::{gaps, scenarios};
use super::{Page, limit};

const STYLE: &str = include_str!("style/sign-off.css");

/// The scenarios that test a condition, by index.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    /// Where the condition holds
    pub held: Vec<usize>,
    /// Where the condition fails
    pub failed: Vec<usize>,
}

/// The scenarios that test a measure, by index.
#[derive(Clone, Debug, Default)]
pub struct Shown {
    /// Applicability
    pub applies: Seen,
    /// Each criterion
    pub criteria: Vec<Seen>,
    /// The amount
    pub amounts: Vec<usize>,
}

/// The results of the scenarios. All of them pass; otherwise the command does not write the table.
#[derive(Clone, Copy, Debug)]
pub struct Tested<'a> {
    /// The names of the scenarios
    pub scenarios: &'a [Rc<str>],
    /// The results for each measure
    pub shown: &'a [Shown],
    /// What no scenario covers, in the words of `eligibility test`
    pub gaps: &'a [String],
}

/// The sign-off table of a pack as one HTML file without external resources.
///
/// # Errors
///
/// The async runtime for rendering failed to start.
pub fn sign_off_page(
    book: &RulePack,
    locale: Locale,
    tested: Tested<'_>,
) -> Result<String, RenderError> {
    let page = &Page::new(book, locale);
    let sign = &page.text.sign_off;
    let content = html! {
        <main>
            <h1>{ sign.title }</h1>
            { policy(page) }
            <p>{ sign.intro }</p>
            <p>{ counted(page, tested) }</p>
            <p>{ page.pack() }</p>
            { terms(page) }
            { gaps(page, tested) }
            { measures(page, tested) }
            <div class="closing">{ limits(page) }{ signature_lines(page) }</div>
            { scenarios(page, tested) }
        </main>
    };
    let title = format!("{}{}{}", sign.title, page.text.colon, page.translate(&book.title));
    document(page.locale, &title, STYLE, content)
}

/// Title, number and period of the policy.
fn policy(page: &Page<'_>) -> Html {
    let number =
        page.book.documents.iter().next().and_then(|(_, document)| document.number.clone());
    let days = page.period(&page.book.in_force);
    html! {
        <p class="policy">
            { page.translate(&page.book.title) }
            if let Some(number) = number {
                <span lang={page.original_lang()}>{ " " }{ number }</span>
            }
            { days.map(|days| page.text.bracketed(&days)) }
        </p>
    }
}

/// How many criteria the scenarios cover.
fn counted(page: &Page<'_>, tested: Tested<'_>) -> String {
    let criteria = || page.book.measures.iter().flat_map(|(_, measure)| &measure.criteria);
    let decided = criteria().filter(|criterion| criterion.when.is_some()).count();
    let seen = tested.shown.iter().flat_map(|shown| &shown.criteria);
    let covered = seen.filter(|seen| !seen.held.is_empty() && !seen.failed.is_empty()).count();
    let counts = [
        ("criteria", criteria().count().to_string()),
        ("tested", decided.to_string()),
        ("covered", covered.to_string()),
        ("scenarios", tested.scenarios.len().to_string()),
    ];
    fill_in(
        page.text.sign_off.counted,
        &counts.each_ref().map(|(key, count)| (*key, count.as_str())),
    )
}

/// The title and class of a column.
pub(super) type Column = (&'static str, &'static str);

/// A table whose head repeats on every printed page.
pub(super) fn table(caption: &'static str, columns: &[Column], bodies: Html) -> Html {
    html! {
        <table>
            <caption>{ caption }</caption>
            <thead>
                <tr>
                    for (title, class) in columns {
                        <th class={*class} scope="col">{ title }</th>
                    }
                </tr>
            </thead>
            { bodies }
        </table>
    }
}

/// The two cells to fill in by hand.
pub(super) fn blank_cells() -> Html {
    html! { <><td /><td /></> }
}

/// A cell with clauses and their quotes or summaries.
pub(super) fn clauses(page: &Page<'_>, provisions: &[ProvisionId]) -> Html {
    html! {
        <td>
            for id in provisions {
                <p>{ clause(page, *id) }{ quote_or_summary(page, *id) }</p>
            }
        </td>
    }
}

/// The conditions that measures refer to by number. Empty if there are none.
fn terms(page: &Page<'_>) -> Html {
    let sign = &page.text.sign_off;
    let rows = page.book.terms.iter().filter_map(|(id, term)| {
        let number = term_number(page, id)?;
        Some(html! {
            <tr>
                <th scope="row">{ term_name(page, number) }</th>
                <td>{ plain_conditions(page, &condition(page, &term.when)) }</td>
                { blank_cells() }
            </tr>
        })
    });
    let columns = [
        (page.text.terms, "name"),
        (sign.condition, "wide"),
        (sign.checked, "check"),
        (sign.signed, "check"),
    ];
    table_of_rows(page.text.terms, &columns, rows.collect())
}

/// The limits on combining measures. Empty if there are none.
fn limits(page: &Page<'_>) -> Html {
    let sign = &page.text.sign_off;
    let rows = page.book.limits.iter().map(|limit| {
        html! {
            <tr>
                { clauses(page, &limit.provision) }
                <td><strong>{ page.translate(&limit.label) }</strong><p>{ restriction(page, limit) }</p></td>
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
    let measures = limit.measures.iter().map(|id| page.translate(&page.book.measures[*id].title));
    let measures = measures.collect::<Vec<_>>().join(page.text.comma);
    format!("{}{}{measures}", limit::kind_text(page, limit), page.text.colon)
}

/// A table with these rows. Empty without rows.
fn table_of_rows(caption: &'static str, columns: &[Column], rows: Vec<Html>) -> Html {
    html! {
        if !rows.is_empty() {
            { table(caption, columns, html! { <tbody>{ rows }</tbody> }) }
        }
    }
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
