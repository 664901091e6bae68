//! The properties that each fuzz target asserts: no panic, and the laws below.

// One check per target.
mod answers;
mod browser_pack;
mod pack;
mod receipt;

// The laws of the engine, and the answers for which they are checked.
mod laws;
mod sample;

/// Panics if an input breaks a law. Returns whether the input enters the corpus: mutations of a
/// damaged document have more damage, and reach nothing new.
type Check = fn(&[u8]) -> bool;

/// Each target with its check.
pub(crate) const ALL: [(&str, Check); 4] = [
    ("pack", pack::check),
    ("browser_pack", browser_pack::check),
    ("answers", answers::check),
    ("receipt", receipt::check),
];

/// Splits an input at its first zero byte into a document and further bytes. JSON has no zero byte.
fn split_input(input: &[u8]) -> (Option<&str>, &[u8]) {
    let mut parts = input.splitn(2, |byte| *byte == 0);
    let document = parts.next().unwrap_or_default();
    (std::str::from_utf8(document).ok(), parts.next().unwrap_or_default())
}
