//! Compares the conditions of a measure in two packs: a case that meets only one of them, or a
//! proof that there is none.
//!
//! Both versions of the measure go into one temporary pack ([`super::both_versions`]) with the
//! facts of the new pack. If the old conditions use a removed fact or option, that pack has faults,
//! and only the scenarios can show the difference.

use crate::diagnostics::AuthoredPack;
use crate::engine::{Answers, Case, Example, assess, case_json};
use crate::lint::Context;
use crate::rulebook::{Comparison, Date, Id, Json, Measure, MeasureId, RulePack, When};

use super::both_versions::both_versions;
use super::version::Version;

/// The change of a measure's conditions, and of its amount and materials through other definitions.
#[derive(Clone, Debug, PartialEq)]
pub struct ConditionChange {
    /// A case that meets the old conditions only
    pub no_longer_met: Witness,
    /// A case that meets the new conditions only
    pub newly_met: Witness,
    /// A case that meets the old conditions only, with the answers of the assumption
    pub no_longer_met_once_settled: Witness,
    /// A case that meets the new conditions only, with the answers of the assumption
    pub newly_met_once_settled: Witness,
    /// A case that only one version leaves to the office, because a number is undefined. Only in an
    /// exact comparison
    pub other_outcome: Witness,
    /// A case that meets the new conditions, and whose amount is computed from another number
    pub other_amount: Witness,
    /// A case that meets the new conditions and needs other materials
    pub other_materials: Witness,
}

impl ConditionChange {
    /// Whether the same answers meet both versions.
    pub fn is_met_alike(&self) -> bool {
        let Self { no_longer_met, newly_met, .. } = self;
        [no_longer_met, newly_met, &self.no_longer_met_once_settled, &self.newly_met_once_settled]
            .into_iter()
            .all(|witness| *witness == Witness::None)
    }

    /// Whether the new version has the same results for all answers.
    pub fn is_unchanged(&self) -> bool {
        self.is_met_alike()
            && self.other_outcome == Witness::None
            && self.other_amount == Witness::None
            && self.other_materials == Witness::None
    }

    /// The keys of the kinds of change in JSON.
    pub(super) const KEYS: [&'static str; 7] = [
        "no-longer-met",
        "newly-met",
        "no-longer-met-once-settled",
        "newly-met-once-settled",
        "other-outcome",
        "other-amount",
        "other-materials",
    ];

    /// Each kind of change with its key.
    pub fn witnesses(&self) -> impl Iterator<Item = (&'static str, &Witness)> {
        Self::KEYS.into_iter().zip([
            &self.no_longer_met,
            &self.newly_met,
            &self.no_longer_met_once_settled,
            &self.newly_met_once_settled,
            &self.other_outcome,
            &self.other_amount,
            &self.other_materials,
        ])
    }
}

/// A case that proves a difference.
#[derive(Clone, Debug, PartialEq)]
pub enum Witness {
    /// The case, as JSON
    Example(Json),
    /// Proved: there is no such case
    None,
    /// Not decided
    Unknown,
}

/// Compares a measure that both packs have. `None` if the old conditions cannot be evaluated with
/// the new facts. `is_exact` also compares where a number is undefined.
pub(super) fn compare_conditions(
    before: &AuthoredPack,
    after: &AuthoredPack,
    id: &str,
    is_exact: bool,
) -> Option<ConditionChange> {
    let json = both_versions(&before.json, &after.json, id)?;
    let pack = RulePack::from_json(&json.to_text()).ok()?;
    let context = Context::new(&pack, &json, &[]);
    let mut measures = pack.measures.iter().map(|(_, measure)| measure);
    let (new, old) = (measures.next()?, measures.next()?);
    let versions = [(new, &after.pack), (old, &before.pack)].map(|(measure, source)| {
        let copies = if std::ptr::eq(measure, new) { 0 } else { 1 };
        Version::new(&pack, source, measure, copies, is_exact)
    });
    let [new_version, old_version] = &versions;
    let find = |conditions: &[&When], differs: &dyn Fn(&Json) -> bool| match context
        .example_of(new, conditions)
    {
        Example::Answers(day, answers) => {
            let case = given(&pack, &after.pack, day, &answers);
            if differs(&case) { Witness::Example(case) } else { Witness::Unknown }
        }
        Example::Unsatisfiable => Witness::None,
        Example::Unknown => Witness::Unknown,
    };
    // Verified, because the versions are rewritten to share one pack.
    let differs = |case: &Json| {
        let outcomes = [&before.pack, &after.pack].map(|pack| outcome(pack, id, case));
        matches!(outcomes, [Some(old), Some(new)] if old != new) || outcomes.contains(&None)
    };
    let witness = |is_true: Option<&When>, is_false: Option<&When>, pins: &[When]| {
        let Some(is_true) = is_true else { return Witness::None };
        let is_false = is_false.map(|when| When::Not(Box::new(when.clone())));
        let conditions: Vec<&When> = [is_true].into_iter().chain(&is_false).chain(pins).collect();
        find(&conditions, &differs)
    };
    let (new_met, old_met) = (new_version.met(new), old_version.met(old));
    let (new_settled, old_settled) = (new_version.settled(new), old_version.settled(old));
    let pins = versions.iter().flat_map(|version| version.pins.clone()).collect::<Vec<_>>();
    let is_met = When::Any([&new_met].into_iter().chain(&new_settled).cloned().collect());
    let found = |differs: Option<When>| match differs {
        Some(differs) => {
            let conditions: Vec<&When> = [&is_met, &differs].into_iter().chain(&pins).collect();
            find(&conditions, &|_| true)
        }
        None => Witness::None,
    };
    let mut other_outcome = Witness::None;
    if is_exact {
        let not = |when| When::Not(Box::new(when));
        let possible = [not(new_version.missed(new)), not(old_version.missed(old))];
        let [new_possible, old_possible] = &possible;
        other_outcome = witness(Some(old_possible), Some(new_possible), &[]);
        if !matches!(other_outcome, Witness::Example(_)) {
            let reverse = witness(Some(new_possible), Some(old_possible), &[]);
            other_outcome = if reverse == Witness::None { other_outcome } else { reverse };
        }
    }
    Some(ConditionChange {
        no_longer_met: witness(Some(&old_met), Some(&new_met), &[]),
        newly_met: witness(Some(&new_met), Some(&old_met), &[]),
        no_longer_met_once_settled: witness(old_settled.as_ref(), new_settled.as_ref(), &pins),
        newly_met_once_settled: witness(new_settled.as_ref(), old_settled.as_ref(), &pins),
        other_outcome,
        other_amount: found(other_amount(&versions, new, old)),
        other_materials: found(other_materials(&versions, new, old)),
    })
}

/// The condition for the numbers of the amounts to differ.
fn other_amount(versions: &[Version<'_>; 2], new: &Measure, old: &Measure) -> Option<When> {
    let [new, old] = [(0, new), (1, old)].map(|(index, measure)| {
        Some(versions.get(index)?.given_quantity(measure.amount_quantity()?))
    });
    let (new, old) = (new?, old?);
    (new != old).then(|| When::Not(Box::new(When::Compare(new, Comparison::Is, old))))
}

/// The condition for a material to be required by one version only.
fn other_materials(versions: &[Version<'_>; 2], new: &Measure, old: &Measure) -> Option<When> {
    let [new_version, old_version] = versions;
    let mut differ = Vec::new();
    for used in &new.materials {
        let same =
            old.materials.iter().find(|other| other.material.index() == used.material.index());
        let Some((new, old)) = used.when.as_ref().zip(same.and_then(|same| same.when.as_ref()))
        else {
            continue;
        };
        for (new, old) in [(true, false), (false, true)].map(|(is_new, is_old)| {
            (new_version.given(new, is_new), old_version.given(old, is_old))
        }) {
            differ.push(When::All(vec![new, old]));
        }
    }
    (!differ.is_empty()).then_some(When::Any(differ))
}

/// The case without answers to copies of facts.
fn given(both: &RulePack, after: &RulePack, day: Date, answers: &Answers) -> Json {
    let mut answers = answers.clone();
    for (fact, definition) in both.facts.iter() {
        if after.find_fact(&definition.id).is_none() {
            answers.set(fact, None);
        }
    }
    case_json(both, day, &[], &answers)
}

/// The outcome of a case. `None` if it is not valid for the pack.
fn outcome(pack: &RulePack, id: &str, case: &Json) -> Option<crate::engine::Outcome> {
    let measure: MeasureId = pack.find_measure(id)?;
    let case = Case::parse(pack, &case.to_text()).ok()?;
    Some(assess(pack, &case.answers, case.as_of?).of(measure).outcome)
}
