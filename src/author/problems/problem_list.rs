//! All problems of the document.

use yew::prelude::*;

use crate::author::checks::{Checks, Severity, Summary};
use crate::author::context::Dispatch;
use crate::author::state::Document;
use crate::author::text::{Texts, fill};

use super::problem_card::problem_card;

/// Most cards at once. A pack that was just begun has hundreds of problems, and the first ones
/// cause the others.
const MOST: usize = 50;

/// The problems of the document, and its size.
pub(in crate::author) fn problem_list(
    document: &Document,
    texts: &Texts,
    dispatch: &Dispatch,
) -> Html {
    let is_current = document.current_checks().is_some();
    let note = if document.has_check_failed { texts.check_failed } else { texts.checking };
    html! {
        <div class="au-problems" aria-busy={(!is_current).to_string()}>
            <p class="au-problems__state" role="status">
                if let Some(checks) = document.current_checks() {
                    { counts(checks, texts) }
                } else {
                    { note }
                }
            </p>
            if let Some((_, checks)) = &document.checks {
                <ol class="au-problems__list">
                    { for checks.problems.iter().enumerate().take(MOST).map(|(index, problem)| {
                        problem_card(index, problem, is_current, texts, dispatch)
                    }) }
                </ol>
                { undecided(checks, texts) }
                if let Some(summary) = &checks.summary {
                    <p class="au-problems__summary">{ summary_text(summary, texts) }</p>
                }
            }
        </div>
    }
}

fn counts(checks: &Checks, texts: &Texts) -> String {
    if checks.problems.is_empty() {
        return texts.no_problems.to_owned();
    }
    let count = |severity, text| {
        let count = checks.count(severity);
        (count > 0).then(|| fill(text, &[&count.to_string()]))
    };
    let counts = [count(Severity::Fault, texts.faults), count(Severity::Finding, texts.findings)];
    counts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn undecided(checks: &Checks, texts: &Texts) -> Html {
    let lines = checks.undecided.iter().map(|one| {
        html! {
            <li>
                { fill(texts.undecided, &[&one.id]) }
                <p>{ &one.reason }</p>
                <p>{ &one.help }</p>
            </li>
        }
    });
    html! {
        if !checks.undecided.is_empty() {
            <ul class="au-problems__undecided">{ for lines }</ul>
        }
    }
}

fn summary_text(summary: &Summary, texts: &Texts) -> String {
    let numbers = [summary.measures, summary.facts, summary.provisions];
    let [measures, facts, provisions] = numbers.map(|number| number.to_string());
    let values = [&measures, &facts, &provisions, &summary.version, &summary.fingerprint];
    fill(texts.summary, &values.map(String::as_str))
}
