//! Three-valued truth: strong Kleene logic.
//!
//! # Why
//!
//! An unanswered question is neither yes nor no. A two-valued evaluation must pick one, and is
//! wrong for some applicants. Strong Kleene logic (S. C. Kleene, *On notation for ordinal numbers*,
//! 1938) decides as soon as the known operands suffice, and is Unknown otherwise:
//!
//! | and | F | U | T |   | or | F | U | T |   | not |   |
//! |-----|---|---|---|---|----|---|---|---|---|-----|---|
//! | **F** | F | F | F | | **F** | F | U | T | | **F** | T |
//! | **U** | F | U | U | | **U** | U | U | T | | **U** | U |
//! | **T** | F | U | T | | **T** | T | T | T | | **T** | F |

use std::ops::Not;

/// The truth of a condition, as far as the answers decide it.
///
/// The order False < Unknown < True makes *and* the minimum and *or* the maximum.
///
/// # Example
///
/// ```
/// use eligibility_check::engine::Truth;
///
/// // One false operand decides a conjunction; one true operand does not.
/// assert_eq!(Truth::Unknown.and(Truth::False), Truth::False);
/// assert_eq!(Truth::Unknown.and(Truth::True), Truth::Unknown);
/// assert_eq!(!Truth::Unknown, Truth::Unknown);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Truth {
    /// False under every completion of the answers
    False,
    /// Not decided by the answers
    Unknown,
    /// True under every completion of the answers
    True,
}

impl Truth {
    /// Every value, in order.
    pub const ALL: [Truth; 3] = [Truth::False, Truth::Unknown, Truth::True];

    /// The stable name in output.
    pub fn name(self) -> &'static str {
        match self {
            Truth::False => "false",
            Truth::Unknown => "unknown",
            Truth::True => "true",
        }
    }

    /// Conjunction.
    #[must_use]
    pub fn and(self, other: Truth) -> Truth {
        self.min(other)
    }

    /// Disjunction.
    #[must_use]
    pub fn or(self, other: Truth) -> Truth {
        self.max(other)
    }

    /// Conjunction of all parts; True if there are none.
    pub fn all(parts: impl IntoIterator<Item = Truth>) -> Truth {
        parts.into_iter().min().unwrap_or(Truth::True)
    }

    /// Disjunction of all parts; False if there are none.
    pub fn any(parts: impl IntoIterator<Item = Truth>) -> Truth {
        parts.into_iter().max().unwrap_or(Truth::False)
    }

    /// Whether at least `count` parts are true.
    ///
    /// True if `count` parts are True, False if fewer than `count` parts are True or Unknown,
    /// otherwise Unknown.
    ///
    /// ```
    /// use eligibility_check::engine::Truth;
    ///
    /// let parts = [Truth::True, Truth::Unknown, Truth::False];
    /// assert_eq!(Truth::at_least_of(1, parts), Truth::True);
    /// assert_eq!(Truth::at_least_of(2, parts), Truth::Unknown);
    /// assert_eq!(Truth::at_least_of(3, parts), Truth::False);
    /// ```
    pub fn at_least_of(count: usize, parts: impl IntoIterator<Item = Truth>) -> Truth {
        let (mut true_parts, mut possible_parts) = (0_usize, 0_usize);
        for part in parts {
            true_parts += usize::from(part == Truth::True);
            possible_parts += usize::from(part != Truth::False);
        }
        if true_parts >= count {
            Truth::True
        } else if possible_parts < count {
            Truth::False
        } else {
            Truth::Unknown
        }
    }
}

impl Not for Truth {
    type Output = Truth;

    fn not(self) -> Truth {
        match self {
            Truth::False => Truth::True,
            Truth::Unknown => Truth::Unknown,
            Truth::True => Truth::False,
        }
    }
}

impl From<bool> for Truth {
    fn from(holds: bool) -> Truth {
        if holds { Truth::True } else { Truth::False }
    }
}

impl From<Option<bool>> for Truth {
    fn from(holds: Option<bool>) -> Truth {
        holds.map_or(Truth::Unknown, Truth::from)
    }
}
