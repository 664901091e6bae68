//! A part of the rules page: a titled section with entries in the table of contents.

use yew::prelude::*;

/// A part of the page, and its entries in the table of contents.
pub(super) struct Part {
    pub(super) id: &'static str,
    pub(super) title: &'static str,
    pub(super) content: Vec<Html>,
    /// Anchors and titles
    pub(super) entries: Vec<(String, String)>,
}

impl Part {
    pub(super) fn section(self) -> Html {
        let heading = format!("{}-heading", self.id);
        html! {
            <section class="part" id={self.id} aria-labelledby={heading.clone()}>
                <h2 id={heading}>{ self.title }</h2>
                { self.content }
            </section>
        }
    }
}
