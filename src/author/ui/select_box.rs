//! A menu of values.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// Values of a menu, under a heading if it has a label.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::author) struct SelectGroup {
    /// The heading; empty for none
    pub(in crate::author) label: AttrValue,
    /// Values and their texts
    pub(in crate::author) options: Vec<(AttrValue, AttrValue)>,
}

impl SelectGroup {
    /// Values without a heading.
    pub(in crate::author) fn plain<V: Into<AttrValue>, T: Into<AttrValue>>(
        options: impl IntoIterator<Item = (V, T)>,
    ) -> Vec<SelectGroup> {
        vec![SelectGroup::headed("", options)]
    }

    /// Values with a heading.
    pub(in crate::author) fn headed<V: Into<AttrValue>, T: Into<AttrValue>>(
        label: &'static str,
        options: impl IntoIterator<Item = (V, T)>,
    ) -> SelectGroup {
        let options = options.into_iter().map(|(value, text)| (value.into(), text.into()));
        SelectGroup { label: label.into(), options: options.collect() }
    }
}

/// The props of the menu.
#[derive(Clone, PartialEq, Properties)]
pub(in crate::author) struct SelectBoxProps {
    /// The label
    pub(in crate::author) label: AttrValue,
    /// Whether the label is for assistive technology only: the context shows it
    #[prop_or_default]
    pub(in crate::author) is_label_hidden: bool,
    /// The value. One that is not among the options is shown as it is
    pub(in crate::author) value: AttrValue,
    /// The options
    pub(in crate::author) groups: Vec<SelectGroup>,
    /// The `id`
    #[prop_or_default]
    pub(in crate::author) id: Option<AttrValue>,
    /// Called with the chosen value. Returns whether it is accepted
    pub(in crate::author) commit: Callback<String, bool>,
}

/// A menu. It shows the value of the document, also after a choice that was not accepted.
#[component]
pub(in crate::author) fn SelectBox(props: &SelectBoxProps) -> Html {
    let node = use_node_ref();
    use_effect({
        let (node, value) = (node.clone(), props.value.clone());
        move || {
            if let Some(menu) = node.cast::<HtmlSelectElement>()
                && menu.value() != *value
            {
                menu.set_value(&value);
            }
        }
    });
    let onchange = {
        let (commit, value) = (props.commit.clone(), props.value.clone());
        Callback::from(move |event: Event| {
            let Some(menu) = event.target_dyn_into::<HtmlSelectElement>() else { return };
            let is_accepted = menu.value() != *value && commit.emit(menu.value());
            if !is_accepted {
                menu.set_value(&value);
            }
        })
    };
    let mut all = props.groups.iter().flat_map(|group| &group.options);
    let is_known = all.any(|(value, _)| *value == props.value);
    let option = |(value, text): &(AttrValue, AttrValue)| {
        html! {
            <option value={value.clone()} selected={*value == props.value}>{ text }</option>
        }
    };
    let group = |group: &SelectGroup| {
        let options = group.options.iter().map(option);
        if group.label.is_empty() {
            html! { <>{ for options }</> }
        } else if group.options.is_empty() {
            html! {}
        } else {
            html! { <optgroup label={group.label.clone()}>{ for options }</optgroup> }
        }
    };
    html! {
        <label class="au-field">
            if !props.is_label_hidden {
                <span class="au-field__label">{ &props.label }</span>
            }
            <select
                ref={node}
                id={props.id.clone()}
                aria-label={props.is_label_hidden.then(|| props.label.clone())}
                {onchange}
            >
                if !is_known {
                    <option value={props.value.clone()} selected=true>{ &props.value }</option>
                }
                { for props.groups.iter().map(group) }
            </select>
        </label>
    }
}
