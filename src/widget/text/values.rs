//! Values, amounts, dates and citations as text.

use crate::engine::{Amount, Answer, AsOf};
use crate::rulebook::{
    Benefit, Decimal, Fact, FactId, FactKind, Grant, Locale, Period, ProvisionId, RulePack, Value,
};

use super::catalogue::{Catalogue, fill};
use super::numbers::amount_sentence;

/// The answer to a question; "not answered" if there is none.
pub(crate) fn answer_text(
    catalogue: &Catalogue,
    locale: Locale,
    pack: &RulePack,
    fact: &Fact,
    answer: Option<Answer>,
) -> String {
    let word = match answer {
        None => catalogue.not_answered(),
        Some(Answer::NotSure) => catalogue.not_sure(),
        Some(Answer::Value(Value::YesNo(true))) => catalogue.yes(),
        Some(Answer::Value(Value::YesNo(false))) => catalogue.no(),
        Some(Answer::Value(Value::Options(set))) if set.is_empty() => catalogue.none_of_these(),
        Some(Answer::Value(value)) => return value_text(catalogue, locale, pack, fact, value),
    };
    word.as_str().to_owned()
}

/// A value that is not a word of the catalogue.
fn value_text(
    catalogue: &Catalogue,
    locale: Locale,
    pack: &RulePack,
    fact: &Fact,
    value: Value,
) -> String {
    match value {
        Value::YesNo(_) => String::new(),
        Value::Date(date) => catalogue.day(date),
        Value::Number(number) => match &fact.kind {
            FactKind::Number(kind) => amount_sentence(
                catalogue,
                locale,
                pack,
                &kind.unit,
                catalogue.amount_exact(),
                [number; 2],
            ),
            _ => number.to_string(),
        },
        Value::Options(set) => {
            let labels: Vec<_> =
                fact.kind.chosen(set).map(|option| option.label.get(locale)).collect();
            labels.join(catalogue.list_separator())
        }
    }
}

/// The amount of a grant, as a range while answers are missing.
pub fn amount_text(
    catalogue: &Catalogue,
    locale: Locale,
    pack: &RulePack,
    grant: &Grant,
    amount: Option<&Amount>,
) -> String {
    let Some(amount) = amount else {
        return match &grant.benefit {
            Benefit::InKind(text) => text.get(locale).to_string(),
            // The number is outside all tiers.
            Benefit::Tiers(_) => catalogue.no_tier().as_str().to_owned(),
            _ => catalogue.no_amount().as_str().to_owned(),
        };
    };
    let min = amount.min;
    let sentence = match amount.max {
        None => catalogue.amount_at_least(),
        Some(max) if max == min => catalogue.amount_exact(),
        Some(_) if min == Decimal::ZERO => catalogue.amount_up_to(),
        Some(_) => catalogue.amount_range(),
    };
    let range = [min, amount.max.unwrap_or_default()];
    amount_sentence(catalogue, locale, pack, &amount.unit, sentence, range)
}

/// Citations of provisions, separated by commas.
pub fn citations_text(
    catalogue: &Catalogue,
    locale: Locale,
    pack: &RulePack,
    provisions: &[ProvisionId],
) -> String {
    let citations = provisions.iter().map(|id| pack.citation(locale, *id));
    citations.collect::<Vec<_>>().join(catalogue.list_separator())
}

/// The status of the policy on a day, as a sentence.
pub fn status_text(catalogue: &Catalogue, as_of: AsOf) -> String {
    let (asked, evaluated) = (catalogue.day(as_of.asked), catalogue.day(as_of.evaluated));
    fill(catalogue.status(as_of.status), &[("asked", &asked), ("evaluated", &evaluated)])
}

/// The first and the last day of a period, as far as it has them; `None` if it has neither.
pub(in crate::widget) fn period_text(catalogue: &Catalogue, period: &Period) -> Option<String> {
    let sentence = match (period.from, period.to) {
        (Some(_), Some(_)) => catalogue.period_from_to(),
        (Some(_), None) => catalogue.period_since(),
        (None, Some(_)) => catalogue.period_until(),
        (None, None) => return None,
    };
    let day =
        |date: Option<jiff::civil::Date>| date.map(|day| catalogue.day(day)).unwrap_or_default();
    Some(fill(sentence, &[("from", &day(period.from)), ("to", &day(period.to))]))
}

/// A fact with its answer, such as "研发投入：200 万元".
pub fn fact_text(
    catalogue: &Catalogue,
    locale: Locale,
    pack: &RulePack,
    fact: FactId,
    answer: Option<Answer>,
) -> String {
    let fact = &pack.facts[fact];
    let question = fact.question.get(locale);
    let question = question_text(&question);
    format!("{question}{}{}", catalogue.colon(), answer_text(catalogue, locale, pack, fact, answer))
}

/// A question without its question mark, before its answer.
pub(in crate::widget) fn question_text(question: &str) -> &str {
    question.trim_end_matches(['?', '？', ':', '：'])
}

/// A receipt code with its label.
pub fn receipt_text(catalogue: &Catalogue, code: &str) -> String {
    format!("{}{}{code}", catalogue.receipt_code_label(), catalogue.colon())
}
