//! Options that mean "another one" or "none of these", by their wording.

use crate::rulebook::Choice;

/// Words for the rest of a list.
const OTHER: [&str; 8] = ["其他", "其它", "其余", "其餘", "同类", "同類", "类似", "類似"];
/// English words and ids for the rest of a list.
const OTHER_ENGLISH: [&str; 6] = ["other", "others", "another", "similar", "else", "etc"];
/// Words that negate the other options.
const NONE: [&str; 5] = ["以外", "之外", "都不", "均不", "没有"];
/// Characters that negate at the beginning of a label.
const NEGATIONS: [char; 7] = ['不', '非', '未', '无', '無', '没', '沒'];
/// English words and ids that negate the other options.
const NONE_ENGLISH: [&str; 6] = ["none", "neither", "no", "not", "elsewhere", "outside"];

/// Whether an option stands for the rest of a list.
pub(super) fn is_other(option: &Choice) -> bool {
    says(option, &OTHER_ENGLISH, &|label| OTHER.iter().any(|word| label.contains(word)))
}

/// Whether an option is for applicants whom no other option describes.
pub(super) fn is_catch_all(option: &Choice) -> bool {
    is_other(option)
        || says(option, &NONE_ENGLISH, &|label| {
            label.starts_with(NEGATIONS) || NONE.iter().any(|word| label.contains(word))
        })
}

/// Whether the id or a label has one of some English words, or a label satisfies a test.
fn says(option: &Choice, words: &[&str], test: &dyn Fn(&str) -> bool) -> bool {
    let has_word = |text: &str| {
        let mut parts = text.split(|char: char| !char.is_ascii_alphabetic());
        parts.any(|part| words.contains(&part.to_ascii_lowercase().as_str()))
    };
    has_word(&option.id) || option.label.versions().any(|label| has_word(label) || test(label))
}
