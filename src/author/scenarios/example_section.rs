//! Examples of a measure that the person chooses.

use yew::prelude::*;

use crate::author::context::use_texts;
use crate::author::examples::About;
use crate::author::ui::{AddBox, SelectGroup};

use super::examples::Examples;
use super::shared_pack::SharedPack;

/// The props of the section.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ExampleSectionProps {
    /// The pack
    pub(super) pack: SharedPack,
    /// The examples of the panel
    pub(super) examples: Examples,
}

/// A menu of the measures, and firms that meet the chosen one or do not.
#[component]
pub(super) fn ExampleSection(props: &ExampleSectionProps) -> Html {
    let texts = use_texts();
    let words = &texts.cases;
    let locale = props.pack.language(props.examples.locale);
    let measures = props.pack.measures.iter().map(|(_, measure)| {
        (measure.id.to_string(), format!("{} ({})", measure.title.get(locale), measure.id))
    });
    let commit = {
        let show = props.examples.show.clone();
        Callback::from(move |id: String| {
            show.emit(Some(About::Measure(id)));
            true
        })
    };
    let title = match &props.examples.shown {
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
            if let (Some(title), Some(about)) = (title, &props.examples.shown) {
                <h3>{ title }</h3>
                { props.examples.list(about.clone()) }
            }
        </section>
    }
}
