//! The clauses of each numbered measure: every criterion with its result, its clause and quote.

use yew::prelude::*;

use super::sheet::{Section, Sheet};
use super::table::table_of_groups;
use crate::engine::CriterionExplanation;
use crate::rulebook::{Evidence, Grade, MeasureId, ProvisionId};
use crate::widget::evaluation::Evaluation;
use crate::widget::results::state_text;
use crate::widget::text::{Catalogue, score_texts};

/// A group of rows for each measure; `None` if there are none. Each quote is printed once.
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
    let mut quoted = Vec::new();
    let ids = sheet.content.measures.iter().enumerate();
    let groups = ids.map(|(index, id)| rows(sheet, index, *id, &mut quoted)).collect();
    let title = |e: &Evaluation| e.pack.catalogue.clauses_title().to_string();
    Some(Section { title: Box::new(title), body: table_of_groups(columns, groups) })
}

fn rows(
    sheet: &Sheet<'_>,
    index: usize,
    id: MeasureId,
    quoted: &mut Vec<ProvisionId>,
) -> Vec<Html> {
    let languages = sheet.languages;
    let title = |e: &Evaluation| e.text(&e.pack.rules.measures[id].title).to_string();
    let span = if sheet.content.with_answers { "3" } else { "2" };
    let mut rows = vec![html! {
        <tr class="ec-table__group">
            <th colspan={span} scope="rowgroup">
                { format!("{} ", index + 1) }
                <span>{ languages.text(title) }</span>
            </th>
        </tr>
    }];
    let criteria = sheet.explanations.get(index).map(|explanation| &explanation.criteria);
    for line in criteria.into_iter().flatten() {
        rows.push(criterion(sheet, id, line, quoted));
    }
    rows.push(grant(sheet, id, quoted));
    rows
}

fn criterion(
    sheet: &Sheet<'_>,
    id: MeasureId,
    line: &CriterionExplanation<'_>,
    quoted: &mut Vec<ProvisionId>,
) -> Html {
    let languages = sheet.languages;
    let label = |e: &Evaluation| {
        let criterion = own_criterion(e, id, line);
        let label = criterion.map(|criterion| e.text(&criterion.label)).unwrap_or_default();
        let directional = e.pack.catalogue.bracketed(e.pack.catalogue.directional_note());
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
                { languages.text(label) }
                if sheet.content.with_answers && !line.scores.is_empty() {
                    <p class="ec-checklist__small">{ languages.text(score) }</p>
                }
            </td>
            if sheet.content.with_answers {
                <td>
                    { languages.text(|e| state_text(e, line)) }
                    { " " }
                    <span class="ec-checklist__refs">{ sheet.references(&line.facts) }</span>
                </td>
            }
            <td class="ec-checklist__small">
                { basis(sheet, &line.criterion.provision, quoted) }
            </td>
        </tr>
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

/// The benefit with its evidence and its clauses.
fn grant(sheet: &Sheet<'_>, id: MeasureId, quoted: &mut Vec<ProvisionId>) -> Html {
    let languages = sheet.languages;
    let grants = &languages.first.pack.rules.measures[id].grants;
    let note = |e: &Evaluation| {
        let note = e.pack.rules.measures[id].grants.note.as_ref();
        let note = note.map(|note| e.text(note)).unwrap_or_default();
        format!("{}{note}", e.pack.catalogue.colon())
    };
    html! {
        <tr>
            <td colspan={if sheet.content.with_answers { "2" } else { "1" }}>
                { languages.word(Catalogue::benefit_title) }
                if grants.note.is_some() {
                    { languages.text(note) }
                }
            </td>
            <td class="ec-checklist__small">
                if grants.evidence != Evidence::OfficialText {
                    { languages.text(|e| e.pack.catalogue.evidence(grants.evidence).to_string()) }
                    { " " }
                }
                { basis(sheet, &grants.provision, quoted) }
            </td>
        </tr>
    }
}

/// Clauses, each with its quote or summary where it occurs first, and marked if the source is not
/// an official text.
fn basis(sheet: &Sheet<'_>, provisions: &[ProvisionId], quoted: &mut Vec<ProvisionId>) -> Html {
    let (languages, rules) = (sheet.languages, &sheet.languages.first.pack.rules);
    let mut cited: Vec<String> = Vec::new();
    let mut parts = Vec::new();
    for id in provisions {
        let provision = &rules.provisions[*id];
        let citation = rules.citation(languages.first.pack.locale, *id);
        let is_new = !cited.contains(&citation);
        let is_quoted = quoted.contains(id);
        if !is_quoted {
            quoted.push(*id);
        }
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
                        { languages.text(|e| e.pack.rules.citation(e.pack.locale, *id)) }
                    </cite>
                    if provision.evidence != Evidence::OfficialText {
                        { languages.text(mark) }
                    }
                    { " " }
                }
                if !is_quoted {
                    if let Some(quote) = &provision.quote {
                        <q class="ec-citation__quote">{ quote.clone() }</q>
                        { " " }
                    } else if provision.summary.is_some() {
                        { languages.text(summary) }
                        { " " }
                    }
                }
            </span>
        });
        cited.push(citation);
    }
    parts.into_iter().collect()
}
