//! What the sections of a checklist share: the numbers of measures and answers.

use yew::prelude::*;

use super::answer_rows::{AnswerRow, answer_rows, ranges, references};
use super::bilingual::Bilingual;
use super::content::Content;
use crate::engine::{Explanation, explain};
use crate::rulebook::{FactId, MeasureId};
use crate::widget::evaluation::Evaluation;
use crate::widget::text::fill;
use crate::widget::ui::heading;

/// A checklist with its explanations and its numbered answers.
pub(in crate::widget) struct Sheet<'a> {
    pub(super) languages: Bilingual<'a>,
    pub(super) content: &'a Content,
    /// The explanation of each numbered measure
    pub(super) explanations: Vec<Explanation<'a>>,
    /// The rows of answers; without answers, of questions
    pub(super) rows: Vec<AnswerRow<'a>>,
}

/// A section with its title in each language.
pub(in crate::widget) struct Section<'a> {
    pub(super) title: Box<dyn Fn(&Evaluation) -> String + 'a>,
    pub(super) body: Html,
}

impl<'a> Sheet<'a> {
    pub(in crate::widget) fn new(languages: Bilingual<'a>, content: &'a Content) -> Sheet<'a> {
        let first = languages.first;
        let explain = |id: &MeasureId| explain(&first.compiled, &first.context(), *id);
        let explanations: Vec<Explanation<'a>> = content.measures.iter().map(explain).collect();
        let mut sheet = Sheet { languages, content, explanations, rows: Vec::new() };
        let mut facts: Vec<FactId> =
            (0..content.measures.len()).flat_map(|i| sheet.facts(i)).collect();
        // If nothing can be applied for, all answers.
        if content.measures.is_empty() {
            let all = first.pack.rules.facts.iter().map(|(fact, _)| fact);
            facts.extend(all.filter(|fact| first.answers.value(*fact).is_some()));
        }
        sheet.rows = answer_rows(&first.pack.rules, &facts);
        sheet
    }

    /// The answered facts on which the result of a measure rests, by its index; without answers,
    /// all facts that it depends on.
    fn facts(&self, index: usize) -> Vec<FactId> {
        let first = self.languages.first;
        let (Some(id), Some(explanation)) =
            (self.content.measures.get(index), self.explanations.get(index))
        else {
            return Vec::new();
        };
        if !self.content.with_answers {
            return first.pack.rules.facts_of(*id).to_vec();
        }
        let mut facts = explanation.reason.facts.clone();
        facts.extend(&explanation.applies_facts);
        facts.extend(explanation.criteria.iter().flat_map(|line| &line.facts));
        if let Some(quantity) = first.pack.rules.measures[*id].amount_quantity() {
            quantity.each_fact(&mut |fact| facts.push(fact));
        }
        facts.retain(|fact| first.answers.value(*fact).is_some());
        facts
    }

    /// The numbers of the answers on which the result of a measure rests, by its index.
    pub(super) fn references_of(&self, index: usize) -> String {
        self.references(&self.facts(index))
    }

    /// The numbers of the rows with some facts.
    pub(super) fn references(&self, facts: &[FactId]) -> String {
        references(&self.rows, facts, " ")
    }

    /// The numbers of measures, such as "1–3".
    pub(super) fn numbers(&self, measures: &[MeasureId], evaluation: &Evaluation) -> String {
        let numbered = (1..).zip(&self.content.measures);
        let numbers = numbered.filter(|(_, id)| measures.contains(id)).map(|(number, _)| number);
        let numbers: Vec<usize> = numbers.collect();
        ranges(&numbers, "", evaluation.pack.catalogue.list_separator())
    }

    /// A sentence with `{numbers}` of measures.
    pub(super) fn with_numbers(
        &self,
        evaluation: &Evaluation,
        sentence: &AttrValue,
        measures: &[MeasureId],
    ) -> String {
        fill(sentence, &[("numbers", &self.numbers(measures, evaluation))])
    }

    /// A section with its heading; `index` is its position on the sheet.
    pub(in crate::widget) fn section(&self, index: usize, section: Section<'_>) -> Html {
        let title = |e: &Evaluation| {
            let catalogue = &e.pack.catalogue;
            let number = catalogue.section_numbers().split(',').nth(index).unwrap_or_default();
            let values = [("number", number), ("title", &*(section.title)(e))];
            fill(catalogue.section_title(), &values)
        };
        let title = self.languages.text(title);
        html! {
            <section class="ec-checklist__section">
                { heading(self.languages.first.level.below(1), "ec-checklist__heading", title) }
                { section.body }
            </section>
        }
    }
}
