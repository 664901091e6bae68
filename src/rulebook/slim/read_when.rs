//! Reads conditions, quantities and what measures grant.
//!
//! Nesting is bounded by the JSON reader, which stops at 128 levels.

use crate::rulebook::cycle::{MOST_DEEP, MOST_FOLLOWED};
use crate::rulebook::{
    Benefit, Comparison, Every, Grant, GrantPeriod, Id, Json, Money, Quantity, Rate, Term, Tier, Tiers, When,
};

use super::marks;
use super::row::{Reader, Row};

impl Reader {
    pub(super) fn when(&mut self, row: &mut Row<'_>) -> When {
        let mut row = self.open(row);
        let row = &mut row;
        let when = match self.integer(row) {
            marks::ALL => When::All(self.whens(row)),
            marks::ANY => When::Any(self.whens(row)),
            marks::NOT => When::Not(Box::new(self.when(row))),
            marks::AT_LEAST_OF => {
                let least = self.below(row, row.len());
                self.damaged |= least == 0;
                When::AtLeastOf(least, self.whens(row))
            }
            marks::TERM => When::Term(self.place(row, self.counts.terms)),
            marks::IS => When::Is(self.fact(row, marks::YES_NO), self.below(row, 2) == 1),
            marks::ONE_OF => {
                let fact = self.fact(row, marks::CHOICE);
                When::OneOf(fact, self.options(row, fact))
            }
            marks::INCLUDES => {
                let fact = self.fact(row, marks::CHOICES);
                When::Includes(fact, self.options(row, fact))
            }
            marks::COMPARE => When::Compare(self.quantity(row), self.comparison(row), self.quantity(row)),
            marks::COMPARE_DATE => {
                When::CompareDate(self.fact(row, marks::DATE), self.comparison(row), self.date(row))
            }
            _ => self.no_such(When::All(Vec::new())),
        };
        self.end(row);
        when
    }

    fn whens(&mut self, row: &mut Row<'_>) -> Vec<When> {
        self.damaged |= row.len() == 0;
        self.all(row, Reader::when)
    }

    fn comparison(&mut self, row: &mut Row<'_>) -> Comparison {
        self.word(row, &Comparison::ALL, Comparison::Is)
    }

    /// A whole number stands for itself; everything else is a row.
    pub(super) fn quantity(&mut self, row: &mut Row<'_>) -> Quantity {
        if let Some(Json::Integer(_)) = row.as_slice().first() {
            return Quantity::Constant(self.decimal(row));
        }
        let mut row = self.open(row);
        let row = &mut row;
        let quantity = match self.integer(row) {
            marks::MILLIONTHS => Quantity::Constant(self.millionths(row)),
            marks::FACT => Quantity::Fact(self.fact(row, marks::NUMBER)),
            marks::MONTHS_SINCE => Quantity::MonthsSince(self.fact(row, marks::DATE)),
            marks::DAYS_SINCE => Quantity::DaysSince(self.fact(row, marks::DATE)),
            marks::DIFFERENCE => Quantity::Difference(self.part(row), self.part(row)),
            marks::SUM => {
                self.damaged |= row.len() == 0;
                Quantity::Sum(self.all(row, Reader::quantity))
            }
            marks::PERCENT => Quantity::Percent(self.decimal(row), self.part(row)),
            marks::RATIO => Quantity::Ratio(self.part(row), self.part(row)),
            marks::GROWTH => Quantity::Growth(self.part(row), self.part(row)),
            _ => self.no_such(Quantity::Sum(Vec::new())),
        };
        self.end(row);
        quantity
    }

    fn part(&mut self, row: &mut Row<'_>) -> Box<Quantity> {
        Box::new(self.quantity(row))
    }

    pub(super) fn grant(&mut self, row: &mut Row<'_>) -> Grant {
        let mut row = self.open(row);
        let row = &mut row;
        let grant = Grant {
            evidence: self.evidence(row),
            provision: self.provisions(row),
            benefit: self.benefit(row),
            note: self.maybe(row, Reader::text),
            period: self.maybe(row, Reader::grant_period),
        };
        self.end(row);
        grant
    }

    fn benefit(&mut self, row: &mut Row<'_>) -> Benefit {
        let mut row = self.open(row);
        let row = &mut row;
        let benefit = match self.integer(row) {
            marks::UNSPECIFIED => Benefit::Unspecified,
            marks::FIXED => Benefit::Fixed(self.money(row)),
            marks::UP_TO => Benefit::UpTo(self.money(row)),
            marks::TIERS => Benefit::Tiers(Tiers {
                by: self.quantity(row),
                unit: self.string(row),
                tiers: self.all(row, Reader::tier),
            }),
            marks::RATE => Benefit::Rate(Rate {
                percent: self.decimal(row),
                of: self.quantity(row),
                unit: self.string(row),
                cap: self.maybe(row, Reader::decimal),
            }),
            marks::IN_KIND => Benefit::InKind(self.text(row)),
            _ => self.no_such(Benefit::Unspecified),
        };
        self.end(row);
        benefit
    }

    pub(super) fn money(&mut self, row: &mut Row<'_>) -> Money {
        Money { amount: self.decimal(row), unit: self.string(row) }
    }

    fn tier(&mut self, row: &mut Row<'_>) -> Tier {
        Tier { from: self.decimal(row), to: self.decimal(row), amount: self.decimal(row) }
    }

    fn grant_period(&mut self, row: &mut Row<'_>) -> GrantPeriod {
        let mut row = self.open(row);
        let period = GrantPeriod {
            every: self.word(&mut row, &Every::ALL, Every::Year),
            times: self.maybe(&mut row, Reader::times),
        };
        self.end(&row);
        period
    }

    fn times(&mut self, row: &mut Row<'_>) -> u16 {
        u16::try_from(self.below(row, 65_536)).unwrap_or_default()
    }
}

/// Whether each term stands on the ground: in every round, those are marked whose parts were marked in an earlier
/// one. A circle never is, and a tower of more than the terms allowed is not in time; one that comes to more than the
/// terms allowed is not marked at all.
pub(super) fn grounded(terms: &[Term]) -> bool {
    // The round in which each term was marked and how many it comes to; 0 is not yet.
    let mut marks = vec![(0, 0_usize); terms.len()];
    for round in 1..=MOST_DEEP {
        for (place, term) in terms.iter().enumerate() {
            let mut ready = marks.get(place) == Some(&(0, 0));
            let mut followed = 1_usize;
            term.when.each_term(&mut |below| match marks.get(below.place()) {
                Some((marked, below)) if (1..round).contains(marked) => {
                    followed = followed.saturating_add(*below);
                }
                _ => ready = false,
            });
            if let (true, Some(mark)) = (ready && followed <= MOST_FOLLOWED, marks.get_mut(place)) {
                *mark = (round, followed);
            }
        }
    }
    !marks.contains(&(0, 0))
}
