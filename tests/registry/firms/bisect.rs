//! The two neighbouring values of a fact between which an outcome changes.
//!
//! Finds every kind of bound without knowing its form: of a sum, a share, a growth rate, a number
//! of months, a table of points.

use eligibility_check::engine::{Answer, Answers, CompiledPack, Outcome, OutcomeBuffer};
use eligibility_check::rulebook::{
    Decimal, FactId, FactKind, RulePack, Value, date_from_day_number, day_number,
};

use crate::random::Random;
use crate::values::{Values, clamp, step};

/// Sets a fact to a value at a bound. Leaves the answers unchanged if no outcome depends on the
/// fact's size.
pub(crate) fn bisect(
    values: &Values<'_>,
    rules: &CompiledPack,
    answers: &mut Answers,
    fact: FactId,
    random: &mut Random,
) {
    let pack = values.pack;
    let Some(ends) = ends(values, fact, random) else { return };
    let mut buffer = OutcomeBuffer::default();
    let original = answers.get(fact);
    let mut outcomes = |answers: &mut Answers, number: i64| -> Vec<Outcome> {
        answers.set(fact, value(pack, fact, number).map(Answer::Value));
        let measures = rules.measures_of(fact).iter().copied();
        rules.outcomes_of(pack, answers, measures, &mut buffer).to_vec()
    };
    let (mut low, mut high) = ends;
    let at_low = outcomes(answers, low);
    if at_low == outcomes(answers, high) {
        answers.set(fact, original);
        return;
    }
    while high.saturating_sub(low) > 1 {
        let middle = low.midpoint(high);
        match outcomes(answers, middle) == at_low {
            true => low = middle,
            false => high = middle,
        }
    }
    let chosen = if random.percent(50) { low } else { high };
    answers.set(fact, value(pack, fact, chosen).map(Answer::Value));
}

/// Two values, the smaller first: numbers in steps of the last decimal place, or day numbers.
fn ends(values: &Values<'_>, fact: FactId, random: &mut Random) -> Option<(i64, i64)> {
    let fact = &values.pack.facts[fact];
    let mut number = || match values.value(fact, random) {
        Value::Date(date) => Some(day_number(date)),
        Value::Number(number) => match &fact.kind {
            FactKind::Number(kind) => Some(number.millionths() / step(kind)),
            _ => None,
        },
        _ => None,
    };
    let (one, other) = (number()?, number()?);
    Some((one.min(other), one.max(other)))
}

fn value(pack: &RulePack, fact: FactId, number: i64) -> Option<Value> {
    match &pack.facts[fact].kind {
        FactKind::Number(kind) => {
            let value = Decimal::from_millionths(number.saturating_mul(step(kind)));
            Some(Value::Number(clamp(kind, value)))
        }
        FactKind::Date => date_from_day_number(number).map(Value::Date),
        _ => None,
    }
}
