//! A policy in the list: its name, who it is for, whether it is in force, and how much it asks.

use jiff::civil::Date;
use yew::prelude::*;

use super::list::status;
use crate::engine::PolicyStatus;
use crate::rulebook::ListedPolicy;
use crate::widget::context::on_click;
use crate::widget::text::{Catalogue, fill};
use crate::widget::ui::{Level, heading, lapsed_badge};

/// How a row is rendered.
pub(super) struct Row<'a> {
    pub(super) catalogue: &'a Catalogue,
    /// The level of its heading
    pub(super) level: Level,
    /// The day that decides what is in force; `None` for a page that is rendered for any day
    pub(super) day: Option<Date>,
    pub(super) is_opening: bool,
    pub(super) open: Callback<AttrValue>,
}

/// The row. The whole card is its button, so that fingers hit it; the button contains no heading,
/// which screen readers would not read.
pub(super) fn row(row: &Row<'_>, policy: &ListedPolicy) -> Html {
    let Row { catalogue, level, day, is_opening, open } = row;
    let (id, open) = (AttrValue::from(policy.id.clone()), open.clone());
    let lang = policy.language.tag();
    let [from, to] = [policy.in_force.from, policy.in_force.to].map(|day| {
        let text = day.map(|day| day.to_string()).unwrap_or_default();
        row.day.is_none().then_some(text)
    });
    let text =
        if *is_opening { catalogue.policy_opening().clone() } else { policy.title.clone().into() };
    let button = html! {
        <button
            class="ec-link ec-policy__open"
            id={format!("ec-policy-{id}")}
            type="button"
            aria-busy={is_opening.then_some("true")}
            onclick={on_click(move || open.emit(id.clone()))}
        >
            { text }
        </button>
    };
    html! {
        <li class="ec-policy" data-from={from} data-to={to}>
            <div {lang}>
                { heading(*level, "ec-policy__title", button) }
                if let Some(audience) = &policy.audience {
                    <p>{ audience.to_string() }</p>
                }
            </div>
            { marks(catalogue, policy, *day) }
            <p class="ec-policy__note">{ questions(catalogue, policy) }</p>
        </li>
    }
}

/// Number and period; for any day, one of the three that is right on it.
fn marks(catalogue: &Catalogue, policy: &ListedPolicy, day: Option<Date>) -> Html {
    use PolicyStatus::{InForce, Lapsed, NotYet};
    let wanted = day.map(|day| status(policy, day));
    let statuses = [InForce, Lapsed, NotYet]
        .into_iter()
        .filter(|one| wanted.is_none_or(|wanted| wanted == *one));
    html! {
        for status in statuses {
            <p class="ec-policy__note" data-ec={day.is_none().then_some(status.name())}>
                { mark(catalogue, policy, status) }
            </p>
        }
    }
}

fn mark(catalogue: &Catalogue, policy: &ListedPolicy, status: PolicyStatus) -> Html {
    let text = |text: &AttrValue, day: Option<Date>| {
        day.map(|day| fill(text, &[("day", &catalogue.day(day))])).unwrap_or_default()
    };
    let period = policy.in_force;
    match status {
        PolicyStatus::Lapsed => lapsed_badge(text(catalogue.start_lapsed_mark(), period.to)),
        PolicyStatus::NotYet => lapsed_badge(text(catalogue.not_yet_mark(), period.from)),
        PolicyStatus::InForce => {
            let days = match period.to {
                Some(_) => text(catalogue.valid_until(), period.to),
                None => text(catalogue.valid_since(), period.from),
            };
            let number = policy.number.as_ref().map(|number| number.to_string());
            let parts = number.into_iter().chain([days]).filter(|part| !part.is_empty());
            html! { parts.collect::<Vec<_>>().join(" · ") }
        }
    }
}

/// How many questions there are, and how many a topic usually asks.
fn questions(catalogue: &Catalogue, policy: &ListedPolicy) -> String {
    let count = policy.questions.to_string();
    let all = fill(catalogue.policy_questions(), &[("count", &count)]);
    let Some([fewest, most]) = policy.asked else { return all };
    let (fewest, most) = (fewest.to_string(), most.to_string());
    let asked = if fewest == most {
        fill(catalogue.policy_asked_same(), &[("count", &most)])
    } else {
        fill(catalogue.policy_asked(), &[("fewest", &fewest), ("most", &most)])
    };
    format!("{all}{}{asked}", catalogue.comma())
}
