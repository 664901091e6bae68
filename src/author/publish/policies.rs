//! The policies of the site: the published one, and those that the site keeps.

use crate::bundle::{Policies, policy_ids, set_topic_medians};
use crate::diagnostics::{AuthoredPack, parse, parse_json};
use crate::rulebook::RulePack;
use crate::scenario::parse_scenarios;

use super::input::OtherPolicy;
use super::refusal::Refusal;
use super::site::OpenedSite;

/// The policies of the site after publishing.
pub(super) struct SitePolicies {
    /// All of them, in order
    pub(super) policies: Policies,
    /// Their ids
    pub(super) ids: Vec<String>,
    /// The other policies that the site keeps, with their ids
    pub(super) others: Vec<(String, OtherPolicy)>,
    /// The policies that the site loses, because nobody has opened their packs
    pub(super) lost: Vec<String>,
}

/// The policies of a site: those that it has, in its order, then new ones.
pub(super) fn site_policies(
    authored: &AuthoredPack,
    scenarios: &str,
    given: &[OtherPolicy],
    site: &OpenedSite,
) -> Result<SitePolicies, Refusal> {
    let own = with_medians(authored.pack.clone(), scenarios);
    let own = own.ok_or(Refusal::ScenarioFaults(1))?;
    let mut others: Vec<(RulePack, OtherPolicy)> = Vec::new();
    for other in given {
        let refuse = || Refusal::OtherPolicy(other.name.to_string());
        let pack = load(other).ok_or_else(refuse)?;
        if pack.id == own.id || others.iter().any(|(known, _)| known.id == pack.id) {
            return Err(refuse());
        }
        others.push((pack, other.clone()));
    }
    let on_site = policy_ids(&site.files);
    for other in &site.known {
        let Some(pack) = load(other) else { continue };
        let is_wanted = pack.id != own.id && on_site.iter().any(|id| **id == *pack.id);
        if is_wanted && others.iter().all(|(known, _)| known.id != pack.id) {
            others.push((pack, other.clone()));
        }
    }
    let position = |id: &str| on_site.iter().position(|known| known == id);
    let mut packs: Vec<RulePack> = others.iter().map(|(pack, _)| pack.clone()).collect();
    packs.push(own);
    // The sort is stable: new policies stay in the order in which they were opened.
    packs.sort_by_key(|pack| position(&pack.id).unwrap_or(on_site.len()));
    let ids: Vec<String> = packs.iter().map(|pack| pack.id.to_string()).collect();
    let lost = on_site.into_iter().filter(|id| !ids.contains(id)).collect();
    let others = others.into_iter().map(|(pack, other)| (pack.id.to_string(), other)).collect();
    let policies = Policies::new(packs).map_err(|error| Refusal::Bundle(error.to_string()))?;
    Ok(SitePolicies { policies, ids, others, lost })
}

/// A pack without faults, with its scenarios.
fn load(other: &OtherPolicy) -> Option<RulePack> {
    with_medians(parse(&other.text).ok()?.pack, &other.scenarios)
}

/// The pack with the number of questions of each topic, as `bundle --scenarios` determines it.
/// `None` if the scenarios have faults.
fn with_medians(mut pack: RulePack, scenarios: &str) -> Option<RulePack> {
    if scenarios.trim().is_empty() {
        return Some(pack);
    }
    let scenarios = parse_scenarios(&pack, &parse_json(scenarios).ok()?).ok()?;
    if !scenarios.is_empty() {
        set_topic_medians(&mut pack, scenarios);
    }
    Some(pack)
}
