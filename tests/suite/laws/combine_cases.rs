//! Strategies for packs with limits, and the best set of measures by brute force.

use std::rc::Rc;

use eligibility_check::engine::{Amount, BestSet, Candidate, Outcome, Truth};
use eligibility_check::rulebook::{Decimal, Evidence, Id, LimitKind, MeasureId, RulePack};
use proptest::prelude::*;
use serde_json::{Value, json};

/// The units of a generated pack, in pack order.
const UNITS: [&str; 2] = ["u", "v"];

/// A measure with its outcome and amount. Amounts are small, so that equal totals are common.
#[derive(Clone, Debug)]
pub(crate) struct Given {
    pub(crate) outcome: Outcome,
    /// Whether applications are over this year
    pub(crate) closed: Truth,
    unit: usize,
    /// The minimum and the width of the range. `None` for the width is unbounded; `None` for the
    /// whole is a measure without a figure.
    pub(crate) amount: Option<(i64, Option<i64>)>,
    secondary: bool,
    /// The maximum number of payments; 0 for an unknown number
    times: Option<u16>,
}

impl Given {
    /// A measure that is met, with an exact amount.
    pub(crate) fn met(amount: i64) -> Given {
        Given {
            outcome: Outcome::Met,
            closed: Truth::False,
            unit: 0,
            amount: Some((amount, Some(0))),
            secondary: false,
            times: None,
        }
    }
}

/// A limit: its kind, a bit set of measures, and the amount of a cap.
pub(crate) type GivenLimit = (u8, u8, i64);

fn given() -> impl Strategy<Value = Given> {
    let outcome = prop_oneof![
        4 => Just(Outcome::Met), 1 => Just(Outcome::MetInDirection), 2 => Just(Outcome::Open), 1 => Just(Outcome::NotMet),
    ];
    let amount = prop::option::weighted(0.85, (0..4_i64, prop::option::weighted(0.9, 0..4_i64)));
    let times = prop::option::weighted(0.2, prop::sample::select(vec![0, 1, 3]));
    let unit = prop_oneof![3 => Just(0), 1 => Just(1)];
    let closed = prop_oneof![
        6 => Just(Truth::False), 1 => Just(Truth::Unknown), 1 => Just(Truth::True),
    ];
    (outcome, closed, unit, amount, prop::bool::weighted(0.1), times).prop_map(
        |(outcome, closed, unit, amount, secondary, times)| Given {
            outcome,
            closed,
            unit,
            amount,
            secondary,
            times,
        },
    )
}

/// Two to eight measures.
pub(crate) fn measures() -> impl Strategy<Value = Vec<Given>> {
    prop::collection::vec(given(), 2..=8)
}

/// Up to five limits.
pub(crate) fn limits() -> impl Strategy<Value = Vec<GivenLimit>> {
    prop::collection::vec((0..5_u8, any::<u8>(), 0..9_i64), 0..=5)
}

/// The pack. A measure is under the first cap that names it. Limits without measures are omitted.
pub(crate) fn pack_with(measures: &[Given], limits: &[GivenLimit]) -> RulePack {
    let mut capped = 0_u8;
    let limits = limits.iter().enumerate().filter_map(|(index, (kind, bits, amount))| {
        let kind = ["at-most-one", "highest-only", "same-matter", "cap", "cap"][usize::from(*kind)];
        let bits = if kind == "cap" { bits & !capped } else { *bits };
        let under: Vec<usize> =
            (0..measures.len()).filter(|index| bits >> index & 1 == 1).collect();
        let mut limit = limit(kind, &under);
        if kind == "cap" {
            capped |= bits;
            limit["amount"] = json!(amount);
            limit["unit"] = json!(UNITS[index % 3 / 2]);
        }
        (!under.is_empty()).then_some(limit)
    });
    pack(measures, limits.collect())
}

/// A limit of the measures with these indices.
pub(crate) fn limit(kind: &str, under: &[usize]) -> Value {
    let under = under.iter().map(|index| format!("m{index}")).collect::<Value>();
    json!({ "kind": kind, "measures": under, "label": "Limit", "provision": ["p"] })
}

/// A pack with these limits. Its first two measures are never granted; they fix the order of units.
pub(crate) fn pack(measures: &[Given], limits: Value) -> RulePack {
    let given = measures.iter().enumerate();
    let given =
        given.map(|(index, given)| measure(&format!("m{index}"), UNITS[given.unit], given.times));
    let units = UNITS.map(|unit| measure(&format!("unit-{unit}"), unit, None));
    let source = json!({
        "format": 2, "id": "generated", "version": "1", "languages": ["en"], "title": "Generated", "in-force": {},
        "documents": [{ "id": "d", "title": "Document" }],
        "provisions": [{ "id": "p", "document": "d", "clause": "1", "evidence": "official-text" }],
        "sections": [{ "id": "s", "title": "Section" }],
        "facts": [{ "id": "f", "kind": "yes-no", "section": "s", "question": "Question" }],
        "measures": units.into_iter().chain(given).collect::<Value>(), "limits": limits,
    });
    RulePack::from_json(&source.to_string()).unwrap()
}

fn measure(id: &str, unit: &str, times: Option<u16>) -> Value {
    let fixed = json!({ "amount": 1, "unit": unit });
    let mut grants = json!({ "fixed": fixed, "evidence": "official-text", "provision": ["p"] });
    match times {
        None => {}
        Some(0) => grants["period"] = json!({ "every": "year" }),
        Some(times) => grants["period"] = json!({ "every": "year", "times": times }),
    }
    let when = json!({ "is": ["f", true] });
    let criterion =
        json!({ "id": "c", "label": "c", "when": when, "provision": ["p"], "grade": "explicit" });
    json!({
        "id": id, "title": id, "summary": id, "provision": ["p"], "grants": grants, "criteria": [criterion],
    })
}

/// The id of the generated measure with this index.
pub(crate) fn id(index: usize) -> MeasureId {
    Id::from_index(index + UNITS.len())
}

/// The candidates in reverse: their order must not matter.
pub(crate) fn candidates(measures: &[Given]) -> Vec<Candidate> {
    let candidate = |(index, given): (usize, &Given)| Candidate {
        measure: id(index),
        outcome: given.outcome,
        closed: given.closed,
        further_max: given
            .amount
            .and_then(|(least, more)| Some(Decimal::from_integer(least + more?))),
        amount: given.amount.map(|(least, more)| Amount {
            min: Decimal::from_integer(least),
            max: more.map(|more| Decimal::from_integer(least + more)),
            unit: Rc::from(UNITS[given.unit]),
            evidence: if given.secondary { Evidence::Secondary } else { Evidence::OfficialText },
        }),
    };
    measures.iter().enumerate().rev().map(candidate).collect()
}

/// Added to a sum that has no upper bound. Larger than any sum of amounts.
pub(crate) const UNBOUNDED: i64 = 1_000_000;

impl Given {
    /// The outcome that counts: nobody is granted what cannot be applied for, and nothing is
    /// certain while that is not known.
    fn counted(&self) -> Outcome {
        match (self.closed, self.outcome) {
            (Truth::True, _) => Outcome::NotMet,
            (Truth::Unknown, Outcome::Met) => Outcome::Open,
            (_, outcome) => outcome,
        }
    }

    /// The unit, the guaranteed amount and the possible amount; `None` if the amount is not summed.
    fn worth(&self) -> Option<(usize, i64, i64)> {
        let (least, more) = self.amount.filter(|_| !self.secondary)?;
        let payment = more.map_or(least + UNBOUNDED, |more| least + more);
        let most = match self.times {
            None => payment,
            Some(0) => payment % UNBOUNDED + UNBOUNDED,
            // Of further payments without an upper bound, nothing is known.
            Some(_) if more.is_none() => payment,
            Some(times) => payment * i64::from(times),
        };
        Some((self.unit, least, most))
    }
}

/// One side of a combination, by brute force.
pub(crate) struct BruteForce<'a> {
    pub(crate) pack: &'a RulePack,
    pub(crate) measures: &'a [Given],
    pub(crate) guaranteed: bool,
}

impl BruteForce<'_> {
    fn under(&self, kinds: &[LimitKind]) -> Vec<Vec<usize>> {
        let limits = self.pack.limits.iter().filter(|limit| kinds.contains(&limit.kind));
        let index = |id: &MeasureId| id.index() - UNITS.len();
        let possible = |index: &usize| self.measures[*index].counted().is_possible();
        limits.map(|limit| limit.measures.iter().map(index).filter(possible).collect()).collect()
    }

    /// Whether a highest-only limit excludes the measure from this side, pair by pair.
    pub(crate) fn is_excluded(&self, index: usize) -> bool {
        let met = |index: usize| self.measures[index].counted() == Outcome::Met;
        let worth = |index: usize| self.measures[index].worth();
        let lower = |one: usize, other: usize| match (worth(one), worth(other)) {
            (Some((unit, _, most)), Some((same, least, _))) => {
                met(other) && unit == same && most < least
            }
            _ => false,
        };
        self.under(&[LimitKind::HighestOnly]).iter().any(|under| {
            let is_beaten = |one: usize| under.iter().any(|other| lower(one, *other));
            let running: Vec<usize> =
                under.iter().copied().filter(|one| !is_beaten(*one)).collect();
            let unit = running.first().and_then(|one| worth(*one)).map(|worth| worth.0);
            let comparable = unit.is_some()
                && running.iter().all(|one| worth(*one).map(|worth| worth.0) == unit);
            let highest = |one: usize| {
                let (_, least, _) = worth(one).unwrap();
                met(one)
                    && running
                        .iter()
                        .all(|other| *other == one || worth(*other).unwrap().2 <= least)
            };
            let limits_of = |one: usize| {
                self.pack.limits.iter().filter(|limit| limit.measures.contains(&id(one))).count()
            };
            if !under.contains(&index) {
                false
            } else if is_beaten(index) {
                true
            } else if !self.guaranteed || running.len() == 1 {
                false
            } else if comparable && running.iter().any(|one| highest(*one)) {
                !highest(index)
            } else {
                !(comparable && running.iter().all(|one| limits_of(*one) == 1))
            }
        })
    }

    /// Whether the outcome of the measure admits it to this side.
    pub(crate) fn admits(&self, index: usize) -> bool {
        let outcome = self.measures[index].counted();
        if self.guaranteed { outcome == Outcome::Met } else { outcome.is_possible() }
    }

    /// Whether all measures of a set can be granted together.
    pub(crate) fn compatible(&self, set: u32) -> bool {
        let has = |index: &usize| set >> index & 1 == 1;
        let exclusive = [LimitKind::AtMostOne, LimitKind::HighestOnly, LimitKind::SameMatter];
        let indices = 0..self.measures.len();
        indices.filter(has).all(|index| self.admits(index) && !self.is_excluded(index))
            && self
                .under(&exclusive)
                .iter()
                .all(|under| under.iter().filter(|index| has(index)).count() <= 1)
    }

    /// The capped total of a set in each unit, and the number of its measures.
    pub(crate) fn score(&self, set: u32) -> (Vec<i64>, u32) {
        let mut sums = vec![0; UNITS.len()];
        let mut capped = vec![0; self.pack.limits.len()];
        for index in (0..self.measures.len()).filter(|index| set >> index & 1 == 1) {
            let Some((unit, least, most)) = self.measures[index].worth() else { continue };
            let worth = if self.guaranteed { least } else { most };
            let cap = self.pack.limits.iter().position(|limit| match &limit.kind {
                LimitKind::Cap(money) => {
                    limit.measures.contains(&id(index)) && *money.unit == *UNITS[unit]
                }
                _ => false,
            });
            match cap {
                Some(cap) => capped[cap] += worth,
                None => sums[unit] += worth,
            }
        }
        for (limit, sum) in self.pack.limits.iter().zip(capped) {
            if let LimitKind::Cap(money) = &limit.kind {
                let unit = UNITS.iter().position(|unit| **unit == *money.unit).unwrap();
                sums[unit] += sum.min(money.amount.millionths() / 1_000_000);
            }
        }
        (sums, set.count_ones())
    }

    /// The best set: the largest totals, then the most measures, then the earliest measures.
    pub(crate) fn best(&self) -> u32 {
        let sets = (0..1_u32 << self.measures.len()).filter(|set| self.compatible(*set));
        // An earlier measure is a lower bit. Reversing the bits makes it the more significant one.
        sets.max_by_key(|set| (self.score(*set), set.reverse_bits())).unwrap()
    }
}

/// The granted measures of a side as a bit set.
pub(crate) fn bits(side: &BestSet<'_>) -> u32 {
    side.granted.iter().map(|measure| 1 << (measure.index() - UNITS.len())).sum()
}

/// The totals of a side in the order of [`UNITS`]; zero for a unit without a total.
pub(crate) fn totals(side: &BestSet<'_>) -> Vec<(bool, Decimal)> {
    let total = |unit: &str| side.totals.iter().find(|total| *total.unit == *unit);
    UNITS
        .map(|unit| {
            total(unit).map_or((false, Decimal::ZERO), |total| (total.at_least, total.amount))
        })
        .to_vec()
}
