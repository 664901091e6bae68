//! What the widget is mounted with.

use std::rc::Rc;

use jiff::civil::Date;
use yew::prelude::*;

use crate::rulebook::Locale;

use super::context::Host;
use super::pack::Pack;
use super::state::State;

/// What the widget is mounted with. All of it may change while the widget is used; answers stay.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// The rules and the interface; the same rules in another language replace them when the language changes
    pub pack: Pack,
    /// The same rules in a second language, for a checklist in two languages
    #[prop_or_default]
    pub second_pack: Option<Pack>,
    /// The languages that the person can choose from
    #[prop_or_default]
    pub languages: Rc<[Locale]>,
    /// The day asked about until the person chooses another
    pub as_of: Date,
    /// Level of the widget's own heading, 1 to 4; its parts continue from there
    #[prop_or(2)]
    pub heading_level: u8,
    /// Address of the rules page, if there is one
    #[prop_or_default]
    pub rules_page: Option<AttrValue>,
    /// Whether the built-in pack replaces one that could not be used
    #[prop_or_default]
    pub is_built_in: bool,
    /// Whether the language requested last could not be loaded
    #[prop_or_default]
    pub has_language_failed: bool,
    /// A receipt code to begin with, after a crash. Read once, when the widget is mounted
    #[prop_or_default]
    pub resume: Option<AttrValue>,
    /// The state to begin with, for tests. Read once, when the widget is mounted
    #[prop_or_default]
    pub state: Option<Initial>,
    /// The stylesheet, for paper and for saved pages
    #[prop_or_default]
    pub style: Style,
    /// The page around the widget
    #[prop_or_default]
    pub host: Host,
}

/// The state to begin with.
#[derive(Clone, Debug)]
pub struct Initial(pub Rc<State>);

/// Read once, so a different one does not render the widget again.
impl PartialEq for Initial {
    fn eq(&self, _: &Initial) -> bool {
        true
    }
}

/// The stylesheet of the widget.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Style {
    /// Its text
    pub text: AttrValue,
    /// Its address, if it is a file of its own
    pub url: Option<AttrValue>,
}
