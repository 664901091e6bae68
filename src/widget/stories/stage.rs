//! Where stories are told: the invented pack in one language, and the stories so far.

#![expect(
    clippy::expect_used,
    reason = "what stories are made from stands beside them, and a test makes every one"
)]

use std::rc::Rc;

use yew::prelude::*;

use crate::rulebook::{FactId, Locale, MeasureId, RuleBook};

use super::Story;
use super::scene::Scene;
use crate::widget::element::el;
use crate::widget::native::rendered;

/// No real place, text or figure is in it; what is longest in it is longer than anything published.
const PACK: &str = include_str!("pack.json");

pub(super) struct Stage {
    locale: Locale,
    book: Rc<RuleBook>,
    stories: Vec<Story>,
}

impl Stage {
    pub(super) fn new(locale: Locale) -> Stage {
        let book = RuleBook::from_json(PACK).expect("the pack of the stories is sound");
        Stage { locale, book: Rc::new(book), stories: Vec::new() }
    }

    /// Nothing said, on a day within the policy's time.
    pub(super) fn scene(&self) -> Scene {
        Scene::new(self.locale, Rc::clone(&self.book))
    }

    pub(super) fn book(&self) -> &RuleBook {
        &self.book
    }

    pub(super) fn fact(&self, id: &str) -> FactId {
        self.book.find_fact(id).expect("a fact of the pack")
    }

    pub(super) fn measure(&self, id: &str) -> MeasureId {
        self.book.find_measure(id).expect("a measure of the pack")
    }

    /// Adds a story. `component` is a label: see [`Story::component`].
    pub(super) fn tell(&mut self, component: &'static str, name: &'static str, part: impl Into<Html>) {
        let root = el("div", "ec").attribute("lang", self.locale.tag()).html(part.into());
        self.stories.push(Story {
            component,
            name,
            html: rendered(root).expect("a runtime without a driver"),
        });
    }

    pub(super) fn told(self) -> Vec<Story> {
        self.stories
    }
}
