//! Diagnostics as JSON (format 1), for programs.

use serde_json::{Value, json};

use super::diagnostic::{Diagnostic, RelatedSpan};
use super::range::line_and_column;

impl Diagnostic {
    /// The diagnostic as a JSON object. The format is stable.
    pub fn json(&self, source: &str) -> Value {
        let (line, column) = line_and_column(source, self.range.start);
        let suggestion = self.suggestion.as_ref().map(|suggestion| {
            let range = &suggestion.range;
            json!({ "bytes": { "start": range.start, "end": range.end }, "text": suggestion.text })
        });
        let mut value = json!({
            "code": self.code,
            "pointer": self.pointer,
            "message": self.message,
            "help": self.help,
            "bytes": { "start": self.range.start, "end": self.range.end },
            "line": line,
            "column": column,
            "suggestion": suggestion,
        });
        let more = match &self.mismatch {
            Some(mismatch) => json!({
                "expected": mismatch.expected,
                "found": mismatch.found,
                "related": self.related.first().map(|related| &related.pointer),
                "places": self.places_json(source),
                "notes": self.notes,
            }),
            None => json!({
                "label": self.label,
                "places": self.places_json(source),
                "example": self.example.as_ref().map(|json| {
                    serde_json::from_str::<Value>(&json.to_text()).unwrap_or_default()
                }),
            }),
        };
        if let (Value::Object(value), Value::Object(more)) = (&mut value, more) {
            value.extend(more);
        }
        value
    }

    fn places_json(&self, source: &str) -> Vec<Value> {
        let place = |related: &RelatedSpan| {
            let (line, column) = line_and_column(source, related.range.start);
            let (pointer, label) = (&related.pointer, &related.label);
            json!({ "pointer": pointer, "label": label, "line": line, "column": column })
        };
        self.related.iter().map(place).collect()
    }

    /// The line and column of the range in the text. Both count from 1; the column counts bytes.
    pub fn line_and_column(&self, source: &str) -> (usize, usize) {
        line_and_column(source, self.range.start)
    }
}
