//! The definitions that measures name, and the relations between answers: terms, classes,
//! assumptions.

use yew::prelude::*;

use crate::page::Page;
use crate::page::citation::citations;
use crate::page::condition::{condition, term_name, term_number};
use crate::page::definitions::{assumed_answers, cases};
use crate::page::elements::{
    assumption_anchor, class_anchor, conditions, relation_anchor, term_anchor,
};

/// The terms that have their own entry, after an introduction. Empty if there are none.
pub(super) fn terms(page: &Page<'_>) -> Vec<Html> {
    let terms = page.pack.terms.iter().filter_map(|(id, term)| {
        let number = term_number(page, id)?;
        Some(html! {
            <section class="entry" id={term_anchor(page, id)}>
                <h3>{ term_name(page, number) }</h3>
                { conditions(page, &condition(page, &term.when)) }
            </section>
        })
    });
    introduced(page.text.terms_intro, terms.collect())
}

/// The classes with their cases, after an introduction. Empty if there are none.
pub(super) fn classes(page: &Page<'_>) -> Vec<Html> {
    let classes = page.pack.classes.iter().map(|(id, class)| {
        html! {
            <section class="entry" id={class_anchor(page, id)}>
                <h3>{ page.own(&class.title) }</h3>
                <div class="formal">
                    for words in cases(page, class) {
                        { conditions(page, &words) }
                    }
                </div>
                { citations(page, &class.provision) }
            </section>
        }
    });
    introduced(page.text.classes_intro, classes.collect())
}

/// The assumptions with their conditions and answers. Empty if there are none.
pub(super) fn assumptions(page: &Page<'_>) -> Vec<Html> {
    let assumptions = page.pack.assumptions.iter().map(|(id, assumption)| {
        html! {
            <section class="entry" id={assumption_anchor(page, id)}>
                <h3>{ page.own(&assumption.label) }</h3>
                <div class="formal">
                    <p>{ page.text.assumed_if }{ page.text.colon }</p>
                    { conditions(page, &condition(page, &assumption.when)) }
                    { conditions(page, &assumed_answers(page, assumption)) }
                </div>
            </section>
        }
    });
    assumptions.collect()
}

/// The relations between answers, after an introduction. Empty if there are none.
pub(super) fn relations(page: &Page<'_>) -> Vec<Html> {
    let relations = page.pack.relations.iter().enumerate().map(|(index, relation)| {
        html! {
            <section class="entry" id={relation_anchor(index)}>
                <h3>{ page.own(&relation.message) }</h3>
                <div class="formal">
                    <p>{ page.text.holds }{ page.text.colon }</p>
                    { conditions(page, &condition(page, &relation.holds)) }
                </div>
            </section>
        }
    });
    introduced(page.text.relations_intro, relations.collect())
}

fn introduced(intro: &'static str, mut entries: Vec<Html>) -> Vec<Html> {
    if !entries.is_empty() {
        entries.insert(0, html! { <p>{ intro }</p> });
    }
    entries
}
