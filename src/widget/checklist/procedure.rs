//! Application windows, steps, duties and pages of the numbered measures. A text that several
//! measures share is printed once, with their numbers.

use yew::prelude::*;

use super::sheet::{Section, Sheet};
use crate::engine::Outcome;
use crate::rulebook::{MeasureId, Text};
use crate::widget::evaluation::Evaluation;
use crate::widget::results::window_texts;
use crate::widget::text::{Catalogue, fill};

/// The title of one kind, such as the steps.
type Title = fn(&Catalogue) -> &AttrValue;

/// The texts of one kind of a measure.
type Texts = fn(&Sheet<'_>, &Evaluation, MeasureId) -> Vec<String>;

/// A paragraph for each kind; `None` if nothing is published.
pub(in crate::widget) fn procedure<'a>(sheet: &'a Sheet<'a>) -> Option<Section<'a>> {
    let kinds: [(Title, Texts); 4] = [
        (Catalogue::windows_title, windows),
        (Catalogue::steps_title, |_, e, id| texts(e, &e.pack.rules.measures[id].steps)),
        (Catalogue::duties_title, |_, e, id| texts(e, &e.pack.rules.measures[id].duties)),
        (Catalogue::measure_page_label, |_, e, id| {
            e.pack.rules.measures[id].url.iter().map(|url| url.as_str().to_owned()).collect()
        }),
    ];
    let kinds = kinds.into_iter().filter_map(|(title, texts)| {
        let lines = sheet.languages.texts(|e| lines(sheet, e, texts));
        let line = |line: Html| html! { <span>{ " " }{ line }</span> };
        (!lines.is_empty()).then(|| {
            html! {
                <li>{ sheet.languages.label(title) }{ for lines.into_iter().map(line) }</li>
            }
        })
    });
    let kinds: Vec<Html> = kinds.collect();
    if kinds.is_empty() {
        return None;
    }
    let body = html! { <ul class="ec-checklist__list ec-checklist__small">{ for kinds }</ul> };
    let title = |e: &Evaluation| e.pack.catalogue.procedure_title().to_string();
    Some(Section { title: Box::new(title), body })
}

/// The application windows, marked if the measure still needs an answer.
fn windows(sheet: &Sheet<'_>, evaluation: &Evaluation, id: MeasureId) -> Vec<String> {
    let is_open = evaluation.assessment.of(id).outcome == Outcome::Open;
    let catalogue = &evaluation.pack.catalogue;
    let mark = match sheet.content.with_answers && is_open {
        true => catalogue.bracketed(catalogue.badge_open()),
        false => String::new(),
    };
    let texts = window_texts(evaluation, id).into_iter();
    texts.map(|text| text + &mark).collect()
}

fn texts(evaluation: &Evaluation, texts: &[Text]) -> Vec<String> {
    texts.iter().map(|text| evaluation.text(text).to_string()).collect()
}

/// The texts of each measure, with the numbers of all measures that have the same.
fn lines(sheet: &Sheet<'_>, evaluation: &Evaluation, texts: Texts) -> Vec<String> {
    let mut groups: Vec<(Vec<String>, Vec<MeasureId>)> = Vec::new();
    for id in &sheet.content.measures {
        let texts = texts(sheet, evaluation, *id);
        match groups.iter_mut().find(|(known, _)| *known == texts) {
            Some((_, measures)) => measures.push(*id),
            None if texts.is_empty() => {}
            None => groups.push((texts, vec![*id])),
        }
    }
    let catalogue = &evaluation.pack.catalogue;
    let line = |(texts, measures): (Vec<String>, Vec<MeasureId>)| {
        let text = match texts.as_slice() {
            [text] => text.clone(),
            texts => {
                let numbered = (1..).zip(texts).map(|(number, text): (u32, &String)| {
                    let values = [("number", &*number.to_string()), ("text", text)];
                    fill(catalogue.numbered(), &values)
                });
                numbered.collect::<Vec<_>>().join(" ")
            }
        };
        let numbers = sheet.numbers(&measures, evaluation);
        fill(catalogue.of_measures(), &[("numbers", &numbers), ("text", &text)])
    };
    groups.into_iter().map(line).collect()
}
