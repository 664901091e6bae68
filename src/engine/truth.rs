//! Three-valued truth: strong Kleene logic.
//!
//! # Why
//!
//! An unanswered question is neither yes nor no. With two values a program must pick one, and is wrong
//! for somebody. Strong Kleene logic (S. C. Kleene, *On notation for ordinal numbers*, 1938) decides as soon
//! as the known parts suffice, and says "unknown" otherwise:
//!
//! | and | F | U | T |   | or | F | U | T |   | not |   |
//! |-----|---|---|---|---|----|---|---|---|---|-----|---|
//! | **F** | F | F | F | | **F** | F | U | T | | **F** | T |
//! | **U** | F | U | U | | **U** | U | U | T | | **U** | U |
//! | **T** | F | U | T | | **T** | T | T | T | | **T** | F |

use std::ops::Not;

/// Whether something holds, as far as is known.
///
/// The order False < Unknown < True makes *and* the minimum and *or* the maximum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Truth {
    /// It does not hold, whatever the missing answers are
    False,
    /// The answers given do not decide it
    Unknown,
    /// It holds, whatever the missing answers are
    True,
}

impl Truth {
    /// Every value there is.
    pub const ALL: [Truth; 3] = [Truth::False, Truth::Unknown, Truth::True];

    /// Its stable name in output.
    pub fn name(self) -> &'static str {
        match self {
            Truth::False => "false",
            Truth::Unknown => "unknown",
            Truth::True => "true",
        }
    }

    /// Both hold.
    #[must_use]
    pub fn and(self, other: Truth) -> Truth {
        self.min(other)
    }

    /// At least one holds.
    #[must_use]
    pub fn or(self, other: Truth) -> Truth {
        self.max(other)
    }

    /// Each holds; true of no parts at all.
    pub fn all(parts: impl IntoIterator<Item = Truth>) -> Truth {
        parts.into_iter().min().unwrap_or(Truth::True)
    }

    /// At least one holds; false of no parts at all.
    pub fn any(parts: impl IntoIterator<Item = Truth>) -> Truth {
        parts.into_iter().max().unwrap_or(Truth::False)
    }

    /// At least so many hold: true when enough are known to, false when too few still can.
    pub fn at_least_of(count: usize, parts: impl IntoIterator<Item = Truth>) -> Truth {
        let (mut hold, mut can) = (0_usize, 0_usize);
        for part in parts {
            hold += usize::from(part == Truth::True);
            can += usize::from(part != Truth::False);
        }
        if hold >= count {
            Truth::True
        } else if can < count {
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
