//! The panel with the texts of all documents.

use std::rc::Rc;

use yew::prelude::*;

use crate::author::checks::{Checks, QuotePlace, SourceText};
use crate::author::context::use_texts;
use crate::rulebook::{Json, Locale};

use super::documents::{SourceDocument, documents};
use super::source_card::SourceCard;

/// The props of the panel.
#[derive(Clone, PartialEq, Properties)]
pub(in crate::author) struct SourcePanelProps {
    /// The text of the pack
    pub(in crate::author) text: Rc<str>,
    /// The texts of its documents
    pub(in crate::author) sources: Vec<SourceText>,
    /// The last result of the checks
    pub(in crate::author) checks: Option<Rc<Checks>>,
    /// The language of the page
    pub(in crate::author) locale: Locale,
    /// Whether the panel is shown. While it is not, the pack is not read
    pub(in crate::author) is_shown: bool,
}

/// The documents that the pack names, each with its text. While the pack is not JSON, the last
/// documents stay.
#[component]
pub(in crate::author) fn SourcePanel(props: &SourcePanelProps) -> Html {
    let texts = use_texts();
    let last = use_mut_ref(Vec::<SourceDocument>::new);
    let key = (props.is_shown.then(|| Rc::clone(&props.text)), props.locale);
    let read = use_memo(key, |(text, locale)| {
        let json = text.as_ref().and_then(|text| Json::parse(text).ok());
        json.map(|json| documents(&json, locale.tag()))
    });
    if let Some(read) = read.as_ref() {
        last.borrow_mut().clone_from(read);
    }
    let cards = last.borrow().clone();
    let card = |document: SourceDocument| {
        let text = props.sources.iter().find(|source| *source.document == document.id);
        let quotes = props.checks.iter().flat_map(|checks| &checks.quotes);
        let quotes: Vec<QuotePlace> =
            quotes.filter(|quote| quote.document == document.id).cloned().collect();
        let text = text.map(|source| Rc::clone(&source.text));
        let key = document.id.clone();
        html! { <SourceCard {key} {document} {text} {quotes} texts={Rc::clone(&texts)} /> }
    };
    html! {
        <div class="au-sources">
            <p>{ texts.cases.sources_intro }</p>
            if cards.is_empty() {
                <p>{ texts.cases.no_documents }</p>
            }
            { for cards.into_iter().map(card) }
        </div>
    }
}
