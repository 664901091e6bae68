//! The benefit of a measure, in words and exact figures; tiers as a table.

use yew::prelude::*;

use crate::rulebook::{Benefit, Grant, Money, Rate, Tier, Tiers};
use crate::widget::fill_in;

use super::Page;
use super::condition::{Piece, plain_text, sentence};
use super::quantity::{operand, unit};

/// The benefit in one sentence.
pub(super) fn benefit_text(page: &Page<'_>, benefit: &Benefit) -> String {
    let text = page.text;
    match benefit {
        Benefit::Fixed(money) => money_text(page, money),
        Benefit::UpTo(money) => fill_in(text.up_to, &[("amount", &money_text(page, money))]),
        Benefit::Tiers(tiers) => tiers_text(page, tiers),
        Benefit::Rate(rate) => rate_text(page, rate),
        Benefit::InKind(description) => page.translate(description).to_string(),
        Benefit::Unspecified => text.no_figure.to_owned(),
    }
}

pub(super) fn money_text(page: &Page<'_>, money: &Money) -> String {
    page.with_unit(money.amount, &money.unit)
}

fn tiers_text(page: &Page<'_>, tiers: &Tiers) -> String {
    fill_in(page.text.tiers, &[("quantity", &plain_text(&operand(page, &tiers.by)))])
}

fn rate_text(page: &Page<'_>, rate: &Rate) -> String {
    let text = page.text;
    let percent = Piece::Text(rate.percent.to_string());
    let share = vec![("quantity", operand(page, &rate.of)), ("percent", vec![percent])];
    let share = plain_text(&sentence(text.rate, share));
    let cap = match &rate.cap {
        Some(cap) => fill_in(text.up_to, &[("amount", &page.with_unit(*cap, &rate.unit))]),
        None => text.no_cap.to_owned(),
    };
    format!("{share}{}{cap}", text.separator)
}

/// The interval and number of payments; `None` for a single payment.
pub(super) fn period_text(page: &Page<'_>, grant: &Grant) -> Option<String> {
    let period = grant.period?;
    let times = match period.times {
        Some(times) => fill_in(page.text.times, &[("times", &times.to_string())]),
        None => page.text.times_unknown.to_owned(),
    };
    Some(format!("{}{}{times}", page.text.every(period.every), page.text.separator))
}

/// The benefit with its evidence, period and note.
pub(super) fn benefit(page: &Page<'_>, grant: &Grant) -> Html {
    let evidence = html! { <span class="tag">{ page.text.evidence(grant.evidence) }</span> };
    html! {
        <>
            if let Benefit::Tiers(tiers) = &grant.benefit {
                <div>{ tier_table(page, tiers) }<p>{ evidence }</p></div>
            } else {
                <p><strong>{ benefit_text(page, &grant.benefit) }</strong>{ " " }{ evidence }</p>
            }
            { period_and_note(page, grant) }
        </>
    }
}

pub(super) fn period_and_note(page: &Page<'_>, grant: &Grant) -> Html {
    html! {
        <>
            if let Some(period) = period_text(page, grant) {
                <p>{ period }</p>
            }
            if let Some(note) = &grant.note {
                <p>{ page.own(note) }</p>
            }
        </>
    }
}

pub(super) fn tier_table(page: &Page<'_>, tiers: &Tiers) -> Html {
    html! {
        <table>
            <caption>{ tiers_text(page, tiers) }</caption>
            <thead>
                <tr>
                    <th scope="col">{ page.text.tier }</th>
                    <th scope="col">{ page.text.tier_amount }</th>
                </tr>
            </thead>
            <tbody>
                for tier in &tiers.tiers {
                    <tr>
                        <th scope="row">{ range(page, tiers, tier) }</th>
                        <td>{ page.with_unit(tier.amount, &tiers.unit) }</td>
                    </tr>
                }
            </tbody>
        </table>
    }
}

/// The tiers, one line each.
pub(super) fn tier_lines(page: &Page<'_>, tiers: &Tiers) -> Vec<String> {
    let line = |tier: &Tier| {
        let amount = page.with_unit(tier.amount, &tiers.unit);
        format!("{}{}{amount}", range(page, tiers, tier), page.text.colon)
    };
    tiers.tiers.iter().map(line).collect()
}

/// The numbers that a tier covers; a single number for a tier of one.
fn range(page: &Page<'_>, tiers: &Tiers, tier: &Tier) -> String {
    let unit = unit(page, &tiers.by);
    let [from, to] = [tier.from, tier.to].map(|number| match &unit {
        Some(unit) => page.with_unit(number, unit),
        None => number.to_string(),
    });
    if tier.from == tier.to {
        to
    } else {
        fill_in(page.text.from_to, &[("from", &from), ("to", &to)])
    }
}
