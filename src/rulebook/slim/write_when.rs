//! Writes conditions, quantities and what measures grant.

use crate::rulebook::{Benefit, Comparison, FactId, Grant, Id, Json, Options, Quantity, When};

use super::marks;
use super::write::{Writer, date, decimal, integer, list, maybe, places, row, string, whole};

impl Writer<'_> {
    pub(super) fn maybe_when(&self, when: Option<&When>) -> Json {
        maybe(when.map(|when| self.when(when)))
    }

    pub(super) fn when(&self, when: &When) -> Json {
        let parts = |parts: &[When]| parts.iter().map(|part| self.when(part)).collect::<Vec<Json>>();
        match when {
            When::All(whens) => operator(marks::ALL, parts(whens)),
            When::Any(whens) => operator(marks::ANY, parts(whens)),
            When::Not(part) => operator(marks::NOT, [self.when(part)]),
            When::AtLeastOf(least, whens) => {
                operator(marks::AT_LEAST_OF, [integer(*least)].into_iter().chain(parts(whens)))
            }
            When::Term(term) => operator(marks::TERM, [integer(term.place())]),
            When::Is(fact, value) => operator(marks::IS, [place(*fact), integer(usize::from(*value))]),
            When::OneOf(fact, options) => operator(marks::ONE_OF, self.options(*fact, *options)),
            When::Includes(fact, options) => operator(marks::INCLUDES, self.options(*fact, *options)),
            When::Compare(left, comparison, right) => {
                operator(marks::COMPARE, [quantity(left), word(*comparison), quantity(right)])
            }
            When::CompareDate(fact, comparison, day) => {
                operator(marks::COMPARE_DATE, [place(*fact), word(*comparison), date(*day)])
            }
        }
    }

    /// A fact and the places of some of its options.
    fn options(&self, fact: FactId, options: Options) -> Vec<Json> {
        let count = self.book.facts[fact].kind.options().len();
        let chosen = (0..count).filter(|place| options.meets(Options::one(*place)));
        [place(fact)].into_iter().chain(chosen.map(integer)).collect()
    }

    pub(super) fn grant(&self, grant: &Grant) -> Json {
        let period = grant.period.map(|period| {
            let times = period.times.map(|times| integer(usize::from(times)));
            row([integer(period.every as usize), maybe(times)])
        });
        row([
            integer(grant.evidence as usize),
            places(&grant.provision),
            self.benefit(&grant.benefit),
            self.maybe_text(grant.note.as_ref()),
            maybe(period),
        ])
    }

    fn benefit(&self, benefit: &Benefit) -> Json {
        match benefit {
            Benefit::Unspecified => operator(marks::UNSPECIFIED, []),
            Benefit::Fixed(money) => operator(marks::FIXED, [decimal(money.amount), string(&money.unit)]),
            Benefit::UpTo(money) => operator(marks::UP_TO, [decimal(money.amount), string(&money.unit)]),
            Benefit::Tiers(tiers) => {
                let figures = tiers.tiers.iter().flat_map(|tier| [tier.from, tier.to, tier.amount]);
                let head = [quantity(&tiers.by), string(&tiers.unit)];
                operator(marks::TIERS, head.into_iter().chain(figures.map(decimal)))
            }
            Benefit::Rate(rate) => {
                let cap = rate.cap.map(decimal);
                let head = [decimal(rate.percent), quantity(&rate.of), string(&rate.unit)];
                operator(marks::RATE, head.into_iter().chain(cap))
            }
            Benefit::InKind(text) => operator(marks::IN_KIND, [self.text(text)]),
        }
    }
}

fn quantity(value: &Quantity) -> Json {
    match value {
        Quantity::Constant(number) => match whole(*number) {
            Some(whole) => Json::Integer(whole),
            None => operator(marks::MILLIONTHS, [Json::Integer(number.millionths())]),
        },
        Quantity::Fact(fact) => operator(marks::FACT, [place(*fact)]),
        Quantity::MonthsSince(fact) => operator(marks::MONTHS_SINCE, [place(*fact)]),
        Quantity::DaysSince(fact) => operator(marks::DAYS_SINCE, [place(*fact)]),
        Quantity::Difference(left, right) => operator(marks::DIFFERENCE, [quantity(left), quantity(right)]),
        Quantity::Sum(parts) => operator(marks::SUM, parts.iter().map(quantity)),
        Quantity::Percent(percent, part) => operator(marks::PERCENT, [decimal(*percent), quantity(part)]),
        Quantity::Ratio(left, right) => operator(marks::RATIO, [quantity(left), quantity(right)]),
        Quantity::Growth(left, right) => operator(marks::GROWTH, [quantity(left), quantity(right)]),
    }
}

fn operator(mark: i64, operands: impl IntoIterator<Item = Json>) -> Json {
    list([Json::Integer(mark)].into_iter().chain(operands))
}

fn place(fact: FactId) -> Json {
    integer(fact.place())
}

fn word(comparison: Comparison) -> Json {
    integer(comparison as usize)
}
