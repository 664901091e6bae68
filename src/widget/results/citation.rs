//! Citations of provisions: document, clause, quote, and the grade of the evidence.

use yew::prelude::*;

use crate::rulebook::{Locale, ProvisionId};
use crate::widget::evaluation::Evaluation;
use crate::widget::ui::link::web_link;

/// The provisions of a criterion or a figure, with their quotes.
pub(in crate::widget) fn citations(evaluation: &Evaluation, provisions: &[ProvisionId]) -> Html {
    html! {
        <ul class="ec-citations">
            for id in provisions {
                { citation(evaluation, *id) }
            }
        </ul>
    }
}

fn citation(evaluation: &Evaluation, id: ProvisionId) -> Html {
    let catalogue = &evaluation.pack.catalogue;
    let provision = &evaluation.pack.rules.provisions[id];
    html! {
        <li class="ec-citation">
            { clause(evaluation, id) }
            { " " }
            <span class="ec-citation__evidence">{ catalogue.evidence(provision.evidence) }</span>
            if let Some(quote) = &provision.quote {
                <q class="ec-citation__quote" lang={quote_language(evaluation, quote)}>{ quote.clone() }</q>
            } else if let Some(summary) = &provision.summary {
                <span class="ec-citation__summary">
                    { format!("{}{}{}", catalogue.paraphrase_label(), catalogue.colon(), evaluation.text(summary)) }
                </span>
            }
        </li>
    }
}

/// The `lang` attribute of a quote. Quotes are not translated, so a Chinese quote on an English
/// page needs one for screen readers.
fn quote_language(evaluation: &Evaluation, quote: &str) -> Option<&'static str> {
    let is_chinese = quote.chars().any(|char| ('\u{4e00}'..='\u{9fff}').contains(&char));
    match evaluation.pack.locale {
        Locale::En if is_chinese => Some("zh"),
        Locale::En | Locale::ZhHans | Locale::ZhHant => None,
    }
}

/// Document and clause of a provision, with a link to the page of the document.
pub(in crate::widget) fn clause(evaluation: &Evaluation, id: ProvisionId) -> Html {
    let (pack, rules) = (&evaluation.pack, &evaluation.pack.rules);
    let citation = html! { rules.citation(pack.locale, id) };
    let content = match &rules.documents[rules.provisions[id].document].url {
        Some(url) => web_link(url, citation),
        None => citation,
    };
    html! { <cite class="ec-citation__clause">{ content }</cite> }
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
