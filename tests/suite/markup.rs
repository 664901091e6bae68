//! The widget rendered natively, and the little reading of HTML that the tests need.

use std::cell::RefCell;
use std::rc::Rc;

use eligibility_check::rulebook::{Locale, RuleBook};
use eligibility_check::widget::{Action, Ask, Catalogue, Details, EligibilityCheck, Props, State, Told};
use yew::{Callback, LocalServerRenderer, Reducible};

use crate::support::{answers, day};

/// The state after these answers and actions.
pub(crate) fn state(book: &Rc<RuleBook>, as_of: &str, said: &str, actions: Vec<Action>) -> Rc<State> {
    let state = State::new(Rc::clone(book), day(as_of)).with_answers(answers(book, said));
    actions.into_iter().fold(Rc::new(state), State::reduce)
}

/// The page of a state, in simplified Chinese.
pub(crate) fn render(book: &Rc<RuleBook>, state: &Rc<State>) -> String {
    render_in(Locale::ZhHans, book, state)
}

/// The page of a state in a language.
pub(crate) fn render_in(locale: Locale, book: &Rc<RuleBook>, state: &Rc<State>) -> String {
    let props = Props {
        book: Rc::clone(book),
        catalogue: Rc::new(Catalogue::of(locale).clone()),
        locale,
        as_of: state.as_of().asked,
        heading_level: 2,
        state: Some(Rc::clone(state)),
        on_effect: Default::default(),
        languages: Rc::default(),
        rules_page: None,
        opened: None,
        on_ask: {
            let catalogue = Rc::new(Catalogue::of(locale).clone());
            let details = RefCell::new(Details::new(Rc::clone(book), catalogue, locale));
            // By way of the text that browsers hand from one module to the other.
            Callback::from(move |ask: Ask| {
                let mut details = details.borrow_mut();
                let ask = Ask::read(details.book(), &ask.written()).unwrap();
                Told::Text(details.write(ask, "").into())
            })
        },
    };
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let tasks = tokio::task::LocalSet::new();
    tasks.block_on(&runtime, async move {
        LocalServerRenderer::<EligibilityCheck>::with_props(props).hydratable(false).render().await
    })
}

/// The values of an attribute, in the order of the page.
pub(crate) fn attribute<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let mark = format!(" {name}=\"");
    html.split(&mark).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// The text of a page without its tags, as it stands in the source (entities kept).
pub(crate) fn text(html: &str) -> String {
    html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect()
}

/// How a text stands in the source.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The pieces of a page from a mark to the next end mark.
pub(crate) fn pieces<'a>(html: &'a str, from: &str, to: &str) -> Vec<&'a str> {
    html.split(from).skip(1).filter_map(|rest| rest.split(to).next()).collect()
}
