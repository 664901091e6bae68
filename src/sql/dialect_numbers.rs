//! What differs between the databases for exact arithmetic, arrays of numbers and bits.

use super::dialect::Dialect;

impl Dialect {
    /// The type of products of such numbers with a bound of up to eight digits.
    pub(super) fn wide_decimal_type(self) -> &'static str {
        match self {
            Dialect::DuckDb | Dialect::Spark => "DECIMAL(24, 6)",
            Dialect::Postgres => "NUMERIC(24, 6)",
        }
    }

    /// The type of whole numbers of at least 38 digits.
    pub(super) fn whole_type(self) -> &'static str {
        match self {
            Dialect::DuckDb => "HUGEINT",
            Dialect::Postgres => "NUMERIC",
            Dialect::Spark => "DECIMAL(38, 0)",
        }
    }

    /// The quotient of two whole numbers, rounded down or towards zero; `NULL` if the divisor is
    /// zero. In Spark it may be one more, because Spark rounds the quotient first.
    pub(super) fn whole_quotient(self, dividend_sql: &str, divisor_sql: &str) -> String {
        match self {
            Dialect::DuckDb => format!("({dividend_sql} // NULLIF({divisor_sql}, 0))"),
            Dialect::Postgres => format!("DIV({dividend_sql}, NULLIF({divisor_sql}, 0))"),
            Dialect::Spark => {
                let quotient = format!("FLOOR({dividend_sql} / NULLIF({divisor_sql}, 0))");
                self.cast(&quotient, self.whole_type())
            }
        }
    }

    /// An array of whole numbers, each once. Its elements may be `NULL`.
    pub(super) fn whole_numbers(self, items_sql: &[String]) -> String {
        let items: Vec<String> =
            items_sql.iter().map(|item| self.cast(item, self.whole_type())).collect();
        let items = items.join(", ");
        match self {
            Dialect::DuckDb => format!("list_distinct([{items}])"),
            Dialect::Postgres => format!("ARRAY(SELECT DISTINCT unnest(ARRAY[{items}]))"),
            Dialect::Spark => format!("array_distinct(array({items}))"),
        }
    }

    /// The array with `NULL` as its only element, for [`Self::each_element`].
    pub(super) fn no_whole_number(self) -> String {
        let null = self.cast("NULL", self.whole_type());
        match self {
            Dialect::DuckDb => format!("[{null}]"),
            Dialect::Postgres => format!("ARRAY[{null}]"),
            Dialect::Spark => format!("array({null})"),
        }
    }

    /// An item of a select list that makes one row of each element of an array.
    pub(super) fn each_element(self, array_sql: &str) -> String {
        match self {
            Dialect::DuckDb | Dialect::Postgres => format!("unnest({array_sql})"),
            Dialect::Spark => format!("explode({array_sql})"),
        }
    }

    /// The bits that `mask_sql` has for at least one element of an array. It names the element
    /// `variable`.
    pub(super) fn bits_of_any(self, array_sql: &str, variable: &str, mask_sql: &str) -> String {
        match self {
            Dialect::DuckDb => {
                format!("list_bit_or([{mask_sql} FOR {variable} IN {array_sql}])")
            }
            Dialect::Postgres => format!(
                "(SELECT bit_or({mask_sql}) FROM unnest({array_sql}) AS element({variable}))"
            ),
            Dialect::Spark => format!(
                "aggregate(transform({array_sql}, {variable} -> {mask_sql}), 0L, \
                 (one, other) -> one | other)"
            ),
        }
    }

    /// A number of 64 bits that is the same for the same numbers, and almost surely differs for
    /// others. No argument is `NULL`.
    pub(super) fn digest(self, numbers_sql: &[String]) -> String {
        let numbers = numbers_sql.join(", ");
        match self {
            Dialect::DuckDb => format!("CAST(hash({numbers}) >> 1 AS BIGINT)"),
            Dialect::Postgres => format!("hash_record_extended(ROW({numbers}), 0)"),
            Dialect::Spark => format!("xxhash64({numbers})"),
        }
    }

    /// A number that differs for each row.
    pub(super) fn row_number(self) -> &'static str {
        match self {
            Dialect::DuckDb | Dialect::Postgres => "row_number() OVER ()",
            Dialect::Spark => "monotonically_increasing_id()",
        }
    }
}
