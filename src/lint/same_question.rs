//! `same-question`: two facts with the same question, which allows contradictory answers.

use crate::rulebook::{Fact, Id};

use super::{Context, Finding, Lint};

pub(super) const LINT: Lint =
    Lint { name: "same-question", description: "two facts with the same question", check };

fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let Some(language) = context.pack.languages.first() else { return findings };
    let text = |fact: &Fact| -> String {
        fact.question.get(*language).chars().filter(|char| !char.is_whitespace()).collect()
    };
    for (id, fact) in context.pack.facts.iter() {
        let mut earlier = context.pack.facts.iter().take(id.index());
        let Some((first, other)) = earlier.find(|(_, other)| text(other) == text(fact)) else {
            continue;
        };
        let message = format!("`{}` and `{}` have the same question", other.id, fact.id);
        findings.push(
            Finding::new(LINT.name, format!("/facts/{}/question", id.index()), message)
                .label("the same question again")
                .related(format!("/facts/{}/question", first.index()), "first used here")
                .help("make the questions different, or use one fact for both"),
        );
    }
    findings
}
