//! Types of Parquet columns, and the facts that can be read from them.

use parquet::basic::{ConvertedType, LogicalType, Repetition, Type as PhysicalType};
use parquet::schema::types::Type;

use crate::rulebook::FactKind;

/// The type of the values of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scalar {
    Boolean,
    Text,
    Integer,
    Decimal,
    /// A binary floating-point number
    Float,
    Date,
    Timestamp,
    Other,
}

impl Scalar {
    /// The type of a primitive column.
    fn of(column: &Type) -> Scalar {
        if let Some(LogicalType::Timestamp { .. }) = column.get_basic_info().logical_type_ref() {
            return Scalar::Timestamp;
        }
        match (column.get_physical_type(), column.get_basic_info().converted_type()) {
            (_, ConvertedType::UTF8 | ConvertedType::ENUM) => Scalar::Text,
            (_, ConvertedType::DECIMAL) => Scalar::Decimal,
            (_, ConvertedType::DATE) => Scalar::Date,
            (_, ConvertedType::TIMESTAMP_MILLIS | ConvertedType::TIMESTAMP_MICROS)
            | (PhysicalType::INT96, _) => Scalar::Timestamp,
            (PhysicalType::BOOLEAN, _) => Scalar::Boolean,
            (PhysicalType::FLOAT | PhysicalType::DOUBLE, _) => Scalar::Float,
            (
                PhysicalType::INT32 | PhysicalType::INT64,
                ConvertedType::NONE
                | ConvertedType::INT_8
                | ConvertedType::INT_16
                | ConvertedType::INT_32
                | ConvertedType::INT_64
                | ConvertedType::UINT_8
                | ConvertedType::UINT_16
                | ConvertedType::UINT_32
                | ConvertedType::UINT_64,
            ) => Scalar::Integer,
            _ => Scalar::Other,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Scalar::Boolean => "booleans",
            Scalar::Text => "texts",
            Scalar::Integer => "integers",
            Scalar::Decimal => "decimals",
            Scalar::Float => "floating-point numbers",
            Scalar::Date => "dates",
            Scalar::Timestamp => "timestamps",
            Scalar::Other => "values of another type",
        }
    }
}

/// The type of a column: of its values, or of the items of its lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ColumnType {
    Scalar(Scalar),
    List(Scalar),
    /// A structure, a map, or lists in lists
    Nested,
}

impl ColumnType {
    pub(super) fn of(column: &Type) -> ColumnType {
        let is_repeated =
            |column: &Type| column.get_basic_info().repetition() == Repetition::REPEATED;
        if is_repeated(column) {
            return ColumnType::Nested;
        }
        if column.is_primitive() {
            return ColumnType::Scalar(Scalar::of(column));
        }
        let list = match column.get_fields() {
            [list] if column.get_basic_info().converted_type() == ConvertedType::LIST => list,
            _ => return ColumnType::Nested,
        };
        match list.is_primitive() {
            true if is_repeated(list) => ColumnType::List(Scalar::of(list)),
            true => ColumnType::Nested,
            false => match list.get_fields() {
                [item] if is_repeated(list) && item.is_primitive() && !is_repeated(item) => {
                    ColumnType::List(Scalar::of(item))
                }
                _ => ColumnType::Nested,
            },
        }
    }

    /// The type in messages.
    pub(super) fn name(self) -> String {
        match self {
            ColumnType::Scalar(scalar) => scalar.name().to_owned(),
            ColumnType::List(scalar) => format!("lists of {}", scalar.name()),
            ColumnType::Nested => "nested values".to_owned(),
        }
    }
}

/// Checks that a fact can be read from a column. `is_mapped` is whether the mapping has `values`.
///
/// # Errors
///
/// The expected type.
pub(super) fn check_type(
    kind: &FactKind,
    is_mapped: bool,
    column: ColumnType,
) -> Result<(), &'static str> {
    use Scalar::{Boolean, Date, Decimal, Float, Integer, Text};
    let (allowed, expected): (&[Scalar], _) = match (kind, is_mapped) {
        (FactKind::Number(_), _) => (
            &[Integer, Decimal, Float, Text],
            "integers, decimals, floating-point numbers or texts",
        ),
        (FactKind::Date, _) => (&[Date, Text], "dates, or texts with dates"),
        (FactKind::YesNo, false) => (
            &[Boolean, Text],
            "booleans or texts; give other values a meaning with `values` in the mapping",
        ),
        (FactKind::Choice(_), false) => {
            (&[Text], "texts; give other values a meaning with `values` in the mapping")
        }
        (FactKind::Choices(_), false) => (&[Text], "lists of texts"),
        (FactKind::YesNo | FactKind::Choice(_), true) => {
            (&[Boolean, Integer, Text], "texts, integers or booleans")
        }
        (FactKind::Choices(_), true) => {
            (&[Boolean, Integer, Text], "lists of texts, integers or booleans")
        }
    };
    let is_allowed = match (kind, column) {
        (FactKind::Choices(_), ColumnType::List(scalar)) => allowed.contains(&scalar),
        (FactKind::Choices(_), ColumnType::Scalar(_)) => false,
        (_, ColumnType::Scalar(scalar)) => allowed.contains(&scalar),
        (_, ColumnType::List(_) | ColumnType::Nested) => false,
    };
    if is_allowed { Ok(()) } else { Err(expected) }
}
