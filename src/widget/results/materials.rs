//! The materials of a measure: whether each is needed, and the number of copies.

use yew::prelude::*;

use crate::engine::{MaterialRequirement, Need, material_requirements};
use crate::rulebook::{FactId, MeasureId};
use crate::widget::evaluation::Evaluation;
use crate::widget::text::{fill, question_text};

/// The list of materials; a sentence if none is published.
pub(super) fn materials(evaluation: &Evaluation, id: MeasureId) -> Html {
    let pack = &evaluation.pack;
    let measure = &pack.rules.measures[id];
    if measure.materials.is_empty() {
        let office =
            measure.office.map(|office| evaluation.text(&pack.rules.offices[office].title));
        let text = match office {
            Some(office) => fill(pack.catalogue.no_materials_ask(), &[("office", &office)]),
            None => pack.catalogue.no_materials().to_string(),
        };
        return html! { <p>{ text }</p> };
    }
    let needs = material_requirements(&evaluation.context(), id);
    html! {
        <ul>
            for needed in &needs {
                { item(evaluation, needed) }
            }
        </ul>
    }
}

fn item(evaluation: &Evaluation, needed: &MaterialRequirement) -> Html {
    let pack = &evaluation.pack;
    let material = &pack.rules.materials[needed.material];
    let need = pack.catalogue.bracketed(&need_text(evaluation, needed));
    html! {
        <li>
            { evaluation.own(&material.title) }
            { need }
            if let Some(note) = &material.note {
                <span class="ec-measure__note">{ evaluation.own(note) }</span>
            }
        </li>
    }
}

/// Whether a material is needed, in one word.
pub(in crate::widget) fn need_word(evaluation: &Evaluation, need: Need) -> &AttrValue {
    let catalogue = &evaluation.pack.catalogue;
    match need {
        Need::Required => catalogue.need_required(),
        Need::IfApplicable => catalogue.need_if_applicable(),
        Need::Exempt => catalogue.need_exempt(),
    }
}

/// Whether a measure needs a material, the questions that this depends on, and the number of copies
/// if it is published.
pub(in crate::widget) fn need_text(
    evaluation: &Evaluation,
    needed: &MaterialRequirement,
) -> String {
    let mut parts = vec![need_word(evaluation, needed.need).to_string()];
    if needed.need == Need::IfApplicable {
        parts.push(depends_on(evaluation, needed));
    }
    if let Some(copies) = needed.copies.filter(|_| needed.need != Need::Exempt) {
        parts.push(copies_text(evaluation, u32::from(copies.get()), true));
    }
    parts.join(evaluation.pack.catalogue.list_separator())
}

/// The questions that decide whether a measure needs a material.
fn depends_on(evaluation: &Evaluation, needed: &MaterialRequirement) -> String {
    let (catalogue, rules) = (&evaluation.pack.catalogue, &evaluation.pack.rules);
    let uses = rules.measures[needed.measure].materials.iter();
    let when =
        uses.filter(|used| used.material == needed.material).filter_map(|used| used.when.as_ref());
    let mut facts: Vec<FactId> = when.flat_map(|when| rules.facts_in(when)).collect();
    facts.dedup();
    let questions = facts
        .iter()
        .map(|fact| question_text(&evaluation.text(&rules.facts[*fact].question)).to_owned());
    let questions = questions.collect::<Vec<_>>().join(catalogue.semicolon());
    fill(catalogue.depends_on(), &[("questions", &questions)])
}

/// The number of copies; "at least" if it is not published.
pub(in crate::widget) fn copies_text(
    evaluation: &Evaluation,
    copies: u32,
    is_stated: bool,
) -> String {
    let catalogue = &evaluation.pack.catalogue;
    let text = if is_stated { catalogue.copies() } else { catalogue.copies_at_least() };
    fill(text, &[("number", &copies.to_string())])
}
