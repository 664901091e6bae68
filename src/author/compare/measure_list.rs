//! The measures that change, and a firm for each way in which they do.

use yew::prelude::*;

use crate::author::text::{Texts, fill};

use super::change_list::{list_and_id, name, state, value_list};
use super::compared::{CaseChange, ItemKind, MeasureChange};

/// The measures that change. `add` adds a scenario: a JSON object.
pub(super) fn measure_list(
    measures: &[MeasureChange],
    texts: &Texts,
    add: &Callback<String>,
) -> Html {
    html! {
        <ul class="au-changes">
            { for measures.iter().map(|measure| measure_card(measure, texts, add)) }
        </ul>
    }
}

/// The number of measures that more firms meet, or fewer.
pub(super) fn count(measures: &[MeasureChange], is_gain: bool) -> usize {
    let whole = if is_gain { ItemKind::Added } else { ItemKind::Removed };
    let matches =
        |case: &CaseChange| case.kind.is_gain() == Some(is_gain) && case.example.is_some();
    let found = measures
        .iter()
        .filter(|measure| measure.item.kind == whole || measure.cases.iter().any(matches));
    found.count()
}

fn measure_card(measure: &MeasureChange, texts: &Texts, add: &Callback<String>) -> Html {
    let through = measure.through.iter().map(|(list, id)| list_and_id(list, id, texts));
    let through = through.collect::<Vec<_>>().join(", ");
    html! {
        <li class="au-change">
            <h3>{ name(&measure.item, texts) }{ state(measure.item.kind, texts) }</h3>
            if !measure.through.is_empty() {
                <p>{ fill(texts.compare.through, &[&through]) }</p>
            }
            if !measure.is_comparable {
                <p>{ texts.compare.not_comparable }</p>
            } else if measure.is_met_alike {
                <p>{ texts.compare.met_alike }</p>
            }
            { for measure.cases.iter().map(|case| case_text(case, texts, add)) }
            { value_list(&measure.item.values) }
        </li>
    }
}

fn case_text(case: &CaseChange, texts: &Texts, add: &Callback<String>) -> Html {
    let kind = case.kind.words(&texts.compare);
    let mark = match case.kind.is_gain() {
        Some(true) => "au-case au-case--gain",
        Some(false) => "au-case au-case--lose",
        None => "au-case",
    };
    let Some(example) = &case.example else {
        return html! { <p class={mark}><strong>{ kind }</strong>{ " · " }{ texts.compare.undecided }</p> };
    };
    let onclick = {
        let (add, scenario) = (add.clone(), example.scenario.clone());
        Callback::from(move |_: MouseEvent| add.emit(scenario.clone()))
    };
    html! {
        <div class={mark}>
            <p><strong>{ kind }</strong>{ " · " }{ texts.compare.example }</p>
            <ul>{ for example.answers.iter().map(|answer| html! { <li>{ answer }</li> }) }</ul>
            <button class="au-button" type="button" {onclick}>{ texts.compare.add }</button>
        </div>
    }
}
