//! What the parts of the panel need to show examples.

use std::rc::Rc;

use yew::prelude::*;

use crate::author::examples::{About, SuggestionList};
use crate::author::host::AuthorHost;
use crate::rulebook::Locale;

/// The examples of the panel. At most one list of them is shown.
#[derive(Clone, PartialEq)]
pub(super) struct Examples {
    /// The text of the pack
    pub(super) text: Rc<str>,
    /// The text of the scenarios
    pub(super) scenarios: Rc<str>,
    /// The language of the page
    pub(super) locale: Locale,
    /// What only the browser's page can do
    pub(super) host: AuthorHost,
    /// What the shown examples are about
    pub(super) shown: Option<About>,
    /// Shows examples, or none
    pub(super) show: Callback<Option<About>>,
    /// Adds a scenario
    pub(super) add: Callback<String>,
}

impl Examples {
    /// The list of the examples of something.
    pub(super) fn list(&self, about: About) -> Html {
        html! {
            <SuggestionList
                {about}
                text={Rc::clone(&self.text)}
                scenarios={Rc::clone(&self.scenarios)}
                locale={self.locale}
                host={self.host.clone()}
                add={self.add.clone()}
            />
        }
    }
}
