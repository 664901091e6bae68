//! The rules page and the sign-off table show everything that a pack defines: the cases of classes,
//! assumptions, relations and topics.

use serde_json::{Value, json};

use eligibility_check::page::{MeasureCoverage, ScenarioResults, rules_page, sign_off_page};
use eligibility_check::rulebook::{
    Case, CaseResult, FactId, Locale, Quantity, RulePack, Text, Value as Answer, When,
};
use eligibility_check::widget::wait_for;

use crate::markup::{escaped, text};
use crate::snapshots::assert_snapshot;
use crate::support::{PUBLISHED, parse_pack};

/// A text in three languages.
fn words(hans: &str, hant: &str, en: &str) -> Value {
    json!({"zh-Hans": hans, "zh-Hant": hant, "en": en})
}

/// A pack with one of everything.
fn pack() -> String {
    let small = json!({"id": "small", "label": words("小型", "小型", "Small")});
    let large = json!({"id": "large", "label": words("大型", "大型", "Large")});
    json!({
        "format": 2, "id": "quay", "version": "1", "languages": ["zh-Hans", "zh-Hant", "en"],
        "title": words("码头扶持", "碼頭扶持", "Support for quays"),
        "in-force": {"from": "2024-01-01", "to": "2026-12-31"},
        "documents": [{"id": "d", "title": words("办法", "辦法", "Measures")}],
        "provisions": [
            {"id": "p", "document": "d", "clause": "一", "quote": "小型企业", "evidence": "official-text"}
        ],
        "sections": [{"id": "s", "title": words("企业", "企業", "Company")}],
        "facts": [
            {"id": "local", "kind": "yes-no", "section": "s",
             "question": words("是否在本地？", "是否在本地？", "Is it local?")},
            {"id": "coming", "kind": "yes-no", "section": "s",
             "question": words("是否计划迁入？", "是否計劃遷入？", "Does it plan to move here?")},
            {"id": "moved", "kind": "date", "section": "s",
             "question": words("哪天迁入？", "哪天遷入？", "When did it move here?")},
            {"id": "valid", "kind": "date", "section": "s", "future": true,
             "question": words("证书有效到哪天？", "證書有效到哪天？", "Until when is it valid?")},
            {"id": "trade", "section": "s", "question": words("行业？", "行業？", "Trade?"),
             "kind": {"choice": [
                {"id": "boats", "label": words("造船", "造船", "Boats")},
                {"id": "other", "label": words("其他", "其他", "Another")}
             ]}},
            {"id": "staff", "kind": {"number": {"unit": "人", "min": 0}}, "section": "s",
             "question": words("从业人数？", "從業人數？", "Employees?"), "changeable": "more"},
            {"id": "sales", "kind": {"number": {"unit": "万元", "min": 0}}, "section": "s",
             "question": words("营业收入？", "營業收入？", "Sales?"), "changeable": "more"}
        ],
        "classes": [{
            "id": "size", "title": words("企业规模", "企業規模", "Size"), "provision": ["p"],
            "values": [small, large],
            "cases": [
                {"when": {"is": ["trade", "boats"]}, "cases": [
                    {"when": {"any": [{"less-than": ["staff", 37]}, {"less-than": ["sales", 1234]}]},
                     "is": "small"},
                    {"is": "large"}
                ]},
                {"when": {"less-than": ["staff", 321]}, "is": "small"},
                {"is": "large"}
            ]
        }],
        "assumptions": [{
            "id": "settled", "label": words("迁入以后", "遷入以後", "Once it is here"),
            "when": {"is": ["coming", true]}, "answers": {"local": true, "moved": "as-of"}
        }],
        "measures": [{
            "id": "prize", "title": words("奖励", "獎勵", "Prize"),
            "summary": words("一次", "一次", "Once"), "provision": ["p"], "assume": "settled",
            "criteria": [
                {"id": "size", "label": words("小型企业", "小型企業", "A small company"),
                 "when": {"class": ["size", "small"]}, "provision": ["p"], "grade": "explicit"},
                {"id": "valid", "label": words("证书有效", "證書有效", "A valid certificate"),
                 "when": {"after": ["valid", "as-of"]}, "provision": ["p"], "grade": "explicit"}
            ],
            "grants": {"unspecified": {}, "evidence": "official-text", "provision": ["p"]}
        }],
        "topics": [{
            "id": "money", "title": words("资金", "資金", "Money"),
            "summary": words("奖励", "獎勵", "Prizes"), "measures": ["prize"],
            "preset": {"trade": "boats"}, "ask": false
        }],
        "relations": [{
            "holds": {"at-most": ["staff", "sales"]},
            "message": words("人数比收入大。", "人數比收入大。", "More employees than sales.")
        }]
    })
    .to_string()
}

/// The rules page and the sign-off table.
fn pages(pack: &RulePack, locale: Locale) -> [String; 2] {
    let shown: Vec<MeasureCoverage> = pack
        .measures
        .iter()
        .map(|(_, measure)| MeasureCoverage {
            criteria: vec![Default::default(); measure.criteria.len()],
            ..Default::default()
        })
        .collect();
    let results = ScenarioResults { scenarios: &[], measures: &shown, gaps: &[] };
    [
        wait_for(rules_page(pack, locale, &[], None)).unwrap(),
        wait_for(sign_off_page(pack, locale, results)).unwrap(),
    ]
}

#[test]
fn the_pages_of_a_pack_with_definitions_match_their_snapshots() {
    let pack = parse_pack(&pack());
    for locale in Locale::ALL {
        for (name, html) in ["rulebook", "sign-off"].into_iter().zip(pages(&pack, locale)) {
            let body = html.split_once("<body>").unwrap().1;
            assert_snapshot(&format!("{name}-definitions-{}", locale.tag()), body);
        }
    }
}

/// The text of the entry with an id: a section, a row or several rows.
fn entry(html: &str, id: &str) -> String {
    let (before, entry) = html.split_once(&format!(" id=\"{id}\"")).unwrap();
    let tag = before.rsplit('<').next().unwrap().split(' ').next().unwrap();
    text(entry.split(&format!("</{tag}>")).next().unwrap())
}

/// The texts that a condition must show: the questions, options and numbers of its tests.
fn needed(pack: &RulePack, locale: Locale, when: &When, texts: &mut Vec<String>) {
    let mut facts: Vec<FactId> = Vec::new();
    pack.each_test(when, &mut |test| {
        test.each_fact(&mut |fact| facts.push(fact));
        match test {
            When::Compare(_, _, Quantity::Constant(number)) if number.to_string() != "0" => {
                texts.push(number.to_string());
            }
            When::OneOf(fact, options) | When::Includes(fact, options) => {
                let labels = pack.facts[*fact].kind.chosen(*options);
                texts.extend(labels.map(|option| option.label.get(locale).to_string()));
            }
            _ => {}
        }
    });
    texts.extend(facts.into_iter().map(|fact| question(pack, locale, fact)));
}

fn question(pack: &RulePack, locale: Locale, fact: FactId) -> String {
    let question = pack.facts[fact].question.get(locale);
    question.trim_end_matches(['?', '？', ':', '：', '。']).to_owned()
}

fn needed_of_cases(
    pack: &RulePack,
    locale: Locale,
    label: &dyn Fn(usize) -> String,
    cases: &[Case],
    texts: &mut Vec<String>,
) {
    for case in cases {
        case.when.iter().for_each(|when| needed(pack, locale, when, texts));
        match &case.then {
            CaseResult::Is(value) => texts.push(label(*value)),
            CaseResult::Cases(cases) => needed_of_cases(pack, locale, label, cases, texts),
        }
    }
}

#[test]
fn every_case_assumption_relation_and_topic_is_on_both_pages() {
    for pack in [parse_pack(&pack()), parse_pack(PUBLISHED)] {
        for locale in Locale::ALL {
            let say = |text: &Text| text.get(locale).to_string();
            let mut entries: Vec<(String, Vec<String>)> = Vec::new();
            for (_, class) in pack.classes.iter() {
                let mut texts = vec![say(&class.title)];
                let label = |value: usize| say(&class.values[value].label);
                needed_of_cases(&pack, locale, &label, &class.cases, &mut texts);
                entries.push((format!("class--{}", class.id), texts));
            }
            for (_, assumption) in pack.assumptions.iter() {
                let mut texts = vec![say(&assumption.label)];
                needed(&pack, locale, &assumption.when, &mut texts);
                let answers = assumption.answers.iter();
                texts.extend(answers.map(|(fact, _)| question(&pack, locale, *fact)));
                entries.push((format!("assumption--{}", assumption.id), texts));
            }
            for (index, relation) in pack.relations.iter().enumerate() {
                let mut texts = vec![say(&relation.message)];
                needed(&pack, locale, &relation.holds, &mut texts);
                entries.push((format!("relation--{}", index + 1), texts));
            }
            for (_, topic) in pack.topics.iter() {
                let mut texts = vec![say(&topic.title), say(&topic.summary)];
                for (fact, value) in &topic.preset {
                    texts.push(question(&pack, locale, *fact));
                    if let Answer::Options(options) = value {
                        let labels = pack.facts[*fact].kind.chosen(*options);
                        texts.extend(labels.map(|option| say(&option.label)));
                    }
                }
                let measures = topic.measures.iter();
                texts.extend(measures.map(|measure| say(&pack.measures[*measure].title)));
                entries.push((format!("topic--{}", topic.id), texts));
            }
            for html in pages(&pack, locale) {
                for (id, texts) in &entries {
                    let shown = entry(&html, id).replace(',', "");
                    for wanted in texts {
                        // Numbers have separators in English.
                        let is_shown = shown.contains(&escaped(wanted).replace(',', ""));
                        assert!(is_shown, "{id} does not show {wanted}: {shown}");
                    }
                }
            }
        }
    }
}
