//! Answers as a short text that another part of the same page reads back: by places, not by names.
//!
//! Not for keeping: receipts and files are. It is only as long-lived as the rules it was written with.

use crate::rulebook::{Decimal, FactId, FactKind, Id, Options, RuleBook, Value, day_number, numbered_day};

use super::answers::{Answer, Answers};

impl Answers {
    /// Each answer as its fact's place and a number: `3 1,7 -`.
    pub fn packed(&self) -> String {
        let mut text = String::new();
        for (fact, answer) in self.iter() {
            if !text.is_empty() {
                text.push(',');
            }
            text.push_str(&fact.place().to_string());
            text.push(' ');
            match answer {
                Answer::NotSure => text.push('-'),
                Answer::Value(Value::YesNo(yes)) => text.push(if yes { '1' } else { '0' }),
                Answer::Value(Value::Number(number)) => text.push_str(&number.millionths().to_string()),
                Answer::Value(Value::Date(date)) => text.push_str(&day_number(date).to_string()),
                Answer::Value(Value::Options(options)) => {
                    for place in options.places() {
                        text.push_str(&place.to_string());
                        text.push('+');
                    }
                }
            }
        }
        text
    }

    /// Reads what [`Answers::packed`] wrote with the same rules; what does not fit them is left out.
    pub fn unpacked(book: &RuleBook, text: &str) -> Answers {
        let mut answers = Answers::none(book);
        for part in text.split(',') {
            let Some((place, said)) = part.split_once(' ') else { continue };
            let Some(place) = place.parse().ok().filter(|place| *place < book.facts.len()) else { continue };
            let fact = FactId::at(place);
            answers.set(fact, answer(&book.facts[fact].kind, said));
        }
        answers
    }
}

fn answer(kind: &FactKind, said: &str) -> Option<Answer> {
    if said == "-" {
        return Some(Answer::NotSure);
    }
    let value = match kind {
        FactKind::YesNo => Value::YesNo(said == "1"),
        FactKind::Number(_) => Value::Number(Decimal::of_millionths(said.parse().ok()?)),
        FactKind::Date => Value::Date(numbered_day(said.parse().ok()?)?),
        FactKind::Choice(options) | FactKind::Choices(options) => {
            let mut set = Options::NONE;
            for place in said.split_terminator('+') {
                let place = place.parse().ok().filter(|place| *place < options.len())?;
                set = set.with(Options::one(place));
            }
            Value::Options(set)
        }
    };
    Some(Answer::Value(value))
}
