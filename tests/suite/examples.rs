//! Proof by example: every measure of the published pack can be met, and its example meets it.

use eligibility_check::engine::{Example, Outcome, assess};
use eligibility_check::lint::Pack;
use eligibility_check::rulebook::Json;

use crate::support::{PUBLISHED, book};

#[test]
fn every_published_measure_is_met_by_its_example() {
    let (book, json) = (book(PUBLISHED), Json::parse(PUBLISHED).unwrap());
    let pack = Pack::new(&book, &json, &[]);
    for (id, measure) in book.measures.iter() {
        let Example::Answers(as_of, answers) = pack.example_met(id) else {
            panic!("{} has no example", measure.id);
        };
        let outcome = assess(&book, &answers, as_of).of(id).outcome;
        assert!(matches!(outcome, Outcome::Met | Outcome::MetInDirection), "{}: {outcome:?}", measure.id);
    }
}
