//! The measures of the results, by group.
//!
//! One keyed list of headings, notes and cards, so that a card keeps its elements and its state
//! when an answer moves it to another group.

use std::rc::Rc;

use yew::prelude::*;

use super::combination::Alternatives;
use super::groups::Group;
use super::measure_card::MeasureCard;
use super::panel_props::PanelProps;
use super::search_box::is_found;
use crate::engine::NextQuestion;
use crate::rulebook::MeasureId;
use crate::widget::context::Dispatch;
use crate::widget::evaluation::Evaluation;
use crate::widget::state::{Action, Screen};
use crate::widget::text::fill;
use crate::widget::ui::{Level, button, heading, primary_button};

/// The number of measures that a group shows at first, without a search.
///
/// Hidden cards are not rendered, because one answer may move all of them to another group.
const FIRST: usize = 8;

/// All groups; a sentence if no measure matches the search.
pub(super) fn list(
    props: &PanelProps,
    groups: &[(Group, Vec<MeasureId>)],
    alternatives: &[Alternatives<'_>],
    dispatch: &Dispatch,
) -> Html {
    let found = |measures: &[MeasureId]| -> Vec<MeasureId> {
        let is_found = |id: &MeasureId| is_found(&props.evaluation, &props.query, *id);
        measures.iter().copied().filter(is_found).collect()
    };
    let groups = groups.iter().map(|(group, measures)| (*group, found(measures)));
    let groups: Vec<_> = groups.filter(|(_, measures)| !measures.is_empty()).collect();
    let has_results = groups.iter().any(|(group, _)| group.is_result());
    let rows: Vec<Html> = groups
        .iter()
        .flat_map(|(group, measures)| {
            let list = List { props, alternatives, dispatch, has_results };
            list.rows(*group, measures)
        })
        .collect();
    if rows.is_empty() {
        return html! { <p>{ props.evaluation.pack.catalogue.no_measures_found() }</p> };
    }
    html! { <div class="ec-list">{ for rows }</div> }
}

struct List<'a> {
    props: &'a PanelProps,
    alternatives: &'a [Alternatives<'a>],
    dispatch: &'a Dispatch,
    /// Whether there are results above the questions left
    has_results: bool,
}

impl List<'_> {
    fn evaluation(&self) -> &Rc<Evaluation> {
        &self.props.evaluation
    }

    fn level(&self) -> Level {
        self.props.level().below(1)
    }

    /// The heading of a group and the rows below it.
    fn rows(&self, group: Group, measures: &[MeasureId]) -> Vec<Html> {
        let is_found = !self.props.query.is_empty();
        let is_shown = is_found || self.props.shown_groups.contains(&group);
        let first = match group {
            _ if is_found => measures.len(),
            _ if group.is_folded() => 0,
            _ => FIRST,
        };
        let shown = if is_shown { measures.len() } else { first };
        let mut rows = vec![self.heading(group, measures.len(), is_shown)];
        if group == Group::Open {
            rows.extend(self.evaluation().next.as_ref().map(|next| self.go_on(next)));
        }
        let mut noted: Option<usize> = None;
        for (index, id) in measures.iter().enumerate().take(shown) {
            if index == first && !group.is_folded() {
                rows.push(self.more(group, measures.len() - first, true));
            }
            let choice = self.alternatives.iter().position(|choice| choice.measures.contains(id));
            if let Some((index, choice)) =
                choice.zip(choice.and_then(|index| self.alternatives.get(index)))
                && noted != Some(index)
            {
                rows.push(self.choice(group, index, choice));
            }
            noted = choice;
            rows.push(self.card(group, *id, choice.is_some()));
        }
        if measures.len() > first && !is_shown && !group.is_folded() {
            rows.push(self.more(group, measures.len() - first, false));
        }
        rows
    }

    /// The title with the number of measures. A button if the measures are hidden at first.
    fn heading(&self, group: Group, count: usize, is_shown: bool) -> Html {
        let catalogue = &self.evaluation().pack.catalogue;
        let values =
            [("group", group.title(self.evaluation()).as_str()), ("count", &*count.to_string())];
        let title = fill(catalogue.group_title(), &values);
        let content = if group.is_folded() && self.props.query.is_empty() {
            html! {
                <button
                    class="ec-group__toggle"
                    type="button"
                    aria-expanded={is_shown.to_string()}
                    onclick={self.dispatch.on_click(Action::ToggleGroup(group))}
                >
                    { title }
                </button>
            }
        } else {
            html! { title }
        };
        let class = match group.is_folded() {
            true => "ec-group__title ec-group__title--folded",
            false => "ec-group__title",
        };
        html! { <key={format!("group {}", group.name())}>{ heading(self.level(), class, content) }</> }
    }

    /// The button to the next question, the main one while there is nothing to apply for.
    fn go_on(&self, next: &NextQuestion) -> Html {
        let catalogue = &self.evaluation().pack.catalogue;
        let action = match self.props.screen {
            Screen::AllQuestions => Action::GoTo(next.fact),
            _ => Action::Show(Screen::Question),
        };
        let onclick = self.dispatch.on_click(action);
        let button = match self.has_results {
            true => button(catalogue.continue_button(), onclick),
            false => primary_button(catalogue.continue_button(), onclick),
        };
        html! { <p class="ec-group__next" key="next">{ button }</p> }
    }

    fn card(&self, group: Group, measure: MeasureId, is_choice: bool) -> Html {
        let evaluation = self.evaluation();
        html! {
            <MeasureCard
                key={&*evaluation.pack.rules.measures[measure].id}
                evaluation={Rc::clone(evaluation)}
                level={self.level().below(1)}
                {measure}
                {group}
                {is_choice}
                is_expanded={self.props.is_expanded(measure)}
            />
        }
    }

    /// The note above measures of which only one is granted: the limit, and which one counts.
    fn choice(&self, group: Group, index: usize, choice: &Alternatives<'_>) -> Html {
        let evaluation = self.evaluation();
        let catalogue = &evaluation.pack.catalogue;
        let count = match choice.measures.len() {
            2 => catalogue.two().to_string(),
            count => count.to_string(),
        };
        let counted = choice.counted.map(|id| {
            let title = evaluation.text(&evaluation.pack.rules.measures[id].title);
            fill(catalogue.choose_one_counted(), &[("measure", &title)])
        });
        html! {
            <p class="ec-choice" key={format!("choice {index} {}", group.name())}>
                <strong>{ fill(catalogue.choose_one(), &[("count", &count)]) }</strong>
                { " " }
                { evaluation.own(&choice.limit.label) }
                if let Some(counted) = counted {
                    { " " }
                    <span class="ec-choice__counted">{ counted }</span>
                }
            </p>
        }
    }

    /// The button to the other measures. It stays where it is, so that it keeps the focus.
    fn more(&self, group: Group, count: usize, is_shown: bool) -> Html {
        let text = self.evaluation().pack.catalogue.show_more();
        html! {
            <button
                class="ec-link"
                type="button"
                key={format!("more {}", group.name())}
                aria-expanded={is_shown.to_string()}
                onclick={self.dispatch.on_click(Action::ToggleGroup(group))}
            >
                { fill(text, &[("count", &count.to_string())]) }
            </button>
        }
    }
}
