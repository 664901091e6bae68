//! Amounts: exact ranges if granted, repeated payments, and totals only once money is certain.

use eligibility_check::engine::{
    AsOf, CompiledPack, EvalContext, ExplainRequest, answers_from_json, assess_json, explain_json,
};
use eligibility_check::rulebook::{Json, Locale, RulePack};
use serde_json::{Value, json};

use crate::support::{date, parse_pack};

/// A pack of one section with these facts (all numbers in `u`) and measures.
fn pack_of(
    facts: &[&str],
    measures: Value,
    change: impl FnOnce(&mut Value),
) -> std::rc::Rc<RulePack> {
    let number = |id: &&str| {
        json!({ "id": id, "section": "s", "question": "Question",
            "kind": if id.starts_with("is-") { json!("yes-no") } else { json!({ "number": { "unit": "u", "min": 0 } }) } })
    };
    let mut measures = measures;
    for measure in measures.as_array_mut().unwrap() {
        for (key, text) in [("title", "Measure"), ("summary", "Summary")] {
            measure[key] = json!(text);
        }
        measure["provision"] = json!(["p"]);
        let when = measure["when"].take();
        measure.as_object_mut().unwrap().remove("when");
        measure["criteria"] = json!([{ "id": "c", "label": "c", "when": when, "provision": ["p"], "grade": "explicit" }]);
        measure["grants"]["provision"] = json!(["p"]);
        if measure["grants"]["evidence"].is_null() {
            measure["grants"]["evidence"] = json!("official-text");
        }
    }
    let mut source = json!({
        "format": 2, "id": "amounts", "version": "1", "languages": ["en"], "title": "Amounts", "in-force": {},
        "documents": [{ "id": "d", "title": "Document" }],
        "provisions": [{ "id": "p", "document": "d", "clause": "1", "evidence": "official-text" }],
        "sections": [{ "id": "s", "title": "Section" }],
        "facts": facts.iter().map(number).collect::<Value>(),
        "measures": measures,
    });
    change(&mut source);
    parse_pack(&source.to_string())
}

/// The replies of `assess` and `explain`.
fn replies(pack: &RulePack, answers: Value) -> (Value, Value) {
    let day = date("2019-05-10");
    let rules = CompiledPack::new(pack, day);
    let answers = answers_from_json(pack, &Json::parse(&answers.to_string()).unwrap()).unwrap();
    let context = EvalContext { pack, answers: &answers, as_of: day };
    let as_of = AsOf::new(pack, day);
    let request =
        ExplainRequest { pack, answers: &answers, topics: &[], as_of, locale: Locale::En };
    let value = |json: Json| serde_json::from_str::<Value>(&json.to_text()).unwrap();
    (value(assess_json(&rules, &context, &[])), value(explain_json(&rules, &request, None)))
}

/// The range of the only measure, as "min to max".
fn range(pack: &RulePack, answers: Value) -> String {
    let (assessed, explained) = replies(pack, answers);
    let amount = &assessed["amounts"]["m"];
    let explained = &explained["measures"][0]["amount"];
    assert!(amount == explained, "{amount} {explained}");
    let text = |key: &str| amount[key].as_str().unwrap_or("any").to_owned();
    if amount.is_null() { "none".to_owned() } else { format!("{} to {}", text("min"), text("max")) }
}

/// A pack with one measure that grants 3 % of a number, at most 50.
fn rate(of: Value, when: Value) -> std::rc::Rc<RulePack> {
    let grants = json!({ "rate": { "percent": 3, "of": of, "cap": 50, "unit": "u" } });
    pack_of(
        &["now", "before", "other"],
        json!([{ "id": "m", "when": when, "grants": grants }]),
        |_| {},
    )
}

#[test]
fn a_rate_of_a_difference_starts_at_the_difference_that_the_measure_requires() {
    let growth = json!({ "difference": ["now", "before"] });
    let pack = rate(growth.clone(), json!({ "at-least": [growth, 200] }));
    assert_eq!(range(&pack, json!({})), "6 to 50");
    assert_eq!(range(&pack, json!({ "before": 100 })), "6 to 50");
    assert_eq!(range(&pack, json!({ "now": 300 })), "6 to 9");
    assert_eq!(range(&pack, json!({ "now": 100 })), "none");
}

#[test]
fn the_required_quantity_may_be_written_in_another_way() {
    let growth = json!({ "difference": ["now", "before"] });
    for when in [
        json!({ "at-least": ["now", { "sum": ["before", 200] }] }),
        json!({ "at-most": [{ "difference": ["before", "now"] }, -200] }),
        json!({ "not": { "less-than": [growth, 200] } }),
        json!({ "all": [{ "at-least": [growth, 200] }, { "at-least": ["other", 1] }] }),
        json!({ "any": [
            { "all": [{ "at-least": ["other", 9] }, { "at-least": [growth, 200] }] },
            { "at-least": [growth, 200] }] }),
    ] {
        assert_eq!(range(&rate(growth.clone(), when.clone()), json!({})), "6 to 50", "{when}");
    }
    let half = json!({ "percent": [50, growth] });
    let when = json!({ "at-least": [growth, 200] });
    assert_eq!(range(&rate(half, when), json!({})), "3 to 50");
}

#[test]
fn a_quantity_that_is_not_required_in_every_way_is_not_restricted() {
    let growth = json!({ "difference": ["now", "before"] });
    let either = json!({ "any": [{ "at-least": [growth, 200] }, { "at-least": ["other", 1] }] });
    let pack = rate(growth, either);
    assert_eq!(range(&pack, json!({})), "0 to 50");
    assert_eq!(range(&pack, json!({ "other": 0 })), "6 to 50");
}

#[test]
fn a_required_comparison_restricts_each_of_its_numbers() {
    let least = json!({ "at-least": [{ "difference": ["now", "before"] }, 200] });
    assert_eq!(range(&rate(json!("now"), least.clone()), json!({})), "6 to 50");
    let sum = json!({ "sum": [{ "difference": ["now", "before"] }, "other"] });
    assert_eq!(range(&rate(sum, least), json!({})), "6 to 50");
    let most = json!({ "at-most": [{ "sum": ["now", "before"] }, 1000] });
    assert_eq!(range(&rate(json!("now"), most.clone()), json!({})), "0 to 30");
    assert_eq!(range(&rate(json!({ "sum": ["now", "before"] }), most), json!({})), "0 to 30");
}

#[test]
fn a_ratio_is_restricted_like_a_number() {
    let share = json!({ "ratio": ["now", "before"] });
    let pack = rate(share.clone(), json!({ "at-least": [share, 100] }));
    assert_eq!(range(&pack, json!({})), "0 to 50", "a ratio over zero is decided by the office");
    let tiers = json!({ "tiers": { "by": { "difference": ["now", "before"] }, "unit": "u", "tiers": [
        { "from": 0, "to": 99, "amount": 1 }, { "from": 100, "to": 199, "amount": 2 },
        { "from": 200, "to": 100_000, "amount": 3 }] } });
    let when = json!({ "between": [{ "difference": ["now", "before"] }, 100, 150] });
    let pack =
        pack_of(&["now", "before"], json!([{ "id": "m", "when": when, "grants": tiers }]), |_| {});
    assert_eq!(range(&pack, json!({})), "2 to 2");
}

/// The totals of both sides, such as "60 to 285".
fn totals(pack: &RulePack, answers: Value) -> String {
    let combination = replies(pack, answers).1["combination"].take();
    let total = |side: &str| {
        let totals = combination[side]["totals"].as_array().unwrap();
        assert!(totals.len() <= 1, "{totals:?}");
        let text = |total: &Value| {
            let end = if total["at-least"] == json!(true) { "+" } else { "" };
            total["amount"].as_str().unwrap().to_owned() + end
        };
        totals.first().map_or("none".to_owned(), text)
    };
    format!("{} to {}", total("guaranteed"), total("possible"))
}

#[test]
fn an_answer_about_one_period_bounds_the_payment_for_that_period_only() {
    let grants = |benefit: Value| {
        let mut grants = benefit;
        grants["period"] = json!({ "every": "quarter", "times": 4 });
        grants
    };
    let quarterly = |benefit: Value| {
        let measure =
            json!([{ "id": "m", "when": { "is": ["is-firm", true] }, "grants": grants(benefit) }]);
        pack_of(&["is-firm", "contribution"], measure, |_| {})
    };
    let rate = quarterly(
        json!({ "rate": { "percent": 30, "of": "contribution", "cap": 75, "unit": "u" } }),
    );
    assert_eq!(totals(&rate, json!({ "is-firm": true, "contribution": 200 })), "60 to 285");
    assert_eq!(totals(&rate, json!({ "is-firm": true })), "0 to 300");
    let tiers = quarterly(json!({ "tiers": { "by": "contribution", "unit": "u", "tiers": [
        { "from": 1, "to": 10, "amount": 100 }, { "from": 11, "to": 20, "amount": 50 }] } }));
    assert_eq!(totals(&tiers, json!({ "is-firm": true, "contribution": 15 })), "50 to 350");
    let uncapped =
        quarterly(json!({ "rate": { "percent": 30, "of": "contribution", "unit": "u" } }));
    assert_eq!(totals(&uncapped, json!({ "is-firm": true, "contribution": 200 })), "60 to 60+");
    let fixed = quarterly(json!({ "fixed": { "amount": 10, "unit": "u" } }));
    assert_eq!(totals(&fixed, json!({ "is-firm": true, "contribution": 200 })), "10 to 40");
}

/// A measure with money and one without.
fn two(evidence: &str, change: impl FnOnce(&mut Value)) -> std::rc::Rc<RulePack> {
    let money = json!({ "fixed": { "amount": 10, "unit": "u" }, "evidence": evidence });
    let advice = json!({ "in-kind": "Advice" });
    let measures = json!([
        { "id": "money", "when": { "is": ["is-large", true] }, "grants": money },
        { "id": "more", "when": { "is": ["is-old", true] }, "grants": money },
        { "id": "advice", "when": { "is": ["is-small", true] }, "grants": advice },
    ]);
    pack_of(&["is-large", "is-old", "is-small"], measures, change)
}

#[test]
fn no_total_is_given_before_a_measure_with_money_is_met() {
    let pack = two("official-text", |_| {});
    assert_eq!(totals(&pack, json!({})), "none to none");
    assert_eq!(totals(&pack, json!({ "is-small": true })), "none to none");
    assert_eq!(totals(&pack, json!({ "is-large": true })), "10 to 20");
    assert_eq!(totals(&pack, json!({ "is-large": true, "is-old": false })), "10 to 10");
    let secondary = two("secondary", |_| {});
    assert_eq!(totals(&secondary, json!({ "is-large": true })), "none to none");
}

#[test]
fn secondary_figures_are_summed_in_a_pack_that_has_no_others_and_says_so() {
    let pack = two("secondary", |pack| pack["evidence-note"] = json!("All figures are secondary."));
    assert_eq!(totals(&pack, json!({ "is-large": true })), "10 to 20");
    let explained = replies(&pack, json!({ "is-large": true })).1;
    assert_eq!(explained["combination"]["guaranteed"]["totals"][0]["evidence"], "secondary");
    assert_eq!(explained["combination"]["guaranteed"]["unconfirmed"], json!([]));
    assert_eq!(explained["evidence-note"], "All figures are secondary.");
}

#[test]
fn a_measure_out_of_reach_has_no_amount_even_while_it_is_open() {
    let pack = pack_of(
        &["is-large", "is-old"],
        json!([{ "id": "m", "when": { "is": ["is-large", true] }, "applies-when": { "is": ["is-old", true] },
            "grants": { "fixed": { "amount": 10, "unit": "u" } } }]),
        |_| {},
    );
    assert_eq!(range(&pack, json!({ "is-large": false })), "none");
    assert_eq!(replies(&pack, json!({ "is-large": false })).0["outcomes"]["m"], "open");
}
