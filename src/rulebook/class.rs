//! Classes: a table that gives each applicant one of several values.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::fact::{Choice, Options};
use super::table::ProvisionId;
use super::text::Text;
use super::when::When;

/// A named result with several values, such as the size of a firm.
///
/// INVARIANT: the last case of every list of cases has no condition. So every applicant has a
/// value.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Class {
    /// The id in conditions
    pub id: Rc<str>,
    /// The name
    pub title: Text,
    /// The provisions that define it
    pub provision: Vec<ProvisionId>,
    /// The values
    pub values: Vec<Choice>,
    /// The cases, in the order of the text; the first that holds counts
    pub cases: Vec<Case>,
}

/// A row of the table.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Case {
    /// The condition; always holds if absent
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
    /// The result
    pub then: CaseResult,
}

/// The result of a case.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CaseResult {
    /// The value with this index
    Is(usize),
    /// The first of these cases that holds
    Cases(Vec<Case>),
}

impl Class {
    /// Visits every condition of the table.
    pub fn each_condition<'a>(&'a self, visit: &mut dyn FnMut(&'a When)) {
        each_condition(&self.cases, visit);
    }

    /// The condition for having one of some values, written out.
    pub fn condition(&self, wanted: Options) -> When {
        condition(&self.cases, wanted)
    }

    /// The values of a set, in source order.
    pub fn chosen(&self, set: Options) -> impl Iterator<Item = &Choice> {
        let values = self.values.iter().enumerate();
        values
            .filter(move |(index, _)| set.intersects(Options::single(*index)))
            .map(|(_, value)| value)
    }
}

fn each_condition<'a>(cases: &'a [Case], visit: &mut dyn FnMut(&'a When)) {
    for case in cases {
        case.when.iter().for_each(&mut *visit);
        if let CaseResult::Cases(cases) = &case.then {
            each_condition(cases, visit);
        }
    }
}

fn condition(cases: &[Case], wanted: Options) -> When {
    let mut condition_so_far = When::Any(Vec::new());
    for case in cases.iter().rev() {
        let then = match &case.then {
            CaseResult::Is(value) if wanted.intersects(Options::single(*value)) => {
                When::All(Vec::new())
            }
            CaseResult::Is(_) => When::Any(Vec::new()),
            CaseResult::Cases(cases) => condition(cases, wanted),
        };
        condition_so_far = match &case.when {
            None => then,
            Some(when) => When::Any(vec![
                When::All(vec![when.clone(), then]),
                When::All(vec![When::Not(Box::new(when.clone())), condition_so_far]),
            ]),
        };
    }
    condition_so_far
}
