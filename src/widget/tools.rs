//! Language and size of type, on every screen.

use super::element::{Element, el};
use super::input::button;
use super::intent::Intent;
use super::view::View;

/// A language is shown by its own name; where there is only one, nothing is to choose.
pub(super) fn tools(view: &View) -> Element {
    let catalogue = &view.catalogue;
    let languages = view.languages.iter().map(|locale| {
        let does = Intent::Language(*locale);
        let chosen = *locale == view.locale;
        button("ec-tool", locale.own_name().into(), does).attribute("lang", locale.tag()).pressed(chosen)
    });
    let languages = el("div", "ec-tools__languages")
        .attribute("role", "group")
        .attribute("aria-label", catalogue.language())
        .each(languages);
    let large = button("ec-tool", catalogue.large().into(), Intent::Large).pressed(view.state.large);
    el("div", "ec-tools").maybe((view.languages.len() > 1).then_some(languages)).with(large)
}
