//! What can be granted together, in words and lines.

use std::rc::Rc;

use yew::AttrValue;

use crate::engine::{Combination, Side, Total};
use crate::rulebook::{Decimal, Limit, LimitKind, Locale, MeasureId, RuleBook};

use super::catalogue::{Catalogue, fill};
use super::unit_text::amount_sentence;
use super::words::citations_text;

/// The totals, what is excluded by which limit and where that stands, what is cut, and what is not counted.
/// Nothing where nothing can be granted.
pub fn combination_text(
    catalogue: &Catalogue,
    locale: Locale,
    book: &RuleBook,
    combination: &Combination<'_>,
) -> String {
    if combination.possible.granted.is_empty() {
        return String::new();
    }
    let mut lines = Lines { catalogue, locale, book, text: format!("\n{}\n", catalogue.combination()) };
    lines.side(catalogue.guaranteed(), &combination.guaranteed);
    lines.side(catalogue.possible(), &combination.possible);
    for undecided in &combination.undecided {
        lines.measures("  ", catalogue.highest_undecided(), &undecided.measures);
        lines.limit(undecided.limit);
    }
    lines.text
}

struct Lines<'a> {
    catalogue: &'a Catalogue,
    locale: Locale,
    book: &'a RuleBook,
    text: String,
}

impl Lines<'_> {
    fn line(&mut self, indent: &str, line: &str) {
        self.text.push_str(&format!("{indent}{line}\n"));
    }

    fn side(&mut self, name: &str, side: &Side<'_>) {
        let totals: Vec<String> = side.totals.iter().map(|total| self.total(total)).collect();
        let totals = match totals.as_slice() {
            [] => self.catalogue.no_total().as_str().to_owned(),
            totals => totals.join(self.catalogue.list_comma()),
        };
        self.line("  ", &format!("{name}{}{totals}", self.catalogue.colon()));
        for loser in &side.losers {
            for because in &loser.because {
                let (measure, kept) = (self.title(loser.measure), self.title(because.kept));
                let excluded = fill(self.catalogue.excluded(), &[("measure", &measure), ("kept", &kept)]);
                self.line("    ", &excluded);
                self.limit(because.limit);
            }
        }
        for cut in &side.cuts {
            let cut_text = match (cut.taken_off, &cut.limit.kind) {
                (Some(amount), LimitKind::Cap(cap)) => self.amount(self.catalogue.cut(), amount, &cap.unit),
                _ => self.catalogue.cut_without_bound().as_str().to_owned(),
            };
            self.line("    ", &cut_text);
            self.limit(cut.limit);
        }
        self.measures("    ", self.catalogue.without_figure(), &side.without_figure);
        self.measures("    ", self.catalogue.unconfirmed(), &side.unconfirmed);
        if !side.exact {
            self.line("    ", self.catalogue.not_all_compared());
        }
    }

    fn total(&self, total: &Total) -> String {
        let sentence = if total.at_least { self.catalogue.at_least() } else { self.catalogue.exactly() };
        self.amount(sentence, total.amount, &total.unit)
    }

    /// A sentence about one amount.
    fn amount(&self, sentence: &AttrValue, amount: Decimal, unit: &Rc<str>) -> String {
        amount_sentence(self.catalogue, self.locale, self.book, unit, sentence, [amount; 2])
    }

    /// A sentence about measures, if there are any.
    fn measures(&mut self, indent: &str, sentence: &AttrValue, measures: &[MeasureId]) {
        if !measures.is_empty() {
            let titles: Vec<_> = measures.iter().map(|measure| self.title(*measure)).collect();
            let line = fill(sentence, &[("measures", &titles.join(self.catalogue.list_comma()))]);
            self.line(indent, &line);
        }
    }

    fn title(&self, measure: MeasureId) -> String {
        self.book.measures[measure].title.get(self.locale).to_string()
    }

    fn limit(&mut self, limit: &Limit) {
        let citations = citations_text(self.catalogue, self.locale, self.book, &limit.provision);
        let label = limit.label.get(self.locale);
        self.line("      ", &format!("{label}  <{citations}>"));
    }
}
