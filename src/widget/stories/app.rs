//! A whole screen.

use super::scene::LONGEST;
use super::stage::Stage;
use crate::widget::app::answering;
use crate::widget::{Action, Screen};

pub(super) fn add(stage: &mut Stage) {
    let parts = stage.scene().with(LONGEST).after(Action::Show(Screen::Question)).parts();
    let screen = answering(&parts.evaluation, &parts.state, &parts.dispatch);
    let languages = stage.book().languages.clone().into();
    stage.add(
        "app/screen",
        "a question beside the results",
        crate::widget::app::with_toolbar(&parts.evaluation.pack, &languages, false, screen),
    );
}
