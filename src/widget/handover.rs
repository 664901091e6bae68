//! What was said elsewhere, on a receipt or in a file, as the details hand it over to go on from.

use std::rc::Rc;

use crate::engine::Answers;
use crate::rulebook::{RuleBook, date_text, parse_date};

use super::state::State;

impl State {
    /// The day asked about and what has been said, for a widget with the same rules.
    pub fn kept(&self) -> String {
        let (day, said) = (date_text(self.as_of), self.answers.packed());
        [&*day, &*said].join(" ")
    }

    /// Goes on from what [`State::kept`] wrote; nothing, if it is not that. What stands below it is to be told of it.
    pub fn restored(book: Rc<RuleBook>, kept: &str) -> Option<State> {
        let (kept, notice) = kept.split_once('\n').unwrap_or((kept, ""));
        let (day, said) = kept.split_once(' ')?;
        let answers = Answers::unpacked(&book, said);
        let state = State::new(book, parse_date(day)?).with_answers(answers);
        Some(State { notice: notice.into(), ..state })
    }
}
