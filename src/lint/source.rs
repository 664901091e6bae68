//! The text of a document, and its comparison with quotes.

use std::ops::Range;

use crate::rulebook::DocumentId;

/// The full text of one document of a pack.
#[derive(Clone, Debug)]
pub struct Source {
    /// The document
    pub document: DocumentId,
    /// The path of the file, for messages
    pub path: String,
    /// The text
    pub text: String,
}

/// The text of a document, prepared for looking up many quotes.
#[derive(Debug)]
pub struct SourceIndex<'t> {
    text: &'t str,
    normalized: Vec<(usize, char)>,
}

impl SourceIndex<'_> {
    /// Prepares a text.
    pub fn new(text: &str) -> SourceIndex<'_> {
        SourceIndex { text, normalized: normalize(text) }
    }

    /// The bytes of the text with the words of a quote. Typographic differences do not matter.
    pub fn find(&self, quote: &str) -> Option<Range<usize>> {
        let needle = normalize(quote);
        let first = find(&self.normalized, &needle).filter(|_| !needle.is_empty())?;
        let (start, _) = self.normalized.get(first)?;
        let (last, _) = self.normalized.get(first + needle.len() - 1)?;
        let char = self.text.get(*last..)?.chars().next()?;
        Some(*start..last + char.len_utf8())
    }
}

/// A text without typographic differences. Each character has its byte offset in the original.
///
/// White space is removed. Full-width punctuation, letters and digits become half-width. Quotation
/// marks and dashes become uniform. 、 and 。 are kept. NFKC would not suffice: it keeps quotation
/// marks, and replaces characters such as ①.
pub(super) fn normalize(text: &str) -> Vec<(usize, char)> {
    text.char_indices()
        .filter(|(_, char)| !char.is_whitespace() && !is_invisible(*char))
        .map(|(byte, char)| (byte, normalize_char(char)))
        .collect()
}

/// Whether a character is invisible: zero-width characters, the BOM and the soft hyphen.
fn is_invisible(char: char) -> bool {
    matches!(char, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

fn normalize_char(char: char) -> char {
    match char {
        // Full-width forms have the order of ASCII (Unicode, Halfwidth and Fullwidth Forms).
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(char) - 0xfee0).unwrap_or(char),
        '“' | '”' | '「' | '」' => '"',
        '‘' | '’' | '『' | '』' => '\'',
        '｡' => '。',
        '､' => '、',
        '—' | '–' | '―' => '—',
        other => other,
    }
}

/// The index at which one normalised text occurs in another.
pub(super) fn find(text: &[(usize, char)], needle: &[(usize, char)]) -> Option<usize> {
    let same = |window: &[(usize, char)]| {
        window.iter().map(|(_, char)| char).eq(needle.iter().map(|(_, char)| char))
    };
    text.windows(needle.len().max(1)).position(same)
}

/// The longest prefix of `needle` that occurs in `text`: its length, and the index of its start.
pub(super) fn longest_prefix(
    text: &[(usize, char)],
    needle: &[(usize, char)],
) -> Option<(usize, usize)> {
    let common_length = |index: usize| {
        let pairs = text.get(index..).unwrap_or_default().iter().zip(needle);
        pairs.take_while(|((_, here), (_, there))| here == there).count()
    };
    let longest = (0..text.len())
        .map(|index| (common_length(index), index))
        .max_by_key(|(length, index)| (*length, usize::MAX - index));
    longest.filter(|(length, _)| *length > 0)
}

/// The longest suffix of `needle` that occurs in `text`: its length, and the index of its end.
pub(super) fn longest_suffix(
    text: &[(usize, char)],
    needle: &[(usize, char)],
) -> Option<(usize, usize)> {
    let reversed = |chars: &[(usize, char)]| chars.iter().rev().copied().collect::<Vec<_>>();
    let (length, index) = longest_prefix(&reversed(text), &reversed(needle))?;
    Some((length, text.len() - index))
}

/// The original text between two indices of its normalised form. Lines are joined.
pub(super) fn original_text(
    text: &str,
    normalized: &[(usize, char)],
    from: usize,
    to: usize,
) -> String {
    let start = normalized.get(from).map_or(text.len(), |(byte, _)| *byte);
    let end = normalized.get(to).map_or(text.len(), |(byte, _)| *byte);
    let slice = text.get(start..end.max(start)).unwrap_or_default();
    slice.lines().map(str::trim).collect::<String>()
}

/// The numbered clauses of a text, each with its byte offset. A clause number begins a line.
pub(super) fn clauses(text: &str) -> Vec<(usize, ClauseNumber)> {
    let mut clauses = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        clauses.extend(ClauseNumber::at_start(line).map(|number| (start, number)));
        start += line.len();
    }
    clauses
}

/// A clause number, such as （八）, 第八条 or 八、, normalised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ClauseNumber(pub(super) String);

impl ClauseNumber {
    /// The clause number at the start of a line.
    pub(super) fn at_start(line: &str) -> Option<ClauseNumber> {
        let start: String = normalize(line).iter().map(|(_, char)| *char).take(12).collect();
        let is_digit = |char: char| "一二三四五六七八九十百零〇0123456789".contains(char);
        let before = if start.starts_with(['(', '第']) { start.chars().next() } else { None };
        let digits: String = start
            .chars()
            .skip(usize::from(before.is_some()))
            .take_while(|char| is_digit(*char))
            .collect();
        let after = start.chars().nth(digits.chars().count() + usize::from(before.is_some()))?;
        let fits = matches!((before, after), (Some('('), ')') | (Some('第'), '条') | (None, '、'));
        let before = before.map(String::from).unwrap_or_default();
        (fits && !digits.is_empty()).then(|| ClauseNumber(format!("{before}{digits}{after}")))
    }

    /// Whether another clause number has the same style.
    pub(super) fn has_same_style(&self, other: &ClauseNumber) -> bool {
        self.0.chars().last() == other.0.chars().last()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_and_the_width_of_punctuation_are_ignored() {
        let (text, quote) = (
            normalize("按“一口对外”原则，\n  负责（对外）"),
            normalize("按\"一口对外\"原则,负责(对外)"),
        );
        assert_ne!(
            find(&normalize("甲、乙。"), &normalize("甲，乙。")),
            Some(0),
            "、 differs from ，"
        );
        assert_eq!(find(&text, &quote), Some(0));
        assert_eq!(find(&text, &normalize("对内")), None);
    }

    #[test]
    fn clause_numbers_have_three_styles() {
        let number = |line: &str| ClauseNumber::at_start(line).map(|number| number.0);
        assert_eq!(number("  （八）奖励").as_deref(), Some("(八)"));
        assert_eq!(number("第十二条 奖励").as_deref(), Some("第十二条"));
        assert_eq!(number("三、奖励").as_deref(), Some("三、"));
        assert_eq!(number("三个办公室"), None);
    }

    #[test]
    fn the_longest_common_prefix_and_suffix_are_found() {
        let (text, quote) = (normalize("甲乙丙。甲乙丙丁。"), normalize("甲乙丙丁戊"));
        assert_eq!(longest_prefix(&text, &quote), Some((4, 4)));
        assert_eq!(longest_suffix(&text, &normalize("戊乙丙丁。")), Some((4, 9)));
        assert_eq!(longest_prefix(&text, &normalize("戊")), None);
    }
}
