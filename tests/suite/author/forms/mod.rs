//! The forms of a pack, rendered without a browser, and the edits that their controls make.
//!
//! - `cards`: snapshots of cards of a small pack, and of a text that is not JSON.
//! - `edits`: definitions, grants, groups, operators, numbers and kinds are changed.
//! - `markup`: every control has a name and its own id, in every card of every pack.

mod cards;
mod edits;
mod markup;

use std::rc::Rc;

use eligibility_check::author::checks::{CheckInput, check};
use eligibility_check::author::forms::{FormsProps, FormsView};
use eligibility_check::rulebook::Locale;
use yew::LocalServerRenderer;

use super::{GUIDE, PACKS, after, json, parsed};

/// The forms with a definition of a text, with the checks of that text.
fn render(text: &str, selected: &str, locale: Locale) -> String {
    let text: Rc<str> = text.into();
    let input = CheckInput { text: Rc::clone(&text), ..CheckInput::default() };
    let checks = Rc::new(check(&input));
    let selected = selected.to_owned();
    render_props(yew::props! { FormsProps { text, checks: Some(checks), locale, selected } })
}

fn render_props(props: FormsProps) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let tasks = tokio::task::LocalSet::new();
    tasks.block_on(&runtime, async move {
        LocalServerRenderer::<FormsView>::with_props(props).hydratable(false).render().await
    })
}
