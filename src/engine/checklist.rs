//! The checklist: every paper that some measures ask for, once, with the measures that it required_by.
//!
//! One way of telling what is needed: what a page shows of one measure and what paper lists for many both come from here.

use std::num::NonZeroU8;

use crate::rulebook::{MaterialId, MeasureId};

use super::evaluate::EvalContext;
use super::truth::Truth;

/// How a paper is needed; the strongest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Need {
    /// 免提交: needed, or perhaps needed, but the office gets it by itself
    Exempt,
    /// 视情形: the answers do not decide whether it is asked for
    IfApplicable,
    /// 必备: it is asked for, whatever the missing answers are
    Required,
}

impl Need {
    /// Every need there is.
    pub const ALL: [Need; 3] = [Need::Exempt, Need::IfApplicable, Need::Required];
}

/// That a measure asks for a paper, or may.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MaterialRequirement {
    /// The paper
    pub material: MaterialId,
    /// The measure
    pub measure: MeasureId,
    /// How the measure needs it
    pub need: Need,
    /// How many copies the measure asks for; nothing if no published text says so
    pub copies: Option<NonZeroU8>,
}

/// A paper of the checklist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChecklistEntry {
    /// Which
    pub material: MaterialId,
    /// The strongest need of those that it serves
    pub need: Need,
    /// What it required_by, in the pack's order of measures; never empty. A measure stands in it twice if it asks twice
    pub required_by: Vec<MaterialRequirement>,
    /// How many copies that comes to with all that may be asked for, one where none are stated; 0 if nothing has to be
    /// handed in
    pub copies: u32,
    /// Whether so many are asked for and no more: false if a measure that wants it handed in does not state how many
    pub has_known_copies: bool,
}

/// The papers to bring for some measures, in the pack's order of materials, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checklist {
    /// The papers
    pub entries: Vec<ChecklistEntry>,
}

/// The papers that a measure asks for, or may, in its own order. Those whose condition is known not to hold are left out.
pub fn material_requirements(
    context: &EvalContext<'_>,
    measure: MeasureId,
) -> Vec<MaterialRequirement> {
    let used = context.pack.measures[measure].materials.iter();
    let needed = used.filter_map(|used| {
        let need = match used.when.as_ref().map_or(Truth::True, |when| context.truth(when)) {
            Truth::False => return None,
            _ if used.exempt => Need::Exempt,
            Truth::Unknown => Need::IfApplicable,
            Truth::True => Need::Required,
        };
        Some(MaterialRequirement { material: used.material, measure, need, copies: used.copies })
    });
    needed.collect()
}

/// What to bring for these measures. Neither their order nor naming one twice changes anything, and one more measure never
/// takes a paper away, weakens a need or lowers a number of copies.
pub fn checklist(
    context: &EvalContext<'_>,
    measures: impl IntoIterator<Item = MeasureId>,
) -> Checklist {
    let mut measures: Vec<MeasureId> = measures.into_iter().collect();
    measures.sort_unstable();
    measures.dedup();
    let mut needed: Vec<MaterialRequirement> =
        measures.into_iter().flat_map(|id| material_requirements(context, id)).collect();
    // Stable: what a measure asks for twice stays in its own order.
    needed.sort_by_key(|needed| (needed.material, needed.measure));
    let entries = needed.chunk_by(|one, next| one.material == next.material);
    Checklist { entries: entries.filter_map(entry).collect() }
}

/// What serves several measures, or one several times.
fn entry(required_by: &[MaterialRequirement]) -> Option<ChecklistEntry> {
    let strongest = required_by.iter().max_by_key(|needed| needed.need)?;
    let handed_in = || required_by.iter().filter(|needed| needed.need != Need::Exempt);
    Some(ChecklistEntry {
        material: strongest.material,
        need: strongest.need,
        required_by: required_by.to_vec(),
        copies: handed_in()
            .map(|needed| needed.copies.map_or(1, |copies| u32::from(copies.get())))
            .sum(),
        has_known_copies: handed_in().all(|needed| needed.copies.is_some()),
    })
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that fails should stop, and says where")]
mod tests {
    use super::Need::{Exempt, IfApplicable, Required};
    use super::*;
    use crate::engine::{Answer, Answers};
    use crate::rulebook::{Date, Id, RulePack, Value};

    /// Two measures that share papers in every way.
    const DESK: &str = r#"{
      "format": 1, "id": "desk", "version": "1", "languages": ["en"], "title": {"en": "Desk"}, "in-force": {},
      "documents": [{"id": "d1", "title": {"en": "Desks"}}],
      "provisions": [{"id": "d1-1", "document": "d1", "clause": "1", "evidence": "official-text"}],
      "sections": [{"id": "all", "title": {"en": "All"}}],
      "facts": [{"id": "local", "kind": "yes-no", "section": "all", "question": {"en": "Local?"}}],
      "materials": [{"id": "licence", "title": {"en": "Licence"}}, {"id": "form", "title": {"en": "Representation"}},
        {"id": "report", "title": {"en": "Report"}}],
      "measures": [
        {"id": "first", "title": {"en": "First"}, "summary": {"en": "First"}, "provision": ["d1-1"],
         "criteria": [{"id": "any", "label": {"en": "Any"}, "grade": "directional", "provision": ["d1-1"]}],
         "grants": {"unspecified": {}, "evidence": "official-text", "provision": ["d1-1"]},
         "materials": [{"material": "form", "copies": 2}, {"material": "licence", "exempt": true, "copies": 9},
           {"material": "report", "when": {"is": ["local", true]}}]},
        {"id": "second", "title": {"en": "Second"}, "summary": {"en": "Second"}, "provision": ["d1-1"],
         "criteria": [{"id": "any", "label": {"en": "Any"}, "grade": "directional", "provision": ["d1-1"]}],
         "grants": {"unspecified": {}, "evidence": "official-text", "provision": ["d1-1"]},
         "materials": ["licence", {"material": "form", "copies": 3},
           {"material": "form", "when": {"is": ["local", false]}, "copies": 1}]}]
    }"#;

    /// What is listed for some of its measures: material, need, copies, whether these are stated, and how many it required_by.
    fn listed(local: Option<bool>, measures: &[usize]) -> Vec<(usize, Need, u32, bool, usize)> {
        let pack = RulePack::from_json(DESK).unwrap();
        let mut answers = Answers::none(&pack);
        answers.set(Id::from_index(0), local.map(|local| Answer::Value(Value::YesNo(local))));
        let context =
            EvalContext { pack: &pack, answers: &answers, as_of: Date::constant(2026, 1, 1) };
        let list = checklist(&context, measures.iter().map(|index| MeasureId::from_index(*index)));
        let entries = list.entries.iter();
        entries
            .map(|entry| {
                (
                    entry.material.index(),
                    entry.need,
                    entry.copies,
                    entry.has_known_copies,
                    entry.required_by.len(),
                )
            })
            .collect()
    }

    #[test]
    fn each_paper_stands_once_with_the_strongest_need_and_the_copies_of_all() {
        let both =
            [(0, Required, 1, false, 2), (1, Required, 6, true, 3), (2, IfApplicable, 1, false, 1)];
        assert_eq!(listed(None, &[0, 1]), both);
        assert_eq!(listed(None, &[1, 0, 1]), both);
    }

    #[test]
    fn a_paper_whose_condition_does_not_hold_is_not_on_it() {
        assert_eq!(
            listed(Some(true), &[1]),
            [(0, Required, 1, false, 1), (1, Required, 3, true, 1)]
        );
        assert_eq!(listed(Some(false), &[0]), [(0, Exempt, 0, true, 1), (1, Required, 2, true, 1)]);
        assert_eq!(listed(None, &[]), []);
    }
}
