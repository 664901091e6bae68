//! A number: a figure, a fact, or a computation with numbers inside.

use yew::prelude::*;

use crate::author::document::join;
use crate::author::model::{
    FactKindForm, NumberForm, NumberKind, TableKind, decimal_text, typed_decimal, with_number_kind,
};
use crate::author::ui::{SelectBox, SelectGroup, TextBox, tool};
use crate::rulebook::{Json, Kind};

use super::form_pack::{FormPack, place_id};
use super::json_box::json_box;
use super::subject::fact_title;
use super::table_view::table_view;
use super::value_field::{Accepts, value_field};

/// The number at a pointer.
pub(super) fn number_view(
    pack: &FormPack,
    label: &'static str,
    number: &NumberForm,
    pointer: &str,
) -> Html {
    let Some(kind) = NumberKind::of(number) else { return json_box(pack, label, pointer) };
    html! {
        <div class="au-number">
            { kind_box(pack, label, number, kind, pointer) }
            { content(pack, number, pointer) }
        </div>
    }
}

/// The number under a key of an object, read from the document.
pub(super) fn number_field(pack: &FormPack, label: &'static str, pointer: &str) -> Html {
    match pack.document.value(pointer) {
        Some(json) => number_view(pack, label, &NumberForm::read(json, &pack.facts), pointer),
        None => json_box(pack, label, pointer),
    }
}

fn kind_box(
    pack: &FormPack,
    label: &'static str,
    number: &NumberForm,
    kind: NumberKind,
    pointer: &str,
) -> Html {
    // A pack without dates has no months since one.
    let is_possible = |other: &NumberKind| {
        *other == kind || with_number_kind(number, *other, pack.json(), &pack.facts).is_some()
    };
    let options = NumberKind::ALL.into_iter().filter(is_possible);
    let options = options.map(|kind| (kind.key(), pack.words().number(kind)));
    let commit = {
        let (number, of_pack) = (number.clone(), pack.clone());
        pack.on_replace(pointer, move |key| {
            let kind = NumberKind::ALL.into_iter().find(|kind| kind.key() == key)?;
            with_number_kind(&number, kind, of_pack.json(), &of_pack.facts)
        })
    };
    html! {
        <SelectBox
            {label}
            value={kind.key()}
            groups={SelectGroup::plain(options)}
            id={AttrValue::from(place_id(pointer, "number"))}
            {commit}
        />
    }
}

fn content(pack: &FormPack, number: &NumberForm, pointer: &str) -> Html {
    match number {
        NumberForm::Constant(json) => constant_box(pack, json, pointer),
        NumberForm::Fact(id) => {
            fact_box(pack, id, pointer, |kind| matches!(kind, FactKindForm::Number(_)))
        }
        NumberForm::MonthsSince(id) => {
            fact_box(pack, id, &join(pointer, "months-since"), |kind| *kind == FactKindForm::Date)
        }
        NumberForm::DaysSince(id) => {
            fact_box(pack, id, &join(pointer, "days-since"), |kind| *kind == FactKindForm::Date)
        }
        NumberForm::Named(id) => named_box(pack, id, &join(pointer, "quantity")),
        NumberForm::Points(_) => points(pack, &join(pointer, "points")),
        _ => parts(pack, number, pointer),
    }
}

fn constant_box(pack: &FormPack, json: &Json, pointer: &str) -> Html {
    html! {
        <TextBox
            label={pack.words().figure}
            value={decimal_text(json)}
            inputmode="decimal"
            invalid={pack.words().not_number}
            id={AttrValue::from(place_id(pointer, "figure"))}
            commit={pack.on_replace(pointer, typed_decimal)}
        />
    }
}

/// A menu of the facts of some kinds.
fn fact_box(
    pack: &FormPack,
    id: &str,
    pointer: &str,
    is_possible: impl Fn(&FactKindForm) -> bool,
) -> Html {
    let facts = pack.facts.facts.iter().filter(|fact| is_possible(&fact.kind));
    let options = facts.map(|fact| {
        let unit = match &fact.kind {
            FactKindForm::Number(unit) => format!(" · {unit}"),
            _ => String::new(),
        };
        (fact.id.clone(), format!("{}{unit}", fact_title(fact)))
    });
    id_box(pack, pack.words().kind(Kind::Fact), id, options.collect(), pointer)
}

/// A menu of the named numbers.
fn named_box(pack: &FormPack, id: &str, pointer: &str) -> Html {
    let entries = pack.outline.of(Kind::Quantity).iter();
    let options = entries.map(|entry| (entry.id.clone(), entry.title.clone()));
    id_box(pack, pack.words().kind(Kind::Quantity), id, options.collect(), pointer)
}

fn id_box(
    pack: &FormPack,
    label: &'static str,
    id: &str,
    options: Vec<(String, String)>,
    pointer: &str,
) -> Html {
    html! {
        <SelectBox
            {label}
            value={id.to_owned()}
            groups={SelectGroup::plain(options)}
            id={AttrValue::from(place_id(pointer, "id"))}
            commit={pack.on_replace(pointer, |id| Some(Json::String(id.to_owned())))}
        />
    }
}

/// The numbers inside a computation, and the value if the divisor is zero.
fn parts(pack: &FormPack, number: &NumberForm, pointer: &str) -> Html {
    let words = pack.words();
    let (is_list, has_zero) = match number {
        NumberForm::Sum(_) | NumberForm::HighestOf(_) | NumberForm::LowestOf(_) => (true, false),
        NumberForm::Ratio(..) | NumberForm::Growth(..) | NumberForm::Percent(..) => (false, true),
        _ => (false, false),
    };
    let all = number.parts();
    let len = all.len();
    let part = |(suffix, part): (String, &NumberForm)| {
        let pointer = format!("{pointer}{suffix}");
        let removing = (is_list && len > 1).then(|| {
            let pointer_of_part = pointer.clone();
            let onclick = pack.on_click(None, move |document| document.remove(&pointer_of_part));
            tool(None, words.remove, words.part_of_number, false, onclick)
        });
        html! {
            <li key={pointer.clone()}>
                { number_view(pack, words.part_of_number, part, &pointer) }
                { for removing }
            </li>
        }
    };
    let adding = is_list.then(|| {
        let kind = NumberKind::of(number).map_or("sum", NumberKind::key);
        let list = join(pointer, kind);
        let focus = place_id(&join(&list, len), "number");
        let onclick = pack
            .on_click(Some(focus), move |document| document.insert(&list, len, &Json::Integer(1)));
        tool(None, words.add_number, "", false, onclick)
    });
    html! {
        <>
            <ol class="au-number__parts">{ for all.into_iter().map(part) }</ol>
            { for adding }
            if has_zero {
                { value_field(pack, words.if_zero, pointer, "if-zero", Accepts::Number, None) }
            }
        </>
    }
}

/// A table of points.
fn points(pack: &FormPack, pointer: &str) -> Html {
    let words = pack.words();
    html! {
        <div class="au-points">
            if pack.document.value(&join(pointer, "by")).is_some() {
                { number_field(pack, words.by, &join(pointer, "by")) }
            }
            { table_view(pack, words.bands, &join(pointer, "bands"), TableKind::Bands) }
            { value_field(pack, words.otherwise, pointer, "otherwise", Accepts::Number, None) }
        </div>
    }
}
