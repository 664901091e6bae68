//! What a date is compared with: a day, the day of the check, or another date.

use yew::prelude::*;

use crate::author::model::{DayForm, FactKindForm};
use crate::author::ui::{SelectBox, SelectGroup, TextBox};
use crate::rulebook::Json;

use super::form_pack::{FormPack, place_id};
use super::subject::{fact_title, first_day};
use super::value_field::Accepts;

/// The day at a pointer.
pub(super) fn day_view(pack: &FormPack, label: &'static str, day: &DayForm, pointer: &str) -> Html {
    let words = pack.words();
    let value = match day {
        DayForm::Day(_) => "day".to_owned(),
        DayForm::AsOf => "as-of".to_owned(),
        DayForm::Fact(id) => format!("fact:{id}"),
    };
    let dates = pack.facts.facts.iter().filter(|fact| fact.kind == FactKindForm::Date);
    let dates = dates.map(|fact| (format!("fact:{}", fact.id), fact_title(fact)));
    let groups = vec![
        SelectGroup::headed("", [("day", words.fixed_day), ("as-of", words.as_of)]),
        SelectGroup::headed(words.other_date, dates),
    ];
    let commit = {
        let day = first_day(pack);
        pack.on_replace(pointer, move |value| {
            Some(Json::String(match value.split_once(':') {
                Some((_, fact)) => fact.to_owned(),
                None if value == "as-of" => "as-of".to_owned(),
                None => day.clone(),
            }))
        })
    };
    let box_of_day = |day: &str| {
        html! {
            <TextBox
                label={words.date_format}
                value={day.to_owned()}
                invalid={words.not_day}
                id={AttrValue::from(place_id(pointer, "day"))}
                commit={pack.on_replace(pointer, |text| Accepts::Day.parse(text))}
            />
        }
    };
    html! {
        <div class="au-number">
            <SelectBox
                {label}
                {value}
                {groups}
                id={AttrValue::from(place_id(pointer, "kind"))}
                {commit}
            />
            if let DayForm::Day(day) = day {
                { box_of_day(day) }
            }
        </div>
    }
}
