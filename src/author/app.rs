//! The root component: it owns the state.

use std::rc::Rc;

use yew::prelude::*;

use crate::rulebook::Locale;
use crate::widget::use_unload_warning;

use super::bar::top_bar;
use super::context::Dispatch;
use super::desk::desk_screen;
use super::drafts::{Drafts, use_drafts};
use super::host::AuthorHost;
use super::start::{StartScreen, use_open_pack};
use super::state::{Document, State};
use super::text::Texts;
use super::ui::{on_drag_over, on_drop};
use super::use_checks::use_checks;
use super::use_unfinished_text::use_unfinished_text;

/// The props of the page.
#[derive(Clone, PartialEq, Properties)]
pub struct AuthorProps {
    /// The first language of the page
    pub locale: Locale,
    /// What only the browser's page can do
    #[prop_or_default]
    pub host: AuthorHost,
    /// The initial state, for tests
    #[prop_or_default]
    pub state: Option<Rc<State>>,
}

/// The authoring page.
#[component]
pub fn AuthorPage(props: &AuthorProps) -> Html {
    let state = use_reducer(|| match &props.state {
        Some(state) => (**state).clone(),
        None => State::new(props.locale),
    });
    let dispatch = {
        let dispatcher = state.dispatcher();
        use_memo((), |()| Dispatch::new(Callback::from(move |action| dispatcher.dispatch(action))))
    };
    let texts = use_memo(state.locale, |locale| Texts::of(*locale));
    use_checks(state.document.as_ref(), state.opened, &props.host, &dispatch);
    let is_changed = state.document.as_ref().is_some_and(Document::is_changed);
    use_unload_warning(is_changed);
    use_unfinished_text();
    let drafts = use_drafts(state.document.as_ref());
    let opening = use_open_pack(&dispatch, is_changed, texts.drafts.open_question);
    let tag = state.locale.tag().to_owned();
    html! {
        <ContextProvider<Dispatch> context={(*dispatch).clone()}>
            <ContextProvider<Rc<Texts>> context={(*texts).clone()}>
                <ContextProvider<Drafts> context={drafts.clone()}>
                    <div
                        class="au"
                        lang={tag.clone()}
                        ondrop={on_drop(&opening.open)}
                        ondragover={on_drag_over()}
                    >
                        { top_bar(&state, &opening.open, &drafts, &texts, &dispatch) }
                        if let Some(problem) = opening.problem(&texts) {
                            <p class="au-error" role="alert">{ problem }</p>
                        }
                        if let Some(document) = &state.document {
                            { desk_screen(&state, document, &props.host, &texts, &dispatch) }
                        } else {
                            <StartScreen locale={state.locale} open={opening.open.clone()} />
                        }
                    </div>
                </ContextProvider<Drafts>>
            </ContextProvider<Rc<Texts>>>
        </ContextProvider<Dispatch>>
    }
}

#[cfg(all(test, feature = "cli"))]
#[expect(clippy::unwrap_used, reason = "a failing test should stop at the cause")]
mod tests {
    use super::*;
    use crate::widget::wait_for;

    fn rendered(state: State) -> String {
        let props = AuthorProps {
            locale: state.locale,
            host: AuthorHost::default(),
            state: Some(Rc::new(state)),
        };
        let renderer = yew::LocalServerRenderer::<AuthorPage>::with_props(props);
        wait_for(renderer.hydratable(false).render()).unwrap()
    }

    #[test]
    fn the_start_screen_is_in_the_language_of_the_page() {
        for (locale, title) in [
            (Locale::ZhHans, "编写自测规则"),
            (Locale::ZhHant, "編寫自測規則"),
            (Locale::En, "Write a rule pack"),
        ] {
            assert!(rendered(State::new(locale)).contains(&format!("<h1>{title}</h1>")));
        }
    }

    #[test]
    fn markup_in_a_file_stays_text() {
        let mut state = State::new(Locale::En);
        let name = "<img src=x onerror=alert(1)>";
        state.document = Some(Document::new(name, "{}"));
        let page = rendered(state);
        assert!(!page.contains(name) && page.contains("&lt;img"), "{page}");
    }
}
