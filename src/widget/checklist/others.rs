//! The short sections at the end: the next round, near misses, services, chosen measures that are
//! lost, notices and sources.

use yew::prelude::*;

use super::bilingual::Bilingual;
use super::sheet::{Section, Sheet};
use crate::engine::{NearestMiss, Outcome, explain, near_miss};
use crate::rulebook::{MeasureId, ProvisionId};
use crate::widget::evaluation::Evaluation;
use crate::widget::results::{Group, clause_texts, next_round_texts};
use crate::widget::text::{changes_text, fact_text, fill};

/// A section with a list; `None` if it has no items.
fn list<'a>(items: Vec<Html>, title: impl Fn(&Evaluation) -> String + 'a) -> Option<Section<'a>> {
    let body = html! {
        <ul class="ec-checklist__list">
            for item in &items {
                <li>{ item.clone() }</li>
            }
        </ul>
    };
    (!items.is_empty()).then(|| Section { title: Box::new(title), body })
}

/// Lost measures that one change would make possible.
pub(in crate::widget) fn near_misses<'a>(sheet: &'a Sheet<'a>) -> Option<Section<'a>> {
    let (near, first) = (&sheet.content.near, sheet.languages.first);
    let items = near.iter().filter_map(|id| {
        let near = near_miss(&first.context(), *id)?;
        Some(measure_item(sheet.languages, *id, |e| near_text(e, &near)))
    });
    list(items.collect(), |e| Group::Near.counted(e, near.len()))
}

/// Measures for which applications are over this year, each with its clauses and what to prepare.
pub(in crate::widget) fn next_round<'a>(sheet: &'a Sheet<'a>) -> Option<Section<'a>> {
    let measures = &sheet.content.next_round;
    let text = |e: &Evaluation, id: MeasureId| next_round_texts(e, id).join(" ");
    let items = measures.iter().map(|id| {
        let provisions = &sheet.languages.first.pack.rules.measures[*id].provision;
        html! {
            <>
                { measure_item(sheet.languages, *id, move |e| text(e, *id)) }
                { citations(sheet.languages, provisions) }
            </>
        }
    });
    list(items.collect(), |e| Group::NextRound.counted(e, measures.len()))
}

fn near_text(evaluation: &Evaluation, near: &NearestMiss) -> String {
    let (pack, catalogue) = (&evaluation.pack, &evaluation.pack.catalogue);
    let changes = changes_text(catalogue, pack.locale, &pack.rules, &evaluation.answers, near);
    let sentence = match near.then {
        Outcome::Open => catalogue.reason_near_open(),
        _ => catalogue.reason_near(),
    };
    fill(sentence, &[("changes", &changes)])
}

fn measure_item(
    languages: Bilingual<'_>,
    id: MeasureId,
    text: impl Fn(&Evaluation) -> String,
) -> Html {
    let title = |e: &Evaluation| {
        let title = e.text(&e.pack.rules.measures[id].title);
        format!("{title}{}", e.pack.catalogue.colon())
    };
    html! {
        <>
            <strong>{ languages.own(title) }</strong>
            { languages.text(text) }
        </>
    }
}

/// The services that are open to everyone, by name.
pub(in crate::widget) fn services<'a>(sheet: &'a Sheet<'a>) -> Option<Section<'a>> {
    let services = &sheet.content.services;
    let titles = |e: &Evaluation| {
        let titles =
            services.iter().map(|id| e.text(&e.pack.rules.measures[*id].title).to_string());
        titles.collect::<Vec<_>>().join(e.pack.catalogue.list_separator())
    };
    let body = html! { <p>{ sheet.languages.text(titles) }</p> };
    let title = |e: &Evaluation| Group::Services.counted(e, services.len());
    (!services.is_empty()).then(|| Section { title: Box::new(title), body })
}

/// Chosen measures that can no longer be met, each with its reason and clauses.
pub(in crate::widget) fn lost<'a>(sheet: &'a Sheet<'a>) -> Option<Section<'a>> {
    let items = sheet.content.impossible.iter().map(|id| {
        let provisions = lost_reason(sheet.languages.first, *id).1;
        html! {
            <>
                { measure_item(sheet.languages, *id, |e| lost_reason(e, *id).0) }
                { citations(sheet.languages, &provisions) }
            </>
        }
    });
    let items: Vec<Html> = items.collect();
    let count = items.len().to_string();
    list(items, move |e| fill(e.pack.catalogue.lost_title(), &[("count", &count)]))
}

/// The outcome, the first reason with the answers that it depends on, and its provisions. A measure
/// that does not apply has the answers to its `applies-when` as reason.
fn lost_reason(evaluation: &Evaluation, id: MeasureId) -> (String, Vec<ProvisionId>) {
    let (pack, catalogue) = (&evaluation.pack, &evaluation.pack.catalogue);
    let explanation = explain(&evaluation.compiled, &evaluation.context(), id);
    let answers = |facts: &[crate::rulebook::FactId]| {
        let answers = facts.iter().map(|fact| {
            let answer = evaluation.answers.get(*fact);
            fact_text(catalogue, pack.locale, &pack.rules, *fact, answer)
        });
        answers.collect::<Vec<_>>().join(catalogue.semicolon())
    };
    let outcome = catalogue.outcome_text(explanation.outcome);
    let mut text = format!("{outcome}{}", catalogue.semicolon());
    match explanation.reasons().next() {
        Some(reason) => {
            text.push_str(&evaluation.text(&reason.criterion.label));
            text.push_str(&catalogue.bracketed(&answers(&reason.facts)));
            (text, reason.criterion.provision.clone())
        }
        None => (text + &answers(&explanation.applies_facts), Vec::new()),
    }
}

/// Document and clause of each provision.
fn citations(languages: Bilingual<'_>, provisions: &[ProvisionId]) -> Html {
    let clauses = languages.texts(|e| clause_texts(e, provisions));
    html! {
        for clause in clauses {
            { " " }
            <cite class="ec-citation__clause">{ clause }</cite>
        }
    }
}

/// Notices that apply to all measures. The rules page has their clauses.
pub(in crate::widget) fn checklist_notices<'a>(sheet: &'a Sheet<'a>) -> Option<Section<'a>> {
    let notices = &sheet.languages.first.pack.rules.notices;
    let texts = sheet.languages.texts(|e| {
        e.pack.rules.notices.iter().map(|notice| e.text(&notice.text).to_string()).collect()
    });
    if notices.is_empty() {
        return None;
    }
    let body = html! {
        <p class="ec-checklist__small">
            for text in texts {
                <span>{ text }{ " " }</span>
            }
        </p>
    };
    let title = |e: &Evaluation| e.pack.catalogue.notices_title().to_string();
    Some(Section { title: Box::new(title), body })
}

/// The web pages of the cited documents, as text: paper has no links.
pub(in crate::widget) fn sources<'a>(sheet: &'a Sheet<'a>) -> Option<Section<'a>> {
    let lines = sheet.languages.texts(|e| {
        let documents = e.pack.rules.documents.iter().filter_map(|(_, document)| {
            let (url, title) = (document.url.as_ref()?.as_str(), e.text(&document.title));
            let number = document.number.as_deref().unwrap_or_default();
            let name = format!("{title} {number}");
            Some(format!("{}{}{url}", name.trim_end(), e.pack.catalogue.colon()))
        });
        documents.collect()
    });
    list(lines, |e| e.pack.catalogue.sources_title().to_string())
}
