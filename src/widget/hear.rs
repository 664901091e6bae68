//! Hearing what a person does with an element, and doing it.

use std::rc::Rc;

use yew::prelude::*;

use crate::rulebook::Options;

use super::action::Action;
use super::details::{Shows, Told};
use super::effect::Effect;
use super::intent::{self, Cause, Intent};
use super::read;
use super::restore_box::{CODE_ID, FILE_ID};
use super::results::TITLE_ID;
use super::state::Screen;
use super::view::View;

/// What comes of an event.
pub(super) enum Heard {
    /// The state changes
    Act(Action),
    /// The surroundings are asked for something
    Wish(Effect),
}

/// What is written on the element that was used; nothing if nothing is, or for another event.
pub(super) fn hear(view: &View, event: &Event, cause: Cause) -> Option<Heard> {
    if cause == Cause::Again {
        event.prevent_default();
        return None;
    }
    let intent = read::written(event, "[data-do]", intent::ATTRIBUTE);
    let intent = Intent::read(&view.book, &intent?).filter(|intent| intent.is_meant_by(cause))?;
    let action = match intent {
        Intent::Say(fact, said) => {
            let answer = said.answer(&view.book.facts[fact].kind);
            Action::Say(fact, read::ticked(event).then_some(answer))
        }
        Intent::Tick(fact, place) => Action::Tick(fact, Options::one(place), read::ticked(event)),
        Intent::Type(fact) if cause == Cause::Input => Action::Typing(fact, read::text(event)),
        Intent::Type(fact) => Action::Type(fact, read::text(event)),
        Intent::Find(fact) => Action::Find(fact, read::text(event)),
        Intent::TypeAsOf if cause == Cause::Input => Action::TypingAsOf(read::text(event)),
        Intent::TypeAsOf => Action::TypeAsOf(read::text(event)),
        Intent::Fold(measure) => {
            // The state unfolds it, not the browser.
            event.prevent_default();
            Action::Fold(measure)
        }
        Intent::Ask(fact) => {
            // It is on the screen: the focus goes there, and nothing else moves.
            if view.state.screen == Screen::Questions || view.shown_question() == Some(fact) {
                let id = AttrValue::Rc(Rc::clone(&view.book.facts[fact].id));
                return Some(Heard::Wish(Effect::Focus(id)));
            }
            Action::Ask(fact)
        }
        Intent::Next(fact) | Intent::Submit(fact) => Action::Next(fact),
        Intent::Back => Action::Back,
        Intent::Seek => Action::Seek(read::text(event)),
        Intent::Whole(outcome) => Action::Whole(outcome),
        Intent::Only(outcome) => Action::Only(outcome),
        Intent::Show(screen) => Action::Show(screen),
        Intent::Clear => Action::Clear,
        Intent::ClearNow => Action::ClearNow,
        Intent::ClearNot => Action::ClearNot,
        Intent::Large => Action::Large,
        Intent::Paper(place) => {
            if cause == Cause::Click {
                event.prevent_default();
            }
            Action::Paper(place)
        }
        Intent::Results => return Some(Heard::Wish(Effect::Focus(TITLE_ID.into()))),
        Intent::Print => return Some(Heard::Wish(Effect::Print)),
        Intent::Save(kind) => {
            let asked = view.ask(Shows::File(kind, view.state.paper.clone()));
            return Some(Heard::Wish(Effect::Save(asked.written().into())));
        }
        Intent::Restore => return Some(Heard::Wish(Effect::Open(CODE_ID.into()))),
        Intent::Open => return Some(Heard::Wish(Effect::Open(FILE_ID.into()))),
        Intent::Language(locale) => return Some(Heard::Wish(Effect::Language(locale))),
    };
    Some(Heard::Act(action))
}

/// Goes on from what was handed over: a receipt code, or what stands in a file.
pub(super) fn restore(view: &View, handed: &str) -> Action {
    match view.on_ask.emit(view.ask(Shows::Restore(handed.into()))) {
        Told::Text(told) if told.starts_with('+') => Action::Restored(told.trim_start_matches('+').into()),
        _ => Action::Refused(handed.into()),
    }
}
