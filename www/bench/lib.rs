//! The engine in loops, built with the profile of the widget. Calls of a few microseconds cannot be
//! timed from JavaScript.

#[path = "../../benches/packs/mod.rs"]
mod packs;

use eligibility_check::engine::{
    Answer, Answers, Assessment, CompiledPack, Outcome, OutcomeBuffer, Wanted, next_question,
};
use eligibility_check::rulebook::{Date, FactId, FactKind, Id, RulePack, Value, parse_date};
use wasm_bindgen::prelude::*;

/// The text of a pack: `published`, `large` (10 000 measures), or else the programmes in a text.
#[wasm_bindgen]
pub fn pack(name: &str, programmes: &str) -> String {
    match name {
        "published" => packs::PUBLISHED.to_owned(),
        "large" => packs::large::large(10_000),
        _ => packs::tee::tee(programmes).map(|(pack, _)| pack).unwrap_or_default(),
    }
}

/// A pack, and firms that are assessed repeatedly.
#[wasm_bindgen]
pub struct Bench {
    pack: RulePack,
    rules: CompiledPack,
    firms: Vec<Answers>,
    /// The answers of the first firm, which `answer` changes
    answers: Answers,
    assessment: Assessment,
    outcomes: OutcomeBuffer,
}

#[wasm_bindgen]
impl Bench {
    /// Parses a pack and generates firms that have answered a percentage of its questions. Throws
    /// if the pack is invalid.
    #[wasm_bindgen(constructor)]
    pub fn new(pack: &str, firms: usize, percent: u32) -> Result<Bench, JsError> {
        let pack = RulePack::from_json(pack).map_err(|error| JsError::new(&error.to_string()))?;
        let rules = CompiledPack::new(&pack, day());
        let firms = packs::firms(&pack, firms, u64::from(percent));
        let answers = firms.first().cloned().unwrap_or_default();
        let assessment = rules.assess(&pack, &answers);
        Ok(Bench { pack, rules, firms, answers, assessment, outcomes: OutcomeBuffer::default() })
    }

    /// The number of measures.
    pub fn measures(&self) -> usize {
        self.pack.measures.len()
    }

    /// Compiles the pack `times` times.
    pub fn compile(&mut self, times: u32) {
        for _ in 0..times {
            self.rules = CompiledPack::new(&self.pack, day());
        }
    }

    /// Assesses the first firm `times` times. Returns the number of measures that are met.
    pub fn assess(&mut self, times: u32) -> usize {
        for _ in 0..times {
            self.assessment = self.rules.assess(&self.pack, &self.answers);
        }
        self.assessment.count(Outcome::Met)
    }

    /// Computes the outcomes of every firm `times` times. Returns the number of those that are met.
    pub fn outcomes(&mut self, times: u32) -> usize {
        let mut met = 0;
        for _ in 0..times {
            for firm in &self.firms {
                let outcomes = self.rules.outcomes(&self.pack, firm, &mut self.outcomes);
                met += outcomes.iter().filter(|outcome| **outcome == Outcome::Met).count();
            }
        }
        met
    }

    /// The number of measures that depend on the fact of `answer`.
    pub fn changed(&self) -> usize {
        self.fact().map_or(0, |fact| self.rules.measures_of(fact).len())
    }

    /// Answers a fact with yes and no in turn, `times` times. With `ask`, also chooses the next
    /// question each time.
    pub fn answer(&mut self, times: u32, ask: bool) -> usize {
        let Some(fact) = self.fact() else { return 0 };
        let mut asked = 0;
        let wanted = Wanted::all(&self.pack);
        for time in 0..times {
            self.answers.set(fact, Some(Answer::Value(Value::YesNo(time % 2 == 0))));
            self.rules.reassess(&mut self.assessment, &self.pack, &self.answers, fact);
            if ask {
                let question = next_question(
                    &self.rules,
                    &self.pack,
                    &self.answers,
                    &self.assessment,
                    &wanted,
                );
                asked += question.map_or(0, |question| question.fact.index());
            }
        }
        asked
    }

    /// The yes-no fact that most measures depend on.
    fn fact(&self) -> Option<FactId> {
        let facts = self.pack.facts.iter().filter(|(_, fact)| matches!(fact.kind, FactKind::YesNo));
        facts.map(|(id, _)| id).max_by_key(|id| self.rules.measures_of(*id).len())
    }
}

fn day() -> Date {
    parse_date("2019-05-10").unwrap_or(Date::ZERO)
}
