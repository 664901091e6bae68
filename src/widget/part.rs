//! A part of the screen that is rendered again only when what it depends on has changed.
//!
//! One component for questions and measures alike: a component of its own for each would add 5 KB.

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::{Answer, AsOf};
use crate::rulebook::{FactId, Locale};

use super::details::OnAsk;
use super::heading::Level;
use super::state::Draft;
use super::view::View;

/// What a part depends on.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Watch {
    /// The rules, by where they are: they never change in place
    book: usize,
    locale: Locale,
    /// Level and day, if it shows anything that follows from them
    context: Option<(Level, AsOf)>,
    answers: Vec<Option<Answer>>,
    draft: Option<Draft>,
    unfolded: bool,
    /// Who writes its details, if it shows any
    on_ask: Option<OnAsk>,
}

impl Watch {
    /// A part that depends on the answers to these facts, and on nothing else that is said.
    pub(super) fn new(view: &View, facts: &[FactId]) -> Watch {
        let mut answers = Vec::with_capacity(facts.len());
        for fact in facts {
            answers.push(view.state.answers.get(*fact));
        }
        let book = Rc::as_ptr(&view.book).addr();
        Watch {
            book,
            locale: view.locale,
            context: None,
            answers,
            draft: None,
            unfolded: false,
            on_ask: None,
        }
    }

    /// It also depends on what stands in a box.
    pub(super) fn and_draft(self, draft: Draft) -> Watch {
        Watch { draft: Some(draft), ..self }
    }

    /// It also depends on what follows on the day, and on whether it is unfolded.
    pub(super) fn and_outcome(self, view: &View, unfolded: bool) -> Watch {
        let on_ask = unfolded.then(|| view.on_ask.clone());
        Watch { context: Some((view.level, view.as_of)), unfolded, on_ask, ..self }
    }
}

/// Properties of a [`Part`].
#[derive(Clone, Properties)]
pub(super) struct PartProps {
    /// What it depends on
    pub(super) watch: Watch,
    /// What it looks like; a function of `watch` alone
    pub(super) render: Callback<(), Html>,
}

impl PartialEq for PartProps {
    fn eq(&self, other: &PartProps) -> bool {
        self.watch == other.watch
    }
}

#[component]
fn Part(props: &PartProps) -> Html {
    props.render.emit(())
}

/// A part among its siblings.
pub(super) fn part(key: &Rc<str>, watch: Watch, render: Callback<(), Html>) -> Html {
    html! { <Part key={&**key} {watch} {render} /> }
}
