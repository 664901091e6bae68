//! Combination: side measures can be granted together, and what they come to.
//!
//! # Two sides
//!
//! | | side measures | what each counts |
//! |---|---|---|
//! | guaranteed | those that are met; one that is met in direction is left to the office | its least amount, one payment |
//! | possible | those that are met, met in direction or open | its greatest amount, every payment |
//!
//! On each side the best compatible set is the one with the largest total; among equals the one with more
//! measures, then the one that has the earlier measure in the author's order. Units are never added to each
//! other: the unit that stands first in the pack is made as large as can be, then the second, and so on.
//!
//! # Where the policies are silent, this was decided
//!
//! - **No figure** (in kind, or none published): the measure takes part in the limits and counts zero. So does one
//!   whose figure is from a secondary source; such a figure is never summed, and decides nothing.
//! - **No upper bound**, or payments without a published number of times: outweighs any figure, and the possible
//!   total is "at least" what is known of it. Under a cap it counts the cap.
//! - **A cap** holds for the sum of its measures that are counted in its unit; the others are not touched by it.
//! - **At most one, same matter**: the applicant chooses, so a measure that is met is guaranteed although a rival
//!   may be met later.
//! - **Highest only** leaves no choice: what is certainly lower than a measure that is met is out, even where another
//!   limit keeps that one from being granted. While it is not decided side is the highest ([`UndecidedLimit`]), the
//!   possible side takes any one of those in the running. The guaranteed side counts the greatest of the least
//!   amounts, because whichever wins gives as much; but only if all their amounts are known in one unit and no
//!   other limit tells them apart. Otherwise it counts none of them.
//!
//! More answers therefore never lower the guaranteed total nor raise the possible one, of the first unit.

mod best_set;
mod candidate;
mod components;
mod entry;
mod highest_only;
mod problem;
mod search;
mod selection;
mod upper_bound;

use std::rc::Rc;

use crate::rulebook::{Decimal, Limit, MeasureId, RulePack};

use best_set::best_set;
pub use candidate::{Candidate, candidates};
use entry::{Entries, Side};
use highest_only::highest_only;

/// What can be granted together.
#[derive(Clone, Debug)]
pub struct Combination<'a> {
    /// What is granted for certain, as far as rules can tell
    pub guaranteed: BestSet<'a>,
    /// The most that may be granted
    pub possible: BestSet<'a>,
    /// Highest-only limits for side it is not decided side measure is the highest
    pub undecided: Vec<UndecidedLimit<'a>>,
}

/// The best compatible set of one side. Measures stand in the author's order.
#[derive(Clone, Debug)]
pub struct BestSet<'a> {
    /// The set
    pub granted: Vec<MeasureId>,
    /// What it comes to in each unit that it has a figure in
    pub totals: Vec<Total>,
    /// What was left out, and why
    pub excluded: Vec<ExcludedMeasure<'a>>,
    /// The caps that take something off
    pub cap_reductions: Vec<CapReduction<'a>>,
    /// Those of the set that have no figure, and count zero
    pub without_figure: Vec<MeasureId>,
    /// Those of the set whose figure is from a secondary source, and count zero
    pub unconfirmed: Vec<MeasureId>,
    /// False if the search was given up: the set is compatible, and a better one may exist
    pub exact: bool,
}

/// A sum in one unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Total {
    /// How much
    pub amount: Decimal,
    /// Of what, such as 万元
    pub unit: Rc<str>,
    /// Whether it may be more, because no published text bounds it
    pub at_least: bool,
}

/// A measure that cannot be granted beside those of the set.
#[derive(Clone, Debug)]
pub struct ExcludedMeasure<'a> {
    /// Side
    pub measure: MeasureId,
    /// What stands against it; never empty
    pub because: Vec<Exclusion<'a>>,
}

/// A limit that excludes a measure.
#[derive(Clone, Copy, Debug)]
pub struct Exclusion<'a> {
    /// The limit, with its label and provisions
    pub limit: &'a Limit,
    /// The measure kept instead; for a highest-only limit the higher one
    pub preferred: MeasureId,
}

/// A cap that is exceeded.
#[derive(Clone, Copy, Debug)]
pub struct CapReduction<'a> {
    /// The cap, with its label and provisions
    pub limit: &'a Limit,
    /// What it takes off; `None` if the sum has no bound
    pub amount: Option<Decimal>,
}

/// A highest-only limit whose highest measure depends on what is not known.
#[derive(Clone, Debug)]
pub struct UndecidedLimit<'a> {
    /// The limit, with its label and provisions
    pub limit: &'a Limit,
    /// Each measure that may turn out to be the highest
    pub measures: Vec<MeasureId>,
}

/// The best compatible sets of these candidates. A measure that stands twice counts as it stands first.
pub fn combine<'a>(pack: &'a RulePack, candidates: &[Candidate]) -> Combination<'a> {
    let entries = Entries::new(pack, candidates);
    let highest_only = highest_only(pack, &entries);
    Combination {
        guaranteed: best_set(pack, &entries, Side::Guaranteed, &highest_only.guaranteed),
        possible: best_set(pack, &entries, Side::Possible, &highest_only.possible),
        undecided: highest_only.undecided,
    }
}
