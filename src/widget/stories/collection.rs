//! Where stories are made: the invented pack in one language, and the stories so far.

#![expect(
    clippy::expect_used,
    reason = "stories are made of constants, and a test makes every one of them"
)]

use std::rc::Rc;

use yew::prelude::*;

use super::Story;
use super::scene::Scene;
use crate::rulebook::{FactId, Locale, MeasureId, RulePack};
use crate::widget::render::render;

/// It contains no real place, text or figure. Its longest texts are longer than anything published.
const PACK: &str = include_str!("pack.json");

pub(super) struct Stage {
    locale: Locale,
    book: Rc<RulePack>,
    stories: Vec<Story>,
}

impl Stage {
    pub(super) fn new(locale: Locale) -> Stage {
        let book = RulePack::from_json(PACK).expect("the pack of the stories is sound");
        Stage { locale, book: Rc::new(book), stories: Vec::new() }
    }

    /// No answers, on a day within the policy's period.
    pub(super) fn scene(&self) -> Scene {
        Scene::new(self.locale, Rc::clone(&self.book))
    }

    pub(super) fn book(&self) -> &RulePack {
        &self.book
    }

    pub(super) fn fact(&self, id: &str) -> FactId {
        self.book.find_fact(id).expect("a fact of the pack")
    }

    pub(super) fn measure(&self, id: &str) -> MeasureId {
        self.book.find_measure(id).expect("a measure of the pack")
    }

    /// Adds a story. `component` is a label: see [`Story::component`].
    pub(super) fn add(&mut self, component: &'static str, name: &'static str, part: Html) {
        let lang = self.locale.tag();
        let root = html! { <div class="ec" {lang}>{ part }</div> };
        let html = render(root).expect("a runtime without a driver");
        self.stories.push(Story { component, name, html });
    }

    pub(super) fn finish(self) -> Vec<Story> {
        self.stories
    }
}
