//! Tables with ruled rows. Their header row is repeated on every printed page.

use yew::prelude::*;

/// A column: its title and its class.
pub(super) type Column = (Html, Option<&'static str>);

/// A table with these columns and rows.
pub(super) fn table(columns: Vec<Column>, rows: Vec<Html>) -> Html {
    table_of_groups(columns, vec![rows])
}

/// A table with these columns and groups of rows.
pub(super) fn table_of_groups(columns: Vec<Column>, groups: Vec<Vec<Html>>) -> Html {
    html! {
        <table class="ec-table">
            <thead>
                <tr>
                    for (title, class) in columns {
                        <th {class} scope="col">{ title }</th>
                    }
                </tr>
            </thead>
            for rows in groups {
                <tbody>{ for rows }</tbody>
            }
        </table>
    }
}
