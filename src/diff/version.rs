//! The conditions of one version of a measure, as conditions of the temporary pack that both
//! versions share.
//!
//! Two things differ between versions and not in the shared pack: whether a date may be in the
//! future, and the answers of an assumption. Tests are rewritten for them. In an exact comparison,
//! tests are also false, and not undefined, where a denominator is zero.

use crate::rulebook::{
    Band, BandTest, Comparison, Decimal, FactId, FactKind, Measure, Points, Quantity, RulePack,
    When,
};

use super::both_versions::COPIES;

/// One version of a measure.
pub(super) struct Version<'a> {
    pack: &'a RulePack,
    /// Dates that are not in the future in this version only
    events: Vec<FactId>,
    /// The facts that the assumption answers, each with its copy
    copies: Vec<(FactId, FactId)>,
    /// The assumed answers: conditions on the copies
    pub(super) pins: Vec<When>,
    is_exact: bool,
}

/// The answers by which a condition is judged.
#[derive(Clone, Copy, PartialEq)]
enum Judged {
    Given,
    Assumed,
}

impl<'a> Version<'a> {
    /// The version of a measure in the shared pack. `source` is the pack that it comes from.
    pub(super) fn new(
        pack: &'a RulePack,
        source: &RulePack,
        measure: &Measure,
        copies: usize,
        is_exact: bool,
    ) -> Version<'a> {
        let dates = pack.facts.iter().filter(|(_, fact)| fact.future);
        let events = dates.filter(|(_, fact)| {
            let own = source.find_fact(&fact.id).map(|id| &source.facts[id]);
            own.is_some_and(|own| matches!(own.kind, FactKind::Date) && !own.future)
        });
        let events = events.map(|(id, _)| id).collect();
        let mut version = Version { pack, events, copies: Vec::new(), pins: Vec::new(), is_exact };
        let assumption = measure.assume.map(|id| &pack.assumptions[id]);
        let prefix = COPIES.get(copies).copied().unwrap_or_default();
        for (fact, assumed) in assumption.into_iter().flat_map(|assumption| &assumption.answers) {
            let name = format!("{prefix}{}", pack.facts[*fact].id);
            if let Some(copy) = pack.find_fact(&name) {
                version.copies.push((*fact, copy));
                version.pins.push(assumed.condition(pack, copy));
            }
        }
        version
    }

    /// The condition for being met with the given answers.
    pub(super) fn met(&self, measure: &Measure) -> When {
        let mut parts = self.parts(measure, Judged::Given);
        let assumption = measure.assume.map(|id| &self.pack.assumptions[id].when);
        parts.extend(assumption.map(|when| self.truth(when, false, Judged::Given)));
        When::All(parts)
    }

    /// The condition for not being met with the given answers, whatever the office decides.
    pub(super) fn missed(&self, measure: &Measure) -> When {
        let mut parts = Vec::new();
        measure.each_condition(&mut |when| parts.push(self.given(when, false)));
        When::Any(parts)
    }

    /// The condition for being met once settled. `None` without an assumption.
    pub(super) fn settled(&self, measure: &Measure) -> Option<When> {
        let assumption = &self.pack.assumptions[measure.assume?];
        let mut parts = self.parts(measure, Judged::Assumed);
        parts.push(self.truth(&assumption.when, true, Judged::Given));
        Some(When::All(parts))
    }

    /// A condition with the given answers, or its negation if not `expected`.
    pub(super) fn given(&self, when: &When, expected: bool) -> When {
        self.truth(when, expected, Judged::Given)
    }

    /// A number with the given answers.
    pub(super) fn given_quantity(&self, quantity: &Quantity) -> Quantity {
        self.quantity(quantity, Judged::Given)
    }

    fn parts(&self, measure: &Measure, judged: Judged) -> Vec<When> {
        let mut parts = Vec::new();
        measure.each_condition(&mut |when| parts.push(self.truth(when, true, judged)));
        parts
    }

    fn is_original(&self, judged: Judged) -> bool {
        self.events.is_empty()
            && !self.is_exact
            && (judged == Judged::Given || self.copies.is_empty())
    }

    fn truth(&self, when: &When, expected: bool, judged: Judged) -> When {
        let not = |when: When| When::Not(Box::new(when));
        if self.is_original(judged) {
            return if expected { when.clone() } else { not(when.clone()) };
        }
        let all = |parts: &[When]| {
            parts.iter().map(|part| self.truth(part, expected, judged)).collect::<Vec<_>>()
        };
        match when {
            When::All(parts) if expected => When::All(all(parts)),
            When::Any(parts) if !expected => When::All(all(parts)),
            When::All(parts) | When::Any(parts) => When::Any(all(parts)),
            When::Not(part) => self.truth(part, !expected, judged),
            When::AtLeastOf(count, parts) if expected => When::AtLeastOf(*count, all(parts)),
            // Fewer than `count` of n parts hold if at least n + 1 − `count` do not hold.
            When::AtLeastOf(count, parts) => {
                When::AtLeastOf((parts.len() + 1).saturating_sub(*count), all(parts))
            }
            When::Term(term) => self.truth(&self.pack.terms[*term].when, expected, judged),
            When::Class(class, wanted) => {
                let condition = self.pack.classes[*class].condition(*wanted);
                self.truth(&condition, expected, judged)
            }
            When::Met(id) => {
                let measure = &self.pack.measures[*id];
                let mut parts = Vec::new();
                measure.each_condition(&mut |when| parts.push(self.truth(when, expected, judged)));
                if expected { When::All(parts) } else { When::Any(parts) }
            }
            When::Is(fact, yes) => {
                let test = When::Is(self.fact(*fact, judged), *yes);
                if expected { test } else { not(test) }
            }
            When::OneOf(fact, options) => {
                let test = When::OneOf(self.fact(*fact, judged), *options);
                if expected { test } else { not(test) }
            }
            When::Includes(fact, options) => {
                let test = When::Includes(self.fact(*fact, judged), *options);
                if expected { test } else { not(test) }
            }
            When::CompareDate(fact, comparison, day) => {
                let fact_judged = self.fact(*fact, judged);
                let test = When::CompareDate(fact_judged, *comparison, *day);
                let later = self.events.contains(fact).then(|| is_later(fact_judged));
                guarded(test, expected, later.into_iter().collect(), Vec::new())
            }
            When::Compare(left, comparison, right) => {
                let sides = [left, right];
                let mut later = Vec::new();
                sides.iter().for_each(|side| self.add_later(side, judged, &mut later));
                let [left, right] = sides.map(|side| self.quantity(side, judged));
                let mut zero = Vec::new();
                let mut sides = [left, right];
                if self.is_exact && !sides.iter().any(Quantity::has_points) {
                    sides = sides.map(|side| defined(side, &mut zero));
                }
                let [left, right] = sides;
                guarded(When::Compare(left, *comparison, right), expected, later, zero)
            }
        }
    }

    fn fact(&self, fact: FactId, judged: Judged) -> FactId {
        let copy = self.copies.iter().find(|(known, _)| *known == fact);
        match (judged, copy) {
            (Judged::Assumed, Some((_, copy))) => *copy,
            _ => fact,
        }
    }

    /// Adds a condition for each event of a number that has not happened.
    fn add_later(&self, quantity: &Quantity, judged: Judged, later: &mut Vec<When>) {
        match quantity {
            Quantity::MonthsSince(fact) | Quantity::DaysSince(fact) => {
                if self.events.contains(fact) {
                    later.push(is_later(self.fact(*fact, judged)));
                }
            }
            // Bands decide for themselves.
            Quantity::Points(_) => {}
            _ => quantity.parts().iter().for_each(|part| self.add_later(part, judged, later)),
        }
    }

    fn quantity(&self, quantity: &Quantity, judged: Judged) -> Quantity {
        let one = |part: &Quantity| Box::new(self.quantity(part, judged));
        let all =
            |parts: &[Quantity]| parts.iter().map(|part| self.quantity(part, judged)).collect();
        if self.is_original(judged) {
            return quantity.clone();
        }
        match quantity {
            Quantity::Constant(value) => Quantity::Constant(*value),
            Quantity::Fact(fact) => Quantity::Fact(self.fact(*fact, judged)),
            Quantity::MonthsSince(fact) => Quantity::MonthsSince(self.fact(*fact, judged)),
            Quantity::DaysSince(fact) => Quantity::DaysSince(self.fact(*fact, judged)),
            Quantity::Difference(left, right) => Quantity::Difference(one(left), one(right)),
            Quantity::Ratio(left, right, if_zero) => {
                Quantity::Ratio(one(left), one(right), *if_zero)
            }
            Quantity::Growth(left, right, if_zero) => {
                Quantity::Growth(one(left), one(right), *if_zero)
            }
            Quantity::Percent(percent, part, if_zero) => {
                Quantity::Percent(*percent, one(part), *if_zero)
            }
            Quantity::Sum(parts) => Quantity::Sum(all(parts)),
            Quantity::HighestOf(parts) => Quantity::HighestOf(all(parts)),
            Quantity::LowestOf(parts) => Quantity::LowestOf(all(parts)),
            Quantity::Points(points) => Quantity::Points(Box::new(self.points(points, judged))),
        }
    }

    /// A table of points whose bands have a condition each, if its number counts from an event.
    fn points(&self, points: &Points, judged: Judged) -> Points {
        let mut later = Vec::new();
        points.by.iter().for_each(|by| self.add_later(by, judged, &mut later));
        let bands = points.bands.iter().zip(points.conditions()).map(|(band, (when, points))| {
            let test = match &band.test {
                BandTest::By(comparison, bound) if later.is_empty() => {
                    BandTest::By(*comparison, *bound)
                }
                _ => BandTest::When(self.truth(&when, true, judged)),
            };
            Band { test, points, label: None }
        });
        let by = points.by.as_ref().filter(|_| later.is_empty());
        let by = by.map(|by| self.quantity(by, judged));
        Points { label: None, by, bands: bands.collect(), otherwise: points.otherwise }
    }
}

/// A test that is false where an event is later than the as-of date, and neither true nor false
/// where a denominator is zero.
fn guarded(test: When, expected: bool, later: Vec<When>, zero: Vec<When>) -> When {
    let no = |whens: &[When]| whens.iter().map(|when| When::Not(Box::new(when.clone()))).collect();
    let test = if expected { test } else { When::Not(Box::new(test)) };
    let mut parts: Vec<When> = no(&zero);
    parts.push(test);
    if expected {
        parts.extend::<Vec<When>>(no(&later));
        return When::All(parts);
    }
    let mut any = later;
    any.push(When::All(parts));
    When::Any(any)
}

fn is_later(fact: FactId) -> When {
    let zero = Quantity::Constant(Decimal::ZERO);
    When::Compare(Quantity::DaysSince(fact), Comparison::LessThan, zero)
}

/// A number that is defined everywhere. Adds the conditions for its denominators to be zero.
fn defined(quantity: Quantity, zero: &mut Vec<When>) -> Quantity {
    let mut one = |part: Box<Quantity>| Box::new(defined(*part, zero));
    let (defined, divisor) = match quantity {
        Quantity::Ratio(left, right, None) => {
            let (left, right) = (one(left), one(right));
            (Quantity::Ratio(left, right.clone(), Some(Decimal::ZERO)), right)
        }
        Quantity::Growth(left, right, None) => {
            let (left, right) = (one(left), one(right));
            (Quantity::Growth(left, right.clone(), Some(Decimal::ZERO)), right)
        }
        Quantity::Percent(percent, part, None) => {
            let part = one(part);
            (Quantity::Percent(percent, part.clone(), Some(Decimal::ZERO)), part)
        }
        Quantity::Difference(left, right) => {
            return Quantity::Difference(one(left), one(right));
        }
        Quantity::Sum(parts) => {
            return Quantity::Sum(parts.into_iter().map(|part| defined(part, zero)).collect());
        }
        Quantity::HighestOf(parts) => {
            return Quantity::HighestOf(
                parts.into_iter().map(|part| defined(part, zero)).collect(),
            );
        }
        Quantity::LowestOf(parts) => {
            return Quantity::LowestOf(parts.into_iter().map(|part| defined(part, zero)).collect());
        }
        other => return other,
    };
    zero.push(When::Compare(*divisor, Comparison::Is, Quantity::Constant(Decimal::ZERO)));
    defined
}
