//! The policies of a site and the interface texts, in one language.

use std::rc::Rc;

use jiff::civil::Date;

use crate::engine::PolicyStatus;
use crate::rulebook::{BrowserPackError, Language, ListedPolicy, Locale, PolicyList};
use crate::widget::text::{Catalogue, contains};

/// A list of policies and the interface texts. Immutable and cheap to clone.
#[derive(Clone, Debug)]
pub struct List {
    /// The policies, in the order of the site's author
    pub policies: Rc<[ListedPolicy]>,
    /// The interface texts
    pub catalogue: Rc<Catalogue>,
    /// The language of the interface
    pub locale: Locale,
    /// The languages of all policies
    pub languages: Rc<[Language]>,
}

/// Compares by pointer, as packs do.
impl PartialEq for List {
    fn eq(&self, other: &List) -> bool {
        Rc::ptr_eq(&self.policies, &other.policies) && Rc::ptr_eq(&self.catalogue, &other.catalogue)
    }
}

impl List {
    /// The list with its decoded texts.
    ///
    /// # Errors
    ///
    /// The interface texts belong to another version of the widget.
    pub fn new(list: PolicyList) -> Result<List, BrowserPackError> {
        let catalogue = Rc::new(Catalogue::from_interface(&list.interface)?);
        Ok(List {
            policies: list.policies.into(),
            catalogue,
            locale: list.language,
            languages: list.languages.into(),
        })
    }

    /// The policy with this id.
    pub fn find(&self, id: &str) -> Option<&ListedPolicy> {
        self.policies.iter().find(|policy| &*policy.id == id)
    }

    /// Whether it names the same policies as another list, which may be in another language.
    pub fn has_same_policies(&self, other: &List) -> bool {
        let ids = |list: &List| list.policies.iter().map(|policy| policy.id.clone()).collect();
        let (ours, theirs): (Vec<Rc<str>>, Vec<Rc<str>>) = (ids(self), ids(other));
        ours == theirs
    }

    /// The policies with a status on a day that a search finds, in order.
    pub(super) fn found<'a>(
        &'a self,
        query: &'a str,
        day: Date,
        is_wanted: fn(PolicyStatus) -> bool,
    ) -> impl Iterator<Item = &'a ListedPolicy> {
        let policies = self.policies.iter();
        policies.filter(move |policy| is_wanted(status(policy, day)) && is_found(policy, query))
    }
}

/// The status of a policy on a day.
pub(super) fn status(policy: &ListedPolicy, day: Date) -> PolicyStatus {
    PolicyStatus::of(&policy.in_force, day)
}

/// Whether the title, the number, the audience or a topic of a policy contains the search text.
fn is_found(policy: &ListedPolicy, query: &str) -> bool {
    let texts = [Some(&policy.title), policy.number.as_ref(), policy.audience.as_ref()];
    contains(texts.into_iter().flatten().chain(&policy.topics).map(|text| &**text), query)
}
