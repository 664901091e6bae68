//! The answers of a scenario.

use yew::prelude::*;

use crate::author::scenario_files::ScenarioEdit;
use crate::author::text::fill;
use crate::author::ui::tool;
use crate::rulebook::Json;

use super::add_menu::{AddMenu, add_menu};
use super::answer_field::{answer_field, first_answer, is_accepted};
use super::card::Card;

/// All answers, and a menu of the other questions.
pub(super) fn answers_view(card: &Card<'_>) -> Html {
    let texts = &card.texts.cases;
    let answers = card.json.get("answers").map(Json::entries).unwrap_or_default();
    html! {
        <section aria-label={texts.answers}>
            <h4>{ texts.answers }</h4>
            if answers.is_empty() {
                <p>{ texts.no_answers }</p>
            }
            <ul class="au-answers">
                { for answers.iter().map(|(id, answer)| answer_item(card, id, answer)) }
            </ul>
            { other_answers(card, answers) }
        </section>
    }
}

fn answer_item(card: &Card<'_>, id: &str, answer: &Json) -> Html {
    let texts = &card.texts.cases;
    let remove =
        card.on_click(vec![ScenarioEdit::Answer(id.to_owned(), None)], Some(card.id("add-answer")));
    let fact = card.pack.find_fact(id).map(|fact| &card.pack.facts[fact]);
    let about =
        fact.map_or_else(|| id.to_owned(), |fact| fact.question.get(card.locale).to_string());
    let control = match fact {
        None => html! {
            <p class="au-field__error">{ fill(texts.unknown_fact, &[id]) }{ " " }
                <code>{ answer.to_text() }</code>
            </p>
        },
        Some(fact) => {
            let commit = {
                let (id, pack, fact) = (id.to_owned(), card.pack.clone(), fact.clone());
                card.on_value(move |answer: Json| {
                    is_accepted(&pack, &fact, &answer)
                        .then(|| ScenarioEdit::Answer(id.clone(), Some(answer)))
                })
            };
            let field = card.id(&format!("answer-{id}"));
            answer_field(card.pack, card.locale, fact, answer, &field, card.texts, &commit)
        }
    };
    html! {
        <li class="au-answers__item" key={id.to_owned()}>
            { control }
            { tool(None, texts.remove, &about, false, remove) }
        </li>
    }
}

/// A menu of the other questions.
fn other_answers(card: &Card<'_>, answers: &[(String, Json)]) -> Html {
    let facts = card.pack.facts.iter().map(|(_, fact)| fact);
    let facts = facts.map(|fact| (fact.id.to_string(), fact.question.get(card.locale).to_string()));
    let pack = card.pack.clone();
    let label = card.texts.cases.add_answer;
    let menu = AddMenu { label, field: "add-answer", added: "answer" };
    add_menu(card, menu, answers, facts, move |id| {
        let answer = first_answer(&pack.facts[pack.find_fact(id)?]);
        Some(ScenarioEdit::Answer(id.to_owned(), Some(answer)))
    })
}
