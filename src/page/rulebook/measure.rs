//! One measure in full: whom it concerns, its conditions with their provisions, what it grants, and what to bring.

use crate::page::Page;
use crate::page::amount::benefit;
use crate::page::cite::citations;
use crate::page::condition::condition;
use crate::page::limit::limits_of;
use crate::page::show::{conditions, list, titled};
use crate::rulebook::{Criterion, Grade, Measure, MeasureId, Text, When};
use crate::widget::{Element, el};

pub(super) fn measure(page: &Page<'_>, id: MeasureId) -> Element {
    let text = page.text;
    let measure = &page.book.measures[id];
    let heading = format!("{}--heading", measure.id);
    let title = el("h3", "").attribute("id", heading.clone()).text(page.say(&measure.title));
    let criteria = measure.criteria.iter().map(|item| criterion(page, item));
    let own_time = page.period(&measure.in_force).map(|days| titled(text.in_force, el("p", "").string(days)));
    let amount = benefit(page, &measure.grants).with(citations(page, &measure.grants.provision));
    el("article", "measure")
        .attribute("id", measure.id.to_string())
        .attribute("aria-labelledby", heading)
        .with(title)
        .with(el("p", "").text(page.say(&measure.summary)))
        .with(citations(page, &measure.provision))
        .maybe(own_time)
        .with(titled(text.applies, applies(page, measure.applies_when.as_ref())))
        .with(titled(text.conditions, el("ol", "criteria").each(criteria)))
        .with(titled(text.amount, amount))
        .maybe(limits_of(page, id).map(|limits| titled(text.limits, limits)))
        .with(titled(text.materials, materials(page, measure)))
        .maybe(office(page, measure))
        .maybe(windows(page, measure))
        .maybe(texts(page, text.steps, &measure.steps))
        .maybe(texts(page, text.duties, &measure.duties))
}

fn applies(page: &Page<'_>, when: Option<&When>) -> Element {
    match when {
        Some(when) => conditions(page, &condition(page, when)),
        None => el("p", "").fixed(page.text.everyone),
    }
}

/// A condition in the words of the text, in those of the self-check, and the provision that says so.
fn criterion(page: &Page<'_>, criterion: &Criterion) -> Element {
    let text = page.text;
    let grade = match criterion.grade {
        Grade::Explicit => el("span", "tag"),
        Grade::Directional => el("span", "tag tag--direction"),
    };
    let label = el("p", "label").with(el("strong", "").text(page.say(&criterion.label))).fixed(" ");
    let formal = match &criterion.when {
        Some(when) => {
            let formal = el("div", "formal").with(el("p", "").fixed(text.decided_so).fixed(text.colon));
            formal.with(conditions(page, &condition(page, when)))
        }
        None => el("p", "formal").fixed(text.office_decides),
    };
    el("li", "")
        .with(label.with(grade.fixed(text.grade(criterion.grade))))
        .with(formal)
        .with(citations(page, &criterion.provision))
}

fn materials(page: &Page<'_>, measure: &Measure) -> Element {
    let text = page.text;
    if measure.materials.is_empty() {
        return el("p", "").fixed(text.no_materials);
    }
    let items = measure.materials.iter().map(|used| {
        let material = &page.book.materials[used.material];
        let word = match &used.when {
            _ if used.exempt => text.exempt,
            Some(_) => text.if_applicable,
            None => text.required,
        };
        let note = material.note.as_ref().map(|note| el("p", "note").text(page.say(note)));
        let when = used.when.as_ref().map(|when| conditions(page, &condition(page, when)));
        let item = el("li", "").text(page.say(&material.title)).fixed(" ");
        let item = item.with(el("span", "tag").fixed(word));
        let item = match text.copies(used) {
            Some(copies) => item.fixed(" ").with(el("span", "tag").string(copies)),
            None => item,
        };
        item.maybe(note).maybe(when)
    });
    el("ul", "").each(items)
}

fn office(page: &Page<'_>, measure: &Measure) -> Option<Element> {
    let office = &page.book.offices[measure.office?];
    let lines = office.reached_by(page.locale).into_iter().map(|line| el("p", "note").text(line));
    let content = el("div", "").with(el("p", "").text(page.say(&office.title))).each(lines);
    Some(titled(page.text.office, content))
}

fn windows(page: &Page<'_>, measure: &Measure) -> Option<Element> {
    let items = measure.windows.iter().map(|window| {
        let days = page.period(&window.period).unwrap_or_default();
        let label = window.label.as_ref().map(|label| page.text.bracketed(&page.say(label)));
        el("li", "").string(format!("{days}{}", label.unwrap_or_default()))
    });
    (!measure.windows.is_empty()).then(|| titled(page.text.windows, el("ul", "").each(items)))
}

fn texts(page: &Page<'_>, title: &'static str, texts: &[Text]) -> Option<Element> {
    (!texts.is_empty()).then(|| titled(title, list("ol", texts.iter().map(|text| page.say(text)))))
}
