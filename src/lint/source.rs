//! The text of a document, to hold quotes against.

use crate::rulebook::DocumentId;

/// The full text of one document of a pack.
#[derive(Clone, Debug)]
pub struct Source {
    /// Which document it is
    pub document: DocumentId,
    /// Where it was read, for messages
    pub path: String,
    /// The text
    pub text: String,
}

/// A text without what printing changes: white space is left out, full-width punctuation, letters and digits are written
/// half-width, and quotation marks and dashes are of one kind. A 、 is no comma and a 。 no point. Each character that stays comes with the byte at which it stood.
pub(super) fn folded(text: &str) -> Vec<(usize, char)> {
    text.char_indices()
        .filter(|(_, char)| !char.is_whitespace() && !is_invisible(*char))
        .map(|(byte, char)| (byte, fold(char)))
        .collect()
}

/// Marks that some programs leave in a text and nobody sees.
fn is_invisible(char: char) -> bool {
    matches!(char, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

fn fold(char: char) -> char {
    match char {
        // The full-width forms of ASCII stand in its order (Unicode, Halfwidth and Fullwidth Forms).
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(char) - 0xfee0).unwrap_or(char),
        '“' | '”' | '「' | '」' => '"',
        '‘' | '’' | '『' | '』' => '\'',
        '｡' => '。',
        '､' => '、',
        '—' | '–' | '―' => '—',
        other => other,
    }
}

/// Where a folded text stands in another, as the place of its first character.
pub(super) fn find(text: &[(usize, char)], wanted: &[(usize, char)]) -> Option<usize> {
    let same = |window: &[(usize, char)]| {
        window.iter().map(|(_, char)| char).eq(wanted.iter().map(|(_, char)| char))
    };
    text.windows(wanted.len().max(1)).position(same)
}

/// The longest beginning of a folded text that stands in another: its length, and where it stands there.
pub(super) fn longest_beginning(
    text: &[(usize, char)],
    wanted: &[(usize, char)],
) -> Option<(usize, usize)> {
    let agrees = |place: usize| {
        let pairs = text.get(place..).unwrap_or_default().iter().zip(wanted);
        pairs.take_while(|((_, here), (_, there))| here == there).count()
    };
    let longest = (0..text.len())
        .map(|place| (agrees(place), place))
        .max_by_key(|(length, place)| (*length, usize::MAX - place));
    longest.filter(|(length, _)| *length > 0)
}

/// The longest end of a folded text that stands in another: its length, and where it ends there.
pub(super) fn longest_end(
    text: &[(usize, char)],
    wanted: &[(usize, char)],
) -> Option<(usize, usize)> {
    let reversed = |chars: &[(usize, char)]| chars.iter().rev().copied().collect::<Vec<_>>();
    let (length, place) = longest_beginning(&reversed(text), &reversed(wanted))?;
    Some((length, text.len() - place))
}

/// The characters of a text between two places of its folded form, as they were written; lines are joined.
pub(super) fn original(text: &str, folded: &[(usize, char)], from: usize, to: usize) -> String {
    let start = folded.get(from).map_or(text.len(), |(byte, _)| *byte);
    let end = folded.get(to).map_or(text.len(), |(byte, _)| *byte);
    let slice = text.get(start..end.max(start)).unwrap_or_default();
    slice.lines().map(str::trim).collect::<String>()
}

/// The numbered clauses of a text: where each begins, and its number. They begin a line.
pub(super) fn clauses(text: &str) -> Vec<(usize, Number)> {
    let mut clauses = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        clauses.extend(Number::at_start(line).map(|number| (start, number)));
        start += line.len();
    }
    clauses
}

/// The number of a clause, such as （八）, 第八条 or 八、; the first character says which sort it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Number(pub(super) String);

impl Number {
    /// The number that a line begins with.
    pub(super) fn at_start(line: &str) -> Option<Number> {
        let folded: String = folded(line).iter().map(|(_, char)| *char).take(12).collect();
        let is_digit = |char: char| "一二三四五六七八九十百零〇0123456789".contains(char);
        let before = if folded.starts_with(['(', '第']) { folded.chars().next() } else { None };
        let digits: String = folded
            .chars()
            .skip(usize::from(before.is_some()))
            .take_while(|char| is_digit(*char))
            .collect();
        let after = folded.chars().nth(digits.chars().count() + usize::from(before.is_some()))?;
        let fits = matches!((before, after), (Some('('), ')') | (Some('第'), '条') | (None, '、'));
        let before = before.map(String::from).unwrap_or_default();
        (fits && !digits.is_empty()).then(|| Number(format!("{before}{digits}{after}")))
    }

    /// Whether another number is of the same sort.
    pub(super) fn is_like(&self, other: &Number) -> bool {
        self.0.chars().last() == other.0.chars().last()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_of_punctuation_and_white_space_do_not_matter() {
        let (text, quote) =
            (folded("按“一口对外”原则，\n  负责（对外）"), folded("按\"一口对外\"原则,负责(对外)"));
        assert_ne!(find(&folded("甲、乙。"), &folded("甲，乙。")), Some(0), "a 、 is no comma");
        assert_eq!(find(&text, &quote), Some(0));
        assert_eq!(find(&text, &folded("对内")), None);
    }

    #[test]
    fn clauses_are_numbered_in_three_ways() {
        let number = |line: &str| Number::at_start(line).map(|number| number.0);
        assert_eq!(number("  （八）奖励").as_deref(), Some("(八)"));
        assert_eq!(number("第十二条 奖励").as_deref(), Some("第十二条"));
        assert_eq!(number("三、奖励").as_deref(), Some("三、"));
        assert_eq!(number("三个办公室"), None);
    }

    #[test]
    fn the_longest_beginning_that_agrees_is_found() {
        let (text, quote) = (folded("甲乙丙。甲乙丙丁。"), folded("甲乙丙丁戊"));
        assert_eq!(longest_beginning(&text, &quote), Some((4, 4)));
        assert_eq!(longest_end(&text, &folded("戊乙丙丁。")), Some((4, 9)));
        assert_eq!(longest_beginning(&text, &folded("戊")), None);
    }
}
