//! The policy in words: its number and its period.

use std::rc::Rc;

use crate::widget::evaluation::Evaluation;
use crate::widget::text::{fill, period_text};

/// The number of the policy: the number of its first document.
pub(in crate::widget) fn policy_number(evaluation: &Evaluation) -> Option<Rc<str>> {
    let (_, document) = evaluation.pack.rules.documents.iter().next()?;
    document.number.clone()
}

/// The first and the last day of the policy, and the later documents.
pub(in crate::widget) fn validity_text(evaluation: &Evaluation) -> String {
    let (catalogue, rules) = (&evaluation.pack.catalogue, &evaluation.pack.rules);
    let mut validity = match period_text(catalogue, &rules.in_force) {
        Some(days) => fill(catalogue.in_force_period(), &[("days", &days)]),
        None => catalogue.in_force_unknown().as_str().to_owned(),
    };
    if !rules.followed_by.is_empty() {
        let numbers = rules.followed_by.join(catalogue.list_separator());
        validity.push_str(catalogue.semicolon());
        validity.push_str(&fill(catalogue.followed_by(), &[("numbers", &numbers)]));
    }
    validity
}
