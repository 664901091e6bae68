//! Citations of provisions: document, clause, quote, and the grade of the evidence.

use std::rc::Rc;

use yew::prelude::*;

use crate::rulebook::{Evidence, Locale, ProvisionId};
use crate::widget::evaluation::Evaluation;
use crate::widget::ui::link::web_link;

/// The provisions of a criterion or a figure, each one line that unfolds to its words.
pub(in crate::widget) fn citations(evaluation: &Evaluation, provisions: &[ProvisionId]) -> Html {
    html! {
        <ul class="ec-citations">
            for id in provisions {
                <li class="ec-citation">{ citation(evaluation, *id) }</li>
            }
        </ul>
    }
}

fn citation(evaluation: &Evaluation, id: ProvisionId) -> Html {
    let catalogue = &evaluation.pack.catalogue;
    let provision = &evaluation.pack.rules.provisions[id];
    let words = match (&provision.quote, &provision.summary) {
        (Some(text), _) => quote(evaluation, text),
        (None, Some(summary)) => html! {
            <span class="ec-citation__summary">
                { format!("{}{}{}", catalogue.paraphrase_label(), catalogue.colon(), evaluation.text(summary)) }
            </span>
        },
        (None, None) => Html::default(),
    };
    let line = html! {
        <>
            { clause_text(evaluation, id) }
            { evidence_mark(evaluation, provision.evidence) }
        </>
    };
    let link = document_link(evaluation, id);
    if provision.quote.is_none() && provision.summary.is_none() && link.is_none() {
        return line;
    }
    html! {
        <details class="ec-citation__words">
            <summary class="ec-citation__line">{ line }</summary>
            { words }
            if let Some(link) = link {
                <p class="ec-citation__link">{ link }</p>
            }
        </details>
    }
}

/// The grade of the evidence, unless it is the official text, or the pack's note says it once.
pub(super) fn evidence_mark(evaluation: &Evaluation, evidence: Evidence) -> Html {
    if !evaluation.pack.rules.is_marked(evidence) {
        return Html::default();
    }
    html! {
        <>
            { " " }
            <span class="ec-citation__evidence">{ evaluation.pack.catalogue.evidence(evidence) }</span>
        </>
    }
}

fn clause_text(evaluation: &Evaluation, id: ProvisionId) -> Html {
    let citation = evaluation.pack.rules.citation(evaluation.pack.locale, id);
    html! { <cite class="ec-citation__clause">{ citation }</cite> }
}

/// A link to the page of the document, with its address as text.
fn document_link(evaluation: &Evaluation, id: ProvisionId) -> Option<Html> {
    let rules = &evaluation.pack.rules;
    let url = rules.documents[rules.provisions[id].document].url.as_ref()?;
    Some(web_link(url, html! { url.as_str().to_owned() }))
}

/// A quote, marked as the original text where readers may take it for ours.
pub(in crate::widget) fn quote(evaluation: &Evaluation, text: &Rc<str>) -> Html {
    html! {
        <>
            { evaluation.pack.catalogue.original_label() }
            <q class="ec-citation__quote" lang={quote_language(evaluation, text)}>{ text.clone() }</q>
        </>
    }
}

/// The `lang` attribute of a quote. Quotes are not translated, so a Chinese quote on an English
/// page needs one for screen readers. So does any quote on a page whose interface is English only
/// because it lacks the language of the pack.
fn quote_language(evaluation: &Evaluation, quote: &str) -> Option<&'static str> {
    let is_chinese = quote.chars().any(|char| ('\u{4e00}'..='\u{9fff}').contains(&char));
    match evaluation.pack.locale {
        Locale::En if is_chinese => Some("zh"),
        Locale::En | Locale::ZhHans | Locale::ZhHant => None,
        other @ Locale::Other(_) => Some(other.tag()),
    }
}

/// Document and clause of each provision, without duplicates: quotes are not shown here, so two
/// sentences of one clause are one citation.
pub(in crate::widget) fn clause_texts(
    evaluation: &Evaluation,
    provisions: &[ProvisionId],
) -> Vec<String> {
    let mut cited: Vec<String> = Vec::new();
    for id in provisions {
        let citation = evaluation.pack.rules.citation(evaluation.pack.locale, *id);
        if !cited.contains(&citation) {
            cited.push(citation);
        }
    }
    cited
}
