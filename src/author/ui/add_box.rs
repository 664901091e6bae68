//! A menu with a button that adds what is chosen.

use yew::prelude::*;

use super::select_box::{SelectBox, SelectGroup};
use super::tool::tool;

/// The props of the menu.
#[derive(Clone, PartialEq, Properties)]
pub(in crate::author) struct AddBoxProps {
    /// The label
    pub(in crate::author) label: AttrValue,
    /// The text of the button
    pub(in crate::author) add: AttrValue,
    /// The text while nothing is chosen
    pub(in crate::author) nothing: &'static str,
    /// The options
    pub(in crate::author) groups: Vec<SelectGroup>,
    /// The `id` of the menu
    pub(in crate::author) id: AttrValue,
    /// Called with the chosen value. Returns whether it is accepted
    pub(in crate::author) commit: Callback<String, bool>,
}

/// A menu with a button. The menu alone changes nothing: with the keyboard, each arrow key chooses.
#[component]
pub(in crate::author) fn AddBox(props: &AddBoxProps) -> Html {
    let chosen = use_state_eq(String::new);
    let mut groups = SelectGroup::plain([("", props.nothing)]);
    groups.extend(props.groups.iter().cloned());
    let choose = {
        let chosen = chosen.setter();
        Callback::from(move |value: String| {
            chosen.set(value);
            true
        })
    };
    let onclick = {
        let (commit, chosen) = (props.commit.clone(), chosen.clone());
        Callback::from(move |_: MouseEvent| {
            if commit.emit((*chosen).clone()) {
                chosen.set(String::new());
            }
        })
    };
    html! {
        <div class="au-add">
            <SelectBox
                label={props.label.clone()}
                value={(*chosen).clone()}
                {groups}
                id={props.id.clone()}
                commit={choose}
            />
            { tool(None, props.add.clone(), &props.label, chosen.is_empty(), onclick) }
        </div>
    }
}
