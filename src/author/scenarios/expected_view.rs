//! The expected results of a scenario, next to what the rules decide.

use yew::prelude::*;

use crate::author::checks::FoundResult;
use crate::author::model::{decimal_text, typed_decimal};
use crate::author::scenario_files::ScenarioEdit;
use crate::author::text::fill;
use crate::author::ui::{SelectBox, SelectGroup, TextBox, check_box, tool};
use crate::author::words::{amount_words, outcome_words};
use crate::engine::Outcome;
use crate::rulebook::{Benefit, Json, Locale, Measure};
use crate::widget::{Catalogue, unit_title};

use super::add_menu::{AddMenu, add_menu};
use super::card::Card;
use super::found::{list_of, take_found};

/// The expected results of all measures, and a menu of the other measures.
pub(super) fn expected_view(card: &Card<'_>) -> Html {
    let texts = &card.texts.cases;
    let expected = card.json.get("expect").map(Json::entries).unwrap_or_default();
    html! {
        <section aria-label={texts.expected}>
            <h4>{ texts.expected }</h4>
            { for expected.iter().map(|(id, json)| measure_view(card, id, json, expected.len())) }
            { other_measures(card, expected) }
        </section>
    }
}

/// The outcomes in words.
fn outcome_options(locale: Locale) -> Vec<SelectGroup> {
    let catalogue = Catalogue::of(locale);
    let text = |outcome: Outcome| (outcome.name(), catalogue.outcome_text(outcome).to_string());
    SelectGroup::plain(Outcome::ALL.map(text))
}

fn measure_view(card: &Card<'_>, id: &str, json: &Json, count: usize) -> Html {
    let texts = &card.texts.cases;
    let measure = card.pack.find_measure(id).map(|measure| &card.pack.measures[measure]);
    let title = measure.map_or_else(
        || fill(texts.unknown_measure, &[id]),
        |measure| measure.title.get(card.locale).to_string(),
    );
    let found = card.check.and_then(|check| check.found.iter().find(|one| one.measure == id));
    let outcome = json.get("outcome").and_then(Json::as_str).unwrap_or_default();
    let set_outcome = {
        let id = id.to_owned();
        card.on_value(move |outcome| Some(ScenarioEdit::Outcome(id.clone(), outcome)))
    };
    let remove = card
        .on_click(vec![ScenarioEdit::RemoveMeasure(id.to_owned())], Some(card.id("add-measure")));
    let differences = found.map(|found| take_found(id, json, found)).unwrap_or_default();
    html! {
        <fieldset class="au-expected" key={id.to_owned()}>
            <legend>{ &title }</legend>
            <div class="au-row">
                <SelectBox
                    label={texts.outcome}
                    value={outcome.to_owned()}
                    groups={outcome_options(card.page_locale)}
                    id={AttrValue::from(card.id(&format!("outcome-{id}")))}
                    commit={set_outcome}
                />
                { tool(None, texts.remove, &title, count < 2, remove) }
            </div>
            if let Some(found) = found.filter(|found| found.outcome != outcome) {
                { found_text(card, &outcome_words(&found.outcome, card.page_locale)) }
            }
            if let Some(measure) = measure {
                { amount_view(card, id, measure, json, found) }
                { because_view(card, id, measure, json, found) }
            }
            { missing_view(card, id, json, found) }
            if !differences.is_empty() {
                { tool(
                    None, texts.take_found, &title, false,
                    card.on_click(differences, Some(card.id(&format!("outcome-{id}")))),
                ) }
            }
        </fieldset>
    }
}

/// What the rules decide, where it differs.
fn found_text(card: &Card<'_>, found: &str) -> Html {
    html! { <p class="au-expected__found">{ fill(card.texts.cases.found, &[found]) }</p> }
}

/// The button that also expects a value, or no longer does.
fn also(card: &Card<'_>, id: &str, key: &'static str, name: &str, found: Option<Json>) -> Html {
    let texts = &card.texts.cases;
    let is_there = found.is_none();
    let text = fill(if is_there { texts.check_not } else { texts.check_too }, &[name]);
    let edits = vec![ScenarioEdit::Expected(id.to_owned(), key, found)];
    let button = card.id(&format!("{key}-{id}"));
    tool(Some(button.clone()), text, "", false, card.on_click(edits, Some(button)))
}

fn amount_view(
    card: &Card<'_>,
    id: &str,
    measure: &Measure,
    json: &Json,
    found: Option<&FoundResult>,
) -> Html {
    let texts = &card.texts.cases;
    let Some(amount) = json.get("amount") else {
        let amount = found.and_then(|found| found.amount_json());
        let button = amount.map(|json| also(card, id, "amount", texts.amount, Some(json)));
        return button.unwrap_or_default();
    };
    let unit = match &measure.grants.benefit {
        Benefit::Fixed(money) | Benefit::UpTo(money) => Some(&money.unit),
        Benefit::Tiers(tiers) => Some(&tiers.unit),
        Benefit::Rate(rate) => Some(&rate.unit),
        Benefit::InKind(_) | Benefit::Unspecified => None,
    };
    let unit = unit.map(|unit| unit_title(card.locale, card.pack, unit)).unwrap_or_default();
    let field = |key: &'static str, label: &str| {
        let value = amount.get(key).map(decimal_text).unwrap_or_default();
        let commit = {
            let (id, amount) = (id.to_owned(), amount.clone());
            card.on_value(move |text: String| {
                let number = match text.trim() {
                    "" if key == "max" => None,
                    text => Some(typed_decimal(text)?),
                };
                let others = amount.entries().iter().filter(|(name, _)| name != key).cloned();
                let mut entries: Vec<(String, Json)> = others.collect();
                entries.extend(number.map(|number| (key.to_owned(), number)));
                entries.sort_by_key(|(name, _)| name != "min");
                Some(ScenarioEdit::Expected(id.clone(), "amount", Some(Json::Object(entries))))
            })
        };
        html! {
            <TextBox
                label={fill(label, &[&unit])}
                {value}
                id={AttrValue::from(card.id(&format!("amount-{key}-{id}")))}
                inputmode={Some("decimal")}
                invalid={texts.amount_invalid}
                {commit}
            />
        }
    };
    let differs = found.filter(|found| {
        found
            .amount_json()
            .as_ref()
            .is_none_or(|found| !super::found::is_same_amount(found, amount))
    });
    html! {
        <>
            <div class="au-row">
                { field("min", texts.amount_min) }
                { field("max", texts.amount_max) }
                { also(card, id, "amount", texts.amount, None) }
            </div>
            if let Some(found) = differs {
                { found_text(card, &amount_words(found.amount.as_ref(), texts.nothing)) }
            }
        </>
    }
}

fn because_view(
    card: &Card<'_>,
    id: &str,
    measure: &Measure,
    json: &Json,
    found: Option<&FoundResult>,
) -> Html {
    let texts = &card.texts.cases;
    let Some(because) = json.get("because") else {
        let because = found.map(|found| list_of(&found.because));
        let button = because.map(|json| also(card, id, "because", texts.because, Some(json)));
        return button.unwrap_or_default();
    };
    let chosen: Vec<String> =
        because.items().iter().filter_map(Json::as_str).map(str::to_owned).collect();
    let all: Vec<String> =
        measure.criteria.iter().map(|criterion| criterion.id.to_string()).collect();
    let label = |id: &str| {
        let criterion = measure.criteria.iter().find(|criterion| *criterion.id == *id);
        criterion.map_or_else(|| id.to_owned(), |one| one.label.get(card.locale).to_string())
    };
    let boxes = all.iter().map(|criterion| {
        let toggle = {
            let (all, chosen, criterion) = (all.clone(), chosen.clone(), criterion.clone());
            let id = id.to_owned();
            card.on_value(move |is_on: String| {
                let is_in = |one: &String| match *one == criterion {
                    true => is_on == "true",
                    false => chosen.contains(one),
                };
                let ids: Vec<String> = all.iter().filter(|one| is_in(one)).cloned().collect();
                Some(ScenarioEdit::Expected(id.clone(), "because", Some(list_of(&ids))))
            })
        };
        check_box(label(criterion), chosen.contains(criterion), toggle)
    });
    let differs = found.filter(|found| found.because != chosen);
    let words = differs.map(|found| words(&found.because, label, texts.nothing));
    html! {
        <>
            <fieldset>
                <legend>{ texts.because }</legend>
                { for boxes }
                { also(card, id, "because", texts.because, None) }
            </fieldset>
            { for words.map(|words| found_text(card, &words)) }
        </>
    }
}

fn missing_view(card: &Card<'_>, id: &str, json: &Json, found: Option<&FoundResult>) -> Html {
    let texts = &card.texts.cases;
    let Some(missing) = json.get("missing") else {
        let missing = found.filter(|found| !found.missing.is_empty());
        let missing = missing.map(|found| list_of(&found.missing));
        let button = missing.map(|json| also(card, id, "missing", texts.missing, Some(json)));
        return button.unwrap_or_default();
    };
    let question = |id: &str| {
        let fact = card.pack.find_fact(id).map(|fact| &card.pack.facts[fact]);
        fact.map_or_else(|| id.to_owned(), |fact| fact.question.get(card.locale).to_string())
    };
    let ids: Vec<String> =
        missing.items().iter().filter_map(Json::as_str).map(str::to_owned).collect();
    let differs = found.filter(|found| found.missing != ids);
    html! {
        <>
            <p>{ texts.missing }{ ": " }{ words(&ids, question, texts.nothing) }</p>
            { also(card, id, "missing", texts.missing, None) }
            if let Some(found) = differs {
                { found_text(card, &words(&found.missing, question, texts.nothing)) }
            }
        </>
    }
}

fn words(ids: &[String], word: impl Fn(&str) -> String, nothing: &str) -> String {
    let words: Vec<String> = ids.iter().map(|id| word(id)).collect();
    if words.is_empty() { nothing.to_owned() } else { words.join(" · ") }
}

/// A menu of the other measures.
fn other_measures(card: &Card<'_>, expected: &[(String, Json)]) -> Html {
    let measures = card.pack.measures.iter().map(|(_, measure)| measure);
    let measures = measures
        .map(|measure| (measure.id.to_string(), measure.title.get(card.locale).to_string()));
    let label = card.texts.cases.add_expected;
    let menu = AddMenu { label, field: "add-measure", added: "outcome" };
    add_menu(card, menu, expected, measures, |id| {
        Some(ScenarioEdit::Outcome(id.to_owned(), Outcome::Met.name().to_owned()))
    })
}
