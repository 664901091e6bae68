//! Buttons that save files. A file without content has no button, and a browser that cannot
//! download has none.

use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use super::answers::answers_json;
use super::download::{download, open_download};
use super::file::{FileKind, file_name};
use super::materials_csv::materials_csv;
use super::windows_ics::{first_day_ics, windows_ics};
use crate::widget::checklist::{PrintOptions, StandalonePage, standalone_html};
use crate::widget::context::on_click;
use crate::widget::evaluation::Evaluation;
use crate::widget::hooks::local_time;
use crate::widget::pack::Pack;
use crate::widget::ui::button;

/// A button that saves the answers.
pub(in crate::widget) fn save_answers_button(evaluation: &Rc<Evaluation>) -> Html {
    let title = evaluation.pack.catalogue.save_answers_button();
    save_button(title, FileKind::Answers, evaluation, answers_json)
}

/// A button that saves the checklist as a standalone page, in two languages if `second` is given.
pub(in crate::widget) fn save_page_button(
    evaluation: &Rc<Evaluation>,
    second: Option<Pack>,
    options: &PrintOptions,
    style: &AttrValue,
) -> Html {
    let title = evaluation.pack.catalogue.save_page_button().clone();
    let (evaluation, options, style) = (Rc::clone(evaluation), options.clone(), style.clone());
    let save = on_click(move || {
        let first = Evaluation::clone(&evaluation);
        let page = StandalonePage {
            second: second.clone().map(|pack| first.in_language(pack)),
            options: options.clone(),
            printed_at: local_time().into(),
            style: style.clone(),
            first,
        };
        let name = file_name(FileKind::Page, &evaluation.pack.rules, evaluation.as_of.asked);
        spawn_local(async move { download(FileKind::Page, &name, &standalone_html(page).await) });
    });
    button(title, save)
}

/// A button that saves the materials as a table.
pub(in crate::widget) fn save_materials_button(
    evaluation: &Rc<Evaluation>,
    options: &PrintOptions,
) -> Html {
    if materials_csv(evaluation, options).is_none() {
        return Html::default();
    }
    let title = evaluation.pack.catalogue.save_materials_button();
    let options = options.clone();
    save_button(title, FileKind::Materials, evaluation, move |evaluation| {
        materials_csv(evaluation, &options).unwrap_or_default()
    })
}

/// A button that saves the application windows for a calendar.
pub(in crate::widget) fn save_windows_button(
    evaluation: &Rc<Evaluation>,
    options: &PrintOptions,
) -> Html {
    if windows_ics(evaluation, options).is_none() {
        return Html::default();
    }
    let title = evaluation.pack.catalogue.save_windows_button();
    let options = options.clone();
    save_button(title, FileKind::Windows, evaluation, move |evaluation| {
        windows_ics(evaluation, &options).unwrap_or_default()
    })
}

/// A button that saves the first day of the policy for a calendar.
pub(in crate::widget) fn save_first_day_button(evaluation: &Rc<Evaluation>) -> Html {
    let title = evaluation.pack.catalogue.save_first_day_button();
    save_button(title, FileKind::Windows, evaluation, first_day_ics)
}

/// Saves the picture of the receipt. Call it only in event handlers.
pub(in crate::widget) fn download_picture(evaluation: &Evaluation, address: &str) {
    let name = file_name(FileKind::Picture, &evaluation.pack.rules, evaluation.as_of.asked);
    open_download(&name, address);
}

fn save_button(
    title: &AttrValue,
    kind: FileKind,
    evaluation: &Rc<Evaluation>,
    content: impl Fn(&Evaluation) -> String + 'static,
) -> Html {
    // A button that does nothing would be worse than none.
    if !evaluation.abilities.downloads {
        return Html::default();
    }
    let evaluation = Rc::clone(evaluation);
    let save = on_click(move || {
        let name = file_name(kind, &evaluation.pack.rules, evaluation.as_of.asked);
        download(kind, &name, &content(&evaluation));
    });
    button(title, save)
}
