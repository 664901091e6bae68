//! Values of one fact, with a preference for those at the bounds of the rules.

use eligibility_check::rulebook::{
    Date, Decimal, Fact, FactKind, NumberKind, Options, RulePack, Value, date_from_day_number,
    day_number, format_date,
};

use crate::random::Random;
use crate::thresholds::Thresholds;

/// The pack, its bounds and the as-of date.
pub(crate) struct Values<'a> {
    pub(crate) pack: &'a RulePack,
    pub(crate) thresholds: &'a Thresholds,
    pub(crate) as_of: Date,
}

impl Values<'_> {
    /// A valid value of a fact.
    pub(crate) fn value(&self, fact: &Fact, random: &mut Random) -> Value {
        match &fact.kind {
            FactKind::YesNo => Value::YesNo(random.percent(50)),
            FactKind::Choice(options) => {
                Value::Options(Options::single(random.below(options.len() as u64) as usize))
            }
            FactKind::Choices(options) => Value::Options(choices(options.len(), random)),
            FactKind::Number(kind) => Value::Number(self.number(fact, kind, random)),
            FactKind::Date => Value::Date(self.date(fact, random)),
        }
    }

    fn number(&self, fact: &Fact, kind: &NumberKind, random: &mut Random) -> Decimal {
        let known = self.thresholds.numbers.get(&*fact.id).map(Vec::as_slice).unwrap_or_default();
        let step = step(kind);
        let near = |random: &mut Random, value: Decimal| {
            offset(value, step.saturating_mul(random.below(3) as i64 - 1))
        };
        let value = match random.below(20) {
            0 => kind.min.unwrap_or_default(),
            1 => kind.max.unwrap_or(Decimal::MAX),
            2 => Decimal::ZERO,
            3..10 => match random.pick(known) {
                Some(bound) => near(random, *bound),
                None => Decimal::from_integer(random.below(100) as i64),
            },
            // A usual number, small ones more often.
            10..13 => {
                let [least, most] =
                    kind.usual.unwrap_or([Decimal::ZERO, Decimal::from_integer(100)]);
                let share = random.below(1_000).saturating_mul(random.below(1_000)) as i64;
                let range = most.millionths().saturating_sub(least.millionths());
                offset(least, (range / 1_000_000).saturating_mul(share))
            }
            // A small number, with as many decimal places as the fact has.
            13..16 => offset(Decimal::ZERO, step.saturating_mul(random.below(3_000) as i64)),
            // A number of any size, from 1 to 10⁹, with few digits.
            _ => {
                let power = 10_i64.pow(random.below(9) as u32);
                Decimal::from_integer(power.saturating_mul(1 + random.below(20) as i64))
            }
        };
        clamp(kind, value)
    }

    fn date(&self, fact: &Fact, random: &mut Random) -> Date {
        let as_of = day_number(self.as_of);
        let fixed = self.thresholds.days.get(&*fact.id).map(Vec::as_slice).unwrap_or_default();
        let periods = self.thresholds.numbers.get(&*fact.id).map(Vec::as_slice).unwrap_or_default();
        let near = random.below(3) as i64 - 1;
        match random.below(10) {
            0 => day(as_of + near),
            1..4 => random.pick(fixed).map_or(self.as_of, |fixed| day(day_number(*fixed) + near)),
            // Months or days before the as-of date, as the rules count them.
            4..7 => {
                let period =
                    random.pick(periods).map_or(12, |period| period.millionths() / 1_000_000);
                match random.percent(70) {
                    true => day(day_number(months_before(self.as_of, period)) + near),
                    false => day(as_of - period + near),
                }
            }
            // The last days of months, 29 February among them.
            7 => {
                let back = random.below(60) as i64;
                let first =
                    Date::new(self.as_of.year(), self.as_of.month(), 1).unwrap_or(self.as_of);
                day(day_number(months_before(first, back)) - 1 + near)
            }
            8 => day(as_of + 400 - random.below(800) as i64),
            _ => day(as_of - random.below(20_000) as i64),
        }
    }
}

/// The smallest difference between two values, in millionths.
pub(crate) fn step(kind: &NumberKind) -> i64 {
    10_i64.pow(6_u32.saturating_sub(u32::from(kind.decimals)))
}

/// The nearest valid number.
pub(crate) fn clamp(kind: &NumberKind, value: Decimal) -> Decimal {
    let step = step(kind);
    let rounded = Decimal::from_millionths(value.millionths().div_euclid(step) * step);
    let least = kind.min.unwrap_or(Decimal::MIN);
    let greatest = kind.max.unwrap_or(Decimal::MAX);
    rounded.max(least).min(greatest)
}

fn offset(value: Decimal, millionths: i64) -> Decimal {
    Decimal::from_millionths(value.millionths().saturating_add(millionths))
}

/// A set of options: none, one, some, or all.
fn choices(count: usize, random: &mut Random) -> Options {
    let all = Options::first(count);
    let one = Options::single(random.below(count as u64) as usize);
    match random.below(8) {
        0 => Options::EMPTY,
        1..4 => one,
        4 => all.difference(one),
        5 => all,
        _ => all
            .indices()
            .filter(|_| random.percent(30))
            .fold(Options::EMPTY, |set, index| set.union(Options::single(index))),
    }
}

fn day(number: i64) -> Date {
    date_from_day_number(number).unwrap_or_default()
}

/// The same day, or the last of its month, some months earlier.
fn months_before(date: Date, months: i64) -> Date {
    let month = i64::from(date.year()) * 12 + i64::from(date.month()) - 1 - months;
    let year = i16::try_from(month.div_euclid(12)).unwrap_or_default();
    let first = Date::new(year, i8::try_from(month.rem_euclid(12) + 1).unwrap_or(1), 1);
    first.map_or(date, |first| {
        let last = first.days_in_month();
        Date::new(first.year(), first.month(), date.day().min(last)).unwrap_or(first)
    })
}

/// The text of a value, as in a cell.
pub(crate) fn text(fact: &Fact, value: Value) -> String {
    match value {
        Value::YesNo(yes) => yes.to_string(),
        Value::Number(number) => number.to_string(),
        Value::Date(date) => format_date(date),
        Value::Options(set) => {
            let ids: Vec<&str> = fact.kind.chosen(set).map(|option| &*option.id).collect();
            match fact.kind {
                // No option is an answer too, unlike an empty cell.
                FactKind::Choices(_) if ids.is_empty() => ";".to_owned(),
                _ => ids.join(";"),
            }
        }
    }
}
