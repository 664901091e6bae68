//! What a lint looks at: the pack as typed rules, and as it was written.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use crate::engine::{Example, example};
use crate::rulebook::{Date, Fact, Id, Json, Measure, MeasureId, Period, RulePack, When};

use super::asked::{come_up, enterable, without_hidden};
use super::days::{days, shared};
use super::moving::Moving;
use super::source::Source;

/// A sound pack, and the texts of documents to hold it against.
#[derive(Debug)]
pub struct Context<'a> {
    /// Its rules
    pub pack: &'a RulePack,
    /// The document they were read from
    pub json: &'a Json,
    /// Texts of its documents; quotes of documents without a text are not checked
    pub sources: &'a [Source],
    /// Measures and facts about which a lint asked in vain
    undecided: RefCell<BTreeSet<Rc<str>>>,
}

impl<'a> Context<'a> {
    /// The rules must have been read from this document.
    pub fn new(pack: &'a RulePack, json: &'a Json, sources: &'a [Source]) -> Context<'a> {
        Context { pack, json, sources, undecided: RefCell::default() }
    }

    /// JSON Pointer of a measure.
    pub(super) fn measure(&self, measure: MeasureId) -> String {
        format!("/measures/{}", measure.index())
    }

    /// JSON Pointer of the condition of a criterion.
    pub(super) fn criterion(&self, measure: MeasureId, place: usize) -> String {
        format!("{}/criteria/{place}/when", self.measure(measure))
    }

    /// The days on which a measure is in force, as far as the policy is.
    pub(super) fn time_of(&self, measure: &Measure) -> Period {
        shared(&self.pack.in_force, &measure.in_force)
    }

    /// Days that stand for all of a measure's; nothing if it hangs on the day in a way that no few days can show.
    pub(super) fn days_of(&self, measure: &Measure) -> Option<Vec<Date>> {
        let days = days(self.pack, &self.time_of(measure), &conditions(measure));
        days.suffice.then_some(days.days)
    }

    /// Some answers with which all these conditions hold on some day of a measure. Nothing if there is no such day.
    pub fn example_of(&self, measure: &Measure, conditions: &[&When]) -> Example {
        self.example_in(&self.time_of(measure), conditions)
    }

    /// Whether it is certain that these conditions never all hold in a measure's time. If it was not found out, that is noted.
    pub(super) fn is_never(&self, measure: &Measure, conditions: &[&When]) -> bool {
        let example = self.example_of(measure, conditions);
        self.note(&measure.id, &example);
        example == Example::Unsatisfiable
    }

    /// The same of the question of a fact, in the policy's time.
    pub(super) fn is_never_asked(&self, fact: &Fact, conditions: &[&When]) -> bool {
        let example = self.example_in(&self.pack.in_force, conditions);
        self.note(&fact.id, &example);
        example == Example::Unsatisfiable
    }

    fn note(&self, id: &Rc<str>, example: &Example) {
        if *example == Example::Unknown {
            self.undecided.borrow_mut().insert(Rc::clone(id));
        }
    }

    /// The ids of the measures and facts about which a lint could not find out what it asked; so of those looked at so far.
    pub fn undecided(&self) -> Vec<Rc<str>> {
        self.undecided.borrow().iter().cloned().collect()
    }

    fn example_in(&self, time: &Period, conditions: &[&When]) -> Example {
        let days = days(self.pack, time, conditions);
        let found = example(self.pack, days.days.into_iter(), conditions);
        if days.suffice || found != Example::Unsatisfiable {
            return found;
        }
        // Other days might do; unless what is sure of every day can never hold by itself.
        let sure: Vec<&When> = conditions
            .iter()
            .copied()
            .filter(|when| Moving::of(self.pack, &[when]).is_all)
            .collect();
        if sure.len() < conditions.len() && self.example_in(time, &sure) == Example::Unsatisfiable {
            return Example::Unsatisfiable;
        }
        Example::Unknown
    }

    /// Answers with which a measure is met, as far as answers can say; if there are some that a person can enter, these.
    pub fn example_met(&self, measure: MeasureId) -> Example {
        let measure = &self.pack.measures[measure];
        let conditions = conditions(measure);
        let asked: Vec<When> = conditions.iter().map(|when| come_up(self.pack, when)).collect();
        let entered = enterable(self.pack, &conditions);
        let find = |whens: &[When]| self.example_of(measure, &whens.iter().collect::<Vec<_>>());
        let is_found = |example: &Example| matches!(example, Example::Answers(..));
        let found =
            Some(find(&asked)).filter(is_found).or_else(|| Some(find(&entered)).filter(is_found));
        match found {
            Some(Example::Answers(day, answers)) => {
                Example::Answers(day, without_hidden(self.pack, day, answers, &conditions))
            }
            _ => self.example_of(measure, &conditions),
        }
    }
}

/// What must hold for a measure to be met: whom it concerns, and its criteria.
pub fn conditions(measure: &Measure) -> Vec<&When> {
    let criteria = measure.criteria.iter().filter_map(|criterion| criterion.when.as_ref());
    measure.applies_when.iter().chain(criteria).collect()
}

/// What is left of some things when each that is not needed has been left out, the last first.
pub(super) fn fewest<T: Clone>(things: Vec<T>, suffice: impl Fn(&[T]) -> bool) -> Vec<T> {
    let mut kept = things;
    for place in (0..kept.len()).rev() {
        let mut fewer = kept.clone();
        fewer.remove(place);
        if suffice(&fewer) {
            kept = fewer;
        }
    }
    kept
}
