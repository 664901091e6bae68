//! A condition as a tree.

use yew::prelude::*;

use crate::author::document::join;
use crate::author::model::{
    ConditionForm, Group, GroupKind, add_part, begin_condition, remove_part, set_group,
    typed_decimal, unwrap_part, wrap,
};
use crate::author::ui::{AddBox, SelectBox, SelectGroup, TextBox, tool};

use super::form_pack::{FormPack, place_id};
use super::json_box::json_box;
use super::subject::{default_test, subjects};
use super::test_view::test_view;

/// The condition under a key of an object: a tree, or a menu that begins one.
pub(super) fn condition_field(pack: &FormPack, label: &str, object: &str, key: &str) -> Html {
    let pointer = join(object, key);
    let form = pack.document.value(&pointer).map(|json| ConditionForm::read(json, &pack.facts));
    html! {
        <fieldset class="au-condition">
            <legend>{ label }</legend>
            if let Some(form) = form {
                { super::words_view::words_view(pack, &pointer) }
                { condition_view(pack, &form, &pointer) }
            } else {
                { begin_menu(pack, object, key) }
            }
        </fieldset>
    }
}

/// A menu that begins a condition.
fn begin_menu(pack: &FormPack, object: &str, key: &str) -> Html {
    let commit = {
        let (object, key, pack_of_test) = (object.to_owned(), key.to_owned(), pack.clone());
        pack.on_parse_then(
            place_id(&join(object.as_str(), &key), "subject"),
            move |subject| default_test(&pack_of_test, subject),
            move |document, json| begin_condition(document, &object, &key, &json),
        )
    };
    subject_menu(pack, pack.words().add_condition, place_id(&join(object, key), "add"), commit)
}

fn subject_menu(
    pack: &FormPack,
    label: &'static str,
    id: String,
    commit: Callback<String, bool>,
) -> Html {
    html! {
        <AddBox
            {label}
            add={pack.words().add}
            nothing={pack.words().choose}
            groups={subjects(pack)}
            {id}
            {commit}
        />
    }
}

/// A part of a condition: a group with its parts, a test, or a text.
pub(super) fn condition_view(pack: &FormPack, form: &ConditionForm, pointer: &str) -> Html {
    let content = match (form, GroupKind::of(form)) {
        (ConditionForm::Raw(_), _) => json_box(pack, pack.words().as_text, pointer),
        (_, Some(kind)) => group(pack, form, kind, pointer),
        (_, None) => test_view(pack, form, pointer),
    };
    html! {
        <div class="au-part">
            { content }
            { tools(pack, form, pointer) }
        </div>
    }
}

fn group(pack: &FormPack, form: &ConditionForm, kind: GroupKind, pointer: &str) -> Html {
    let words = pack.words();
    let commit = {
        let pointer = pointer.to_owned();
        pack.on_commit(move |document, value| {
            let kind = GroupKind::ALL.into_iter().find(|kind| kind.key() == value);
            kind.map_or_else(|| Ok(Default::default()), |kind| set_group(document, &pointer, kind))
        })
    };
    let options = GroupKind::ALL.map(|kind| (kind.key(), words.group(kind)));
    let part = |pointer: String, part: &ConditionForm| {
        html! { <li key={pointer.clone()}>{ condition_view(pack, part, &pointer) }</li> }
    };
    let parts = form.parts().into_iter();
    html! {
        <div class="au-group">
            <div class="au-group__head">
                <SelectBox
                    label={words.group_label}
                    value={kind.key()}
                    groups={SelectGroup::plain(options)}
                    id={AttrValue::from(place_id(pointer, "group"))}
                    {commit}
                />
                if let ConditionForm::AtLeastOf(count, _) = form {
                    { count_box(pack, *count, pointer) }
                }
            </div>
            <ul class="au-group__parts">
                { for parts.map(|one| part(format!("{pointer}{}", one.pointer), one.condition)) }
            </ul>
            if kind != GroupKind::Not {
                { add_menu(pack, pointer) }
            }
        </div>
    }
}

fn count_box(pack: &FormPack, count: i64, pointer: &str) -> Html {
    let words = pack.words();
    let commit = pack.on_replace(&format!("{pointer}/at-least-of/0"), typed_decimal);
    html! {
        <TextBox
            label={words.group_count}
            value={count.to_string()}
            inputmode="numeric"
            id={AttrValue::from(place_id(pointer, "count"))}
            invalid={words.not_number}
            {commit}
        />
    }
}

/// A menu that adds a part to a group.
fn add_menu(pack: &FormPack, pointer: &str) -> Html {
    let commit = {
        let (pointer, pack_of_test) = (pointer.to_owned(), pack.clone());
        pack.on_parse(
            move |subject| default_test(&pack_of_test, subject),
            move |document, json| add_part(document, &pointer, &json),
        )
    };
    subject_menu(pack, pack.words().add_part, place_id(pointer, "add"), commit)
}

/// The buttons of a part: group it with others, negate it, dissolve its group, remove it.
fn tools(pack: &FormPack, form: &ConditionForm, pointer: &str) -> Html {
    let words = pack.words();
    let wrapping = |group: Group, text: &'static str| {
        let pointer_of_part = pointer.to_owned();
        let focus = Some(place_id(pointer, "group"));
        let onclick = pack.on_click(focus, move |document| wrap(document, &pointer_of_part, group));
        tool(None, text, "", false, onclick)
    };
    let unwrapping = (form.parts().len() == 1).then(|| {
        let pointer_of_part = pointer.to_owned();
        let onclick = pack.on_click(None, move |document| unwrap_part(document, &pointer_of_part));
        tool(None, words.unwrap_part, "", false, onclick)
    });
    let remove = {
        let pointer_of_part = pointer.to_owned();
        // The group around it, or the menu that begins another.
        let around = pointer.rsplit_once('/').and_then(|(list, _)| list.rsplit_once('/'));
        let is_part = around.is_some_and(|(group, _)| {
            pack.document.value(group).is_some_and(|json| {
                GroupKind::of(&ConditionForm::read(json, &pack.facts)).is_some()
            })
        });
        let focus = match around {
            Some((group, _)) if is_part => place_id(group, "add"),
            _ => place_id(pointer, "add"),
        };
        let onclick =
            pack.on_click(Some(focus), move |document| remove_part(document, &pointer_of_part));
        tool(None, words.remove, words.condition, false, onclick)
    };
    html! {
        <div class="au-tools" role="group" aria-label={words.condition}>
            { wrapping(Group::All, words.wrap_all) }
            { wrapping(Group::Any, words.wrap_any) }
            { wrapping(Group::Not, words.wrap_not) }
            { for unwrapping }
            { remove }
        </div>
    }
}
