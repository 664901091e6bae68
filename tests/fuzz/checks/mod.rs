//! What must hold for every input of a fuzz target: never a panic, and these laws.

mod answers;
mod browser_pack;
mod laws;
mod pack;
mod receipt;
mod say;

/// Checks the laws for an input, and stops where one is broken. Whether it is worth going on from: damaged documents
/// breed documents with more damage.
type Check = fn(&[u8]) -> bool;

/// Each target with its check.
pub(crate) const ALL: [(&str, Check); 4] = [
    ("pack", pack::check),
    ("browser_pack", browser_pack::check),
    ("answers", answers::check),
    ("receipt", receipt::check),
];

/// A document, and what follows its first zero byte: JSON has none.
fn parted(input: &[u8]) -> (Option<&str>, &[u8]) {
    let mut parts = input.splitn(2, |byte| *byte == 0);
    let document = parts.next().unwrap_or_default();
    (std::str::from_utf8(document).ok(), parts.next().unwrap_or_default())
}
