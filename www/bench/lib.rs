//! The engine with loops around it, built as the widget is: what takes microseconds cannot be timed from outside.

#[path = "../../benches/packs/mod.rs"]
mod packs;

use eligibility_check::engine::{
    Answer, Answers, Assessment, CompiledPack, Outcome, OutcomeBuffer, next_question,
};
use eligibility_check::rulebook::{Date, FactId, FactKind, Id, RulePack, Value, parse_date};
use wasm_bindgen::prelude::*;

/// The text of a pack to measure with: `published`, `large` (10 000 measures), or the programmes from their text.
#[wasm_bindgen]
pub fn pack(name: &str, programmes: &str) -> String {
    match name {
        "published" => packs::PUBLISHED.to_owned(),
        "large" => packs::large::large(10_000),
        _ => packs::tee::tee(programmes).map(|(pack, _)| pack).unwrap_or_default(),
    }
}

/// A pack with firms that are assessed over and over.
#[wasm_bindgen]
pub struct Bench {
    book: RulePack,
    rules: CompiledPack,
    firms: Vec<Answers>,
    /// The first firm, whose answers are changed
    answers: Answers,
    assessment: Assessment,
    outcomes: OutcomeBuffer,
}

#[wasm_bindgen]
impl Bench {
    /// Reads a pack and makes firms that have answered so many percent of its questions. Throws if it is not sound.
    #[wasm_bindgen(constructor)]
    pub fn new(pack: &str, firms: usize, percent: u32) -> Result<Bench, JsError> {
        let book = RulePack::from_json(pack).map_err(|error| JsError::new(&error.to_string()))?;
        let rules = CompiledPack::new(&book, day());
        let firms = packs::firms(&book, firms, u64::from(percent));
        let answers = firms.first().cloned().unwrap_or_default();
        let assessment = rules.assess(&book, &answers);
        Ok(Bench { book, rules, firms, answers, assessment, outcomes: OutcomeBuffer::default() })
    }

    /// How many measures there are.
    pub fn measures(&self) -> usize {
        self.book.measures.len()
    }

    /// Compiles the rules so many times.
    pub fn compile(&mut self, times: u32) {
        for _ in 0..times {
            self.rules = CompiledPack::new(&self.book, day());
        }
    }

    /// Assesses the first firm so many times; how many measures are met.
    pub fn assess(&mut self, times: u32) -> usize {
        for _ in 0..times {
            self.assessment = self.rules.assess(&self.book, &self.answers);
        }
        self.assessment.count(Outcome::Met)
    }

    /// The outcomes of every firm, so many times; how many are met.
    pub fn outcomes(&mut self, times: u32) -> usize {
        let mut met = 0;
        for _ in 0..times {
            for firm in &self.firms {
                let outcomes = self.rules.outcomes(&self.book, firm, &mut self.outcomes);
                met += outcomes.iter().filter(|outcome| **outcome == Outcome::Met).count();
            }
        }
        met
    }

    /// How many measures the first yes-no fact that any measure reads can change.
    pub fn changed(&self) -> usize {
        self.fact().map_or(0, |fact| self.rules.measures_of(fact).len())
    }

    /// Answers that fact with yes and no in turn, so many times, and chooses the next question each time if asked to.
    pub fn answer(&mut self, times: u32, ask: bool) -> usize {
        let Some(fact) = self.fact() else { return 0 };
        let mut asked = 0;
        for time in 0..times {
            self.answers.set(fact, Some(Answer::Value(Value::YesNo(time % 2 == 0))));
            self.rules.reassess(&mut self.assessment, &self.book, &self.answers, fact);
            if ask {
                let question =
                    next_question(&self.rules, &self.book, &self.answers, &self.assessment);
                asked += question.map_or(0, |question| question.fact.index());
            }
        }
        asked
    }

    fn fact(&self) -> Option<FactId> {
        let facts = self.book.facts.iter().filter(|(_, fact)| matches!(fact.kind, FactKind::YesNo));
        facts.map(|(id, _)| id).max_by_key(|id| self.rules.measures_of(*id).len())
    }
}

fn day() -> Date {
    parse_date("2019-05-10").unwrap_or(Date::ZERO)
}
