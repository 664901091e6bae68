//! What can be granted together, as text: structured for the widget, and as lines for the command.

use std::rc::Rc;

use yew::AttrValue;

use crate::engine::{BestSet, Combination, Total};
use crate::rulebook::{Decimal, Limit, LimitKind, Locale, MeasureId, RulePack};

use super::catalogue::{Catalogue, fill};
use super::numbers::amount_sentence;
use super::words::citations_text;

/// The totals, what each limit excludes or cuts with its citation, and what is not counted. Empty where nothing can be granted.
pub fn combination_text(
    catalogue: &Catalogue,
    locale: Locale,
    book: &RulePack,
    combination: &Combination<'_>,
) -> String {
    let Some(Combined { sides, undecided }) = combined(catalogue, locale, book, combination) else {
        return String::new();
    };
    let mut text = format!("\n{}\n", catalogue.combination());
    for side in &sides {
        text.push_str(&format!("  {}{}{}\n", side.name, catalogue.colon(), side.totals));
        push_notes(&mut text, "    ", &side.notes);
    }
    push_notes(&mut text, "  ", &undecided);
    text
}

fn push_notes(text: &mut String, indent: &str, notes: &[Note]) {
    for note in notes {
        text.push_str(&format!("{indent}{}\n", note.text));
        if let Some((label, citations)) = &note.limit {
            text.push_str(&format!("      {label}  <{citations}>\n"));
        }
    }
}

/// What can be granted together.
pub(in crate::widget) struct Combined {
    /// What is certain, and what is possible at most
    pub(in crate::widget) sides: [SideText; 2],
    /// Which limits have no highest measure yet
    pub(in crate::widget) undecided: Vec<Note>,
}

/// One side of it.
pub(in crate::widget) struct SideText {
    pub(in crate::widget) name: AttrValue,
    pub(in crate::widget) totals: String,
    pub(in crate::widget) notes: Vec<Note>,
}

/// A note about a total.
pub(in crate::widget) struct Note {
    pub(in crate::widget) text: String,
    /// The limit behind it: its label, and its citations
    pub(in crate::widget) limit: Option<(Rc<str>, String)>,
}

/// `None` where nothing can be granted.
pub(in crate::widget) fn combined(
    catalogue: &Catalogue,
    locale: Locale,
    book: &RulePack,
    combination: &Combination<'_>,
) -> Option<Combined> {
    if combination.possible.granted.is_empty() {
        return None;
    }
    let words = Words { catalogue, locale, book };
    let undecided = combination.undecided.iter();
    let undecided = undecided.map(|undecided| Note {
        text: words.about(catalogue.highest_undecided(), &undecided.measures),
        limit: words.limit(undecided.limit),
    });
    Some(Combined {
        sides: [
            words.side(catalogue.guaranteed(), &combination.guaranteed),
            words.side(catalogue.possible(), &combination.possible),
        ],
        undecided: undecided.collect(),
    })
}

struct Words<'a> {
    catalogue: &'a Catalogue,
    locale: Locale,
    book: &'a RulePack,
}

impl Words<'_> {
    fn side(&self, name: &AttrValue, side: &BestSet<'_>) -> SideText {
        let totals: Vec<String> = side.totals.iter().map(|total| self.total(total)).collect();
        let totals = match totals.as_slice() {
            [] => self.catalogue.no_total().as_str().to_owned(),
            totals => totals.join(self.catalogue.list_comma()),
        };
        let mut notes = Vec::new();
        for loser in &side.excluded {
            for because in &loser.because {
                let (measure, kept) = (self.title(loser.measure), self.title(because.preferred));
                let text =
                    fill(self.catalogue.excluded(), &[("measure", &measure), ("kept", &kept)]);
                notes.push(Note { text, limit: self.limit(because.limit) });
            }
        }
        for cut in &side.cap_reductions {
            let text = match (cut.amount, &cut.limit.kind) {
                (Some(amount), LimitKind::Cap(cap)) => {
                    self.amount(self.catalogue.cut(), amount, &cap.unit)
                }
                _ => self.catalogue.cut_without_bound().as_str().to_owned(),
            };
            notes.push(Note { text, limit: self.limit(cut.limit) });
        }
        for (sentence, measures) in [
            (self.catalogue.without_figure(), &side.without_figure),
            (self.catalogue.unconfirmed(), &side.unconfirmed),
        ] {
            if !measures.is_empty() {
                notes.push(Note { text: self.about(sentence, measures), limit: None });
            }
        }
        if !side.exact {
            notes.push(Note {
                text: self.catalogue.not_all_compared().as_str().to_owned(),
                limit: None,
            });
        }
        SideText { name: name.clone(), totals, notes }
    }

    fn total(&self, total: &Total) -> String {
        let sentence =
            if total.at_least { self.catalogue.at_least() } else { self.catalogue.exactly() };
        self.amount(sentence, total.amount, &total.unit)
    }

    /// A sentence about one amount.
    fn amount(&self, sentence: &AttrValue, amount: Decimal, unit: &Rc<str>) -> String {
        amount_sentence(self.catalogue, self.locale, self.book, unit, sentence, [amount; 2])
    }

    /// A sentence about measures.
    fn about(&self, sentence: &AttrValue, measures: &[MeasureId]) -> String {
        let titles: Vec<_> = measures.iter().map(|measure| self.title(*measure)).collect();
        fill(sentence, &[("measures", &titles.join(self.catalogue.list_comma()))])
    }

    fn title(&self, measure: MeasureId) -> String {
        self.book.measures[measure].title.get(self.locale).to_string()
    }

    fn limit(&self, limit: &Limit) -> Option<(Rc<str>, String)> {
        let citations = citations_text(self.catalogue, self.locale, self.book, &limit.provision);
        Some((limit.label.get(self.locale), citations))
    }
}
