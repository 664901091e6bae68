//! A part of the sheet in the language shown, and in a second one beside it if that is wanted.

use crate::rulebook::Locale;
use crate::widget::element::Element;
use crate::widget::view::View;

/// Makes a part for each language, and puts them side by side.
pub(in crate::widget) fn both(view: &View, also: Option<&View>, make: impl Fn(&View) -> Element) -> Element {
    match also {
        None => make(view),
        Some(also) => make(view).beside(make(also), "ec-sheet__also", also.locale.tag()),
    }
}

/// The language that can stand beside the one shown: English beside Chinese, and Chinese beside English.
pub(in crate::widget) fn second_language(shown: Locale, languages: &[Locale]) -> Option<Locale> {
    let wanted: &[Locale] = match shown {
        Locale::En => &[Locale::ZhHans, Locale::ZhHant],
        Locale::ZhHans | Locale::ZhHant => &[Locale::En],
    };
    wanted.iter().copied().find(|locale| languages.contains(locale))
}
