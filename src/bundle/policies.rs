//! The policies of a site: their packs, in the order of its list.

use std::rc::Rc;

use crate::engine::topic_medians;
use crate::rulebook::{Language, Locale, RulePack, languages_of};
use crate::scenario::Scenario;

use super::BundleError;

/// The packs of a site, in order.
///
/// INVARIANT: at least one, and no two with the same id.
#[derive(Clone, Debug)]
pub struct Policies(Vec<Rc<RulePack>>);

impl Policies {
    /// The policies of these packs.
    ///
    /// # Errors
    ///
    /// There is no pack, or two have the same id.
    pub fn new(packs: Vec<RulePack>) -> Result<Policies, BundleError> {
        if packs.is_empty() {
            return Err(BundleError::new("the site has no pack", "add a pack"));
        }
        for (index, pack) in packs.iter().enumerate() {
            if packs.iter().take(index).any(|other| other.id == pack.id) {
                let message = format!("two packs have the id `{}`", pack.id);
                let help = "add each policy once, and give each pack its own `id`";
                return Err(BundleError::new(message, help));
            }
        }
        Ok(Policies(packs.into_iter().map(Rc::new).collect()))
    }

    /// The packs.
    pub(super) fn packs(&self) -> &[Rc<RulePack>] {
        &self.0
    }

    /// The pack of a site with one policy. `None` if there are several.
    pub(super) fn only(&self) -> Option<&Rc<RulePack>> {
        match self.0.as_slice() {
            [pack] => Some(pack),
            _ => None,
        }
    }

    /// The pack with this id.
    pub(super) fn find(&self, id: &str) -> Option<&Rc<RulePack>> {
        self.0.iter().find(|pack| &*pack.id == id)
    }

    /// The languages of the site: those of the first pack, then those of the others.
    pub(super) fn languages(&self) -> Vec<Locale> {
        self.named_languages().iter().map(|language| language.locale).collect()
    }

    /// The same languages, with their names.
    pub(super) fn named_languages(&self) -> Vec<Language> {
        languages_of(&self.0)
    }
}

/// Sets how many questions each topic asks: the medians of simulated interviews of scenarios.
pub fn set_topic_medians(pack: &mut RulePack, scenarios: impl IntoIterator<Item = Scenario>) {
    let firms: Vec<_> =
        scenarios.into_iter().map(|scenario| (scenario.as_of, scenario.answers)).collect();
    let medians = topic_medians(pack, &firms).into_iter();
    pack.set_topic_medians(medians.map(|medians| (medians.questions, medians.screens)));
}
