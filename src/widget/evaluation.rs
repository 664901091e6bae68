//! The answers and their evaluation: the data that most components render.

use std::rc::Rc;

use jiff::civil::Date;
use yew::prelude::*;

use crate::engine::{
    Answer, Answers, Applications, AsOf, Assessment, CompiledPack, EvalContext, NextQuestion,
    PolicyStatus, Receipt, Wanted, applications, next_question, receipt_link,
};
use crate::rulebook::{FactId, FactKind, MeasureId, Text, TopicId};

use super::abilities::Abilities;
use super::pack::Pack;
use super::state::State;
use super::text::unit_title;
use super::ui::Level;

/// The answers and their evaluation with a pack.
///
/// INVARIANT: `compiled`, `assessment` and `next` are computed from `answers`, `as_of` and
/// `pack.rules`.
#[derive(Clone)]
pub struct Evaluation {
    /// The rules and the interface texts in the current language
    pub pack: Pack,
    /// Level of the widget's own heading
    pub level: Level,
    /// Address of the page with the widget; `None` for a page from a file
    pub address: Option<AttrValue>,
    /// What the browser can do
    pub abilities: Abilities,
    /// The as-of date and the date evaluated
    pub as_of: AsOf,
    /// The status of the policy on the host's day
    pub today: PolicyStatus,
    /// The current answers, with those that the chosen topics preset
    pub answers: Answers,
    /// The answers given, without presets: the content of receipts and saved files
    pub given: Answers,
    /// The chosen topics
    pub wanted: Rc<Wanted>,
    /// The rules compiled for the date evaluated
    pub compiled: Rc<CompiledPack>,
    /// The outcome of every measure
    pub assessment: Rc<Assessment>,
    /// The question to ask next; `None` if no answer can change an outcome
    pub next: Option<NextQuestion>,
}

impl Evaluation {
    /// Evaluates answers from scratch.
    pub fn new(pack: Pack, as_of: Date, topics: &[TopicId], given: Answers) -> Evaluation {
        let (rules, as_of) = (&pack.rules, AsOf::new(&pack.rules, as_of));
        let wanted = Rc::new(Wanted::new(rules, topics));
        let answers = wanted.with_preset(&given);
        let compiled = Rc::new(CompiledPack::new(rules, as_of.evaluated));
        let assessment = Rc::new(compiled.assess(rules, &answers));
        let next = next_question(&compiled, rules, &answers, &assessment, &wanted);
        let (level, address) = (Level::new(2), None);
        Evaluation {
            pack,
            level,
            address,
            abilities: Abilities::default(),
            as_of,
            today: as_of.status,
            answers,
            given,
            wanted,
            compiled,
            assessment,
            next,
        }
    }

    /// The same evaluation on a page with this address.
    pub(crate) fn with_address(self, address: Option<AttrValue>) -> Evaluation {
        Evaluation { address, ..self }
    }

    /// The same evaluation on a day on which the policy has this status.
    #[cfg(feature = "author")]
    pub(crate) fn with_today(self, today: PolicyStatus) -> Evaluation {
        Evaluation { today, ..self }
    }

    /// The same evaluation in a browser with these abilities.
    pub(super) fn with_abilities(self, abilities: Abilities) -> Evaluation {
        Evaluation { abilities, ..self }
    }

    /// The receipt code of the given answers.
    pub(super) fn receipt_code(&self) -> String {
        Receipt::encode(&self.pack.rules, self.as_of.asked, self.wanted.topics(), &self.given)
    }

    /// A link that opens the page with the given answers; `None` if the page has no address.
    ///
    /// The code is in the fragment, which browsers never send to a server.
    pub(super) fn receipt_link(&self) -> Option<String> {
        let address = self.address.as_ref()?;
        let address = address.split('#').next().unwrap_or_default();
        Some(receipt_link(address, &self.receipt_code()))
    }

    /// The input for evaluating conditions.
    pub(super) fn context(&self) -> EvalContext<'_> {
        EvalContext { pack: &self.pack.rules, answers: &self.answers, as_of: self.as_of.evaluated }
    }

    /// Whether a measure can be applied for on the date evaluated.
    pub(super) fn applications(&self, measure: MeasureId) -> Applications {
        applications(&self.context(), measure)
    }

    /// Whether nobody can apply any more, because the policy has lapsed on the host's day or the
    /// as-of date.
    pub(super) fn is_over(&self) -> bool {
        self.today == PolicyStatus::Lapsed || self.is_lapsed()
    }

    /// Whether the policy has lapsed on the as-of date.
    pub(super) fn is_lapsed(&self) -> bool {
        self.as_of.status == PolicyStatus::Lapsed
    }

    /// A text of the pack in the current language.
    pub(super) fn text(&self, text: &Text) -> AttrValue {
        self.pack.text(text)
    }

    /// A text of the pack as content, with its language if the interface around it has another.
    pub(super) fn own(&self, text: &Text) -> Html {
        marked(self.text(text), self.pack.own_lang())
    }

    /// The questions on the question screen, without those that other answers hide. Empty if no
    /// answer can change an outcome.
    pub(super) fn shown_questions(&self, state: &State) -> Vec<FactId> {
        if state.asked().is_empty() {
            return self.next.as_ref().map(|next| next.screen.clone()).unwrap_or_default();
        }
        state.asked().iter().copied().filter(|fact| !state.is_hidden(*fact)).collect()
    }

    /// The error of a question: its draft does not parse, or the user tried to continue without
    /// an answer.
    pub(super) fn error_text(&self, state: &State, fact: FactId) -> Option<AttrValue> {
        let catalogue = &self.pack.catalogue;
        if state.is_skipped(fact) {
            return Some(catalogue.answer_missing().clone());
        }
        let unit = match &self.pack.rules.facts[fact].kind {
            FactKind::Number(number) => {
                unit_title(self.pack.locale, &self.pack.rules, &number.unit)
            }
            _ => Rc::default(),
        };
        Some(catalogue.answer_error(state.draft(fact).error.as_ref()?, &unit).into())
    }

    /// Whether a measure renders the same in both: same pack, dates and level, and same answers to
    /// the facts that it depends on.
    pub(super) fn renders_same(&self, other: &Evaluation, measure: MeasureId) -> bool {
        self.has_same_settings(other)
            && self
                .pack
                .rules
                .facts_of(measure)
                .iter()
                .all(|fact| self.is_same_answer(other, *fact))
    }

    /// Whether everything is the same: pack, dates, level, answers and topics.
    pub(super) fn is_same(&self, other: &Evaluation) -> bool {
        self.has_same_settings(other)
            && (&self.answers, &self.given) == (&other.answers, &other.given)
            && self.wanted == other.wanted
    }

    /// Whether pack, dates and heading level are the same.
    pub(super) fn has_same_settings(&self, other: &Evaluation) -> bool {
        (&self.pack, self.as_of, self.today) == (&other.pack, other.as_of, other.today)
            && self.level == other.level
    }

    fn is_same_answer(&self, other: &Evaluation, fact: FactId) -> bool {
        let answer = |evaluation: &Evaluation| -> Option<Answer> { evaluation.answers.get(fact) };
        answer(self) == answer(other)
    }

    /// The answers without the one to a fact, and their assessment: what does not change while the
    /// user answers the question.
    pub(super) fn without_answer(&self, fact: FactId) -> (Answers, Rc<Assessment>) {
        let mut answers = self.answers.clone();
        answers.set(fact, None);
        let assessment = match self.answers.get(fact) {
            None => Rc::clone(&self.assessment),
            Some(_) => Rc::new(self.compiled.assess(&self.pack.rules, &answers)),
        };
        (answers, assessment)
    }

    /// The outcomes of other answers under the same rules. The next question is not updated.
    pub(super) fn with_given(&self, given: &Answers) -> Evaluation {
        if *given == self.given {
            return self.clone();
        }
        let answers = self.wanted.with_preset(given);
        let assessment = Rc::new(self.compiled.assess(&self.pack.rules, &answers));
        Evaluation { given: given.clone(), answers, assessment, ..self.clone() }
    }

    /// The same rules and dates without answers, for a checklist without answers.
    pub(super) fn without_answers(&self) -> Evaluation {
        let answers = Answers::none(&self.pack.rules);
        let assessment = Rc::new(self.compiled.assess(&self.pack.rules, &answers));
        Evaluation { given: answers.clone(), answers, assessment, ..self.clone() }
    }

    /// The same answers under the same rules in another language.
    pub(super) fn in_language(&self, pack: Pack) -> Evaluation {
        Evaluation { pack, ..self.clone() }
    }
}

/// A text with a `lang` attribute, if it needs one.
pub(super) fn marked(text: AttrValue, lang: Option<&'static str>) -> Html {
    match lang {
        Some(_) => html! { <span {lang}>{ text }</span> },
        None => html! { text },
    }
}
