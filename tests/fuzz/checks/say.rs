//! Answers made of bytes: for each fact those at the ends of what it can be, and some between.

use eligibility_check::engine::{Answer, parse_answer};
use eligibility_check::rulebook::{
    Date, Fact, FactKind, Options, RulePack, Value, date_text, parse_date,
};

/// Days that people may ask about: the first and last that can be written, and those of the pack.
pub(super) fn day(book: &RulePack, code: u8) -> Date {
    let written = ["2019-05-10", "0000-01-01", "9999-12-31", "2020-02-29", "2019-01-31"];
    let days = written.iter().filter_map(|text| parse_date(text));
    let days: Vec<Date> =
        days.chain([book.in_force.from, book.in_force.to].into_iter().flatten()).collect();
    days.get(usize::from(code) % days.len()).copied().unwrap_or_default()
}

/// An answer that the fact can have, if the bytes say one.
pub(super) fn answer(fact: &Fact, as_of: Date, code: u8, more: u8) -> Option<Answer> {
    if code == 0 {
        return Some(Answer::NotSure);
    }
    let (code, count) = (usize::from(code), fact.kind.options().len());
    let value = match &fact.kind {
        FactKind::YesNo => Some(Value::YesNo(code.is_multiple_of(2))),
        FactKind::Choice(_) => Some(Value::Options(Options::one(code % count))),
        FactKind::Choices(_) => {
            let places =
                (0..count).filter(|place| (code | usize::from(more) << 8) >> (place % 16) & 1 == 1);
            Some(Value::Options(
                places.fold(Options::NONE, |set, place| set.with(Options::one(place))),
            ))
        }
        FactKind::Number(number) => {
            let bound =
                [number.min, number.max].into_iter().flatten().map(|bound| bound.to_string());
            let written = [
                "0",
                "1",
                "-1",
                "0.000001",
                "100000000000",
                "-100000000000",
                "33.33",
                "99999999999.999999",
            ];
            let mut texts: Vec<String> = bound.chain(written.map(str::to_owned)).collect();
            texts.push(format!("{more}.{code}"));
            texts.push(more.to_string());
            typed(&fact.kind, texts.get(code % texts.len())?)
        }
        FactKind::Date => {
            let (month, day) = (code % 12 + 1, more % 31 + 1);
            let year = 2014 + usize::from(more) % 8;
            let some_day = format!("{year}-{month:02}-{day:02}");
            let written =
                ["0000-01-01", "9999-12-31", "2000-02-29", "2019-01-31"].map(str::to_owned);
            let texts: Vec<String> =
                written.into_iter().chain([date_text(as_of), some_day]).collect();
            typed(&fact.kind, texts.get(code % texts.len())?)
        }
    };
    value.map(Answer::Value)
}

fn typed(kind: &FactKind, text: &str) -> Option<Value> {
    parse_answer(kind, text).ok().flatten()
}
