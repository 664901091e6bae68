//! Why `lint` cannot decide whether a measure can be met, or a question asked.

use crate::rulebook::{FactSet, RulePack, When};

/// The reason, with its remedy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undecided {
    /// Facts are compared with each other
    ComparesFacts,
    /// The conditions are too large
    TooLarge,
}

impl Undecided {
    /// Both reasons, in the order of the report.
    pub const ALL: [Undecided; 2] = [Undecided::ComparesFacts, Undecided::TooLarge];

    /// The reason for the measure or fact with this id.
    pub fn of(pack: &RulePack, id: &str) -> Undecided {
        let measure = pack.measures.iter().find(|(_, measure)| &*measure.id == id);
        let fact = pack.facts.iter().find(|(_, fact)| &*fact.id == id);
        let mut compares = false;
        let mut visit = |when: &When| {
            pack.each_test(when, &mut |test| compares |= compares_facts(pack, test));
        };
        match (measure, fact.and_then(|(_, fact)| fact.ask_when.as_ref())) {
            (Some((_, measure)), _) => measure.each_condition(&mut |when| visit(when)),
            (None, Some(ask)) => visit(ask),
            (None, None) => {}
        }
        if compares { Undecided::ComparesFacts } else { Undecided::TooLarge }
    }

    /// The stable name, for programs.
    pub fn name(self) -> &'static str {
        match self {
            Undecided::ComparesFacts => "compares-facts",
            Undecided::TooLarge => "too-large",
        }
    }

    /// The reason in words.
    pub fn reason(self) -> &'static str {
        match self {
            Undecided::ComparesFacts => {
                "compares facts with each other, and lint tries only some of their values"
            }
            Undecided::TooLarge => "has too many combinations of answers",
        }
    }

    /// What an author can do.
    pub fn help(self) -> &'static str {
        match self {
            Undecided::ComparesFacts => {
                "write scenarios that meet and fail it, and run `eligibility test`; or ask for the \
                 ratio or difference as one number"
            }
            Undecided::TooLarge => {
                "split the measure, or test fewer options and facts in it; scenarios for \
                 `eligibility test` check it meanwhile"
            }
        }
    }
}

/// Whether a comparison reads two facts or more.
fn compares_facts(pack: &RulePack, test: &When) -> bool {
    let When::Compare(left, _, right) = test else { return false };
    let mut facts = FactSet::default();
    [left, right].into_iter().for_each(|side| {
        pack.each_quantity_fact(side, &mut |fact| facts.insert(fact));
    });
    facts.into_vec().len() > 1
}
