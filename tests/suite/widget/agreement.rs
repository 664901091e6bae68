//! The four outputs agree on every measure: `assess`, `explain`, the page and the paper.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use eligibility_check::engine::{
    Amount, Answer, Answers, AsOf, CompiledPack, EvalContext, ExplainRequest, answers_from_json,
    assess_json, explain_json,
};
use eligibility_check::rulebook::{
    Date, Evidence, Id, Json, Locale, MeasureId, RulePack, parse_date,
};
use eligibility_check::widget::preview::{Part, Preview};
use eligibility_check::widget::{Catalogue, PrintOptions, State, amount_text};
use proptest::prelude::*;
use serde_json::Value;

use crate::dom::{Element, Node, elements};
use crate::markup::widget_pack;
use crate::support::{FERRY, HARBOUR, PUBLISHED, cases, date, parse_pack, scenario_files};

/// What one output says about a measure.
#[derive(Clone, Debug, PartialEq)]
struct Line {
    outcome: String,
    /// The amount as text, without its evidence; empty if there is none
    amount: String,
    /// The ids or the questions of the missing facts
    missing: Vec<String>,
}

/// The same pack in all four outputs.
struct Outputs {
    pack: Rc<RulePack>,
    compiled: BTreeMap<Date, CompiledPack>,
    preview: Preview,
}

impl Outputs {
    fn new(text: &str) -> Outputs {
        let pack = parse_pack(text);
        let preview = Preview::new(widget_pack(Locale::ZhHans, &pack));
        Outputs { pack, compiled: BTreeMap::new(), preview }
    }

    fn text(&self, name: &str) -> String {
        Catalogue::of(Locale::ZhHans).interface()[name].clone()
    }

    /// Checks one case.
    fn check(&mut self, answers: &Answers, asked: Date, name: &str) {
        let as_of = AsOf::new(&self.pack, asked);
        let pack = Rc::clone(&self.pack);
        let rules = self
            .compiled
            .entry(as_of.evaluated)
            .or_insert_with(|| CompiledPack::new(&pack, as_of.evaluated));
        let context = EvalContext { pack: &pack, answers, as_of: as_of.evaluated };
        let request =
            ExplainRequest { pack: &pack, answers, topics: &[], as_of, locale: Locale::ZhHans };
        let value = |json: Json| serde_json::from_str::<Value>(&json.to_text()).unwrap();
        let assessment = rules.assess(&pack, answers);
        let assessed = value(assess_json(rules, &context, &[]));
        let explained = value(explain_json(rules, &request, None));
        let state = State::new(Rc::clone(&pack), asked).with_answers(answers.clone());
        let paper = self.preview.render(&state, Part::Checklist(PrintOptions::default())).unwrap();
        self.check_totals(&state, &explained["combination"], &paper, name);
        let paper = self.paper(&paper);
        // These are asked only after another one is found out.
        let waiting = explained["to-find-out"].as_array().unwrap().iter();
        let waiting: Vec<String> = waiting.flat_map(|one| strings(&one["waiting"])).collect();
        let explained_again = explained.clone();
        let is_not_sure =
            |fact: &&String| answers.get(pack.find_fact(fact).unwrap()) == Some(Answer::NotSure);
        for (id, measure) in pack.measures.iter() {
            let can_be_met = assessment.of(id).can_be_met;
            let assessed = self.assessed(id, &assessed, can_be_met);
            let explained_measure = &explained["measures"][id.index()];
            let explained = self.explained(id, can_be_met, explained_measure);
            assert_eq!(assessed, explained, "assess and explain: {name}: {}", measure.id);
            let page = self.page(&state, id, &assessed);
            let has_figure = !explained_measure["amount"].is_null();
            let is_conditional = ["open", "met-once-settled"].contains(&&*assessed.outcome);
            let amount = if has_figure && is_conditional {
                self.text("amount_if_met").replace("{amount}", &assessed.amount)
            } else {
                assessed.amount.clone()
            };
            let is_out_of_reach = assessed.outcome == "open" && !can_be_met;
            // The reason on the card says so.
            let on_card = if is_out_of_reach { "" } else { &amount };
            assert_eq!(on_card, page.0, "assess and page: {name}: {}", measure.id);
            // An answer to find out takes the place of those that wait for it.
            let to_find_out = explained_again["to-find-out"].as_array().unwrap().iter();
            let awaited = to_find_out.filter(|one| {
                let waiting = strings(&one["waiting"]);
                waiting.iter().any(|fact| assessed.missing.contains(fact))
            });
            let awaited: Vec<String> =
                awaited.map(|one| one["fact"].as_str().unwrap().to_owned()).collect();
            let (mut found, asked): (Vec<&String>, Vec<&String>) = assessed
                .missing
                .iter()
                .filter(|fact| !waiting.contains(fact))
                .partition(|fact| is_not_sure(fact));
            found.extend(awaited.iter().filter(|fact| !assessed.missing.contains(fact)));
            let shown = asked.into_iter().chain(found).filter(|_| !is_out_of_reach);
            let questions: BTreeSet<String> = shown
                .map(|id| {
                    let fact = pack.find_fact(id).unwrap();
                    pack.facts[fact].question.get(Locale::ZhHans).to_string()
                })
                .collect();
            let on_page: BTreeSet<String> = page.1.into_iter().collect();
            assert_eq!(questions, on_page, "missing on the page: {name}: {}", measure.id);
            self.check_paper(&paper, id, &assessed, &amount, can_be_met, name);
            if assessed.outcome == "open" && can_be_met && paper.lists_questions(&pack, id) {
                let asked = assessed.missing.iter().filter(|fact| !waiting.contains(fact));
                for fact in asked {
                    assert!(paper.asks(&pack, fact), "missing on paper: {name}: {fact}");
                }
            }
        }
    }

    /// Checks that the paper lists a measure that can be met with its outcome and amount, and says
    /// nothing about one that cannot, unless one change would make it possible.
    fn check_paper(
        &self,
        paper: &Paper,
        id: MeasureId,
        expected: &Line,
        amount: &str,
        can_be_met: bool,
        name: &str,
    ) {
        let title = self.pack.measures[id].title.get(Locale::ZhHans);
        let row = paper.measures.get(&*title);
        let is_service = paper.services.contains(&*title);
        let is_listed = can_be_met && expected.outcome != "open" && !is_service;
        assert_eq!(row.is_some(), is_listed, "paper: {name}: {title}");
        assert!(can_be_met || !is_service, "a lost service on paper: {name}: {title}");
        let Some((outcome, paper_amount)) = row else { return };
        let word = match &*expected.outcome {
            "met" => "✓ 满足条件",
            "met-in-direction" => "◇ 待认定",
            _ => "落户后可申报",
        };
        assert!(outcome.starts_with(word), "{name}: {title}: {outcome}");
        // An asterisk that is explained below the table.
        let without_mark = paper_amount.replace('*', "");
        assert_eq!(without_mark, amount, "paper: {name}: {title}");
    }

    /// Checks that page and paper give the totals of `explain`, or none if it gives none.
    fn check_totals(&mut self, state: &State, combination: &Value, paper: &str, name: &str) {
        let sum = |side: &str| {
            let totals = combination[side]["totals"].as_array().unwrap();
            let text = |total: &Value| {
                let (amount, unit) = (&total["amount"], &total["unit"]);
                let is_open = total["at-least"] == true;
                let key = if is_open { "amount_at_least" } else { "amount_exact" };
                self.text(key)
                    .replace("{amount}", amount.as_str().unwrap())
                    .replace("{min}", amount.as_str().unwrap())
                    .replace("{unit}", unit.as_str().unwrap())
            };
            totals.iter().map(text).collect::<Vec<_>>().join("、")
        };
        let (certain, possible) = (sum("guaranteed"), sum("possible"));
        self.check_summary(state, combination, &certain, name);
        assert!(!possible.is_empty() || certain.is_empty(), "{name}");
        let paper = elements(paper, |element| element.name == "article").remove(0).text();
        let sentence = self.text("sum").replace("{total}", &certain);
        assert_eq!(paper.contains(&sentence), !certain.is_empty(), "totals on paper: {name}");
    }

    /// Checks that the summary on the page has the guaranteed total in the first unit, or none if
    /// nothing is certain.
    fn check_summary(&mut self, state: &State, combination: &Value, certain: &str, name: &str) {
        let html = self.preview.render(state, Part::Summary).unwrap();
        let labels = ["sum_label", "sum_at_least_label"].map(|label| self.text(label));
        let items = elements(&html, |element| element.has_class("ec-summary__item"));
        let texts = items.iter().map(|item| item.text());
        let sums = texts.filter_map(|text| {
            let label = labels.iter().find(|label| text.starts_with(label.as_str()))?;
            text.strip_prefix(label.as_str()).map(str::to_owned)
        });
        let shown = sums.collect::<Vec<_>>();
        let has_money = combination["guaranteed"]["totals"][0]["amount"]
            .as_str()
            .is_some_and(|amount| amount != "0");
        let first = has_money.then(|| certain.split('、').next().unwrap().to_owned());
        assert_eq!(shown, Vec::from_iter(first), "the total in the summary: {name}");
    }

    /// The text of an amount in JSON. A sentence instead if the measure is open and out of reach;
    /// the benefit without an amount if it has no figure.
    fn amount(&self, id: MeasureId, outcome: &str, amount: &Value, can_be_met: bool) -> String {
        let grant = &self.pack.measures[id].grants;
        if !can_be_met {
            let is_open = outcome == "open";
            return if is_open { self.text("out_of_reach") } else { String::new() };
        }
        let decimal = |key: &str| amount[key].as_str().map(|text| text.parse().unwrap());
        let amount = (!amount.is_null()).then(|| Amount {
            min: decimal("min").unwrap(),
            max: decimal("max"),
            unit: amount["unit"].as_str().unwrap().into(),
            evidence: Evidence::OfficialText,
        });
        let catalogue = Catalogue::of(Locale::ZhHans);
        amount_text(catalogue, Locale::ZhHans, &self.pack, grant, amount.as_ref())
    }

    fn assessed(&self, id: MeasureId, reply: &Value, can_be_met: bool) -> Line {
        let name = &*self.pack.measures[id].id;
        let outcome = reply["outcomes"][name].as_str().unwrap().to_owned();
        let amount = &reply["amounts"][name];
        assert!(can_be_met || amount.is_null(), "{name}: an amount out of reach");
        Line {
            amount: self.amount(id, &outcome, amount, can_be_met),
            missing: strings(&reply["missing"][name]),
            outcome,
        }
    }

    fn explained(&self, id: MeasureId, can_be_met: bool, reply: &Value) -> Line {
        let outcome = reply["outcome"].as_str().unwrap().to_owned();
        assert!(can_be_met || reply["amount"].is_null(), "{reply}: an amount out of reach");
        Line {
            amount: self.amount(id, &outcome, &reply["amount"], can_be_met),
            missing: strings(&reply["missing"]),
            outcome,
        }
    }

    /// The amount and the missing questions on the page.
    fn page(&mut self, state: &State, id: MeasureId, assessed: &Line) -> (String, Vec<String>) {
        let html = self.preview.render(state, Part::Amount(id)).unwrap();
        let amount = elements(&html, |element| element.has_class("ec-card__amount"));
        let amount = amount.first().map(|amount| amount.text()).unwrap_or_default();
        let mark = format!("（{}）", self.text("evidence_secondary"));
        let amount = amount.strip_suffix(&mark).unwrap_or(&amount).to_owned();
        if assessed.outcome != "open" {
            return (amount, Vec::new());
        }
        let html = self.preview.render(state, Part::Measure(id)).unwrap();
        let (before, _) = self
            .text("answer_question_link")
            .split_once('{')
            .map(|(a, b)| (a.to_owned(), b.to_owned()))
            .unwrap();
        let buttons = elements(&html, |element| element.name == "button");
        let questions = buttons.iter().map(|button| button.text());
        (
            amount,
            questions.filter_map(|text| text.strip_prefix(&before).map(str::to_owned)).collect(),
        )
    }

    /// What the paper lists.
    fn paper(&self, html: &str) -> Paper {
        let sections = elements(html, |element| element.has_class("ec-checklist__section"));
        let section = |title: &str| {
            let found = sections.iter().find(|section| section.text().contains(title));
            found.map(|section| section.text()).unwrap_or_default()
        };
        let has_boxes = |element: &Element| {
            element.name == "table" && element.text().contains(&self.text("verdict_column"))
        };
        let mut measures = BTreeMap::new();
        for row in elements(html, has_boxes).iter().flat_map(|table| descendants(table, "tr")) {
            let cells = descendants(row, "td");
            let Some(title) = descendants(row, "th").first().map(|th| descendants(th, "span"))
            else {
                continue;
            };
            if let (Some(title), [_, outcome, amount, ..]) = (title.first(), cells.as_slice()) {
                measures.insert(title.text(), (outcome.text(), amount.text()));
            }
        }
        Paper {
            measures,
            services: section(&self.text("group_services")),
            open: section("还要补的回答"),
        }
    }
}

/// What the paper lists.
struct Paper {
    /// The outcome and the amount of each numbered measure, by title
    measures: BTreeMap<String, (String, String)>,
    /// The text of the services
    services: String,
    /// The text of the open questions
    open: String,
}

impl Paper {
    /// Whether the questions of an open measure are listed: it is not a service.
    fn lists_questions(&self, pack: &RulePack, id: MeasureId) -> bool {
        !self.services.contains(&*pack.measures[id].title.get(Locale::ZhHans))
    }

    /// Whether the question of a fact, or the heading of its screen, is listed.
    fn asks(&self, pack: &RulePack, fact: &str) -> bool {
        let id = pack.find_fact(fact).unwrap();
        let question = pack.facts[id].question.get(Locale::ZhHans);
        let title = pack.group_of(id).and_then(|group| group.title.as_ref());
        self.open.contains(question.trim_end_matches(['?', '？', ':', '：']))
            || title.is_some_and(|title| self.open.contains(&*title.get(Locale::ZhHans)))
    }
}

/// The elements with this name within an element.
fn descendants<'a>(element: &'a Element, name: &str) -> Vec<&'a Element> {
    let mut found = Vec::new();
    for child in &element.children {
        if let Node::Element(child) = child {
            if child.name == name {
                found.push(child);
            }
            found.extend(descendants(child, name));
        }
    }
    found
}

fn strings(list: &Value) -> Vec<String> {
    let list = list.as_array().map(Vec::as_slice).unwrap_or_default();
    list.iter().map(|id| id.as_str().unwrap().to_owned()).collect()
}

fn answers_of(pack: &RulePack, json: &Value) -> Answers {
    answers_from_json(pack, &Json::parse(&json.to_string()).unwrap()).unwrap()
}

/// The scenarios of the published pack: name, day and answers.
fn scenarios(pack: &RulePack) -> Vec<(String, Date, Answers)> {
    let mut all = Vec::new();
    for file in scenario_files() {
        let list: Value = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
        for scenario in list.as_array().unwrap() {
            let day = scenario["as-of"].as_str().and_then(parse_date).unwrap();
            let name = scenario["name"].as_str().unwrap().to_owned();
            all.push((name, day, answers_of(pack, &scenario["answers"])));
        }
    }
    all
}

#[test]
fn all_outputs_agree_on_every_scenario() {
    let mut outputs = Outputs::new(PUBLISHED);
    let every = if std::env::var("LAWS_CASES").is_ok() { 1 } else { 40 };
    let all = scenarios(&outputs.pack);
    for (name, day, answers) in all.iter().step_by(every) {
        outputs.check(answers, *day, name);
    }
}

#[test]
fn all_outputs_agree_on_packs_with_every_operator_and_grant() {
    for (text, answers) in [
        (HARBOUR, r#"{"scale": "large"}"#),
        (HARBOUR, r#"{"registered": true, "revenue": 600}"#),
        (FERRY, "{}"),
    ] {
        let mut outputs = Outputs::new(text);
        let answers = answers_of(&outputs.pack, &serde_json::from_str(answers).unwrap());
        for day in ["2019-05-10", "2030-01-01", "2001-01-01"] {
            outputs.check(&answers, date(day), day);
        }
    }
}

proptest! {
    #![proptest_config(cases(6))]

    /// A part of the answers of a scenario, and some answers of another.
    #[test]
    fn all_outputs_agree_on_partial_answers(
        first in any::<prop::sample::Index>(), second in any::<prop::sample::Index>(),
        kept in prop::collection::vec(0..3_u8, 200), day in 0..3_usize,
    ) {
        let mut outputs = Outputs::new(PUBLISHED);
        let all = scenarios(&outputs.pack);
        let (one, other) = (&all[first.index(all.len())], &all[second.index(all.len())]);
        let mut answers = Answers::none(&outputs.pack);
        let pack = Rc::clone(&outputs.pack);
        for ((fact, _), kept) in pack.facts.iter().zip(kept) {
            let from = [None, one.2.get(fact), other.2.get(fact)][usize::from(kept)];
            answers.set(fact, from);
        }
        let day = [one.1, other.1, date("2019-05-15")][day];
        outputs.check(&answers, day, &format!("{} + {}", one.0, other.0));
    }
}
