//! Reports the questions that have one id and different meanings in two packs of a site.

use std::rc::Rc;

use crate::rulebook::{Choice, Decimal, Fact, FactKind, Locale, NumberKind, RulePack, Text, alike};

/// The number of sentences before the rest is only counted.
const MOST: usize = 20;

/// One sentence for each fact that means different things in two packs. Answers to it are not
/// carried over from one to the other.
pub(super) fn unlike_facts(packs: &[Rc<RulePack>]) -> Vec<String> {
    let mut sentences = Vec::new();
    for (index, other) in packs.iter().enumerate() {
        for one in packs.iter().take(index) {
            for (_, fact) in one.facts.iter() {
                let Some(id) = other.find_fact(&fact.id) else { continue };
                let reason = reason(one, fact, other, &other.facts[id]);
                sentences.extend(reason.map(|reason| {
                    format!(
                        "`{}` means different things in `{}` and `{}`; answers are not carried \
                         over: {reason}",
                        fact.id, one.id, other.id
                    )
                }));
            }
        }
    }
    let more = sentences.len().saturating_sub(MOST);
    if more > 0 {
        sentences.truncate(MOST);
        sentences.push(format!("… and {more} more"));
    }
    sentences
}

/// Why two facts differ. `None` if they are alike in all languages of both packs.
fn reason(one: &RulePack, fact: &Fact, other: &RulePack, other_fact: &Fact) -> Option<String> {
    let shared: Vec<Locale> =
        one.languages.iter().copied().filter(|locale| other.languages.contains(locale)).collect();
    if shared.is_empty() {
        return Some("the packs have no language in common".to_owned());
    }
    let unlike = shared.into_iter().find(|locale| !alike(fact, other_fact, *locale))?;
    Some(difference(fact, other_fact, unlike))
}

/// The first difference of two facts that are not alike in a language.
fn difference(one: &Fact, other: &Fact, locale: Locale) -> String {
    let texts = |one: &Text, other: &Text| {
        let [one, other] = [one, other].map(|text| text.get(locale));
        (one != other).then(|| format!("“{one}” and “{other}”"))
    };
    if one.kind.name() != other.kind.name() {
        return format!("it is `{}` and `{}`", one.kind.name(), other.kind.name());
    }
    if let Some(questions) = texts(&one.question, &other.question) {
        return format!("the questions are {questions}");
    }
    match (&one.kind, &other.kind) {
        (FactKind::Number(one), FactKind::Number(other)) => of_numbers(one, other),
        (FactKind::Date, _) => "only one of them may be a day to come".to_owned(),
        (one, other) => {
            let (one, other) = (one.options(), other.options());
            let ids = |options: &[Choice]| -> Vec<Rc<str>> {
                options.iter().map(|option| option.id.clone()).collect()
            };
            if ids(one) != ids(other) {
                return "the options are not the same, or not in the same order".to_owned();
            }
            let mut labels = one.iter().zip(other);
            let labels = labels.find_map(|(one, other)| texts(&one.label, &other.label));
            format!("an option is {}", labels.unwrap_or_default())
        }
    }
}

fn of_numbers(one: &NumberKind, other: &NumberKind) -> String {
    if one.unit != other.unit {
        return format!("the units are “{}” and “{}”", one.unit, other.unit);
    }
    if one.decimals != other.decimals {
        return format!("they have {} and {} decimal places", one.decimals, other.decimals);
    }
    let bound = |bound: Option<Decimal>| bound.map_or_else(|| "…".to_owned(), |it| it.to_string());
    let [one, other] =
        [one, other].map(|number| format!("{} to {}", bound(number.min), bound(number.max)));
    format!("the bounds are {one}, and {other}")
}
