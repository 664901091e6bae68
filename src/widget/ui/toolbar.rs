//! The toolbar on every screen: language and text size.

use yew::prelude::*;

use super::button::toggle_button;
use crate::rulebook::Locale;
use crate::widget::context::{on_click, use_dispatch, use_host};
use crate::widget::pack::Pack;
use crate::widget::state::Action;

/// The props of [`Toolbar`].
#[derive(PartialEq, Properties)]
pub(in crate::widget) struct ToolbarProps {
    /// The current pack
    pub(in crate::widget) pack: Pack,
    /// The available languages; the buttons are omitted if there is only one
    pub(in crate::widget) languages: std::rc::Rc<[Locale]>,
    /// Whether the text is large
    pub(in crate::widget) is_large_text: bool,
}

/// A button for each language, labelled with the language's own name, and a button for the text
/// size.
#[component]
pub(in crate::widget) fn Toolbar(props: &ToolbarProps) -> Html {
    let (dispatch, host) = (use_dispatch(), use_host());
    let ToolbarProps { pack, languages, is_large_text } = props;
    let choose = |locale: Locale| {
        let on_language = host.on_language.clone();
        on_click(move || on_language.emit(locale))
    };
    html! {
        <div class="ec-toolbar">
            if languages.len() > 1 {
                <div class="ec-toolbar__languages" role="group" aria-label={pack.catalogue.language_label()}>
                    for locale in languages.iter().copied() {
                        { toggle_button(locale.native_name(), Some(locale.tag()), locale == pack.locale, choose(locale)) }
                    }
                </div>
            }
            { toggle_button(pack.catalogue.large_text_button(), None, *is_large_text, dispatch.on_click(Action::ToggleLargeText)) }
        </div>
    }
}
