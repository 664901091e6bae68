//! Answers, as typed and as they stand in files: what is read is a value of its fact, and reads back as itself.

use std::rc::Rc;

use eligibility_check::engine::{
    Answers, Case, CaseError, CompiledPack, EvalContext, Origin, answers_from_json, assess_json,
    case_json, next_json, parse_answer, reply_text,
};
use eligibility_check::rulebook::{Date, FactKind, Json, RulePack, Value, date_text, parse_date};

use super::laws;

thread_local! {
    static BOOKS: [Known; 2] = [
        Known::new(include_str!("../../transcripts/packs/harbour.json")),
        Known::new(include_str!("../../../rules.json")),
    ];
}

/// A pack that is read and compiled once.
struct Known {
    book: Rc<RulePack>,
    rules: CompiledPack,
}

impl Known {
    fn new(text: &str) -> Known {
        let book = RulePack::from_json(text).unwrap();
        let rules = CompiledPack::new(&book, as_of());
        Known { book: Rc::new(book), rules }
    }
}

fn as_of() -> Date {
    parse_date("2019-05-10").unwrap_or_default()
}

pub(super) fn check(input: &[u8]) -> bool {
    BOOKS.with(|books| {
        for known in books {
            if let Ok(text) = std::str::from_utf8(input) {
                typed(&known.book, text);
                text.split('\n').for_each(|line| case(known, line));
                if let Ok(json) = Json::parse(text) {
                    from_file(known, &json);
                }
            }
        }
    });
    true
}

fn typed(book: &RulePack, text: &str) {
    for (_, fact) in book.facts.iter() {
        let Ok(Some(value)) = parse_answer(&fact.kind, text) else { continue };
        let shown = match (&fact.kind, value) {
            (FactKind::Number(kind), Value::Number(number)) => {
                assert!(
                    kind.min.is_none_or(|min| min <= number)
                        && kind.max.is_none_or(|max| number <= max)
                );
                assert!(number.places() <= kind.decimals);
                number.to_string()
            }
            (FactKind::Date, Value::Date(date)) => date_text(date),
            other => format!("{other:?}: a value of another kind"),
        };
        assert_eq!(parse_answer(&fact.kind, &shown), Ok(Some(value)), "{shown}");
    }
}

fn from_file(known: &Known, json: &Json) {
    match answers_from_json(&known.book, json) {
        Ok(answers) => usable(known, known.rules.as_of, &answers),
        Err(errors) => {
            assert!(!errors.is_empty());
            for error in &errors {
                assert!(
                    !error.message.is_empty() && error.suggestion.as_ref() != Some(&error.field),
                    "{error:?}"
                );
            }
        }
    }
}

fn usable(known: &Known, as_of: Date, answers: &Answers) {
    let case = case_json(&known.book, as_of, answers).to_text();
    let again = Case { as_of: Some(as_of), answers: answers.clone(), origin: Origin::default() };
    assert_eq!(Case::parse(&known.book, &case).as_ref(), Ok(&again), "{case}");
    laws::state(&known.book, &known.rules, answers);
    let context = EvalContext { pack: &known.book, answers, as_of: known.rules.as_of };
    is_json(&reply_text("[7]", &assess_json(&known.rules, &context)));
    is_json(&next_json(&known.rules, &context).to_text());
}

/// A line of `eligibility assess`.
fn case(known: &Known, text: &str) {
    // What fits is taken by whoever asks for that, and nothing of a case that is refused for its form.
    match (Case::parse(&known.book, text), Case::parse_lenient(&known.book, text)) {
        (Ok(case), fitting) => assert_eq!(fitting, Ok((case, Vec::new()))),
        (Err(CaseError::Answers(errors)), Ok((case, left_out))) => {
            assert_eq!(errors, left_out);
            usable(known, case.as_of.unwrap_or(known.rules.as_of), &case.answers);
        }
        (Err(bad), fitting) => assert_eq!(fitting, Err(bad)),
    }
    match Case::parse(&known.book, text) {
        Ok(case) => {
            let as_of = case.as_of.unwrap_or(known.rules.as_of);
            assert_eq!(parse_date(&date_text(as_of)), Some(as_of));
            usable(known, as_of, &case.answers);
        }
        Err(bad) => {
            assert!(!bad.message().is_empty() && !bad.to_string().is_empty());
            is_json(&reply_text("\"id\"", &bad.json(7)));
        }
    }
}

/// A reply is one line of JSON.
fn is_json(text: &str) {
    assert!(Json::parse(text).is_ok() && !text.contains('\n'), "{text}");
}
