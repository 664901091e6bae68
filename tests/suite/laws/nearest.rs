//! The nearest miss is the smallest change of answers, compared with all answers, and for some
//! firms.

use eligibility_check::engine::{
    Answer, Answers, Change, CompiledPack, EvalContext, NearestMiss, Outcome, Truth, near_miss,
    nearest_miss,
};
use eligibility_check::rulebook::{
    Changeable, Date, FactId, FactKind, MeasureId, RulePack, Value, format_date,
};
use proptest::prelude::*;
use serde_json::{Value as Json, json};

use crate::answer_space::{self, AS_OF, domain};
use crate::generate;
use crate::support::{HARBOUR, PUBLISHED, cases, changed_pack, date, parse_answers, parse_pack};

fn found(
    pack: &RulePack,
    answers: &Answers,
    as_of: Date,
    measure: MeasureId,
) -> Option<NearestMiss> {
    nearest_miss(&EvalContext { pack, answers, as_of }, measure)
}

/// The end of the fact `founded` of [`HARBOUR`].
const FOUNDED_CHANGEABLE: &str = r#"{"zh-Hans": "哪天成立？"}, "changeable": true"#;
/// The same, of a fact that the applicant cannot change.
const FOUNDED_FIXED: &str = r#"{"zh-Hans": "哪天成立？"}"#;

/// The smallest number of changed answers that makes the measure possible, by brute force.
fn brute_force(
    pack: &RulePack,
    answers: &Answers,
    compiled: &CompiledPack,
    measure: MeasureId,
) -> Option<usize> {
    let changeable = |fact: &FactId| {
        pack.facts[*fact].changeable != Changeable::No && answers.value(*fact).is_some()
    };
    let facts: Vec<FactId> = pack.facts.iter().map(|(fact, _)| fact).filter(changeable).collect();
    let mut best = None;
    try_all(pack, answers, &facts, 0, &mut |tried, changes| {
        if best.is_none_or(|best| changes < best)
            && compiled.assess(pack, tried).of(measure).can_be_met
            && !only_assumes(pack, answers, tried, compiled, measure)
        {
            best = Some(changes);
        }
    });
    best
}

/// Whether the measure is not met, and its assumption applies only after the changes.
fn only_assumes(
    pack: &RulePack,
    given: &Answers,
    tried: &Answers,
    compiled: &CompiledPack,
    measure: MeasureId,
) -> bool {
    let Some(assumption) = pack.measures[measure].assume else { return false };
    let applies = |answers: &Answers| {
        let context = EvalContext { pack, answers, as_of: date(AS_OF) };
        context.truth(&pack.assumptions[assumption].when)
    };
    let outcome = compiled.assess(pack, tried).of(measure).outcome;
    matches!(outcome, Outcome::Open | Outcome::MetOnceSettled)
        && applies(given) == Truth::False
        && applies(tried) != Truth::False
}

fn try_all(
    pack: &RulePack,
    answers: &Answers,
    facts: &[FactId],
    changes: usize,
    visit: &mut dyn FnMut(&Answers, usize),
) {
    let Some((fact, rest)) = facts.split_first() else { return visit(answers, changes) };
    for value in domain(&pack.facts[*fact].kind) {
        let own = answers.value(*fact);
        let changed = usize::from(own != Some(value));
        let allows = |own: Value| pack.facts[*fact].changeable.allows(own, value);
        if changed == 1 && !own.is_some_and(allows) {
            continue;
        }
        let mut tried = answers.clone();
        tried.set(*fact, Some(Answer::Value(value)));
        try_all(pack, &tried, rest, changes + changed, visit);
    }
}

/// Whether the pack compares facts with each other. Then several values must change together.
fn compares(source: &str) -> bool {
    ["difference", "sum", "ratio"].iter().any(|operator| source.contains(operator))
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn the_changes_make_the_measure_possible_and_no_fewer_changes_do(
        source in generate::pack(), codes in answer_space::codes(),
    ) {
        let pack = RulePack::from_json(&source).unwrap();
        let given = answer_space::answers(&pack, &codes);
        let compiled = CompiledPack::new(&pack, date(AS_OF));
        let has_dates = pack.facts.iter().any(|(_, fact)| matches!(fact.kind, FactKind::Date));
        for (measure, assessed) in compiled.assess(&pack, &given).iter() {
            let found = found(&pack, &given, date(AS_OF), measure);
            let context = EvalContext { pack: &pack, answers: &given, as_of: date(AS_OF) };
            let single = found.clone().filter(|found| found.changes.len() == 1);
            // Other values, found together with another fact, may turn out to suffice alone.
            match near_miss(&context, measure) {
                None => prop_assert!(single.is_none() || compares(&source)),
                near => prop_assert_eq!(near, single),
            }
            if assessed.outcome != Outcome::NotMet {
                prop_assert_eq!(found, None);
                continue;
            }
            let fewest = brute_force(&pack, &given, &compiled, measure);
            let Some(found) = found else {
                prop_assert!(fewest.is_none_or(|fewest| fewest > 3) || compares(&source), "{:?} changes are enough", fewest);
                continue;
            };
            let (mut changed, mut as_of) = (given.clone(), date(AS_OF));
            for change in &found.changes {
                match change {
                    Change::Wait(until) => as_of = *until,
                    Change::Answer(fact, value) => {
                        let own = given.value(*fact);
                        let changeable = pack.facts[*fact].changeable;
                        prop_assert!(own.is_some_and(|own| changeable.allows(own, *value)));
                        prop_assert!(own != Some(*value));
                        changed.set(*fact, Some(Answer::Value(*value)));
                    }
                }
            }
            let after = CompiledPack::new(&pack, as_of).assess(&pack, &changed);
            prop_assert!(after.of(measure).can_be_met, "the changes are not enough");
            let is_waiting = found.changes.iter().any(|change| matches!(change, Change::Wait(_)));
            prop_assert!(is_waiting || !only_assumes(&pack, &given, &changed, &compiled, measure));
            prop_assert_eq!(after.of(measure).outcome, found.then);
            if found.is_smallest {
                prop_assert!(fewest.is_none_or(|fewest| found.changes.len() <= fewest));
                prop_assert!(has_dates || fewest == Some(found.changes.len()));
            }
        }
    }
}

/// The changes as text: `fact = value`, or the date to wait for.
fn changes_of(pack: &RulePack, codes: &str, as_of: &str, measure: &str) -> Vec<String> {
    let given = parse_answers(pack, codes);
    let found = found(pack, &given, date(as_of), pack.find_measure(measure).unwrap());
    let changes = found.map(|found| found.changes).unwrap_or_default();
    let text = |change: &Change| match change {
        Change::Wait(until) => format!("wait until {}", format_date(*until)),
        Change::Answer(fact, value) => {
            let fact = &pack.facts[*fact];
            let json = eligibility_check::engine::answer_to_json(&fact.kind, Answer::Value(*value));
            format!("{} = {}", fact.id, json.to_text())
        }
    };
    changes.iter().map(text).collect()
}

const SOFTWARE: &str = r#""applicant-kind": "enterprise", "registered-in-tianhe": true, "taxed-in-tianhe": true,
    "reports-in-tianhe": true, "independent-legal-person": true, "rd-sectors": ["information"]"#;

#[test]
fn an_amount_below_a_threshold_is_raised_to_the_threshold() {
    let pack = parse_pack(PUBLISHED);
    let codes = format!(
        r#"{{{SOFTWARE}, "software-firm": "in-statistics", "quarter-revenue": "14000.5", "quarter-revenue-before": "10000"}}"#
    );
    assert_eq!(
        changes_of(&pack, &codes, "2019-05-10", "grow-software-quarter"),
        ["quarter-revenue = \"15000\""]
    );
}

#[test]
fn an_unchangeable_fact_is_never_proposed() {
    let pack = parse_pack(PUBLISHED);
    let codes = format!(r#"{{{SOFTWARE}, "rd-spending": "720.5", "rd-spending-before": "600"}}"#);
    // The figures of past years cannot be raised.
    assert!(changes_of(&pack, &codes, "2019-05-10", "grow-rd").is_empty());
    let codes = codes.replace("\"enterprise\"", "\"other\"");
    let proposed = changes_of(&pack, &codes, "2019-05-10", "grow-rd");
    assert!(proposed.iter().all(|change| !change.contains("applicant-kind")), "{proposed:?}");
}

/// The small pack for firms founded at least this number of months ago. The date is unchangeable.
fn founded_months_ago(months: u32) -> std::rc::Rc<RulePack> {
    let waiting = format!(r#""at-least": [{{"months-since": "founded"}}, {months}]"#);
    let source = HARBOUR
        .replace(r#""at-most": [{"months-since": "founded"}, 24]"#, &waiting)
        .replace(FOUNDED_CHANGEABLE, FOUNDED_FIXED);
    parse_pack(&source)
}

const FOUNDED: &str = r#"{"registered": true, "founded": "2018-01-31", "revenue": 3000}"#;

#[test]
fn waiting_is_proposed_until_the_day_the_period_ends() {
    assert_eq!(
        changes_of(&founded_months_ago(12), FOUNDED, "2018-03-01", "newcomer"),
        ["wait until 2019-01-31"]
    );
    // 13 months after 31 January is the last day of February.
    assert_eq!(
        changes_of(&founded_months_ago(13), FOUNDED, "2018-03-01", "newcomer"),
        ["wait until 2019-02-28"]
    );
}

#[test]
fn waiting_is_proposed_until_the_exact_number_of_months_has_passed() {
    let source = HARBOUR
        .replace(
            r#""at-most": [{"months-since": "founded"}, 24]"#,
            r#""is": [{"months-since": "founded"}, 12]"#,
        )
        .replace(FOUNDED_CHANGEABLE, FOUNDED_FIXED);
    assert_eq!(
        changes_of(&parse_pack(&source), FOUNDED, "2018-03-01", "newcomer"),
        ["wait until 2019-01-31"]
    );
}

#[test]
fn waiting_past_the_end_of_the_policy_is_not_proposed() {
    assert_eq!(
        changes_of(&founded_months_ago(36), FOUNDED, "2018-03-01", "newcomer"),
        Vec::<String>::new()
    );
}

#[test]
fn waiting_and_another_answer_may_both_be_needed() {
    let low_revenue = FOUNDED.replace("3000", "499.99");
    let changes = changes_of(&founded_months_ago(12), &low_revenue, "2018-03-01", "newcomer");
    assert_eq!(changes, ["wait until 2019-01-31", "revenue = \"500\""]);
}

#[test]
fn a_set_of_changes_is_not_called_smallest_if_a_ratio_divides_a_fact_by_itself() {
    // Revenue 0 alone makes the second part undefined, and so the measure possible. That value is
    // not tried.
    let condition = r#""any": [
        {"all": [{"is": ["scale", "large"]}, {"includes": ["honours", ["inventor"]]}]},
        {"is": [{"ratio": ["revenue", "revenue"]}, 2]}
    ]"#;
    let pack = parse_pack(&HARBOUR.replace(r#""at-least": ["staff", 50]"#, condition));
    let answers = r#"{"scale": "small", "honours": ["exporter"], "revenue": 100}"#;
    let measure = pack.find_measure("adviser").unwrap();
    let found = found(&pack, &parse_answers(&pack, answers), date("2019-05-10"), measure).unwrap();
    assert_eq!(found.changes.len(), 2);
    assert!(!found.is_smallest);
}

/// A pack with R&D spending, this year's and last year's sales. Only last year's are fixed.
fn intensity_pack(relations: &str) -> std::rc::Rc<RulePack> {
    changed_pack(HARBOUR, |pack| {
        let number = |id: &str, changeable: Json| {
            json!({ "id": id, "kind": { "number": { "unit": "万元", "min": 0, "decimals": 2 } },
                "section": pack["facts"][0]["section"], "question": { "zh-Hans": id },
                "changeable": changeable })
        };
        let facts = [
            number("rd", json!("more")),
            number("sales", json!("more")),
            number("before", json!(false)),
        ];
        pack["facts"].as_array_mut().unwrap().extend(facts);
        let mut criteria = vec![pack["measures"][0]["criteria"][0].clone(); 2];
        criteria[0]["id"] = json!("intensity");
        criteria[0]["when"] = json!({ "at-least": [{ "ratio": ["rd", "sales"] }, "0.06"] });
        criteria[1]["id"] = json!("growth");
        criteria[1]["when"] = json!({ "at-least": [{ "growth": ["sales", "before"] }, 10] });
        let measure = &mut pack["measures"][0];
        measure["criteria"] = json!(criteria);
        measure.as_object_mut().unwrap().remove("applies-when");
        pack["relations"] = serde_json::from_str(relations).unwrap();
    })
}

/// The changes that the first measure of [`intensity_pack`] needs.
fn intensity_changes(relations: &str, answers: &str) -> Vec<String> {
    let pack = intensity_pack(relations);
    let first = pack.measures.iter().next().unwrap().1.id.to_string();
    changes_of(&pack, answers, "2019-05-10", &first)
}

#[test]
fn numbers_compared_with_each_other_change_no_further_than_needed() {
    assert_eq!(
        intensity_changes("[]", r#"{"rd": 0, "sales": 100, "before": 100}"#),
        ["rd = \"6.6\"", "sales = \"110\""]
    );
    assert_eq!(
        intensity_changes("[]", r#"{"rd": 10, "sales": 1000, "before": 1000}"#),
        ["rd = \"66\"", "sales = \"1100\""]
    );
}

#[test]
fn changes_never_violate_a_relation() {
    let at_most = r#"[{"holds": {"at-most": ["rd", 60]}, "message": {"zh-Hans": "最多 60"}}]"#;
    let answers = r#"{"rd": 10, "sales": 1000, "before": 1000}"#;
    assert_eq!(intensity_changes(at_most, answers), Vec::<String>::new());
    let part = r#"[{"holds": {"at-most": ["rd", "sales"]}, "message": {"zh-Hans": "包括"}}]"#;
    assert_eq!(intensity_changes(part, answers), ["rd = \"66\"", "sales = \"1100\""]);
}

#[test]
fn nobody_is_advised_to_give_up_what_a_measure_assumes() {
    // A firm that is registered, but has moved in too early, is not advised to deregister.
    let pack = changed_pack(HARBOUR, |pack| {
        pack["assumptions"] = json!([{ "id": "settled", "label": { "zh-Hans": "登记" },
            "when": { "is": ["registered", false] }, "answers": { "registered": true } }]);
        let measure = &mut pack["measures"][0];
        measure["assume"] = json!("settled");
        measure.as_object_mut().unwrap().remove("applies-when");
        let mut criteria = vec![measure["criteria"][0].clone(); 2];
        criteria[0]["when"] = json!({ "is": ["registered", true] });
        criteria[1]["id"] = json!("late");
        criteria[1]["when"] =
            json!({ "any": [{ "is": ["registered", false] }, { "at-least": ["revenue", 500] }] });
        measure["criteria"] = json!(criteria);
        for fact in pack["facts"].as_array_mut().unwrap() {
            fact["changeable"] = json!(fact["id"] == "registered");
        }
    });
    let first = pack.measures.iter().next().unwrap().1.id.to_string();
    let answers = r#"{"registered": true, "revenue": 10}"#;
    assert_eq!(changes_of(&pack, answers, "2019-05-10", &first), Vec::<String>::new());
}
