//! The summary as text: for each measure, how many firms are in each group.

use crate::engine::Outcome;
use crate::rulebook::{FactId, Locale, RulePack, format_date};
use crate::widget::Catalogue;

use super::Totals;
use super::group::Group;

/// Prints the summary.
pub(super) fn print(pack: &RulePack, locale: Locale, at_most: usize, totals: &Totals) {
    let Totals { read, unusable, as_of, .. } = totals;
    let assessed = firms(read - unusable);
    let rows = if *unusable == 1 { "row" } else { "rows" };
    outln!("{assessed} assessed as of {}, {unusable} {rows} cannot be used", format_date(*as_of));
    for (measure, tally) in totals.measures() {
        let measure = &pack.measures[measure];
        outln!("\n{}  [{}]", measure.title.get(locale), measure.id);
        for (group, count) in tally.groups() {
            outln!("  {}", line(pack, locale, at_most, group, count));
        }
        if tally.bounded > 0 {
            outln!("  of these, {}: perhaps decided, or lack less", firms(tally.bounded));
        }
    }
    outln!(
        "\nThe counts are an indication: the office decides. A firm that lacks answers is neither \
         a yes nor a no."
    );
}

/// The number of firms in a group.
fn line(pack: &RulePack, locale: Locale, at_most: usize, group: &Group, count: u64) -> String {
    let firms = firms(count);
    let word = |one, several| if count == 1 { one } else { several };
    let label = |outcome| Catalogue::of(locale).outcome_text(outcome);
    match group {
        Group::Met => format!("{firms} {} it", word("meets", "meet")),
        Group::MetInDirection => {
            let label = label(Outcome::MetInDirection);
            format!("{firms} {} it if the office agrees ({label})", word("meets", "meet"))
        }
        Group::MetOnceSettled => {
            let label = label(Outcome::MetOnceSettled);
            let settled = word("it has settled", "they have settled");
            format!("{firms} can apply once {settled} ({label})")
        }
        Group::Lacks(missing) => {
            let number = match missing.len() {
                1 => "only".to_owned(),
                2 => "two:".to_owned(),
                3 => "three:".to_owned(),
                number => format!("{number}:"),
            };
            format!("{firms} {} {number} {}", word("lacks", "lack"), names(pack, locale, missing))
        }
        Group::LacksMore => {
            let answers = match at_most {
                0 => "answers".to_owned(),
                1 => "more than 1 answer".to_owned(),
                _ => format!("more than {at_most} answers"),
            };
            format!("{firms} {} {answers}", word("lacks", "lack"))
        }
        Group::CannotBeMet => {
            format!("{firms} {} answers, but cannot meet it any more", word("lacks", "lack"))
        }
        Group::NotMet => format!("{firms} {} not meet it", word("does", "do")),
        Group::NotApplicable => format!("{firms} {} not concerned", word("is", "are")),
        Group::NotInForce => format!("{firms}: not in force on that day"),
    }
}

/// The questions of facts, with their ids.
fn names(pack: &RulePack, locale: Locale, missing: &[FactId]) -> String {
    let names = missing.iter().map(|fact| {
        let fact = &pack.facts[*fact];
        format!("{} ({})", fact.question.get(locale), fact.id)
    });
    names.collect::<Vec<_>>().join(", ")
}

fn firms(count: u64) -> String {
    if count == 1 { "1 firm".to_owned() } else { format!("{count} firms") }
}
