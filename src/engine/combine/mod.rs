//! Combination: which measures can be granted together, and their total amount.
//!
//! # Two sides
//!
//! | side | measures | weight of a measure |
//! |---|---|---|
//! | guaranteed | met (the office decides those met in direction) | lower bound of one payment |
//! | possible | met, met in direction or open | upper bound of all payments |
//!
//! On each side the best compatible set is the one with the largest total. Ties are broken by the
//! number of measures, then by the earlier measure in the pack's order. Amounts in different units
//! are never added: the total in the first unit of the pack is maximised first, then the second,
//! and so on.
//!
//! # Decisions where the policies are silent
//!
//! - **No figure** (in kind, or none published): the measure is subject to limits and has weight
//!   zero. The same holds for figures from secondary sources, which are not summed and decide
//!   nothing. In a pack with a note about its evidence, whose figures are all secondary, they are
//!   summed.
//! - **Repeated payments**: the answers are about one period. The first payment is bounded by them,
//!   each further one by what any answers could give.
//! - **No money yet**: no total is given before a measure with money is met
//!   ([`Combination::has_totals`]).
//! - **No upper bound**, or an unpublished number of payments: outweighs any figure. The possible
//!   total is then "at least" its known part. Under a cap, the measure counts as the cap.
//! - **Applications are over this year**: the measure is in neither set, and excludes no other one.
//!   While the answers do not decide that, it is in the possible set only.
//! - **Cap**: limits the sum of its measures in its unit. Other measures are not affected.
//! - **At most one, same matter**: the applicant chooses. A met measure is therefore guaranteed
//!   although another one may be met later.
//! - **Highest only**: leaves no choice. A measure that is certainly lower than a met one is
//!   excluded, even if another limit excludes the higher one. While the highest is undecided
//!   ([`UndecidedLimit`]), the possible side may grant any contender. If all contenders have
//!   figures in one unit and are under no other limit, the guaranteed side grants the one with the
//!   largest lower bound: the highest measure grants at least as much. Otherwise it grants none of
//!   them.
//!
//! More answers therefore never lower the guaranteed total or raise the possible total in the first
//! unit.

// Input: candidates, and their weights under the limits of the pack.
mod candidate;
mod entry;
mod highest_only;

// Optimisation: the problem of one side, and branch and bound over its components.
mod components;
mod problem;
mod search;
mod selection;
mod upper_bound;

// Output: totals, and why measures are excluded.
mod best_set;

use std::rc::Rc;

use crate::engine::outcome::Outcome;
use crate::rulebook::{Decimal, Limit, MeasureId, RulePack};

use best_set::best_set;
pub use candidate::{Candidate, candidates};
use entry::{Entries, Entry, Side};
use highest_only::highest_only;

/// The measures that can be granted together.
#[derive(Clone, Debug)]
pub struct Combination<'a> {
    /// The set that is certain according to the rules
    pub guaranteed: BestSet<'a>,
    /// The largest set that may be granted
    pub possible: BestSet<'a>,
    /// Highest-only limits whose highest measure is undecided
    pub undecided: Vec<UndecidedLimit<'a>>,
    /// The set that is certain, but for which applications are over this year. Its totals are in no
    /// other total
    pub closed: BestSet<'a>,
    /// Whether a measure is met that grants money with a figure. Otherwise no output gives a total:
    /// the possible side would be a sum of hopes
    pub has_totals: bool,
}

/// The best compatible set of one side. All lists are in the pack's order.
#[derive(Clone, Debug)]
pub struct BestSet<'a> {
    /// The granted measures
    pub granted: Vec<MeasureId>,
    /// The total in each unit in which a granted measure has a figure
    pub totals: Vec<Total>,
    /// The excluded measures, with reasons
    pub excluded: Vec<ExcludedMeasure<'a>>,
    /// The caps that reduce the total
    pub cap_reductions: Vec<CapReduction<'a>>,
    /// Granted measures without a figure; their weight is zero
    pub without_figure: Vec<MeasureId>,
    /// Granted measures with a figure from a secondary source; their weight is zero
    pub unconfirmed: Vec<MeasureId>,
    /// False if the search exceeded its limit: the set is compatible, but a better one may exist
    pub exact: bool,
}

/// A sum in one unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Total {
    /// The sum
    pub amount: Decimal,
    /// The unit, such as 万元
    pub unit: Rc<str>,
    /// Whether the sum may be larger, because no published text bounds it
    pub at_least: bool,
}

/// A measure that cannot be granted together with the set.
#[derive(Clone, Debug)]
pub struct ExcludedMeasure<'a> {
    /// The measure
    pub measure: MeasureId,
    /// The limits that exclude it; never empty
    pub because: Vec<Exclusion<'a>>,
}

/// A limit that excludes a measure.
#[derive(Clone, Copy, Debug)]
pub struct Exclusion<'a> {
    /// The limit, with label and provisions
    pub limit: &'a Limit,
    /// The measure granted instead; under a highest-only limit, the higher one
    pub preferred: MeasureId,
}

/// A cap that is exceeded.
#[derive(Clone, Copy, Debug)]
pub struct CapReduction<'a> {
    /// The cap, with label and provisions
    pub limit: &'a Limit,
    /// The excess; `None` if the sum is unbounded
    pub amount: Option<Decimal>,
}

/// A highest-only limit whose highest measure depends on missing answers.
#[derive(Clone, Debug)]
pub struct UndecidedLimit<'a> {
    /// The limit, with label and provisions
    pub limit: &'a Limit,
    /// Each measure that may be the highest
    pub measures: Vec<MeasureId>,
}

/// The best compatible sets of some candidates. Of repeated measures, the first candidate counts.
pub fn combine<'a>(pack: &'a RulePack, candidates: &[Candidate]) -> Combination<'a> {
    let entries = Entries::new(pack, candidates, false);
    let only = highest_only(pack, &entries);
    let closed = Entries::new(pack, candidates, true);
    let closed_only = highest_only(pack, &closed);
    let has_money = |entry: &Entry| entry.outcome == Outcome::Met && entry.figure.is_some();
    Combination {
        has_totals: entries.list.iter().any(has_money),
        guaranteed: best_set(pack, &entries, Side::Guaranteed, &only.guaranteed),
        possible: best_set(pack, &entries, Side::Possible, &only.possible),
        undecided: only.undecided,
        closed: best_set(pack, &closed, Side::Guaranteed, &closed_only.guaranteed),
    }
}
