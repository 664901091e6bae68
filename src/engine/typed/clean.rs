//! Characters that look alike, and characters that nobody sees.
//!
//! Text pasted from word processors, tables and chats contains invisible characters, wide spaces
//! and dashes of all lengths. Chinese input methods type full-width characters. NFKC would fold
//! some of them with a table of all of Unicode.

/// A character in its plain form: ASCII for full-width characters, a space for white space, a
/// hyphen for dashes. `None` for a character that nobody sees.
pub(crate) fn normalise(char: char) -> Option<char> {
    Some(match char {
        _ if char.is_whitespace() => ' ',
        // Soft hyphens, joiners, marks of direction, byte order marks, variation selectors.
        '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{180b}'..='\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}' => return None,
        '\u{2010}'..='\u{2015}' | '\u{2043}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' => '-',
        '。' | '｡' => '.',
        '、' => ',',
        '￥' => '¥',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(char) - 0xfee0).unwrap_or(char),
        _ => char,
    })
}

/// A text in plain characters, without those that nobody sees.
pub(crate) fn clean(text: &str) -> String {
    text.chars().filter_map(normalise).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_that_nobody_sees_are_removed_and_others_are_plain() {
        let text = "\u{feff}５\u{200b}0\u{202a}0\u{ad}0\u{a0}\u{3000}ｒｍｂ。—−－\u{2067}";
        assert_eq!(clean(text), "5000  rmb.---");
    }
}
