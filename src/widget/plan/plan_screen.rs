//! The plan on the screen.

use std::rc::Rc;

use yew::prelude::*;

use crate::widget::checklist::{Bilingual, ChecklistPanel, checklist_document, second_language};
use crate::widget::context::Dispatch;
use crate::widget::evaluation::Evaluation;
use crate::widget::pack::Pack;
use crate::widget::props::AppProps;
use crate::widget::state::{Action, State};
use crate::widget::ui::button;

/// The whole screen. `print` prints the checklist with an `@page` rule.
pub(in crate::widget) fn plan_screen(
    props: &AppProps,
    evaluation: &Rc<Evaluation>,
    state: &State,
    dispatch: &Dispatch,
    print: &Callback<String>,
) -> Html {
    let options = &state.print_options;
    let second = second_pack(props).filter(|_| options.is_bilingual);
    let second_evaluation = second.clone().map(|pack| evaluation.in_language(pack));
    let languages = Bilingual { first: evaluation, second: second_evaluation.as_ref() };
    let back = dispatch.on_click(Action::Back);
    html! {
        <div>
            <div class="ec__actions">{ button(evaluation.pack.catalogue.questions_button(), back) }</div>
            <div>
                <ChecklistPanel
                    evaluation={Rc::clone(evaluation)}
                    options={options.clone()}
                    languages={Rc::clone(&props.languages)}
                    {second}
                    style={props.style.text.clone()}
                    print={print.clone()}
                />
            </div>
            <div>{ checklist_document(languages, options, &AttrValue::default()) }</div>
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
