//! Cases in words.

use crate::engine::Answers;
use crate::rulebook::{Date, Locale, RulePack};
use crate::widget::{Catalogue, fact_text};

/// The day and the answers of a case in a language of the pack.
pub(in crate::author) fn case_words(
    pack: &RulePack,
    locale: Locale,
    day: Date,
    answers: &Answers,
) -> Vec<String> {
    let catalogue = Catalogue::of(locale);
    let answered = pack.facts.iter().filter_map(|(fact, _)| {
        let answer = answers.get(fact);
        answer.is_some().then(|| fact_text(catalogue, locale, pack, fact, answer))
    });
    [catalogue.day(day)].into_iter().chain(answered).collect()
}
