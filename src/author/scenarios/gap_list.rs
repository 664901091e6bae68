//! What nobody has tried, each with a firm that tries it.

use yew::prelude::*;

use crate::author::checks::GapText;
use crate::author::context::use_texts;
use crate::author::examples::About;
use crate::author::text::fill;
use crate::author::ui::tool;
use crate::author::words::gap_words;

use super::examples::Examples;

/// Gaps that are shown at once.
const PAGE: usize = 30;

/// The props of the list.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct GapListProps {
    /// The gaps
    pub(super) gaps: Vec<GapText>,
    /// The examples of the panel
    pub(super) examples: Examples,
}

/// The gaps in the coverage.
#[component]
pub(super) fn GapList(props: &GapListProps) -> Html {
    let texts = use_texts();
    let most = use_state_eq(|| PAGE);
    if props.gaps.is_empty() {
        return html! { <p>{ texts.gaps_none }</p> };
    }
    let item = |(index, gap): (usize, &GapText)| {
        let about = About::Gap(gap.clone());
        let is_open = props.examples.shown.as_ref() == Some(&about);
        let onclick = {
            let (show, about) = (props.examples.show.clone(), about.clone());
            Callback::from(move |_: MouseEvent| show.emit((!is_open).then(|| about.clone())))
        };
        let words = gap_words(gap, &texts.results, props.examples.locale);
        html! {
            <li key={index}>
                <span>{ &words }</span>{ " " }
                { tool(None, texts.cases.suggest, &words, false, onclick) }
                if is_open {
                    { props.examples.list(about) }
                }
            </li>
        }
    };
    let left = props.gaps.len().saturating_sub(*most);
    let more = {
        let most = most.clone();
        Callback::from(move |_: MouseEvent| most.set(*most + PAGE))
    };
    html! {
        <section>
            <h2>{ fill(texts.gaps, &[&props.gaps.len().to_string()]) }</h2>
            <ul class="au-gaps">{ for props.gaps.iter().enumerate().take(*most).map(item) }</ul>
            if left > 0 {
                <button class="au-button" type="button" onclick={more}>
                    { fill(texts.cases.more, &[&left.min(PAGE).to_string()]) }
                </button>
            }
        </section>
    }
}
