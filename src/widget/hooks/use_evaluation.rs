//! The incremental evaluation of the current answers.

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::{Session, Wanted, next_question};
use crate::widget::abilities::Abilities;
use crate::widget::evaluation::Evaluation;
use crate::widget::pack::Pack;
use crate::widget::props::AppProps;
use crate::widget::state::State;
use crate::widget::ui::Level;

/// Evaluates the answers of a state with a pack. A changed answer re-assesses only the measures
/// that depend on it.
#[hook]
pub(crate) fn use_evaluation(props: &AppProps, state: &State) -> Rc<Evaluation> {
    let sessions = use_mut_ref(|| None);
    let mut cached = sessions.borrow_mut();
    let evaluation = evaluate(&mut cached, &props.pack, Level::new(props.heading_level), state);
    Rc::new(evaluation.with_address(props.page_address.clone()).with_abilities(props.abilities))
}

/// A session, and the pack that it was created for. Another language is another pack.
pub(in crate::widget) type CachedSession = Option<(Pack, Session)>;

/// Updates the session, or creates a new one if the pack has changed.
pub(in crate::widget) fn evaluate(
    cached: &mut CachedSession,
    pack: &Pack,
    level: Level,
    state: &State,
) -> Evaluation {
    let (rules, as_of) = (&pack.rules, state.as_of());
    let wanted = Wanted::new(rules, &state.topics);
    let answers = wanted.with_preset(&state.answers);
    let session = match cached.take() {
        Some((before, mut session)) if before == *pack => {
            session.update(rules, &answers, as_of.evaluated);
            session
        }
        _ => Session::new(rules, &answers, as_of.evaluated),
    };
    let evaluation = Evaluation {
        pack: pack.clone(),
        level,
        address: None,
        abilities: Abilities::default(),
        as_of,
        today: state.today().status,
        given: state.answers.clone(),
        next: next_question(&session.rules, rules, &answers, &session.assessment, &wanted),
        answers,
        wanted: Rc::new(wanted),
        compiled: Rc::clone(&session.rules),
        assessment: Rc::clone(&session.assessment),
    };
    *cached = Some((pack.clone(), session));
    evaluation
}
