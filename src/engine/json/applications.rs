//! Whether a measure can be applied for, as JSON.

use crate::engine::applications::{Applications, applications, days_left, window_facts};
use crate::engine::evaluate::EvalContext;
use crate::rulebook::{Date, Json, MeasureId, format_date};

use super::values::{Object, fact_ids, string};

/// The status of the applications, with its day; null if no window is published for the applicant.
pub(super) fn applications_json(context: &EvalContext<'_>, id: MeasureId) -> Json {
    let status = applications(context, id);
    let mut json = Object::default().with("status", string(status.name()));
    let mut put = |key: &str, day: Date| json.put(key, Json::String(format_date(day)));
    match status {
        Applications::Unpublished => return Json::Null,
        Applications::Open(None) | Applications::Closed(None) => {}
        Applications::Open(Some(until)) => {
            put("until", until);
            json.put("days-left", Json::Integer(days_left(context.as_of, until)));
        }
        Applications::Opens(from) => put("from", from),
        Applications::Closed(Some(last)) | Applications::Past(last) => put("until", last),
        Applications::Undecided => {
            json.put("missing", fact_ids(context.pack, &window_facts(context, id)));
        }
    }
    json.json()
}
