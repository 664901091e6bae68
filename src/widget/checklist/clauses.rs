//! The clauses of each numbered measure: every criterion with its result, its clause and quote.

use yew::prelude::*;

use super::sheet::{Section, Sheet};
use super::table::table_of_groups;
use crate::engine::{CriterionExplanation, Explanation};
use crate::rulebook::{DocumentId, FactId, Grade, MeasureId, ProvisionId};
use crate::widget::evaluation::Evaluation;
use crate::widget::results::{quote, state_text};
use crate::widget::text::{Catalogue, fill, score_texts};

/// A group of rows for measures with the same criteria; `None` if there are none. Each quote is
/// printed once.
pub(in crate::widget) fn clauses<'a>(sheet: &'a Sheet<'a>) -> Option<Section<'a>> {
    if sheet.content.measures.is_empty() {
        return None;
    }
    let languages = sheet.languages;
    let mut columns = vec![(languages.word(Catalogue::criterion_column), None)];
    if sheet.content.with_answers {
        columns.push((languages.word(Catalogue::self_check_column), Some("ec-table__outcome")));
    }
    columns.push((languages.word(Catalogue::legal_basis_title), Some("ec-table__basis")));
    let mut printed = Printed::default();
    let groups = groups(sheet).iter().map(|group| rows(sheet, group, &mut printed)).collect();
    let title = |e: &Evaluation| e.pack.catalogue.clauses_title().to_string();
    Some(Section { title: Box::new(title), body: table_of_groups(columns, groups) })
}

/// What is already printed: the provisions with their quotes, and the last document.
#[derive(Default)]
struct Printed {
    quotes: Vec<ProvisionId>,
    document: Option<DocumentId>,
}

/// The indices of the numbered measures; those with the same criteria are together.
fn groups(sheet: &Sheet<'_>) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (index, explanation) in sheet.explanations.iter().enumerate() {
        let is_same = |group: &&mut Vec<usize>| {
            let first = group.first().and_then(|first| sheet.explanations.get(*first));
            first.is_some_and(|first| has_same_criteria(first, explanation))
        };
        match groups.iter_mut().find(is_same) {
            Some(group) => group.push(index),
            None => groups.push(vec![index]),
        }
    }
    groups
}

fn has_same_criteria(one: &Explanation<'_>, other: &Explanation<'_>) -> bool {
    let lines = |explanation: &Explanation<'_>| explanation.criteria.len();
    let is_same = |(one, other): (&CriterionExplanation<'_>, &CriterionExplanation<'_>)| {
        one.criterion.label == other.criterion.label
            && one.criterion.provision == other.criterion.provision
            && one.criterion.grade == other.criterion.grade
            && (one.truth, &one.facts) == (other.truth, &other.facts)
    };
    lines(one) == lines(other) && one.criteria.iter().zip(&other.criteria).all(is_same)
}

/// A row for the title of each measure with the basis of its benefit, and one for each criterion.
fn rows(sheet: &Sheet<'_>, group: &[usize], printed: &mut Printed) -> Vec<Html> {
    printed.document = None;
    let mut rows = Vec::new();
    for (index, id) in sheet.content.measures.iter().enumerate() {
        if group.contains(&index) {
            rows.push(title(sheet, index, *id, printed));
        }
    }
    let first = group.first().copied().unwrap_or_default();
    let (id, explanation) = (sheet.content.measures.get(first), sheet.explanations.get(first));
    if let (Some(id), Some(explanation)) = (id, explanation) {
        for line in &explanation.criteria {
            rows.push(criterion(sheet, *id, line, printed));
        }
    }
    rows
}

/// The title of a measure, and the note, the evidence and the clauses of its benefit.
fn title(sheet: &Sheet<'_>, index: usize, id: MeasureId, printed: &mut Printed) -> Html {
    let languages = sheet.languages;
    let grants = &languages.first.pack.rules.measures[id].grants;
    let title = |e: &Evaluation| e.text(&e.pack.rules.measures[id].title).to_string();
    let note = |e: &Evaluation| {
        let note = e.pack.rules.measures[id].grants.note.as_ref();
        note.map(|note| e.text(note).to_string()).unwrap_or_default()
    };
    let provisions = &languages.first.pack.rules.provisions;
    let has_same = |id: &ProvisionId| provisions[*id].evidence == grants.evidence;
    // The clauses are marked, too.
    let is_marked = !languages.first.pack.rules.is_marked(grants.evidence)
        || grants.provision.iter().any(has_same);
    html! {
        <tr class="ec-table__group">
            <th colspan={if sheet.content.with_answers { "2" } else { "1" }} scope="rowgroup">
                { format!("{} ", index + 1) }
                <span>{ languages.own(title) }</span>
                if grants.note.is_some() {
                    <p class="ec-checklist__small">{ languages.own(note) }</p>
                }
            </th>
            <td class="ec-checklist__small">
                { languages.label(Catalogue::benefit_title) }
                if !is_marked {
                    { languages.text(|e| e.pack.catalogue.evidence(grants.evidence).to_string()) }
                    { " " }
                }
                { basis(sheet, &grants.provision, printed) }
            </td>
        </tr>
    }
}

fn criterion(
    sheet: &Sheet<'_>,
    id: MeasureId,
    line: &CriterionExplanation<'_>,
    printed: &mut Printed,
) -> Html {
    let languages = sheet.languages;
    let label = |e: &Evaluation| {
        let criterion = own_criterion(e, id, line);
        let label = criterion.map(|criterion| e.text(&criterion.label)).unwrap_or_default();
        let directional = e.pack.catalogue.bracketed(e.pack.catalogue.office_decides());
        match line.criterion.grade {
            Grade::Directional => format!("{label}{directional}"),
            Grade::Explicit => label.to_string(),
        }
    };
    let score = |e: &Evaluation| {
        let criterion = own_criterion(e, id, line);
        let texts = criterion.map(|criterion| score_texts(e, criterion)).unwrap_or_default();
        texts.join(e.pack.catalogue.semicolon())
    };
    html! {
        <tr>
            <td>
                if line.criterion.grade == Grade::Explicit {
                    { languages.own(label) }
                } else {
                    { languages.text(label) }
                }
                if sheet.content.with_answers && !line.scores.is_empty() {
                    <p class="ec-checklist__small">{ languages.text(score) }</p>
                }
            </td>
            if sheet.content.with_answers {
                <td class="ec-checklist__state">
                    { languages.text(|e| state(e, id, line)) }
                    { " " }
                    <span class="ec-checklist__refs">{ sheet.references(&line.facts) }</span>
                </td>
            }
            <td class="ec-checklist__small">
                { basis(sheet, &line.criterion.provision, printed) }
            </td>
        </tr>
    }
}

/// Whether a criterion holds, marked if that rests on an answer that is only assumed.
fn state(evaluation: &Evaluation, id: MeasureId, line: &CriterionExplanation<'_>) -> String {
    let (rules, catalogue) = (&evaluation.pack.rules, &evaluation.pack.catalogue);
    let assumed = evaluation.context().assumed(&rules.measures[id]);
    let is_assumed = |fact: &FactId| {
        let assumed = assumed.as_ref().and_then(|answers| answers.get(*fact));
        assumed.is_some() && assumed != evaluation.answers.get(*fact)
    };
    let text = state_text(evaluation, line);
    let facts = line.criterion.when.as_ref().map(|when| rules.facts_in(when)).unwrap_or_default();
    match facts.iter().any(is_assumed) {
        true => text + &catalogue.bracketed(catalogue.assumed_mark()),
        false => text,
    }
}

/// The criterion in the pack of an evaluation, which may be in another language.
fn own_criterion<'a>(
    evaluation: &'a Evaluation,
    id: MeasureId,
    line: &CriterionExplanation<'_>,
) -> Option<&'a crate::rulebook::Criterion> {
    let mut criteria = evaluation.pack.rules.measures[id].criteria.iter();
    criteria.find(|criterion| criterion.id == line.criterion.id)
}

/// Clauses, each with its quote or summary where it occurs first, and marked if the source is not
/// an official text.
fn basis(sheet: &Sheet<'_>, provisions: &[ProvisionId], printed: &mut Printed) -> Html {
    let (languages, rules) = (sheet.languages, &sheet.languages.first.pack.rules);
    let mut cited: Vec<String> = Vec::new();
    let mut parts = Vec::new();
    for id in provisions {
        let provision = &rules.provisions[*id];
        let citation = rules.citation(languages.first.pack.locale, *id);
        let is_new = !cited.contains(&citation);
        let is_quoted = printed.quotes.contains(id);
        if !is_quoted {
            printed.quotes.push(*id);
        }
        // A document without a number has a long title.
        let document = &rules.documents[provision.document];
        let is_same = printed.document.replace(provision.document) == Some(provision.document);
        let is_short = is_same && document.number.is_none() && provision.has_clause();
        let clause = |e: &Evaluation| match is_short {
            true => fill(e.pack.catalogue.same_document(), &[("clause", &provision.clause)]),
            false => e.pack.rules.citation(e.pack.locale, *id),
        };
        let mark = |e: &Evaluation| {
            let mark = e.pack.catalogue.evidence(provision.evidence);
            e.pack.catalogue.bracketed(mark)
        };
        let summary = |e: &Evaluation| {
            let catalogue = &e.pack.catalogue;
            let summary = e.pack.rules.provisions[*id].summary.as_ref();
            let summary = summary.map(|summary| e.text(summary)).unwrap_or_default();
            format!("{}{}{summary}", catalogue.paraphrase_label(), catalogue.colon())
        };
        parts.push(html! {
            <span class="ec-checklist__basis">
                if is_new {
                    <cite class="ec-citation__clause">
                        { languages.text(clause) }
                    </cite>
                    if rules.is_marked(provision.evidence) {
                        { languages.text(mark) }
                    }
                    { " " }
                }
                if !is_quoted {
                    if let Some(text) = &provision.quote {
                        { quote(languages.first, text) }
                        { " " }
                    } else if provision.summary.is_some() {
                        { languages.own(summary) }
                        { " " }
                    }
                }
            </span>
        });
        cited.push(citation);
    }
    parts.into_iter().collect()
}
