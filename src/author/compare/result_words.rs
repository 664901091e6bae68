//! Changed results of scenarios in words.

use crate::author::text::Texts;
use crate::diff::{OutcomeChange, PackResult};
use crate::engine::Amount;
use crate::rulebook::{Locale, Measure, RulePack};
use crate::widget::{Catalogue, amount_text};

use super::compared::ScenarioChange;

/// Both versions, and the language of the page.
pub(super) struct ResultWords<'a> {
    pub(super) old: &'a RulePack,
    pub(super) new: &'a RulePack,
    pub(super) locale: Locale,
}

impl ResultWords<'_> {
    /// The changed results, in their order.
    pub(super) fn changes(&self, found: &[OutcomeChange]) -> Vec<ScenarioChange> {
        found.iter().map(|change| self.change(change)).collect()
    }

    fn change(&self, change: &OutcomeChange) -> ScenarioChange {
        let (measure, criterion) = match change.measure.split_once('/') {
            Some((measure, criterion)) => (measure, Some(criterion)),
            None => (&*change.measure, None),
        };
        let title = |pack: &RulePack| {
            let title = &find(pack, measure)?.title;
            Some(title.get(pack.language(self.locale)).to_string())
        };
        let title = title(self.new).or_else(|| title(self.old)).unwrap_or_default();
        let text = |pack: &RulePack, result: PackResult, amount: Option<&Option<Amount>>| {
            let result = self.result(result);
            match amount.zip(find(pack, measure)) {
                Some((amount, measure)) => {
                    let amount = self.amount(pack, measure, amount.as_ref());
                    format!("{result}{}{amount}", Catalogue::of(self.locale).comma())
                }
                None => result,
            }
        };
        let amounts = change.amounts.as_ref();
        ScenarioChange {
            scenario: change.scenario.clone(),
            measure: match criterion {
                Some(id) => format!("{title} · {}", self.criterion(measure, id)),
                None => title,
            },
            before: text(self.old, change.results.0, amounts.map(|(before, _)| before)),
            after: text(self.new, change.results.1, amounts.map(|(_, after)| after)),
        }
    }

    /// The label of a criterion, which only the published version has.
    fn criterion(&self, measure: &str, id: &str) -> String {
        let mut criteria = find(self.old, measure).into_iter().flat_map(|found| &found.criteria);
        let criterion = criteria.find(|criterion| *criterion.id == *id);
        let label = criterion.map(|one| one.label.get(self.old.language(self.locale)).to_string());
        label.unwrap_or_else(|| id.to_owned())
    }

    fn result(&self, result: PackResult) -> String {
        let texts = Texts::of(self.locale);
        match result {
            PackResult::Outcome(outcome) => {
                Catalogue::of(self.locale).outcome_text(outcome).to_string()
            }
            PackResult::Reason => texts.cases.because.to_owned(),
            PackResult::Removed => texts.compare.removed.to_owned(),
        }
    }

    fn amount(&self, pack: &RulePack, measure: &Measure, amount: Option<&Amount>) -> String {
        let catalogue = Catalogue::of(self.locale);
        amount_text(catalogue, pack.language(self.locale), pack, &measure.grants, amount)
    }
}

fn find<'p>(pack: &'p RulePack, id: &str) -> Option<&'p Measure> {
    pack.find_measure(id).map(|id| &pack.measures[id])
}
