//! The screen of the list: the policies, those in force first, and the way back to saved answers.

use std::rc::Rc;

use jiff::civil::Date;
use yew::prelude::*;

use super::list::List;
use super::list_state::ListState;
use super::row::{Row, row};
use crate::engine::PolicyStatus;
use crate::rulebook::ListedPolicy;
use crate::widget::context::Dispatch;
use crate::widget::restore::{ImportError, RejectedImport, RestoreForm, general_error_text};
use crate::widget::state::Action;
use crate::widget::text::fill;
use crate::widget::ui::text_field::input_value;
use crate::widget::ui::{Level, heading, heading_target, ids, title_bar};

/// The number of policies from which a search is offered.
const MANY: usize = 6;

/// What the screen shows.
pub(in crate::widget) struct ListView<'a> {
    pub(in crate::widget) list: &'a List,
    pub(in crate::widget) state: &'a ListState,
    /// The day that decides what is in force; `None` for a page that is rendered for any day
    pub(in crate::widget) day: Option<Date>,
    pub(in crate::widget) level: Level,
    /// The policy that is loading
    pub(in crate::widget) opening: Option<&'a str>,
    pub(in crate::widget) open: Callback<AttrValue>,
    pub(in crate::widget) dispatch: &'a Dispatch,
}

/// The whole screen.
pub(in crate::widget) fn list_screen(view: &ListView<'_>) -> Html {
    let ListView { list, state, level, .. } = view;
    let catalogue = &list.catalogue;
    let day = view.day.unwrap_or_default();
    // For any day, all policies are in the first list. The page moves them (early.js).
    let is_first: fn(PolicyStatus) -> bool = match view.day {
        Some(_) => |status| status == PolicyStatus::InForce,
        None => |_| true,
    };
    let first: Vec<&ListedPolicy> = list.found(&state.query, day, is_first).collect();
    let others: Vec<&ListedPolicy> = match view.day {
        Some(day) => {
            list.found(&state.query, day, |status| status != PolicyStatus::InForce).collect()
        }
        None => Vec::new(),
    };
    let is_none = first.is_empty() && others.is_empty();
    let has_others = !others.is_empty() || view.day.is_none();
    html! {
        <div class="ec-start ec-policies">
            { title_bar(Html::default()) }
            <div class="ec-start__head">
                {
                    heading_target(
                        *level, "ec-start__title", ids::HEADING,
                        html! { catalogue.policies_title() },
                    )
                }
                <p>{ catalogue.policies_hint() }</p>
            </div>
            if list.policies.len() >= MANY {
                { search_box(view) }
            }
            if is_none {
                <p role="status">{ catalogue.no_policy_found() }</p>
            }
            if !first.is_empty() {
                <ul class="ec-policies__list">{ for first.iter().map(|policy| one(view, 1, policy)) }</ul>
            }
            if has_others {
                <div data-ec={view.day.is_none().then_some("others")}>
                    {
                        heading(
                            level.below(1), "ec-policies__others",
                            html! { catalogue.other_policies_title() },
                        )
                    }
                    <ul class="ec-policies__list">
                        { for others.iter().map(|policy| one(view, 2, policy)) }
                    </ul>
                </div>
            }
            <RestoreForm
                catalogue={Rc::clone(catalogue)}
                code={AttrValue::from(Rc::clone(&state.code_draft))}
                error={state.rejected.as_ref().map(|rejected| error(list, rejected))}
            />
            <p class="ec-start__note">{ catalogue.privacy_note() }</p>
        </div>
    }
}

fn one(view: &ListView<'_>, depth: u8, policy: &ListedPolicy) -> Html {
    let style = Row {
        catalogue: &view.list.catalogue,
        level: view.level.below(depth),
        day: view.day,
        is_opening: view.opening == Some(&*policy.id),
        open: view.open.clone(),
    };
    row(&style, policy)
}

fn search_box(view: &ListView<'_>) -> Html {
    const ID: &str = "ec-policy-search";
    let dispatch = view.dispatch.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        dispatch.emit(Action::SetQuery(input_value(&event)))
    });
    html! {
        <div class="ec-field">
            <label class="ec-field__label" for={ID}>
                { view.list.catalogue.policies_search_label() }
            </label>
            <input
                class="ec-input ec-input--wide"
                type="search"
                id={ID}
                value={AttrValue::from(Rc::clone(&view.state.query))}
                autocomplete="off"
                {oninput}
            />
        </div>
    }
}

/// The source of a rejected import, and its message.
fn error(list: &List, rejected: &RejectedImport) -> (crate::widget::ImportSource, AttrValue) {
    let catalogue = &list.catalogue;
    let text = match &rejected.error {
        ImportError::FileOfOtherPack(theirs) => {
            fill(catalogue.file_of_no_policy(), &[("theirs", theirs)])
        }
        ImportError::NotASavedFile => {
            fill(catalogue.not_a_saved_file(), &[("name", "eligibility-answers.json")])
        }
        error => general_error_text(catalogue, error)
            .unwrap_or_else(|| catalogue.code_of_no_policy().to_string()),
    };
    (rejected.import.source, text.into())
}
