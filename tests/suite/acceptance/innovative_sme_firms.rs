//! 创新型中小企业 as a [`Policy`]: firms at and around the thresholds, and where the texts
//! distinguish them.

use super::innovative_sme::Firm;
use super::policy::{Cut, Policy, Values, Verdict, worth};
use super::rng::Rng;
use super::size_class::{By, ROWS, Size};

pub(crate) const INNOVATIVE_SME: Policy = Policy {
    json: include_str!("../../acceptance/innovative-sme.json"),
    as_of: "2026-07-15",
    facts: &[
        "industry",
        "staff",
        "revenue",
        "assets",
        "award",
        "honours",
        "institute",
        "equity",
        "ip-1-valuable",
        "ip-1-own",
        "ip-1",
        "ip-2",
        "rd",
        "main",
        "main-before",
        "liabilities",
        "strategic",
    ],
    measures: &["innovative-sme", "medium", "small-or-micro"],
    verdict,
    merit,
    random,
    cuts: &CUTS,
    figures,
};

const fn at(terms: &'static [(&'static str, i64)], constant: i64) -> Cut {
    Cut { terms, constant }
}

/// The score tables. The figures of the size classes and each fact being zero are cuts by
/// themselves.
const CUTS: [Cut; 15] = [
    at(&[("equity", 1)], 500_00),
    at(&[("rd", 100), ("revenue", -5)], 0),
    at(&[("rd", 100), ("revenue", -3)], 0),
    at(&[("rd", 100), ("revenue", -2)], 0),
    at(&[("rd", 100), ("revenue", -1)], 0),
    at(&[("main", 100), ("main-before", -115)], 0),
    at(&[("main", 100), ("main-before", -110)], 0),
    at(&[("main", 100), ("main-before", -105)], 0),
    at(&[("main", 100), ("main-before", -100)], 0),
    at(&[("liabilities", 100), ("assets", -55)], 0),
    at(&[("liabilities", 100), ("assets", -75)], 0),
    at(&[("main", 100), ("revenue", -70)], 0),
    at(&[("main", 100), ("revenue", -60)], 0),
    at(&[("main", 100), ("revenue", -55)], 0),
    at(&[("main", 100), ("revenue", -50)], 0),
];

impl Firm {
    /// The firm with these values.
    pub(crate) fn new(values: &[i64]) -> Firm {
        let [
            industry,
            staff,
            revenue,
            assets,
            award,
            honours,
            institute,
            equity,
            ip_1_valuable,
            ip_1_own,
            ip_1,
            ip_2,
            rd,
            main,
            main_before,
            liabilities,
            strategic,
        ] = *<&[i64; 17]>::try_from(values).unwrap();
        Firm {
            industry: usize::try_from(industry).unwrap(),
            staff,
            revenue,
            assets,
            award: award == 1,
            has_honour: honours != 0,
            institute: institute == 1,
            equity,
            ip_1_valuable,
            ip_1_own,
            ip_1,
            ip_2,
            rd,
            main,
            main_before,
            liabilities,
            strategic: strategic == 1,
        }
    }
}

fn verdict(values: &[i64], measure: usize) -> Verdict {
    let firm = Firm::new(values);
    let judged = match measure {
        0 => firm.is_innovative_sme(),
        1 => Some(firm.size() == Size::Medium),
        _ => Some(matches!(firm.size(), Size::Small | Size::Micro)),
    };
    judged.into()
}

fn merit(values: &[i64], measure: usize) -> i64 {
    let firm = Firm::new(values);
    if measure > 0 {
        return worth(Some(verdict(values, measure) == Verdict::Met));
    }
    let parts = [(firm.innovation(), 20), (firm.growth(), 15), (firm.specialisation(), 15)];
    let parts: i64 = parts.iter().map(|(part, min)| part.low.min(*min) + part.high.min(*min)).sum();
    // The direct routes have little merit, so that the search gives them up first.
    let conditions = worth(Some(firm.size() != Size::Large))
        + firm.direct_routes().map(i64::from).iter().sum::<i64>();
    conditions + parts * 5 + firm.score().low + firm.score().high
}

/// The figures of 300号 for the industry of the firm.
fn figures(values: &[i64], fact: usize) -> Vec<i64> {
    let (by, scale) = match INNOVATIVE_SME.facts[fact] {
        "staff" => (By::Staff, 1),
        "revenue" => (By::Revenue, 100),
        "assets" => (By::Assets, 100),
        _ => return Vec::new(),
    };
    let row = &ROWS[usize::try_from(values[0]).unwrap()];
    let column = row.by.iter().position(|other| *other == by);
    let lists = [row.sme_below, row.medium_from, row.small_from];
    column.map_or_else(Vec::new, |column| lists.map(|list| list[column] * scale).to_vec())
}

/// A figure of the row that an industry has in 300号, or one next to it; 0 if it has none.
fn figure(rng: &mut Rng, industry: usize, by: By, scale: i64) -> i64 {
    let row = &ROWS[industry];
    let Some(column) = row.by.iter().position(|other| *other == by) else { return 0 };
    let figures = rng.pick(&[row.sme_below, row.medium_from, row.small_from]);
    rng.near(figures[column] * scale)
}

fn random(rng: &mut Rng) -> Values {
    let industry = rng.below(16);
    let mut staff = figure(rng, industry, By::Staff, 1);
    let money = |rng: &mut Rng, by: By| match rng.below(8) {
        0 => rng.between(0, 1),
        1 => rng.between(2, 999),
        2..=4 => figure(rng, industry, by, 100),
        _ => rng.between(100_00, 9_000_00),
    };
    let (revenue, assets) = (money(rng, By::Revenue), money(rng, By::Assets));
    if rng.one_in(2) {
        staff = rng.between(0, 400);
    }
    let main = rng.share(revenue, &[45, 50, 55, 60, 70, 80, 100]);
    let main_before = match rng.below(8) {
        0 => rng.between(0, 1),
        _ => {
            let percent = rng.pick(&[90, 100, 105, 110, 115, 130]);
            rng.near(main * 100 / percent)
        }
    };
    let equity = if rng.one_in(8) { rng.near(500_00) } else { 0 };
    vec![
        i64::try_from(industry).unwrap(),
        staff,
        revenue,
        assets,
        rng.rarely(20),
        rng.rarely(20) * rng.between(1, 15),
        rng.rarely(20),
        equity,
        rng.rarely(5),
        rng.rarely(3),
        rng.rarely(2),
        rng.between(0, 2),
        rng.share(revenue, &[0, 1, 2, 3, 5, 8]),
        main,
        main_before,
        rng.share(assets, &[30, 55, 65, 75, 90]),
        rng.rarely(2),
    ]
}
