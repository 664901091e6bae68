//! A table: cells that can be edited, rows that are added, removed and moved.

use yew::prelude::*;

use crate::author::document::join;
use crate::author::model::{
    Cell, Row, TableForm, TableKind, TextForm, add_row, decimal_text, default_row_test, move_row,
    remove_row, set_cell,
};
use crate::author::ui::{SelectBox, SelectGroup, TextBox, tool};
use crate::rulebook::{Comparison, IdKind, Json};

use super::condition_view::condition_field;
use super::form_pack::{FormPack, place_id};
use super::json_box::json_box;
use super::texts_field::texts_field;
use super::value_field::Accepts;

/// The table at a pointer.
pub(super) fn table_view(pack: &FormPack, label: &str, pointer: &str, kind: TableKind) -> Html {
    match TableForm::read(pack.json(), pointer, kind) {
        Some(table) => table_of(pack, label, &table),
        None => json_box(pack, label, pointer),
    }
}

fn table_of(pack: &FormPack, label: &str, table: &TableForm) -> Html {
    let words = pack.words();
    let heading = |key: &&'static str| html! { <th scope="col">{ words.column(key) }</th> };
    let len = table.rows.len();
    let rows = table.rows.iter().enumerate();
    let adding = {
        let table_to_change = table.clone();
        let focus = place_id(&join(&table.pointer, len), "cell");
        pack.on_click(Some(focus), move |document| add_row(document, &table_to_change, len))
    };
    html! {
        <div class="au-table">
            <table>
                <caption>{ label }</caption>
                <thead>
                    <tr>
                        { for table.kind.columns().iter().map(heading) }
                        <th scope="col">{ words.rows }</th>
                    </tr>
                </thead>
                <tbody>
                    { for rows.map(|(index, one)| row(pack, table, index, one)) }
                </tbody>
            </table>
            { tool(Some(place_id(&table.pointer, "add")), words.add_row, label, false, adding) }
        </div>
    }
}

/// A row, with the buttons that move and remove it. The focus follows a moved row.
fn row(pack: &FormPack, table: &TableForm, index: usize, row: &Row) -> Html {
    let words = pack.words();
    let len = table.rows.len();
    let number = (index + 1).to_string();
    let moving = |to: Option<usize>, name: &'static str| {
        let table = table.clone();
        let focus = to.map(|to| place_id(&join(&table.pointer, to), name));
        pack.on_click(focus, move |document| match to {
            Some(to) => move_row(document, &table, index, to),
            None => Ok(Default::default()),
        })
    };
    let (up, down) = (index.checked_sub(1), Some(index + 1).filter(|to| *to < len));
    let (move_up, move_down) = (moving(up, "up"), moving(down, "down"));
    let removing = {
        let table_to_change = table.clone();
        let focus = Some(place_id(&table.pointer, "add"));
        pack.on_click(focus, move |document| remove_row(document, &table_to_change, index))
    };
    let id = |name: &str| Some(place_id(&row.pointer, name));
    let cell = |one: &Cell| html! { <td>{ cell_view(pack, table, index, one) }</td> };
    html! {
        <>
            <tr key={row.pointer.clone()}>
                { for row.cells.iter().map(cell) }
                <td>
                    <div class="au-tools">
                        { tool(id("up"), words.up, &number, up.is_none(), move_up) }
                        { tool(id("down"), words.down, &number, down.is_none(), move_down) }
                        { tool(id("remove"), words.remove, &number, len < 2, removing) }
                    </div>
                </td>
            </tr>
            if let Some(inner) = &row.inner {
                <tr key={format!("{}:inner", row.pointer)}>
                    <td colspan="3">{ table_of(pack, words.inner_cases, inner) }</td>
                </tr>
            }
        </>
    }
}

fn cell_view(pack: &FormPack, table: &TableForm, row: usize, cell: &Cell) -> Html {
    let row_pointer = join(&table.pointer, row);
    match (table.kind, cell.key.as_str()) {
        (_, "label") => {
            let form = pack
                .document
                .value(&row_pointer)
                .map(|json| TextForm::read(json, &row_pointer, "label", &pack.outline.languages));
            form.map(|form| texts_field(pack, pack.words().column("label"), &form))
                .unwrap_or_default()
        }
        (_, "when") => html! {
            <>
                if table.kind == TableKind::Bands {
                    { operator_box(pack, table, row, cell) }
                }
                if cell.value.is_some() {
                    { condition_field(pack, pack.words().column("when"), &row_pointer, "when") }
                } else {
                    { pack.words().all_others }
                }
            </>
        },
        (TableKind::Cases, "is") => value_box(pack, table, row, cell),
        (TableKind::Values, _) => id_cell(pack, table, row, cell),
        (TableKind::Bands, key) if key != "points" => html! {
            <div class="au-number">
                { operator_box(pack, table, row, cell) }
                { text_cell(pack, table, row, cell, Accepts::Number) }
            </div>
        },
        _ => text_cell(pack, table, row, cell, Accepts::Number),
    }
}

/// A cell with one text or number.
fn text_cell(
    pack: &FormPack,
    table: &TableForm,
    row: usize,
    cell: &Cell,
    accepts: Accepts,
) -> Html {
    let commit = {
        let (table, key) = (table.clone(), cell.key.clone());
        pack.on_parse(
            move |text| accepts.parse(text),
            move |document, json| set_cell(document, &table, row, &key, Some(&json)),
        )
    };
    // The first cell gets the focus when its row is new.
    let is_first = cell.key == "from" || (table.kind == TableKind::Bands && cell.key != "points");
    let id = if is_first { "cell" } else { cell.key.as_str() };
    html! {
        <TextBox
            label={format!("{} {}", pack.words().column(&cell.key), row + 1)}
            is_label_hidden=true
            value={cell.value.as_ref().map(decimal_text).unwrap_or_default()}
            inputmode={accepts.inputmode()}
            id={AttrValue::from(place_id(&join(&table.pointer, row), id))}
            invalid={accepts.invalid(pack)}
            {commit}
        />
    }
}

/// The id of an option or a value. A change also changes every place that refers to it.
fn id_cell(pack: &FormPack, table: &TableForm, row: usize, cell: &Cell) -> Html {
    let id = cell.value.as_ref().and_then(Json::as_str).unwrap_or_default().to_owned();
    let owner = table.pointer.split('/').take(3).collect::<Vec<_>>().join("/");
    let owner_id = pack.document.value(&join(&owner, "id")).and_then(Json::as_str);
    let kind = owner_id.map(|id| match owner.starts_with("/classes/") {
        true => IdKind::ClassValue(id.to_owned()),
        false => IdKind::Option(id.to_owned()),
    });
    let commit = {
        let (table, id) = (table.clone(), id.clone());
        pack.on_commit(move |document, name| match &kind {
            Some(kind) if !id.is_empty() => document.rename_id(kind, &id, name.trim()),
            _ => set_cell(document, &table, row, "id", Some(&Json::String(name.trim().into()))),
        })
    };
    html! {
        <TextBox
            label={format!("{} {}", pack.words().column("id"), row + 1)}
            is_label_hidden=true
            value={id}
            id={AttrValue::from(place_id(&join(&table.pointer, row), "cell"))}
            invalid={pack.words().not_id}
            {commit}
        />
    }
}

/// The operator of the test of a band.
fn operator_box(pack: &FormPack, table: &TableForm, row: usize, cell: &Cell) -> Html {
    let words = pack.words();
    let mut options: Vec<(&str, &str)> =
        Comparison::ALL.iter().map(|one| (one.name(), words.comparison(*one))).collect();
    options.push(("when", words.condition));
    let commit = {
        let (table, cell, facts) = (table.clone(), cell.clone(), pack.facts.clone());
        pack.on_commit(move |document, key| {
            let value = default_row_test(&cell, key, &facts);
            set_cell(document, &table, row, key, Some(&value))
        })
    };
    html! {
        <SelectBox
            label={format!("{} {}", words.operator_label, row + 1)}
            is_label_hidden=true
            value={cell.key.clone()}
            groups={SelectGroup::plain(options)}
            id={AttrValue::from(place_id(&join(&table.pointer, row), "operator"))}
            {commit}
        />
    }
}

/// The value of a class in a case. Of a case with cases inside, nothing.
fn value_box(pack: &FormPack, table: &TableForm, row: usize, cell: &Cell) -> Html {
    let Some(value) = cell.value.as_ref().and_then(Json::as_str) else { return html! {} };
    let class: String = table.pointer.split('/').take(3).collect::<Vec<_>>().join("/");
    let class = pack.facts.classes.iter().find(|one| one.pointer == class);
    let values = class.map(|class| class.values.clone()).unwrap_or_default();
    let commit = {
        let (table, key) = (table.clone(), cell.key.clone());
        pack.on_commit(move |document, value| {
            let value = Json::String(value.to_owned());
            set_cell(document, &table, row, &key, Some(&value))
        })
    };
    html! {
        <SelectBox
            label={format!("{} {}", pack.words().column("is"), row + 1)}
            is_label_hidden=true
            value={value.to_owned()}
            groups={SelectGroup::plain(values.into_iter().map(|value| (value.id, value.label)))}
            id={AttrValue::from(place_id(&join(&table.pointer, row), "cell"))}
            {commit}
        />
    }
}
