//! The start screen of a policy that has lapsed: what applies now comes first, and the old rules
//! are a deliberate second step.

use yew::prelude::*;

use super::policy_number;
use crate::rulebook::{Document, Office};
use crate::widget::context::Dispatch;
use crate::widget::evaluation::Evaluation;
use crate::widget::results::contact;
use crate::widget::state::{Action, Screen};
use crate::widget::text::{fill, period_text};
use crate::widget::ui::link::{page_link, web_link};
use crate::widget::ui::{button_with_id, heading, heading_target, ids, lapsed_badge, title_bar};

/// The mark, the heading, and two cards.
pub(super) fn lapsed(evaluation: &Evaluation, dispatch: &Dispatch) -> Html {
    let (catalogue, rules) = (&evaluation.pack.catalogue, &evaluation.pack.rules);
    let day = rules.in_force.to.map(|to| catalogue.day(to)).unwrap_or_default();
    let period = period_text(catalogue, &rules.in_force).unwrap_or_default();
    let number = policy_number(evaluation).unwrap_or_default();
    let open_day = dispatch.on_click(Action::Show(Screen::Day));
    html! {
        <>
            { title_bar(html! { evaluation.own(&rules.title) }) }
            <div class="ec-start__head">
                <p>{ lapsed_badge(fill(catalogue.start_lapsed_mark(), &[("day", &day)])) }</p>
                {
                    heading_target(
                        evaluation.level, "ec-start__title", ids::HEADING,
                        html! { catalogue.lapsed_title() },
                    )
                }
                <p>{ fill(catalogue.lapsed_period(), &[("number", &number), ("days", &period)]) }</p>
            </div>
            <section class="ec-choice-card ec-choice-card--first">
                { heading(evaluation.level.below(1), "ec-choice-card__title", html! { catalogue.now_title() }) }
                { what_applies_now(evaluation) }
            </section>
            <section class="ec-choice-card">
                { heading(evaluation.level.below(1), "ec-choice-card__title", html! { catalogue.history_title() }) }
                <p>{ catalogue.history_text() }</p>
                { button_with_id(ids::DAY_STEP, "ec-button", catalogue.history_button(), open_day) }
            </section>
        </>
    }
}

/// What the pack says about the current rules. Without that, only what the texts say: the documents
/// that follow this policy, and the offices that took applications.
fn what_applies_now(evaluation: &Evaluation) -> Html {
    let (catalogue, rules) = (&evaluation.pack.catalogue, &evaluation.pack.rules);
    if let Some(instead) = &rules.instead {
        return html! {
            <>
                <p>{ evaluation.own(&instead.text) }</p>
                { contact(evaluation, instead.phone.as_ref(), None) }
                if let Some(url) = &instead.url {
                    { page_link(url, "ec-button ec-button--main", catalogue.instead_button()) }
                }
            </>
        };
    }
    let documents = rules.followed_by.iter().map(|number| {
        let mut documents = rules.documents.iter().map(|(_, document)| document);
        let document = documents.find(|document| document.number.as_ref() == Some(number));
        html! { <li>{ later_document(evaluation, number, document) }</li> }
    });
    html! {
        <>
            <p>{ catalogue.no_successor() }</p>
            if !rules.followed_by.is_empty() {
                <ul>{ for documents }</ul>
            }
            if !rules.offices.is_empty() {
                <p>{ catalogue.ask_offices() }</p>
                <ul>
                    for (_, office) in rules.offices.iter() {
                        <li>{ office_line(evaluation, office) }</li>
                    }
                </ul>
            }
        </>
    }
}

fn later_document(evaluation: &Evaluation, number: &str, document: Option<&Document>) -> Html {
    let catalogue = &evaluation.pack.catalogue;
    let role = format!("{}{}", catalogue.timeline_later(), catalogue.colon());
    let Some(document) = document else { return html! { format!("{role}{number}") } };
    let title = evaluation.text(&document.title);
    let days = period_text(catalogue, &document.in_force)
        .map(|days| catalogue.bracketed(&days))
        .unwrap_or_default();
    let name = html! { format!("{number} {title}") };
    html! {
        <>
            { role }
            if let Some(url) = &document.url {
                { web_link(url, name) }
            } else {
                { name }
            }
            { days }
        </>
    }
}

fn office_line(evaluation: &Evaluation, office: &Office) -> Html {
    html! {
        <>
            { evaluation.own(&office.title) }
            { contact(evaluation, office.phone.as_ref(), office.url.as_ref()) }
        </>
    }
}
