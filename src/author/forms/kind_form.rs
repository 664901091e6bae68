//! The kind of a fact: its options, or its unit and bounds.

use yew::prelude::*;

use crate::author::document::join;
use crate::author::model::{FactKindForm, TableKind, set_fact_kind};
use crate::author::ui::{SelectBox, SelectGroup};

use super::form_pack::{FormPack, place_id};
use super::json_box::json_box;
use super::table_view::table_view;
use super::value_field::{Accepts, value_field};

/// The kinds of facts by their names in a pack.
fn kinds() -> [(&'static str, FactKindForm); 5] {
    [
        ("yes-no", FactKindForm::YesNo),
        ("choice", FactKindForm::Choice(Vec::new())),
        ("choices", FactKindForm::Choices(Vec::new())),
        ("number", FactKindForm::Number(String::new())),
        ("date", FactKindForm::Date),
    ]
}

/// The kind of the fact at a pointer.
pub(super) fn kind_form(pack: &FormPack, fact: &str) -> Html {
    let words = pack.words();
    let known = pack.facts.facts.iter().find(|known| known.pointer == fact);
    let kind = known.map_or(&FactKindForm::Unknown, |known| &known.kind);
    let is_same =
        |other: &FactKindForm| std::mem::discriminant(other) == std::mem::discriminant(kind);
    let name = kinds().into_iter().find(|(_, other)| is_same(other)).map_or("", |(name, _)| name);
    let commit = {
        let fact = fact.to_owned();
        pack.on_commit(move |document, name| {
            let kind = kinds().into_iter().find(|(known, _)| *known == name);
            kind.map_or_else(
                || Ok(Default::default()),
                |(_, kind)| set_fact_kind(document, &fact, &kind),
            )
        })
    };
    let options = kinds().map(|(name, _)| (name, words.fact_kind(name)));
    html! {
        <fieldset class="au-kind">
            <legend>{ words.field("kind") }</legend>
            <SelectBox
                label={words.answer_kind}
                value={name}
                groups={SelectGroup::plain(options)}
                id={AttrValue::from(place_id(fact, "kind"))}
                {commit}
            />
            { details(pack, kind, &join(fact, "kind")) }
        </fieldset>
    }
}

fn details(pack: &FormPack, kind: &FactKindForm, pointer: &str) -> Html {
    let words = pack.words();
    match kind {
        FactKindForm::Choice(_) => {
            table_view(pack, words.options, &join(pointer, "choice"), TableKind::Values)
        }
        FactKindForm::Choices(_) => {
            table_view(pack, words.options, &join(pointer, "choices"), TableKind::Values)
        }
        FactKindForm::Number(_) => {
            let number = join(pointer, "number");
            let field = |key: &str, accepts: Accepts| {
                value_field(pack, words.field(key), &number, key, accepts, None)
            };
            html! {
                <>
                    <div class="au-row">
                        { field("unit", Accepts::Text) }
                        { field("min", Accepts::Number) }
                        { field("max", Accepts::Number) }
                        { field("decimals", Accepts::Number) }
                    </div>
                    if pack.document.value(&join(&number, "usual")).is_some() {
                        { json_box(pack, words.field("usual"), &join(&number, "usual")) }
                    }
                </>
            }
        }
        FactKindForm::Unknown => json_box(pack, words.as_text, pointer),
        FactKindForm::YesNo | FactKindForm::Date => html! {},
    }
}
