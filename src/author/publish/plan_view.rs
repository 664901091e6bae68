//! The changes of the site, what counts against publishing, and why nothing is published.

use yew::prelude::*;

use crate::author::text::{PublishTexts, Texts, fill};

use super::plan::{Concerns, FileChange, Plan, SiteFile};
use super::refusal::{Refusal, SiteError};

/// What counts against publishing.
pub(super) fn concern_list(concerns: &Concerns, texts: &PublishTexts) -> Html {
    if concerns.is_empty() {
        return html! { <p>{ texts.no_concerns }</p> };
    }
    let count = |text: &str, count: usize| (count > 0).then(|| fill(text, &[&count.to_string()]));
    let names = |text: &str, names: &[String]| {
        (!names.is_empty()).then(|| fill(text, &[&names.join(", ")]))
    };
    let items = [
        names(texts.concern_lost, &concerns.lost),
        names(texts.concern_uncounted, &concerns.uncounted),
        names(texts.concern_failed, &concerns.failed),
        count(texts.concern_findings, concerns.findings),
        concerns.is_untested.then(|| texts.concern_untested.to_owned()),
        count(texts.concern_gaps, concerns.gaps),
    ];
    html! {
        <>
            <h2>{ texts.concerns }</h2>
            <ul>{ for items.into_iter().flatten().map(|item| html! { <li>{ item }</li> }) }</ul>
        </>
    }
}

/// The files that change, and those that stay.
pub(super) fn file_lists(plan: &Plan, texts: &PublishTexts) -> Html {
    let list = |title: &str, change: FileChange, is_open: bool| {
        let files: Vec<&SiteFile> =
            plan.files.iter().filter(|file| file.change == change).collect();
        html! {
            if !files.is_empty() {
                <details class="au-files" open={is_open}>
                    <summary>{ fill(title, &[&files.len().to_string()]) }</summary>
                    <ul>{ for files.into_iter().map(|file| html! {
                        <li><code>{ &file.name }</code>{ " " }{ size(file.size, texts) }</li>
                    }) }</ul>
                </details>
            }
        }
    };
    let removed = plan.removed.iter().map(|(name, why)| {
        html! { <li><code>{ name }</code>{ " " }<span lang="en">{ why }</span></li> }
    });
    let messages = plan.messages.iter().map(|message| html! { <li>{ message }</li> });
    html! {
        <>
            { list(texts.files_new, FileChange::New, true) }
            { list(texts.files_changed, FileChange::Changed, true) }
            if !plan.removed.is_empty() {
                <details class="au-files" open=true>
                    <summary>{ fill(texts.files_removed, &[&plan.removed.len().to_string()]) }</summary>
                    <ul>{ for removed }</ul>
                </details>
            }
            { list(texts.files_same, FileChange::Same, false) }
            if !plan.messages.is_empty() {
                <h2>{ fill(texts.messages, &[&plan.messages.len().to_string()]) }</h2>
                <ul lang="en">{ for messages }</ul>
            }
        </>
    }
}

/// Bytes in kilobytes, at least one.
pub(super) fn size(bytes: usize, texts: &PublishTexts) -> String {
    fill(texts.size, &[&bytes.div_ceil(1000).to_string()])
}

/// Why nothing is published, as a sentence.
pub(super) fn refusal(refusal: &Refusal, texts: &Texts) -> Html {
    let text = &texts.publish;
    let sentence = match refusal {
        Refusal::Faults(count) => fill(text.refused_faults, &[&count.to_string()]),
        Refusal::ScenarioFaults(count) => fill(text.refused_scenarios, &[&count.to_string()]),
        Refusal::OtherPolicy(name) => fill(text.refused_other, &[name]),
        Refusal::OtherScenarios(name) => fill(text.refused_other_scenarios, &[name]),
        Refusal::Site(error) => site_error(*error, text).to_owned(),
        Refusal::Bundle(_) => text.refused_bundle.to_owned(),
        Refusal::Failed(_) => text.failed.to_owned(),
    };
    let detail = match refusal {
        Refusal::Bundle(detail) | Refusal::Failed(detail) => Some(detail),
        _ => None,
    };
    html! {
        <p class="au-error" role="alert">
            { sentence }
            if let Some(detail) = detail {
                { " " }<span lang="en">{ detail }</span>
            }
        </p>
    }
}

/// Why a site cannot be read, as a sentence.
pub(super) fn site_error(error: SiteError, texts: &PublishTexts) -> &'static str {
    match error {
        SiteError::None => texts.site_none,
        SiteError::Damaged => texts.site_damaged,
        SiteError::TooLarge => texts.site_too_large,
        SiteError::UnsafeName => texts.site_unsafe,
        SiteError::NotASite => texts.site_not_one,
    }
}

#[cfg(all(test, feature = "cli"))]
#[expect(clippy::unwrap_used, reason = "a failing test should stop at the cause")]
mod tests {
    use super::*;
    use crate::author::text::LANGUAGES;
    use crate::widget::{render_text, wait_for};

    fn rendered(html: Html) -> String {
        wait_for(render_text(html)).unwrap()
    }

    #[test]
    fn every_refusal_and_concern_is_a_sentence_in_each_language() {
        let refusals = [
            Refusal::Faults(3),
            Refusal::ScenarioFaults(2),
            Refusal::OtherPolicy("kiosk.json".to_owned()),
            Refusal::OtherScenarios("scenarios.json".to_owned()),
            Refusal::Site(SiteError::None),
            Refusal::Site(SiteError::Damaged),
            Refusal::Site(SiteError::TooLarge),
            Refusal::Site(SiteError::UnsafeName),
            Refusal::Site(SiteError::NotASite),
            Refusal::Bundle("<script>".to_owned()),
            Refusal::Failed("why".to_owned()),
        ];
        let concerns = Concerns {
            findings: 1,
            failed: vec!["a scenario".to_owned()],
            gaps: 2,
            is_untested: true,
            lost: vec!["fair-2019".to_owned()],
            uncounted: vec!["kiosk-2019".to_owned()],
        };
        for (locale, _) in LANGUAGES {
            let texts = Texts::of(locale);
            for one in &refusals {
                let html = rendered(refusal(one, &texts));
                assert!(html.contains("role=\"alert\"") && !html.contains("{}"), "{html}");
                assert!(!html.contains("<script>"), "{html}");
            }
            let html = rendered(concern_list(&concerns, &texts.publish));
            assert_eq!(html.matches("<li>").count(), 6, "{html}");
            assert!(html.contains("fair-2019") && !html.contains("{}"), "{html}");
        }
    }
}
