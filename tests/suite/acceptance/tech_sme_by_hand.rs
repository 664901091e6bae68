//! Firms computed by hand from 115号 and 67号, on both sides of every figure.

use super::judged::Score;
use super::tech_sme::{Firm, Registered};

/// 100 staff, sales of 1000 万元, and 60 points: 20 for staff, 40 for R&D, none for IP.
fn firm() -> Firm {
    Firm {
        registered: Registered::Mainland,
        pays_tax: true,
        tax_by_accounts: true,
        rd_accounted: true,
        accident: false,
        blacklisted: false,
        staff: 100,
        sales: 1_000_00,
        assets: 3_000_00,
        banned_product: false,
        restricted_industry: false,
        industry_is_listed: false,
        listed_income: 0,
        total_income: 0,
        untaxed_income: 0,
        investment_income: 0,
        certificate: false,
        award: false,
        institute: false,
        standard: false,
        tech_staff: 30,
        rd: 50_00,
        costs: 900_00,
        ip_1: 0,
        ip_2: 0,
    }
}

fn changed(change: impl FnOnce(&mut Firm)) -> Firm {
    let mut firm = firm();
    change(&mut firm);
    firm
}

#[test]
fn sixty_points_suffice_and_one_fen_less_does_not() {
    assert_eq!(firm().score(), Score::exactly(60));
    assert_eq!(firm().is_tech_sme(), Some(true));
    let less = changed(|firm| firm.rd -= 1);
    assert_eq!(less.score(), Score::exactly(50));
    assert_eq!(less.is_tech_sme(), Some(false));
}

#[test]
fn each_direct_route_replaces_the_score_but_not_the_four_conditions() {
    let routes: [fn(&mut Firm); 4] = [
        |firm| firm.certificate = true,
        |firm| firm.award = true,
        |firm| firm.institute = true,
        |firm| firm.standard = true,
    ];
    for route in routes {
        let mut direct = changed(|firm| firm.tech_staff = 0);
        assert_eq!(direct.is_tech_sme(), Some(false));
        route(&mut direct);
        assert_eq!(direct.is_tech_sme(), Some(true));
        direct.staff = 501;
        assert_eq!(direct.is_tech_sme(), Some(false));
    }
}

#[test]
fn size_is_at_most_500_staff_and_two_hundred_million() {
    let large: [fn(&mut Firm, i64); 3] = [
        |firm, more| {
            firm.staff = 500 + more;
            firm.tech_staff = 200;
        },
        |firm, more| {
            firm.sales = 20_000_00 + more;
            firm.rd = 2_000_00;
        },
        |firm, more| firm.assets = 20_000_00 + more,
    ];
    for change in large {
        assert_eq!(changed(|firm| change(firm, 0)).is_tech_sme(), Some(true));
        assert_eq!(changed(|firm| change(firm, 1)).is_tech_sme(), Some(false));
    }
}

#[test]
fn each_of_the_other_conditions_excludes() {
    let bad: [fn(&mut Firm); 8] = [
        |firm| firm.registered = Registered::Elsewhere,
        |firm| firm.pays_tax = false,
        |firm| firm.tax_by_accounts = false,
        |firm| firm.rd_accounted = false,
        |firm| firm.accident = true,
        |firm| firm.blacklisted = true,
        |firm| firm.banned_product = true,
        |firm| firm.restricted_industry = true,
    ];
    for change in bad {
        assert_eq!(changed(change).is_tech_sme(), Some(false));
    }
    let foreign = changed(|firm| firm.registered = Registered::ManagedHere);
    assert_eq!(foreign.is_tech_sme(), Some(true));
}

#[test]
fn a_listed_industry_excludes_above_half_of_the_income() {
    let trader = |listed_income, total_income, untaxed_income, investment_income| Firm {
        industry_is_listed: true,
        listed_income,
        total_income,
        untaxed_income,
        investment_income,
        ..firm()
    };
    assert_eq!(trader(50_00, 100_00, 0, 0).is_tech_sme(), Some(true));
    assert_eq!(trader(50_01, 100_00, 0, 0).is_tech_sme(), Some(false));
    // 120 − 8 − 12 = 100
    assert_eq!(trader(50_00, 120_00, 8_00, 12_00).is_tech_sme(), Some(true));
    assert_eq!(trader(50_00, 120_00, 8_01, 12_00).is_tech_sme(), Some(false));
    // The text has no share of nothing.
    assert_eq!(trader(0, 20_00, 8_00, 12_00).is_tech_sme(), None);
    assert_eq!(Firm { accident: true, ..trader(0, 0, 0, 0) }.is_tech_sme(), Some(false));
}

#[test]
fn staff_points_change_at_each_percentage() {
    let points = |tech_staff, staff| {
        changed(|firm| (firm.tech_staff, firm.staff) = (tech_staff, staff)).staff_score()
    };
    for (tech_staff, expected) in [
        (300, 20),
        (299, 16),
        (250, 16),
        (249, 12),
        (200, 12),
        (199, 8),
        (150, 8),
        (149, 4),
        (100, 4),
        (99, 0),
    ] {
        assert_eq!(points(tech_staff, 1_000), Score::exactly(expected), "{tech_staff} ‰");
    }
    assert_eq!(points(0, 0), Score { low: 0, high: 20 });
    assert_eq!(points(1, 3), Score::exactly(20));
}

#[test]
fn rd_points_are_the_better_of_two_indicators() {
    let points = |rd, sales, costs| {
        changed(|firm| (firm.rd, firm.sales, firm.costs) = (rd, sales, costs)).rd_score()
    };
    let by_sales = [
        (600, 50),
        (599, 40),
        (500, 40),
        (499, 30),
        (400, 30),
        (399, 20),
        (300, 20),
        (299, 10),
        (200, 10),
        (199, 0),
    ];
    for (rd, expected) in by_sales {
        assert_eq!(points(rd, 10_000, 1_000_000), Score::exactly(expected), "{rd} of 10000");
    }
    let by_costs = [
        (300, 50),
        (299, 40),
        (250, 40),
        (249, 30),
        (200, 30),
        (199, 20),
        (150, 20),
        (149, 10),
        (100, 10),
        (99, 0),
    ];
    for (rd, expected) in by_costs {
        assert_eq!(points(rd, 1_000_000, 1_000), Score::exactly(expected), "{rd} of 1000");
    }
    // 2 % of the sales, 20 % of the costs
    assert_eq!(points(200, 10_000, 1_000), Score::exactly(30));
    // Without sales, the text leaves only the costs.
    assert_eq!(points(200, 0, 1_000), Score { low: 30, high: 50 });
    assert_eq!(points(300, 0, 1_000), Score::exactly(50));
    assert_eq!(points(0, 0, 0), Score { low: 0, high: 50 });
}

#[test]
fn ip_points_are_for_one_of_class_one_or_up_to_four_of_class_two() {
    let points = |ip_1, ip_2| changed(|firm| (firm.ip_1, firm.ip_2) = (ip_1, ip_2)).ip_score();
    assert_eq!([0, 1, 2, 3, 4, 5].map(|ip_2| points(0, ip_2)), [0, 6, 12, 18, 24, 24]);
    assert_eq!([points(1, 0), points(2, 9)], [30, 30]);
}

#[test]
fn sixty_points_without_a_point_for_staff_do_not_suffice() {
    let few = changed(|firm| {
        firm.tech_staff = 9;
        firm.rd = 60_00;
        firm.ip_1 = 1;
    });
    assert_eq!(few.score(), Score::exactly(80));
    assert_eq!(few.is_tech_sme(), Some(false));
    let enough = Firm { tech_staff: 10, ..few };
    assert_eq!(enough.score(), Score::exactly(84));
    assert_eq!(enough.is_tech_sme(), Some(true));
}

#[test]
fn an_indicator_without_a_value_leaves_the_office_to_decide_only_what_it_can_change() {
    // 16 points for staff, 24 for IP: without sales and costs, R&D decides.
    let new = changed(|firm| {
        (firm.tech_staff, firm.ip_2, firm.sales, firm.costs) = (25, 4, 0, 0);
    });
    assert_eq!(new.score(), Score { low: 40, high: 90 });
    assert_eq!(new.is_tech_sme(), None);
    // 4 points for staff: even 50 for R&D are not enough.
    let hopeless = Firm { tech_staff: 10, ip_2: 0, ..new.clone() };
    assert_eq!(hopeless.score(), Score { low: 4, high: 54 });
    assert_eq!(hopeless.is_tech_sme(), Some(false));
    // 30 for IP and 50 for R&D: the score is enough, but the points for staff have no value.
    let nobody = Firm { staff: 0, tech_staff: 0, rd: 60_00, sales: 1_000_00, ip_1: 1, ..new };
    assert_eq!(nobody.score(), Score { low: 80, high: 100 });
    assert_eq!(nobody.is_tech_sme(), None);
}

#[test]
fn losses_carry_forward_for_high_tech_firms_and_tech_smes() {
    assert_eq!(firm().may_carry_losses(), Some(true));
    assert_eq!(changed(|firm| firm.rd = 0).may_carry_losses(), Some(false));
    let large = changed(|firm| (firm.staff, firm.certificate) = (501, true));
    assert_eq!(large.is_tech_sme(), Some(false));
    assert_eq!(large.may_carry_losses(), Some(true));
}
