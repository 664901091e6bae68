//! Incremental assessment: a changed answer re-assesses only the measures that depend on it.

use std::rc::Rc;

use jiff::civil::Date;

use crate::rulebook::RulePack;

use super::answers::Answers;
use super::assess::Assessment;
use super::compiled::CompiledPack;

/// A compiled pack, and the assessment of the current answers.
#[derive(Clone, Debug)]
pub struct Session {
    /// The pack, compiled for the as-of date
    pub rules: Rc<CompiledPack>,
    /// The assessment of the current answers
    pub assessment: Rc<Assessment>,
    answers: Answers,
}

impl Session {
    /// Compiles the pack and assesses the answers.
    pub fn new(pack: &RulePack, answers: &Answers, as_of: Date) -> Session {
        Session::with(Rc::new(CompiledPack::new(pack, as_of)), pack, answers)
    }

    fn with(rules: Rc<CompiledPack>, pack: &RulePack, answers: &Answers) -> Session {
        let assessment = Rc::new(rules.assess(pack, answers));
        Session { rules, assessment, answers: answers.clone() }
    }

    /// Updates the assessment to new answers and a new as-of date. `pack` must be the pack of
    /// [`Session::new`].
    pub fn update(&mut self, pack: &RulePack, answers: &Answers, as_of: Date) {
        if self.rules.as_of != as_of {
            *self = Session::new(pack, answers, as_of);
            return;
        }
        let assessment = Rc::make_mut(&mut self.assessment);
        for fact in self.answers.changed(answers) {
            self.rules.reassess(assessment, pack, answers, fact);
        }
        self.answers.clone_from(answers);
    }
}
