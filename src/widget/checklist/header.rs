//! The header of the checklist: policy, status, as-of date, disclaimer and version.

use yew::prelude::*;

use super::bilingual::Bilingual;
use super::content::Content;
use crate::widget::evaluation::Evaluation;
use crate::widget::results::instead_text;
use crate::widget::start::{policy_number, validity_text};
use crate::widget::text::{fill, status_text};
use crate::widget::ui::{heading_target, ids};

/// Title, policy with its status and period, disclaimer, as-of date, time of printing and
/// version of the pack.
pub(in crate::widget) fn header(
    languages: Bilingual<'_>,
    content: &Content,
    printed_at: &AttrValue,
) -> Html {
    let first = languages.first;
    let title = languages.text(|e| e.pack.catalogue.checklist_title().to_string());
    let policy = |e: &Evaluation| {
        format!("{} {}", e.text(&e.pack.rules.title), policy_number(e).unwrap_or_default())
    };
    html! {
        <header class="ec-checklist__header">
            { heading_target(first.level, "ec-checklist__title", ids::HEADING, title) }
            <p class="ec-checklist__policy">{ languages.text(policy) }</p>
            if first.is_lapsed() {
                <p class="ec-checklist__mark">{ languages.text(|e| e.pack.catalogue.historical_note().to_string()) }</p>
            }
            if instead_text(first).is_some() {
                <p>{ languages.text(|e| instead_text(e).unwrap_or_default()) }</p>
            }
            <p>{ languages.text(|e| status_text(&e.pack.catalogue, e.as_of)) }</p>
            <p>{ languages.text(validity_text) }</p>
            if first.pack.rules.evidence_note.is_some() {
                <p>{ languages.text(evidence_note_text) }</p>
            }
            <p class="ec-checklist__policy">{ languages.text(|e| e.pack.catalogue.disclaimer().to_string()) }</p>
            { notes(languages, content) }
            <ul class="ec-checklist__facts">
                <li>{ languages.text(as_of_text) }</li>
                <li>{ printed(languages, printed_at) }</li>
                <li>{ languages.text(pack_version) }</li>
            </ul>
        </header>
    }
}

fn evidence_note_text(evaluation: &Evaluation) -> String {
    let note = evaluation.pack.rules.evidence_note.as_ref();
    note.map(|note| evaluation.text(note).to_string()).unwrap_or_default()
}

/// Notes about answers and measures that are left out.
fn notes(languages: Bilingual<'_>, content: &Content) -> Html {
    let counts = [
        ("shown", &*content.measures.len().to_string()),
        ("others", &*content.left_out.to_string()),
    ];
    html! {
        <>
            if !content.with_answers {
                <p>{ languages.text(|e| e.pack.catalogue.answers_omitted_note().to_string()) }</p>
            }
            if content.left_out > 0 {
                <p>{ languages.text(|e| fill(e.pack.catalogue.measures_omitted_note(), &counts)) }</p>
            }
        </>
    }
}

/// The time of printing. `use_print` fills an empty element when the page is printed.
fn printed(languages: Bilingual<'_>, printed_at: &AttrValue) -> Html {
    let label = |e: &Evaluation| {
        format!("{}{}", e.pack.catalogue.printed_at_label(), e.pack.catalogue.colon())
    };
    html! {
        <span class="ec-checklist__printed">
            { languages.text(label) }
            <time class="ec-checklist__time">
                if !printed_at.is_empty() {
                    { printed_at }
                }
            </time>
        </span>
    }
}

/// The as-of date.
pub(super) fn as_of_text(evaluation: &Evaluation) -> String {
    let catalogue = &evaluation.pack.catalogue;
    fill(catalogue.checked_as_of(), &[("day", &catalogue.day(evaluation.as_of.asked))])
}

/// Id, version and hash of the pack.
pub(super) fn pack_version(evaluation: &Evaluation) -> String {
    let pack = &evaluation.pack.rules;
    let values = [("id", &*pack.id), ("version", &*pack.version), ("hash", &*pack.short_hash())];
    fill(evaluation.pack.catalogue.pack_version(), &values)
}
