//! Stories of the plan: the steps, the receipt, the application windows, the next round, and
//! printing.

use std::rc::Rc;

use yew::prelude::*;

use super::collection::Collection;
use super::fixture::{Inputs, LONGEST, MANY};
use crate::rulebook::Locale;
use crate::widget::Screen;
use crate::widget::abilities::Abilities;
use crate::widget::checklist::PrintOptions;
use crate::widget::plan::{PrintPanel, ReceiptCard, next_round, plan_screen, steps, windows};
use crate::widget::props::AppProps;
use crate::widget::state::{Action, CopyTarget, State};

const ADDRESS: AttrValue = AttrValue::Static("https://www.example.org/policies/check.html");

/// A picture of one pixel.
const PICTURE: &str = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

const UNSURE: &str = r#"{"registered": {"not-sure": true}, "staff": {"not-sure": true}}"#;

pub(super) fn add(stories: &mut Collection) {
    for (name, answers) in [
        ("with something to ask, to prepare and to find out", MANY),
        ("with the longest texts", LONGEST),
        ("with answers to find out", UNSURE),
    ] {
        let Inputs { evaluation, state, dispatch } =
            stories.fixture().with_answers(answers).build();
        stories.add("plan/steps", name, steps(&evaluation, &state, &dispatch));
    }
    add_receipts(stories);
    for (name, as_of) in
        [("before, within and after", "2019-05-10"), ("on a last day", "2019-03-31")]
    {
        let Inputs { evaluation, state, .. } =
            stories.fixture().with_as_of(as_of).with_answers(MANY).build();
        stories.add("plan/windows", name, windows(&evaluation, &state));
    }
    let Inputs { evaluation, .. } =
        stories.fixture().with_as_of("2019-11-15").with_answers(MANY).build();
    stories.add("plan/next_round", "after the last window", next_round(&evaluation));
    add_panels(stories);
    add_screens(stories);
}

fn add_receipts(stories: &mut Collection) {
    let copied = |target, is_copied| vec![Action::Copied(target, is_copied)];
    for (name, address, actions) in [
        ("on a page", Some(ADDRESS), Vec::new()),
        ("in a file", None, Vec::new()),
        ("copied", Some(ADDRESS), copied(CopyTarget::Link, true)),
        ("not copied", Some(ADDRESS), copied(CopyTarget::Code, false)),
        ("with the picture", Some(ADDRESS), vec![Action::ShowPicture(Some(PICTURE.into()))]),
        ("without a picture", Some(ADDRESS), vec![Action::ShowPicture(None)]),
    ] {
        let fixture = actions
            .into_iter()
            .fold(stories.fixture().with_answers(LONGEST), |fixture, action| fixture.after(action));
        let Inputs { evaluation, state, .. } = fixture.build();
        let evaluation = Rc::unwrap_or_clone(evaluation).with_address(address);
        let plan = state.plan.clone();
        stories.add(
            "plan/receipt",
            name,
            html! { <ReceiptCard evaluation={Rc::new(evaluation)} {plan} /> },
        );
    }
}

fn add_panels(stories: &mut Collection) {
    let selection =
        PrintOptions { is_expanded: true, without_answers: true, ..PrintOptions::default() };
    let selection = selection.with_measure(stories.measure("newcomer"));
    for (name, options) in
        [("collapsed", PrintOptions::default()), ("expanded, with a selection", selection)]
    {
        let evaluation = stories.fixture().with_answers(LONGEST).build().evaluation;
        let languages: Rc<[Locale]> = stories.pack().languages.clone().into();
        let panel = html! { <PrintPanel {evaluation} {options} {languages} style="" /> };
        stories.add("plan/options", name, panel);
    }
}

fn add_screens(stories: &mut Collection) {
    for (name, abilities) in [
        ("in a browser", Abilities::default()),
        ("in an app that neither prints nor downloads", Abilities::of("MicroMessenger/8.0")),
    ] {
        let fixture = stories.fixture().with_answers(MANY).after(Action::Show(Screen::Plan));
        let Inputs { evaluation, state, dispatch } = fixture.build();
        let evaluation =
            Rc::unwrap_or_clone(evaluation).with_address(Some(ADDRESS)).with_abilities(abilities);
        let evaluation = Rc::new(evaluation);
        let props = yew::props!(AppProps {
            pack: evaluation.pack.clone(),
            as_of: evaluation.as_of.asked,
            languages: Rc::<[Locale]>::from(evaluation.pack.rules.languages.clone()),
        });
        let state: &State = &state;
        let screen = plan_screen(&props, &evaluation, state, &dispatch, &Callback::noop());
        stories.add("plan/screen", name, screen);
    }
}
