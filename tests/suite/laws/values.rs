//! Truth values, exact decimals and dates.

use eligibility_check::engine::Truth;
use eligibility_check::rulebook::{Date, Decimal, format_date, months_between, parse_date};
use jiff::{Span, civil::date};
use proptest::prelude::*;

use crate::support::cases;

use Truth::{False as F, True as T, Unknown as U};

#[test]
fn and_or_and_not_are_strong_kleene() {
    let and = [[F, F, F], [F, U, U], [F, U, T]];
    let or = [[F, U, T], [U, U, T], [T, T, T]];
    for (row, left) in [F, U, T].into_iter().enumerate() {
        for (column, right) in [F, U, T].into_iter().enumerate() {
            assert_eq!(left.and(right), and[row][column], "{left:?} and {right:?}");
            assert_eq!(left.or(right), or[row][column], "{left:?} or {right:?}");
            assert_eq!(Truth::all([left, right]), and[row][column]);
            assert_eq!(Truth::any([left, right]), or[row][column]);
        }
    }
    assert_eq!([!F, !U, !T], [T, U, F]);
}

#[test]
fn all_of_nothing_is_true_and_any_of_nothing_is_false() {
    assert_eq!(Truth::all([]), T);
    assert_eq!(Truth::any([]), F);
}

#[test]
fn at_least_of_counts_true_and_unknown_parts() {
    // The pairs are in the order FF FU FT UF UU UT TF TU TT.
    let one = [F, U, T, U, U, T, T, T, T];
    let two = [F, F, F, F, U, U, F, U, T];
    for (index, (left, right)) in pairs().enumerate() {
        assert_eq!(Truth::at_least_of(0, [left, right]), T);
        assert_eq!(Truth::at_least_of(1, [left, right]), one[index], "1 of {left:?}, {right:?}");
        assert_eq!(Truth::at_least_of(2, [left, right]), two[index], "2 of {left:?}, {right:?}");
        assert_eq!(Truth::at_least_of(3, [left, right]), F);
    }
}

#[test]
fn at_least_two_of_three_is_the_majority() {
    for ((a, b), c) in pairs().flat_map(|pair| Truth::ALL.map(|third| (pair, third))) {
        let majority = a.and(b).or(b.and(c)).or(a.and(c));
        assert_eq!(Truth::at_least_of(2, [a, b, c]), majority, "{a:?} {b:?} {c:?}");
    }
}

#[test]
fn the_operators_obey_de_morgan_commutativity_associativity_and_distributivity() {
    for ((a, b), c) in pairs().flat_map(|pair| Truth::ALL.map(|third| (pair, third))) {
        assert_eq!(!a.and(b), (!a).or(!b));
        assert_eq!(!a.or(b), (!a).and(!b));
        assert_eq!(!!a, a);
        assert_eq!((a.and(b), a.or(b)), (b.and(a), b.or(a)));
        assert_eq!(a.and(b).and(c), a.and(b.and(c)));
        assert_eq!(a.or(b).or(c), a.or(b.or(c)));
        assert_eq!(a.and(b.or(c)), a.and(b).or(a.and(c)));
    }
}

fn pairs() -> impl Iterator<Item = (Truth, Truth)> {
    [F, U, T].into_iter().flat_map(|left| [F, U, T].map(|right| (left, right)))
}

/// The decimal of a number of millionths.
fn decimal(millionths: i64) -> Decimal {
    let sign = if millionths < 0 { "-" } else { "" };
    let size = millionths.unsigned_abs();
    format!("{sign}{}.{:06}", size / 1_000_000, size % 1_000_000).parse().unwrap()
}

/// The whole range of decimals, ±10¹¹, with small and round numbers as often as large ones.
fn millionths() -> impl Strategy<Value = i64> {
    let largest = 100_000_000_000_000_000_i64;
    prop_oneof![
        -largest..=largest,
        -3_000_000..=3_000_000_i64,
        (-100_000..=100_000_i64).prop_map(|n| n * 250_000)
    ]
}

fn any_date() -> impl Strategy<Value = Date> {
    (1900..2100_i16, 1..=12_i8, 1..=31_i8).prop_map(|(year, month, day)| {
        date(year, month, day.min(date(year, month, 1).days_in_month()))
    })
}

proptest! {
    #![proptest_config(cases(1000))]

    #[test]
    fn a_decimal_round_trips_through_text(value in millionths()) {
        let decimal = decimal(value);
        let text = decimal.to_string();
        prop_assert_eq!(text.parse::<Decimal>(), Ok(decimal));
        prop_assert!(!text.contains('.') || !text.ends_with(['0', '.']), "{}", text);
        prop_assert_eq!(usize::from(decimal.places()), text.split_once('.').map_or(0, |(_, part)| part.len()));
    }

    #[test]
    fn decimals_compare_and_add_like_integers(left in millionths(), right in millionths()) {
        prop_assert_eq!(decimal(left).cmp(&decimal(right)), left.cmp(&right));
        // Halves, so that the sum is within the range.
        let (left, right) = (left / 2, right / 2);
        prop_assert_eq!(decimal(left) + decimal(right), decimal(left + right));
        prop_assert_eq!(decimal(left) - decimal(right), decimal(left - right));
    }

    #[test]
    fn percentages_are_exact_or_rejected(value in millionths(), percent in 0..=200_000_000_i64) {
        let product = i128::from(value) * i128::from(percent);
        let exact = (product % 100_000_000 == 0).then_some(product / 100_000_000);
        match exact.and_then(|exact| i64::try_from(exact).ok()) {
            None => prop_assert_eq!(decimal(value).percent(decimal(percent)), None),
            Some(exact) if exact.abs() > 100_000_000_000_000_000 => {}
            Some(exact) => prop_assert_eq!(decimal(value).percent(decimal(percent)), Some(decimal(exact))),
        }
    }

    #[test]
    fn a_decimal_is_parsed_without_loss(text in "-?[0-9]{1,9}(\\.[0-9]{1,6})?") {
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let reference: i64 = format!("{whole}{fraction:0<6}").parse().unwrap();
        prop_assert_eq!(text.parse::<Decimal>(), Ok(decimal(reference)));
    }

    #[test]
    fn the_parsers_of_decimals_and_dates_never_panic(text in "\\PC{0,24}|[-+.,0-9]{0,24}") {
        let _ = text.parse::<Decimal>();
        prop_assert!(parse_date(&text).is_none_or(|date| format_date(date) == text));
    }

    #[test]
    fn a_date_round_trips_through_text(day in any_date()) {
        prop_assert_eq!(parse_date(&format_date(day)), Some(day));
    }

    #[test]
    fn months_between_is_the_largest_number_of_months_that_fits(from in any_date(), to in any_date()) {
        let months = months_between(from, to);
        let added = |months: i64| from.checked_add(Span::new().months(months)).unwrap();
        prop_assert!(added(months) <= to, "{} months reach {}", months, added(months));
        prop_assert!(added(months + 1) > to, "{} months do not pass {}", months + 1, to);
    }

    #[test]
    fn months_between_grows_with_the_later_date(from in any_date(), to in any_date(), days in 0..800_i64) {
        let later = to.checked_add(Span::new().days(days)).unwrap();
        prop_assert!(months_between(from, to) <= months_between(from, later));
    }
}
