//! The same element in two languages, side by side.
//!
//! # Why
//!
//! A sheet for two readers is made by the same code twice, once in each language, so the two have the same form: wherever a
//! text differs, the other language stands after it, with its `lang`; what is the same (numbers, codes, clauses) stands once.

use yew::AttrValue;

use super::{Child, Element, el};

impl Element {
    /// With the texts of the same element in another language after its own.
    pub(in crate::widget) fn beside(
        mut self,
        other: Element,
        class: &'static str,
        lang: &'static str,
    ) -> Element {
        let mut theirs = joined(other.0.children).into_iter();
        let mut children = Vec::new();
        for own in joined(std::mem::take(&mut self.0.children)) {
            match (own, theirs.next()) {
                (Child::Text(own), Some(Child::Text(other))) => {
                    let differs = own.trim() != other.trim();
                    children.push(Child::Text(own));
                    if differs {
                        let also = el("span", class).attribute("lang", lang);
                        children.push(Child::Text(AttrValue::Static(" ")));
                        children.push(Child::Element(also.label(&other)));
                    }
                }
                (Child::Element(own), Some(Child::Element(other))) => {
                    children.push(Child::Element(own.beside(other, class, lang)));
                }
                // OK because the two are of one form; were they not, nothing of either would be lost.
                (own, other) => children.extend([own].into_iter().chain(other)),
            }
        }
        children.extend(theirs);
        self.0.children = children;
        self
    }
}

/// Texts in a row as one, and nothing where there may have been something.
fn joined(children: Vec<Child>) -> Vec<Child> {
    let mut joined: Vec<Child> = Vec::new();
    for child in children {
        match (joined.last_mut(), child) {
            (_, Child::Maybe(None)) => {}
            (_, Child::Maybe(Some(element))) => joined.push(Child::Element(element)),
            (Some(Child::Text(before)), Child::Text(text)) => *before = format!("{before}{text}").into(),
            (_, other) => joined.push(other),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(word: &'static str, day: &'static str) -> Element {
        el("p", "").fixed(word).fixed(": ").with(el("b", "").fixed(day)).maybe(None).fixed("7")
    }

    #[test]
    fn what_differs_stands_twice_and_what_is_the_same_once() {
        let both = said("日", "5月").beside(said("Day", "May"), "also", "en");
        assert_eq!(
            both.to_text(),
            "<p>日:  <span class=\"also\" lang=\"en\">Day: </span><b>5月 <span class=\"also\" lang=\"en\">May</span></b>7</p>"
        );
    }

    #[test]
    fn nothing_is_lost_if_the_two_have_not_one_form() {
        let both = said("日", "5月").beside(el("p", "").with(el("i", "").fixed("x")), "also", "en").to_text();
        for text in ["日: ", "<i>x</i>", "<b>5月</b>", "7"] {
            assert!(both.contains(text), "{both}");
        }
    }
}
