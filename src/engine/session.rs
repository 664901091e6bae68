//! An incremental assessment: kept from answer to answer, so that each re-assesses only what depends on it.

use std::rc::Rc;

use jiff::civil::Date;

use crate::rulebook::RulePack;

use super::answers::Answers;
use super::assess::Assessment;
use super::compiled::CompiledPack;

/// Compiled rules, and what they say of the answers so far.
#[derive(Clone, Debug)]
pub struct Session {
    /// The rules compiled for the day
    pub rules: Rc<CompiledPack>,
    /// What follows
    pub assessment: Rc<Assessment>,
    answers: Answers,
}

impl Session {
    /// Assesses from scratch.
    pub fn new(pack: &RulePack, answers: &Answers, as_of: Date) -> Session {
        Session::with(Rc::new(CompiledPack::new(pack, as_of)), pack, answers)
    }

    fn with(rules: Rc<CompiledPack>, pack: &RulePack, answers: &Answers) -> Session {
        let assessment = Rc::new(rules.assess(pack, answers));
        Session { rules, assessment, answers: answers.clone() }
    }

    /// Updates the assessment to other answers, and perhaps another day. The pack must be the one it was created with.
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
