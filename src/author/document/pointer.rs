//! JSON Pointers (RFC 6901).

/// The reference tokens of a pointer, unescaped.
pub fn split(pointer: &str) -> impl Iterator<Item = String> {
    pointer.split('/').skip(1).map(|token| token.replace("~1", "/").replace("~0", "~"))
}

/// The pointer to a key or an index of the value at a pointer.
pub fn join(pointer: &str, token: impl ToString) -> String {
    let token = token.to_string().replace('~', "~0").replace('/', "~1");
    format!("{pointer}/{token}")
}

/// The index that a token writes. Signs and leading zeros are not allowed.
pub(super) fn index(token: &str) -> Option<usize> {
    let is_canonical = token == "0" || !token.starts_with(['0', '+']);
    is_canonical.then(|| token.parse().ok())?
}
