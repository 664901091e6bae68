//! `long-quote`: a quote longer than may be taken over from a text.

use crate::rulebook::Id;

use super::{Context, Finding, Lint};

/// Most characters quoted from a document in one place.
const MOST: usize = 60;

pub(super) const LINT: Lint =
    Lint { name: "long-quote", about: "a quote of more than 60 characters", check };

fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (id, provision) in context.pack.provisions.iter() {
        let Some(quote) = &provision.quote else { continue };
        let length = quote.chars().count();
        if length > MOST {
            let message = format!(
                "the quote of `{}` has {length} characters, at most {MOST} may be quoted",
                provision.id
            );
            findings.push(
                Finding::new(LINT.name, format!("/provisions/{}/quote", id.index()), message)
                    .label(format!("{} too many", length - MOST))
                    .help("quote the words that decide, or say it in your own words in `summary`"),
            );
        }
    }
    findings
}
