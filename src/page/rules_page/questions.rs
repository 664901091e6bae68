//! Every question with its hint and its options, grouped by section.

use yew::prelude::*;

use crate::page::Page;
use crate::page::condition::condition;
use crate::page::elements::{conditions, question_anchor};
use crate::rulebook::{Choice, Decimal, Fact, FactId, FactKind, NumberKind, Section, SectionId};
use crate::widget::{fill_in, unit_title};

/// Anchor of a section of questions.
pub(super) fn anchor(page: &Page<'_>, section: SectionId) -> String {
    format!("questions--{}", page.pack.sections[section].id)
}

pub(super) fn questions(page: &Page<'_>) -> Vec<Html> {
    page.pack.sections.iter().map(|(id, item)| section(page, id, item)).collect()
}

fn section(page: &Page<'_>, id: SectionId, section: &Section) -> Html {
    html! {
        <section class="entry" id={anchor(page, id)}>
            <h3>{ page.own(&section.title) }</h3>
            for (fact_id, fact) in page.pack.facts.iter().filter(|(_, fact)| fact.section == id) {
                { question(page, fact_id, fact) }
            }
        </section>
    }
}

fn question(page: &Page<'_>, id: FactId, fact: &Fact) -> Html {
    html! {
        <details class="question" id={question_anchor(page, id)}>
            <summary><h4>{ page.own(&fact.question) }</h4></summary>
            if let Some(hint) = &fact.hint {
                <p class="note">{ page.own(hint) }</p>
            }
            { answers(page, id, fact) }
            if let Some(when) = &fact.ask_when {
                <div class="formal">
                    <p>{ page.text.asked_when }{ page.text.colon }</p>
                    { conditions(page, &condition(page, when)) }
                </div>
            }
        </details>
    }
}

/// The possible answers.
fn answers(page: &Page<'_>, id: FactId, fact: &Fact) -> Html {
    let text = page.text;
    match &fact.kind {
        FactKind::YesNo => html! { <p class="answers">{ text.yes }{ " / " }{ text.no }</p> },
        FactKind::Date if fact.future => html! { <p class="answers">{ text.a_future_date }</p> },
        FactKind::Date => html! { <p class="answers">{ text.a_date }</p> },
        FactKind::Number(kind) => html! { <p class="answers">{ number(page, kind) }</p> },
        FactKind::Choice(options) => choice(page, id, text.choose_one, options),
        FactKind::Choices(options) => choice(page, id, text.choose_any, options),
    }
}

/// The unit and the bounds of a number.
fn number(page: &Page<'_>, kind: &NumberKind) -> String {
    let text = page.text;
    let bound = |template, bound: Option<Decimal>| {
        bound.map(|bound| fill_in(template, &[("bound", &page.with_unit(bound, &kind.unit))]))
    };
    let bounds = [bound(text.not_less, kind.min), bound(text.not_more, kind.max)];
    let mut parts = vec![format!(
        "{}{}",
        text.a_number,
        text.bracketed(&unit_title(page.locale, page.pack, &kind.unit))
    )];
    parts.extend(bounds.into_iter().flatten());
    parts.join(text.separator)
}

fn choice(page: &Page<'_>, id: FactId, instruction: &'static str, options: &[Choice]) -> Html {
    let question = question_anchor(page, id);
    html! {
        <div>
            <p class="answers">{ instruction }{ page.text.colon }</p>
            <ul class="options">
                for option in options {
                    <li id={format!("{question}--{}", option.id)}>{ page.own(&option.label) }</li>
                }
            </ul>
        </div>
    }
}
