//! Cases with topics: presets, the interview, and the replies.

use std::rc::Rc;

use eligibility_check::engine::{
    AsOf, Case, CompiledPack, EvalContext, ExplainRequest, Receipt, Wanted, assess_json,
    explain_json, next_json, next_question,
};
use eligibility_check::rulebook::{Locale, RulePack};
use serde_json::{Value, json};

use crate::support::{changed_pack, date, parse_answers, parse_pack};

/// Three measures: a prize for registered firms with enough revenue per head, a loan that needs a
/// guarantee, and advice for everybody.
const PACK: &str = r#"{
  "format": 2, "id": "town", "version": "1", "languages": ["en"], "title": "Town",
  "in-force": {"from": "2018-01-01"},
  "documents": [{"id": "d", "title": "Document"}],
  "provisions": [{"id": "p", "document": "d", "clause": "1", "evidence": "official-text"}],
  "sections": [{"id": "s", "title": "Section"}],
  "facts": [
    {"id": "registered", "kind": "yes-no", "section": "s", "question": "Registered?"},
    {"id": "bank", "kind": "yes-no", "section": "s", "question": "Bank?"},
    {"id": "guarantee", "kind": "yes-no", "section": "s", "question": "Guarantee?",
     "ask-when": {"is": ["bank", true]}},
    {"id": "revenue", "kind": {"number": {"unit": "EUR", "min": 0}}, "section": "s",
     "question": "Revenue?"},
    {"id": "staff", "kind": {"number": {"unit": "people", "min": 1}}, "section": "s",
     "question": "Staff?"},
    {"id": "advised", "kind": "yes-no", "section": "s", "question": "Advised before?"}
  ],
  "measures": [
    {"id": "prize", "title": "Prize", "summary": "Prize", "provision": ["p"],
     "criteria": [
       {"id": "registered", "label": "Registered", "when": {"is": ["registered", true]},
        "provision": ["p"], "grade": "explicit"},
       {"id": "size", "label": "Size", "when": {"at-least": [{"ratio": ["revenue", "staff"]}, 10]},
        "provision": ["p"], "grade": "explicit"}
     ],
     "grants": {"fixed": {"amount": 5, "unit": "EUR"}, "evidence": "official-text",
                "provision": ["p"]}},
    {"id": "loan", "title": "Loan", "summary": "Loan", "provision": ["p"],
     "criteria": [
       {"id": "bank", "label": "Bank", "when": {"all": [
          {"is": ["bank", true]}, {"is": ["guarantee", true]}, {"is": ["registered", true]}]},
        "provision": ["p"], "grade": "explicit"}
     ],
     "grants": {"rate": {"percent": 10, "of": "revenue", "unit": "EUR"},
                "evidence": "official-text", "provision": ["p"]}},
    {"id": "advice", "title": "Advice", "summary": "Advice", "provision": ["p"],
     "criteria": [
       {"id": "new", "label": "New", "when": {"is": ["advised", false]}, "provision": ["p"],
        "grade": "explicit"}
     ],
     "grants": {"in-kind": "Advice", "evidence": "official-text", "provision": ["p"]}}
  ],
  "topics": [
    {"id": "money", "title": "Money", "summary": "Money", "measures": ["prize"],
     "preset": {"registered": true}},
    {"id": "banks", "title": "Banks", "summary": "Banks", "measures": ["loan"]},
    {"id": "services", "title": "Services", "summary": "Services", "measures": ["advice"],
     "ask": false}
  ],
  "ask-together": [{"facts": ["staff", "revenue"]}]
}"#;

fn pack() -> Rc<RulePack> {
    parse_pack(PACK)
}

/// The case, and its replies to `assess`, `next` and `explain`.
fn replies(case: &Value) -> (Value, Value, Value) {
    let pack = pack();
    let case = Case::parse(&pack, &case.to_string()).unwrap();
    let as_of = date("2019-05-10");
    let rules = CompiledPack::new(&pack, as_of);
    let context = EvalContext { pack: &pack, answers: &case.answers, as_of };
    let request = ExplainRequest {
        pack: &pack,
        answers: &case.answers,
        topics: &case.topics,
        as_of: AsOf::new(&pack, as_of),
        locale: Locale::En,
    };
    let value =
        |json: eligibility_check::rulebook::Json| serde_json::from_str(&json.to_text()).unwrap();
    (
        value(assess_json(&rules, &context, &case.topics)),
        value(next_json(&rules, &context, &case.topics)),
        value(explain_json(&rules, &request, None)),
    )
}

#[test]
fn replies_are_about_the_measures_of_the_topics() {
    let (assess, next, explain) = replies(&json!({"topics": ["money"]}));
    assert_eq!(assess["outcomes"], json!({"prize": "open"}));
    assert_eq!(assess["missing"], json!({"prize": ["revenue", "staff"]}), "the preset is known");
    assert_eq!(next["screen"], json!(["staff", "revenue"]));
    assert_eq!((&next["left-at-most"], &next["screens-left-at-most"]), (&json!(2), &json!(1)));
    assert_eq!(explain["measures"].as_array().unwrap().len(), 1);
    let (assess, ..) = replies(&json!({}));
    assert_eq!(assess["outcomes"].as_object().unwrap().len(), 3, "all without topics");
    let (assess, next, _) = replies(&json!({"topics": ["services"]}));
    assert_eq!((&assess["outcomes"], &next), (&json!({"advice": "open"}), &Value::Null));
}

#[test]
fn a_preset_gives_way_to_an_answer_and_to_another_topic_that_reads_the_fact() {
    let (assess, ..) = replies(&json!({"topics": ["money"], "answers": {"registered": false}}));
    assert_eq!(assess["outcomes"], json!({"prize": "not-met"}));
    let (assess, ..) = replies(&json!({"topics": ["banks", "money"]}));
    assert_eq!(assess["missing"]["prize"], json!(["registered", "revenue", "staff"]));
}

#[test]
fn a_question_that_waits_for_a_fact_answered_not_sure_is_to_be_found_out() {
    let not_sure = json!({"not-sure": true});
    let case = json!({"topics": ["banks"], "answers": {"bank": not_sure}});
    let (_, next, explain) = replies(&case);
    assert_eq!(next["fact"], "registered", "not the guarantee");
    assert_eq!(
        explain["to-find-out"],
        json!([{"fact": "bank", "waiting": ["guarantee"], "measures": ["loan"]}])
    );
}

#[test]
fn one_figure_of_a_ratio_is_not_asked_if_the_other_stays_unknown() {
    let case = json!({"topics": ["money"], "answers": {"revenue": {"not-sure": true}}});
    let (_, next, explain) = replies(&case);
    assert_eq!(next, Value::Null);
    assert_eq!(explain["to-find-out"][0]["fact"], "revenue");
}

#[test]
fn a_fact_that_only_refines_an_amount_is_a_detail_and_no_question() {
    let met = json!({"registered": true, "bank": true, "guarantee": true});
    let (_, next, explain) = replies(&json!({"topics": ["banks"], "answers": met}));
    assert_eq!(next, Value::Null);
    let loan = &explain["measures"][0];
    assert_eq!((&loan["outcome"], &loan["details"]), (&json!("met"), &json!(["revenue"])));
}

#[test]
fn an_unknown_topic_is_an_error_with_a_suggestion() {
    let error = Case::parse(&pack(), r#"{"topics": ["mony"]}"#).unwrap_err();
    assert_eq!(error.field(), Some("topics"));
    assert_eq!(error.message(), "`topics`: no topic has the id `mony`; did you mean `money`?");
    let error = Case::parse(&pack(), r#"{"topics": "money"}"#).unwrap_err();
    assert_eq!(
        error.to_string(),
        "`topics`: expected a list of topic ids, found the string `money`"
    );
}

#[test]
fn a_receipt_has_the_topics_and_no_presets() {
    let pack = pack();
    let (.., explain) = replies(&json!({"as-of": "2019-05-10", "topics": ["services", "money"]}));
    let receipt = Receipt::decode(&pack, explain["receipt"].as_str().unwrap()).unwrap();
    let ids = receipt.topics.iter().map(|topic| &*pack.topics[*topic].id);
    assert_eq!(ids.collect::<Vec<_>>(), ["money", "services"]);
    assert_eq!(receipt.answers.count(), 0);
}

#[test]
fn a_measure_that_is_worth_more_is_asked_about_first() {
    let first = |asks: bool| {
        let pack = changed_pack(PACK, |pack| {
            pack["measures"][2]["weight"] = json!(100);
            pack["topics"][2]["ask"] = json!(asks);
        });
        let rules = CompiledPack::new(&pack, date("2019-05-10"));
        let answers = parse_answers(&pack, "{}");
        let assessment = rules.assess(&pack, &answers);
        let wanted = Wanted::all(&pack);
        let next = next_question(&rules, &pack, &answers, &assessment, &wanted).unwrap();
        pack.facts[next.fact].id.to_string()
    };
    assert_eq!(first(true), "advised");
    assert_eq!(first(false), "registered", "the advice is only in a topic that asks nothing");
}

#[test]
fn a_question_that_may_not_concern_the_applicant_waits_for_the_questions_that_tell() {
    // A guarantee alone would decide the loan, but only those with a bank are asked about it.
    let pack = changed_pack(PACK, |pack| {
        pack["measures"][1]["criteria"][0]["when"] = json!({"any": [
            {"is": ["guarantee", true]},
            {"all": [{"is": ["bank", false]}, {"is": ["registered", true]}]}
        ]});
    });
    let rules = CompiledPack::new(&pack, date("2019-05-10"));
    let wanted = Wanted::new(&pack, &[pack.find_topic("banks").unwrap()]);
    let next = |answers: &str| {
        let answers = parse_answers(&pack, answers);
        let assessment = rules.assess(&pack, &answers);
        let next = next_question(&rules, &pack, &answers, &assessment, &wanted).unwrap();
        pack.facts[next.fact].id.to_string()
    };
    assert_ne!(next("{}"), "guarantee");
    assert_eq!(next(r#"{"bank": true}"#), "guarantee");
}
