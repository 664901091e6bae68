//! Reports to the page: the number of measures with each outcome, and the receipt code of the
//! current answers.

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::{Outcome, Receipt};
use crate::widget::context::Host;
use crate::widget::evaluation::Evaluation;

/// Reports changes after rendering. The counts never contain answers.
#[hook]
pub(crate) fn use_reports(host: &Host, evaluation: &Evaluation, is_untouched: bool) {
    let counts = Outcome::ALL.map(|outcome| evaluation.assessment.count(outcome));
    let on_change = host.on_change.clone();
    use_effect_with(counts, move |counts| {
        on_change.emit(Outcome::ALL.into_iter().zip(*counts).collect::<Rc<[_]>>());
    });
    let (on_progress, rules) = (host.on_progress.clone(), Rc::clone(&evaluation.pack.rules));
    let wanted = Rc::clone(&evaluation.wanted);
    let saved = (evaluation.as_of.asked, wanted, evaluation.given.clone(), is_untouched);
    use_effect_with(saved, move |(as_of, wanted, answers, is_untouched)| {
        let code = if *is_untouched {
            String::new()
        } else {
            Receipt::encode(&rules, *as_of, wanted.topics(), answers)
        };
        on_progress.emit(code.into());
    });
}
