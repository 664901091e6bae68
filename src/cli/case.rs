//! Cases as JSON: parsing, reading from a file or standard input, and `--measure`.

use std::path::Path;

use crate::engine::{Case, CaseError, Receipt};
use crate::rulebook::{Json, MeasureId, RulePack, TopicId, closest_name};
use jiff::civil::Date;

use super::input::read_text_or_stdin;
use super::{CliError, today};

/// Most bytes of a case. A case that answers everything has about 2000.
pub(super) const MAX_CASE_SIZE: u64 = 1_000_000;

/// Parses a case, and checks the relations between its answers. `as_of` applies if the case has no
/// as-of date. The first value of the pair is its id as JSON text, which the reply returns
/// unchanged.
pub(super) fn parse_case(
    pack: &RulePack,
    line: &[u8],
    as_of: Date,
) -> Result<(String, Case), (String, CaseError)> {
    if line.len() as u64 > MAX_CASE_SIZE {
        let limit = MAX_CASE_SIZE / 1_000_000;
        let message = format!("larger than the limit of {limit} MB");
        return Err(("null".to_owned(), CaseError::Malformed(message)));
    }
    // Editors on Windows write a byte order mark.
    let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line);
    let Ok(text) = std::str::from_utf8(line) else {
        return Err(("null".to_owned(), CaseError::Malformed("not UTF-8 text".to_owned())));
    };
    let json = match Json::parse(text) {
        Ok(json) => json,
        Err(error) => return Err(("null".to_owned(), CaseError::Malformed(error.to_string()))),
    };
    let id = json.get("id").map_or_else(|| "null".to_owned(), Json::to_text);
    let checked = Case::from_json(pack, &json)
        .and_then(|case| case.check_relations(pack, as_of).map(|()| case));
    match checked {
        Ok(case) => Ok((id, case)),
        Err(error) => Err((id, error)),
    }
}

/// Finds the measure that `--measure` names.
pub(super) fn find_measure(pack: &RulePack, id: &str) -> Result<MeasureId, CliError> {
    pack.find_measure(id).ok_or_else(|| {
        let error = CliError::invalid(format!("no measure has the id `{id}`"));
        match closest_name(id, pack.measures.iter().map(|(_, measure)| &*measure.id)) {
            Some(name) => error.help(format!("did you mean `{name}`?")),
            None => error,
        }
    })
}

/// Finds the topics that `--topic` names.
pub(super) fn find_topics(pack: &RulePack, ids: &[String]) -> Result<Vec<TopicId>, CliError> {
    let mut topics = Vec::new();
    for id in ids {
        topics.push(pack.find_topic(id).ok_or_else(|| {
            let error = CliError::invalid(format!("no topic has the id `{id}`"));
            match pack.similar_topic(id) {
                Some(name) => error.help(format!("did you mean `{name}`?")),
                None => error,
            }
        })?);
    }
    Ok(topics)
}

/// Reads a case from a file or standard input. `as_of` applies if the case has no as-of date.
pub(super) fn read_case(
    pack: &RulePack,
    path: &Path,
    as_of: Option<Date>,
) -> Result<Receipt, CliError> {
    let text = read_text_or_stdin(path).map_err(|error| {
        error.help_if_missing("pass a file with a case, or `-` for standard input")
    })?;
    let name = match path.as_os_str() == "-" {
        true => "standard input".to_owned(),
        false => format!("`{}`", path.display()),
    };
    if text.trim().is_empty() {
        let help =
            "pass a file with a case, or a case on standard input, such as {\"answers\": {}}";
        return Err(
            CliError::invalid(format!("{name} is empty, but a case is expected")).help(help)
        );
    }
    let as_of = as_of.unwrap_or_else(today);
    let parsed = parse_case(pack, text.as_bytes(), as_of);
    let (_, case) = parsed.map_err(|(_, error)| invalid_case(&name, &error))?;
    let as_of = case.as_of.unwrap_or(as_of);
    Ok(Receipt { as_of, topics: case.topics, answers: case.answers, other_rules: None })
}

/// The error for a case, with its suggestions as the remedy.
fn invalid_case(name: &str, error: &CaseError) -> CliError {
    let CaseError::Answers(errors) = error else {
        let invalid = CliError::invalid(format!("the case in {name} cannot be used: {error}"));
        return match error {
            CaseError::OtherPack(_) => invalid.help("pass that pack with `--pack`"),
            _ => invalid,
        };
    };
    let messages = errors.iter().map(|error| format!("`{}`: {}", error.field, error.message));
    let messages = messages.collect::<Vec<_>>().join("; ");
    let invalid = CliError::invalid(format!("the case in {name} cannot be used: {messages}"));
    let names = errors.iter().filter_map(|error| error.suggestion.as_ref());
    let names = names.map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    if names.is_empty() { invalid } else { invalid.help(format!("did you mean {names}?")) }
}
