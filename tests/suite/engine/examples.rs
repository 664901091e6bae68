//! Each measure of the published pack has an example that meets it.

use eligibility_check::engine::{Example, Outcome, assess};
use eligibility_check::lint::Context;
use eligibility_check::rulebook::Json;

use crate::support::{PUBLISHED, parse_pack};

#[test]
fn every_published_measure_is_met_by_its_example() {
    let (pack, json) = (parse_pack(PUBLISHED), Json::parse(PUBLISHED).unwrap());
    let context = Context::new(&pack, &json, &[]);
    for (id, measure) in pack.measures.iter() {
        let outcome = match context.example_met(id) {
            Example::Answers(as_of, answers) => Some(assess(&pack, &answers, as_of).of(id).outcome),
            Example::Unsatisfiable | Example::Unknown => None,
        };
        let is_met = matches!(outcome, Some(Outcome::Met | Outcome::MetInDirection));
        assert!(is_met, "{}: {outcome:?}", measure.id);
    }
}
