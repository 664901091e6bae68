//! The bar of the question screen: the way back, where the interview is, and the way to the
//! results.

use yew::prelude::*;

use crate::engine::{Outcome, PolicyStatus, Wanted};
use crate::rulebook::RulePack;
use crate::widget::context::Dispatch;
use crate::widget::evaluation::Evaluation;
use crate::widget::state::{Action, Screen, State};
use crate::widget::text::fill;
use crate::widget::ui::{back_button, bar, link_button};

/// The position in the interview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::widget) struct Progress {
    /// The number of the screen, from 1
    pub(in crate::widget) number: usize,
    /// An estimate of the number of all screens; `None` if the pack has none for the topics
    pub(in crate::widget) total: Option<usize>,
}

impl Progress {
    /// The position on the current question screen.
    ///
    /// The estimate is the usual number of screens of the topics, as long as it is possible: there
    /// is at least one more screen if a question is left, and at most as many as can be left.
    pub(in crate::widget) fn of(evaluation: &Evaluation, state: &State) -> Progress {
        let number = state.visited_screens() + 1;
        let left = screens_left(evaluation, state);
        let usual = usual_screens(&evaluation.pack.rules, &evaluation.wanted);
        let total = usual.map(|usual| usual.clamp(number + left.min(1), number + left));
        Progress { number, total }
    }
}

/// The most screens that can follow the current one.
fn screens_left(evaluation: &Evaluation, state: &State) -> usize {
    let Some(next) = &evaluation.next else { return 0 };
    let is_current = |fact| state.asked().contains(fact);
    let is_here = state.asked().is_empty() || next.questions.iter().any(is_current);
    next.max_screens - usize::from(is_here && next.max_screens > 0)
}

/// The usual number of screens of an interview about these topics; `None` if it is not known.
///
/// Topics share questions, so each topic but the longest counts half.
fn usual_screens(rules: &RulePack, wanted: &Wanted) -> Option<usize> {
    let chosen = wanted.topics();
    let topics = rules.topics.iter();
    let topics =
        topics.filter(|(id, topic)| topic.ask && (chosen.is_empty() || chosen.contains(id)));
    let screens: Vec<usize> =
        topics.map(|(_, topic)| topic.screens.map(usize::from)).collect::<Option<_>>()?;
    let most = screens.iter().copied().max()?;
    Some(most + (screens.iter().sum::<usize>() - most) / 2)
}

/// The bar, and the segments below it.
pub(super) fn progress_bar(evaluation: &Evaluation, state: &State, dispatch: &Dispatch) -> Html {
    let catalogue = &evaluation.pack.catalogue;
    let back = back_button(catalogue.back_button(), dispatch.on_click(Action::Back));
    let results = match in_reach(evaluation) {
        0 => catalogue.see_results().to_string(),
        count => fill(catalogue.results_so_far(), &[("count", &count.to_string())]),
    };
    let results = link_button(results, dispatch.on_click(Action::Show(Screen::Results)));
    let is_change = state.return_to().is_some();
    let progress = Progress::of(evaluation, state);
    let title = if is_change {
        html! { catalogue.change_title() }
    } else {
        title(evaluation, progress)
    };
    html! {
        <>
            { bar(back, title, results) }
            <div class="ec-progress">
                <div class="ec-progress__segments" aria-hidden="true">
                    for index in 0..progress.total.filter(|_| !is_change).unwrap_or_default() {
                        <span
                            class={classes!("ec-progress__segment", (index < progress.number).then_some("ec-progress__segment--done"))}
                        />
                    }
                </div>
                if state.today().status == PolicyStatus::Lapsed || evaluation.is_lapsed() {
                    <span class="ec-progress__mark">{ catalogue.lapsed_mark() }</span>
                }
            </div>
        </>
    }
}

/// The topic, and the number of the screen: `4 / 8`, and in words for screen readers.
fn title(evaluation: &Evaluation, progress: Progress) -> Html {
    let catalogue = &evaluation.pack.catalogue;
    let number = progress.number.to_string();
    let (short, long) = match progress.total.map(|total| total.to_string()) {
        Some(total) => {
            let numbers = [("number", &*number), ("total", &*total)];
            (format!("{number} / {total}"), fill(catalogue.question_number_of(), &numbers))
        }
        None => {
            let long = fill(catalogue.question_number(), &[("number", &number)]);
            (long.clone(), long)
        }
    };
    html! {
        <>
            <span class="ec-bar__topic">{ topic_text(evaluation) }</span>
            <span class="ec-bar__number" aria-hidden="true">{ short }</span>
            <span class="ec-hidden">{ long }</span>
        </>
    }
}

/// The chosen topic, or the first of several; that everything is asked about if none is chosen.
fn topic_text(evaluation: &Evaluation) -> String {
    let (catalogue, rules) = (&evaluation.pack.catalogue, &evaluation.pack.rules);
    let topics = evaluation.wanted.topics();
    match topics.split_first() {
        None if rules.topics.is_empty() => String::new(),
        None => catalogue.all_topics_title().to_string(),
        Some((first, rest)) => {
            let topic = evaluation.text(&rules.topics[*first].title);
            if rest.is_empty() {
                return topic.to_string();
            }
            let count = topics.len().to_string();
            fill(catalogue.several_topics(), &[("topic", &topic), ("count", &count)])
        }
    }
}

/// The number of measures asked about that can be applied for, now or once settled.
fn in_reach(evaluation: &Evaluation) -> usize {
    let is_wanted = |id| evaluation.wanted.weight(id) > 0;
    let reached = evaluation.assessment.iter().filter(|(id, assessed)| {
        is_wanted(*id) && assessed.outcome.is_possible() && assessed.outcome != Outcome::Open
    });
    reached.count()
}
