//! No text can end its literal, its name or its comment: each is parsed back, as the manual of the
//! database describes it.

use eligibility_check::rulebook::{Decimal, parse_date};
use eligibility_check::sql::Dialect;
use proptest::prelude::*;

use crate::support::cases;

/// The text of a literal. `None` if it ends before the end of the SQL, or not at all.
fn parse_literal(dialect: Dialect, sql: &str) -> Option<String> {
    let (has_escapes, body) = match (dialect, sql.strip_prefix('E')) {
        (Dialect::Postgres, Some(rest)) => (true, rest),
        (Dialect::Spark, None) => (true, sql),
        _ => (false, sql),
    };
    let mut chars = body.strip_prefix('\'')?.chars();
    let mut text = String::new();
    loop {
        match chars.next()? {
            '\'' => match (dialect, chars.next()) {
                (_, None) => return Some(text),
                (Dialect::DuckDb | Dialect::Postgres, Some('\'')) => text.push('\''),
                _ => return None,
            },
            '\\' if has_escapes => text.push(match chars.next()? {
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'u' => {
                    let digits: String = chars.by_ref().take(4).collect();
                    char::from_u32(u32::from_str_radix(&digits, 16).ok()?)?
                }
                same @ ('\\' | '\'') => same,
                _ => return None,
            }),
            char => text.push(char),
        }
    }
}

/// The name in a quoted name.
fn parse_name(dialect: Dialect, sql: &str) -> Option<String> {
    let quote = if dialect == Dialect::Spark { '`' } else { '"' };
    let mut chars = sql.strip_prefix(quote)?.chars();
    let mut name = String::new();
    loop {
        match chars.next()? {
            char if char != quote => name.push(char),
            _ => match chars.next() {
                None => return Some(name),
                Some(second) if second == quote => name.push(quote),
                Some(_) => return None,
            },
        }
    }
}

/// The parts of hostile texts: what ends literals, names and comments.
const PARTS: [&str; 26] = [
    "'",
    "''",
    "\"",
    "`",
    "\\",
    "\\'",
    "\n",
    "\r\n",
    "\0",
    "--",
    "*/",
    "/*",
    ";",
    "$$",
    "$",
    "{",
    "${env:HOME}",
    "E'",
    "\u{85}",
    "\u{2028}",
    "\t",
    "\u{7}",
    "天河",
    "</b>",
    "%",
    "a",
];

fn hostile() -> impl Strategy<Value = String> {
    let part = proptest::sample::select(&PARTS[..]);
    proptest::collection::vec(part, 0..12).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn a_text_literal_is_parsed_back(text in prop_oneof![hostile(), any::<String>()]) {
        for dialect in Dialect::ALL {
            let sql = dialect.text(&text);
            let expected = text.replace('\0', "\u{fffd}");
            prop_assert_eq!(parse_literal(dialect, &sql), Some(expected), "{}", sql);
        }
    }

    #[test]
    fn a_name_is_parsed_back(name in prop_oneof![hostile(), any::<String>()]) {
        for dialect in Dialect::ALL {
            let sql = dialect.identifier(&name);
            let expected = name.replace('\0', "\u{fffd}");
            prop_assert_eq!(parse_name(dialect, &sql), Some(expected), "{}", sql);
        }
    }

    #[test]
    fn every_line_of_a_comment_is_a_comment(text in prop_oneof![hostile(), any::<String>()]) {
        let breaks = ['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];
        for dialect in Dialect::ALL {
            let sql = dialect.comment(&text);
            let lines: Vec<&str> = sql.strip_suffix('\n').unwrap().split(breaks).collect();
            prop_assert!(lines.iter().all(|line| line.starts_with("--")), "{}", sql);
            prop_assert!(!sql.contains('\0'));
        }
    }

    #[test]
    fn spark_finds_no_variable_in_a_text(text in hostile()) {
        // `prop_assert!` takes the text of its condition for a format, which has no `${`.
        for sql in [Dialect::Spark.text(&text), Dialect::Spark.comment(&text)] {
            let has_variable = sql.contains("${");
            prop_assert!(!has_variable, "{}", sql);
        }
    }
}

#[test]
fn a_table_may_have_a_schema_and_duckdb_reads_files() {
    assert_eq!(Dialect::Postgres.table("registry.firms"), "\"registry\".\"firms\"");
    assert_eq!(Dialect::Spark.table("registry.fi`rms"), "`registry`.`fi``rms`");
    assert_eq!(Dialect::DuckDb.table("data/firms.parquet"), "\"data/firms.parquet\"");
    assert_eq!(Dialect::DuckDb.table("firms.csv"), "\"firms.csv\"");
    assert_eq!(Dialect::Postgres.table("firms.csv"), "\"firms\".\"csv\"");
}

#[test]
fn decimals_and_dates_are_exact_literals() {
    for dialect in Dialect::ALL {
        let decimal = |text: &str| dialect.decimal(text.parse::<Decimal>().unwrap());
        assert_eq!(decimal("5000"), "5000.0");
        assert_eq!(decimal("-0.000001"), "(-0.000001)");
        assert_eq!(dialect.date(parse_date("2019-05-15").unwrap()), "DATE '2019-05-15'");
    }
}
