//! The menu that adds an answer or an expected result to a scenario.

use yew::prelude::*;

use crate::author::scenario_files::ScenarioEdit;
use crate::author::ui::{AddBox, SelectGroup};
use crate::rulebook::Json;

use super::card::{Card, CardChange, scenario_id};

/// The names of a menu.
pub(super) struct AddMenu {
    /// Its label
    pub(super) label: &'static str,
    /// Its field in the card
    pub(super) field: &'static str,
    /// The start of the field that gets the focus; the added id follows
    pub(super) added: &'static str,
}

/// A menu of everything that an object of the scenario lacks. `all` are ids with their titles.
/// `edit` adds the one with an id.
pub(super) fn add_menu(
    card: &Card<'_>,
    menu: AddMenu,
    present: &[(String, Json)],
    all: impl Iterator<Item = (String, String)>,
    edit: impl Fn(&str) -> Option<ScenarioEdit> + 'static,
) -> Html {
    let texts = &card.texts.cases;
    let free = all.filter(|(id, _)| present.iter().all(|(known, _)| known != id));
    let options = free.map(|(id, title)| {
        let text = format!("{title} ({id})");
        (id, text)
    });
    let commit = {
        let (change, index) = (card.change.clone(), card.index);
        Callback::from(move |id: String| {
            let Some(edit) = edit(&id) else { return false };
            let focus = scenario_id(index, &format!("{}-{id}", menu.added));
            change.emit(CardChange { index, edits: vec![edit], focus: Some(focus) })
        })
    };
    html! {
        <AddBox
            label={menu.label}
            add={texts.add}
            nothing={texts.choose}
            groups={SelectGroup::plain(options)}
            id={AttrValue::from(card.id(menu.field))}
            {commit}
        />
    }
}
