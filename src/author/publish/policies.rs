//! The policies of the site: the published one, and those that the site keeps.

use std::rc::Rc;

use crate::bundle::{MemoryFolder, Policies, policy_ids, set_topic_medians};
use crate::diagnostics::{AuthoredPack, parse, parse_json};
use crate::rulebook::{BrowserPack, Json, RulePack};
use crate::scenario::{Scenario, parse_scenarios};

use super::input::OtherFile;
use super::refusal::Refusal;
use super::site::OpenedSite;

/// The policies of the site after publishing.
pub(super) struct SitePolicies {
    /// All of them, in order
    pub(super) policies: Policies,
    /// Their ids
    pub(super) ids: Vec<String>,
    /// The other policies that the site keeps
    pub(super) others: Vec<OtherPolicy>,
    /// The policies that the site loses, because nobody has opened their packs
    pub(super) lost: Vec<String>,
    /// The policies whose numbers of questions the site loses, because nobody has opened their
    /// scenarios
    pub(super) uncounted: Vec<String>,
}

/// Another policy of the site.
pub(super) struct OtherPolicy {
    /// Its pack
    pub(super) pack: RulePack,
    /// The text of its pack
    pub(super) text: Rc<str>,
    /// The texts of its scenarios
    pub(super) scenarios: Vec<Rc<str>>,
}

/// The policies of a site: those that it has, in its order, then new ones.
pub(super) fn site_policies(
    authored: &AuthoredPack,
    scenarios: &str,
    given: &[OtherFile],
    site: &OpenedSite,
) -> Result<SitePolicies, Refusal> {
    let mut own = authored.pack.clone();
    if !scenarios.trim().is_empty() {
        let scenarios = scenarios_of(&own, scenarios).ok_or(Refusal::ScenarioFaults(1))?;
        add_medians(&mut own, scenarios);
    }
    let on_site = policy_ids(&site.files);
    let mut others = other_policies(&own, given, site, &on_site)?;
    let mut uncounted = Vec::new();
    for OtherPolicy { pack, scenarios, .. } in &mut others {
        let all: Vec<Scenario> =
            scenarios.iter().filter_map(|text| scenarios_of(pack, text)).flatten().collect();
        match pack_on_site(&site.files, &pack.id) {
            _ if !all.is_empty() => add_medians(pack, all),
            Some(known) if known.fingerprint == pack.fingerprint => copy_medians(pack, &known),
            Some(known) if known.topics.iter().any(|(_, topic)| topic.questions.is_some()) => {
                uncounted.push(pack.id.to_string());
            }
            _ => {}
        }
    }
    let position = |id: &str| on_site.iter().position(|known| known == id);
    let mut packs: Vec<RulePack> = others.iter().map(|other| other.pack.clone()).collect();
    packs.push(own);
    // The sort is stable: new policies stay in the order in which they were opened.
    packs.sort_by_key(|pack| position(&pack.id).unwrap_or(on_site.len()));
    let ids: Vec<String> = packs.iter().map(|pack| pack.id.to_string()).collect();
    let lost = on_site.into_iter().filter(|id| !ids.contains(id)).collect();
    let policies = Policies::new(packs).map_err(|error| Refusal::Bundle(error.to_string()))?;
    Ok(SitePolicies { policies, ids, others, lost, uncounted })
}

/// The other policies: those in the opened files, and those of the site in an earlier record.
fn other_policies(
    own: &RulePack,
    given: &[OtherFile],
    site: &OpenedSite,
    on_site: &[String],
) -> Result<Vec<OtherPolicy>, Refusal> {
    let (scenarios, packs): (Vec<&OtherFile>, Vec<&OtherFile>) =
        given.iter().partition(|file| matches!(Json::parse(&file.text), Ok(Json::Array(_))));
    let mut others: Vec<OtherPolicy> = Vec::new();
    for file in packs {
        let refuse = || Refusal::OtherPolicy(file.name.to_string());
        let pack = parse(&file.text).map_err(|_| refuse())?.pack;
        if pack.id == own.id {
            return Err(refuse());
        }
        others.retain(|known| known.pack.id != pack.id);
        others.push(OtherPolicy { pack, text: Rc::clone(&file.text), scenarios: Vec::new() });
    }
    for known in &site.known {
        let Ok(AuthoredPack { pack, .. }) = parse(&known.text) else { continue };
        let is_wanted = pack.id != own.id && on_site.iter().any(|id| **id == *pack.id);
        match others.iter_mut().find(|other| other.pack.id == pack.id) {
            // A newer version of the pack keeps the scenarios that it can use.
            Some(other) => {
                let texts = known.scenarios.iter();
                let usable = texts.filter(|text| scenarios_of(&other.pack, text).is_some());
                other.scenarios.extend(usable.cloned());
            }
            None if is_wanted => others.push(OtherPolicy {
                pack,
                text: Rc::clone(&known.text),
                scenarios: known.scenarios.clone(),
            }),
            None => {}
        }
    }
    let mut given: Vec<Vec<Rc<str>>> = vec![Vec::new(); others.len()];
    for file in scenarios {
        let fitting = others.iter().zip(&mut given);
        let mut fitting =
            fitting.filter(|(other, _)| scenarios_of(&other.pack, &file.text).is_some());
        // Facts with the same id mean different things in two packs, so nothing is guessed.
        match (fitting.next(), fitting.next()) {
            (Some((_, texts)), None) => texts.push(Rc::clone(&file.text)),
            _ => return Err(Refusal::OtherScenarios(file.name.to_string())),
        }
    }
    for (other, texts) in others.iter_mut().zip(given) {
        if !texts.is_empty() {
            other.scenarios = texts;
        }
    }
    Ok(others)
}

/// The scenarios of a pack in a text; `None` if they have faults.
fn scenarios_of(pack: &RulePack, text: &str) -> Option<Vec<Scenario>> {
    parse_scenarios(pack, &parse_json(text).ok()?).ok()
}

/// Sets the number of questions of each topic, as `bundle --scenarios` determines it.
fn add_medians(pack: &mut RulePack, scenarios: Vec<Scenario>) {
    if !scenarios.is_empty() {
        set_topic_medians(pack, scenarios);
    }
}

/// Copies the number of questions of each topic from the same rules.
fn copy_medians(pack: &mut RulePack, known: &RulePack) {
    let find = |id: &str| known.topics.iter().find(|(_, topic)| &*topic.id == id);
    let medians: Vec<_> = pack
        .topics
        .iter()
        .map(|(_, topic)| {
            let topic = find(&topic.id).map(|(_, topic)| topic);
            topic.map_or((None, None), |topic| (topic.questions, topic.screens))
        })
        .collect();
    pack.set_topic_medians(medians.into_iter());
}

/// The pack of a policy on the site, in one of its languages.
fn pack_on_site(files: &MemoryFolder, id: &str) -> Option<RulePack> {
    let folder = format!("policies/{id}/");
    let packs = files.0.iter().filter(|(name, _)| {
        let name = name.strip_prefix(&folder).unwrap_or(name);
        name.starts_with("rules.") && name.ends_with(".json")
    });
    let mut packs = packs.filter_map(|(_, content)| {
        let pack = BrowserPack::decode(str::from_utf8(content).ok()?).ok()?;
        Some(pack.rules)
    });
    packs.find(|pack| &*pack.id == id)
}
