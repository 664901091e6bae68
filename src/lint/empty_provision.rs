//! `empty-provision`: a provision with neither quote nor summary, so that its text is not shown.

use crate::rulebook::Id;

use super::{Context, Finding, Lint};

pub(super) const LINT: Lint = Lint {
    name: "empty-provision",
    description: "a provision with neither quote nor summary",
    check,
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let provisions = context.pack.provisions.iter();
    let empty = provisions
        .filter(|(_, provision)| provision.quote.is_none() && provision.summary.is_none());
    let findings = empty.map(|(id, provision)| {
        let message = format!("the provision `{}` has no text", provision.id);
        Finding::new(LINT.name, format!("/provisions/{}/id", id.index()), message)
            .label("neither `quote` nor `summary`")
            .help(
                "add the decisive words as `quote` (at most 60 characters), or a paraphrase as \
                 `summary`",
            )
    });
    findings.collect()
}
