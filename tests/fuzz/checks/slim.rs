//! A slim pack: refused or whole, also where the checksum is right although the rest was never written by us.

use eligibility_check::rulebook::RuleBook;

use super::laws;

const MOST_BYTES: usize = 16_384;

pub(super) fn check(input: &[u8]) -> bool {
    let (Some(text), said) = super::parted(input) else { return false };
    if text.len() > MOST_BYTES {
        return false;
    }
    let mut read = false;
    for text in [text, &sealed(text)] {
        if let Ok(slim) = RuleBook::from_slim(text) {
            let book = &slim.book;
            let interface: Vec<String> = slim.interface.iter().map(|text| text.to_string()).collect();
            read = true;
            laws::hold(book, said, false);
            for locale in &book.languages {
                let again = RuleBook::from_slim(&book.to_slim(*locale, &interface)).ok();
                assert_eq!(again.map(|again| format!("{again:?}")), Some(format!("{slim:?}")));
            }
        }
    }
    read
}

/// The text with a checksum that agrees: 64-bit FNV-1a of everything before it.
fn sealed(text: &str) -> String {
    // As long as `,"0123456789abcdef"]`.
    let end = text.len().saturating_sub(20);
    let text = match text.get(..end).zip(text.get(end..)) {
        Some((text, seal)) if seal.starts_with(",\"") && seal.ends_with("\"]") => text,
        _ => text.strip_suffix(']').unwrap_or(text),
    };
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    format!("{text},\"{:016x}\"]", text.bytes().fold(0xcbf2_9ce4_8422_2325, step))
}
