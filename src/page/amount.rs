//! What a measure grants, in words and exact figures; tiers as a table.

use crate::rulebook::{Benefit, Grant, Money, Rate, Tiers};
use crate::widget::{Element, el, fill_in};

use super::Page;
use super::condition::{Piece, flat, operand, sentence, unit};

/// The benefit in one sentence.
pub(super) fn benefit_text(page: &Page<'_>, benefit: &Benefit) -> String {
    let text = page.text;
    match benefit {
        Benefit::Fixed(money) => money_text(page, money),
        Benefit::UpTo(money) => fill_in(text.up_to, &[("amount", &money_text(page, money))]),
        Benefit::Tiers(tiers) => by(page, tiers),
        Benefit::Rate(rate) => rate_text(page, rate),
        Benefit::InKind(what) => page.say(what).to_string(),
        Benefit::Unspecified => text.no_figure.to_owned(),
    }
}

pub(super) fn money_text(page: &Page<'_>, money: &Money) -> String {
    page.money(money.amount, &money.unit)
}

fn by(page: &Page<'_>, tiers: &Tiers) -> String {
    fill_in(page.text.tiers, &[("quantity", &flat(&operand(page, &tiers.by)))])
}

fn rate_text(page: &Page<'_>, rate: &Rate) -> String {
    let text = page.text;
    let percent = Piece::Text(rate.percent.to_string());
    let share = vec![("quantity", operand(page, &rate.of)), ("percent", vec![percent])];
    let share = flat(&sentence(text.rate, share));
    let cap = match &rate.cap {
        Some(cap) => fill_in(text.up_to, &[("amount", &page.money(*cap, &rate.unit))]),
        None => text.no_cap.to_owned(),
    };
    format!("{share}{}{cap}", text.then)
}

/// How often it is paid.
pub(super) fn period_text(page: &Page<'_>, grant: &Grant) -> Option<String> {
    let period = grant.period?;
    let times = match period.times {
        Some(times) => fill_in(page.text.times, &[("times", &times.to_string())]),
        None => page.text.times_unknown.to_owned(),
    };
    Some(format!("{}{}{times}", page.text.every(period.every), page.text.then))
}

/// The benefit with whatever belongs to it.
pub(super) fn benefit(page: &Page<'_>, grant: &Grant) -> Element {
    let evidence = el("span", "tag").fixed(page.text.evidence(grant.evidence));
    let content = match &grant.benefit {
        Benefit::Tiers(tiers) => el("div", "").with(table(page, tiers)).with(el("p", "").with(evidence)),
        benefit => {
            let figure = el("strong", "").string(benefit_text(page, benefit));
            el("p", "").with(figure).fixed(" ").with(evidence)
        }
    };
    el("div", "")
        .with(content)
        .maybe(period_text(page, grant).map(|period| el("p", "").string(period)))
        .maybe(grants_note(page, grant))
}

fn grants_note(page: &Page<'_>, grant: &Grant) -> Option<Element> {
    grant.note.as_ref().map(|note| el("p", "").text(page.say(note)))
}

pub(super) fn table(page: &Page<'_>, tiers: &Tiers) -> Element {
    let column = |title: &'static str| el("th", "").attribute("scope", "col").fixed(title);
    let head = el("tr", "").with(column(page.text.tier)).with(column(page.text.tier_amount));
    let unit = unit(page, &tiers.by);
    let rows = tiers.tiers.iter().map(|tier| {
        let [from, to] = [tier.from, tier.to].map(|number| match &unit {
            Some(unit) => page.money(number, unit),
            None => number.to_string(),
        });
        let range = if tier.from == tier.to {
            to
        } else {
            fill_in(page.text.from_to, &[("from", &from), ("to", &to)])
        };
        el("tr", "")
            .with(el("th", "").attribute("scope", "row").string(range))
            .with(el("td", "").string(page.money(tier.amount, &tiers.unit)))
    });
    el("table", "")
        .with(el("caption", "").string(by(page, tiers)))
        .with(el("thead", "").with(head))
        .with(el("tbody", "").each(rows))
}
