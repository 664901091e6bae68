//! Search in short texts.

use yew::AttrValue;

use crate::engine::clean;
use crate::rulebook::Text;
use crate::widget::pack::Pack;

/// Whether any of some texts of a pack contains a query. Ignores width, ASCII case, white space,
/// and characters that nobody sees.
///
/// Not a search crate: a substring match suits Chinese without word segmentation, and Unicode case
/// tables would enlarge the module.
pub(in crate::widget) fn matches<'a>(
    pack: &Pack,
    texts: impl IntoIterator<Item = &'a Text>,
    query: &str,
) -> bool {
    let query = fold(query);
    let mut texts = texts.into_iter().map(|text| -> AttrValue { pack.text(text) });
    query.is_empty() || texts.any(|text| fold(&text).contains(&query))
}

/// Whether any of some texts contains a query; see [`matches`].
pub(in crate::widget) fn contains<'a>(
    mut texts: impl Iterator<Item = &'a str>,
    query: &str,
) -> bool {
    let query = fold(query);
    query.is_empty() || texts.any(|text| fold(text).contains(&query))
}

fn fold(text: &str) -> String {
    let mut text = clean(text).to_ascii_lowercase();
    text.retain(|char| char != ' ');
    text
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn width_case_and_white_space_are_ignored() {
        for (text, query) in [
            ("研发投入", "发投"),
            ("世界500强", "５００ 强"),
            ("R&D spending", " r＆d\u{200b} "),
            ("新三板", "\u{feff}三\u{a0}板"),
            ("abc", ""),
        ] {
            assert!(fold(text).contains(&fold(query)), "{query}");
        }
        for (text, query) in [("研发", "发研"), ("abc", "abcd"), ("", "a")] {
            assert!(!fold(text).contains(&fold(query)), "{query}");
        }
    }
}
