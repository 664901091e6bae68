//! The questions before a new pack: its languages, and its first day.

use yew::prelude::*;

use crate::author::model::start;
use crate::author::text::Texts;
use crate::author::ui::{TextBox, check_box};
use crate::engine::parse_day;
use crate::rulebook::{Locale, format_date};
use crate::widget::local_time;

/// The languages that a pack can begin with.
const LANGUAGES: [&str; 3] = ["zh-Hans", "zh-Hant", "en"];

/// The props of the form.
#[derive(Clone, PartialEq, Properties)]
pub(in crate::author) struct TemplateFormProps {
    /// The language of the page, and of the pack if nothing else is chosen
    pub(in crate::author) locale: Locale,
    /// Called with the text of a new pack
    pub(in crate::author) on_start: Callback<String>,
}

/// Starts a pack with one measure, in the chosen languages.
#[component]
pub(in crate::author) fn TemplateForm(props: &TemplateFormProps) -> Html {
    let texts = Texts::of(props.locale);
    let words = texts.forms;
    let own = LANGUAGES.into_iter().find(|tag| *tag == props.locale.tag());
    let languages = use_state_eq(|| Vec::from_iter(own));
    let from = use_state_eq(String::new);
    // Today, which only a browser knows.
    use_effect_with((), {
        let from = from.setter();
        move |()| from.set(local_time().chars().take("2026-01-01".len()).collect())
    });
    let language = |tag: &'static str| {
        let commit = {
            let languages = languages.clone();
            Callback::from(move |value: String| {
                let mut chosen = (*languages).clone();
                chosen.retain(|known| *known != tag);
                if value == "true" {
                    chosen.push(tag);
                }
                languages.set(chosen);
                true
            })
        };
        check_box(words.language(tag).to_owned(), languages.contains(&tag), commit)
    };
    let set_from = {
        let from = from.setter();
        Callback::from(move |text: String| {
            let day = parse_day(&text);
            if let Some(day) = day {
                from.set(format_date(day));
            }
            day.is_some()
        })
    };
    let onclick = {
        let (languages, from) = (languages.clone(), from.clone());
        let on_start = props.on_start.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(text) = parse_day(&from).and_then(|day| start(&languages, day).ok()) {
                on_start.emit(text);
            }
        })
    };
    html! {
        <section class="au-forms au-template" aria-labelledby="au-template-title">
            <h2 id="au-template-title">{ texts.start_new }</h2>
            <p>{ words.template_intro }</p>
            <fieldset class="au-period">
                <legend>{ words.template_languages }</legend>
                <div class="au-row">{ for LANGUAGES.into_iter().map(language) }</div>
            </fieldset>
            <TextBox
                label={words.template_from}
                value={(*from).clone()}
                id="au-template-from"
                invalid={words.not_day}
                commit={set_from}
            />
            <button class="au-button" type="button" {onclick}>{ words.template_start }</button>
        </section>
    }
}
