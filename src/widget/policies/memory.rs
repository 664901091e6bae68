//! What the widget remembers of the policies that were shown, until the page is closed.

use std::rc::Rc;

use jiff::civil::Date;
use yew::AttrValue;

use super::carried::Carried;
use crate::engine::Receipt;
use crate::widget::pack::Pack;
use crate::widget::restore::Import;

/// What the widget remembers.
#[derive(Debug, Default)]
pub(super) struct Memory {
    /// The policies that were shown, the last one at the end
    visited: Vec<Visited>,
    /// The policy that is shown, and what it began with
    shown: Option<(Rc<str>, Beginning)>,
    /// An import for the policy that is shown next, or for the one of the list that it belongs to
    pub(super) import: Option<Import>,
    /// Whether another screen was shown before, so that the next one takes the focus
    has_changed: bool,
}

/// A policy that was shown, and the receipt code of its answers; empty without answers.
#[derive(Debug)]
struct Visited {
    pack: Pack,
    code: AttrValue,
}

/// What a policy begins with.
#[derive(Clone, Debug, Default)]
pub(super) struct Beginning {
    /// Saved answers
    pub(super) resume: Option<Import>,
    /// Answers from other policies
    pub(super) carried: Option<Carried>,
    /// Whether the policy takes the place of another screen, and so the focus
    pub(super) takes_focus: bool,
}

impl Memory {
    /// With an import to begin with.
    pub(super) fn new(import: Option<Import>) -> Memory {
        Memory { import, ..Memory::default() }
    }

    /// Shows a policy. What it begins with does not change until another screen is shown.
    pub(super) fn enter(&mut self, pack: &Pack, as_of: Date) -> Beginning {
        if let Some((shown, beginning)) = &self.shown
            && **shown == *pack.rules.id
        {
            return beginning.clone();
        }
        let code = self.code_of(&pack.rules.id).map(|code| Import::of_code(&code));
        let beginning = Beginning {
            resume: self.import.take().or(code),
            carried: self.carried(pack, as_of),
            takes_focus: self.has_changed,
        };
        self.shown = Some((pack.rules.id.clone(), beginning.clone()));
        self.has_changed = true;
        beginning
    }

    /// Shows the list. Returns whether it takes the focus.
    pub(super) fn leave(&mut self) -> bool {
        self.shown = None;
        std::mem::replace(&mut self.has_changed, true)
    }

    /// Keeps the receipt code of the policy that is shown.
    pub(super) fn note(&mut self, pack: &Pack, code: AttrValue) {
        self.visited.retain(|visited| visited.pack.rules.id != pack.rules.id);
        self.visited.push(Visited { pack: pack.clone(), code });
    }

    /// Forgets the answers to all policies.
    pub(super) fn forget(&mut self) {
        self.visited.clear();
    }

    fn code_of(&self, id: &str) -> Option<AttrValue> {
        let visited = self.visited.iter().find(|visited| *visited.pack.rules.id == *id)?;
        (!visited.code.is_empty()).then(|| visited.code.clone())
    }

    /// The answers of the other policies that a policy asks for alike, the latest first. Only those
    /// about the same day: the staff of 2019 is not that of today.
    fn carried(&self, pack: &Pack, as_of: Date) -> Option<Carried> {
        let mut carried = Carried::none(pack);
        for Visited { pack: from, code } in self.visited.iter().rev() {
            // An empty code has no answers, and a code of this session is never damaged.
            let Ok(receipt) = Receipt::decode(&from.rules, code) else { continue };
            if receipt.as_of == as_of && from.rules.id != pack.rules.id {
                carried.add(pack, from, &receipt.answers);
            }
        }
        (!carried.facts.is_empty()).then_some(carried)
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a failing test should stop at the cause")]
mod tests {
    use super::*;
    use crate::engine::answers_from_json;
    use crate::rulebook::{Json, Locale, RulePack, parse_date};
    use crate::widget::stories::PACK;
    use crate::widget::text::Catalogue;

    /// The pack of the stories with another id, after a change of its text.
    fn pack(id: &str, change: impl FnOnce(&str) -> String) -> Pack {
        let mut rules = RulePack::from_json(&change(PACK)).unwrap();
        rules.id = id.into();
        let catalogue = Rc::new(Catalogue::of(Locale::En).clone());
        Pack { rules: Rc::new(rules), catalogue, locale: Locale::En }
    }

    fn same(id: &str) -> Pack {
        pack(id, str::to_owned)
    }

    fn day(text: &str) -> Date {
        parse_date(text).unwrap()
    }

    /// Answers in a policy on a day, and leaves it.
    fn answer(memory: &mut Memory, pack: &Pack, as_of: &str, answers: &str) {
        memory.enter(pack, day(as_of));
        let answers = answers_from_json(&pack.rules, &Json::parse(answers).unwrap()).unwrap();
        let code = Receipt::encode(&pack.rules, day(as_of), &[], &answers);
        memory.note(pack, code.into());
        memory.leave();
    }

    /// The ids of the facts that a policy takes over, in order.
    fn carried(memory: &mut Memory, pack: &Pack, as_of: &str) -> Vec<Rc<str>> {
        let carried = memory.enter(pack, day(as_of)).carried;
        let facts = carried.map(|carried| carried.facts).unwrap_or_default();
        facts.into_iter().map(|fact| pack.rules.facts[fact].id.clone()).collect()
    }

    #[test]
    fn a_policy_takes_over_answers_to_facts_that_are_alike() {
        let mut memory = Memory::default();
        answer(&mut memory, &same("a"), "2019-05-10", r#"{"registered": true, "staff": 7}"#);
        let other = pack("b", |text| text.replace("\"unit\": \"人\"", "\"unit\": \"名\""));
        assert!(other.rules.find_fact("staff").is_some());
        let carried = carried(&mut memory, &other, "2019-05-10");
        assert!(carried.iter().any(|id| &**id == "registered"), "{carried:?}");
    }

    #[test]
    fn answers_about_another_day_stay_where_they_are() {
        let mut memory = Memory::default();
        answer(&mut memory, &same("a"), "2019-05-10", r#"{"registered": true}"#);
        assert!(carried(&mut memory, &same("b"), "2019-05-11").is_empty());
    }

    #[test]
    fn the_latest_answer_is_taken_over_and_a_policy_keeps_its_own() {
        let mut memory = Memory::default();
        answer(&mut memory, &same("a"), "2019-05-10", r#"{"registered": true}"#);
        answer(&mut memory, &same("b"), "2019-05-10", r#"{"registered": false}"#);
        let third = same("c");
        let carried = memory.enter(&third, day("2019-05-10")).carried.unwrap();
        let registered = third.rules.find_fact("registered").unwrap();
        let answer =
            answers_from_json(&third.rules, &Json::parse(r#"{"registered": false}"#).unwrap());
        assert_eq!(carried.answers.get(registered), answer.unwrap().get(registered));
        memory.leave();
        let first = memory.enter(&same("a"), day("2019-05-10"));
        let own = first.resume.unwrap().content;
        assert!(Receipt::decode(&same("a").rules, &own).unwrap().answers.get(registered).is_some());
    }

    #[test]
    fn cleared_answers_are_in_no_policy() {
        let mut memory = Memory::default();
        answer(&mut memory, &same("a"), "2019-05-10", r#"{"registered": true}"#);
        memory.enter(&same("b"), day("2019-05-10"));
        memory.forget();
        memory.leave();
        let first = memory.enter(&same("a"), day("2019-05-10"));
        assert!(first.resume.is_none() && first.carried.is_none());
    }

    #[test]
    fn what_a_policy_begins_with_does_not_change_while_it_is_shown() {
        let mut memory = Memory::default();
        answer(&mut memory, &same("a"), "2019-05-10", r#"{"registered": true}"#);
        let second = same("b");
        assert_eq!(carried(&mut memory, &second, "2019-05-10").len(), 1);
        memory.note(&second, "".into());
        assert_eq!(carried(&mut memory, &second, "2019-05-10").len(), 1);
    }
}
