//! Assessment: the outcome of every measure for these answers on this day.

use jiff::civil::Date;

use crate::rulebook::{FactId, FactSet, Id, Measure, MeasureId, RulePack};

use super::answers::Answers;
use super::compiled::{CompiledMeasure, CompiledPack, Form, Region, Residue, Scratch, compile};
use super::evaluate::EvalContext;
use super::kleene::by_tables;
use super::outcome::Outcome;

/// All outcomes for some answers on a day. Indicative: the office decides.
#[derive(Clone, Debug)]
pub struct Assessment {
    /// The day for which it was made
    pub as_of: Date,
    measures: Vec<MeasureAssessment>,
    /// For each split of the rules, the region that the answers are in
    regions: Vec<Region>,
    scratch: Scratch,
}

/// What follows for one measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasureAssessment {
    /// The outcome
    pub outcome: Outcome,
    /// The facts without a known value that can still change the outcome, in the pack's order. Empty unless the
    /// outcome is open, and then never empty
    pub missing: Vec<FactId>,
    /// Whether it can still be met, as far as the applicant can say. A measure that is not known to concern the applicant
    /// is open even if it cannot
    pub can_be_met: bool,
    /// Whether outcome and missing facts are exact: no open outcome that is already decided by the rules, no missing
    /// fact that cannot matter. False only where a bound of the method was hit (see [`CompiledPack`]); what is decided
    /// holds all the same
    pub is_exact: bool,
}

impl MeasureAssessment {
    fn decided(outcome: Outcome) -> MeasureAssessment {
        let can_be_met = outcome.is_possible();
        MeasureAssessment { outcome, missing: Vec::new(), can_be_met, is_exact: true }
    }
}

impl Assessment {
    /// What follows for a measure.
    pub fn of(&self, measure: MeasureId) -> &MeasureAssessment {
        #[expect(
            clippy::indexing_slicing,
            reason = "OK because an assessment has one entry for each measure of the book it was made from"
        )]
        &self.measures[measure.place()]
    }

    /// Every measure with what follows for it, in the pack's order.
    pub fn iter(&self) -> impl Iterator<Item = (MeasureId, &MeasureAssessment)> {
        self.measures.iter().enumerate().map(|(place, assessed)| (MeasureId::at(place), assessed))
    }

    /// How many measures have an outcome.
    pub fn count(&self, outcome: Outcome) -> usize {
        self.measures.iter().filter(|assessed| assessed.outcome == outcome).count()
    }

    /// For each split of the compiled rules, the region that the answers are in.
    pub(super) fn regions(&self) -> &[Region] {
        &self.regions
    }
}

/// OutcomeBuffer without anything else, for assessing many applicants one after the other in the same room.
#[derive(Clone, Debug, Default)]
pub struct OutcomeBuffer {
    outcomes: Vec<Outcome>,
    regions: Vec<Region>,
    scratch: Scratch,
}

/// Assesses every measure.
///
/// Outside a measure's time, or the pack's, the outcome is [`Outcome::NotInForce`]; to see what would
/// have held inside it, pass the day that [`super::PolicyStatus`] proposes. For more than one assessment, make a [`CompiledPack`]
/// once.
pub fn assess(book: &RulePack, answers: &Answers, as_of: Date) -> Assessment {
    CompiledPack::new(book, as_of).assess(book, answers)
}

impl CompiledPack {
    /// Assesses every measure.
    pub fn assess(&self, book: &RulePack, answers: &Answers) -> Assessment {
        let context = EvalContext { pack: book, answers, as_of: self.as_of };
        let mut assessment = Assessment {
            as_of: self.as_of,
            measures: Vec::with_capacity(book.measures.len()),
            regions: Vec::new(),
            scratch: Scratch::default(),
        };
        self.find_regions(&context, &mut assessment.regions);
        for (id, measure) in book.measures.iter() {
            let assessed = self.assess_one(
                &context,
                id,
                measure,
                &assessment.regions,
                &mut assessment.scratch,
            );
            assessment.measures.push(assessed);
        }
        assessment
    }

    /// The outcome of every measure, in the pack's order, and nothing else.
    pub fn outcomes<'a>(
        &self,
        book: &RulePack,
        answers: &Answers,
        room: &'a mut OutcomeBuffer,
    ) -> &'a [Outcome] {
        let context = EvalContext { pack: book, answers, as_of: self.as_of };
        self.find_regions(&context, &mut room.regions);
        room.outcomes.clear();
        for (id, measure) in book.measures.iter() {
            let decided = match self.form(id) {
                Form::Diagram(part) => {
                    match self
                        .decided(part, &room.regions, &mut room.scratch)
                        .and_then(Residue::outcome)
                    {
                        None if !part.is_entangled => Some(Outcome::Open),
                        outcome => outcome,
                    }
                }
                Form::NotInForce => Some(Outcome::NotInForce),
                Form::Tables => None,
            };
            room.outcomes.push(decided.unwrap_or_else(|| {
                self.assess_one(&context, id, measure, &room.regions, &mut room.scratch).outcome
            }));
        }
        &room.outcomes
    }

    /// Assesses again, after the answer to one fact has changed, the measures that it can change.
    pub fn reassess(
        &self,
        assessment: &mut Assessment,
        book: &RulePack,
        answers: &Answers,
        fact: FactId,
    ) {
        let context = EvalContext { pack: book, answers, as_of: self.as_of };
        self.find_regions_of(&context, fact, &mut assessment.regions);
        for id in self.measures_of(fact) {
            let measure = &book.measures[*id];
            let assessed = self.assess_one(
                &context,
                *id,
                measure,
                &assessment.regions,
                &mut assessment.scratch,
            );
            if let Some(slot) = assessment.measures.get_mut(id.place()) {
                *slot = assessed;
            }
        }
    }

    /// Assesses one measure for answers of which nothing is known yet.
    pub(super) fn assess_alone(
        &self,
        context: &EvalContext<'_>,
        id: MeasureId,
    ) -> MeasureAssessment {
        let mut regions = Vec::new();
        self.find_regions(context, &mut regions);
        self.assess_one(context, id, &context.pack.measures[id], &regions, &mut Scratch::default())
    }

    fn assess_one(
        &self,
        context: &EvalContext<'_>,
        id: MeasureId,
        measure: &Measure,
        regions: &[Region],
        scratch: &mut Scratch,
    ) -> MeasureAssessment {
        let part = match self.form(id) {
            Form::NotInForce => return MeasureAssessment::decided(Outcome::NotInForce),
            Form::Tables => return by_tables(context, measure),
            Form::Diagram(part) => part,
        };
        let residue = self.residue(part, regions, scratch);
        if let Some(outcome) = residue.outcome() {
            return MeasureAssessment::decided(outcome);
        }
        if part.is_entangled
            && let Some(compiled) = compile(*context, measure)
        {
            return by_compiled(context, &compiled);
        }
        let mut missing = FactSet::default();
        self.each_open_split(part, regions, scratch, &mut |split| {
            if let Some(split) = self.splits.get(split as usize) {
                split.add_missing(context, &mut missing);
            }
        });
        let can_be_met = residue.can_be_met();
        MeasureAssessment {
            outcome: Outcome::Open,
            missing: missing.into_vec(),
            can_be_met,
            is_exact: true,
        }
    }
}

/// What a measure compiled for the answers comes to: all that is known has become part of its diagram.
fn by_compiled(context: &EvalContext<'_>, compiled: &CompiledMeasure) -> MeasureAssessment {
    let residue = compiled.residue();
    if let Some(outcome) = residue.outcome() {
        return MeasureAssessment::decided(outcome);
    }
    let mut missing = FactSet::default();
    compiled
        .each_open_split(compiled.outcome, &mut |split| split.add_missing(context, &mut missing));
    MeasureAssessment {
        outcome: Outcome::Open,
        missing: missing.into_vec(),
        can_be_met: residue.can_be_met(),
        is_exact: !compiled.is_entangled,
    }
}
