//! `same-translation`: a text that is copied to another language instead of translated.
//!
//! Simplified and traditional Chinese texts are often equal. Equal texts are reported only if the
//! pack itself converts one of the characters in most other texts. Characters that exist in both
//! scripts are ignored: 皇后 is unchanged, although 以后 becomes 以後.
//!
//! Comparing with the pack itself needs no conversion dictionary. OpenCC's would be larger than
//! this program.

use std::collections::BTreeMap;

use crate::rulebook::{Json, Locale};

use super::{Context, Finding, Lint};

pub(super) const LINT: Lint = Lint {
    name: "same-translation",
    description: "a text that is copied instead of translated",
    check,
};

/// Simplified characters that traditional Chinese also uses, in some words: those that OpenCC's
/// `STCharacters` maps to themselves among other forms.
const IN_BOTH_SCRIPTS: &str = "㐹万丑丰了于云亘仆仇价仿伙余佛佣俊修借僵克党冬准凌几凶出划刮制千升卜占卷厂厘只台叶吁吃合吊同后向周咨\
    咸咽哄唇喂噪回困夫夸奸姜娘它家尸局岩岳巨布帘席干幸广庵弦彩征御志念恤愈愿戚才扎托扣折抵拐挂挨挽据搜斗\
    旋昆暗曲朱朴杆杠杯杰松板极柜栗核梁欲沈沾泛注涂涌淀游漓熏玩璇症皂矩确私秋种筑系胄背胜胡腊腌膻致舍芸苔\
    苹范荐蒙蔑虫蚝蜡蝎表谷跖辟适郁酸采里雕面";

/// Placeholders for a missing translation.
const PLACEHOLDERS: [&str; 6] = ["todo", "tbd", "fixme", "xxx", "n/a", "待译"];

/// The minimum number of Chinese characters and the minimum percentage of equal texts for
/// reporting a whole language as copied.
const COPIED: (usize, usize) = (30, 90);

/// A text of the pack: its pointer, and its versions in two languages.
type Pair<'a> = (String, &'a str, &'a str);

fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, language) in context.pack.languages.iter().enumerate() {
        for (other_index, other) in context.pack.languages.iter().enumerate().skip(index + 1) {
            let mut pairs = Vec::new();
            collect(context.json, String::new(), [language.tag(), other.tag()], &mut pairs);
            let both_chinese = is_chinese(*language) && is_chinese(*other);
            if both_chinese && let Some(message) = copied(&pairs, *language, *other) {
                findings.push(
                    Finding::new(LINT.name, format!("/languages/{other_index}"), message)
                        .label("copied from the other")
                        .help("translate the texts, or leave this language out"),
                );
                continue;
            }
            let changes = if both_chinese { changes(&pairs) } else { BTreeMap::new() };
            for pair in &pairs {
                // Problems of a text by itself are reported only together with the first language.
                findings.extend(text_finding(pair, [*language, *other], &changes, index == 0));
            }
        }
    }
    findings
}

fn is_chinese(locale: Locale) -> bool {
    matches!(locale, Locale::ZhHans | Locale::ZhHant)
}

/// The finding about one text.
fn text_finding(
    (pointer, text, translation): &Pair<'_>,
    [language, other]: [Locale; 2],
    changes: &BTreeMap<char, (usize, usize)>,
    check_alone: bool,
) -> Option<Finding> {
    let is_same = text.trim() == translation.trim();
    let converted_elsewhere = || {
        let char = text.chars().find(|char| {
            !IN_BOTH_SCRIPTS.contains(*char)
                && changes.get(char).is_some_and(|(other, same)| other >= same)
        });
        char.map(|char| format!("other texts of this pack convert `{char}`"))
    };
    let (message, label) = if check_alone && is_placeholder(translation) && !is_placeholder(text) {
        (format!("the text in `{}` is a placeholder", other.tag()), "no translation yet".to_owned())
    } else if check_alone && other == Locale::En && is_mostly_han(translation) {
        let label =
            if is_same { "Chinese characters in both" } else { "mostly Chinese characters" };
        (format!("the text in `{}` is not English", other.tag()), label.to_owned())
    } else if is_same && is_chinese(language) && is_chinese(other) {
        (
            format!("the text is the same in `{}` and `{}`", language.tag(), other.tag()),
            converted_elsewhere()?,
        )
    } else {
        return None;
    };
    Some(
        Finding::new(LINT.name, format!("{pointer}/{}", other.tag()), message)
            .label(label)
            .related(
                format!("{pointer}/{}", language.tag()),
                if is_same { "the same text" } else { "the text" },
            )
            .help("translate the text"),
    )
}

/// The message if nearly all texts are equal in two languages.
fn copied(pairs: &[Pair<'_>], language: Locale, other: Locale) -> Option<String> {
    let chinese: Vec<&Pair<'_>> =
        pairs.iter().filter(|(_, text, _)| text.chars().any(is_han)).collect();
    let same: Vec<&&Pair<'_>> =
        chinese.iter().filter(|(_, text, translation)| text == translation).collect();
    let characters: usize =
        same.iter().map(|(_, text, _)| text.chars().filter(|char| is_han(*char)).count()).sum();
    (characters >= COPIED.0 && same.len() * 100 >= chinese.len() * COPIED.1).then(|| {
        let (all, same) = (chinese.len(), same.len());
        format!(
            "nearly all texts are the same in `{}` and `{}`: {same} of {all}",
            language.tag(),
            other.tag()
        )
    })
}

/// Whether a text is a placeholder.
fn is_placeholder(text: &str) -> bool {
    let text = text.trim().to_lowercase();
    PLACEHOLDERS.contains(&text.as_str()) || !text.chars().any(char::is_alphanumeric)
}

/// Whether a text consists mostly of Chinese characters, outside of brackets and quotation marks,
/// which often enclose names.
fn is_mostly_han(text: &str) -> bool {
    let (mut depth, mut quoted) = (0_usize, false);
    let (mut han, mut letters) = (0, 0);
    for char in text.chars() {
        match char {
            '(' | '（' | '[' | '〔' | '【' | '《' | '〈' | '“' | '「' | '『' => depth += 1,
            ')' | '）' | ']' | '〕' | '】' | '》' | '〉' | '”' | '」' | '』' => {
                depth = depth.saturating_sub(1)
            }
            '"' => quoted = !quoted,
            _ if depth > 0 || quoted => {}
            _ if is_han(char) => han += 1,
            _ if char.is_alphabetic() => letters += 1,
            _ => {}
        }
    }
    // An English word has several letters, a Chinese word mostly two characters.
    han * 2 > letters && han > 0
}

/// Collects every text that has both languages.
fn collect<'a>(json: &'a Json, pointer: String, tags: [&str; 2], pairs: &mut Vec<Pair<'a>>) {
    let [one, two] = tags.map(|tag| json.get(tag).and_then(Json::as_str));
    if let (Some(one), Some(two)) = (one, two) {
        pairs.push((pointer, one, two));
        return;
    }
    for (key, value) in json.entries() {
        collect(value, format!("{pointer}/{key}"), tags, pairs);
    }
    for (index, value) in json.items().iter().enumerate() {
        collect(value, format!("{pointer}/{index}"), tags, pairs);
    }
}

/// For each character, the number of times that the other language converts it and keeps it, in
/// texts of the same length, including equal ones.
fn changes(pairs: &[Pair<'_>]) -> BTreeMap<char, (usize, usize)> {
    let mut changes: BTreeMap<char, (usize, usize)> = BTreeMap::new();
    for (_, text, translation) in pairs {
        if text.chars().count() != translation.chars().count() {
            continue;
        }
        for (char, other) in text.chars().zip(translation.chars()).filter(|(char, _)| is_han(*char))
        {
            let counts = changes.entry(char).or_default();
            if char == other { counts.1 += 1 } else { counts.0 += 1 }
        }
    }
    changes
}

/// A Chinese character (Unicode, CJK Unified Ideographs and Extension A).
fn is_han(char: char) -> bool {
    matches!(char, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The label for the last text. The other texts are the evidence.
    fn last(pairs: &[(&'static str, &'static str)]) -> Option<String> {
        let pairs: Vec<Pair<'_>> =
            pairs.iter().map(|(one, two)| (String::new(), *one, *two)).collect();
        let changes = changes(&pairs);
        let last = pairs.last()?;
        text_finding(last, [Locale::ZhHans, Locale::ZhHant], &changes, true)
            .map(|finding| finding.label)
    }

    #[test]
    fn a_copied_text_is_found_by_a_character_that_other_texts_convert() {
        for (elsewhere, copied) in
            [(("发票", "發票"), "发布"), (("签名", "簽名"), "签字"), (("当地", "當地"), "当天")]
        {
            assert!(last(&[elsewhere, (copied, copied)]).is_some(), "{copied}");
        }
    }

    #[test]
    fn a_character_of_both_scripts_is_ignored() {
        for (elsewhere, same) in
            [(("以后", "以後"), "皇后"), (("这里", "這裏"), "公里"), (("面条", "麵條"), "路面")]
        {
            assert_eq!(last(&[elsewhere, (same, same)]), None, "{same}");
        }
        assert_eq!(last(&[("干部", "幹部"), ("若干", "若干")]), None);
    }
}
