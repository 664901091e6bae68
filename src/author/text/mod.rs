//! The texts of the page. A language that lacks one does not compile.

mod cases;
mod compare;
mod drafts;
mod en;
mod explanation;
mod form_en;
mod form_texts;
mod form_zh_hans;
mod form_zh_hant;
mod results;
mod preview;
mod publish;
mod sheets;
mod texts;
mod zh_hans;
mod zh_hant;

use std::rc::Rc;

use crate::rulebook::Locale;

pub(super) use cases::CaseTexts;
pub(super) use compare::CompareTexts;
pub(super) use drafts::DraftTexts;
pub(super) use form_texts::FormTexts;
pub(super) use preview::PreviewTexts;
pub(super) use publish::PublishTexts;
pub(super) use results::ResultTexts;
pub(super) use sheets::SheetTexts;
pub(super) use texts::Texts;

/// The languages of the page, each with its own name.
pub(super) const LANGUAGES: [(Locale, &str); 3] =
    [(Locale::ZhHans, "简体中文"), (Locale::ZhHant, "繁體中文"), (Locale::En, "English")];

impl Texts {
    /// The texts in a language; English for one that the page does not have.
    pub(super) fn of(locale: Locale) -> Rc<Texts> {
        Rc::new(match locale {
            Locale::ZhHans => zh_hans::TEXTS,
            Locale::ZhHant => zh_hant::TEXTS,
            Locale::En | Locale::Other(_) => en::TEXTS,
        })
    }
}

impl Default for Texts {
    fn default() -> Texts {
        zh_hans::TEXTS
    }
}

/// A text with its `{}` replaced by values, in order.
pub(super) fn fill(text: &str, values: &[&str]) -> String {
    let mut parts = text.split("{}");
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for (part, value) in parts.zip(values.iter().chain(std::iter::repeat(&""))) {
        filled.push_str(value);
        filled.push_str(part);
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_replace_the_marks_in_order() {
        assert_eq!(fill("{} of {}", &["1", "2"]), "1 of 2");
        assert_eq!(fill("none", &["1"]), "none");
        assert_eq!(fill("{}, {}", &["{}"]), "{}, ");
    }
}
