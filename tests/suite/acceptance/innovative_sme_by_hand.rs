//! Firms computed by hand from 63号 annex 1 and 300号, on both sides of every figure.

use super::innovative_sme::Firm;
use super::judged::Score;
use super::size_class::{By, ROWS, Size, size};

/// A software firm with 60 points: 20 for 创新能力, 20 for 成长性, 20 for 专业化.
fn firm() -> Firm {
    Firm {
        industry: 11,
        staff: 50,
        revenue: 1_000_00,
        assets: 800_00,
        award: false,
        has_honour: false,
        institute: false,
        equity: 0,
        ip_1_valuable: 0,
        ip_1_own: 0,
        ip_1: 1,
        ip_2: 0,
        rd: 20_00,
        main: 600_00,
        main_before: 600_00 * 100 / 110,
        liabilities: 600_00,
        strategic: false,
    }
}

fn changed(change: impl FnOnce(&mut Firm)) -> Firm {
    let mut firm = firm();
    change(&mut firm);
    firm
}

#[test]
fn sixty_points_suffice_and_five_less_do_not() {
    assert_eq!(firm().innovation(), Score::exactly(20));
    assert_eq!(firm().growth(), Score::exactly(20));
    assert_eq!(firm().specialisation(), Score::exactly(20));
    assert_eq!(firm().is_innovative_sme(), Some(true));
    let less = changed(|firm| firm.liabilities += 1);
    assert_eq!(less.score(), Score::exactly(55));
    assert_eq!(less.is_innovative_sme(), Some(false));
}

#[test]
fn each_part_has_a_minimum() {
    // 15 + 30 + 30
    let idle = changed(|firm| {
        (firm.ip_1, firm.ip_2, firm.rd) = (0, 1, 20_00);
        (firm.main, firm.main_before, firm.liabilities) = (700_00, 600_00, 0);
        firm.strategic = true;
    });
    assert_eq!([idle.innovation(), idle.score()], [15, 75].map(Score::exactly));
    assert_eq!(idle.is_innovative_sme(), Some(false));
    assert_eq!(Firm { rd: 30_00, ..idle.clone() }.is_innovative_sme(), Some(true));
    // 40 + 10 + 30
    let still = Firm { ip_1_valuable: 1, rd: 50_00, main_before: 700_01, ..idle.clone() };
    assert_eq!([still.growth(), still.score()], [10, 80].map(Score::exactly));
    assert_eq!(still.is_innovative_sme(), Some(false));
    assert_eq!(Firm { main_before: 700_00, ..still.clone() }.is_innovative_sme(), Some(true));
    // 40 + 30 + 10
    let broad = Firm { main: 499_99, main_before: 400_00, ..still };
    assert_eq!([broad.specialisation(), broad.score()], [10, 80].map(Score::exactly));
    assert_eq!(broad.is_innovative_sme(), Some(false));
    assert_eq!(Firm { main: 500_00, ..broad }.is_innovative_sme(), Some(true));
}

#[test]
fn each_direct_route_replaces_the_score_but_not_the_size() {
    let routes: [fn(&mut Firm); 4] = [
        |firm| firm.award = true,
        |firm| firm.has_honour = true,
        |firm| firm.institute = true,
        |firm| firm.equity = 500_00,
    ];
    for route in routes {
        let mut direct = changed(|firm| firm.rd = 0);
        assert_eq!(direct.is_innovative_sme(), Some(false));
        route(&mut direct);
        assert_eq!(direct.is_innovative_sme(), Some(true));
        (direct.staff, direct.revenue) = (300, 10_000_00);
        assert_eq!(direct.is_innovative_sme(), Some(false));
    }
    let little = changed(|firm| (firm.rd, firm.equity) = (0, 499_99));
    assert_eq!(little.is_innovative_sme(), Some(false));
}

#[test]
fn ip_points_are_those_of_the_best_class() {
    let points = |valuable, own, one, two| {
        let firm = changed(|firm| {
            (firm.ip_1_valuable, firm.ip_1_own, firm.ip_1, firm.ip_2) = (valuable, own, one, two);
            firm.rd = 0;
        });
        firm.innovation()
    };
    assert_eq!(points(1, 1, 1, 1), Score::exactly(20));
    assert_eq!(points(0, 1, 1, 1), Score::exactly(15));
    assert_eq!(points(0, 0, 1, 1), Score::exactly(10));
    assert_eq!(points(0, 0, 0, 1), Score::exactly(5));
    assert_eq!(points(0, 0, 0, 0), Score::exactly(0));
}

#[test]
fn rd_points_change_at_each_percentage() {
    for (rd, points) in
        [(500, 20), (499, 15), (300, 15), (299, 10), (200, 10), (199, 5), (100, 5), (99, 0)]
    {
        let firm = changed(|firm| (firm.ip_1, firm.rd, firm.revenue) = (0, rd, 10_000));
        assert_eq!(firm.innovation(), Score::exactly(points), "{rd} of 10000");
    }
    let none = changed(|firm| firm.revenue = 0);
    assert_eq!(none.innovation(), Score { low: 10, high: 30 });
}

#[test]
fn growth_points_change_at_each_percentage() {
    let growth = |main, main_before| {
        changed(|firm| {
            (firm.main, firm.main_before, firm.liabilities) = (main, main_before, 900_00)
        })
        .growth()
    };
    for (main, points) in [
        (11_500, 20),
        (11_499, 15),
        (11_000, 15),
        (10_999, 10),
        (10_500, 10),
        (10_499, 5),
        (10_000, 5),
        (9_999, 0),
    ] {
        assert_eq!(growth(main, 10_000), Score::exactly(points), "{main} after 10000");
    }
    assert_eq!(growth(100, 0), Score { low: 0, high: 20 });
}

#[test]
fn debt_of_exactly_55_and_75_percent_has_the_points_of_the_better_band() {
    for (liabilities, points) in [(5_500, 10), (5_501, 5), (7_500, 5), (7_501, 0)] {
        let firm = changed(|firm| {
            (firm.main, firm.liabilities, firm.assets) = (0, liabilities, 10_000);
        });
        assert_eq!(firm.growth(), Score::exactly(points), "{liabilities} of 10000");
    }
    let none = changed(|firm| (firm.main, firm.assets) = (0, 0));
    assert_eq!(none.growth(), Score { low: 0, high: 10 });
}

#[test]
fn specialisation_points_change_at_each_percentage() {
    for (main, points) in [
        (7_000, 20),
        (6_999, 15),
        (6_000, 15),
        (5_999, 10),
        (5_500, 10),
        (5_499, 5),
        (5_000, 5),
        (4_999, 0),
    ] {
        let firm = changed(|firm| (firm.main, firm.revenue) = (main, 10_000));
        assert_eq!(firm.specialisation(), Score::exactly(5 + points), "{main} of 10000");
        let strategic = Firm { strategic: true, ..firm };
        assert_eq!(strategic.specialisation(), Score::exactly(10 + points));
    }
}

#[test]
fn an_indicator_without_a_value_leaves_the_office_to_decide_only_what_it_can_change() {
    // 10 points for IP, and no revenue: up to 30 and 25 points.
    let new = changed(|firm| firm.revenue = 0);
    assert_eq!(new.score(), Score { low: 10 + 20 + 5, high: 30 + 20 + 25 });
    assert_eq!(new.is_innovative_sme(), None);
    // Without IP, at most 20 + 5 + 25 points.
    let hopeless = Firm { ip_1: 0, main: 0, ..new };
    assert_eq!(hopeless.score(), Score { low: 10, high: 50 });
    assert_eq!(hopeless.is_innovative_sme(), Some(false));
}

#[test]
fn a_manufacturer_is_large_only_by_staff_and_revenue() {
    let manufacturer = |staff, revenue: i64| size(1, staff, revenue * 100, 0);
    assert_eq!(manufacturer(1_000, 40_000), Size::Large);
    assert_eq!(manufacturer(999, 40_000), Size::Medium);
    assert_eq!(manufacturer(1_000, 39_999), Size::Medium);
    assert_eq!(manufacturer(300, 2_000), Size::Medium);
    assert_eq!(manufacturer(299, 2_000), Size::Small);
    assert_eq!(manufacturer(300, 1_999), Size::Small);
    assert_eq!(manufacturer(20, 300), Size::Small);
    assert_eq!(manufacturer(19, 300), Size::Micro);
    assert_eq!(manufacturer(20, 299), Size::Micro);
    assert_eq!(manufacturer(19, 900_000), Size::Micro);
}

#[test]
fn every_row_has_four_sizes_and_exact_boundaries() {
    for (index, row) in ROWS.iter().enumerate() {
        let at = |figures: &[i64], less: i64| {
            let of = |by| -> i64 {
                let column = row.by.iter().position(|other| *other == by);
                column.map_or(0, |column| figures[column])
            };
            let [staff, revenue, assets] = [By::Staff, By::Revenue, By::Assets].map(of);
            size(index, staff - less, revenue * 100 - less, assets * 100 - less)
        };
        assert_eq!(at(row.sme_below, 0), Size::Large);
        assert_eq!(at(row.sme_below, 1), Size::Medium);
        assert_eq!(at(row.medium_from, 0), Size::Medium);
        assert_eq!(at(row.medium_from, 1), Size::Small);
        assert_eq!(at(row.small_from, 0), Size::Small);
        assert_eq!(at(row.small_from, 1), Size::Micro);
    }
}
