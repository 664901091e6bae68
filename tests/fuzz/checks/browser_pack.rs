//! A browser pack: refused or whole, also where the checksum agrees although we never wrote the rest.

use eligibility_check::rulebook::BrowserPack;

use super::laws;

const MOST_BYTES: usize = 16_384;

/// The parts of a file around the checksum's digits and the contents.
const PARTS: [&str; 3] = ["{\"eligibility-pack\":5,\"checksum\":\"", "\",\"pack\":", "}"];

pub(super) fn check(input: &[u8]) -> bool {
    let (Some(text), said) = super::parted(input) else { return false };
    if text.len() > MOST_BYTES {
        return false;
    }
    let mut read = false;
    for text in [text, &sealed(text)] {
        if let Ok(pack) = BrowserPack::decode(text) {
            read = true;
            laws::hold(&pack.book, said, false);
            for locale in &pack.book.languages {
                let again =
                    BrowserPack::decode(&BrowserPack::encode(&pack.book, *locale, &pack.interface))
                        .ok();
                assert_eq!(again.map(|again| format!("{again:?}")), Some(format!("{pack:?}")));
            }
        }
    }
    read
}

/// The contents with a checksum that agrees: 64-bit FNV-1a. A text that is no such file counts as the contents.
fn sealed(text: &str) -> String {
    let [start, middle, end] = PARTS;
    let contents =
        text.strip_prefix(start).and_then(|rest| rest.split_once(middle)?.1.strip_suffix(end));
    let contents = contents.unwrap_or(text);
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let checksum = contents.bytes().fold(0xcbf2_9ce4_8422_2325, step);
    format!("{start}{checksum:016x}{middle}{contents}{end}")
}
