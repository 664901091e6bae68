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

/// A text without what printing changes: white space is left out, and full-width punctuation, letters and digits are
/// written half-width. Each character that stays comes with the byte at which it stood.
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
        '。' | '｡' => '.',
        '、' | '､' => ',',
        '〔' | '【' => '[',
        '〕' | '】' => ']',
        '—' | '–' | '―' => '-',
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
pub(super) fn longest_beginning(text: &[(usize, char)], wanted: &[(usize, char)]) -> Option<(usize, usize)> {
    let agrees = |place: usize| {
        let pairs = text.get(place..).unwrap_or_default().iter().zip(wanted);
        pairs.take_while(|((_, here), (_, there))| here == there).count()
    };
    let longest = (0..text.len())
        .map(|place| (agrees(place), place))
        .max_by_key(|(length, place)| (*length, usize::MAX - place));
    longest.filter(|(length, _)| *length > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_of_punctuation_and_white_space_do_not_matter() {
        let (text, quote) =
            (folded("按“一口对外”原则，\n  负责（对外）"), folded("按\"一口对外\"原则,负责(对外)"));
        assert_eq!(find(&text, &quote), Some(0));
        assert_eq!(find(&text, &folded("对内")), None);
    }

    #[test]
    fn the_longest_beginning_that_agrees_is_found() {
        let (text, quote) = (folded("甲乙丙。甲乙丙丁。"), folded("甲乙丙丁戊"));
        assert_eq!(longest_beginning(&text, &quote), Some((4, 4)));
        assert_eq!(longest_beginning(&text, &folded("戊")), None);
    }
}
