//! The checklist of generated packs, and the number of copies in a pack.

use std::collections::BTreeSet;

use eligibility_check::engine::{
    Answer, Answers, Checklist, ChecklistEntry, EvalContext, MaterialRequirement, Need, checklist,
    material_requirements,
};
use eligibility_check::rulebook::{Fault, FaultCode, Id, MeasureId, RulePack, Value};
use proptest::prelude::*;
use serde_json::{Value as Tree, json};

use crate::answer_space::AS_OF;
use crate::support::{HARBOUR, cases, date, parse_pack};

/// A use of a material: its index, the fact of its condition, whether it is exempt, and its copies.
type Use = (u8, Option<u8>, bool, Option<u8>);

const FACTS: u8 = 3;
const MATERIALS: u8 = 4;

fn uses() -> impl Strategy<Value = Vec<Vec<Use>>> {
    let copies = prop::option::of(1..=99_u8);
    let one = (0..MATERIALS, prop::option::of(0..FACTS), any::<bool>(), copies);
    prop::collection::vec(prop::collection::vec(one, 0..6), 1..5)
}

/// A pack whose measures need these materials.
fn pack(uses: &[Vec<Use>]) -> RulePack {
    let one = |(material, fact, exempt, copies): &Use| {
        let mut one = json!({ "material": format!("m{material}"), "exempt": exempt });
        if let Some(fact) = fact {
            one["when"] = json!({ "is": [format!("f{fact}"), true] });
        }
        if let Some(copies) = copies {
            one["copies"] = json!(copies);
        }
        one
    };
    let measure = |(index, uses): (usize, &Vec<Use>)| {
        json!({
            "id": format!("measure-{index}"), "title": "Measure", "summary": "Summary", "provision": ["p"],
            "criteria": [{ "id": "c", "label": "Criterion", "provision": ["p"], "grade": "directional" }],
            "grants": { "unspecified": {}, "evidence": "official-text", "provision": ["p"] },
            "materials": uses.iter().map(one).collect::<Tree>(),
        })
    };
    let fact = |index| json!({ "id": format!("f{index}"), "kind": "yes-no", "section": "s", "question": "?" });
    let source = json!({
        "format": 2, "id": "generated", "version": "1", "languages": ["en"], "title": "Generated", "in-force": {},
        "documents": [{ "id": "d", "title": "Document" }],
        "provisions": [{ "id": "p", "document": "d", "clause": "1", "evidence": "official-text" }],
        "sections": [{ "id": "s", "title": "Section" }],
        "facts": (0..FACTS).map(fact).collect::<Tree>(),
        "materials": (0..MATERIALS).map(|index| json!({ "id": format!("m{index}"), "title": "Material" })).collect::<Tree>(),
        "measures": uses.iter().enumerate().map(measure).collect::<Tree>(),
    });
    RulePack::from_json(&source.to_string()).unwrap()
}

fn answers(pack: &RulePack, values: &[Option<bool>]) -> Answers {
    let mut answers = Answers::none(pack);
    for ((fact, _), value) in pack.facts.iter().zip(values) {
        answers.set(fact, value.map(|value| Answer::Value(Value::YesNo(value))));
    }
    answers
}

fn entry(list: &Checklist, of: &ChecklistEntry) -> Option<ChecklistEntry> {
    list.entries.iter().find(|entry| entry.material == of.material).cloned()
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn every_use_that_may_apply_is_listed_once_under_its_material_in_pack_order(
        uses in uses(), answered in prop::collection::vec(any::<Option<bool>>(), 3),
    ) {
        let pack = pack(&uses);
        let answers = answers(&pack, &answered);
        let context = EvalContext { pack: &pack, answers: &answers, as_of: date(AS_OF) };
        let all: Vec<MeasureId> = pack.measures.iter().map(|(id, _)| id).collect();
        let list = checklist(&context, all.iter().copied());
        let indices: Vec<usize> = list.entries.iter().map(|entry| entry.material.index()).collect();
        prop_assert!(indices.is_sorted_by(|one, next| one < next), "{:?}", indices);
        let mut expected: Vec<MaterialRequirement> = all.iter().flat_map(|id| material_requirements(&context, *id)).collect();
        let listed = uses.iter().flatten();
        let may_apply = listed.filter(|(_, fact, ..)| fact.is_none_or(|fact| answered[usize::from(fact)] != Some(false)));
        prop_assert_eq!(expected.len(), may_apply.count());
        let mut found: Vec<MaterialRequirement> = list.entries.iter().flat_map(|entry| entry.required_by.clone()).collect();
        expected.sort();
        found.sort();
        prop_assert_eq!(found, expected);
        for entry in &list.entries {
            prop_assert!(entry.required_by.iter().all(|needed| needed.material == entry.material));
            prop_assert_eq!(Some(entry.need), entry.required_by.iter().map(|needed| needed.need).max());
            prop_assert_eq!(entry.copies == 0, entry.need == Need::Exempt);
        }
    }

    #[test]
    fn the_order_and_repetition_of_measures_change_nothing(
        uses in uses(), answered in prop::collection::vec(any::<Option<bool>>(), 3),
        order in prop::collection::vec(any::<prop::sample::Index>(), 0..8),
    ) {
        let pack = pack(&uses);
        let answers = answers(&pack, &answered);
        let context = EvalContext { pack: &pack, answers: &answers, as_of: date(AS_OF) };
        let measures: Vec<MeasureId> =
            order.iter().map(|index| MeasureId::from_index(index.index(uses.len()))).collect();
        let once: BTreeSet<MeasureId> = measures.iter().copied().collect();
        prop_assert_eq!(checklist(&context, measures), checklist(&context, once));
    }

    #[test]
    fn one_more_measure_removes_no_material_and_weakens_no_need(
        uses in uses(), answered in prop::collection::vec(any::<Option<bool>>(), 3), count in 0..4_usize,
    ) {
        let pack = pack(&uses);
        let answers = answers(&pack, &answered);
        let context = EvalContext { pack: &pack, answers: &answers, as_of: date(AS_OF) };
        let first = |count: usize| checklist(&context, (0..count).map(MeasureId::from_index));
        let count = count.min(uses.len() - 1);
        let (fewer, more) = (first(count), first(count + 1));
        for before in &fewer.entries {
            let after = entry(&more, before).unwrap();
            prop_assert!(after.need >= before.need && after.copies >= before.copies);
            prop_assert!(before.has_known_copies || !after.has_known_copies, "another measure made the need stated");
        }
    }

    #[test]
    fn one_more_answer_adds_no_material_and_keeps_required_materials(
        uses in uses(), answered in prop::collection::vec(any::<Option<bool>>(), 3), index in 0..3_usize,
        answer in any::<bool>(),
    ) {
        let pack = pack(&uses);
        let mut later = answered.clone();
        later[index] = later[index].or(Some(answer));
        let all = || (0..uses.len()).map(MeasureId::from_index);
        let listed = |values: &[Option<bool>]| {
            let answers = &answers(&pack, values);
            checklist(&EvalContext { pack: &pack, answers, as_of: date(AS_OF) }, all())
        };
        let (before, after) = (listed(&answered), listed(&later));
        for entry_after in &after.entries {
            prop_assert!(entry(&before, entry_after).is_some(), "an answer added a material");
        }
        for entry_before in before.entries.iter().filter(|entry| entry.need == Need::Required) {
            prop_assert_eq!(entry(&after, entry_before).map(|entry| entry.need), Some(Need::Required));
        }
    }
}

/// The small pack with a material in this number of copies.
fn with_copies(copies: &Tree) -> Tree {
    let mut source: Tree = serde_json::from_str(HARBOUR).unwrap();
    source["materials"] = json!([{ "id": "licence", "title": { "zh-Hans": "营业执照" } }]);
    source["measures"][0]["materials"] = json!([{ "material": "licence", "copies": copies }]);
    source
}

#[test]
fn the_number_of_copies_is_a_whole_number_from_one_to_ninety_nine() {
    for copies in [1, 2, 99] {
        let pack = parse_pack(&with_copies(&json!(copies)).to_string());
        let (_, measure) = pack.measures.iter().next().unwrap();
        assert_eq!(measure.materials[0].copies.map(|copies| i64::from(copies.get())), Some(copies));
    }
    let pointer = "/measures/0/materials/0/copies";
    for copies in [
        json!(0),
        json!(-1),
        json!(100),
        json!(257),
        json!("two"),
        json!("2"),
        json!(1.5),
        json!(null),
    ] {
        let error = RulePack::from_json(&with_copies(&copies).to_string()).unwrap_err();
        let found: Vec<(FaultCode, &str, &str)> = error
            .faults()
            .iter()
            .map(|Fault { code, pointer, expected, .. }| (*code, &**pointer, &**expected))
            .collect();
        assert_eq!(
            found,
            [(FaultCode::WrongType, pointer, "a whole number from 1 to 99")],
            "{copies}"
        );
    }
}

#[test]
fn another_number_of_copies_changes_the_fingerprint() {
    let fingerprint =
        |copies: i32| parse_pack(&with_copies(&json!(copies)).to_string()).fingerprint;
    assert_eq!(fingerprint(1), fingerprint(1));
    assert_ne!(fingerprint(1), fingerprint(2));
}
