//! Searches short texts for a query that a person types.

/// Whether a text contains a query. The case of ASCII letters and surrounding white space are ignored.
pub(in crate::widget) fn contains(text: &str, query: &str) -> bool {
    let query = query.trim();
    query.is_empty() || text.to_ascii_lowercase().contains(&query.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::contains;

    #[test]
    fn letters_of_either_case_and_chinese_are_found_anywhere() {
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
