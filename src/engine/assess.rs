//! Assessment: the outcome of every measure for given answers and date.

use jiff::civil::Date;

use crate::rulebook::{FactId, FactSet, Id, Measure, MeasureId, RulePack};

use super::answers::Answers;
use super::compiled::{
    CompiledMeasure, CompiledPack, Region, Representation, Scratch, SubDiagram, TerminalSet,
    UNKNOWN, compile,
};
use super::evaluate::EvalContext;
use super::kleene::assess_kleene;
use super::measure_assessment::MeasureAssessment;
use super::outcome::Outcome;

/// The outcomes of all measures. They are an indication; the office decides.
#[derive(Clone, Debug)]
pub struct Assessment {
    /// The date of the assessment
    pub as_of: Date,
    measures: Vec<MeasureAssessment>,
    /// The region of the answers in each split of the compiled pack
    regions: Vec<Region>,
    scratch: Scratch,
}

impl Assessment {
    /// The assessment of one measure.
    pub fn of(&self, measure: MeasureId) -> &MeasureAssessment {
        #[expect(
            clippy::indexing_slicing,
            reason = "OK because an assessment has one entry per measure of its pack"
        )]
        &self.measures[measure.index()]
    }

    /// Every measure with its assessment, in the pack's order.
    pub fn iter(&self) -> impl Iterator<Item = (MeasureId, &MeasureAssessment)> {
        self.measures
            .iter()
            .enumerate()
            .map(|(index, assessed)| (MeasureId::from_index(index), assessed))
    }

    /// The number of measures with an outcome.
    pub fn count(&self, outcome: Outcome) -> usize {
        self.measures.iter().filter(|assessed| assessed.outcome == outcome).count()
    }

    /// The region of the answers in each split of the compiled pack.
    pub(super) fn regions(&self) -> &[Region] {
        &self.regions
    }
}

/// Reusable memory for [`CompiledPack::outcomes`], to assess many applicants without allocating.
#[derive(Clone, Debug, Default)]
pub struct OutcomeBuffer {
    outcomes: Vec<Outcome>,
    regions: Vec<Region>,
    scratch: Scratch,
}

/// Assesses every measure.
///
/// Outside the period of a measure or of the pack, the outcome is [`Outcome::NotInForce`].
/// [`super::AsOf`] chooses a date inside the pack's period. For repeated assessments, create a
/// [`CompiledPack`] once.
pub fn assess(pack: &RulePack, answers: &Answers, as_of: Date) -> Assessment {
    CompiledPack::new(pack, as_of).assess(pack, answers)
}

impl CompiledPack {
    /// Assesses every measure.
    pub fn assess(&self, pack: &RulePack, answers: &Answers) -> Assessment {
        let context = EvalContext { pack, answers, as_of: self.as_of };
        let mut assessment = Assessment {
            as_of: self.as_of,
            measures: Vec::with_capacity(pack.measures.len()),
            regions: Vec::new(),
            scratch: Scratch::default(),
        };
        self.find_regions(&context, &mut assessment.regions);
        for (id, measure) in pack.measures.iter() {
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

    /// Assesses some measures.
    pub fn assess_measures(
        &self,
        pack: &RulePack,
        answers: &Answers,
        measures: impl Iterator<Item = MeasureId>,
    ) -> Vec<(MeasureId, MeasureAssessment)> {
        let context = EvalContext { pack, answers, as_of: self.as_of };
        let (mut regions, mut scratch) = (Vec::new(), Scratch::default());
        self.find_regions(&context, &mut regions);
        let assess = |id| {
            let measure = &pack.measures[id];
            (id, self.assess_one(&context, id, measure, &regions, &mut scratch))
        };
        measures.map(assess).collect()
    }

    /// The outcome of every measure, in the pack's order, without missing facts.
    pub fn outcomes<'a>(
        &self,
        pack: &RulePack,
        answers: &Answers,
        buffer: &'a mut OutcomeBuffer,
    ) -> &'a [Outcome] {
        self.outcomes_of(pack, answers, pack.measures.iter().map(|(id, _)| id), buffer)
    }

    /// The outcomes of some measures, in their order, without missing facts.
    pub fn outcomes_of<'a>(
        &self,
        pack: &RulePack,
        answers: &Answers,
        measures: impl Iterator<Item = MeasureId>,
        buffer: &'a mut OutcomeBuffer,
    ) -> &'a [Outcome] {
        let context = EvalContext { pack, answers, as_of: self.as_of };
        self.find_regions(&context, &mut buffer.regions);
        buffer.outcomes.clear();
        for id in measures {
            let measure = &pack.measures[id];
            let decided = match self.representation(id) {
                Representation::Diagram(diagram) => {
                    match self
                        .decided(diagram, &buffer.regions, &mut buffer.scratch)
                        .and_then(TerminalSet::outcome)
                    {
                        None if !self.has_partial_split(&context, diagram, &buffer.regions) => {
                            Some(Outcome::Open)
                        }
                        outcome => outcome,
                    }
                }
                Representation::NotInForce => Some(Outcome::NotInForce),
                Representation::Kleene => None,
            };
            buffer.outcomes.push(decided.unwrap_or_else(|| {
                self.assess_one(&context, id, measure, &buffer.regions, &mut buffer.scratch).outcome
            }));
        }
        &buffer.outcomes
    }

    /// Updates an assessment after the answer to one fact has changed. Only the measures that
    /// depend on the fact are assessed again.
    pub fn reassess(
        &self,
        assessment: &mut Assessment,
        pack: &RulePack,
        answers: &Answers,
        fact: FactId,
    ) {
        let context = EvalContext { pack, answers, as_of: self.as_of };
        self.find_regions_of(&context, fact, &mut assessment.regions);
        for id in self.measures_of(fact) {
            let measure = &pack.measures[*id];
            let assessed = self.assess_one(
                &context,
                *id,
                measure,
                &assessment.regions,
                &mut assessment.scratch,
            );
            if let Some(slot) = assessment.measures.get_mut(id.index()) {
                *slot = assessed;
            }
        }
    }

    /// Assesses one measure from scratch.
    pub(super) fn assess_measure(
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
        let diagram = match self.representation(id) {
            Representation::NotInForce => return MeasureAssessment::decided(Outcome::NotInForce),
            Representation::Kleene => return assess_kleene(context, measure),
            Representation::Diagram(diagram) => diagram,
        };
        let terminals = self.reachable_terminals(diagram, regions, scratch);
        if let Some(outcome) = terminals.outcome() {
            return MeasureAssessment::decided(outcome);
        }
        if self.has_partial_split(context, diagram, regions)
            && let Some(compiled) = compile(*context, measure)
        {
            return assess_compiled(context, &compiled);
        }
        let mut missing = FactSet::default();
        let mut is_exact = true;
        self.for_each_relevant_split(diagram, regions, scratch, &mut |split| {
            if let Some(split) = self.splits.get(split as usize) {
                split.add_missing(context, &mut missing);
                // Not divided by its facts' answers.
                is_exact &= !diagram.is_approximate || split.fact().is_some();
            }
        });
        let can_be_met = terminals.can_be_met();
        MeasureAssessment {
            outcome: Outcome::Open,
            missing: missing.into_vec(),
            can_be_met,
            is_exact,
        }
    }

    /// Whether the answers give some facts of an open split of several facts, and it may depend on
    /// them what the others can change. Only then does compiling the measure for the answers decide
    /// more than its diagram.
    fn has_partial_split(
        &self,
        context: &EvalContext<'_>,
        diagram: SubDiagram,
        regions: &[Region],
    ) -> bool {
        let mut is_partial = false;
        self.each_split(diagram, &mut |index, split| {
            let is_open = regions.get(index as usize) == Some(&UNKNOWN);
            let narrows = diagram.is_approximate || split.narrows();
            if is_open && narrows && split.fact().is_none() {
                split.each_fact(&mut |fact| is_partial |= context.answers.value(fact).is_some());
            }
        });
        is_partial
    }
}

/// The assessment of a measure that was compiled for these answers: the known facts are already
/// part of its diagram.
fn assess_compiled(context: &EvalContext<'_>, compiled: &CompiledMeasure) -> MeasureAssessment {
    let terminals = compiled.reachable_terminals();
    if let Some(outcome) = terminals.outcome() {
        return MeasureAssessment::decided(outcome);
    }
    let mut missing = FactSet::default();
    compiled.for_each_relevant_split(compiled.outcome, &mut |split| {
        split.add_missing(context, &mut missing)
    });
    MeasureAssessment {
        outcome: Outcome::Open,
        missing: missing.into_vec(),
        can_be_met: terminals.can_be_met(),
        is_exact: !compiled.is_approximate,
    }
}
