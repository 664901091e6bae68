//! The list of the policies of a site, for browsers: one language, as a sealed file.
//!
//! The list says what a person needs in order to choose a policy. The rules of each policy are a
//! file of their own, which a browser loads when the policy is opened.

use std::collections::BTreeMap;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::RulePack;
use super::date::Period;
use super::json_decode;
use super::json_forms::is_default;
use super::language::{Language, Locale};
use super::sealed_file::{BrowserPackError, seal, unseal};

/// The decoded contents of a list of policies.
///
/// INVARIANT: it has at least one policy, and no two with the same id.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct PolicyList {
    /// The policies, in the order of the site's author
    pub policies: Vec<ListedPolicy>,
    /// The language of the list; a policy that lacks it has its own
    pub language: Locale,
    /// The languages of all policies
    pub languages: Vec<Language>,
    /// The texts of the interface in that language, by name
    pub interface: BTreeMap<String, String>,
}

/// What a list says about a policy. All texts are in `language`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ListedPolicy {
    /// The id of its pack, which is also the name of its folder
    pub id: Rc<str>,
    /// The language of its texts: that of the list, or the pack's first
    pub language: Locale,
    /// Its title
    pub title: Rc<str>,
    /// The number of its first document
    #[serde(default, skip_serializing_if = "is_default")]
    pub number: Option<Rc<str>>,
    /// Who it is for
    #[serde(default, skip_serializing_if = "is_default")]
    pub audience: Option<Rc<str>>,
    /// When it is in force
    #[serde(default, skip_serializing_if = "is_default")]
    pub in_force: Period,
    /// The titles of its topics
    #[serde(default, skip_serializing_if = "is_default")]
    pub topics: Vec<Rc<str>>,
    /// The number of its questions
    pub questions: u32,
    /// The smallest and the largest median of questions that a topic asks, if `bundle` knows them
    #[serde(default, skip_serializing_if = "is_default")]
    pub asked: Option<[u8; 2]>,
}

impl PolicyList {
    /// Encodes the list as a sealed file.
    pub fn encode(&self) -> String {
        // OK because serialising to JSON fails only for maps with keys other than strings.
        seal(&serde_json::to_string(self).unwrap_or_default())
    }

    /// The list of these packs in a language that at least one of them has, with the texts of the
    /// interface.
    pub fn new(
        packs: &[impl AsRef<RulePack>],
        language: Locale,
        interface: BTreeMap<String, String>,
    ) -> PolicyList {
        let policies =
            packs.iter().map(|pack| ListedPolicy::new(pack.as_ref(), language)).collect();
        let languages = languages_of(packs);
        PolicyList { policies, language, languages, interface }
    }

    /// Decodes the output of [`PolicyList::encode`]. `None` if the text is a browser pack.
    ///
    /// # Errors
    ///
    /// The text is no file for browsers of this format version, was altered, or names no policy.
    pub fn decode(text: &str) -> Result<Option<PolicyList>, BrowserPackError> {
        let contents = unseal(text)?;
        if contents.get("policies").is_none() {
            return Ok(None);
        }
        let list: PolicyList = json_decode::decode(&contents).ok_or(BrowserPackError::Damaged)?;
        let is_repeated = |policy: &ListedPolicy| list.find(&policy.id) != Some(policy);
        match list.policies.len() {
            0 => Err(BrowserPackError::EmptyList),
            _ if list.policies.iter().any(is_repeated) => Err(BrowserPackError::Damaged),
            _ => Ok(Some(list)),
        }
    }

    /// The policy with this id.
    pub fn find(&self, id: &str) -> Option<&ListedPolicy> {
        self.policies.iter().find(|policy| &*policy.id == id)
    }
}

/// The languages of some packs: those of the first one, then those of the others.
pub fn languages_of(packs: &[impl AsRef<RulePack>]) -> Vec<Language> {
    let mut languages: Vec<Language> = Vec::new();
    for language in packs.iter().flat_map(|pack| &pack.as_ref().offered) {
        if languages.iter().all(|other| other.locale != language.locale) {
            languages.push(language.clone());
        }
    }
    languages
}

impl ListedPolicy {
    /// What a list in a language says about the policy of a pack.
    pub fn new(pack: &RulePack, language: Locale) -> ListedPolicy {
        let language = pack.language(language);
        let medians = || pack.topics.iter().filter_map(|(_, topic)| topic.questions);
        let asked = medians().min().zip(medians().max()).map(|(fewest, most)| [fewest, most]);
        ListedPolicy {
            id: pack.id.clone(),
            language,
            title: pack.title.get(language),
            number: pack.documents.iter().next().and_then(|(_, first)| first.number.clone()),
            audience: pack.audience.as_ref().map(|text| text.get(language)),
            in_force: pack.in_force,
            topics: pack.topics.iter().map(|(_, topic)| topic.title.get(language)).collect(),
            questions: u32::try_from(pack.facts.len()).unwrap_or(u32::MAX),
            asked,
        }
    }
}
