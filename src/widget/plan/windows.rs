//! When to apply: each application window, compared with the day of the host.

use std::rc::Rc;

use yew::prelude::*;

use super::steps::plan_measures;
use crate::engine::{Outcome, Truth, days_left, windows_for};
use crate::rulebook::{Date, MeasureId, Period};
use crate::widget::evaluation::Evaluation;
use crate::widget::export::save_windows_button;
use crate::widget::state::State;
use crate::widget::text::{days_left_text, fill, period_text};
use crate::widget::ui::heading;

/// A window on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WindowStatus {
    /// Its last day has passed
    Over,
    /// It is open for this number of days after the day, 0 on the last one
    DaysLeft(i64),
    /// It is open, without a published end
    Open,
    /// It begins on this day
    From(Date),
}

/// The status of a window on a day.
pub fn window_status(period: &Period, day: Date) -> WindowStatus {
    match (period.from, period.to) {
        (_, Some(to)) if to < day => WindowStatus::Over,
        (Some(from), _) if from > day => WindowStatus::From(from),
        (_, Some(to)) => WindowStatus::DaysLeft(days_left(day, to)),
        (_, None) => WindowStatus::Open,
    }
}

/// The windows of the measures that can be applied for, and the button for the calendar; empty if
/// none is published.
pub(in crate::widget) fn windows(evaluation: &Rc<Evaluation>, state: &State) -> Html {
    let (catalogue, rules) = (&evaluation.pack.catalogue, &evaluation.pack.rules);
    let mut measures = plan_measures(evaluation);
    let open = evaluation.assessment.iter().filter(|(id, assessed)| {
        evaluation.wanted.includes(*id) && assessed.outcome == Outcome::Open && assessed.can_be_met
    });
    measures.extend(open.map(|(id, _)| id));
    measures.retain(|id| !windows_for(&evaluation.context(), *id).is_empty());
    measures.dedup();
    if measures.is_empty() {
        return Html::default();
    }
    let day = state.today().asked;
    html! {
        <section class="ec-plan__section">
            { heading(evaluation.level.below(1), "ec-plan__heading", html! { catalogue.windows_title() }) }
            <ul class="ec-plan__list">
                for id in measures {
                    <li>
                        <p class="ec-plan__name">{ evaluation.own(&rules.measures[id].title) }</p>
                        { measure_windows(evaluation, id, day) }
                    </li>
                }
            </ul>
            { save_windows_button(evaluation, &state.print_options) }
        </section>
    }
}

fn measure_windows(evaluation: &Evaluation, id: MeasureId, day: Date) -> Html {
    let catalogue = &evaluation.pack.catalogue;
    let windows = windows_for(&evaluation.context(), id).into_iter().map(|(window, truth)| {
        let days = period_text(catalogue, &window.period).unwrap_or_default();
        let label = window.label.as_ref().map(|label| evaluation.text(label));
        let status = window_status(&window.period, day);
        let class = match status {
            WindowStatus::Over => "ec-plan__status ec-plan__status--over",
            _ => "ec-plan__status",
        };
        html! {
            <li class="ec-plan__window">
                <span>
                    { days }
                    if let Some(label) = label {
                        { catalogue.bracketed(&label) }
                    }
                    if truth == Truth::Unknown {
                        { catalogue.bracketed(catalogue.need_if_applicable()) }
                    }
                </span>
                if let Some(text) = status_text(evaluation, status) {
                    <span {class}>{ text }</span>
                }
            </li>
        }
    });
    html! { <ul>{ for windows }</ul> }
}

fn status_text(evaluation: &Evaluation, status: WindowStatus) -> Option<String> {
    let catalogue = &evaluation.pack.catalogue;
    Some(match status {
        WindowStatus::Over => catalogue.window_over().to_string(),
        WindowStatus::DaysLeft(days) => days_left_text(catalogue, days),
        WindowStatus::From(day) => fill(catalogue.period_since(), &[("from", &catalogue.day(day))]),
        WindowStatus::Open => return None,
    })
}
