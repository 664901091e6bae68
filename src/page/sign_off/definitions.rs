//! The tables of what measures name, and of what changes questions and answers: terms, classes,
//! assumptions, relations and topics.

use yew::prelude::*;

use crate::page::Page;
use crate::page::condition::{Words, condition, term_name, term_number};
use crate::page::definitions::{assumed_answers, cases, preset};
use crate::page::elements::{
    assumption_anchor, class_anchor, labelled, plain_conditions, relation_anchor, topic_anchor,
};
use crate::rulebook::{Class, ClassId};

use super::table::{blank_cells, clauses, table, table_of_rows};

/// A table with a name, a description and the cells to sign in each row. Empty without rows.
fn signed(page: &Page<'_>, caption: &'static str, rows: Vec<Html>) -> Html {
    let sign = &page.text.sign_off;
    let columns = [
        (caption, "name"),
        (sign.condition, "wide"),
        (sign.checked, "check"),
        (sign.signed, "check"),
    ];
    table_of_rows(caption, &columns, rows)
}

/// The conditions that measures refer to by number. Empty if there are none.
pub(super) fn terms(page: &Page<'_>) -> Html {
    let rows = page.pack.terms.iter().filter_map(|(id, term)| {
        let number = term_number(page, id)?;
        Some(html! {
            <tr>
                <th scope="row">{ term_name(page, number) }</th>
                <td>{ plain_conditions(page, &condition(page, &term.when)) }</td>
                { blank_cells() }
            </tr>
        })
    });
    signed(page, page.text.terms, rows.collect())
}

/// The classes, with a row for each case. Empty if there are none.
pub(super) fn classes(page: &Page<'_>) -> Html {
    let sign = &page.text.sign_off;
    let columns = [
        (sign.clause, "clause"),
        (sign.condition, "wide"),
        (sign.checked, "check"),
        (sign.signed, "check"),
    ];
    let bodies = html! {
        for (id, class) in page.pack.classes.iter() {
            { class_rows(page, id, class) }
        }
    };
    html! {
        if page.pack.classes.iter().next().is_some() {
            { table(page.text.classes, &columns, bodies) }
        }
    }
}

fn class_rows(page: &Page<'_>, id: ClassId, class: &Class) -> Html {
    html! {
        <tbody id={class_anchor(page, id)}>
            <tr>
                <th class="title" colspan="4" scope="rowgroup">
                    { page.own(&class.title) }
                    { page.text.bracketed(page.text.classes_intro.trim_end_matches(['。', '.'])) }
                </th>
            </tr>
            for words in cases(page, class) {
                <tr>
                    { clauses(page, &class.provision) }
                    <td>{ plain_conditions(page, &words) }</td>
                    { blank_cells() }
                </tr>
            }
        </tbody>
    }
}

/// The assumptions, with their conditions and answers. Empty if there are none.
pub(super) fn assumptions(page: &Page<'_>) -> Html {
    let rows = page.pack.assumptions.iter().map(|(id, assumption)| {
        let when =
            Words::Group(page.text.assumed_if.to_owned(), vec![condition(page, &assumption.when)]);
        html! {
            <tr id={assumption_anchor(page, id)}>
                <th scope="row">{ page.own(&assumption.label) }</th>
                <td>
                    { plain_conditions(page, &when) }
                    { plain_conditions(page, &assumed_answers(page, assumption)) }
                </td>
                { blank_cells() }
            </tr>
        }
    });
    signed(page, page.text.assumptions, rows.collect())
}

/// The relations between answers. Empty if there are none.
pub(super) fn relations(page: &Page<'_>) -> Html {
    let rows = page.pack.relations.iter().enumerate().map(|(index, relation)| {
        html! {
            <tr id={relation_anchor(index)}>
                <th scope="row">{ page.own(&relation.message) }</th>
                <td>{ plain_conditions(page, &condition(page, &relation.holds)) }</td>
                { blank_cells() }
            </tr>
        }
    });
    signed(page, page.text.relations, rows.collect())
}

/// The topics, with their measures and preset answers. Empty if there are none.
pub(super) fn topics(page: &Page<'_>) -> Html {
    let rows = page.pack.topics.iter().map(|(id, topic)| {
        let measures = topic.measures.iter();
        let measures = measures.map(|id| page.translate(&page.pack.measures[*id].title));
        let measures = measures.collect::<Vec<_>>().join(page.text.comma);
        html! {
            <tr id={topic_anchor(page, id)}>
                <th scope="row">{ page.own(&topic.title) }</th>
                <td>
                    <p>{ page.own(&topic.summary) }</p>
                    { labelled(page, page.text.measures, measures) }
                    if let Some(words) = preset(page, topic) {
                        { plain_conditions(page, &words) }
                    }
                    if !topic.ask {
                        <p>{ page.text.not_asked }</p>
                    }
                </td>
                { blank_cells() }
            </tr>
        }
    });
    signed(page, page.text.topics, rows.collect())
}
