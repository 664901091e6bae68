//! The fields of a definition, each with the control that its key needs.

use yew::prelude::*;

use crate::author::document::join;
use crate::author::model::{FieldForm, TableKind, TextForm};
use crate::author::ui::{SelectBox, SelectGroup, TextBox, check_box};
use crate::rulebook::{IdKind, Json, Kind};

use super::cited_list::cited_list;
use super::condition_view::condition_field;
use super::criteria::criteria;
use super::form_pack::{FormPack, place_id};
use super::grant_form::grant_form;
use super::id_list::id_list;
use super::item_list::item_list;
use super::json_box::json_box;
use super::kind_form::kind_form;
use super::languages_field::languages_field;
use super::number_view::number_field;
use super::problem_notes::{own_problem_notes, problem_notes};
use super::table_view::table_view;
use super::texts_field::texts_field;
use super::value_field::{Accepts, choice_field, value_field};

/// Most characters of a quote.
const MOST_OF_QUOTE: usize = 60;

/// Optional keys that are shown although they have no value.
const USUAL: [&str; 8] =
    ["applies-when", "number", "hint", "quote", "changeable", "url", "materials", "office"];

/// Fields that show the problems of their parts themselves.
const NOTED: [&str; 2] = ["criteria", "grants"];

/// The fields of the object at a pointer. Optional ones without a value are under a heading that
/// opens.
pub(super) fn fields(
    pack: &FormPack,
    kind: Option<Kind>,
    object: &str,
    all: Vec<FieldForm>,
) -> Html {
    let is_shown = |field: &FieldForm| {
        field.is_required || field.value.is_some() || USUAL.contains(&field.key)
    };
    let (shown, more): (Vec<_>, Vec<_>) = all.into_iter().partition(is_shown);
    let one = |field: &FieldForm| {
        let content = field_view(pack, kind, object, field);
        html! {
            <div class="au-entry" key={field.key}>
                { content }
                if NOTED.contains(&field.key) {
                    { own_problem_notes(pack, &field.pointer) }
                } else {
                    { problem_notes(pack, &field.pointer) }
                }
            </div>
        }
    };
    html! {
        <>
            { for shown.iter().map(one) }
            if !more.is_empty() {
                <details class="au-more">
                    <summary>{ pack.words().more_fields }</summary>
                    { for more.iter().map(one) }
                </details>
            }
        </>
    }
}

fn field_view(pack: &FormPack, kind: Option<Kind>, object: &str, field: &FieldForm) -> Html {
    let words = pack.words();
    let label = words.field(field.key);
    let text = |accepts| value_field(pack, label, object, field.key, accepts, None);
    let of_kind = |kind: Kind| choice_field(pack, label, object, field.key, ids(pack, kind, field));
    match field.key {
        "id" => id_field(pack, kind, object),
        "title" | "summary" | "question" | "hint" | "label" | "note" | "check-against"
        | "address" | "hours" | "audience" | "evidence-note" | "text" => {
            let json = pack.document.value(object).unwrap_or(&Json::Null);
            let form = TextForm::read(json, object, field.key, &pack.outline.languages);
            texts_field(pack, label, &form)
        }
        "when" | "applies-when" | "ask-when" | "holds" | "only-for" => {
            condition_field(pack, label, object, field.key)
        }
        "provision" => cited_list(pack, label, object),
        "languages" => languages_field(pack, label),
        "materials" => id_list(pack, label, object, field.key, Kind::Material),
        "measures" => id_list(pack, label, object, field.key, Kind::Measure),
        "synonyms" | "steps" | "duties" | "windows" | "notices" => {
            item_list(pack, label, object, field.key)
        }
        "criteria" => criteria(pack, object),
        "grants" => grant_form(pack, object),
        "kind" if kind == Some(Kind::Fact) => kind_form(pack, object),
        "values" if kind == Some(Kind::Class) => {
            table_view(pack, label, &field.pointer, TableKind::Values)
        }
        "cases" if kind == Some(Kind::Class) => {
            table_view(pack, label, &field.pointer, TableKind::Cases)
        }
        "quantity" if kind == Some(Kind::Quantity) => number_field(pack, label, &field.pointer),
        "from" | "to" => text(Accepts::Day),
        "material" => of_kind(Kind::Material),
        "document" => of_kind(Kind::Document),
        "section" => of_kind(Kind::Section),
        "office" => of_kind(Kind::Office),
        "assume" => of_kind(Kind::Assumption),
        "evidence" => choice_field(pack, label, object, field.key, evidence(pack)),
        "quote" => value_field(pack, label, object, field.key, Accepts::Text, Some(MOST_OF_QUOTE)),
        "clause" | "number" | "url" | "phone" | "version" | "unit" => text(Accepts::Text),
        "weight" | "amount" | "copies" => text(Accepts::Number),
        "changeable" => changeable_field(pack, label, object),
        "future" | "covers-all" | "ask" | "exempt" => flag_field(pack, label, object, field),
        "in-force" => period_field(pack, label, field),
        _ => json_box(pack, label, &field.pointer),
    }
}

/// The id. A change also changes every place that refers to it.
fn id_field(pack: &FormPack, kind: Option<Kind>, object: &str) -> Html {
    let pointer = join(object, "id");
    let id = pack.document.value(&pointer).and_then(Json::as_str).unwrap_or_default().to_owned();
    let commit = {
        let (id, object) = (id.clone(), object.to_owned());
        pack.on_commit(move |document, name| match kind {
            Some(kind) if !id.is_empty() => {
                document.rename_id(&IdKind::Definition(kind), &id, name.trim())
            }
            _ => document.put(&object, "id", &Json::String(name.trim().to_owned())),
        })
    };
    html! {
        <TextBox
            label={pack.words().field("id")}
            value={id}
            id={AttrValue::from(place_id(object, "id"))}
            invalid={pack.words().not_id}
            {commit}
        />
    }
}

/// The ids of a kind. An optional field can be empty.
fn ids(pack: &FormPack, kind: Kind, field: &FieldForm) -> Vec<SelectGroup> {
    let entries = pack.outline.of(kind).iter();
    let entries =
        entries.map(|entry| (entry.id.clone(), format!("{} ({})", entry.title, entry.id)));
    let none = (!field.is_required).then(|| (String::new(), pack.words().none.to_owned()));
    SelectGroup::plain(none.into_iter().chain(entries))
}

fn evidence(pack: &FormPack) -> Vec<SelectGroup> {
    let words = pack.words();
    SelectGroup::plain([
        ("official-text", words.evidence_text),
        ("official-interpretation", words.evidence_interpretation),
        ("secondary", words.evidence_secondary),
    ])
}

/// What the applicant can change: `true`, `"more"`, `"less"` or `false`, or not stated.
fn changeable_field(pack: &FormPack, label: &'static str, object: &str) -> Html {
    let words = pack.words();
    let pointer = join(object, "changeable");
    let value = match pack.document.value(&pointer) {
        Some(Json::Bool(true)) => "true",
        Some(Json::Bool(false)) => "false",
        Some(Json::String(text)) => text.as_str(),
        _ => "",
    };
    let commit = {
        let object = object.to_owned();
        pack.on_commit(move |document, value| match value {
            "" => document.remove(&pointer),
            "true" | "false" => document.put(&object, "changeable", &Json::Bool(value == "true")),
            value => document.put(&object, "changeable", &Json::String(value.to_owned())),
        })
    };
    let options = [
        ("", words.changeable_unset),
        ("false", words.changeable_no),
        ("true", words.changeable_any),
        ("more", words.changeable_more),
        ("less", words.changeable_less),
    ];
    html! {
        <SelectBox
            {label}
            value={value.to_owned()}
            groups={SelectGroup::plain(options)}
            id={AttrValue::from(place_id(object, "changeable"))}
            {commit}
        />
    }
}

/// A value that is `true` or `false`.
fn flag_field(pack: &FormPack, label: &'static str, object: &str, field: &FieldForm) -> Html {
    let is_on = field.value == Some(Json::Bool(true));
    let commit = {
        let (object, key) = (object.to_owned(), field.key);
        pack.on_commit(move |document, value| {
            document.put(&object, key, &Json::Bool(value == "true"))
        })
    };
    check_box(label, is_on, commit)
}

/// The first and the last day of a period.
fn period_field(pack: &FormPack, label: &'static str, field: &FieldForm) -> Html {
    let words = pack.words();
    if field.value.is_none() {
        return json_box(pack, label, &field.pointer);
    }
    let day =
        |key: &str| value_field(pack, words.field(key), &field.pointer, key, Accepts::Day, None);
    html! {
        <fieldset class="au-period">
            <legend>{ label }</legend>
            <div class="au-row">{ day("from") }{ day("to") }</div>
        </fieldset>
    }
}
