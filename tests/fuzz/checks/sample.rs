//! Days and answers decoded from bytes: the bounds of each fact, and some values between them.

use eligibility_check::engine::{Answer, parse_answer};
use eligibility_check::rulebook::{
    Date, Fact, FactKind, Options, RulePack, Value, format_date, parse_date,
};

/// A day to ask about: the first and last that can be written, the bounds of the pack, or another.
pub(super) fn day(pack: &RulePack, code: u8) -> Date {
    let constants = ["2019-05-10", "1800-01-01", "9999-12-31", "2020-02-29", "2019-01-31"];
    let days = constants.iter().filter_map(|text| parse_date(text));
    let days: Vec<Date> =
        days.chain([pack.in_force.from, pack.in_force.to].into_iter().flatten()).collect();
    days.get(usize::from(code) % days.len()).copied().unwrap_or_default()
}

/// A valid answer for the fact; `None` if the bytes encode none.
pub(super) fn answer(
    pack: &RulePack,
    fact: &Fact,
    as_of: Date,
    code: u8,
    more: u8,
) -> Option<Answer> {
    if code == 0 {
        return Some(Answer::NotSure);
    }
    let (code, count) = (usize::from(code), fact.kind.options().len());
    let value = match &fact.kind {
        FactKind::YesNo => Some(Value::YesNo(code.is_multiple_of(2))),
        FactKind::Choice(_) => Some(Value::Options(Options::single(code % count))),
        FactKind::Choices(_) => {
            let indices =
                (0..count).filter(|index| (code | usize::from(more) << 8) >> (index % 16) & 1 == 1);
            Some(Value::Options(
                indices.fold(Options::EMPTY, |set, index| set.union(Options::single(index))),
            ))
        }
        FactKind::Number(number) => {
            let bound =
                [number.min, number.max].into_iter().flatten().map(|bound| bound.to_string());
            let constants = [
                "0",
                "1",
                "-1",
                "0.000001",
                "100000000000",
                "-100000000000",
                "33.33",
                "99999999999.999999",
            ];
            let mut texts: Vec<String> = bound.chain(constants.map(str::to_owned)).collect();
            texts.push(format!("{more}.{code}"));
            texts.push(more.to_string());
            typed(pack, &fact.kind, texts.get(code % texts.len())?)
        }
        FactKind::Date => {
            let (month, day) = (code % 12 + 1, more % 31 + 1);
            let year = 2014 + usize::from(more) % 8;
            let some_day = format!("{year}-{month:02}-{day:02}");
            let constants =
                ["0000-01-01", "9999-12-31", "2000-02-29", "2019-01-31"].map(str::to_owned);
            let texts: Vec<String> =
                constants.into_iter().chain([format_date(as_of), some_day]).collect();
            typed(pack, &fact.kind, texts.get(code % texts.len())?)
        }
    };
    value.map(Answer::Value)
}

fn typed(pack: &RulePack, kind: &FactKind, text: &str) -> Option<Value> {
    parse_answer(pack, kind, text).ok().flatten()
}
