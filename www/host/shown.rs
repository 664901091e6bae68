//! What a widget shows: a policy or the list, and what was set since it was mounted. The options of
//! the element complete the props of the app.

use std::rc::Rc;

use eligibility_check::rulebook::{Locale, TopicId, parse_date};
use eligibility_check::widget::{
    Abilities, AppProps, Host, Import, List, Pack, Published, SiteProps, Style,
};
use wasm_bindgen::JsError;
use yew::AttrValue;

use crate::script::Options;

#[derive(Clone)]
pub(crate) struct Shown {
    /// The list; `None` for a single policy, and until it is loaded
    list: Option<List>,
    /// The policy that is shown; `None` for the list
    policy: Option<Pack>,
    /// The same policy in a second language
    second: Option<Pack>,
    /// The ids of the chosen topics, the topics of the policy, and a message for each unknown id
    topic: String,
    topics: Rc<[TopicId]>,
    unknown_topics: Vec<String>,
    /// The policy that could not be loaded last, and how many could not
    pub(crate) failed: Option<(u32, AttrValue)>,
    /// The receipt code of the last link, and how many there were
    pub(crate) linked_code: Option<(u32, AttrValue)>,
    host: Host,
}

impl Shown {
    pub(crate) fn new(published: Published, options: &Options, host: Host) -> Shown {
        let empty = Shown {
            list: None,
            policy: None,
            second: None,
            topic: String::new(),
            topics: Rc::new([]),
            unknown_topics: Vec::new(),
            failed: None,
            linked_code: None,
            host,
        };
        empty.opening(published, options)
    }

    /// Shows another policy, or the list.
    pub(crate) fn opening(&self, published: Published, options: &Options) -> Shown {
        let mut shown = Shown { second: None, failed: None, ..self.clone() };
        match published {
            Published::Policy(pack) => shown.policy = Some(pack),
            Published::List(list) => (shown.policy, shown.list) = (None, Some(list)),
        }
        shown.choose_topics(options.topic());
        shown
    }

    /// The same in another language; `None` if the rules or the policies differ.
    pub(crate) fn in_language(&self, published: Published) -> Option<Shown> {
        let mut shown = self.clone();
        match published {
            Published::Policy(pack) if self.has_same_rules(&pack) => shown.policy = Some(pack),
            Published::List(list) if self.has_same_policies(&list) => shown.list = Some(list),
            _ => return None,
        }
        Some(shown)
    }

    /// With the policy in a second language; `None` if the rules differ.
    pub(crate) fn with_second_language(&self, published: Published) -> Option<Shown> {
        match published {
            Published::Policy(pack) if self.has_same_rules(&pack) => {
                Some(Shown { second: Some(pack), ..self.clone() })
            }
            _ => None,
        }
    }

    fn has_same_rules(&self, pack: &Pack) -> bool {
        let policy = self.policy.as_ref();
        policy.is_some_and(|policy| policy.rules.fingerprint == pack.rules.fingerprint)
    }

    fn has_same_policies(&self, other: &List) -> bool {
        let list = self.list.as_ref().filter(|_| self.policy.is_none());
        list.is_some_and(|list| list.has_same_policies(other))
    }

    /// Chooses topics by their ids. Returns whether they are others than before.
    pub(crate) fn set_topic(&mut self, topic: String) -> bool {
        let is_changed = topic != self.topic;
        if is_changed {
            self.choose_topics(topic);
        }
        is_changed
    }

    fn choose_topics(&mut self, topic: String) {
        let found = self.policy.as_ref().map(|pack| pack.topics(&topic));
        (self.topics, self.unknown_topics) = found.unwrap_or_else(|| (Rc::new([]), Vec::new()));
        self.topic = topic;
    }

    /// Reports unknown topics to the page. They do not stop the widget.
    pub(crate) fn report_topics(&self) {
        for message in &self.unknown_topics {
            self.host.on_error.emit(message.clone().into());
        }
    }

    /// The props of the app. Throws if an option is invalid.
    pub(crate) fn props(&self, options: &Options) -> Result<SiteProps, JsError> {
        let as_of = parse_date(&options.as_of())
            .ok_or_else(|| JsError::new("as-of: expected a valid date, as YYYY-MM-DD"))?;
        let resume = options.resume().map(|code| Import::of_code(&code));
        let policy = self.policy.as_ref().map(|pack| AppProps {
            pack: pack.clone(),
            second_pack: self.second.clone(),
            languages: languages(options),
            topics: Rc::clone(&self.topics),
            as_of,
            heading_level: options.heading_level(),
            rules_page: options.rules_page().map(AttrValue::from),
            page_address: options.page_address().map(AttrValue::from),
            is_built_in: options.is_built_in(),
            has_language_failed: options.has_language_failed(),
            failed: None,
            abilities: Abilities::of(&options.user_agent()),
            linked_code: None,
            resume: None,
            carried: None,
            takes_focus: false,
            state: None,
            style: Style {
                text: options.style().into(),
                url: options.style_url().map(AttrValue::from),
            },
            host: self.host.clone(),
        });
        Ok(SiteProps {
            list: self.list.clone(),
            has_list: self.list.is_some() || options.has_list(),
            policy,
            failed: self.failed.clone(),
            as_of,
            heading_level: options.heading_level(),
            has_language_failed: options.has_language_failed(),
            resume,
            linked_code: self.linked_code.clone(),
            host: self.host.clone(),
        })
    }
}

fn languages(options: &Options) -> Rc<[Locale]> {
    options.languages().iter().filter_map(|tag| Locale::from_any_tag(tag)).collect()
}
