//! Facts about the applicant, and the questions that ask for them.

use std::rc::Rc;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::decimal::Decimal;
use super::json_forms::{self, is_default};
use super::table::SectionId;
use super::text::Text;
use super::when::When;

/// A group of questions under one heading.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Section {
    /// The id in the pack
    pub id: Rc<str>,
    /// The heading
    pub title: Text,
}

/// A property of the applicant that conditions refer to.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Fact {
    /// The id in answers, scenarios and conditions
    pub id: Rc<str>,
    /// The type of its values
    pub kind: FactKind,
    /// The section of its question
    pub section: SectionId,
    /// The question
    pub question: Text,
    /// Advice on where to find the answer
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<Text>,
    /// The documents that prove the answer, for the officer at the window
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub check_against: Option<Text>,
    /// The condition for asking the question; always asked if absent. It only hides a question and
    /// never changes an outcome.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ask_when: Option<When>,
    /// The changes that the applicant can make: the nearest miss proposes no others
    #[serde(default, skip_serializing_if = "is_default")]
    pub changeable: Changeable,
    /// Whether a date may be after the as-of date, such as the last day of a certificate. Any other
    /// date is that of an event, which has not happened before it
    #[serde(default, skip_serializing_if = "is_default")]
    pub future: bool,
}

/// The changes of a fact that the applicant can make.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Changeable {
    /// None: a fact about the past, or decided by others
    #[default]
    No,
    /// Any
    Yes,
    /// Only to a larger number
    More,
    /// Only to a smaller number
    Less,
}

impl Changeable {
    /// Whether a change from one value to another is possible.
    pub fn allows(self, from: Value, to: Value) -> bool {
        match (self, from, to) {
            (Changeable::No, _, _) => false,
            (Changeable::Yes, _, _) => true,
            (Changeable::More, Value::Number(from), Value::Number(to)) => to > from,
            (Changeable::Less, Value::Number(from), Value::Number(to)) => to < from,
            // OK because only numbers have a direction.
            (Changeable::More | Changeable::Less, _, _) => false,
        }
    }
}

/// The type of a fact's values.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FactKind {
    /// True or false
    YesNo,
    /// Exactly one of several options
    Choice(Vec<Choice>),
    /// Any number of several options, including none
    Choices(Vec<Choice>),
    /// An exact decimal with a unit
    Number(NumberKind),
    /// A day
    Date,
}

/// Bounds and unit of a number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct NumberKind {
    /// The unit, such as 万元
    pub unit: Rc<str>,
    /// Smallest value allowed
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<Decimal>,
    /// Largest value allowed
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<Decimal>,
    /// Number of decimal places allowed
    #[serde(default, skip_serializing_if = "is_default")]
    pub decimals: u8,
    /// The lowest and the highest usual value, within the bounds. The widget asks back about
    /// values outside. Never an error
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub usual: Option<[Decimal; 2]>,
}

impl NumberKind {
    /// The largest number of decimal places, as many as [`Decimal`] stores.
    pub(super) const MAX_DECIMALS: u8 = 6;
}

/// One option of a `choice` or `choices` fact.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Choice {
    /// The id in answers and conditions
    pub id: Rc<str>,
    /// The label
    pub label: Text,
    /// Other words for it, for searches
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub synonyms: Vec<Text>,
}

/// A set of options of one fact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Options(u128);

impl Options {
    /// The largest number of options of a fact.
    pub const MAX: usize = 128;

    /// The empty set.
    pub const EMPTY: Options = Options(0);

    /// The set of one option, by its index in the fact's list; empty if the index is out of range.
    pub fn single(index: usize) -> Options {
        Options(1u128.checked_shl(u32::try_from(index).unwrap_or(u32::MAX)).unwrap_or_default())
    }

    /// The set of the first `count` options.
    pub fn first(count: usize) -> Options {
        Options(
            u128::MAX
                .checked_shr(u32::try_from(Options::MAX.saturating_sub(count)).unwrap_or(u32::MAX))
                .unwrap_or(0),
        )
    }

    /// The set of the option with the lowest index; empty for the empty set.
    #[must_use]
    pub fn lowest(self) -> Options {
        Options(self.0 & self.0.wrapping_neg())
    }

    /// The indices of its options in the fact's list, in order.
    pub fn indices(self) -> impl Iterator<Item = usize> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let index = (rest != 0).then_some(rest.trailing_zeros() as usize);
            rest &= rest.wrapping_sub(1);
            index
        })
    }

    /// The number of options in the set.
    pub fn count(self) -> u32 {
        self.0.count_ones()
    }

    /// The options in both sets.
    #[must_use]
    pub fn intersection(self, other: Options) -> Options {
        Options(self.0 & other.0)
    }

    /// The options in either set.
    #[must_use]
    pub fn union(self, other: Options) -> Options {
        Options(self.0 | other.0)
    }

    /// The options in this set and not in the other.
    #[must_use]
    pub fn difference(self, other: Options) -> Options {
        Options(self.0 & !other.0)
    }

    /// Whether the sets have an option in common.
    pub fn intersects(self, other: Options) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether the set is empty.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// A known value of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Value {
    /// Value of a `yes-no` fact
    YesNo(bool),
    /// Value of a `choice` fact (exactly one option) or a `choices` fact (any number)
    Options(Options),
    /// Value of a `number` fact
    Number(Decimal),
    /// Value of a `date` fact
    Date(#[serde(with = "json_forms::date")] Date),
}

impl FactKind {
    /// The keyword in the pack.
    pub fn name(&self) -> &'static str {
        match self {
            FactKind::YesNo => "yes-no",
            FactKind::Choice(_) => "choice",
            FactKind::Choices(_) => "choices",
            FactKind::Number(_) => "number",
            FactKind::Date => "date",
        }
    }

    /// The options of a `choice` or `choices` fact; empty for other kinds.
    pub fn options(&self) -> &[Choice] {
        match self {
            FactKind::Choice(options) | FactKind::Choices(options) => options,
            FactKind::YesNo | FactKind::Number(_) | FactKind::Date => &[],
        }
    }

    /// The set of the option with this id.
    pub fn option(&self, id: &str) -> Option<Options> {
        self.options().iter().position(|option| &*option.id == id).map(Options::single)
    }

    /// The options of a set, in source order.
    pub fn chosen(&self, set: Options) -> impl Iterator<Item = &Choice> {
        let options = self.options().iter().enumerate();
        options
            .filter(move |(index, _)| set.intersects(Options::single(*index)))
            .map(|(_, option)| option)
    }
}
