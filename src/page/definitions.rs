//! Classes, assumptions and preset answers in words.

use crate::rulebook::{
    Assumed, Assumption, Case, CaseResult, Choice, Class, FactId, FactKind, Topic, Value,
};
use crate::widget::fill_in;

use super::Page;
use super::condition::{Words, condition, literal, sentence, subject};

/// The cases of a class, in order.
pub(super) fn cases(page: &Page<'_>, class: &Class) -> Vec<Words> {
    cases_of(page, &class.values, &class.cases)
}

fn cases_of(page: &Page<'_>, values: &[Choice], cases: &[Case]) -> Vec<Words> {
    cases.iter().map(|case| case_words(page, values, case)).collect()
}

fn case_words(page: &Page<'_>, values: &[Choice], case: &Case) -> Words {
    let text = page.text;
    let when = case.when.as_ref().map(|when| condition(page, when));
    match (&case.then, when) {
        (CaseResult::Is(value), when) => {
            // OK because validation has resolved the index.
            let label = values.get(*value).map(|value| page.translate(&value.label));
            let label = label.unwrap_or_default();
            match when {
                Some(when) => Words::Group(label.to_string(), vec![when]),
                None => Words::Line(literal(&fill_in(text.otherwise, &[("value", &label)]))),
            }
        }
        (CaseResult::Cases(cases), Some(when)) => {
            let inner = Words::Group(text.then.to_owned(), cases_of(page, values, cases));
            Words::Group(text.in_case.to_owned(), vec![when, inner])
        }
        (CaseResult::Cases(cases), None) => {
            Words::Group(text.in_other_cases.to_owned(), cases_of(page, values, cases))
        }
    }
}

/// The answers that an assumption puts in place of the given ones.
pub(super) fn assumed_answers(page: &Page<'_>, assumption: &Assumption) -> Words {
    let answers = assumption.answers.iter().map(|(fact, assumed)| match assumed {
        Assumed::AsOf => answer(page, *fact, page.text.as_of),
        Assumed::Value(value) => answer(page, *fact, &value_text(page, *fact, *value)),
    });
    Words::Group(page.text.assumed_answers.to_owned(), answers.collect())
}

/// The answers that follow from choosing a topic. `None` if there are none.
pub(super) fn preset(page: &Page<'_>, topic: &Topic) -> Option<Words> {
    let answers = topic.preset.iter();
    let answers =
        answers.map(|(fact, value)| answer(page, *fact, &value_text(page, *fact, *value)));
    let heading = page.text.preset.to_owned();
    (!topic.preset.is_empty()).then(|| Words::Group(heading, answers.collect()))
}

fn answer(page: &Page<'_>, fact: FactId, value: &str) -> Words {
    let values = vec![("subject", subject(page, fact)), ("value", literal(value))];
    Words::Line(sentence(page.text.is, values))
}

fn value_text(page: &Page<'_>, fact: FactId, value: Value) -> String {
    let text = page.text;
    let kind = &page.pack.facts[fact].kind;
    match (value, kind) {
        (Value::YesNo(true), _) => text.yes.to_owned(),
        (Value::YesNo(false), _) => text.no.to_owned(),
        (Value::Options(options), _) => {
            let labels = kind.chosen(options).map(|option| page.translate(&option.label));
            let labels = labels.collect::<Vec<_>>().join(text.comma);
            if labels.is_empty() { text.none_chosen.to_owned() } else { labels }
        }
        (Value::Number(number), FactKind::Number(kind)) => page.with_unit(number, &kind.unit),
        (Value::Number(number), _) => number.to_string(),
        (Value::Date(date), _) => page.date(date),
    }
}
