//! The checklist: every material that some measures require, once, with those measures.
//!
//! The widget's measure details, the printed checklist and the exported files all use this module.

use std::num::NonZeroU8;

use crate::rulebook::{MaterialId, MeasureId};

use super::evaluate::EvalContext;
use super::truth::Truth;

/// The strictness of a requirement for a material, from weakest to strongest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Need {
    /// 免提交: required or possibly required, but the office obtains it itself
    Exempt,
    /// 视情形: the answers do not decide whether it is required
    IfApplicable,
    /// 必备: required under every completion of the answers
    Required,
}

impl Need {
    /// Every need, from weakest to strongest.
    pub const ALL: [Need; 3] = [Need::Exempt, Need::IfApplicable, Need::Required];
}

/// A material that a measure requires, or may require.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MaterialRequirement {
    /// The material
    pub material: MaterialId,
    /// The measure
    pub measure: MeasureId,
    /// The strictness of the requirement
    pub need: Need,
    /// The number of copies; `None` if no published text states it
    pub copies: Option<NonZeroU8>,
}

/// A material of the checklist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChecklistEntry {
    /// The material
    pub material: MaterialId,
    /// The strongest need among the requirements
    pub need: Need,
    /// The requirements, in the pack's order of measures; never empty. A measure occurs twice if it
    /// lists the material twice
    pub required_by: Vec<MaterialRequirement>,
    /// The sum of all copies, required and possibly required, counting one where the number is not
    /// stated. 0 if nothing has to be handed in
    pub copies: u32,
    /// Whether `copies` is exact: false if a measure that wants the material handed in does not
    /// state a number
    pub has_known_copies: bool,
}

/// The materials for some measures, in the pack's order, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checklist {
    /// The materials
    pub entries: Vec<ChecklistEntry>,
}

/// The materials that a measure requires or may require, in its own order. Omits those whose
/// condition is known to be false.
pub fn material_requirements(
    context: &EvalContext<'_>,
    measure: MeasureId,
) -> Vec<MaterialRequirement> {
    let assumed = context.assumed(&context.pack.measures[measure]);
    let context = &EvalContext { answers: assumed.as_ref().unwrap_or(context.answers), ..*context };
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

/// The checklist for these measures.
///
/// The result does not depend on their order or on repetitions. An additional measure never removes
/// a material, weakens a need or lowers a number of copies.
pub fn checklist(
    context: &EvalContext<'_>,
    measures: impl IntoIterator<Item = MeasureId>,
) -> Checklist {
    let mut measures: Vec<MeasureId> = measures.into_iter().collect();
    measures.sort_unstable();
    measures.dedup();
    let mut needed: Vec<MaterialRequirement> =
        measures.into_iter().flat_map(|id| material_requirements(context, id)).collect();
    // A stable sort keeps the measure's own order of repeated materials.
    needed.sort_by_key(|needed| (needed.material, needed.measure));
    let entries = needed.chunk_by(|one, next| one.material == next.material);
    Checklist { entries: entries.filter_map(entry).collect() }
}

/// The entry for the requirements of one material. `None` if there are none.
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
#[expect(clippy::unwrap_used, reason = "a failing test should stop at the cause")]
mod tests {
    use super::Need::{Exempt, IfApplicable, Required};
    use super::*;
    use crate::engine::{Answer, Answers};
    use crate::rulebook::{Date, Id, RulePack, Value};

    /// Two measures whose materials overlap.
    const DESK: &str = r#"{
      "format": 2, "id": "desk", "version": "1", "languages": ["en"], "title": {"en": "Desk"}, "in-force": {},
      "documents": [{"id": "d1", "title": {"en": "Desks"}}],
      "provisions": [{"id": "d1-1", "document": "d1", "clause": "1", "evidence": "official-text"}],
      "sections": [{"id": "all", "title": {"en": "All"}}],
      "facts": [{"id": "local", "kind": "yes-no", "section": "all", "question": {"en": "Local?"}}],
      "materials": [{"id": "licence", "title": {"en": "Licence"}}, {"id": "form", "title": {"en": "Form"}},
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

    /// The entries for some measures: material, need, copies, whether copies is exact, and the
    /// number of requirements.
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
    fn each_material_is_listed_once_with_strongest_need_and_sum_of_copies() {
        let both =
            [(0, Required, 1, false, 2), (1, Required, 6, true, 3), (2, IfApplicable, 1, false, 1)];
        assert_eq!(listed(None, &[0, 1]), both);
        assert_eq!(listed(None, &[1, 0, 1]), both);
    }

    #[test]
    fn a_material_whose_condition_is_false_is_omitted() {
        assert_eq!(
            listed(Some(true), &[1]),
            [(0, Required, 1, false, 1), (1, Required, 3, true, 1)]
        );
        assert_eq!(listed(Some(false), &[0]), [(0, Exempt, 0, true, 1), (1, Required, 2, true, 1)]);
        assert_eq!(listed(None, &[]), []);
    }
}
