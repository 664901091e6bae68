//! The grant of a measure.

use yew::prelude::*;

use crate::author::document::join;
use crate::author::model::{FieldForm, GrantKind, TableKind, TextForm, set_grant};
use crate::author::ui::{SelectBox, SelectGroup};

use super::cited_list::cited_list;
use super::definition_fields::fields;
use super::form_pack::{FormPack, place_id};
use super::number_view::number_field;
use super::problem_notes::problem_notes;
use super::table_view::table_view;
use super::texts_field::texts_field;
use super::value_field::{Accepts, value_field};

/// The grant of the measure at a pointer: its kind, its figure, its evidence.
pub(super) fn grant_form(pack: &FormPack, measure: &str) -> Html {
    let words = pack.words();
    let pointer = join(measure, "grants");
    let grant = pack.document.value(&pointer);
    let kind = GrantKind::ALL
        .into_iter()
        .find(|kind| grant.is_some_and(|grant| grant.get(kind.key()).is_some()));
    let commit = {
        let measure = measure.to_owned();
        pack.on_commit(move |document, key| {
            let kind = GrantKind::ALL.into_iter().find(|kind| kind.key() == key);
            kind.map_or_else(|| Ok(Default::default()), |kind| set_grant(document, &measure, kind))
        })
    };
    let options = GrantKind::ALL.map(|kind| (kind.key(), words.grant(kind)));
    let rest = grant.map(|grant| {
        let is_rest = |field: &FieldForm| {
            field.key != "provision" && GrantKind::ALL.iter().all(|kind| kind.key() != field.key)
        };
        let rest = FieldForm::all(pack.json(), grant, &pointer).into_iter().filter(is_rest);
        fields(pack, None, &pointer, rest.collect())
    });
    html! {
        <fieldset class="au-grant">
            <legend>{ words.field("grants") }</legend>
            <SelectBox
                label={words.grant_kind}
                value={kind.map_or("", GrantKind::key)}
                groups={SelectGroup::plain(options)}
                id={AttrValue::from(place_id(&pointer, "kind"))}
                {commit}
            />
            if let Some(kind) = kind {
                { figure(pack, kind, &pointer) }
                { problem_notes(pack, &join(&pointer, kind.key())) }
            }
            if grant.is_some() {
                { cited_list(pack, words.field("provision"), &pointer) }
                { problem_notes(pack, &join(&pointer, "provision")) }
            }
            { for rest }
        </fieldset>
    }
}

/// The figure of a grant.
fn figure(pack: &FormPack, kind: GrantKind, grant: &str) -> Html {
    let words = pack.words();
    let pointer = join(grant, kind.key());
    let number =
        |key: &str| value_field(pack, words.field(key), &pointer, key, Accepts::Number, None);
    let unit = || value_field(pack, words.field("unit"), &pointer, "unit", Accepts::Text, None);
    match kind {
        GrantKind::Fixed | GrantKind::UpTo => html! {
            <div class="au-row">{ number("amount") }{ unit() }</div>
        },
        GrantKind::Tiers => html! {
            <>
                { number_field(pack, words.by, &join(&pointer, "by")) }
                { unit() }
                { table_view(pack, words.tiers, &join(&pointer, "tiers"), TableKind::Tiers) }
            </>
        },
        GrantKind::Rate => html! {
            <>
                <div class="au-row">{ number("percent") }{ number("cap") }{ unit() }</div>
                { number_field(pack, words.rate_of, &join(&pointer, "of")) }
            </>
        },
        GrantKind::InKind => {
            let languages = &pack.outline.languages;
            let form = pack
                .document
                .value(grant)
                .map(|json| TextForm::read(json, grant, "in-kind", languages));
            form.map(|form| texts_field(pack, words.grant(kind), &form)).unwrap_or_default()
        }
        GrantKind::Unspecified => html! {},
    }
}
