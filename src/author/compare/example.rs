//! A firm that shows a difference: its answers in words, and as a scenario.

use crate::author::case_words::case_words;
use crate::engine::{Case, assess};
use crate::rulebook::{Json, Locale, RulePack};

use super::compared::ExampleCase;

/// The firm in a case of the new pack. `name` is the name of the scenario, which expects the
/// outcome of a measure in the new version.
pub(super) fn example(
    pack: &RulePack,
    locale: Locale,
    name: &str,
    measure: &str,
    case: &Json,
) -> ExampleCase {
    let parsed = Case::from_json(pack, case).ok();
    let mut answers = Vec::new();
    let mut entries = vec![("name".to_owned(), Json::String(name.to_owned()))];
    let copied = ["as-of", "answers"].into_iter();
    entries.extend(copied.filter_map(|key| Some((key.to_owned(), case.get(key)?.clone()))));
    if let Some((case, as_of)) = parsed.and_then(|case| case.as_of.map(|day| (case, day))) {
        answers = case_words(pack, pack.language(locale), as_of, &case.answers);
        if let Some(id) = pack.find_measure(measure) {
            let outcome = assess(pack, &case.answers, as_of).of(id).outcome;
            let outcome = Json::String(outcome.name().to_owned());
            let expected = Json::Object(vec![("outcome".to_owned(), outcome)]);
            let expect = Json::Object(vec![(measure.to_owned(), expected)]);
            entries.push(("expect".to_owned(), expect));
        }
    }
    ExampleCase { answers, scenario: Json::Object(entries).to_text() }
}
