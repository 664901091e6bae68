//! The list of stories in one language, and the invented pack that they render.

#![expect(
    clippy::expect_used,
    reason = "stories are built from constants, and a test builds every one"
)]

use std::rc::Rc;

use yew::prelude::*;

use super::Story;
use super::fixture::Fixture;
use crate::rulebook::{FactId, Locale, MeasureId, RulePack};
use crate::widget::render::render;
use crate::widget::ui::menu::MenuSettings;

/// An invented pack without real places, texts or figures. Its longest texts are longer than any
/// published ones.
pub(in crate::widget) const PACK: &str = include_str!("pack.json");

/// Collects stories in one language.
pub(super) struct Collection {
    locale: Locale,
    pack: Rc<RulePack>,
    stories: Vec<Story>,
}

impl Collection {
    pub(super) fn new(locale: Locale) -> Collection {
        let pack = RulePack::from_json(PACK).expect("the pack of the stories is valid");
        Collection { locale, pack: Rc::new(pack), stories: Vec::new() }
    }

    /// A fixture without answers, on a day within the policy's period.
    pub(super) fn fixture(&self) -> Fixture {
        Fixture::new(self.locale, Rc::clone(&self.pack))
    }

    /// A fixture whose longest list of options has a search box.
    pub(super) fn fixture_with_many_options(&self) -> Fixture {
        let option = |name: char| {
            format!(
                r#"{{"id": "{name}", "label": {{"zh-Hans": "{name} 类", "zh-Hant": "{name} 類", "en": "Trade {name}"}}}}, "#
            )
        };
        let more: String = ('a'..='j').map(option).collect();
        let umbrellas = r#"{"id": "umbrellas", "label""#;
        let text = PACK.replacen(umbrellas, &format!("{more}{umbrellas}"), 1);
        let pack = RulePack::from_json(&text).expect("the pack with more options is valid");
        Fixture::new(self.locale, Rc::new(pack))
    }

    /// A fixture whose pack has these topics, in JSON.
    pub(super) fn fixture_with_topics(&self, topics: &str) -> Fixture {
        let text =
            PACK.replacen("\"sections\":", &format!("\"topics\": {topics}, \"sections\":"), 1);
        let pack = RulePack::from_json(&text).expect("the pack with topics is valid");
        Fixture::new(self.locale, Rc::new(pack))
    }

    pub(super) fn pack(&self) -> &RulePack {
        &self.pack
    }

    pub(super) fn fact(&self, id: &str) -> FactId {
        self.pack.find_fact(id).expect("a fact of the pack")
    }

    pub(super) fn measure(&self, id: &str) -> MeasureId {
        self.pack.find_measure(id).expect("a measure of the pack")
    }

    /// Renders a story and adds it. `component` is a label, see [`Story::component`].
    pub(super) fn add(&mut self, component: &'static str, name: &'static str, content: Html) {
        let lang = self.locale.tag();
        let pack = self.fixture().localized_pack();
        let context = MenuSettings {
            catalogue: Rc::clone(&pack.catalogue),
            locale: pack.locale,
            languages: self.pack.offered.clone().into(),
            is_large_text: false,
        };
        let root = html! {
            <div class="ec" {lang}>
                <ContextProvider<MenuSettings> {context}><div>{ content }</div></ContextProvider<MenuSettings>>
            </div>
        };
        let html = render(root).expect("a runtime without a driver");
        self.stories.push(Story { component, name, html });
    }

    pub(super) fn finish(self) -> Vec<Story> {
        self.stories
    }
}
