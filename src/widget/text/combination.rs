//! The best combination of measures as text: structured for the widget, and as lines for the
//! command.

use std::rc::Rc;

use yew::AttrValue;

use crate::engine::{BestSet, Combination, Total};
use crate::rulebook::{Decimal, Evidence, Limit, LimitKind, Locale, MeasureId, RulePack};

use super::catalogue::{Catalogue, fill};
use super::numbers::amount_sentence;
use super::values::citations_text;

/// The combination as indented lines: totals, exclusions and caps with the citations of their
/// limits, and measures that are not counted. Empty if nothing can be granted.
pub fn combination_text(
    catalogue: &Catalogue,
    locale: Locale,
    pack: &RulePack,
    combination: &Combination<'_>,
) -> String {
    let Some(CombinationText { sides, undecided }) =
        format_combination(catalogue, locale, pack, combination)
    else {
        return String::new();
    };
    let mut text = format!("\n{}\n", catalogue.combination_title());
    for side in &sides {
        if let Some(totals) = &side.totals {
            text.push_str(&format!("  {}{}{totals}\n", side.name, catalogue.colon()));
        }
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

/// The combination as text.
pub(in crate::widget) struct CombinationText {
    /// The guaranteed side and the possible side; only the guaranteed side, for its exclusions,
    /// while there are no totals
    pub(in crate::widget) sides: Vec<SideText>,
    /// The limits for which the highest measure is not known yet
    pub(in crate::widget) undecided: Vec<Note>,
}

impl CombinationText {
    /// The name and the total of each side; empty if there are no totals.
    pub(in crate::widget) fn sums(&self) -> Vec<(AttrValue, String)> {
        self.sides
            .iter()
            .filter_map(|side| Some((side.name.clone(), side.totals.clone()?)))
            .collect()
    }
}

/// One side of a combination.
pub(in crate::widget) struct SideText {
    pub(in crate::widget) name: AttrValue,
    /// `None` if no measure with money is met
    pub(in crate::widget) totals: Option<String>,
    pub(in crate::widget) notes: Vec<Note>,
}

/// A note about a total.
pub(in crate::widget) struct Note {
    pub(in crate::widget) text: String,
    /// The limit that causes it: its label, and its citations
    pub(in crate::widget) limit: Option<(Rc<str>, String)>,
}

/// Formats a combination; `None` if nothing can be granted.
pub(in crate::widget) fn format_combination(
    catalogue: &Catalogue,
    locale: Locale,
    pack: &RulePack,
    combination: &Combination<'_>,
) -> Option<CombinationText> {
    if combination.possible.granted.is_empty() {
        return None;
    }
    let formatter = Formatter { catalogue, locale, pack, has_totals: combination.has_totals };
    let undecided = combination.undecided.iter();
    let undecided = undecided.map(|undecided| Note {
        text: formatter.with_titles(catalogue.highest_undecided(), &undecided.measures),
        limit: formatter.limit(undecided.limit),
    });
    let mut undecided: Vec<Note> = undecided.collect();
    let mut sides = vec![
        formatter.side(catalogue.total_guaranteed(), &combination.guaranteed),
        formatter.side(catalogue.total_possible(), &combination.possible),
    ];
    if let Some(certain) = sides.first_mut()
        && !combination.closed.granted.is_empty()
    {
        let text =
            formatter.with_titles(catalogue.not_counted_closed(), &combination.closed.granted);
        certain.notes.push(Note { text, limit: None });
    }
    if !combination.has_totals {
        sides.truncate(1);
        sides.retain(|side| !side.notes.is_empty());
        undecided.clear();
    }
    (!sides.is_empty()).then_some(CombinationText { sides, undecided })
}

/// The context for formatting a combination.
struct Formatter<'a> {
    catalogue: &'a Catalogue,
    locale: Locale,
    pack: &'a RulePack,
    /// Whether totals are given
    has_totals: bool,
}

impl Formatter<'_> {
    fn side(&self, name: &AttrValue, side: &BestSet<'_>) -> SideText {
        let totals: Vec<String> = side.totals.iter().map(|total| self.total(total)).collect();
        let mut totals_text = match totals.as_slice() {
            [] => self.catalogue.no_total().as_str().to_owned(),
            totals => totals.join(self.catalogue.list_separator()),
        };
        if self.pack.evidence_note.is_some() && !totals.is_empty() {
            let mark = self.catalogue.evidence(Evidence::Secondary);
            totals_text.push_str(&self.catalogue.bracketed(mark));
        }
        let mut notes = Vec::new();
        for excluded in &side.excluded {
            for because in &excluded.because {
                let (measure, preferred) =
                    (self.title(excluded.measure), self.title(because.preferred));
                let sentence = match self.has_totals {
                    true => self.catalogue.excluded_by_limit(),
                    false => self.catalogue.not_together(),
                };
                let text = fill(sentence, &[("measure", &measure), ("preferred", &preferred)]);
                notes.push(Note { text, limit: self.limit(because.limit) });
            }
        }
        for reduction in side.cap_reductions.iter().filter(|_| self.has_totals) {
            let text = match (reduction.amount, &reduction.limit.kind) {
                (Some(amount), LimitKind::Cap(cap)) => {
                    self.amount(self.catalogue.capped_by(), amount, &cap.unit)
                }
                _ => self.catalogue.capped().as_str().to_owned(),
            };
            notes.push(Note { text, limit: self.limit(reduction.limit) });
        }
        for (sentence, measures) in [
            (self.catalogue.not_counted_no_amount(), &side.without_figure),
            (self.catalogue.not_counted_unconfirmed(), &side.unconfirmed),
        ] {
            if self.has_totals && !measures.is_empty() {
                notes.push(Note { text: self.with_titles(sentence, measures), limit: None });
            }
        }
        if !side.exact {
            notes.push(Note {
                text: self.catalogue.not_all_compared().as_str().to_owned(),
                limit: None,
            });
        }
        SideText { name: name.clone(), totals: self.has_totals.then_some(totals_text), notes }
    }

    fn total(&self, total: &Total) -> String {
        let sentence = if total.at_least {
            self.catalogue.amount_at_least()
        } else {
            self.catalogue.amount_exact()
        };
        self.amount(sentence, total.amount, &total.unit)
    }

    /// A sentence with one amount.
    fn amount(&self, sentence: &AttrValue, amount: Decimal, unit: &Rc<str>) -> String {
        amount_sentence(self.catalogue, self.locale, self.pack, unit, sentence, [amount; 2])
    }

    /// A sentence with the titles of measures.
    fn with_titles(&self, sentence: &AttrValue, measures: &[MeasureId]) -> String {
        let titles: Vec<_> = measures.iter().map(|measure| self.title(*measure)).collect();
        fill(sentence, &[("measures", &titles.join(self.catalogue.list_separator()))])
    }

    fn title(&self, measure: MeasureId) -> String {
        self.pack.measures[measure].title.get(self.locale).to_string()
    }

    fn limit(&self, limit: &Limit) -> Option<(Rc<str>, String)> {
        let citations = citations_text(self.catalogue, self.locale, self.pack, &limit.provision);
        Some((limit.label.get(self.locale), citations))
    }
}
