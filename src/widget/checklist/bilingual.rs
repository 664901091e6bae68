//! A checklist in one language, or in two: each text is followed by its translation.
//!
//! # Why
//!
//! A checklist for two readers has each text in both languages. What is equal in both (numbers, codes, clauses) appears once.

use yew::prelude::*;

use crate::rulebook::Locale;
use crate::widget::evaluation::Evaluation;

/// The answers in the current language, and perhaps in a second one.
#[derive(Clone, Copy)]
pub(in crate::widget) struct Bilingual<'a> {
    /// The current language
    pub(in crate::widget) first: &'a Evaluation,
    /// The second one: the same answers under the same rules
    pub(in crate::widget) second: Option<&'a Evaluation>,
}

impl Bilingual<'_> {
    /// A text in each language.
    pub(super) fn text(&self, make: impl Fn(&Evaluation) -> String) -> Html {
        self.text_of(&make)
    }

    // Not generic: a checklist has dozens of texts, and each would be a copy of this code.
    fn text_of(&self, make: &dyn Fn(&Evaluation) -> String) -> Html {
        pair(make(self.first), self.second.map(|second| (second.pack.locale, make(second))))
    }

    /// Texts in order, each followed by its translation. A text that only one language has is kept.
    pub(super) fn texts(&self, make: impl Fn(&Evaluation) -> Vec<String>) -> Vec<Html> {
        self.texts_of(&make)
    }

    fn texts_of(&self, make: &dyn Fn(&Evaluation) -> Vec<String>) -> Vec<Html> {
        let mut others = self.second.map(|second| (second.pack.locale, make(second).into_iter()));
        let mut next =
            || others.as_mut().and_then(|(locale, texts)| Some((*locale, texts.next()?)));
        let mut texts: Vec<Html> =
            make(self.first).into_iter().map(|text| pair(text, next())).collect();
        while let Some((locale, text)) = next() {
            texts.push(pair(text.clone(), Some((locale, text))));
        }
        texts
    }
}

fn pair(text: String, other: Option<(Locale, String)>) -> Html {
    let other = other.filter(|(_, other)| other.trim() != text.trim());
    html! {
        <>
            { text }
            if let Some((locale, other)) = other {
                { " " }
                <span class="ec-checklist__translation" lang={locale.tag()}>{ other }</span>
            }
        </>
    }
}

/// The second language for a current one: English for Chinese, and Chinese for English.
pub(in crate::widget) fn second_language(current: Locale, languages: &[Locale]) -> Option<Locale> {
    let wanted: &[Locale] = match current {
        Locale::En => &[Locale::ZhHans, Locale::ZhHant],
        Locale::ZhHans | Locale::ZhHant => &[Locale::En],
    };
    wanted.iter().copied().find(|locale| languages.contains(locale))
}
