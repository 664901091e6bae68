//! Search in short texts.

/// Whether a text contains a query. Ignores ASCII case and surrounding white space.
///
/// Not a search crate: a substring match suits Chinese without word segmentation, and Unicode case
/// tables would enlarge the module.
pub(in crate::widget) fn contains(text: &str, query: &str) -> bool {
    let query = query.trim();
    query.is_empty() || text.to_ascii_lowercase().contains(&query.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::contains;

    #[test]
    fn substrings_match_in_either_case_and_in_chinese() {
        for (text, query) in [
            ("研发投入", "发投"),
            ("R&D spending", " r&d "),
            ("abc", ""),
            ("abc", " "),
            ("甲", "甲"),
        ] {
            assert!(contains(text, query), "{query}");
        }
        for (text, query) in [("研发", "发研"), ("abc", "abcd"), ("", "a")] {
            assert!(!contains(text, query), "{query}");
        }
    }
}
