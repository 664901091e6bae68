//! What no scenario tests, in words.

use crate::author::checks::{GapText, PartOf, Titled, UntestedPart};
use crate::author::text::{ResultTexts, fill};
use crate::coverage::{Lack, PolicyDays};
use crate::rulebook::Locale;

use super::outcome_words;

/// A gap in a language of the page.
pub(in crate::author) fn gap_words(gap: &GapText, texts: &ResultTexts, locale: Locale) -> String {
    let titled =
        |titled: &Titled| fill(texts.titled, &[titled.title.get(locale), titled.id.as_str()]);
    match &gap.part {
        Some(UntestedPart::Condition(owner, condition, lack)) => {
            let owner = match owner {
                PartOf::Criterion(measure, label) => {
                    fill(texts.part_of, &[&titled(measure), label.get(locale)])
                }
                PartOf::Applicability(measure) => {
                    fill(texts.part_of, &[&titled(measure), texts.applicability])
                }
                PartOf::Term(id) => fill(texts.term, &[id]),
                PartOf::Class(class) => fill(texts.class, &[&titled(class)]),
            };
            let sentence = match lack {
                Lack::True => texts.never_true,
                Lack::False => texts.never_false,
                Lack::Both => texts.never_decided,
            };
            fill(texts.part_of, &[&owner, &fill(sentence, &[condition.get(locale)])])
        }
        Some(UntestedPart::Outcome(measure, outcome)) => {
            let outcome = fill(texts.never_expected, &[&outcome_words(outcome, locale)]);
            fill(texts.part_of, &[&titled(measure), &outcome])
        }
        Some(UntestedPart::Limit(label)) => fill(texts.never_exercised, &[label.get(locale)]),
        Some(UntestedPart::Days(PolicyDays::Before)) => texts.no_day_before.to_owned(),
        Some(UntestedPart::Days(PolicyDays::Within)) => texts.no_day_within.to_owned(),
        Some(UntestedPart::Days(PolicyDays::After)) => texts.no_day_after.to_owned(),
        None => gap.sentence.clone(),
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a failing test should stop at the cause")]
mod tests {
    use super::*;
    use crate::author::checks::{CheckInput, check};
    use crate::author::text::{LANGUAGES, Texts};

    const FERRY: &str = include_str!("../../../tests/transcripts/packs/ferry.json");
    const HARBOUR: &str = include_str!("../../../tests/transcripts/packs/harbour.json");

    /// The gaps of a pack without scenarios.
    fn gaps(pack: &str) -> Vec<GapText> {
        let input = CheckInput { text: pack.into(), ..CheckInput::default() };
        check(&input).scenarios.unwrap().gaps
    }

    fn words(pack: &str, locale: Locale) -> Vec<String> {
        let texts = Texts::of(locale);
        gaps(pack).iter().map(|gap| gap_words(gap, &texts.results, locale)).collect()
    }

    #[test]
    fn every_gap_has_words_in_each_language_without_json() {
        for pack in [FERRY, HARBOUR] {
            for gap in gaps(pack) {
                assert!(gap.part.is_some(), "{gap:?}");
                for (locale, _) in LANGUAGES {
                    let words = gap_words(&gap, &Texts::of(locale).results, locale);
                    assert!(!words.contains(['{', '}', '"', '[']), "{words}");
                }
            }
        }
    }

    #[test]
    fn a_gap_names_the_measure_the_criterion_and_the_condition() {
        let words = words(FERRY, Locale::ZhHans);
        for wanted in [
            "老船奖励（old-ferry） · 下水满20年 · 没有案例能判断是否符合：从“哪天下水”到查询日期的整月数：不少于 240 个月",
            "老船奖励（old-ferry） · 没有案例的预期结果是“待认定”",
            "油费补贴（fuel） · 没有案例的预期结果是“满足条件”",
            "油费补贴（fuel） · 没有案例的预期结果是“不符合”",
            "油费补贴（fuel） · 没有案例的预期结果是“还要回答”",
            "常用条件 able · 没有案例能判断是否符合：船身：铁或钢",
            "班次支持（busy-ferry） · 班次多 · 没有案例符合：今年班次：不超过 9999 次",
            "没有案例用到这项限制：就高不就低。",
            "没有案例的日期早于政策生效",
            "没有案例的日期在政策有效期内",
            "没有案例的日期晚于政策失效",
        ] {
            assert!(words.iter().any(|words| words == wanted), "{wanted}: {words:#?}");
        }
    }

    #[test]
    fn a_gap_of_a_pack_in_one_language_has_the_sentence_of_the_page_around_its_words() {
        let words = words(HARBOUR, Locale::En);
        let wanted = words.iter().find(|words| words.contains("(newcomer)")).unwrap();
        assert!(wanted.contains("never decided: "), "{words:#?}");
    }
}
