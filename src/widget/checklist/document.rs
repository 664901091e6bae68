//! The checklist as it is printed: what a firm brings and an officer needs, and nothing to click.
//!
//! # Why
//!
//! It is a document of its own, not the screen on paper. It begins with what a reader must know first (whose rules, on which
//! day, in force or not, only an indication), then says for each measure in reach where to go with what, and ends with all
//! materials once and with the receipt that restores the same answers. No name is ever typed: there are lines for it.

use yew::prelude::*;

use super::bilingual::Bilingual;
use super::content::Content;
use super::handwritten::{firm_details, officer_lines};
use super::head::head;
use super::materials::materials;
use super::measure_block::measure_block;
use super::notices::checklist_notices;
use super::options::PrintOptions;
use super::others::{named, others, others_of};
use super::receipt::receipt;
use super::summary::summary;
use crate::engine::Outcome;

/// The whole checklist. `printed_at` is the day and time of printing; it is empty until then.
pub(in crate::widget) fn document(
    languages: Bilingual<'_>,
    options: &PrintOptions,
    printed_at: &AttrValue,
) -> Html {
    let content = Content::new(languages.first, options);
    let first = content.evaluation(languages.first);
    let second = languages.second.map(|second| content.evaluation(second));
    let languages = Bilingual { first: &first, second: second.as_ref() };
    let others = |outcome| {
        if content.is_whole() {
            others(languages, outcome)
        } else {
            others_of(languages, outcome, &content.out_of_reach)
        }
    };
    let blocks = content.measures.iter().enumerate();
    html! {
        <article class="ec-checklist" lang={first.pack.locale.tag()}>
            { head(languages, &content, printed_at) }
            { firm_details(languages) }
            { summary(languages, &content) }
            for (index, id) in blocks {
                { measure_block(languages, *id, index + 1, content.with_answers) }
            }
            { named(languages, &content) }
            { others(Outcome::NotMet) }
            { others(Outcome::NotInForce) }
            { others(Outcome::NotApplicable) }
            { materials(languages, &content.measures) }
            { checklist_notices(languages) }
            if content.with_answers {
                { receipt(languages) }
            } else {
                { officer_lines(languages) }
            }
        </article>
    }
}
