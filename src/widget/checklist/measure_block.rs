//! One measure on the checklist: criteria with an empty column for the officer, materials with tick
//! boxes, and where to apply.

use yew::prelude::*;

use super::bilingual::Bilingual;
use super::table::table;
use crate::engine::{CriterionExplanation, Outcome, explain, material_requirements};
use crate::rulebook::{
    Benefit, FactId, Grade, MaterialId, Measure, MeasureId, ProvisionId, Text, Url,
};
use crate::widget::evaluation::Evaluation;
use crate::widget::results::{
    amount_text_of, clause_texts, evidence_text, need_text, premise_text, state_text, window_texts,
};
use crate::widget::text::{Catalogue, answer_text, fact_text, fill, question_text, score_texts};
use crate::widget::ui::heading;

/// A block that is complete in itself, with the measure's number in the summary.
pub(in crate::widget) fn measure_block(
    languages: Bilingual<'_>,
    id: MeasureId,
    number: usize,
    with_answers: bool,
) -> Html {
    html! {
        <section class="ec-checklist__section ec-checklist__block">
            { title(languages, id, number, with_answers) }
            if with_answers && premise_text(languages.first, id).is_some() {
                <p>{ languages.text(|e| premise_text(e, id).unwrap_or_default()) }</p>
            }
            { grant(languages, id, with_answers) }
            { criteria(languages, id, with_answers) }
            if with_answers {
                { still_needed(languages, id) }
            }
            { materials(languages, id) }
            { procedure(languages, id) }
        </section>
    }
}

fn title(languages: Bilingual<'_>, id: MeasureId, number: usize, with_answers: bool) -> Html {
    let text = |e: &Evaluation| {
        let (title, catalogue) = (e.text(&e.pack.rules.measures[id].title), &e.pack.catalogue);
        if with_answers {
            let outcome = catalogue.outcome_text(e.assessment.of(id).outcome);
            format!("{title}{}{outcome}", catalogue.colon())
        } else {
            title.to_string()
        }
    };
    let content = html! {
        <>
            { format!("{number}. ") }
            <span>{ languages.text(text) }</span>
        </>
    };
    heading(languages.first.level.below(1), "ec-checklist__heading", content)
}

/// An amount. For an open measure, and for one met under a premise, it is worded as the amount if
/// the measure is met.
pub(super) fn if_met(evaluation: &Evaluation, id: MeasureId, amount: Option<String>) -> String {
    let (assessed, amount) = (evaluation.assessment.of(id), amount.unwrap_or_default());
    let is_uncertain = matches!(assessed.outcome, Outcome::Open | Outcome::MetOnceSettled);
    if is_uncertain && assessed.can_be_met {
        return fill(evaluation.pack.catalogue.amount_if_met(), &[("amount", &amount)]);
    }
    amount
}

/// The benefit for these answers, its evidence and clause; without answers, the clause of the
/// measure.
fn grant(languages: Bilingual<'_>, id: MeasureId, with_answers: bool) -> Html {
    let measure = &languages.first.pack.rules.measures[id];
    let note = |e: &Evaluation| {
        let note = e.pack.rules.measures[id].grants.note.as_ref();
        note.map(|note| e.text(note).to_string()).unwrap_or_default()
    };
    let amount = |e: &Evaluation| {
        let evidence = evidence_text(e, id).map(|evidence| e.pack.catalogue.bracketed(evidence));
        let evidence = evidence.unwrap_or_default();
        format!("{}{evidence} ", if_met(e, id, amount_text_of(e, id)))
    };
    html! {
        <p>
            if with_answers {
                { label(languages, Catalogue::benefit_title) }
                { languages.text(amount) }
                { clauses(languages, &measure.grants.provision) }
                { derivation(languages, id) }
            } else {
                { label(languages, Catalogue::legal_basis_title) }
                { " " }
                { clauses(languages, &measure.provision) }
            }
            if measure.grants.note.is_some() {
                { " " }
                <span>{ languages.text(note) }</span>
            }
        </p>
    }
}

/// The derivation of an amount that depends on answers: the rule as text, and the answers that it
/// uses.
fn derivation(languages: Bilingual<'_>, id: MeasureId) -> Html {
    let mut facts = Vec::new();
    match &languages.first.pack.rules.measures[id].grants.benefit {
        Benefit::Tiers(tiers) => tiers.by.each_fact(&mut |fact| facts.push(fact)),
        Benefit::Rate(rate) => rate.of.each_fact(&mut |fact| facts.push(fact)),
        Benefit::Fixed(_) | Benefit::UpTo(_) | Benefit::InKind(_) | Benefit::Unspecified => {
            return Html::default();
        }
    }
    html! {
        <span>
            { languages.text(|e| format!(" {} ", e.text(&e.pack.rules.measures[id].summary))) }
            { label(languages, Catalogue::your_answer) }
            { languages.text(|e| answers_with_questions(e, &facts)) }
        </span>
    }
}

/// Document and clause of each provision, separated by spaces.
pub(super) fn clauses(languages: Bilingual<'_>, provisions: &[ProvisionId]) -> Html {
    let clauses = languages.texts(|e| clause_texts(e, provisions));
    html! {
        for (index, clause) in clauses.into_iter().enumerate() {
            if index > 0 {
                { " " }
            }
            <cite class="ec-citation__clause">{ clause }</cite>
        }
    }
}

/// A label with a colon.
pub(super) fn label(languages: Bilingual<'_>, text: fn(&Catalogue) -> &AttrValue) -> Html {
    let text = |e: &Evaluation| format!("{}{}", text(&e.pack.catalogue), e.pack.catalogue.colon());
    html! { <span class="ec-checklist__label">{ languages.text(text) }</span> }
}

fn criteria(languages: Bilingual<'_>, id: MeasureId, with_answers: bool) -> Html {
    let first = languages.first;
    let explanation = explain(&first.compiled, &first.context(), id);
    let rows = explanation
        .criteria
        .iter()
        .map(|line| criterion(languages, id, line, with_answers))
        .collect();
    let title = |e: &Evaluation| {
        let catalogue = &e.pack.catalogue;
        let title = if with_answers {
            catalogue.criterion_and_answer_column()
        } else {
            catalogue.criterion_column()
        };
        title.to_string()
    };
    let check = languages.text(|e| e.pack.catalogue.window_check_column().to_string());
    table(vec![(languages.text(title), None), (check, Some("ec-table__check"))], rows)
}

/// State, criterion, clauses and answer in one cell. Separate columns would need three times as
/// many lines.
fn criterion(
    languages: Bilingual<'_>,
    id: MeasureId,
    line: &CriterionExplanation<'_>,
    with_answers: bool,
) -> Html {
    let label = |e: &Evaluation| {
        let directional = e.pack.catalogue.bracketed(e.pack.catalogue.directional_note());
        let is_directional = line.criterion.grade == Grade::Directional;
        let mut criteria = e.pack.rules.measures[id].criteria.iter();
        let label = criteria.find(|criterion| criterion.id == line.criterion.id);
        let label = label.map(|criterion| e.text(&criterion.label)).unwrap_or_default();
        if is_directional { format!("{label}{directional}") } else { label.to_string() }
    };
    let score = |e: &Evaluation| {
        let mut criteria = e.pack.rules.measures[id].criteria.iter();
        let criterion = criteria.find(|criterion| criterion.id == line.criterion.id);
        let texts = criterion.map(|criterion| score_texts(e, criterion)).unwrap_or_default();
        texts.join(e.pack.catalogue.semicolon())
    };
    html! {
        <tr>
            <th scope="row">
                if with_answers {
                    <b class="ec-checklist__state">{ languages.text(|e| state_text(e, line)) }</b>
                    { " " }
                }
                <span>{ languages.text(label) }</span>
                { " " }
                { clauses(languages, &line.criterion.provision) }
                { " " }
                if with_answers && !line.scores.is_empty() {
                    <span>{ languages.text(score) }</span>
                    { " " }
                }
                if with_answers && !line.facts.is_empty() {
                    { criterion_answers(languages, &line.facts) }
                }
            </th>
            <td />
        </tr>
    }
}

/// The answers that a criterion depends on. Several answers are shown with their questions.
fn criterion_answers(languages: Bilingual<'_>, facts: &[FactId]) -> Html {
    let text = |e: &Evaluation| match facts {
        [fact] => {
            let (pack, answer) = (&e.pack, e.answers.get(*fact));
            answer_text(&pack.catalogue, pack.locale, &pack.rules, &pack.rules.facts[*fact], answer)
        }
        facts => answers_with_questions(e, facts),
    };
    let class = match facts {
        [_] => "ec-checklist__answer",
        _ => "ec-checklist__answer ec-checklist__answer--several",
    };
    html! {
        <span {class}>
            { label(languages, Catalogue::your_answer) }
            { languages.text(text) }
        </span>
    }
}

/// Questions with their answers, as one line.
pub(super) fn answers_with_questions(evaluation: &Evaluation, facts: &[FactId]) -> String {
    let pack = &evaluation.pack;
    let answers = facts.iter().map(|fact| {
        fact_text(&pack.catalogue, pack.locale, &pack.rules, *fact, evaluation.answers.get(*fact))
    });
    answers.collect::<Vec<_>>().join(pack.catalogue.semicolon())
}

/// The questions that decide an open measure.
fn still_needed(languages: Bilingual<'_>, id: MeasureId) -> Html {
    let assessed = languages.first.assessment.of(id);
    if assessed.outcome != Outcome::Open {
        return Html::default();
    }
    html! {
        <p>
            { label(languages, Catalogue::still_needed_title) }
            { languages.text(|e| questions(e, &assessed.missing)) }
        </p>
    }
}

/// Questions as one line.
pub(super) fn questions(evaluation: &Evaluation, facts: &[FactId]) -> String {
    let questions =
        facts.iter().map(|fact| evaluation.text(&evaluation.pack.rules.facts[*fact].question));
    let questions: Vec<String> =
        questions.map(|question| question_text(&question).to_owned()).collect();
    questions.join(evaluation.pack.catalogue.semicolon())
}

/// The materials with tick boxes; empty if no list is published.
fn materials(languages: Bilingual<'_>, id: MeasureId) -> Html {
    let (first, pack) = (languages.first, &languages.first.pack.rules);
    if pack.measures[id].materials.is_empty() {
        return Html::default();
    }
    let needs = material_requirements(&first.context(), id);
    html! {
        <div>
            <p>{ label(languages, Catalogue::materials_title) }</p>
            <ul class="ec-checklist__boxes">
                for needed in &needs {
                    <li class="ec-checklist__box">
                        {
                            languages.text(|e| {
                                let title = e.text(&e.pack.rules.materials[needed.material].title);
                                format!("{title}{}", e.pack.catalogue.bracketed(&need_text(e, needed)))
                            })
                        }
                        if pack.materials[needed.material].note.is_some() {
                            <span class="ec-measure__note">
                                { languages.text(|e| material_note(e, needed.material)) }
                            </span>
                        }
                    </li>
                }
            </ul>
        </div>
    }
}

/// The note on a material; empty if it has none.
pub(super) fn material_note(evaluation: &Evaluation, id: MaterialId) -> String {
    let note = evaluation.pack.rules.materials[id].note.as_ref();
    note.map(|note| evaluation.text(note).to_string()).unwrap_or_default()
}

/// The office, then steps and duties. If no list of materials is published, the first line
/// states it.
fn procedure(languages: Bilingual<'_>, id: MeasureId) -> Html {
    let measure = &languages.first.pack.rules.measures[id];
    let no_materials = |e: &Evaluation| e.pack.catalogue.no_materials().to_string();
    html! {
        <div>
            <div class="ec-checklist__inline">
                if measure.materials.is_empty() {
                    <p>
                        { label(languages, Catalogue::materials_title) }
                        { languages.text(no_materials) }
                    </p>
                }
                <p>
                    { label(languages, Catalogue::office_title) }
                    { languages.text(|e| office_text(e, &e.pack.rules.measures[id])) }
                </p>
            </div>
            { inline_list(languages, Catalogue::steps_title, |e| &e.pack.rules.measures[id].steps) }
            { inline_list(languages, Catalogue::duties_title, |e| &e.pack.rules.measures[id].duties) }
        </div>
    }
}

/// The office and the application windows, as far as they are published. The summary has a note
/// about missing details.
fn office_text(evaluation: &Evaluation, measure: &Measure) -> String {
    let catalogue = &evaluation.pack.catalogue;
    let office = measure.office.map(|office| &evaluation.pack.rules.offices[office]);
    let text = |text: Option<&Text>| text.map(|text| evaluation.text(text).to_string());
    let address = |url: Option<&Url>| url.map(|url| url.as_str().to_owned());
    let windows = window_texts(evaluation, measure);
    let parts = [
        (catalogue.address_label(), text(office.and_then(|office| office.address.as_ref()))),
        (catalogue.hours_label(), text(office.and_then(|office| office.hours.as_ref()))),
        (
            catalogue.phone(),
            office.and_then(|office| office.phone.as_ref().map(|phone| phone.as_str().to_owned())),
        ),
        (catalogue.website_label(), address(office.and_then(|office| office.url.as_ref()))),
        (catalogue.measure_page_label(), address(measure.url.as_ref())),
        (
            catalogue.windows_title(),
            (!windows.is_empty()).then(|| windows.join(catalogue.list_separator())),
        ),
    ];
    let title = text(office.map(|office| &office.title));
    let mut known = vec![title.unwrap_or_else(|| catalogue.not_published().to_string())];
    for (label, part) in parts {
        known.extend(part.map(|part| format!("{label}{}{part}", catalogue.colon())));
    }
    known.join(catalogue.semicolon())
}

/// An ordered list in one paragraph. With an item per line, the checklist would be half a page
/// longer.
fn inline_list(
    languages: Bilingual<'_>,
    title: fn(&Catalogue) -> &AttrValue,
    texts: impl Fn(&Evaluation) -> &[Text],
) -> Html {
    let items = languages.texts(|e| texts(e).iter().map(|text| e.text(text).to_string()).collect());
    if items.is_empty() {
        return Html::default();
    }
    html! {
        <div>
            { label(languages, title) }
            <ol class="ec-checklist__steps">
                for item in items {
                    <li>{ item }</li>
                }
            </ol>
        </div>
    }
}
