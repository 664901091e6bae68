//! Amounts of scenarios in words.

/// An amount: at least, and at most. `nothing` is the word for no figure.
pub(in crate::author) fn amount_words(
    amount: Option<&(String, Option<String>)>,
    nothing: &str,
) -> String {
    match amount {
        None => nothing.to_owned(),
        Some((min, Some(max))) if min == max => min.clone(),
        Some((min, Some(max))) => format!("{min} – {max}"),
        Some((min, None)) => format!("≥ {min}"),
    }
}
