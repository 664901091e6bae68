//! Suggested firms. The author confirms or corrects the result of each before it is a scenario.

use std::rc::Rc;

use yew::prelude::*;

use crate::author::context::use_texts;
use crate::author::host::AuthorHost;
use crate::author::task::Task;
use crate::author::text::{Texts, fill};
use crate::author::ui::{AddBox, SelectGroup};
use crate::author::words::outcome_words;
use crate::engine::Outcome;
use crate::rulebook::Locale;
use crate::widget::Catalogue;

use super::suggestion::{About, SuggestInput, Suggestion, Suggestions, Why};

/// The props of the suggestions.
#[derive(Clone, PartialEq, Properties)]
pub(in crate::author) struct SuggestionListProps {
    /// What they show
    pub(in crate::author) about: About,
    /// The text of the pack
    pub(in crate::author) text: Rc<str>,
    /// The text of the scenarios
    pub(in crate::author) scenarios: Rc<str>,
    /// The language of the page
    pub(in crate::author) locale: Locale,
    /// What only the browser's page can do
    pub(in crate::author) host: AuthorHost,
    /// Adds a scenario: a JSON object
    pub(in crate::author) add: Callback<String>,
}

/// The suggestions of the worker. Only one such list is shown at once.
#[component]
pub(in crate::author) fn SuggestionList(props: &SuggestionListProps) -> Html {
    let texts = use_texts();
    // `None` while the worker looks; `Some(None)` if it failed.
    let found = use_state(|| None::<Option<Rc<Suggestions>>>);
    let input = SuggestInput {
        text: Rc::clone(&props.text),
        scenarios: Rc::clone(&props.scenarios),
        locale: props.locale,
        about: props.about.clone(),
    };
    use_effect_with((input, props.host.clone()), {
        let found = found.setter();
        move |(input, host)| {
            found.set(None);
            host.request(Task::Suggest, input, move |result| found.set(Some(result)));
        }
    });
    let words = &texts.cases;
    html! {
        <div class="au-examples">
            <p role="status">
                { match &*found {
                    None => words.working.to_owned(),
                    Some(None) => words.failed.to_owned(),
                    Some(Some(found)) if found.is_never_met => words.never_met.to_owned(),
                    Some(Some(found)) if found.list.is_empty() => words.none_found.to_owned(),
                    Some(Some(found)) => {
                        fill(words.examples_found, &[&found.list.len().to_string()])
                    }
                } }
            </p>
            if let Some(Some(found)) = &*found {
                { for found.list.iter().enumerate().map(|(index, one)| {
                    suggestion(index, one, props.locale, &texts, &props.add)
                }) }
            }
        </div>
    }
}

fn suggestion(
    index: usize,
    one: &Suggestion,
    locale: Locale,
    texts: &Texts,
    add: &Callback<String>,
) -> Html {
    let words = &texts.cases;
    let (mark, title) = match &one.why {
        Why::Meets => ("au-case au-case--gain", words.meets.to_owned()),
        Why::Fails(label) => ("au-case au-case--lose", fill(words.fails, &[label])),
        Why::DoesNotApply => ("au-case", words.does_not_apply.to_owned()),
        Why::Asked => ("au-case", words.asked.to_owned()),
    };
    let result = &one.result;
    let catalogue = Catalogue::of(locale);
    let all = || Outcome::ALL.into_iter();
    let outcome = outcome_words(&result.outcome, locale);
    let parts = [result.title.clone(), outcome, result.amount_text.clone()];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let confirm = {
        let (one, add) = (one.clone(), add.clone());
        Callback::from(move |_: MouseEvent| {
            one.scenario(&one.result.outcome).iter().for_each(|text| add.emit(text.clone()));
        })
    };
    let others = all().filter(|outcome| outcome.name() != result.outcome);
    let others =
        others.map(|outcome| (outcome.name(), catalogue.outcome_text(outcome).to_string()));
    let correct = {
        let (one, add) = (one.clone(), add.clone());
        Callback::from(move |outcome: String| {
            let scenario = one.scenario(&outcome);
            scenario.iter().for_each(|text| add.emit(text.clone()));
            scenario.is_some()
        })
    };
    html! {
        <div class={mark}>
            <p><strong>{ title }</strong></p>
            <ul>{ for one.answers.iter().map(|answer| html! { <li>{ answer }</li> }) }</ul>
            <p>{ fill(words.by_rules, &[&parts.join(" · ")]) }</p>
            if !result.reasons.is_empty() {
                <p>{ fill(words.reasons, &[&result.reasons.join(" · ")]) }</p>
            }
            <p>{ words.is_right }</p>
            <button class="au-button" type="button" onclick={confirm}>{ words.confirm }</button>
            <AddBox
                label={words.correct}
                add={words.correct_add}
                nothing={words.choose}
                groups={SelectGroup::plain(others)}
                id={format!("au-correct-{index}")}
                commit={correct}
            />
            <p class="au-case__hint">{ words.correct_hint }</p>
        </div>
    }
}
