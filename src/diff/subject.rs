//! The subject of a change, derived from the JSON key.
//!
//! A change is one of meaning wherever applicants rely on it: who meets a measure, what it grants,
//! and what they must do, submit or comply with. Titles, questions and explanations are wording.

/// The subject of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// The conditions of a measure or a question
    Condition,
    /// The grant of a measure
    Amount,
    /// The period of validity, or an application window
    Date,
    /// The materials to submit
    Material,
    /// The steps of an application
    Step,
    /// The obligations afterwards
    Duty,
    /// The source of a rule, and its evidence level
    Citation,
    /// Any other change of meaning
    Other,
    /// Texts whose meaning a program cannot compare
    Wording,
}

impl Subject {
    /// The name in reports. It is stable.
    pub fn name(self) -> &'static str {
        match self {
            Subject::Condition => "condition",
            Subject::Amount => "amount",
            Subject::Date => "date",
            Subject::Material => "material",
            Subject::Step => "step",
            Subject::Duty => "duty",
            Subject::Citation => "citation",
            Subject::Other => "other",
            Subject::Wording => "wording",
        }
    }

    /// The subject of the value under a key, inside a value with this subject.
    pub(super) fn child(self, key: &str) -> Subject {
        match key {
            "when" | "applies-when" | "ask-when" | "criteria" | "cases" | "quantities"
            | "assume" | "assumptions" => Subject::Condition,
            "grants" | "amount" | "limits" | "unit" | "units" => Subject::Amount,
            "in-force" | "windows" => Subject::Date,
            "materials" => Subject::Material,
            "steps" => Subject::Step,
            "duties" => Subject::Duty,
            "documents" | "provisions" | "provision" | "evidence" | "quote" | "clause" => {
                Subject::Citation
            }
            "title" | "summary" | "label" | "question" | "hint" | "check-against" | "message"
            | "synonyms" | "url" | "phone" | "instead" | "evidence-note" | "$schema" => {
                Subject::Wording
            }
            _ => self,
        }
    }
}
