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
