//! All materials, each once with the numbers of the measures that need it, and the offices.

use yew::prelude::*;

use super::sheet::{Section, Sheet};
use crate::engine::{ChecklistEntry, Need, checklist, material_requirements};
use crate::rulebook::{MeasureId, OfficeId};
use crate::widget::evaluation::Evaluation;
use crate::widget::results::{copies_text, need_text, need_word};
use crate::widget::text::fill;

/// A box for each material, and a line for each office; `None` if there are no measures.
pub(in crate::widget) fn materials<'a>(sheet: &'a Sheet<'a>) -> Option<Section<'a>> {
    let (languages, content) = (sheet.languages, sheet.content);
    if content.measures.is_empty() {
        return None;
    }
    let first = languages.first;
    let list = checklist(&first.context(), content.measures.iter().copied());
    let mut offices: Vec<Option<OfficeId>> = Vec::new();
    for id in &content.measures {
        let office = first.pack.rules.measures[*id].office;
        if !offices.contains(&office) {
            offices.push(office);
        }
    }
    let body = html! {
        <>
            if !list.entries.is_empty() {
                <ul class="ec-checklist__boxes">
                    for entry in &list.entries {
                        <li class="ec-checklist__box">{ material(sheet, entry) }</li>
                    }
                </ul>
            }
            if list.entries.iter().any(|entry| !entry.has_known_copies && entry.copies > 1) {
                <p class="ec-checklist__small">
                    { languages.text(|e| e.pack.catalogue.copies_note().to_string()) }
                </p>
            }
            for office in offices {
                <p class="ec-checklist__office">{ languages.text(|e| office_text(sheet, e, office)) }</p>
            }
        </>
    };
    let title = |e: &Evaluation| e.pack.catalogue.all_materials_title().to_string();
    Some(Section { title: Box::new(title), body })
}

fn material(sheet: &Sheet<'_>, entry: &ChecklistEntry) -> Html {
    let material = &sheet.languages.first.pack.rules.materials[entry.material];
    let note = |e: &Evaluation| {
        let note = e.pack.rules.materials[entry.material].note.as_ref();
        note.map(|note| e.text(note).to_string()).unwrap_or_default()
    };
    html! {
        <>
            { sheet.languages.text(|e| material_text(sheet, e, entry)) }
            if material.note.is_some() {
                { " " }
                <span class="ec-checklist__small">{ sheet.languages.text(note) }</span>
            }
        </>
    }
}

/// The title, with the numbers of the measures, whether it is needed, and the copies.
fn material_text(sheet: &Sheet<'_>, evaluation: &Evaluation, entry: &ChecklistEntry) -> String {
    let (catalogue, context) = (&evaluation.pack.catalogue, evaluation.context());
    let measures: Vec<MeasureId> = entry.required_by.iter().map(|needed| needed.measure).collect();
    let mut parts = vec![sheet.numbers(&measures, evaluation)];
    match entry.need {
        Need::Required => {}
        Need::Exempt => parts.push(need_word(evaluation, entry.need).to_string()),
        Need::IfApplicable => {
            let needs = measures.iter().flat_map(|id| material_requirements(&context, *id));
            let mut needs = needs.filter(|needed| needed.material == entry.material);
            parts.extend(needs.next().map(|needed| need_text(evaluation, &needed)));
        }
    }
    let states_copies = entry.need == Need::Required && entry.copies > 0;
    if states_copies && (entry.has_known_copies || entry.copies > 1) {
        parts.push(copies_text(evaluation, entry.copies, entry.has_known_copies));
    }
    let title = evaluation.text(&evaluation.pack.rules.materials[entry.material].title);
    format!("{title}{}", catalogue.bracketed(&parts.join(catalogue.semicolon())))
}

/// The office with its measures and its contact details, and the measures whose materials are not
/// published.
fn office_text(sheet: &Sheet<'_>, evaluation: &Evaluation, office: Option<OfficeId>) -> String {
    let (catalogue, rules) = (&evaluation.pack.catalogue, &evaluation.pack.rules);
    let measures = sheet.content.measures.iter().copied();
    let measures: Vec<MeasureId> =
        measures.filter(|id| rules.measures[*id].office == office).collect();
    let unpublished = measures.iter().copied();
    let unpublished: Vec<MeasureId> =
        unpublished.filter(|id| rules.measures[*id].materials.is_empty()).collect();
    let name = match office {
        Some(office) => contact_text(evaluation, office),
        None => catalogue.office_unpublished().to_string(),
    };
    let numbers = sheet.numbers(&measures, evaluation);
    let mut text = fill(catalogue.office_line(), &[("numbers", &numbers), ("office", &name)]);
    if !unpublished.is_empty() {
        let sentence = if unpublished == measures {
            catalogue.lists_unpublished()
        } else {
            catalogue.some_lists_unpublished()
        };
        text.push_str(&sheet.with_numbers(evaluation, sentence, &unpublished));
    }
    text
}

/// The office, as far as its contact details are published.
fn contact_text(evaluation: &Evaluation, office: OfficeId) -> String {
    let catalogue = &evaluation.pack.catalogue;
    let office = &evaluation.pack.rules.offices[office];
    let mut parts = vec![evaluation.text(&office.title).to_string()];
    let phone = office.phone.as_ref().map(|phone| phone.as_str());
    let url = office.url.as_ref().map(|url| url.as_str());
    for text in [&office.address, &office.hours].into_iter().flatten() {
        parts.push(evaluation.text(text).to_string());
    }
    for (label, text) in [(catalogue.phone(), phone), (catalogue.website_label(), url)] {
        parts.extend(text.map(|text| format!("{label}{}{text}", catalogue.colon())));
    }
    parts.join(catalogue.semicolon())
}
