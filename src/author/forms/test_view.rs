//! A test: its subject, its operator and its values.

use yew::prelude::*;

use crate::author::model::{
    Choices, ConditionForm, FactOperator, operators, toggled, with_operator,
};
use crate::author::ui::{SelectBox, SelectGroup, check_box};
use crate::rulebook::Comparison;

use super::day_view::day_view;
use super::form_pack::{FormPack, place_id};
use super::number_view::number_view;
use super::subject::{default_test, first_day, subject_of, subjects};

/// The test at a pointer.
pub(super) fn test_view(pack: &FormPack, form: &ConditionForm, pointer: &str) -> Html {
    let commit = {
        let pack_of_test = pack.clone();
        pack.on_replace(pointer, move |subject| default_test(&pack_of_test, subject))
    };
    html! {
        <div class="au-test">
            <SelectBox
                label={pack.words().subject}
                value={subject_of(form)}
                groups={subjects(pack)}
                id={AttrValue::from(place_id(pointer, "subject"))}
                {commit}
            />
            { operator_box(pack, form, pointer) }
            { values(pack, form, pointer) }
        </div>
    }
}

/// The operators that the kind of the fact allows, or the comparisons of computed numbers.
fn operator_box(pack: &FormPack, form: &ConditionForm, pointer: &str) -> Html {
    match (form.fact_operator(), form) {
        (Some((fact, operator)), _) => fact_operators(pack, form, fact, Some(operator), pointer),
        (None, ConditionForm::Date(fact, ..)) => fact_operators(pack, form, fact, None, pointer),
        (None, ConditionForm::Compare(_, comparison, _)) => {
            comparison_box(pack, form, *comparison, pointer)
        }
        _ => html! {},
    }
}

/// A menu of operators. Without a current one, the operator is one that is not offered.
fn fact_operators(
    pack: &FormPack,
    form: &ConditionForm,
    fact: &str,
    current: Option<FactOperator>,
    pointer: &str,
) -> Html {
    let words = pack.words();
    let Some(fact) = pack.facts.find(fact).cloned() else { return html! {} };
    let all = operators(&fact.kind);
    let options = all.iter().map(|operator| (operator.name(), words.operator(*operator)));
    let other = match form {
        ConditionForm::Date(_, operator, _) => operator.name(),
        _ => "",
    };
    let value = current.map_or(other, FactOperator::name);
    let groups = SelectGroup::plain(options);
    let commit = {
        let (form, day) = (form.clone(), first_day(pack));
        pack.on_replace(pointer, move |name| {
            let mut all = operators(&fact.kind).iter();
            let operator = all.find(|operator| operator.name() == name)?;
            with_operator(&form, &fact, *operator, &day)
        })
    };
    html! {
        <SelectBox
            label={words.operator_label}
            {value}
            {groups}
            id={AttrValue::from(place_id(pointer, "operator"))}
            {commit}
        />
    }
}

/// The comparison of computed numbers.
fn comparison_box(
    pack: &FormPack,
    form: &ConditionForm,
    comparison: Comparison,
    pointer: &str,
) -> Html {
    let words = pack.words();
    let commit = {
        let form = form.clone();
        pack.on_replace(pointer, move |name| {
            let ConditionForm::Compare(left, _, right) = &form else { return None };
            let comparison = Comparison::ALL.into_iter().find(|one| one.name() == name)?;
            Some(ConditionForm::Compare(left.clone(), comparison, right.clone()).to_json())
        })
    };
    let options = Comparison::ALL.map(|one| (one.name(), words.comparison(one)));
    html! {
        <SelectBox
            label={words.operator_label}
            value={comparison.name()}
            groups={SelectGroup::plain(options)}
            id={AttrValue::from(place_id(pointer, "operator"))}
            {commit}
        />
    }
}

/// The values of a test.
fn values(pack: &FormPack, form: &ConditionForm, pointer: &str) -> Html {
    let words = pack.words();
    match form {
        ConditionForm::Is(id, option) => option_box(pack, id, option, pointer),
        ConditionForm::OneOf(id, choices)
        | ConditionForm::Includes(id, choices)
        | ConditionForm::Class(id, choices) => option_boxes(pack, form, id, choices, pointer),
        ConditionForm::Compare(left, comparison, right) => {
            let at = |index: u8| format!("{pointer}/{}/{index}", comparison.name());
            html! {
                <>
                    // The menu of the subject shows a fact.
                    if form.fact_operator().is_none() {
                        { number_view(pack, words.left, left, &at(0)) }
                    }
                    { number_view(pack, words.right, right, &at(1)) }
                </>
            }
        }
        ConditionForm::Between(value, low, high) => {
            let at = |index: u8| format!("{pointer}/between/{index}");
            html! {
                <>
                    if form.fact_operator().is_none() {
                        { number_view(pack, words.left, value, &at(0)) }
                    }
                    { number_view(pack, words.low, low, &at(1)) }
                    { number_view(pack, words.high, high, &at(2)) }
                </>
            }
        }
        ConditionForm::Date(_, operator, day) => {
            day_view(pack, words.day, day, &format!("{pointer}/{}/1", operator.name()))
        }
        ConditionForm::DateBetween(_, low, high) => html! {
            <>
                { day_view(pack, words.low, low, &format!("{pointer}/between/1")) }
                { day_view(pack, words.high, high, &format!("{pointer}/between/2")) }
            </>
        },
        _ => html! {},
    }
}

/// One option of a choice.
fn option_box(pack: &FormPack, fact: &str, option: &str, pointer: &str) -> Html {
    let options = pack.options(fact).into_iter().map(|option| (option.id, option.label));
    let commit = {
        let fact = fact.to_owned();
        pack.on_replace(pointer, move |option| {
            Some(ConditionForm::Is(fact.clone(), option.to_owned()).to_json())
        })
    };
    html! {
        <SelectBox
            label={pack.words().option}
            value={option.to_owned()}
            groups={SelectGroup::plain(options)}
            id={AttrValue::from(place_id(pointer, "option"))}
            {commit}
        />
    }
}

/// Several options, as check boxes.
fn option_boxes(
    pack: &FormPack,
    form: &ConditionForm,
    id: &str,
    choices: &Choices,
    pointer: &str,
) -> Html {
    let options = pack.options(id);
    let all: Vec<String> = options.iter().map(|option| option.id.clone()).collect();
    let unknown = choices.ids().iter().filter(|id| !all.contains(id));
    let unknown = unknown.map(|id| (id.clone(), id.clone()));
    let boxes: Vec<(String, String)> =
        options.into_iter().map(|option| (option.id, option.label)).chain(unknown).collect();
    let one = |(option, label): (String, String)| {
        let is_on = choices.ids().contains(&option);
        let (form, all) = (form.clone(), all.clone());
        let commit = pack.on_replace(pointer, move |_| {
            Some(match &form {
                ConditionForm::OneOf(id, choices) => {
                    ConditionForm::OneOf(id.clone(), toggled(choices, &option, &all)).to_json()
                }
                ConditionForm::Includes(id, choices) => {
                    ConditionForm::Includes(id.clone(), toggled(choices, &option, &all)).to_json()
                }
                ConditionForm::Class(id, choices) => {
                    ConditionForm::Class(id.clone(), toggled(choices, &option, &all)).to_json()
                }
                other => other.to_json(),
            })
        });
        check_box(label, is_on, commit)
    };
    html! {
        <fieldset class="au-options">
            <legend>{ pack.words().options }</legend>
            { for boxes.into_iter().map(one) }
        </fieldset>
    }
}
