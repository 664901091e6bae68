//! What differs between the databases: quotes, literals, types, arrays, rows from columns.

use jiff::civil::Date;

use crate::rulebook::{Decimal, format_date};

/// A database whose SQL is written.
///
/// Each method returns SQL text. Arguments named `…_sql` are SQL expressions and inserted as they
/// are. All other texts are quoted: no name and no text of a pack or of a mapping can end its
/// literal, its identifier or its comment. Sources: the manuals of DuckDB 1.x, PostgreSQL 15
/// (sections 4.1 and 9.19) and Spark SQL 3.5 and 4.0 (literals, identifiers, ANSI compliance).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// DuckDB 1.0 or later
    DuckDb,
    /// PostgreSQL 15 or later
    Postgres,
    /// Spark SQL 3.5 or later, with ANSI mode on or off
    Spark,
}

impl Dialect {
    /// All dialects.
    pub const ALL: [Dialect; 3] = [Dialect::DuckDb, Dialect::Postgres, Dialect::Spark];

    /// The name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Dialect::DuckDb => "duckdb",
            Dialect::Postgres => "postgres",
            Dialect::Spark => "spark",
        }
    }

    /// A quoted name of a column or an alias. PostgreSQL cuts names at 63 bytes.
    ///
    /// NUL, which no database allows, becomes U+FFFD.
    pub fn identifier(self, name: &str) -> String {
        let name = name.replace('\0', "\u{fffd}");
        match self {
            Dialect::DuckDb | Dialect::Postgres => format!("\"{}\"", name.replace('"', "\"\"")),
            Dialect::Spark => format!("`{}`", name.replace('`', "``")),
        }
    }

    /// A column of an alias, both quoted: `"f"."rd-spending"`.
    pub fn column(self, alias: &str, name: &str) -> String {
        format!("{}.{}", self.identifier(alias), self.identifier(name))
    }

    /// A table or view, each part of its name quoted: `"registry"."firms"`.
    ///
    /// In DuckDB, the path of a file is one name: `"firms.parquet"`.
    pub fn table(self, name: &str) -> String {
        let is_path = self == Dialect::DuckDb
            && (name.contains(['/', '\\'])
                || [".parquet", ".csv", ".json", ".gz"].iter().any(|end| name.ends_with(end)));
        if is_path {
            return self.identifier(name);
        }
        let parts: Vec<String> = name.split('.').map(|part| self.identifier(part)).collect();
        parts.join(".")
    }

    /// A text literal.
    ///
    /// NUL, which PostgreSQL cannot store, becomes U+FFFD. Control characters are escaped, except
    /// in DuckDB, which has no escapes in all places. In Spark, `${` is escaped too, because Spark
    /// replaces `${env:HOME}` and other variables before it parses a statement. Spark must have its
    /// default `spark.sql.parser.escapedStringLiterals=false`.
    pub fn text(self, text: &str) -> String {
        let must_escape =
            |char: char| self != Dialect::DuckDb && (char.is_control() || char == '\\');
        let mut literal = String::with_capacity(text.len() + 2);
        let mut chars = text.chars().peekable();
        while let Some(char) = chars.next() {
            match char {
                '\0' => literal.push('\u{fffd}'),
                '\'' if self == Dialect::Spark => literal.push_str("\\'"),
                '\'' => literal.push_str("''"),
                '$' if self == Dialect::Spark && chars.peek() == Some(&'{') => {
                    literal.push_str("\\u0024");
                }
                '\n' if must_escape(char) => literal.push_str("\\n"),
                '\t' if must_escape(char) => literal.push_str("\\t"),
                '\r' if must_escape(char) => literal.push_str("\\r"),
                '\\' if must_escape(char) => literal.push_str("\\\\"),
                _ if must_escape(char) => literal.push_str(&format!("\\u{:04X}", u32::from(char))),
                _ => literal.push(char),
            }
        }
        // PostgreSQL: with the prefix, escapes do not depend on the settings of the server.
        let prefix = match self {
            Dialect::Postgres if text.chars().any(|char| char != '\0' && must_escape(char)) => "E",
            _ => "",
        };
        format!("{prefix}'{literal}'")
    }

    /// A text without white space at its ends: spaces, tabs, line breaks, no-break and ideographic
    /// spaces.
    pub fn trimmed(self, text_sql: &str) -> String {
        match self {
            Dialect::DuckDb => {
                let spaces = [32, 9, 10, 13, 160, 12288].map(|code| format!("chr({code})"));
                format!("trim({text_sql}, {})", spaces.join(" || "))
            }
            Dialect::Postgres => format!("btrim({text_sql}, E' \\t\\n\\r\\u00A0\\u3000')"),
            Dialect::Spark => format!("trim(BOTH ' \\t\\n\\r\\u00A0\\u3000' FROM {text_sql})"),
        }
    }

    /// Whether a text matches a regular expression. Backslashes are not portable in it.
    pub fn matches(self, text_sql: &str, pattern: &str) -> String {
        let pattern = self.text(pattern);
        match self {
            Dialect::DuckDb => format!("regexp_matches({text_sql}, {pattern})"),
            Dialect::Postgres => format!("{text_sql} ~ {pattern}"),
            Dialect::Spark => format!("{text_sql} RLIKE {pattern}"),
        }
    }

    /// A text literal, or `NULL` as text.
    pub fn optional_text(self, text: Option<&str>) -> String {
        text.map_or_else(|| self.cast("NULL", self.text_type()), |text| self.text(text))
    }

    /// Comment lines, each with its line break. No text can end a comment: every line break of
    /// the text begins a new comment line, and other control characters become spaces.
    pub fn comment(self, text: &str) -> String {
        let is_break = |char| {
            matches!(char, '\n' | '\u{b}' | '\u{c}' | '\r' | '\u{85}')
                || matches!(char, '\u{2028}' | '\u{2029}')
        };
        let mut comment = String::new();
        for line in text.replace("\r\n", "\n").split(is_break) {
            let line: String =
                line.chars().map(|char| if char.is_control() { ' ' } else { char }).collect();
            // Spark replaces variables in comments, too.
            let line = if self == Dialect::Spark { line.replace("${", "$ {") } else { line };
            comment.push_str(format!("-- {line}").trim_end());
            comment.push('\n');
        }
        comment
    }

    /// The type of texts.
    pub fn text_type(self) -> &'static str {
        match self {
            Dialect::DuckDb => "VARCHAR",
            Dialect::Postgres => "TEXT",
            Dialect::Spark => "STRING",
        }
    }

    /// The type of arrays of texts.
    pub fn text_array_type(self) -> &'static str {
        match self {
            Dialect::DuckDb => "VARCHAR[]",
            Dialect::Postgres => "TEXT[]",
            Dialect::Spark => "ARRAY<STRING>",
        }
    }

    /// The type of numbers of facts. It holds every [`Decimal`] exactly that parsing accepts.
    pub fn decimal_type(self) -> &'static str {
        match self {
            Dialect::DuckDb | Dialect::Spark => "DECIMAL(18, 6)",
            Dialect::Postgres => "NUMERIC(18, 6)",
        }
    }

    /// A cast. An impossible one ends the query with an error.
    pub fn cast(self, value_sql: &str, type_name: &str) -> String {
        format!("CAST({value_sql} AS {type_name})")
    }

    /// A cast whose result is `NULL` if it is impossible. PostgreSQL has none: `None`.
    pub fn try_cast(self, value_sql: &str, type_name: &str) -> Option<String> {
        match self {
            Dialect::DuckDb | Dialect::Spark => {
                Some(format!("TRY_CAST({value_sql} AS {type_name})"))
            }
            Dialect::Postgres => None,
        }
    }

    /// A boolean literal.
    pub fn boolean(self, value: bool) -> &'static str {
        if value { "TRUE" } else { "FALSE" }
    }

    /// `NULL` as a boolean. Spark accepts no bare `NULL` as a condition.
    pub fn unknown(self) -> &'static str {
        "CAST(NULL AS BOOLEAN)"
    }

    /// A date literal.
    pub fn date(self, date: Date) -> String {
        format!("DATE '{}'", format_date(date))
    }

    /// A decimal literal: exact, with a decimal point, in brackets if it is negative.
    pub fn decimal(self, value: Decimal) -> String {
        let digits = value.to_string();
        let digits = if digits.contains('.') { digits } else { format!("{digits}.0") };
        if digits.starts_with('-') { format!("({digits})") } else { digits }
    }

    /// An array of expressions of the type text. It may be empty.
    pub fn array_of(self, items_sql: &[String]) -> String {
        let items = items_sql.join(", ");
        let is_empty = items_sql.is_empty();
        match self {
            Dialect::DuckDb if is_empty => self.cast("[]", self.text_array_type()),
            Dialect::DuckDb => format!("[{items}]"),
            Dialect::Postgres if is_empty => self.cast("ARRAY[]", self.text_array_type()),
            Dialect::Postgres => self.cast(&format!("ARRAY[{items}]"), self.text_array_type()),
            Dialect::Spark if is_empty => self.cast("array()", self.text_array_type()),
            Dialect::Spark => format!("array({items})"),
        }
    }

    /// An array literal.
    pub fn array(self, texts: &[&str]) -> String {
        let items: Vec<String> = texts.iter().map(|text| self.text(text)).collect();
        self.array_of(&items)
    }

    /// Whether two arrays of texts have an element in common. `NULL` if one of them is `NULL`.
    ///
    /// INVARIANT: no array has a `NULL` element.
    pub fn arrays_overlap(self, left_sql: &str, right_sql: &str) -> String {
        match self {
            Dialect::DuckDb => format!("list_has_any({left_sql}, {right_sql})"),
            Dialect::Postgres => format!("({left_sql} && {right_sql})"),
            Dialect::Spark => format!("arrays_overlap({left_sql}, {right_sql})"),
        }
    }

    /// Whether an array of texts contains a text. `NULL` if the array is `NULL`.
    pub fn array_contains(self, array_sql: &str, text: &str) -> String {
        let text = self.text(text);
        match self {
            Dialect::DuckDb => format!("list_contains({array_sql}, {text})"),
            Dialect::Postgres => format!("({text} = ANY ({array_sql}))"),
            Dialect::Spark => format!("array_contains({array_sql}, {text})"),
        }
    }

    /// The number of elements of an array: 0 if it is empty, `NULL` if it is `NULL`.
    pub fn array_length(self, array_sql: &str) -> String {
        match self {
            Dialect::DuckDb => format!("len({array_sql})"),
            Dialect::Postgres => format!("cardinality({array_sql})"),
            Dialect::Spark => {
                format!("CASE WHEN {array_sql} IS NOT NULL THEN size({array_sql}) END")
            }
        }
    }

    /// The array of those expressions of the type text that are not `NULL`, in their order.
    pub fn array_without_nulls(self, items_sql: &[String]) -> String {
        if items_sql.is_empty() {
            return self.array_of(&[]);
        }
        let array = self.array_of(items_sql);
        match self {
            // No lambda: its syntax changed in DuckDB 1.3.
            Dialect::DuckDb => format!("[item FOR item IN {array} IF item IS NOT NULL]"),
            Dialect::Postgres => format!("array_remove({array}, NULL)"),
            Dialect::Spark => format!("array_compact({array})"),
        }
    }

    /// The array of those texts whose condition is true, in their order. A condition that is
    /// `NULL` is not true.
    pub fn texts_where(self, texts_and_conditions_sql: &[(&str, String)]) -> String {
        let items: Vec<String> = texts_and_conditions_sql
            .iter()
            .map(|(text, condition)| format!("CASE WHEN {condition} THEN {} END", self.text(text)))
            .collect();
        self.array_without_nulls(&items)
    }

    /// A join that adds columns to each row, computed once from the columns before it:
    /// `CROSS JOIN LATERAL (SELECT … AS "a", …) AS "alias"`.
    ///
    /// All three databases turn it into a projection.
    pub fn lateral_columns(self, alias: &str, columns_sql: &[(&str, String)]) -> String {
        let columns: Vec<String> = columns_sql
            .iter()
            .map(|(name, value)| format!("{value} AS {}", self.identifier(name)))
            .collect();
        format!("CROSS JOIN LATERAL (SELECT {}) AS {}", columns.join(", "), self.identifier(alias))
    }

    /// A join that turns each row into one row for each element of `rows_sql`, with columns that
    /// are computed from the columns before it. Each row has as many values as there are names.
    pub fn lateral_rows(self, alias: &str, names: &[&str], rows_sql: &[Vec<String>]) -> String {
        let alias = self.identifier(alias);
        let names: Vec<String> = names.iter().map(|name| self.identifier(name)).collect();
        match self {
            Dialect::DuckDb | Dialect::Postgres => {
                let rows: Vec<String> =
                    rows_sql.iter().map(|row| format!("({})", row.join(", "))).collect();
                let (rows, names) = (rows.join(",\n  "), names.join(", "));
                format!("CROSS JOIN LATERAL (VALUES\n  {rows}\n) AS {alias}({names})")
            }
            Dialect::Spark => {
                // Named, because an array has no structures with fields of different names.
                let row = |row: &Vec<String>| {
                    let fields = row.iter().zip(1..);
                    let fields = fields.map(|(value, index)| format!("'c{index}', {value}"));
                    format!("named_struct({})", fields.collect::<Vec<String>>().join(", "))
                };
                let rows: Vec<String> = rows_sql.iter().map(row).collect();
                let (rows, names) = (rows.join(",\n  "), names.join(", "));
                format!("LATERAL VIEW inline(array(\n  {rows}\n)) {alias} AS {names}")
            }
        }
    }
}

impl std::str::FromStr for Dialect {
    type Err = String;

    fn from_str(text: &str) -> Result<Dialect, String> {
        let found = Dialect::ALL.into_iter().find(|dialect| dialect.name() == text);
        found.ok_or_else(|| "expected `duckdb`, `postgres` or `spark`".to_owned())
    }
}
