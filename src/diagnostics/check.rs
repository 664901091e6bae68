//! The checks of a whole text: faults of a pack, and findings of a pack without faults.

use std::rc::Rc;

use crate::lint::{self, Context, Source};
use crate::rulebook::{Fault, FaultCode, Json, RulePack};

use super::diagnostic::Diagnostic;
use super::from_fault::of_faults;
use super::from_finding::of_findings;
use super::undecided::Undecided;

/// A pack without faults, and the document that it was parsed from.
#[derive(Clone, Debug)]
pub struct AuthoredPack {
    /// The text
    pub text: String,
    /// The document in the text
    pub json: Json,
    /// The pack in the document
    pub pack: RulePack,
}

/// The pack in a text, or all its faults, sorted by position.
pub fn parse(text: &str) -> Result<AuthoredPack, Vec<Diagnostic>> {
    let pack = RulePack::from_json(text).map_err(|error| of_faults(text, error.faults()))?;
    // OK because `from_json` has parsed the same text.
    let json = Json::parse(text).unwrap_or(Json::Null);
    Ok(AuthoredPack { text: text.to_owned(), json, pack })
}

/// The JSON in a text, or the diagnostic of the syntax error.
pub fn parse_json(text: &str) -> Result<Json, Vec<Diagnostic>> {
    Json::parse(text).map_err(|error| {
        let fault = Fault {
            code: FaultCode::Syntax,
            pointer: String::new(),
            expected: "JSON".into(),
            found: error.to_string().into(),
            suggestion: None,
            related: None,
        };
        of_faults(text, &[fault])
    })
}

/// The results of all lints.
#[derive(Debug)]
pub struct Lints<'a> {
    /// The findings, sorted by position
    pub findings: Vec<Diagnostic>,
    /// The ids of the measures and facts that lints could not decide, with the reason
    pub undecided: Vec<(Rc<str>, Undecided)>,
    /// The pack under check, for further queries
    pub context: Context<'a>,
}

/// Runs all lints. Only quotes of documents with a source are compared with it.
pub fn lint<'a>(authored: &'a AuthoredPack, sources: &'a [Source]) -> Lints<'a> {
    let AuthoredPack { text, json, pack } = authored;
    let context = Context::new(pack, json, sources);
    let findings = of_findings(text, pack, &lint::lint(&context));
    let undecided = context.undecided().into_iter();
    let undecided = undecided.map(|id| (Rc::clone(&id), Undecided::of(pack, &id))).collect();
    Lints { findings, undecided, context }
}
