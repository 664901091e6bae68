//! The head of the first page: the policy, the title, the day whose rules apply, lines for the
//! firm, and the QR code.

use yew::prelude::*;

use super::handwritten::firm_details;
use super::sheet::Sheet;
use crate::engine::PolicyStatus;
use crate::widget::evaluation::Evaluation;
use crate::widget::results::{evidence_text, instead_text};
use crate::widget::start::policy_number;
use crate::widget::text::{Catalogue, fill, period_text, status_text};
use crate::widget::ui::heading;
use crate::widget::ui::qr::qr;

/// The head of the first page.
pub(in crate::widget) fn header(sheet: &Sheet<'_>, printed_at: &AttrValue) -> Html {
    let (languages, first) = (sheet.languages, sheet.languages.first);
    let is_in_force = first.as_of.status == PolicyStatus::InForce;
    html! {
        <header class="ec-checklist__header">
            <div class="ec-checklist__head">
                <p class="ec-checklist__small">{ languages.text(policy_text) }</p>
                { heading(first.level, "ec-checklist__title", languages.word(Catalogue::checklist_title)) }
                <p class="ec-checklist__small">
                    <b>{ languages.text(as_of_text) }</b>
                    { printed(sheet, printed_at) }
                    { " · " }
                    { languages.word(Catalogue::disclaimer) }
                </p>
                if first.is_over() {
                    <p class="ec-checklist__mark">{ languages.text(over_text) }</p>
                } else if !is_in_force {
                    <p>{ languages.text(|e| status_text(&e.pack.catalogue, e.as_of)) }</p>
                }
                if instead_text(first).is_some() {
                    <p>{ languages.text(|e| instead_text(e).unwrap_or_default()) }</p>
                }
                if first.pack.rules.evidence_note.is_some() {
                    <p>{ languages.text(|e| evidence_text(e).unwrap_or_default()) }</p>
                }
                { notes(sheet) }
                { firm_details(languages) }
            </div>
            if sheet.content.with_answers {
                { symbol(sheet) }
            }
        </header>
    }
}

/// The title and the number of the policy, and its period.
fn policy_text(evaluation: &Evaluation) -> String {
    let (catalogue, rules) = (&evaluation.pack.catalogue, &evaluation.pack.rules);
    let number = policy_number(evaluation).unwrap_or_default();
    let days = period_text(catalogue, &rules.in_force)
        .unwrap_or_else(|| catalogue.in_force_unknown().to_string());
    let title = evaluation.text(&rules.title);
    let parts = [title.as_str(), &number, &days].into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" · ")
}

/// Notes about answers and measures that are left out.
fn notes(sheet: &Sheet<'_>) -> Html {
    let (languages, content) = (sheet.languages, sheet.content);
    let counts = [
        ("shown", &*content.measures.len().to_string()),
        ("others", &*content.left_out.to_string()),
    ];
    html! {
        <>
            if !content.with_answers {
                <p>{ languages.word(Catalogue::answers_omitted_note) }</p>
            }
            if content.left_out > 0 {
                <p>{ languages.text(|e| fill(e.pack.catalogue.measures_omitted_note(), &counts)) }</p>
            }
        </>
    }
}

/// The QR code: the link to the page with the answers, or the bare receipt code. A content that is
/// too long for a symbol has none.
fn symbol(sheet: &Sheet<'_>) -> Html {
    let first = sheet.languages.first;
    let link = first.receipt_link();
    let caption = match link {
        Some(_) => Catalogue::scan_to_open as fn(&Catalogue) -> &AttrValue,
        None => Catalogue::scan_in_tool,
    };
    let content = link.unwrap_or_else(|| first.receipt_code());
    let Some(symbol) = qr(&content, first.pack.catalogue.receipt_code_label()) else {
        return Html::default();
    };
    html! {
        <div class="ec-checklist__symbol">
            { symbol }
            <p class="ec-checklist__small">{ sheet.languages.word(caption) }</p>
        </div>
    }
}

/// The time of printing. `use_print` fills an empty element when the page is printed.
fn printed(sheet: &Sheet<'_>, printed_at: &AttrValue) -> Html {
    html! {
        <span class="ec-checklist__printed">
            { " · " }
            { sheet.languages.word(Catalogue::printed_at_label) }
            { " " }
            <time class="ec-checklist__time">
                if !printed_at.is_empty() {
                    { printed_at }
                }
            </time>
        </span>
    }
}

/// That nobody can apply any more, and the day whose rules apply.
fn over_text(evaluation: &Evaluation) -> String {
    let catalogue = &evaluation.pack.catalogue;
    fill(catalogue.lapsed_note(), &[("day", &catalogue.day(evaluation.as_of.evaluated))])
}

/// The day whose rules apply.
pub(super) fn as_of_text(evaluation: &Evaluation) -> String {
    let catalogue = &evaluation.pack.catalogue;
    fill(catalogue.checked_as_of(), &[("day", &catalogue.day(evaluation.as_of.evaluated))])
}

/// Id, version and hash of the pack.
pub(super) fn pack_version(evaluation: &Evaluation) -> String {
    let pack = &evaluation.pack.rules;
    let values = [("id", &*pack.id), ("version", &*pack.version), ("hash", &*pack.short_hash())];
    fill(evaluation.pack.catalogue.pack_version(), &values)
}
