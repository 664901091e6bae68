//! The criteria of a measure.

use yew::prelude::*;

use crate::author::document::join;
use crate::author::model::{TextForm, new_criterion};
use crate::author::ui::{SelectGroup, tool};
use crate::rulebook::Json;

use super::cited_list::cited_list;
use super::condition_view::condition_field;
use super::form_pack::{FormPack, place_id};
use super::problem_notes::problem_notes;
use super::texts_field::texts_field;
use super::value_field::{Accepts, choice_field, value_field};

/// The criteria of the measure at a pointer.
pub(super) fn criteria(pack: &FormPack, measure: &str) -> Html {
    let words = pack.words();
    let list = join(measure, "criteria");
    let len = pack.document.value(&list).map_or(0, |list| list.items().len());
    let adding = {
        let (measure, list_to_change) = (measure.to_owned(), list.clone());
        let language = pack.outline.languages.first().map(String::as_str).unwrap_or_default();
        let focus = place_id(&join(&list, len), &format!("label:{language}"));
        pack.on_click(Some(focus), move |document| {
            let json = document.value(&measure).cloned().unwrap_or(Json::Null);
            let criterion = new_criterion(document.json(), &json, None);
            match document.value(&list_to_change) {
                Some(_) => document.insert(&list_to_change, len, &criterion),
                None => document.put(&measure, "criteria", &Json::Array(vec![criterion])),
            }
        })
    };
    html! {
        <section class="au-criteria" aria-label={words.field("criteria")}>
            <h3>{ words.field("criteria") }</h3>
            <ol class="au-criteria__list">
                { for (0..len).map(|index| criterion(pack, &list, index, len)) }
            </ol>
            { tool(Some(place_id(&list, "add")), words.add_criterion, "", false, adding) }
        </section>
    }
}

fn criterion(pack: &FormPack, list: &str, index: usize, len: usize) -> Html {
    let words = pack.words();
    let pointer = join(list, index);
    let json = pack.document.value(&pointer).unwrap_or(&Json::Null);
    let label = TextForm::read(json, &pointer, "label", &pack.outline.languages);
    let grades = SelectGroup::plain([
        ("explicit", words.grade_explicit),
        ("directional", words.grade_directional),
    ]);
    html! {
        <li class="au-criterion" key={pointer.clone()}>
            <div role="group" aria-label={format!("{} {}", words.criterion, index + 1)}>
            { head(pack, list, index, len) }
            { texts_field(pack, words.field("label"), &label) }
            <div class="au-criterion__sides">
                { condition_field(pack, words.field("when"), &pointer, "when") }
                { cited_list(pack, words.field("provision"), &pointer) }
            </div>
            <div class="au-row">
                { choice_field(pack, words.field("grade"), &pointer, "grade", grades) }
                { value_field(pack, words.field("id"), &pointer, "id", Accepts::Text, None) }
            </div>
            { problem_notes(pack, &pointer) }
            </div>
        </li>
    }
}

/// The number of a criterion, and the buttons that move and remove it.
fn head(pack: &FormPack, list: &str, index: usize, len: usize) -> Html {
    let words = pack.words();
    let pointer = join(list, index);
    let name = format!("{} {}", words.criterion, index + 1);
    let moving = |to: Option<usize>, button: &'static str| {
        let list = list.to_owned();
        let focus = to.map(|to| place_id(&join(&list, to), button));
        pack.on_click(focus, move |document| match to {
            Some(to) => document.move_item(&list, index, to),
            None => Ok(Default::default()),
        })
    };
    let (up, down) = (index.checked_sub(1), Some(index + 1).filter(|to| *to < len));
    let removing = {
        let pointer = pointer.clone();
        let focus = Some(place_id(list, "add"));
        pack.on_click(focus, move |document| document.remove(&pointer))
    };
    let id = |button: &str| Some(place_id(&pointer, button));
    html! {
        <div class="au-criterion__head">
            <h4>{ &name }{ super::outline_panel::problem_count(pack, &pointer) }</h4>
            <div class="au-tools">
                { tool(id("up"), words.up, &name, up.is_none(), moving(up, "up")) }
                { tool(id("down"), words.down, &name, down.is_none(), moving(down, "down")) }
                { tool(id("remove"), words.remove, &name, len < 2, removing) }
            </div>
        </div>
    }
}
