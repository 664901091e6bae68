//! An example meets the conditions, and `Unsatisfiable` means that no completion meets them.
//!
//! With as few values as in these packs, the search always ends with one or the other.

use eligibility_check::engine::{Answers, EvalContext, Example, Truth, example};
use eligibility_check::rulebook::{Measure, RulePack, When};
use proptest::prelude::*;

use crate::answer_space::{AS_OF, completion_count, completions};
use crate::generate;
use crate::support::{cases, date};

/// The maximum number of completions of a case.
const MAX_COMPLETIONS: usize = 4_000;

fn conditions(measure: &Measure) -> Vec<&When> {
    let criteria = measure.criteria.iter().filter_map(|criterion| criterion.when.as_ref());
    measure.applies_when.iter().chain(criteria).collect()
}

fn hold(pack: &RulePack, answers: &Answers, conditions: &[&When]) -> bool {
    let context = EvalContext { pack, answers, as_of: date(AS_OF) };
    conditions.iter().all(|when| context.truth(when) == Truth::True)
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn an_example_meets_its_conditions_and_is_found_if_there_is_one(json in generate::pack()) {
        let pack = RulePack::from_json(&json).unwrap();
        prop_assume!(completion_count(&pack, &Answers::none(&pack)) <= MAX_COMPLETIONS);
        for (_, measure) in pack.measures.iter() {
            let conditions = conditions(measure);
            let mut some = false;
            completions(&pack, &Answers::none(&pack), &mut |complete| some |= hold(&pack, complete, &conditions));
            match example(&pack, std::iter::once(date(AS_OF)), &conditions) {
                Example::Answers(_, answers) => {
                    let mut all = true;
                    completions(&pack, &answers, &mut |complete| all &= hold(&pack, complete, &conditions));
                    prop_assert!(all, "{answers:?} do not suffice");
                }
                Example::Unsatisfiable => prop_assert!(!some, "an example exists"),
                Example::Unknown => prop_assert!(false, "the search exceeded its limit"),
            }
        }
    }
}
