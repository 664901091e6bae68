//! Answers as typed and in files: a parsed answer is a valid value of its fact, and its text parses
//! to the same value.

use std::rc::Rc;

use eligibility_check::engine::{
    Answers, Case, CaseError, CompiledPack, EvalContext, Origin, answers_from_json, assess_json,
    case_json, next_json, parse_answer, reply_text,
};
use eligibility_check::rulebook::{Date, FactKind, Json, RulePack, Value, format_date, parse_date};

use super::laws;

thread_local! {
    static PACKS: [TestPack; 2] = [
        TestPack::new(include_str!("../../transcripts/packs/harbour.json")),
        TestPack::new(include_str!("../../../rules.json")),
    ];
}

/// A pack that is parsed and compiled once.
struct TestPack {
    pack: Rc<RulePack>,
    rules: CompiledPack,
}

impl TestPack {
    fn new(text: &str) -> TestPack {
        let pack = RulePack::from_json(text).unwrap();
        let rules = CompiledPack::new(&pack, as_of());
        TestPack { pack: Rc::new(pack), rules }
    }
}

fn as_of() -> Date {
    parse_date("2019-05-10").unwrap_or_default()
}

pub(super) fn check(input: &[u8]) -> bool {
    PACKS.with(|packs| {
        for pack in packs {
            if let Ok(text) = std::str::from_utf8(input) {
                check_typed(&pack.pack, text);
                text.split('\n').for_each(|line| check_case(pack, line));
                if let Ok(json) = Json::parse(text) {
                    check_file(pack, &json);
                }
            }
        }
    });
    true
}

/// Checks the text as typed for each fact.
fn check_typed(pack: &RulePack, text: &str) {
    for (_, fact) in pack.facts.iter() {
        let Ok(Some(value)) = parse_answer(pack, &fact.kind, text) else { continue };
        let value_text = match (&fact.kind, value) {
            (FactKind::Number(kind), Value::Number(number)) => {
                assert!(
                    kind.min.is_none_or(|min| min <= number)
                        && kind.max.is_none_or(|max| number <= max)
                );
                assert!(number.places() <= kind.decimals);
                number.to_string()
            }
            (FactKind::Date, Value::Date(date)) => format_date(date),
            other => format!("{other:?}: a value of another kind"),
        };
        assert_eq!(parse_answer(pack, &fact.kind, &value_text), Ok(Some(value)), "{value_text}");
    }
}

/// Checks the JSON as an object of answers.
fn check_file(pack: &TestPack, json: &Json) {
    match answers_from_json(&pack.pack, json) {
        Ok(answers) => check_answers(pack, pack.rules.as_of, &answers),
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

/// Asserts the laws for accepted answers, and that replies are valid JSON.
fn check_answers(pack: &TestPack, as_of: Date, answers: &Answers) {
    let case = case_json(&pack.pack, as_of, &[], answers).to_text();
    let decoded = Case {
        as_of: Some(as_of),
        topics: Vec::new(),
        answers: answers.clone(),
        origin: Origin::default(),
    };
    assert_eq!(Case::parse(&pack.pack, &case).as_ref(), Ok(&decoded), "{case}");
    laws::check_without_explanations(&pack.pack, &pack.rules, answers);
    let context = EvalContext { pack: &pack.pack, answers, as_of: pack.rules.as_of };
    assert_json(&reply_text("[7]", &assess_json(&pack.rules, &context, &[])));
    assert_json(&next_json(&pack.rules, &context, &[]).to_text());
}

/// Checks a line of `eligibility assess`.
fn check_case(pack: &TestPack, text: &str) {
    // `parse_lenient` takes the answers that fit. It takes none of a case with an invalid form.
    match (Case::parse(&pack.pack, text), Case::parse_lenient(&pack.pack, text)) {
        (Ok(case), fitting) => assert_eq!(fitting, Ok((case, Vec::new()))),
        (Err(CaseError::Answers(errors)), Ok((case, left_out))) => {
            assert_eq!(errors, left_out);
            check_answers(pack, case.as_of.unwrap_or(pack.rules.as_of), &case.answers);
        }
        (Err(bad), fitting) => assert_eq!(fitting, Err(bad)),
    }
    match Case::parse(&pack.pack, text) {
        Ok(case) => {
            let as_of = case.as_of.unwrap_or(pack.rules.as_of);
            assert_eq!(parse_date(&format_date(as_of)), Some(as_of));
            check_answers(pack, as_of, &case.answers);
        }
        Err(bad) => {
            assert!(!bad.message().is_empty() && !bad.to_string().is_empty());
            assert_json(&reply_text("\"id\"", &bad.json(7)));
        }
    }
}

/// Asserts that a reply is one line of JSON.
fn assert_json(text: &str) {
    assert!(Json::parse(text).is_ok() && !text.contains('\n'), "{text}");
}
