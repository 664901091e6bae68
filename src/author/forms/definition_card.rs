//! A definition of the pack, or the pack itself, as a card.

use yew::prelude::*;

use crate::author::model::{FieldForm, OutlineEntry};
use crate::author::ui::tool;
use crate::rulebook::{Json, Kind};

use super::definition_fields::fields;
use super::form_pack::{Change, FormPack, place_id};
use super::problem_notes::own_problem_notes;

/// Keys of the pack that lists of definitions show, or that nobody changes.
const NOT_SHOWN: [&str; 2] = ["$schema", "format"];

/// The definition at a pointer; the pack for an empty one.
pub(super) fn definition_card(
    pack: &FormPack,
    pointer: &str,
    select_text: &Callback<String>,
) -> Html {
    let words = pack.words();
    let found = pack.outline.lists.iter().find_map(|list| {
        let entry = list.entries.iter().find(|entry| entry.pointer == pointer)?;
        Some((list.kind, entry, list.entries.len()))
    });
    let (kind, title) = match found {
        Some((kind, entry, _)) => (Some(kind), format!("{} · {}", words.kind(kind), entry.title)),
        None => (None, words.pack.to_owned()),
    };
    let json = pack.document.value(pointer).unwrap_or(&Json::Null);
    let is_field = |field: &FieldForm| {
        kind.is_some()
            || (!NOT_SHOWN.contains(&field.key)
                && Kind::ALL.iter().all(|kind| kind.list() != field.key))
    };
    let all = FieldForm::all(pack.json(), json, pointer).into_iter().filter(is_field);
    let show = {
        let (select_text, pointer) = (select_text.clone(), pointer.to_owned());
        Callback::from(move |_: MouseEvent| select_text.emit(pointer.clone()))
    };
    html! {
        <section class="au-card" key={pointer.to_owned()} aria-labelledby="au-card-title">
            <div class="au-card__head">
                <h2 id="au-card-title" tabindex="-1">
                    { title }{ super::outline_panel::problem_count(pack, pointer) }
                </h2>
                <div class="au-tools">
                    { tool(None, pack.texts.show_place, "", false, show) }
                    if let Some((kind, entry, len)) = found {
                        { entry_tools(pack, kind, entry, len) }
                    }
                </div>
            </div>
            { own_problem_notes(pack, pointer) }
            { fields(pack, kind, pointer, all.collect()) }
        </section>
    }
}

/// The buttons that move and remove a definition. The card follows it.
fn entry_tools(pack: &FormPack, kind: Kind, entry: &OutlineEntry, len: usize) -> Html {
    let words = pack.words();
    let list = format!("/{}", kind.list());
    let index = entry.pointer.rsplit_once('/').and_then(|(_, index)| index.parse::<usize>().ok());
    let Some(index) = index else { return html! {} };
    let moving = |to: Option<usize>, name: &'static str| {
        let (pack, list) = (pack.clone(), list.clone());
        Callback::from(move |_: MouseEvent| {
            let Some(to) = to else { return };
            let pointer = format!("{list}/{to}");
            if let Ok(edits) = pack.document.move_item(&list, index, to) {
                let focus = Some(place_id(&pointer, name));
                pack.change.emit(Change { edits, focus, select: Some(pointer) });
            }
        })
    };
    let (up, down) = (index.checked_sub(1), Some(index + 1).filter(|to| *to < len));
    let removing = {
        let pointer = entry.pointer.clone();
        let (pack, focus) = (pack.clone(), "au-forms-search".to_owned());
        Callback::from(move |_: MouseEvent| {
            if let Ok(edits) = pack.document.remove(&pointer) {
                let select = Some(String::new());
                pack.change.emit(Change { edits, focus: Some(focus.clone()), select });
            }
        })
    };
    let id = |name: &str| Some(place_id(&entry.pointer, name));
    html! {
        <>
            { tool(id("up"), words.up, &entry.title, up.is_none(), moving(up, "up")) }
            { tool(id("down"), words.down, &entry.title, down.is_none(), moving(down, "down")) }
            { tool(id("remove"), words.remove, &entry.title, false, removing) }
        </>
    }
}
