//! Buttons for the files that go with the sheet; none for one with nothing in it.

use super::details::FileKind;
use super::element::Element;
use super::input::button;
use super::intent::Intent;
use super::materials_csv::materials;
use super::paper::Paper;
use super::view::View;
use super::windows_ics::has_windows_ahead;

pub(super) fn file_buttons(view: &View, paper: &Paper) -> impl Iterator<Item = Element> {
    let catalogue = &view.catalogue;
    let has_materials = !materials(view, paper).entries.is_empty();
    let table = has_materials.then_some((catalogue.save_materials(), FileKind::Materials));
    let calendar = has_windows_ahead(view, paper).then_some((catalogue.save_windows(), FileKind::Windows));
    let files = table.into_iter().chain(calendar);
    files.map(|(title, kind)| button("ec-button", title.into(), Intent::Save(kind)))
}
