//! 科技型中小企业 as a [`Policy`]: firms at and around the thresholds, and where the texts
//! distinguish them.

use super::policy::{Cut, Policy, Values, Verdict, worth};
use super::rng::Rng;
use super::tech_sme::{Firm, Registered};

pub(crate) const TECH_SME: Policy = Policy {
    json: include_str!("../../acceptance/tech-sme.json"),
    as_of: "2026-07-15",
    facts: &[
        "registered",
        "pays-tax",
        "tax-by-accounts",
        "rd-accounted",
        "accident",
        "blacklisted",
        "staff",
        "sales",
        "assets",
        "banned-product",
        "restricted-industry",
        "industry",
        "listed-income",
        "total-income",
        "untaxed-income",
        "investment-income",
        "certificate",
        "award",
        "institute",
        "standard",
        "tech-staff",
        "rd",
        "costs",
        "ip-1",
        "ip-2",
    ],
    measures: &["tech-sme", "loss-carry-forward"],
    verdict,
    merit,
    random,
    cuts: &CUTS,
    figures: |_, _| Vec::new(),
};

const fn at(terms: &'static [(&'static str, i64)], constant: i64) -> Cut {
    Cut { terms, constant }
}

/// The industry, size and score tables. Each fact being zero is a cut by itself.
const CUTS: [Cut; 24] = [
    at(&[("staff", 1)], 500),
    at(&[("sales", 1)], 20_000_00),
    at(&[("assets", 1)], 20_000_00),
    at(
        &[
            ("listed-income", 2),
            ("total-income", -1),
            ("untaxed-income", 1),
            ("investment-income", 1),
        ],
        0,
    ),
    at(&[("total-income", 1), ("untaxed-income", -1), ("investment-income", -1)], 0),
    at(&[("tech-staff", 100), ("staff", -30)], 0),
    at(&[("tech-staff", 100), ("staff", -25)], 0),
    at(&[("tech-staff", 100), ("staff", -20)], 0),
    at(&[("tech-staff", 100), ("staff", -15)], 0),
    at(&[("tech-staff", 100), ("staff", -10)], 0),
    at(&[("rd", 100), ("sales", -6)], 0),
    at(&[("rd", 100), ("sales", -5)], 0),
    at(&[("rd", 100), ("sales", -4)], 0),
    at(&[("rd", 100), ("sales", -3)], 0),
    at(&[("rd", 100), ("sales", -2)], 0),
    at(&[("rd", 100), ("costs", -30)], 0),
    at(&[("rd", 100), ("costs", -25)], 0),
    at(&[("rd", 100), ("costs", -20)], 0),
    at(&[("rd", 100), ("costs", -15)], 0),
    at(&[("rd", 100), ("costs", -10)], 0),
    at(&[("ip-2", 1)], 1),
    at(&[("ip-2", 1)], 2),
    at(&[("ip-2", 1)], 3),
    at(&[("ip-2", 1)], 4),
];

impl Firm {
    /// The firm with these values.
    pub(crate) fn new(values: &[i64]) -> Firm {
        let [
            registered,
            pays_tax,
            tax_by_accounts,
            rd_accounted,
            accident,
            blacklisted,
            staff,
            sales,
            assets,
            banned_product,
            restricted_industry,
            industry,
            listed_income,
            total_income,
            untaxed_income,
            investment_income,
            certificate,
            award,
            institute,
            standard,
            tech_staff,
            rd,
            costs,
            ip_1,
            ip_2,
        ] = *<&[i64; 25]>::try_from(values).unwrap();
        Firm {
            registered: [Registered::Mainland, Registered::ManagedHere, Registered::Elsewhere]
                [usize::try_from(registered).unwrap()],
            pays_tax: pays_tax == 1,
            tax_by_accounts: tax_by_accounts == 1,
            rd_accounted: rd_accounted == 1,
            accident: accident == 1,
            blacklisted: blacklisted == 1,
            staff,
            sales,
            assets,
            banned_product: banned_product == 1,
            restricted_industry: restricted_industry == 1,
            // The last of the eight options is 都不是.
            industry_is_listed: industry < 7,
            listed_income,
            total_income,
            untaxed_income,
            investment_income,
            certificate: certificate == 1,
            award: award == 1,
            institute: institute == 1,
            standard: standard == 1,
            tech_staff,
            rd,
            costs,
            ip_1,
            ip_2,
        }
    }
}

fn verdict(values: &[i64], measure: usize) -> Verdict {
    let firm = Firm::new(values);
    let judged = if measure == 0 { firm.is_tech_sme() } else { firm.may_carry_losses() };
    judged.into()
}

fn merit(values: &[i64], _measure: usize) -> i64 {
    let firm = Firm::new(values);
    let [others @ .., _] = firm.conditions();
    // The direct routes have little merit, so that the search gives them up first.
    let conditions = others.into_iter().map(worth).sum::<i64>()
        + firm.direct_routes().map(i64::from).iter().sum::<i64>();
    let (score, staff) = (firm.score(), firm.staff_score());
    conditions + score.low + score.high + staff.low.min(1) * 10 + staff.high.min(1) * 10
}

fn random(rng: &mut Rng) -> Values {
    let staff = match rng.below(8) {
        0 => rng.between(0, 2),
        1 => rng.near(500),
        _ => rng.between(3, 540),
    };
    let money = |rng: &mut Rng| match rng.below(8) {
        0 => rng.between(0, 1),
        1 => rng.near(20_000_00),
        2 => rng.between(2, 999),
        _ => rng.between(100_00, 20_100_00),
    };
    let (sales, assets, costs) = (money(rng), money(rng), money(rng));
    let rd = match rng.below(8) {
        0 => rng.between(0, 1),
        1..=4 => rng.share(sales, &[1, 2, 3, 4, 5, 6, 7]),
        _ => rng.share(costs, &[5, 10, 15, 20, 25, 30, 35]),
    };
    let (untaxed, investment) =
        if rng.one_in(2) { (0, 0) } else { (money(rng) / 9, money(rng) / 9) };
    let listed = money(rng);
    // The income at which the listed industry has a share of 50 %, no other income at all, or any.
    let total = match rng.below(6) {
        0 => rng.near(untaxed + investment),
        1 => money(rng),
        _ => rng.near(2 * listed + untaxed + investment),
    };
    vec![
        [0, 0, 0, 0, 0, 0, 0, 0, 1, 2][rng.below(10)],
        1 - rng.rarely(30),
        1 - rng.rarely(30),
        1 - rng.rarely(30),
        rng.rarely(30),
        rng.rarely(30),
        staff,
        sales,
        assets,
        rng.rarely(30),
        rng.rarely(30),
        if rng.one_in(3) { rng.between(0, 6) } else { 7 },
        listed,
        total,
        untaxed,
        investment,
        rng.rarely(20),
        rng.rarely(20),
        rng.rarely(20),
        rng.rarely(20),
        rng.share(staff, &[0, 5, 10, 15, 20, 25, 30, 50]),
        rd,
        costs,
        rng.rarely(4),
        rng.between(0, 5),
    ]
}
