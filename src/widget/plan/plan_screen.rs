//! The plan screen: the steps, the receipt, the application windows, the next round, and the
//! checklist.

use std::rc::Rc;

use yew::prelude::*;

use super::next_round::next_round;
use super::print_options::PrintPanel;
use super::receipt_card::{ReceiptCard, picture_button};
use super::steps::steps;
use super::windows::windows;
use crate::widget::checklist::{Bilingual, checklist_document, page_margins, second_language};
use crate::widget::context::{Dispatch, on_click};
use crate::widget::evaluation::Evaluation;
use crate::widget::pack::Pack;
use crate::widget::props::AppProps;
use crate::widget::question::doubts;
use crate::widget::state::{Action, PrintOption, State};
use crate::widget::ui::{back_button, bar, footer, heading, heading_target, ids, primary_button};

/// The whole screen. `print` prints the checklist with an `@page` rule.
pub(in crate::widget) fn plan_screen(
    props: &AppProps,
    evaluation: &Rc<Evaluation>,
    state: &State,
    dispatch: &Dispatch,
    print: &Callback<String>,
) -> Html {
    let catalogue = &evaluation.pack.catalogue;
    let options = &state.print_options;
    let second = second_pack(props).filter(|_| options.is_bilingual);
    let back = back_button(catalogue.plan_back_button(), dispatch.on_click(Action::Back));
    let title = html! { catalogue.plan_title() };
    html! {
        <div class="ec-plan">
            {
                bar(
                    back,
                    heading_target(evaluation.level, "ec-topbar__heading", ids::HEADING, title),
                    Html::default(),
                )
            }
            { doubts(evaluation, state, dispatch) }
            { steps(evaluation, state, dispatch) }
            if !evaluation.abilities.prints {
                <p class="ec-plan__notice">{ catalogue.built_in_note() }</p>
            }
            <ReceiptCard evaluation={Rc::clone(evaluation)} plan={state.plan.clone()} />
            { windows(evaluation, state) }
            { next_round(evaluation) }
            if evaluation.abilities.prints {
                <section class="ec-plan__section">
                    { heading(evaluation.level.below(1), "ec-plan__heading", html! { catalogue.save_title() }) }
                    <PrintPanel
                        evaluation={Rc::clone(evaluation)}
                        options={options.clone()}
                        languages={Rc::clone(&props.languages)}
                        second={second.clone()}
                        style={props.style.text.clone()}
                    />
                    { preview_button(evaluation, state, dispatch) }
                </section>
            }
            { sheet(evaluation, second, state) }
            {
                footer(if evaluation.abilities.prints {
                    print_button(evaluation, print)
                } else {
                    picture_button(evaluation, &props.host, dispatch, primary_button)
                })
            }
        </div>
    }
}

fn print_button(evaluation: &Rc<Evaluation>, print: &Callback<String>) -> Html {
    let label = evaluation.pack.catalogue.print_button();
    let (evaluation, print) = (Rc::clone(evaluation), print.clone());
    primary_button(label.clone(), on_click(move || print.emit(page_margins(&evaluation))))
}

/// Shows and hides the checklist on the screen.
fn preview_button(evaluation: &Evaluation, state: &State, dispatch: &Dispatch) -> Html {
    let onclick = dispatch.on_click(Action::TogglePrintOption(PrintOption::Sheet));
    html! {
        <button
            class="ec-link"
            type="button"
            aria-expanded={state.print_options.is_sheet_shown.to_string()}
            {onclick}
        >
            { evaluation.pack.catalogue.plan_preview_button() }
        </button>
    }
}

/// The checklist. It is rendered even if the screen does not show it, because it is printed.
fn sheet(evaluation: &Evaluation, second: Option<Pack>, state: &State) -> Html {
    let mut first = evaluation.clone();
    first.level = first.level.below(1);
    let second = second.map(|pack| first.in_language(pack));
    let languages = Bilingual { first: &first, second: second.as_ref() };
    let is_shown = state.print_options.is_sheet_shown && evaluation.abilities.prints;
    let class = if is_shown { "ec-plan__sheet" } else { "ec-plan__sheet ec-plan__sheet--hidden" };
    html! {
        <div {class}>
            { checklist_document(languages, &state.print_options, &AttrValue::default()) }
        </div>
    }
}

/// The pack in the second language, if it is loaded and has the same fingerprint.
fn second_pack(props: &AppProps) -> Option<Pack> {
    let wanted = second_language(props.pack.locale, &props.languages)?;
    let is_wanted = |pack: &&Pack| {
        pack.locale == wanted && pack.rules.fingerprint == props.pack.rules.fingerprint
    };
    props.second_pack.as_ref().filter(is_wanted).cloned()
}
