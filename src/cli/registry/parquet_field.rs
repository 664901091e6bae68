//! Values of Parquet as JSON values.

use parquet::record::Field;

use crate::rulebook::{Json, date_from_day_number, format_date};

/// The JSON value of a field, `None` for NULL.
///
/// A floating-point number becomes its shortest decimal text that parses to the same number, so
/// that 0.1 is one tenth. It is rejected later if that text has too many decimal places.
pub(super) fn json(field: &Field) -> Option<Json> {
    let integer = |value: i64| Json::Integer(value);
    Some(match field {
        Field::Null => return None,
        Field::Bool(yes) => Json::Bool(*yes),
        Field::Byte(value) => integer((*value).into()),
        Field::Short(value) => integer((*value).into()),
        Field::Int(value) => integer((*value).into()),
        Field::Long(value) => integer(*value),
        Field::UByte(value) => integer((*value).into()),
        Field::UShort(value) => integer((*value).into()),
        Field::UInt(value) => integer((*value).into()),
        Field::ULong(value) => match i64::try_from(*value) {
            Ok(value) => integer(value),
            Err(_) => Json::Number(value.to_string()),
        },
        Field::Float(value) => number(value.is_finite(), value.to_string()),
        Field::Double(value) => number(value.is_finite(), value.to_string()),
        Field::Decimal(_) => Json::Number(field.to_string()),
        Field::Str(text) => Json::String(text.clone()),
        Field::Date(day) => match date_from_day_number((*day).into()) {
            Some(date) => Json::String(format_date(date)),
            None => Json::String(format!("day {day} after 1970-01-01")),
        },
        Field::ListInternal(list) => {
            let items = list.elements().iter().map(|item| json(item).unwrap_or(Json::Null));
            Json::Array(items.collect())
        }
        // OK because `check_type` rejects columns of these types.
        Field::Float16(_)
        | Field::Bytes(_)
        | Field::TimeMillis(_)
        | Field::TimeMicros(_)
        | Field::TimestampMillis(_)
        | Field::TimestampMicros(_)
        | Field::Group(_)
        | Field::MapInternal(_) => Json::Object(Vec::new()),
    })
}

/// A number, or the text of `NaN` and infinities, which are no numbers.
fn number(is_finite: bool, text: String) -> Json {
    if is_finite { Json::Number(text) } else { Json::String(text) }
}

/// The approximate size of a field in memory.
pub(super) fn size(field: &Field) -> usize {
    match field {
        Field::Str(text) => text.len(),
        Field::ListInternal(list) => list.elements().iter().map(size).sum(),
        _ => 8,
    }
}
