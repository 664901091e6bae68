//! A checklist in one language or two. With two, each text is followed by its translation.
//!
//! A text that is equal in both languages (numbers, codes, clauses) appears once.

use yew::prelude::*;

use crate::rulebook::Locale;
use crate::widget::evaluation::{Evaluation, marked};
use crate::widget::text::Catalogue;

/// The evaluation in the current language and, optionally, in a second one.
#[derive(Clone, Copy)]
pub(in crate::widget) struct Bilingual<'a> {
    /// The current language
    pub(in crate::widget) first: &'a Evaluation,
    /// The second language, with the same answers and rules
    pub(in crate::widget) second: Option<&'a Evaluation>,
}

impl Bilingual<'_> {
    /// A text in each language.
    pub(super) fn text(&self, make: impl Fn(&Evaluation) -> String) -> Html {
        self.text_of(&make)
    }

    // Not generic, so that the dozens of callers share one copy of the code.
    fn text_of(&self, make: &dyn Fn(&Evaluation) -> String) -> Html {
        pair(make(self.first), None, self.second.map(|second| (second.pack.locale, make(second))))
    }

    /// A text of the pack in each language.
    pub(super) fn own(&self, make: impl Fn(&Evaluation) -> String) -> Html {
        let second = self.second.map(|second| (second.pack.locale, make(second)));
        pair(make(self.first), self.first.pack.own_lang(), second)
    }

    /// A text of the interface in each language.
    pub(super) fn word(&self, text: fn(&Catalogue) -> &AttrValue) -> Html {
        self.text(|e| text(&e.pack.catalogue).to_string())
    }

    /// A text of the interface with a colon.
    pub(super) fn label(&self, text: fn(&Catalogue) -> &AttrValue) -> Html {
        let text =
            |e: &Evaluation| format!("{}{}", text(&e.pack.catalogue), e.pack.catalogue.colon());
        html! { <span class="ec-checklist__label">{ self.text(text) }</span> }
    }

    /// Texts in order, each followed by its translation. Texts that exist in only one language are
    /// included.
    pub(super) fn texts(&self, make: impl Fn(&Evaluation) -> Vec<String>) -> Vec<Html> {
        self.texts_of(&make)
    }

    fn texts_of(&self, make: &dyn Fn(&Evaluation) -> Vec<String>) -> Vec<Html> {
        let mut translations =
            self.second.map(|second| (second.pack.locale, make(second).into_iter()));
        let mut next =
            || translations.as_mut().and_then(|(locale, texts)| Some((*locale, texts.next()?)));
        let mut texts: Vec<Html> =
            make(self.first).into_iter().map(|text| pair(text, None, next())).collect();
        while let Some((locale, text)) = next() {
            texts.push(pair(text.clone(), None, Some((locale, text))));
        }
        texts
    }
}

fn pair(text: String, lang: Option<&'static str>, translation: Option<(Locale, String)>) -> Html {
    let translation = translation.filter(|(_, other)| other.trim() != text.trim());
    html! {
        <>
            { marked(text.into(), lang) }
            if let Some((locale, translation)) = translation {
                { " " }
                <span class="ec-checklist__translation" lang={locale.tag()}>{ translation }</span>
            }
        </>
    }
}

/// The second language on offer: English for any other, and the first other one for English.
///
/// A checklist in simplified and traditional Chinese would say everything twice.
pub(in crate::widget) fn second_language(current: Locale, languages: &[Locale]) -> Option<Locale> {
    languages.iter().copied().find(|other| (current == Locale::En) != (*other == Locale::En))
}
