//! Visitors that give the JSON Pointer of every part of a condition.

use std::collections::BTreeSet;

use crate::rulebook::{
    BandTest, Benefit, Case, CaseResult, Class, Id, Json, Points, Quantity, RulePack, When,
};

use super::Context;

/// A part of a pack's conditions and amounts.
pub(super) enum Part<'a> {
    /// A condition
    When(&'a When),
    /// A table of points
    Points(&'a Points),
}

/// A condition with its JSON and its JSON Pointer.
#[derive(Clone)]
pub(super) struct Pointed<'a> {
    pub(super) pointer: String,
    json: &'a Json,
    pub(super) when: &'a When,
}

impl<'a> Pointed<'a> {
    /// The condition at a JSON Pointer of the pack.
    pub(super) fn new(context: &Context<'a>, pointer: String, when: &'a When) -> Pointed<'a> {
        Pointed { json: value_at(context.json, &pointer), pointer, when }
    }

    /// The conditions inside, without following references.
    pub(super) fn parts(&self) -> Vec<Pointed<'a>> {
        let of_list = |key: &str, parts: &'a [When], first: usize| {
            let list = self.json.get(key);
            let parts = parts.iter().enumerate().map(move |(index, when)| match list {
                Some(list) => {
                    let index = index + first;
                    let json = list.items().get(index).unwrap_or(&Json::Null);
                    Pointed { pointer: format!("{}/{key}/{index}", self.pointer), json, when }
                }
                // One operator, such as `between`, may become several conditions.
                None => Pointed { when, ..self.clone() },
            });
            parts.collect()
        };
        match self.when {
            When::All(parts) => of_list("all", parts, 0),
            When::Any(parts) => of_list("any", parts, 0),
            When::AtLeastOf(_, parts) => of_list("at-least-of", parts, 1),
            When::Not(part) => match self.json.get("not") {
                Some(json) => {
                    vec![Pointed { pointer: format!("{}/not", self.pointer), json, when: part }]
                }
                None => Vec::new(),
            },
            _ => Vec::new(),
        }
    }
}

/// Visits every condition and every table of points of a pack, and all their parts. The parts of a
/// named number are visited once.
pub(super) fn each_pointed<'a>(context: &Context<'a>, visit: &mut dyn FnMut(&str, Part<'a>)) {
    let pack = context.pack;
    let mut conditions = Vec::new();
    each_condition(pack, &mut |pointer, when| conditions.push((pointer, when)));
    let mut walk = Walk { json: context.json, named: BTreeSet::new(), visit };
    for (pointer, when) in conditions {
        walk.condition(&Pointed::new(context, pointer, when));
    }
    for (id, measure) in pack.measures.iter() {
        let at = format!("/measures/{}/grants", id.index());
        match &measure.grants.benefit {
            Benefit::Tiers(tiers) => walk.quantity(&format!("{at}/tiers/by"), &tiers.by),
            Benefit::Rate(rate) => walk.quantity(&format!("{at}/rate/of"), &rate.of),
            _ => {}
        }
    }
}

/// A condition as the author wrote it.
#[derive(Clone, Debug)]
pub struct WrittenCondition<'a> {
    /// JSON Pointer to the condition
    pub pointer: String,
    /// The condition as JSON
    pub json: &'a Json,
    /// The condition
    pub when: &'a When,
}

/// Every condition of a pack and its parts, as the author wrote them.
pub fn written_conditions<'a>(context: &Context<'a>) -> Vec<WrittenCondition<'a>> {
    let mut written = Vec::new();
    each_pointed(context, &mut |pointer, part| {
        if let Part::When(when) = part {
            let json = value_at(context.json, pointer);
            written.push(WrittenCondition { pointer: pointer.to_owned(), json, when });
        }
    });
    written
}

fn each_condition<'a>(pack: &'a RulePack, visit: &mut dyn FnMut(String, &'a When)) {
    super::walk::each_condition(pack, &mut |pointer, when| {
        // Its pointer leads to all cases of the class.
        if !pointer.starts_with("/classes/") {
            visit(pointer, when);
        }
    });
    for (index, relation) in pack.relations.iter().enumerate() {
        visit(format!("/relations/{index}/holds"), &relation.holds);
    }
    for (id, class) in pack.classes.iter() {
        let Class { cases, .. } = class;
        each_case(cases, &format!("/classes/{}/cases", id.index()), &mut |pointer, case, _| {
            if let Some(when) = &case.when {
                visit(format!("{pointer}/when"), when);
            }
        });
    }
}

/// Visits every case of a class with its JSON Pointer and the conditions before it in its list.
pub(super) fn each_case<'a>(
    cases: &'a [Case],
    pointer: &str,
    visit: &mut dyn FnMut(&str, &'a Case, &[&'a When]),
) {
    let mut earlier = Vec::new();
    for (index, case) in cases.iter().enumerate() {
        let pointer = format!("{pointer}/{index}");
        visit(&pointer, case, &earlier);
        if let CaseResult::Cases(inner) = &case.then {
            each_case(inner, &format!("{pointer}/cases"), visit);
        }
        earlier.extend(&case.when);
    }
}

struct Walk<'a, 'v> {
    json: &'a Json,
    /// The named numbers visited so far
    named: BTreeSet<String>,
    visit: &'v mut dyn FnMut(&str, Part<'a>),
}

impl<'a> Walk<'a, '_> {
    fn condition(&mut self, pointed: &Pointed<'a>) {
        (self.visit)(&pointed.pointer, Part::When(pointed.when));
        for part in pointed.parts() {
            self.condition(&part);
        }
        if let (When::Compare(left, _, right), Some((operator, operands))) =
            (pointed.when, pointed.json.entries().first())
        {
            for (index, quantity) in [left, right].into_iter().enumerate() {
                if operands.items().get(index).is_some() {
                    self.quantity(&format!("{}/{operator}/{index}", pointed.pointer), quantity);
                }
            }
        }
    }

    /// Visits the tables of points of a quantity, and the conditions of their bands.
    fn quantity(&mut self, pointer: &str, quantity: &'a Quantity) {
        if let Some(name) = value_at(self.json, pointer).get("quantity").and_then(Json::as_str) {
            let named = self.json.get("quantities").map(Json::items).unwrap_or_default();
            let index =
                named.iter().position(|named| named.get("id").and_then(Json::as_str) == Some(name));
            if let Some(index) = index
                && self.named.insert(name.to_owned())
            {
                self.quantity(&format!("/quantities/{index}/quantity"), quantity);
            }
            return;
        }
        let operator = match quantity {
            Quantity::Sum(_) => "sum",
            Quantity::HighestOf(_) => "highest-of",
            Quantity::LowestOf(_) => "lowest-of",
            Quantity::Difference(..) => "difference",
            Quantity::Ratio(..) => "ratio",
            Quantity::Growth(..) => "growth",
            Quantity::Percent(_, part, _) => {
                return self.quantity(&format!("{pointer}/percent/1"), part);
            }
            Quantity::Points(points) => return self.points(&format!("{pointer}/points"), points),
            Quantity::Constant(_)
            | Quantity::Fact(_)
            | Quantity::MonthsSince(_)
            | Quantity::DaysSince(_) => return,
        };
        for (index, part) in quantity.parts().into_iter().enumerate() {
            self.quantity(&format!("{pointer}/{operator}/{index}"), part);
        }
    }

    fn points(&mut self, pointer: &str, points: &'a Points) {
        (self.visit)(pointer, Part::Points(points));
        for (index, band) in points.bands.iter().enumerate() {
            if let BandTest::When(when) = &band.test {
                let pointer = format!("{pointer}/bands/{index}/when");
                let json = value_at(self.json, &pointer);
                self.condition(&Pointed { pointer, json, when });
            }
        }
        if let Some(by) = &points.by {
            self.quantity(&format!("{pointer}/by"), by);
        }
    }
}

/// The value at a JSON Pointer; null if there is none.
pub(super) fn value_at<'a>(json: &'a Json, pointer: &str) -> &'a Json {
    let found = pointer.split('/').skip(1).try_fold(json, |json, token| match json {
        Json::Array(items) => items.get(token.parse::<usize>().ok()?),
        _ => json.get(token),
    });
    found.unwrap_or(&Json::Null)
}
