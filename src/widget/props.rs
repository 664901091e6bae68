//! The props of the widget.

use std::rc::Rc;

use jiff::civil::Date;
use yew::prelude::*;

use crate::rulebook::{Locale, TopicId};

use super::abilities::Abilities;
use super::context::Host;
use super::pack::Pack;
use super::policies::Carried;
use super::restore::Import;
use super::state::State;

/// The props of the widget. All of them are live unless noted otherwise: a change keeps the
/// answers.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// The rules and the interface texts. To change the language, pass the same rules in another
    /// language
    pub pack: Pack,
    /// The same rules in a second language, for a bilingual checklist
    #[prop_or_default]
    pub second_pack: Option<Pack>,
    /// The languages that the user can select
    #[prop_or_default]
    pub languages: Rc<[Locale]>,
    /// The topics that are chosen until the user chooses others
    #[prop_or_default]
    pub topics: Rc<[TopicId]>,
    /// The as-of date until the user changes it
    pub as_of: Date,
    /// Level of the widget's own heading, 1 to 4; headings inside continue from it
    #[prop_or(2)]
    pub heading_level: u8,
    /// Address of the rules page, if there is one
    #[prop_or_default]
    pub rules_page: Option<AttrValue>,
    /// Address of the page with the widget, for the link in the QR code of the receipt; none if the
    /// page is a file
    #[prop_or_default]
    pub page_address: Option<AttrValue>,
    /// Whether the built-in pack replaces an unusable one
    #[prop_or_default]
    pub is_built_in: bool,
    /// Whether the last requested language failed to load
    #[prop_or_default]
    pub has_language_failed: bool,
    /// The name of another policy, or of the list, that failed to load
    #[prop_or_default]
    pub failed: Option<AttrValue>,
    /// What the browser can do
    #[prop_or_default]
    pub abilities: Abilities,
    /// The receipt code of the last link that was opened while the page was shown, and how many
    /// were
    #[prop_or_default]
    pub linked_code: Option<(u32, AttrValue)>,
    /// The initial answers: after a crash, from the address of the page, or from a former visit.
    /// Read once, on mount
    #[prop_or_default]
    pub resume: Option<Import>,
    /// Answers from other policies. Read once, on mount
    #[prop_or_default]
    pub carried: Option<Carried>,
    /// Whether the policy takes the place of another screen, and so the focus. Read once, on mount
    #[prop_or_default]
    pub takes_focus: bool,
    /// The initial state, for tests. Read once, on mount
    #[prop_or_default]
    pub state: Option<InitialState>,
    /// The stylesheet, for printing and for saved pages
    #[prop_or_default]
    pub style: Style,
    /// The host page
    #[prop_or_default]
    pub host: Host,
}

/// An initial state.
#[derive(Clone, Debug)]
pub struct InitialState(pub Rc<State>);

/// Always equal: the state is read once, so a different one must not cause a render.
impl PartialEq for InitialState {
    fn eq(&self, _: &InitialState) -> bool {
        true
    }
}

/// The stylesheet of the widget.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Style {
    /// The text of the stylesheet
    pub text: AttrValue,
    /// The address of the stylesheet, if it is a separate file
    pub url: Option<AttrValue>,
}
