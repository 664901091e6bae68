//! A browser pack: it is rejected or decodes completely, also if foreign content has a valid
//! checksum.

use eligibility_check::rulebook::BrowserPack;

use super::laws;

/// Maximum size of a pack. Larger ones take longer and reach nothing new.
const MAX_BYTES: usize = 16_384;

/// The text of a file around the checksum and the content.
const FRAME: [&str; 3] = ["{\"eligibility-pack\":8,\"checksum\":\"", "\",\"pack\":", "}"];

pub(super) fn check(input: &[u8]) -> bool {
    let (Some(text), answer_bytes) = super::split_input(input) else { return false };
    if text.len() > MAX_BYTES {
        return false;
    }
    let mut is_decoded = false;
    for text in [text, &with_checksum(text)] {
        if let Ok(pack) = BrowserPack::decode(text) {
            is_decoded = true;
            laws::check(&pack.rules, answer_bytes, false);
            for locale in &pack.rules.languages {
                let decoded = BrowserPack::decode(&BrowserPack::encode(
                    &pack.rules,
                    *locale,
                    &pack.interface,
                ))
                .ok();
                assert_eq!(
                    decoded.map(|decoded| format!("{decoded:?}")),
                    Some(format!("{pack:?}"))
                );
            }
        }
    }
    is_decoded
}

/// The content with a valid checksum, 64-bit FNV-1a. A text without the frame is taken as the
/// content.
fn with_checksum(text: &str) -> String {
    let [start, middle, end] = FRAME;
    let content =
        text.strip_prefix(start).and_then(|rest| rest.split_once(middle)?.1.strip_suffix(end));
    let content = content.unwrap_or(text);
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let checksum = content.bytes().fold(0xcbf2_9ce4_8422_2325, step);
    format!("{start}{checksum:016x}{middle}{content}{end}")
}
