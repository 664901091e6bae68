//! Validates a deserialised pack, so that it cannot cause a panic or unbounded recursion later.
//!
//! The checksum detects damage, but not a faulty encoder. So every id must be in range, each
//! condition must match the kinds of its facts, and definitions must be acyclic. Mistakes that
//! only an author can make, such as a duplicate id, are not checked again. Serde has checked the
//! types.
//! `Json::parse` rejects nesting deeper than 128 levels, which bounds the recursion here.

use super::assumption::{Assumed, Assumption};
use super::class::{Case, CaseResult, Class};
use super::cycle::{MAX_DEPTH, MAX_EXPANDED};
use super::fact::{Fact, FactKind, Options};
use super::limit::Limit;
use super::measure::Measure;
use super::points::{BandTest, Points};
use super::quantity::Quantity;
use super::table::{FactId, ProvisionId};
use super::topic::{QuestionGroup, Topic};
use super::unit::{Unit, WrittenOut};
use super::when::{Reference, When};
use super::{NumberKind, RulePack};

/// Whether the pack has one of the languages that it offers, and all its references are valid.
pub(super) fn is_valid(pack: &RulePack) -> bool {
    matches!(*pack.languages, [locale] if pack.offered.iter().any(|one| one.locale == locale))
        && pack.has_valid_tables()
        && pack
            .provisions
            .iter()
            .all(|(_, provision)| pack.documents.find(provision.document).is_some())
        && pack.notices.iter().all(|notice| pack.has_provisions(&notice.provision))
        && pack.units.iter().all(is_valid_unit)
        && pack.facts.iter().all(|(_, fact)| pack.is_valid_fact(fact))
        && pack.terms.iter().all(|(_, term)| pack.is_valid_when(&term.when))
        && pack.classes.iter().all(|(_, class)| pack.is_valid_class(class))
        && pack.assumptions.iter().all(|(_, assumption)| pack.is_valid_assumption(assumption))
        && pack.measures.iter().all(|(_, measure)| pack.is_valid_measure(measure))
        && are_acyclic(pack)
        && pack.limits.iter().all(|limit| pack.is_valid_limit(limit))
        && pack.topics.iter().all(|(_, topic)| pack.is_valid_topic(topic))
        && pack.ask_together.iter().all(|group| pack.is_valid_group(group))
        && pack.relations.iter().all(|relation| pack.is_valid_when(&relation.holds))
}

impl RulePack {
    fn has_valid_tables(&self) -> bool {
        self.documents.is_indexable()
            && self.provisions.is_indexable()
            && self.sections.is_indexable()
            && self.facts.is_indexable()
            && self.terms.is_indexable()
            && self.classes.is_indexable()
            && self.assumptions.is_indexable()
            && self.measures.is_indexable()
            && self.materials.is_indexable()
            && self.offices.is_indexable()
            && self.topics.is_indexable()
    }

    fn has_provisions(&self, ids: &[ProvisionId]) -> bool {
        ids.iter().all(|id| self.provisions.find(*id).is_some())
    }

    fn is_valid_fact(&self, fact: &Fact) -> bool {
        self.sections.find(fact.section).is_some()
            && is_valid_kind(&fact.kind)
            && self.is_valid_condition(fact.ask_when.as_ref())
    }

    fn is_valid_measure(&self, measure: &Measure) -> bool {
        self.has_provisions(&measure.provision)
            && self.has_provisions(&measure.grants.provision)
            && measure.assume.is_none_or(|id| self.assumptions.find(id).is_some())
            && measure.office.is_none_or(|office| self.offices.find(office).is_some())
            && self.is_valid_condition(measure.applies_when.as_ref())
            && measure.criteria.iter().all(|criterion| {
                self.has_provisions(&criterion.provision)
                    && self.is_valid_condition(criterion.when.as_ref())
            })
            && measure.materials.iter().all(|used| {
                self.materials.find(used.material).is_some()
                    && self.is_valid_condition(used.when.as_ref())
            })
            && measure
                .windows
                .iter()
                .all(|window| self.is_valid_condition(window.only_for.as_ref()))
            && measure.amount_quantity().is_none_or(|quantity| self.is_valid_quantity(quantity))
    }

    fn is_valid_class(&self, class: &Class) -> bool {
        self.has_provisions(&class.provision)
            && class.values.len() <= Options::MAX
            && self.are_valid_cases(&class.cases, class.values.len())
    }

    /// Whether the cases name values of the class, and only the last has no condition.
    fn are_valid_cases(&self, cases: &[Case], values: usize) -> bool {
        cases.last().is_some_and(|last| last.when.is_none())
            && cases.iter().rev().skip(1).all(|case| case.when.is_some())
            && cases.iter().all(|case| {
                self.is_valid_condition(case.when.as_ref())
                    && match &case.then {
                        CaseResult::Is(value) => *value < values,
                        CaseResult::Cases(cases) => self.are_valid_cases(cases, values),
                    }
            })
    }

    fn is_valid_assumption(&self, assumption: &Assumption) -> bool {
        self.is_valid_when(&assumption.when)
            && assumption.answers.iter().all(|(fact, assumed)| match assumed {
                Assumed::Value(value) => self.kind(*fact).is_some_and(|kind| kind.accepts(*value)),
                Assumed::AsOf => matches!(self.kind(*fact), Some(FactKind::Date)),
            })
    }

    fn is_valid_limit(&self, limit: &Limit) -> bool {
        self.has_provisions(&limit.provision)
            && limit.measures.iter().all(|measure| self.measures.find(*measure).is_some())
    }

    fn is_valid_topic(&self, topic: &Topic) -> bool {
        topic.measures.iter().all(|measure| self.measures.find(*measure).is_some())
            && topic
                .preset
                .iter()
                .all(|(fact, value)| self.kind(*fact).is_some_and(|kind| kind.accepts(*value)))
    }

    fn is_valid_group(&self, group: &QuestionGroup) -> bool {
        !group.facts.is_empty()
            && group.facts.iter().all(|fact| self.facts.find(*fact).is_some())
            && group.computed.as_ref().is_none_or(|quantity| self.is_valid_quantity(quantity))
    }

    fn is_valid_condition(&self, when: Option<&When>) -> bool {
        when.is_none_or(|when| self.is_valid_when(when))
    }

    fn is_valid_when(&self, when: &When) -> bool {
        match when {
            When::All(parts) | When::Any(parts) => self.are_valid_parts(parts),
            When::Not(part) => self.is_valid_when(part),
            When::AtLeastOf(least, parts) => {
                (1..=parts.len()).contains(least) && self.are_valid_parts(parts)
            }
            When::Term(term) => self.terms.find(*term).is_some(),
            When::Is(fact, _) => matches!(self.kind(*fact), Some(FactKind::YesNo)),
            When::OneOf(fact, options) => {
                matches!(self.kind(*fact), Some(FactKind::Choice(_)))
                    && self.has_options(*fact, *options)
            }
            When::Includes(fact, options) => {
                matches!(self.kind(*fact), Some(FactKind::Choices(_)))
                    && self.has_options(*fact, *options)
            }
            When::Compare(left, _, right) => {
                self.is_valid_quantity(left) && self.is_valid_quantity(right)
            }
            When::CompareDate(fact, _, _) => matches!(self.kind(*fact), Some(FactKind::Date)),
            When::Class(class, values) => self
                .classes
                .find(*class)
                .is_some_and(|class| are_valid_options(*values, class.values.len())),
            When::Met(measure) => self.measures.find(*measure).is_some(),
        }
    }

    fn are_valid_parts(&self, parts: &[When]) -> bool {
        !parts.is_empty() && parts.iter().all(|part| self.is_valid_when(part))
    }

    fn is_valid_quantity(&self, quantity: &Quantity) -> bool {
        match quantity {
            Quantity::Constant(_) => true,
            Quantity::Fact(fact) => matches!(self.kind(*fact), Some(FactKind::Number(_))),
            Quantity::MonthsSince(fact) | Quantity::DaysSince(fact) => {
                matches!(self.kind(*fact), Some(FactKind::Date))
            }
            Quantity::Points(points) => self.is_valid_points(points),
            Quantity::Sum(_)
            | Quantity::HighestOf(_)
            | Quantity::LowestOf(_)
            | Quantity::Percent(..)
            | Quantity::Difference(..)
            | Quantity::Ratio(..)
            | Quantity::Growth(..) => {
                let parts = quantity.parts();
                !parts.is_empty() && parts.into_iter().all(|part| self.is_valid_quantity(part))
            }
        }
    }

    fn is_valid_points(&self, points: &Points) -> bool {
        !points.bands.is_empty()
            && points.by.as_ref().is_none_or(|by| self.is_valid_quantity(by))
            && points.bands.iter().all(|band| match &band.test {
                BandTest::By(..) => points.by.is_some(),
                BandTest::When(when) => self.is_valid_when(when),
            })
    }

    fn kind(&self, fact: FactId) -> Option<&FactKind> {
        self.facts.find(fact).map(|fact| &fact.kind)
    }

    fn has_options(&self, fact: FactId, options: Options) -> bool {
        let count = self.kind(fact).map_or(0, |kind| kind.options().len());
        are_valid_options(options, count)
    }
}

/// Whether a set is not empty, and has only the first `count` options.
fn are_valid_options(options: Options, count: usize) -> bool {
    !options.is_empty() && options.difference(Options::first(count)).is_empty()
}

fn is_valid_kind(kind: &FactKind) -> bool {
    match kind {
        FactKind::Choice(options) | FactKind::Choices(options) => {
            (1..=Options::MAX).contains(&options.len())
        }
        FactKind::Number(number) => number.decimals <= NumberKind::MAX_DECIMALS,
        FactKind::YesNo | FactKind::Date => true,
    }
}

fn is_valid_unit(unit: &Unit) -> bool {
    unit.written_out.as_ref().is_none_or(|written_out| written_out.zeros <= WrittenOut::MAX_ZEROS)
}

/// Whether the definitions are acyclic and within the limits of depth and size.
///
/// Each round marks the definitions whose references were all marked in an earlier round. So a
/// definition is marked in the round that equals its depth. A definition in a cycle, above the
/// maximum depth or above the maximum size stays unmarked.
fn are_acyclic(pack: &RulePack) -> bool {
    let references = pack.references();
    let named = RulePack::named(&references);
    // The round in which each was marked, and the number of definitions it expands to.
    let mut marks: Vec<Option<(usize, usize)>> = vec![None; references.len()];
    for round in 1..=MAX_DEPTH + 1 {
        for (index, parts) in references.iter().enumerate() {
            if marks.get(index).copied().flatten().is_some() {
                continue;
            }
            let (mut is_ready, mut expanded) = (true, 1_usize);
            for part in parts {
                match marks.get(*part).copied().flatten() {
                    Some((marked, parts)) if marked < round => {
                        expanded = expanded.saturating_add(parts)
                    }
                    _ => is_ready = false,
                }
            }
            let is_limited = named.get(index) == Some(&true)
                || !matches!(pack.reference(index), Reference::Measure(_));
            let fits = !is_limited || round <= MAX_DEPTH && expanded <= MAX_EXPANDED;
            if let (true, Some(mark)) = (is_ready && fits, marks.get_mut(index)) {
                *mark = Some((round, expanded));
            }
        }
    }
    marks.iter().all(Option::is_some)
}
