//! Every question with its hint and its options, under the heading it is asked in.

use crate::page::Page;
use crate::page::condition::condition;
use crate::page::show::{conditions, question_anchor};
use crate::rulebook::{Choice, Fact, FactId, FactKind, NumberKind, SectionId};
use crate::widget::{Element, el, fill_in, unit_title};

/// Anchor of a section of questions.
pub(super) fn anchor(page: &Page<'_>, section: SectionId) -> String {
    format!("questions--{}", page.book.sections[section].id)
}

pub(super) fn questions(page: &Page<'_>) -> Vec<Element> {
    let sections = page.book.sections.iter().map(|(id, section)| {
        let facts = page.book.facts.iter().filter(|(_, fact)| fact.section == id);
        el("section", "entry")
            .attribute("id", anchor(page, id))
            .with(el("h3", "").text(page.say(&section.title)))
            .each(facts.map(|(id, fact)| question(page, id, fact)))
    });
    sections.collect()
}

fn question(page: &Page<'_>, id: FactId, fact: &Fact) -> Element {
    let asked = fact.ask_when.as_ref().map(|when| {
        let note = el("div", "formal").with(el("p", "").fixed(page.text.asked_when).fixed(page.text.colon));
        note.with(conditions(page, &condition(page, when)))
    });
    el("div", "question")
        .attribute("id", question_anchor(page, id))
        .with(el("h4", "").text(page.say(&fact.question)))
        .maybe(fact.hint.as_ref().map(|hint| el("p", "note").text(page.say(hint))))
        .with(answers(page, id, fact))
        .maybe(asked)
}

/// What can be answered.
fn answers(page: &Page<'_>, id: FactId, fact: &Fact) -> Element {
    let text = page.text;
    match &fact.kind {
        FactKind::YesNo => el("p", "answers").fixed(text.yes).fixed(" / ").fixed(text.no),
        FactKind::Date => el("p", "answers").fixed(text.a_date),
        FactKind::Number(kind) => el("p", "answers").string(number(page, kind)),
        FactKind::Choice(options) => choice(page, id, text.choose_one, options),
        FactKind::Choices(options) => choice(page, id, text.choose_any, options),
    }
}

fn number(page: &Page<'_>, kind: &NumberKind) -> String {
    let text = page.text;
    let bound = |template, bound: Option<crate::rulebook::Decimal>| {
        bound.map(|bound| fill_in(template, &[("bound", &page.money(bound, &kind.unit))]))
    };
    let bounds = [bound(text.not_less, kind.min), bound(text.not_more, kind.max)];
    let mut parts =
        vec![format!("{}{}", text.a_number, text.bracketed(&unit_title(page.locale, page.book, &kind.unit)))];
    parts.extend(bounds.into_iter().flatten());
    parts.join(text.then)
}

fn choice(page: &Page<'_>, id: FactId, how: &'static str, options: &[Choice]) -> Element {
    let question = question_anchor(page, id);
    let options = options.iter().map(|option| {
        el("li", "").attribute("id", format!("{question}--{}", option.id)).text(page.say(&option.label))
    });
    let how = el("p", "answers").fixed(how).fixed(page.text.colon);
    el("div", "").with(how).with(el("ul", "options").each(options))
}
