//! Tables of the sign-off page, and the cells that several of them share.

use yew::prelude::*;

use crate::page::Page;
use crate::page::citation::{clause, quote_or_summary};
use crate::rulebook::ProvisionId;

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

/// A table with these rows. Empty without rows.
pub(super) fn table_of_rows(caption: &'static str, columns: &[Column], rows: Vec<Html>) -> Html {
    html! {
        if !rows.is_empty() {
            { table(caption, columns, html! { <tbody>{ rows }</tbody> }) }
        }
    }
}
