//! All materials, each once, for the person who collects them. The blocks list them by measure.

use yew::prelude::*;

use super::bilingual::Bilingual;
use super::measure_block::material_note;
use super::table::table;
use crate::engine::{ChecklistEntry, Need, checklist};
use crate::rulebook::MeasureId;
use crate::widget::evaluation::Evaluation;
use crate::widget::results::{copies_text, need_word};
use crate::widget::text::Catalogue;
use crate::widget::ui::heading;

/// A row for each material: tick box, how it is needed, number of copies, numbers of the measures
/// that need it. Empty if no measure of the checklist has a published list.
pub(in crate::widget) fn materials(languages: Bilingual<'_>, measures: &[MeasureId]) -> Html {
    let text = |text: fn(&Catalogue) -> &AttrValue| {
        languages.text(|e| text(&e.pack.catalogue).to_string())
    };
    let first = languages.first;
    let list = checklist(&first.context(), measures.iter().copied());
    if list.entries.is_empty() {
        return Html::default();
    }
    let columns = vec![
        (text(Catalogue::materials_title), None),
        (text(Catalogue::need_column), Some("ec-table__need")),
        (text(Catalogue::copies_column), Some("ec-table__copies")),
        (text(Catalogue::measure_numbers_column), Some("ec-table__serves")),
        (text(Catalogue::window_check_column), Some("ec-table__check")),
    ];
    let rows = list.entries.iter().map(|entry| row(languages, measures, entry)).collect();
    html! {
        <section class="ec-checklist__section">
            { heading(first.level.below(1), "ec-checklist__heading", text(Catalogue::all_materials_title)) }
            { table(columns, rows) }
            if list.entries.iter().any(|entry| !entry.has_known_copies) {
                <p>{ text(Catalogue::copies_note) }</p>
            }
        </section>
    }
}

fn row(languages: Bilingual<'_>, measures: &[MeasureId], entry: &ChecklistEntry) -> Html {
    let material = &languages.first.pack.rules.materials[entry.material];
    html! {
        <tr>
            <th class="ec-checklist__box" scope="row">
                { languages.text(|e| e.text(&e.pack.rules.materials[entry.material].title).to_string()) }
                if material.note.is_some() {
                    <div>{ languages.text(|e| material_note(e, entry.material)) }</div>
                }
            </th>
            <td>{ languages.text(|e| need_word(e, entry.need).to_string()) }</td>
            <td>{ languages.text(|e| copies(e, entry)) }</td>
            <td>{ languages.text(|e| serves(e, measures, entry)) }</td>
            <td />
        </tr>
    }
}

fn copies(evaluation: &Evaluation, entry: &ChecklistEntry) -> String {
    match entry.copies {
        0 => String::new(),
        copies if entry.has_known_copies => copies.to_string(),
        copies => copies_text(evaluation, copies, false),
    }
}

/// The numbers of the measures. A measure that is exempt is marked: otherwise its number would
/// suggest another copy.
fn serves(evaluation: &Evaluation, measures: &[MeasureId], entry: &ChecklistEntry) -> String {
    let catalogue = &evaluation.pack.catalogue;
    let serves = entry.required_by.iter().filter_map(|needed| {
        let number = measures.iter().position(|id| *id == needed.measure)? + 1;
        let exempt =
            (needed.need == Need::Exempt).then(|| catalogue.bracketed(catalogue.need_exempt()));
        Some((number, exempt.unwrap_or_default()))
    });
    let mut serves: Vec<(usize, String)> = serves.collect();
    serves.sort_unstable();
    serves.dedup();
    let serves: Vec<String> =
        serves.into_iter().map(|(number, exempt)| format!("{number}{exempt}")).collect();
    serves.join(catalogue.list_separator())
}
