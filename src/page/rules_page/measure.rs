//! One measure: applicability, conditions and provisions, benefit, limits, materials, procedure.

use yew::prelude::*;

use crate::page::Page;
use crate::page::amount::benefit;
use crate::page::citation::citations;
use crate::page::condition::{Words, condition};
use crate::page::elements::{
    assumption_anchor, conditions, labelled, link, phone_link, titled, web_link,
};
use crate::page::limit::limits_of;
use crate::rulebook::{
    AssumptionId, Criterion, Grade, MaterialUse, Measure, MeasureId, Text, When, Window,
};

pub(super) fn measure(page: &Page<'_>, id: MeasureId) -> Html {
    let text = page.text;
    let measure = &page.pack.measures[id];
    let heading = format!("{}--heading", measure.id);
    html! {
        <article class="measure" id={measure.id.clone()} aria-labelledby={heading.clone()}>
            <details>
                <summary><h3 id={heading}>{ page.own(&measure.title) }</h3></summary>
                <p>{ page.own(&measure.summary) }</p>
                { citations(page, &measure.provision) }
                if let Some(days) = page.period(&measure.in_force) {
                    { titled(text.in_force, html! { <p>{ days }</p> }) }
                }
                { titled(text.applies, applies(page, measure.applies_when.as_ref())) }
                if let Some(assumption) = measure.assume {
                    { titled(text.assumed, assumed(page, assumption)) }
                }
                { titled(text.conditions, criteria(page, measure)) }
                { titled(text.amount, amount(page, measure)) }
                if let Some(limits) = limits_of(page, id) {
                    { titled(text.limits, limits) }
                }
                { titled(text.materials, materials(page, measure)) }
                { office(page, measure) }
                { windows(page, measure) }
                { texts(page, text.steps, &measure.steps) }
                { texts(page, text.duties, &measure.duties) }
            </details>
        </article>
    }
}

fn applies(page: &Page<'_>, when: Option<&When>) -> Html {
    match when {
        Some(when) => conditions(page, &condition(page, when)),
        None => html! { <p>{ page.text.everyone }</p> },
    }
}

/// An assumption: its label, which links to its answers, and the condition for it.
fn assumed(page: &Page<'_>, id: AssumptionId) -> Html {
    let assumption = &page.pack.assumptions[id];
    html! {
        <div>
            <p>{ link(&assumption_anchor(page, id), page.translate(&assumption.label)) }</p>
            <div class="formal">{ conditions(page, &condition(page, &assumption.when)) }</div>
        </div>
    }
}

fn criteria(page: &Page<'_>, measure: &Measure) -> Html {
    html! {
        <ol class="criteria">
            for item in &measure.criteria {
                { criterion(page, item) }
            }
        </ol>
    }
}

/// A criterion: its label, the condition that the self-check tests, and its provisions.
fn criterion(page: &Page<'_>, criterion: &Criterion) -> Html {
    let text = page.text;
    let direction = (criterion.grade == Grade::Directional).then_some("tag--direction");
    html! {
        <li>
            <p class="label">
                <strong>{ page.own(&criterion.label) }</strong>
                { " " }
                <span class={classes!("tag", direction)}>{ text.grade(criterion.grade) }</span>
            </p>
            if let Some(when) = &criterion.when {
                <div class="formal">
                    <p>{ text.check }{ text.colon }</p>
                    { conditions(page, &condition(page, when)) }
                </div>
            } else {
                <p class="formal">{ text.office_decides }</p>
            }
            { citations(page, &criterion.provision) }
        </li>
    }
}

fn amount(page: &Page<'_>, measure: &Measure) -> Html {
    let grants = &measure.grants;
    html! { <div>{ benefit(page, grants) }{ citations(page, &grants.provision) }</div> }
}

fn materials(page: &Page<'_>, measure: &Measure) -> Html {
    html! {
        if measure.materials.is_empty() {
            <p>{ page.text.no_materials }</p>
        } else {
            <ul>
                for used in &measure.materials {
                    { material(page, used) }
                }
            </ul>
        }
    }
}

fn material(page: &Page<'_>, used: &MaterialUse) -> Html {
    let text = page.text;
    let material = &page.pack.materials[used.material];
    let obligation = match &used.when {
        _ if used.exempt => text.exempt,
        Some(_) => text.if_applicable,
        None => text.required,
    };
    html! {
        <li>
            { page.own(&material.title) }
            { " " }
            <span class="tag">{ obligation }</span>
            if let Some(copies) = text.copies(used) {
                { " " }
                <span class="tag">{ copies }</span>
            }
            if let Some(note) = &material.note {
                <p class="note">{ page.own(note) }</p>
            }
            if let Some(when) = &used.when {
                { conditions(page, &condition(page, when)) }
            }
        </li>
    }
}

fn office(page: &Page<'_>, measure: &Measure) -> Option<Html> {
    let office = measure.office.map(|office| &page.pack.offices[office]);
    if office.is_none() && measure.url.is_none() {
        return None;
    }
    let content = html! {
        <div>
            if let Some(office) = office {
                <p>{ page.own(&office.title) }</p>
                for text in [&office.address, &office.hours].into_iter().flatten() {
                    <p class="note">{ page.own(text) }</p>
                }
                if let Some(phone) = &office.phone {
                    <p class="note">{ phone_link(phone) }</p>
                }
                if let Some(url) = &office.url {
                    <p class="note">{ web_link(url) }</p>
                }
            }
            if let Some(url) = &measure.url {
                { labelled(page, page.text.measure_page, web_link(url)) }
            }
        </div>
    };
    Some(titled(page.text.office, content))
}

fn windows(page: &Page<'_>, measure: &Measure) -> Option<Html> {
    let items: Vec<Html> = measure.windows.iter().map(|item| window(page, item)).collect();
    (!items.is_empty()).then(|| titled(page.text.windows, html! { <ul>{ items }</ul> }))
}

fn window(page: &Page<'_>, window: &Window) -> Html {
    let label = window.label.as_ref().map(|label| page.text.bracketed(&page.translate(label)));
    let only_for = window.only_for.as_ref().map(|when| {
        conditions(page, &Words::Group(page.text.only_for.to_owned(), vec![condition(page, when)]))
    });
    html! { <li>{ page.period(&window.period) }{ label }{ only_for }</li> }
}

fn texts(page: &Page<'_>, title: &'static str, texts: &[Text]) -> Option<Html> {
    let items: Vec<Html> = texts.iter().map(|text| html! { <li>{ page.own(text) }</li> }).collect();
    (!items.is_empty()).then(|| titled(title, html! { <ol>{ items }</ol> }))
}
