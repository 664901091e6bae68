//! The groups of the results: what an applicant does next with each measure, and the order within a
//! group.

use std::cmp::Reverse;

use yew::AttrValue;

use crate::engine::{Outcome, Truth, amount_if_met, near_miss};
use crate::rulebook::{Benefit, Decimal, Limit, MeasureId, TopicId};
use crate::widget::evaluation::Evaluation;
use crate::widget::text::fill;

/// What an applicant does next with a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// 可以申报: apply
    Apply,
    /// 要由部门认定: ask the office to decide
    Direction,
    /// 落户后可申报: come first
    OnceSettled,
    /// 等下一轮申报: prepare, because applications are over this year
    NextRound,
    /// 还要回答: answer more questions
    Open,
    /// 差一点: change one thing
    Near,
    /// 不符合: nothing; also measures that are open but out of reach, or not in force
    NotMet,
    /// 与您无关: nothing
    NotRelevant,
    /// 人人可用的服务: use it; services about which the interview asks nothing
    Services,
}

impl Group {
    /// Every group, in the order of the screen.
    pub const ALL: [Group; 9] = [
        Group::Apply,
        Group::Direction,
        Group::OnceSettled,
        Group::NextRound,
        Group::Open,
        Group::Near,
        Group::NotMet,
        Group::NotRelevant,
        Group::Services,
    ];

    /// The name in keys and classes.
    pub(in crate::widget) fn name(self) -> &'static str {
        match self {
            Group::Apply => "apply",
            Group::Direction => "direction",
            Group::OnceSettled => "once-settled",
            Group::NextRound => "next-round",
            Group::Open => "open",
            Group::Near => "near",
            Group::NotMet => "not-met",
            Group::NotRelevant => "not-relevant",
            Group::Services => "services",
        }
    }

    /// Its title. Under old rules, nobody can apply, and there is no next round.
    pub(in crate::widget) fn title(self, evaluation: &Evaluation) -> &AttrValue {
        let catalogue = &evaluation.pack.catalogue;
        match self {
            Group::Apply if evaluation.is_over() => catalogue.met_group_then(),
            Group::Apply => catalogue.group_apply(),
            Group::Direction => catalogue.group_direction(),
            Group::OnceSettled => catalogue.outcome_met_once_settled(),
            Group::NextRound if evaluation.is_over() => catalogue.met_but_closed(),
            Group::NextRound => catalogue.group_next_round(),
            Group::Open => catalogue.outcome_open(),
            Group::Near => catalogue.badge_near(),
            Group::NotMet => catalogue.outcome_not_met(),
            Group::NotRelevant => catalogue.outcome_not_applicable(),
            Group::Services => catalogue.group_services(),
        }
    }

    /// Its title with the number of its measures.
    pub(in crate::widget) fn counted(self, evaluation: &Evaluation, count: usize) -> String {
        let catalogue = &evaluation.pack.catalogue;
        let values = [("group", self.title(evaluation).as_str()), ("count", &*count.to_string())];
        fill(catalogue.group_title(), &values)
    }

    /// Whether its measures are hidden at first.
    pub(in crate::widget) fn is_folded(self) -> bool {
        matches!(self, Group::NotMet | Group::NotRelevant | Group::Services)
    }

    /// Whether its measures are granted, as far as the applicant's answers go, and can be applied
    /// for.
    pub(in crate::widget) fn is_result(self) -> bool {
        matches!(self, Group::Apply | Group::Direction | Group::OnceSettled)
    }
}

/// The wanted measures by group, in the order of the screen, without empty groups.
///
/// Within a group, money with a figure is first, the highest amount at the top; then money without
/// a figure, then benefits in kind. Measures that exclude each other are next to each other.
pub(in crate::widget) fn groups(evaluation: &Evaluation) -> Vec<(Group, Vec<MeasureId>)> {
    let mut groups = Group::ALL.map(|group| (group, Vec::new()));
    for (id, _) in evaluation.assessment.iter().filter(|(id, _)| evaluation.wanted.includes(*id)) {
        let group = group_of(evaluation, id);
        if let Some((_, measures)) = groups.iter_mut().find(|(other, _)| *other == group) {
            measures.push(id);
        }
    }
    for (_, measures) in &mut groups {
        // A stable sort: equal measures stay in the pack's order.
        measures.sort_by_cached_key(|id| rank(evaluation, *id));
        *measures = with_alternatives(evaluation, measures);
    }
    groups.into_iter().filter(|(_, measures)| !measures.is_empty()).collect()
}

fn group_of(evaluation: &Evaluation, id: MeasureId) -> Group {
    let assessed = evaluation.assessment.of(id);
    match assessed.outcome {
        Outcome::NotApplicable => Group::NotRelevant,
        Outcome::NotInForce => Group::NotMet,
        Outcome::NotMet if near_miss(&evaluation.context(), id).is_some() => Group::Near,
        Outcome::NotMet => Group::NotMet,
        Outcome::Open if !assessed.can_be_met => Group::NotMet,
        _ if is_service(evaluation, id) => Group::Services,
        Outcome::Open => Group::Open,
        _ if evaluation.applications(id).is_closed() == Truth::True => Group::NextRound,
        Outcome::Met => Group::Apply,
        Outcome::MetInDirection => Group::Direction,
        Outcome::MetOnceSettled => Group::OnceSettled,
    }
}

/// Whether a measure is only in topics about which the interview asks nothing.
fn is_service(evaluation: &Evaluation, id: MeasureId) -> bool {
    let chosen = evaluation.wanted.topics();
    let is_chosen = |topic: TopicId| chosen.is_empty() || chosen.contains(&topic);
    let topics = evaluation.pack.rules.topics.iter();
    let mut asks = topics
        .filter(|(topic, content)| is_chosen(*topic) && content.measures.contains(&id))
        .map(|(_, topic)| topic.ask)
        .peekable();
    asks.peek().is_some() && !asks.any(|ask| ask)
}

/// The position of a measure in its group: its kind of benefit, then its unit, then its amount.
fn rank(evaluation: &Evaluation, id: MeasureId) -> (u8, usize, Reverse<[Decimal; 2]>) {
    let rules = &evaluation.pack.rules;
    let none = Reverse([Decimal::ZERO; 2]);
    match &rules.measures[id].grants.benefit {
        Benefit::InKind(_) => return (2, 0, none),
        Benefit::Unspecified => return (1, 0, none),
        Benefit::Fixed(_) | Benefit::UpTo(_) | Benefit::Tiers(_) | Benefit::Rate(_) => {}
    }
    let amount = evaluation
        .assessment
        .of(id)
        .can_be_met
        .then(|| amount_if_met(&evaluation.context(), id))
        .flatten();
    let Some(amount) = amount else { return (0, usize::MAX, none) };
    // Amounts in different units are not compared.
    let unit = rules.units.iter().position(|unit| unit.unit == amount.unit);
    (0, unit.unwrap_or_default(), Reverse([amount.max.unwrap_or(amount.min), amount.min]))
}

/// The same measures, with those of an exclusive limit next to the first of them.
fn with_alternatives(evaluation: &Evaluation, measures: &[MeasureId]) -> Vec<MeasureId> {
    let mut ordered: Vec<MeasureId> = Vec::with_capacity(measures.len());
    for id in measures {
        let limit = exclusive_limit(evaluation, *id);
        let others = measures.iter().filter(|other| {
            *other == id || limit.is_some_and(|limit| limit.measures.contains(other))
        });
        for other in others {
            if !ordered.contains(other) {
                ordered.push(*other);
            }
        }
    }
    ordered
}

/// The first limit that lets only one of several measures be granted, among those of a measure.
pub(super) fn exclusive_limit(evaluation: &Evaluation, id: MeasureId) -> Option<&Limit> {
    let mut limits = evaluation.pack.rules.limits.iter();
    limits.find(|limit| limit.kind.is_exclusive() && limit.measures.contains(&id))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a failing test should stop at the cause")]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::engine::answers_from_json;
    use crate::rulebook::{Date, Id, Json, Locale, RulePack};
    use crate::widget::pack::Pack;
    use crate::widget::text::Catalogue;

    const MEASURES: [(&str, &str, &str); 8] = [
        ("published", r#"{"is": ["local", true]}"#, r#""unspecified": {}"#),
        ("small", r#"{"is": ["local", true]}"#, r#""fixed": {"amount": 5, "unit": "k"}"#),
        ("rooms", r#"{"is": ["local", true]}"#, r#""in-kind": {"en": "Rooms"}"#),
        ("large", r#"{"is": ["local", true]}"#, r#""up-to": {"amount": 50, "unit": "k"}"#),
        ("other", r#"{"is": ["local", true]}"#, r#""fixed": {"amount": 9, "unit": "k"}"#),
        ("old", r#"{"at-least": ["age", 10]}"#, r#""fixed": {"amount": 7, "unit": "k"}"#),
        ("big", r#"{"at-least": ["staff", 10]}"#, r#""fixed": {"amount": 8, "unit": "k"}"#),
        ("advice", r#"{"is": ["local", true]}"#, r#""in-kind": {"en": "Advice"}"#),
    ];

    /// A pack with [`MEASURES`]. Only the number of staff can change. Of `large` and `small`, one
    /// is granted. `advice` is a service.
    fn pack() -> Rc<RulePack> {
        let measures = MEASURES.map(|(id, when, grants)| {
            format!(
                r#"{{"id": "{id}", "title": {{"en": "{id}"}}, "summary": {{"en": "{id}"}},
                  "provision": ["d1-1"], "criteria": [{{"id": "any", "label": {{"en": "Any"}},
                  "grade": "explicit", "provision": ["d1-1"], "when": {when}}}],
                  "grants": {{{grants}, "evidence": "official-text", "provision": ["d1-1"]}}}}"#
            )
        });
        let topic = |id: &str, measures: &str| {
            format!(
                r#"{{"id": "{id}", "title": {{"en": "{id}"}}, "summary": {{"en": "{id}"}},
                  "measures": [{measures}]"#
            )
        };
        let money =
            topic("money", r#""published", "small", "rooms", "large", "other", "old", "big""#);
        let services = topic("services", r#""advice""#);
        let text = format!(
            r#"{{"format": 2, "id": "desk", "version": "1", "languages": ["en"],
              "title": {{"en": "Desk"}}, "in-force": {{}},
              "documents": [{{"id": "d1", "title": {{"en": "Desks"}}}}],
              "provisions": [{{"id": "d1-1", "document": "d1", "clause": "1", "evidence": "official-text"}}],
              "sections": [{{"id": "all", "title": {{"en": "All"}}}}],
              "topics": [{money}}}, {services}, "ask": false}}],
              "facts": [
                {{"id": "local", "kind": "yes-no", "section": "all", "question": {{"en": "Local?"}}}},
                {{"id": "age", "kind": {{"number": {{"unit": "years", "min": 0}}}}, 
                  "section": "all", "question": {{"en": "Age?"}}}},
                {{"id": "staff", "kind": {{"number": {{"unit": "people", "min": 0}}}}, "changeable": true, "section": "all",
                  "question": {{"en": "Staff?"}}}}
              ],
              "limits": [{{"kind": "at-most-one", "measures": ["small", "large"],
                "label": {{"en": "One"}}, "provision": ["d1-1"]}}],
              "measures": [{}]}}"#,
            measures.join(", ")
        );
        Rc::new(RulePack::from_json(&text).unwrap())
    }

    /// The groups for some answers, as text: `group: measures`.
    fn grouped(topics: &[usize], answers: &str) -> Vec<String> {
        let rules = pack();
        let answers = answers_from_json(&rules, &Json::parse(answers).unwrap()).unwrap();
        let catalogue = Rc::new(Catalogue::of(Locale::En).clone());
        let pack = Pack { rules, catalogue, locale: Locale::En };
        let topics: Vec<TopicId> = topics.iter().map(|index| TopicId::from_index(*index)).collect();
        let day = Date::constant(2026, 1, 1);
        let evaluation = Evaluation::new(pack, day, &topics, answers);
        let title = |id: &MeasureId| evaluation.pack.rules.measures[*id].id.to_string();
        groups(&evaluation)
            .iter()
            .map(|(group, measures)| {
                let measures: Vec<String> = measures.iter().map(title).collect();
                format!("{}: {}", group.name(), measures.join(" "))
            })
            .collect()
    }

    #[test]
    fn money_is_first_the_highest_at_the_top_and_alternatives_are_together() {
        assert_eq!(
            grouped(&[], r#"{"local": true}"#),
            ["apply: large small other published rooms", "open: big old", "services: advice"]
        );
    }

    #[test]
    fn a_measure_is_near_if_the_applicant_can_change_one_thing() {
        assert_eq!(
            grouped(&[0], r#"{"local": true, "age": 3, "staff": 9}"#).split_off(1),
            ["near: big", "not-met: old"]
        );
    }

    #[test]
    fn only_wanted_measures_are_grouped() {
        assert_eq!(grouped(&[1], r#"{"local": true}"#), ["services: advice"]);
        assert_eq!(grouped(&[1], r#"{"local": false}"#), ["not-met: advice"]);
        assert_eq!(grouped(&[1], "{}"), ["services: advice"]);
    }
}
