//! Story of a whole screen.

use super::collection::Collection;
use super::fixture::LONGEST;
use crate::widget::question::question_screen;
use crate::widget::{Action, Screen};

pub(super) fn add(stories: &mut Collection) {
    let inputs =
        stories.fixture().with_answers(LONGEST).after(Action::Show(Screen::Question)).build();
    let screen = question_screen(&inputs.evaluation, &inputs.state, &inputs.dispatch);
    stories.add("app/screen", "a question", screen);
}
