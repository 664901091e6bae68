//! `empty-provision`: a provision of which nobody can read what it says.

use crate::rulebook::Id;

use super::{Context, Finding, Lint};

pub(super) const LINT: Lint =
    Lint { name: "empty-provision", about: "a provision with neither quote nor summary", check };

fn check(context: &Context<'_>) -> Vec<Finding> {
    let provisions = context.pack.provisions.iter();
    let empty = provisions
        .filter(|(_, provision)| provision.quote.is_none() && provision.summary.is_none());
    let findings = empty.map(|(id, provision)| {
        let message = format!("the provision `{}` does not say what it says", provision.id);
        Finding::new(LINT.name, format!("/provisions/{}/id", id.index()), message)
            .label("neither `quote` nor `summary`")
            .help("quote the words that decide, at most 60 characters, or say it in your own words in `summary`")
    });
    findings.collect()
}
