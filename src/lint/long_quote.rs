//! `long-quote`: a quote that is longer than allowed.

use crate::rulebook::Id;

use super::{Context, Finding, Lint};

/// The largest number of characters of a quote.
const MAX_LENGTH: usize = 60;

pub(super) const LINT: Lint =
    Lint { name: "long-quote", description: "a quote of more than 60 characters", check };

fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (id, provision) in context.pack.provisions.iter() {
        let Some(quote) = &provision.quote else { continue };
        let length = quote.chars().count();
        if length > MAX_LENGTH {
            let message = format!(
                "the quote of `{}` has {length} characters, more than {MAX_LENGTH}",
                provision.id
            );
            findings.push(
                Finding::new(LINT.name, format!("/provisions/{}/quote", id.index()), message)
                    .label(format!("{} too many", length - MAX_LENGTH))
                    .help("quote only the decisive words, or write a paraphrase in `summary`"),
            );
        }
    }
    findings
}
