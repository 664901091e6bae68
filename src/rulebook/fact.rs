//! Facts: what may be known about the applicant, and how it is asked.

use std::rc::Rc;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::decimal::Decimal;
use super::json_forms::{is_default, is_yes, yes};
use super::table::SectionId;
use super::text::Text;
use super::when::When;

/// A heading under which questions are asked.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Section {
    /// Its name in the pack
    pub id: Rc<str>,
    /// What people read
    pub title: Text,
}

/// A thing that may be known about the applicant's situation.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Fact {
    /// Its name in answers, scenarios and rules
    pub id: Rc<str>,
    /// What values it can have
    pub kind: FactKind,
    /// The section it is asked in
    pub section: SectionId,
    /// How it is asked
    pub question: Text,
    /// Where to find the answer
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hint: Option<Text>,
    /// When it is worth asking; always, if there is no such condition.
    /// It never changes an outcome: it only keeps a question off the screen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ask_when: Option<When>,
    /// Whether the applicant could change it in time: a number to reach, and not the day of its founding.
    /// What cannot change is never proposed.
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    pub changeable: bool,
}

/// What values a fact can have.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FactKind {
    /// True or false
    YesNo,
    /// One of some options
    Choice(Vec<Choice>),
    /// Any number of some options, none included
    Choices(Vec<Choice>),
    /// An exact decimal with a unit
    Number(NumberKind),
    /// A day
    Date,
}

/// Bounds and unit of a number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct NumberKind {
    /// What is counted, such as 万元
    pub unit: Rc<str>,
    /// Least value allowed
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min: Option<Decimal>,
    /// Greatest value allowed
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<Decimal>,
    /// Decimal places allowed
    #[serde(default, skip_serializing_if = "is_default")]
    pub decimals: u8,
}

impl NumberKind {
    /// Most decimal places; [`Decimal`] keeps no more.
    pub(super) const MOST_DECIMALS: u8 = 6;
}

/// One option of a choice.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Choice {
    /// Its name in answers and rules
    pub id: Rc<str>,
    /// What people read
    pub label: Text,
}

/// A set of options of one fact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Options(u128);

impl Options {
    /// Most options that a fact can have.
    pub const MOST: usize = 128;

    /// The set with nothing in it.
    pub const NONE: Options = Options(0);

    /// The set of one option, by its place in the fact's list.
    pub fn one(place: usize) -> Options {
        Options(1u128.checked_shl(u32::try_from(place).unwrap_or(u32::MAX)).unwrap_or_default())
    }

    /// The first so many options.
    pub fn first(count: usize) -> Options {
        Options(
            u128::MAX
                .checked_shr(u32::try_from(Options::MOST.saturating_sub(count)).unwrap_or(u32::MAX))
                .unwrap_or(0),
        )
    }

    /// The set of the option that comes first in the author's order; nothing of nothing.
    #[must_use]
    pub fn lowest(self) -> Options {
        Options(self.0 & self.0.wrapping_neg())
    }

    /// The places of its options in the fact's list, in order.
    pub fn places(self) -> impl Iterator<Item = usize> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let place = (rest != 0).then_some(rest.trailing_zeros() as usize);
            rest &= rest.wrapping_sub(1);
            place
        })
    }

    /// How many options it has.
    pub fn count(self) -> u32 {
        self.0.count_ones()
    }

    /// What both sets share.
    #[must_use]
    pub fn and(self, other: Options) -> Options {
        Options(self.0 & other.0)
    }

    /// Both sets together.
    #[must_use]
    pub fn with(self, other: Options) -> Options {
        Options(self.0 | other.0)
    }

    /// This set without the options of another.
    #[must_use]
    pub fn without(self, other: Options) -> Options {
        Options(self.0 & !other.0)
    }

    /// Whether the sets share an option.
    pub fn meets(self, other: Options) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether there is nothing in it.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// A known value of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// Of a yes-no fact
    YesNo(bool),
    /// Of a choice, always exactly one; of choices, any number
    Options(Options),
    /// Of a number
    Number(Decimal),
    /// Of a date
    Date(Date),
}

impl FactKind {
    /// Its word in the pack.
    pub fn name(&self) -> &'static str {
        match self {
            FactKind::YesNo => "yes-no",
            FactKind::Choice(_) => "choice",
            FactKind::Choices(_) => "choices",
            FactKind::Number(_) => "number",
            FactKind::Date => "date",
        }
    }

    /// The options of a choice or of choices; none for other kinds.
    pub fn options(&self) -> &[Choice] {
        match self {
            FactKind::Choice(options) | FactKind::Choices(options) => options,
            FactKind::YesNo | FactKind::Number(_) | FactKind::Date => &[],
        }
    }

    /// The set of the one option with this id.
    pub fn option(&self, id: &str) -> Option<Options> {
        self.options().iter().position(|option| &*option.id == id).map(Options::one)
    }

    /// The options of a set, in the author's order.
    pub fn chosen(&self, set: Options) -> impl Iterator<Item = &Choice> {
        let options = self.options().iter().enumerate();
        options.filter(move |(place, _)| set.meets(Options::one(*place))).map(|(_, option)| option)
    }
}
