//! The number that a group of questions computes, and the numbers with which measures compare it.

use std::rc::Rc;

use crate::rulebook::{
    Comparison, Decimal, FactId, FactKind, MeasureId, Quantity, QuestionGroup, RulePack, When,
};

use super::evaluate::EvalContext;
use super::rational::Rational;

/// The computed number of a group of questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComputedNumber {
    /// The number
    pub value: Decimal,
    /// Its unit; `None` for a share, a growth, or a number of points
    pub unit: Option<Rc<str>>,
    /// The thresholds, in the order of the measures
    pub thresholds: Vec<Threshold>,
}

/// A number with which measures compare a computed number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Threshold {
    /// The comparison of the computed number with the threshold
    pub comparison: Comparison,
    /// The threshold
    pub number: Decimal,
    /// The measures, in the pack's order
    pub measures: Vec<MeasureId>,
}

impl Threshold {
    /// Whether a number satisfies the comparison.
    pub fn is_reached_by(&self, value: Decimal) -> bool {
        self.comparison.holds(value, self.number)
    }
}

/// The computed number of a group. `None` if it has none, if the answers do not decide it yet, or
/// if it is not a decimal number.
pub fn computed_number(context: &EvalContext<'_>, group: &QuestionGroup) -> Option<ComputedNumber> {
    let quantity = group.computed.as_ref()?;
    let value = context.interval(quantity)?.as_point()?;
    let (floor, ceiling) = (value.floor()?, Rational::ceiling(value)?);
    let unit = unit(context.pack, quantity);
    let thresholds = thresholds(context.pack, quantity);
    (floor == ceiling).then_some(ComputedNumber { value: floor, unit, thresholds })
}

/// The unit of a quantity: that of its facts, if all have the same.
fn unit(pack: &RulePack, quantity: &Quantity) -> Option<Rc<str>> {
    match quantity {
        Quantity::Fact(fact) => match &pack.facts[*fact].kind {
            FactKind::Number(number) => Some(Rc::clone(&number.unit)),
            _ => None,
        },
        Quantity::Percent(_, part, _) => unit(pack, part),
        Quantity::Difference(..)
        | Quantity::Sum(_)
        | Quantity::HighestOf(_)
        | Quantity::LowestOf(_) => {
            let mut units: Vec<Rc<str>> = Vec::new();
            for part in quantity.parts() {
                let is_constant = matches!(part, Quantity::Constant(_));
                if !is_constant {
                    units.push(unit(pack, part)?);
                }
            }
            units.dedup();
            if units.len() == 1 { units.pop() } else { None }
        }
        Quantity::Constant(_)
        | Quantity::MonthsSince(_)
        | Quantity::DaysSince(_)
        | Quantity::Ratio(..)
        | Quantity::Growth(..)
        | Quantity::Points(_) => None,
    }
}

fn thresholds(pack: &RulePack, quantity: &Quantity) -> Vec<Threshold> {
    let mut thresholds: Vec<Threshold> = Vec::new();
    let mut facts: Vec<FactId> = Vec::new();
    quantity.each_fact(&mut |fact| facts.push(fact));
    for (measure, rules) in pack.measures.iter() {
        let reads = |fact: &FactId| pack.facts_of(measure).contains(fact);
        if !facts.iter().all(reads) {
            continue;
        }
        let mut add = |comparison: Comparison, number: Decimal| {
            let is_same =
                |known: &&mut Threshold| (known.comparison, known.number) == (comparison, number);
            match thresholds.iter_mut().find(is_same) {
                Some(known) => {
                    if !known.measures.contains(&measure) {
                        known.measures.push(measure);
                    }
                }
                None => thresholds.push(Threshold { comparison, number, measures: vec![measure] }),
            }
        };
        rules.each_condition(&mut |when| each_comparison(pack, when, quantity, &mut add));
    }
    thresholds
}

/// Visits every comparison of the quantity with a number, also in terms.
fn each_comparison(
    pack: &RulePack,
    when: &When,
    quantity: &Quantity,
    visit: &mut dyn FnMut(Comparison, Decimal),
) {
    match when {
        When::All(parts) | When::Any(parts) | When::AtLeastOf(_, parts) => {
            parts.iter().for_each(|part| each_comparison(pack, part, quantity, visit));
        }
        When::Term(term) => each_comparison(pack, &pack.terms[*term].when, quantity, visit),
        When::Compare(left, comparison, Quantity::Constant(number)) if left == quantity => {
            visit(*comparison, *number);
        }
        When::Compare(Quantity::Constant(number), comparison, right) if right == quantity => {
            visit(comparison.swapped(), *number);
        }
        // A threshold that must not be reached is not one to show.
        When::Not(_)
        | When::Is(..)
        | When::OneOf(..)
        | When::Includes(..)
        | When::Compare(..)
        | When::CompareDate(..)
        | When::Class(..)
        | When::Met(_) => {}
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a failing test should stop at the cause")]
mod tests {
    use super::*;
    use crate::engine::{Answer, Answers};
    use crate::rulebook::{Date, Value};

    const PACK: &str = include_str!("../../rules.json");

    #[test]
    fn the_growth_of_two_years_is_compared_with_the_threshold_of_its_measure() {
        let pack = RulePack::from_json(PACK).unwrap();
        let fact = |id| pack.find_fact(id).unwrap();
        let group = pack.group_of(fact("rd-spending")).unwrap();
        let number = |number: &str| Some(Answer::Value(Value::Number(number.parse().unwrap())));
        let mut answers = Answers::none(&pack);
        answers.set(fact("rd-spending"), number("900"));
        let computed = |answers: &Answers| {
            let as_of = Date::constant(2019, 5, 10);
            computed_number(&EvalContext { pack: &pack, answers, as_of }, group)
        };
        assert_eq!(computed(&answers), None);
        answers.set(fact("rd-spending-before"), number("700.5"));
        let computed = computed(&answers).unwrap();
        assert_eq!(
            (computed.value, computed.unit),
            ("199.5".parse().unwrap(), Some("万元".into()))
        );
        let threshold = Threshold {
            comparison: Comparison::AtLeast,
            number: "200".parse().unwrap(),
            measures: vec![pack.find_measure("grow-rd").unwrap()],
        };
        assert!(!threshold.is_reached_by(computed.value));
        assert_eq!(computed.thresholds, [threshold]);
    }
}
