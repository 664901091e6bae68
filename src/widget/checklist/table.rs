//! Tables with borders. Their header row is repeated on every printed page.

use yew::prelude::*;

/// A column: its title and its class.
pub(super) type Column = (Html, Option<&'static str>);

/// A table with these columns and rows.
pub(super) fn table(columns: Vec<Column>, rows: Vec<Html>) -> Html {
    html! {
        <table class="ec-table">
            <thead>
                <tr>
                    for (title, class) in columns {
                        <th {class} scope="col">{ title }</th>
                    }
                </tr>
            </thead>
            <tbody>{ for rows }</tbody>
        </table>
    }
}
