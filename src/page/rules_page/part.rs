//! A part of the rules page: a titled section in the table of contents.

use yew::prelude::*;

/// A part of the page.
pub(super) struct Part {
    pub(super) id: &'static str,
    pub(super) title: &'static str,
    pub(super) content: Vec<Html>,
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
