//! The table that the issuing department signs: rule, provision and scenario side by side, on A4 landscape.
//!
//! Blank columns and lines are for pens; nothing on the page is a form.

use std::rc::Rc;

use crate::rulebook::{Benefit, Locale, Measure, MeasureId, ProvisionId, RuleBook};
use crate::widget::{Element, el, fill_in};

use super::amount::{benefit_text, period_text, table as tiers_table};
use super::cite::{clause, words};
use super::condition::{condition, term_name, term_number};
use super::document::{RenderError, document};
use super::show::plain_conditions;
use super::{Page, limit, sign_off_facts, sign_off_tested};

const STYLE: &str = include_str!("style/sign-off.css");

/// In which scenarios a condition was seen to hold, and in which to fail, by their places.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    /// Where it held
    pub held: Vec<usize>,
    /// Where it failed
    pub failed: Vec<usize>,
}

/// Which scenarios showed what of a measure.
#[derive(Clone, Debug, Default)]
pub struct Shown {
    /// Whom it concerns
    pub applies: Seen,
    /// Each of its criteria
    pub criteria: Vec<Seen>,
    /// What it comes to
    pub amounts: Vec<usize>,
}

/// What the scenarios showed. All of them have passed: nobody is asked to sign what fails.
#[derive(Clone, Copy, Debug)]
pub struct Tested<'a> {
    /// Their names
    pub scenarios: &'a [Rc<str>],
    /// For each measure, what was shown of it
    pub shown: &'a [Shown],
    /// What no scenario tries, in the words of the command
    pub gaps: &'a [String],
}

/// The table of a pack in a language, as HTML that needs nothing else.
///
/// # Errors
///
/// The runtime that renders it could not be started.
pub fn sign_off_page(book: &RuleBook, locale: Locale, tested: Tested<'_>) -> Result<String, RenderError> {
    let page = &Page::new(book, locale);
    let sign = &page.text.sign_off;
    let body = el("body", "").with(
        el("main", "")
            .with(el("h1", "").fixed(sign.title))
            .with(policy(page))
            .with(el("p", "").fixed(sign.intro))
            .with(el("p", "").string(counted(page, tested)))
            .with(el("p", "").string(page.pack()))
            .maybe(terms(page))
            .maybe(sign_off_tested::gaps(page, tested))
            .with(measures(page, tested))
            .with(el("div", "closing").maybe(limits(page)).with(lines(page)))
            .with(sign_off_tested::scenarios(page, tested)),
    );
    let title = format!("{}{}{}", sign.title, page.text.colon, page.say(&book.title));
    document(page.locale, &title, STYLE, body)
}

fn policy(page: &Page<'_>) -> Element {
    let number = page.book.documents.iter().next().and_then(|(_, document)| document.number.clone());
    let policy = el("p", "policy").text(page.say(&page.book.title));
    let policy = policy
        .maybe(number.map(|number| super::cite::in_original(page, el("span", "").fixed(" ").text(number))));
    match page.period(&page.book.in_force) {
        Some(days) => policy.string(page.text.bracketed(&days)),
        None => policy,
    }
}

/// How much of the pack the scenarios have touched.
fn counted(page: &Page<'_>, tested: Tested<'_>) -> String {
    let criteria = || page.book.measures.iter().flat_map(|(_, measure)| &measure.criteria);
    let decided = criteria().filter(|criterion| criterion.when.is_some()).count();
    let seen = tested.shown.iter().flat_map(|shown| &shown.criteria);
    let covered = seen.filter(|seen| !seen.held.is_empty() && !seen.failed.is_empty()).count();
    let counts = [
        ("criteria", criteria().count().to_string()),
        ("tested", decided.to_string()),
        ("covered", covered.to_string()),
        ("scenarios", tested.scenarios.len().to_string()),
    ];
    fill_in(page.text.sign_off.counted, &counts.each_ref().map(|(key, count)| (*key, count.as_str())))
}

/// A table whose head stands on every sheet of paper.
fn table(caption: &'static str, columns: &[(&'static str, &'static str)], bodies: Vec<Element>) -> Element {
    let head = columns.iter().map(|(title, class)| el("th", class).attribute("scope", "col").fixed(title));
    el("table", "")
        .with(el("caption", "").fixed(caption))
        .with(el("thead", "").with(el("tr", "").each(head)))
        .each(bodies)
}

/// The cells that stay blank.
fn blank(row: Element) -> Element {
    row.with(el("td", "")).with(el("td", ""))
}

fn measures(page: &Page<'_>, tested: Tested<'_>) -> Element {
    let sign = &page.text.sign_off;
    let columns = [
        (sign.clause, "clause"),
        (sign.condition, "condition"),
        (sign.grade, "grade"),
        (sign.holds, "seen"),
        (sign.fails, "seen"),
        (sign.checked, "check"),
        (sign.signed, "check"),
    ];
    let bodies = page.book.measures.iter().zip(tested.shown);
    let bodies = bodies.map(|((id, measure), shown)| {
        let names = |places: &[usize]| sign_off_tested::names(page, tested, places);
        body(page, (id, measure), shown, &names, columns.len())
    });
    table(page.text.measures, &columns, bodies.collect())
}

fn body(
    page: &Page<'_>,
    (id, measure): (MeasureId, &Measure),
    shown: &Shown,
    names: &dyn Fn(&[usize]) -> Element,
    width: usize,
) -> Element {
    let title = el("th", "title").attribute("colspan", width.to_string()).attribute("scope", "rowgroup");
    let title = title.text(page.say(&measure.title)).string(page.text.bracketed(&page.book.measures[id].id));
    let seen = |row: Element, seen: &Seen| blank(row.with(names(&seen.held)).with(names(&seen.failed)));
    let applies = measure.applies_when.as_ref().map(|when| {
        let said = el("td", "").with(el("strong", "").fixed(page.text.applies));
        let said = said.with(plain_conditions(page, &condition(page, when)));
        seen(row(page, &measure.provision).with(said).with(el("td", "")), &shown.applies)
    });
    let facts = sign_off_facts::facts(page, measure)
        .map(|said| untested(row(page, &measure.provision).with(said).with(el("td", "")), NOTHING));
    el("tbody", "")
        .with(el("tr", "").with(title))
        .maybe(applies)
        .each(measure.criteria.iter().zip(&shown.criteria).map(|(criterion, shown)| {
            let said = el("td", "").with(el("strong", "").text(page.say(&criterion.label)));
            let said = match &criterion.when {
                Some(when) => said.with(plain_conditions(page, &condition(page, when))),
                None => said.with(el("p", "").fixed(page.text.office_decides)),
            };
            let row = row(page, &criterion.provision).with(said);
            let row = row.with(el("td", "").fixed(page.text.grade(criterion.grade)));
            match criterion.when {
                Some(_) => seen(row, shown),
                None => untested(row, page.text.sign_off.not_tested),
            }
        }))
        .with(amount(page, measure, names(&shown.amounts)))
        .maybe(facts)
}

/// A row that begins with the clauses and their words.
fn row(page: &Page<'_>, provisions: &[ProvisionId]) -> Element {
    let clauses = provisions.iter().map(|id| {
        let clause = el("p", "").with(clause(page, *id));
        clause.maybe(words(page, *id))
    });
    el("tr", "").with(el("td", "").each(clauses))
}

/// Two cells that say why no scenario stands there, and the blank ones.
fn untested(row: Element, why: &'static str) -> Element {
    blank(row.with(el("td", "").fixed(why)).with(el("td", "").fixed(why)))
}

/// Where there is nothing that scenarios could show.
const NOTHING: &str = "–";

/// What it grants, and the scenarios that state how much it comes to.
fn amount(page: &Page<'_>, measure: &Measure, stated: Element) -> Element {
    let grants = &measure.grants;
    let said = el("td", "").with(el("strong", "").fixed(page.text.amount));
    let said = match &grants.benefit {
        Benefit::Tiers(tiers) => said.with(tiers_table(page, tiers)),
        benefit => said.with(el("p", "").string(benefit_text(page, benefit))),
    };
    let said = said
        .maybe(period_text(page, grants).map(|period| el("p", "").string(period)))
        .maybe(grants.note.as_ref().map(|note| el("p", "").text(page.say(note))));
    let evidence = el("td", "").fixed(page.text.evidence(grants.evidence));
    let row = row(page, &grants.provision).with(said).with(evidence);
    blank(row.with(stated).with(el("td", "").fixed(NOTHING)))
}

/// The conditions that measures refer to by number; nothing if there are none.
fn terms(page: &Page<'_>) -> Option<Element> {
    let sign = &page.text.sign_off;
    let rows: Vec<Element> = page
        .book
        .terms
        .iter()
        .filter_map(|(id, term)| {
            let name = term_name(page, term_number(page, id)?);
            let row = el("tr", "").with(el("th", "").attribute("scope", "row").string(name));
            let said = plain_conditions(page, &condition(page, &term.when));
            Some(blank(row.with(el("td", "").with(said))))
        })
        .collect();
    let columns = [
        (page.text.terms, "name"),
        (sign.condition, "wide"),
        (sign.checked, "check"),
        (sign.signed, "check"),
    ];
    (!rows.is_empty()).then(|| table(page.text.terms, &columns, vec![el("tbody", "").each(rows)]))
}

/// What cannot be granted together; nothing if no text says so.
fn limits(page: &Page<'_>) -> Option<Element> {
    let sign = &page.text.sign_off;
    let rows: Vec<Element> = page
        .book
        .limits
        .iter()
        .map(|item| {
            let measures = item.measures.iter().map(|id| page.say(&page.book.measures[*id].title));
            let measures: Vec<_> = measures.collect();
            let kind = format!(
                "{}{}{}",
                limit::kind_text(page, item),
                page.text.colon,
                measures.join(page.text.comma)
            );
            let said = el("td", "").with(el("strong", "").text(page.say(&item.label)));
            blank(row(page, &item.provision).with(said.with(el("p", "").string(kind))))
        })
        .collect();
    let columns =
        [(sign.clause, "clause"), (sign.condition, "wide"), (sign.checked, "check"), (sign.signed, "check")];
    (!rows.is_empty()).then(|| table(page.text.limits, &columns, vec![el("tbody", "").each(rows)]))
}

/// Lines for who signs.
fn lines(page: &Page<'_>) -> Element {
    let sign = &page.text.sign_off;
    let lines = [sign.unit, sign.signature, sign.seal, sign.date];
    el("ul", "lines").each(lines.map(|line| el("li", "").fixed(line).fixed(page.text.colon)))
}
