//! What a difference is about, told by the key under which it stands.
//!
//! A difference is one of meaning wherever a person relies on what is written: on who meets a measure, on what it gives,
//! and also on what must be done, brought or kept. How a thing is called, asked or explained is wording.

/// What a difference is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Subject {
    /// Who meets a measure, or is asked a question
    Condition,
    /// What a measure grants
    Amount,
    /// When something is in force, or can be applied for
    Date,
    /// What to bring
    Material,
    /// What to do
    Step,
    /// What one is bound to afterwards
    Duty,
    /// Where something stands, and how sure that is
    Citation,
    /// Anything else that changes what the pack does
    Other,
    /// What people read; the same in meaning, as far as a program can tell
    Wording,
}

impl Subject {
    /// Its stable name.
    pub(super) fn name(self) -> &'static str {
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

    /// What the value under a key of something with this subject is about.
    pub(super) fn below(self, key: &str) -> Subject {
        match key {
            "when" | "applies-when" | "ask-when" | "criteria" => Subject::Condition,
            "grants" | "amount" | "limits" | "unit" | "units" => Subject::Amount,
            "in-force" | "windows" => Subject::Date,
            "materials" => Subject::Material,
            "steps" => Subject::Step,
            "duties" => Subject::Duty,
            "documents" | "provisions" | "provision" | "evidence" | "quote" | "clause" => {
                Subject::Citation
            }
            "title" | "summary" | "label" | "question" | "hint" | "$schema" => Subject::Wording,
            _ => self,
        }
    }
}
