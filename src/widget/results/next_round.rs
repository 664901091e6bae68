//! What to prepare for the next round of a measure whose applications are over this year.

use crate::engine::{Need, material_requirements};
use crate::rulebook::MeasureId;
use crate::widget::evaluation::Evaluation;
use crate::widget::text::fill;

use super::applications::applications_line;
use super::materials::need_word;

/// The status, the materials and the steps, one text each.
pub(in crate::widget) fn next_round_texts(evaluation: &Evaluation, id: MeasureId) -> Vec<String> {
    let (catalogue, rules) = (&evaluation.pack.catalogue, &evaluation.pack.rules);
    let mut texts: Vec<String> = applications_line(evaluation, id).into_iter().collect();
    let mut needed = material_requirements(&evaluation.context(), id);
    // The office obtains the others itself.
    needed.retain(|needed| needed.need != Need::Exempt);
    let materials = needed.iter().map(|needed| {
        let material = &rules.materials[needed.material];
        let word = (needed.need != Need::Required).then(|| need_word(evaluation, needed.need));
        let note = material.note.as_ref().map(|note| evaluation.text(note));
        // Not its full stop, because a bracket follows.
        let note = note.map(|note| note.trim_end_matches(['.', '。']).to_owned());
        let details: Vec<String> =
            word.map(|word| word.to_string()).into_iter().chain(note).collect();
        let title = evaluation.text(&material.title).to_string();
        match details.is_empty() {
            true => title,
            false => title + &catalogue.bracketed(&details.join(catalogue.semicolon())),
        }
    });
    let materials: Vec<String> = materials.collect();
    let title = format!("{}{}", catalogue.plan_prepare_title(), catalogue.colon());
    if !materials.is_empty() {
        texts.push(title + &materials.join(catalogue.list_separator()));
    } else if rules.measures[id].materials.is_empty() {
        texts.push(catalogue.no_materials().to_string());
    }
    let steps = (1..).zip(&rules.measures[id].steps).map(|(number, step): (u32, _)| {
        let values = [("number", &*number.to_string()), ("text", &*evaluation.text(step))];
        fill(catalogue.numbered(), &values)
    });
    let steps: Vec<String> = steps.collect();
    if !steps.is_empty() {
        let title = format!("{}{}", catalogue.steps_title(), catalogue.colon());
        texts.push(title + &steps.join(" "));
    }
    texts
}
