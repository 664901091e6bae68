//! The types of columns in each database.
//!
//! DuckDB and Spark know the type of a column when they plan a query, so that the condition costs
//! nothing per row.

use crate::sql::dialect::Dialect;

/// Whether a column has a numeric type whose text a cast converts exactly to a decimal with 22
/// places. All other columns hold text that must be checked first.
pub(super) fn is_numeric(dialect: Dialect, column_sql: &str) -> String {
    match dialect {
        Dialect::DuckDb => {
            let names = "'TINYINT', 'SMALLINT', 'INTEGER', 'BIGINT', 'HUGEINT', 'UTINYINT', \
                 'USMALLINT', 'UINTEGER', 'UBIGINT', 'UHUGEINT', 'FLOAT', 'DOUBLE'";
            // Decimals with up to nine places.
            format!(
                "(typeof({column_sql}) IN ({names}) OR typeof({column_sql}) LIKE 'DECIMAL(%,_)')"
            )
        }
        Dialect::Postgres => format!(
            "pg_typeof({column_sql}) IN ('smallint'::regtype, 'integer'::regtype, \
             'bigint'::regtype, 'numeric'::regtype, 'real'::regtype, 'double precision'::regtype)"
        ),
        Dialect::Spark => {
            let names = "'tinyint', 'smallint', 'int', 'bigint', 'float', 'double'";
            // Spark writes decimals with many places with an exponent.
            let decimals = "'^decimal[(][0-9]+,([0-9]|1[0-9]|2[0-2])[)]$'";
            format!("(typeof({column_sql}) IN ({names}) OR typeof({column_sql}) RLIKE {decimals})")
        }
    }
}

/// Whether a column has a numeric type with at most six places, so that a cast to
/// [`Dialect::decimal_type`] loses nothing. Not used in PostgreSQL, which learns the type of a
/// column only when it runs a query.
pub(super) fn is_exact(dialect: Dialect, column_sql: &str) -> String {
    let (names, decimals) = match dialect {
        Dialect::DuckDb => (
            "'TINYINT', 'SMALLINT', 'INTEGER', 'BIGINT', 'UTINYINT', 'USMALLINT', 'UINTEGER'",
            "^DECIMAL[(][0-9]+,[0-6][)]$",
        ),
        Dialect::Postgres | Dialect::Spark => {
            ("'tinyint', 'smallint', 'int', 'bigint'", "^decimal[(][0-9]+,[0-6][)]$")
        }
    };
    let is_decimal = dialect.matches(&format!("typeof({column_sql})"), decimals);
    format!("(typeof({column_sql}) IN ({names}) OR {is_decimal})")
}

/// Whether a column has a type of days without a time.
pub(super) fn is_date(dialect: Dialect, column_sql: &str) -> String {
    match dialect {
        Dialect::DuckDb => format!("typeof({column_sql}) = 'DATE'"),
        Dialect::Postgres => format!("pg_typeof({column_sql}) = 'date'::regtype"),
        Dialect::Spark => format!("typeof({column_sql}) = 'date'"),
    }
}
