//! Takes values from rows, one after the other.
//!
//! Whatever does not fit marks the whole file as damaged and yields a stand-in: the reader goes on, and what it read
//! is thrown away in the end. Without a way out after every value it is less WebAssembly.

use std::rc::Rc;

use crate::rulebook::table::MOST;
use crate::rulebook::{Date, Decimal, Fact, FactId, Id, Json, Locale, Options, Period, Text};

use super::{POOLS, marks};

/// What is left of a row.
pub(super) type Row<'a> = std::slice::Iter<'a, Json>;

/// A slim pack being read.
pub(super) struct Reader {
    /// Whether anything so far did not fit
    pub(super) damaged: bool,
    pub(super) locale: Locale,
    /// Strings that stand once, the next of each pool last
    pub(super) pools: [Vec<Rc<str>>; POOLS],
    /// Texts that stand more than once
    pub(super) shared: Vec<Rc<str>>,
    /// The facts read so far: all of them before any condition is
    pub(super) facts: Vec<Fact>,
    pub(super) counts: Counts,
}

/// How many of each there are that may be named.
#[derive(Default)]
pub(super) struct Counts {
    pub(super) documents: usize,
    pub(super) provisions: usize,
    pub(super) sections: usize,
    pub(super) terms: usize,
    pub(super) materials: usize,
    pub(super) offices: usize,
    pub(super) measures: usize,
}

impl Reader {
    /// Opens the list that comes next; what is absent is an empty one.
    pub(super) fn open<'a>(&mut self, row: &mut Row<'a>) -> Row<'a> {
        match row.next() {
            Some(Json::Array(items)) => items.iter(),
            Some(Json::Null) | None => [].iter(),
            Some(_) => {
                self.damaged = true;
                [].iter()
            }
        }
    }

    /// Every item of the list that comes next.
    pub(super) fn list<T>(&mut self, row: &mut Row<'_>, item: fn(&mut Reader, &mut Row<'_>) -> T) -> Vec<T> {
        let mut list = self.open(row);
        self.all(&mut list, item)
    }

    /// Every item that is left. A loop, because `collect` costs more WebAssembly.
    pub(super) fn all<T>(&mut self, row: &mut Row<'_>, item: fn(&mut Reader, &mut Row<'_>) -> T) -> Vec<T> {
        let mut items = Vec::new();
        while row.len() > 0 {
            items.push(item(self, row));
        }
        items
    }

    /// Every row of the list that comes next, no more than there are places; each must be read to its end.
    pub(super) fn rows<T>(&mut self, row: &mut Row<'_>, item: fn(&mut Reader, &mut Row<'_>) -> T) -> Vec<T> {
        let mut list = self.open(row);
        self.damaged |= list.len() > MOST;
        let mut items = Vec::new();
        while list.len() > 0 {
            let mut row = self.open(&mut list);
            items.push(item(self, &mut row));
            self.end(&row);
        }
        items
    }

    /// Nothing may be left.
    pub(super) fn end(&mut self, row: &Row<'_>) {
        self.damaged |= row.len() > 0;
    }

    /// What comes next, unless it is absent.
    pub(super) fn maybe<T>(
        &mut self,
        row: &mut Row<'_>,
        value: fn(&mut Reader, &mut Row<'_>) -> T,
    ) -> Option<T> {
        match row.as_slice().first() {
            Some(Json::Null) | None => {
                row.next();
                None
            }
            Some(_) => Some(value(self, row)),
        }
    }

    /// A mark that nothing has.
    pub(super) fn no_such<T>(&mut self, stand_in: T) -> T {
        self.damaged = true;
        stand_in
    }

    pub(super) fn integer(&mut self, row: &mut Row<'_>) -> i64 {
        match row.next() {
            Some(Json::Integer(value)) => *value,
            _ => {
                self.damaged = true;
                0
            }
        }
    }

    /// A whole number of at least zero and less than `end`.
    pub(super) fn below(&mut self, row: &mut Row<'_>, end: usize) -> usize {
        let value = usize::try_from(self.integer(row)).unwrap_or(usize::MAX);
        self.damaged |= value >= end;
        value
    }

    /// The place of something in a list of so many.
    pub(super) fn place<I: Id>(&mut self, row: &mut Row<'_>, count: usize) -> I {
        I::at(self.below(row, count))
    }

    pub(super) fn places<I: Id>(&mut self, row: &mut Row<'_>, count: usize) -> Vec<I> {
        let mut list = self.open(row);
        let mut places = Vec::new();
        while list.len() > 0 {
            places.push(self.place(&mut list, count));
        }
        places
    }

    /// One of the words of a list, by its place.
    pub(super) fn word<T: Copy>(&mut self, row: &mut Row<'_>, words: &[T], stand_in: T) -> T {
        let place = self.below(row, words.len());
        words.get(place).copied().unwrap_or(stand_in)
    }

    pub(super) fn string(&mut self, row: &mut Row<'_>) -> Rc<str> {
        let string = match row.next() {
            Some(Json::String(string)) => Some(Rc::from(string.as_str())),
            Some(Json::Integer(place)) => {
                let place = usize::try_from(*place).unwrap_or(usize::MAX);
                match self.pools.get_mut(place) {
                    Some(pool) => pool.pop(),
                    None => self.shared.get(place - POOLS).map(Rc::clone),
                }
            }
            _ => None,
        };
        self.damaged |= string.is_none();
        string.unwrap_or_default()
    }

    pub(super) fn text(&mut self, row: &mut Row<'_>) -> Text {
        Text::new(vec![(self.locale, self.string(row))])
    }

    pub(super) fn decimal(&mut self, row: &mut Row<'_>) -> Decimal {
        match row.as_slice().first() {
            Some(Json::Array(_)) => {
                let mut row = self.open(row);
                let decimal = self.millionths(&mut row);
                self.end(&row);
                decimal
            }
            _ => {
                let whole = self.integer(row);
                self.in_range(Decimal::whole(whole))
            }
        }
    }

    pub(super) fn millionths(&mut self, row: &mut Row<'_>) -> Decimal {
        let millionths = self.integer(row);
        self.in_range(Decimal::of_millionths(millionths))
    }

    /// Decimals that an author can write are small enough that sums of them are exact.
    fn in_range(&mut self, decimal: Decimal) -> Decimal {
        const LARGEST: u64 = 100_000_000_000_000_000;
        self.damaged |= decimal.millionths().unsigned_abs() > LARGEST;
        decimal
    }

    pub(super) fn date(&mut self, row: &mut Row<'_>) -> Date {
        let number = self.integer(row);
        let part = |number: i64| i8::try_from(number % 100).unwrap_or_default();
        let year = i16::try_from(number / 10_000).unwrap_or(i16::MAX);
        let date = Date::new(year, part(number / 100), part(number)).ok();
        self.damaged |= date.is_none();
        date.unwrap_or_default()
    }

    pub(super) fn period(&mut self, row: &mut Row<'_>) -> Period {
        Period { from: self.maybe(row, Reader::date), to: self.maybe(row, Reader::date) }
    }

    /// The place of a fact, which must be of this kind.
    pub(super) fn fact(&mut self, row: &mut Row<'_>, kind: i64) -> FactId {
        let place = self.below(row, self.facts.len());
        let found = self.facts.get(place).map(|fact| marks::kind(&fact.kind));
        self.damaged |= found != Some(kind);
        Id::at(place)
    }

    /// The options that are left, by their places among those of the fact.
    pub(super) fn options(&mut self, row: &mut Row<'_>, fact: FactId) -> Options {
        let count = self.facts.get(fact.place()).map_or(0, |fact| fact.kind.options().len());
        let mut options = Options::NONE;
        while row.len() > 0 {
            options = options.with(Options::one(self.below(row, count)));
        }
        self.damaged |= options.is_empty();
        options
    }
}

/// The number that 16 hexadecimal digits stand for, letters in lower case.
pub(super) fn hexadecimal(digits: &str) -> Option<u64> {
    let mut number = 0;
    for digit in digits.bytes() {
        let value = match digit {
            b'0'..=b'9' => digit - b'0',
            b'a'..=b'f' => digit - b'a' + 10,
            _ => return None,
        };
        number = number << 4 | u64::from(value);
    }
    if digits.len() == 16 { Some(number) } else { None }
}
