//! The printed checklist, without interactive elements.
//!
//! # Why
//!
//! It is a separate document, not a copy of the screen. The header comes first: the policy, the
//! as-of date, whether the policy was in force, and that the result is only an indication. A block
//! for each possible measure follows, then all materials, each once, and the receipt that restores
//! the answers. The firm's name is filled in by hand: the widget never asks for it.

use yew::prelude::*;

use super::bilingual::Bilingual;
use super::content::Content;
use super::handwritten::{firm_details, officer_lines};
use super::header::header;
use super::materials::materials;
use super::measure_block::measure_block;
use super::notices::checklist_notices;
use super::options::PrintOptions;
use super::other_measures::{listed_only, other_measures, other_measures_among};
use super::receipt::receipt;
use super::sources::sources;
use super::summary::summary;
use crate::engine::Outcome;

/// The whole checklist. `printed_at` is the date and time of printing; it is empty on the screen.
pub(in crate::widget) fn checklist_document(
    languages: Bilingual<'_>,
    options: &PrintOptions,
    printed_at: &AttrValue,
) -> Html {
    let content = Content::new(languages.first, options);
    let first = content.evaluation(languages.first);
    let second = languages.second.map(|second| content.evaluation(second));
    let languages = Bilingual { first: &first, second: second.as_ref() };
    let others = |outcome| {
        if content.is_complete() {
            other_measures(languages, outcome)
        } else {
            other_measures_among(languages, outcome, &content.impossible)
        }
    };
    let blocks = content.measures.iter().enumerate();
    html! {
        <article class="ec-checklist" lang={first.pack.locale.tag()}>
            { header(languages, &content, printed_at) }
            { firm_details(languages) }
            { summary(languages, &content) }
            for (index, id) in blocks {
                { measure_block(languages, *id, index + 1, content.with_answers) }
            }
            { listed_only(languages, &content) }
            { others(Outcome::NotMet) }
            { others(Outcome::NotInForce) }
            { others(Outcome::NotApplicable) }
            { materials(languages, &content.measures) }
            { checklist_notices(languages) }
            { sources(languages) }
            if content.with_answers {
                { receipt(languages) }
            } else {
                { officer_lines(languages) }
            }
        </article>
    }
}
