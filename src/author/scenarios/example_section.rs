//! Examples of a measure that the person chooses.

use std::rc::Rc;

use yew::prelude::*;

use crate::author::context::use_texts;
use crate::author::examples::{About, SuggestionList};
use crate::author::host::AuthorHost;
use crate::author::ui::{AddBox, SelectGroup};
use crate::rulebook::Locale;

use super::shared_pack::SharedPack;

/// The props of the section.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ExampleSectionProps {
    /// The pack
    pub(super) pack: SharedPack,
    /// Its text
    pub(super) text: Rc<str>,
    /// The text of the scenarios
    pub(super) scenarios: Rc<str>,
    /// The language of the page
    pub(super) locale: Locale,
    /// What only the browser's page can do
    pub(super) host: AuthorHost,
    /// The examples that are shown
    pub(super) suggested: Option<About>,
    /// Shows examples, or none
    pub(super) show: Callback<Option<About>>,
    /// Adds a scenario
    pub(super) add: Callback<String>,
}

/// A menu of the measures, and firms that meet the chosen one or do not.
#[component]
pub(super) fn ExampleSection(props: &ExampleSectionProps) -> Html {
    let texts = use_texts();
    let words = &texts.cases;
    let locale = props.pack.language(props.locale);
    let measures = props.pack.measures.iter().map(|(_, measure)| {
        (measure.id.to_string(), format!("{} ({})", measure.title.get(locale), measure.id))
    });
    let commit = {
        let show = props.show.clone();
        Callback::from(move |id: String| {
            show.emit(Some(About::Measure(id)));
            true
        })
    };
    let title = match &props.suggested {
        Some(About::Measure(id)) => props
            .pack
            .find_measure(id)
            .map(|id| props.pack.measures[id].title.get(locale).to_string()),
        _ => None,
    };
    html! {
        <section>
            <h2>{ words.examples }</h2>
            <p>{ words.examples_intro }</p>
            <AddBox
                label={words.measure}
                add={words.show}
                nothing={words.choose}
                groups={SelectGroup::plain(measures)}
                id="au-example-measure"
                {commit}
            />
            if let (Some(title), Some(about)) = (title, &props.suggested) {
                <h3>{ title }</h3>
                <SuggestionList
                    about={about.clone()}
                    text={Rc::clone(&props.text)}
                    scenarios={Rc::clone(&props.scenarios)}
                    locale={props.locale}
                    host={props.host.clone()}
                    add={props.add.clone()}
                />
            }
        </section>
    }
}
