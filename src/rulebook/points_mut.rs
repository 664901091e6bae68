//! Mutable access to every table of points of a pack, to reduce its labels to one language.

use super::RulePack;
use super::class::{Case, CaseResult};
use super::grant::Benefit;
use super::points::{BandTest, Points};
use super::quantity::Quantity;
use super::when::When;

impl RulePack {
    /// Visits every table of points.
    pub(super) fn each_points(&mut self, visit: &mut dyn FnMut(&mut Points)) {
        for fact in self.facts.iter_mut() {
            fact.ask_when.iter_mut().for_each(|when| in_when(when, visit));
        }
        self.terms.iter_mut().for_each(|term| in_when(&mut term.when, visit));
        self.classes.iter_mut().for_each(|class| in_cases(&mut class.cases, visit));
        self.assumptions.iter_mut().for_each(|assumption| in_when(&mut assumption.when, visit));
        self.relations.iter_mut().for_each(|relation| in_when(&mut relation.holds, visit));
        for group in &mut self.ask_together {
            group.computed.iter_mut().for_each(|quantity| in_quantity(quantity, visit));
        }
        for measure in self.measures.iter_mut() {
            let criteria = measure.criteria.iter_mut().filter_map(|part| part.when.as_mut());
            let materials = measure.materials.iter_mut().filter_map(|part| part.when.as_mut());
            let windows = measure.windows.iter_mut().filter_map(|part| part.only_for.as_mut());
            let applies = measure.applies_when.iter_mut();
            for when in applies.chain(criteria).chain(materials).chain(windows) {
                in_when(when, visit);
            }
            match &mut measure.grants.benefit {
                Benefit::Tiers(tiers) => in_quantity(&mut tiers.by, visit),
                Benefit::Rate(rate) => in_quantity(&mut rate.of, visit),
                Benefit::Fixed(_)
                | Benefit::UpTo(_)
                | Benefit::InKind(_)
                | Benefit::Unspecified => {}
            }
        }
    }
}

fn in_cases(cases: &mut [Case], visit: &mut dyn FnMut(&mut Points)) {
    for case in cases {
        case.when.iter_mut().for_each(|when| in_when(when, visit));
        if let CaseResult::Cases(cases) = &mut case.then {
            in_cases(cases, visit);
        }
    }
}

fn in_when(when: &mut When, visit: &mut dyn FnMut(&mut Points)) {
    match when {
        When::All(parts) | When::Any(parts) | When::AtLeastOf(_, parts) => {
            parts.iter_mut().for_each(|part| in_when(part, visit));
        }
        When::Not(part) => in_when(part, visit),
        When::Compare(left, _, right) => {
            in_quantity(left, visit);
            in_quantity(right, visit);
        }
        When::Term(_)
        | When::Is(..)
        | When::OneOf(..)
        | When::Includes(..)
        | When::CompareDate(..)
        | When::Class(..)
        | When::Met(_) => {}
    }
}

fn in_quantity(quantity: &mut Quantity, visit: &mut dyn FnMut(&mut Points)) {
    match quantity {
        Quantity::Constant(_)
        | Quantity::Fact(_)
        | Quantity::MonthsSince(_)
        | Quantity::DaysSince(_) => {}
        Quantity::Percent(_, part, _) => in_quantity(part, visit),
        Quantity::Sum(parts) | Quantity::HighestOf(parts) | Quantity::LowestOf(parts) => {
            parts.iter_mut().for_each(|part| in_quantity(part, visit));
        }
        Quantity::Difference(left, right)
        | Quantity::Ratio(left, right, _)
        | Quantity::Growth(left, right, _) => {
            in_quantity(left, visit);
            in_quantity(right, visit);
        }
        Quantity::Points(points) => {
            visit(points);
            points.by.iter_mut().for_each(|by| in_quantity(by, visit));
            for band in &mut points.bands {
                if let BandTest::When(when) = &mut band.test {
                    in_when(when, visit);
                }
            }
        }
    }
}
