//! Differences between actual and expected results, in words.

use crate::author::checks::{DifferenceText, Localized, ResultWords};
use crate::author::text::{Texts, fill};
use crate::rulebook::Locale;

use super::{amount_words, outcome_words};

/// A difference in a language of the page.
pub(in crate::author) fn difference_words(
    difference: &DifferenceText,
    texts: &Texts,
    locale: Locale,
) -> String {
    let measure = &difference.measure;
    let measure = fill(texts.results.titled, &[measure.title.get(locale), &measure.id]);
    let words = |part: &ResultWords| result_words(part, texts, locale);
    let kind = match &difference.expected {
        ResultWords::Outcome(_) => texts.cases.outcome,
        ResultWords::Because(_) => texts.cases.because,
        ResultWords::Missing(_) => texts.cases.missing,
        ResultWords::Amount(_) => texts.cases.amount,
    };
    let values = [&measure, kind, &words(&difference.expected), &words(&difference.found)];
    fill(texts.results.difference, &values)
}

fn result_words(part: &ResultWords, texts: &Texts, locale: Locale) -> String {
    let nothing = texts.cases.nothing;
    match part {
        ResultWords::Outcome(name) => outcome_words(name, locale),
        ResultWords::Because(list) | ResultWords::Missing(list) => {
            let words: Vec<&str> = list.iter().map(|one: &Localized| one.get(locale)).collect();
            if words.is_empty() { nothing.to_owned() } else { words.join(" · ") }
        }
        ResultWords::Amount(amount) => amount_words(amount.as_ref(), nothing),
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a failing test should stop at the cause")]
mod tests {
    use super::*;
    use crate::author::checks::{CheckInput, check};

    const HARBOUR: &str = include_str!("../../../tests/transcripts/packs/harbour.json");

    #[test]
    fn each_kind_of_difference_has_words_in_the_language_of_the_page() {
        let scenario = r#"[{"name": "a foreign firm", "as-of": "2018-06-01",
            "answers": {"registered": false}, "expect": {
                "newcomer": {"outcome": "open", "because": ["young"], "missing": ["founded"]},
                "growth": {"outcome": "open", "amount": {"min": "1", "max": "2"}}}}]"#;
        let input = CheckInput {
            text: HARBOUR.into(),
            scenarios: scenario.into(),
            ..CheckInput::default()
        };
        let results = check(&input).scenarios.unwrap().results;
        let differences = &results.first().unwrap().differences;
        let words = |locale: Locale| -> Vec<String> {
            let texts = Texts::of(locale);
            differences.iter().map(|one| difference_words(one, &texts, locale)).collect()
        };
        assert_eq!(
            words(Locale::ZhHans),
            [
                "新企业奖励（newcomer） · 结果：预期“还要回答”，实际“不符合”",
                "新企业奖励（newcomer） · 理由：预期“成立不超过24个月”，实际“在港城注册”",
                "新企业奖励（newcomer） · 还缺的回答：预期“哪天成立？”，实际“无”",
                "成长支持（growth） · 结果：预期“还要回答”，实际“与您无关”",
                "成长支持（growth） · 金额：预期“1 – 2”，实际“无”",
            ]
        );
        // The pack is in Chinese only.
        let english =
            "新企业奖励 (newcomer) · Outcome: expected “Needs an answer”, found “Not met”";
        assert_eq!(words(Locale::En).first().map(String::as_str), Some(english));
    }
}
