//! Searching short texts for what a person types.

/// Whether a text has something in it; small and capital letters are the same, and space around it is nothing.
///
/// Byte by byte, which is sound for UTF-8 and a tenth of the code of `str::contains`.
pub(super) fn has(text: &str, sought: &str) -> bool {
    let (text, sought) = (text.as_bytes(), sought.trim().as_bytes());
    sought.is_empty() || text.windows(sought.len()).any(|part| part.eq_ignore_ascii_case(sought))
}

#[cfg(test)]
mod tests {
    use super::has;

    #[test]
    fn letters_of_either_case_and_chinese_are_found_anywhere() {
        for (text, sought) in
            [("研发投入", "发投"), ("R&D spending", " r&d "), ("abc", ""), ("abc", " "), ("甲", "甲")]
        {
            assert!(has(text, sought), "{sought}");
        }
        for (text, sought) in [("研发", "发研"), ("abc", "abcd"), ("", "a")] {
            assert!(!has(text, sought), "{sought}");
        }
    }
}
