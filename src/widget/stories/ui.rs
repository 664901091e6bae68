//! Stories of basic elements: the toolbar, buttons, the QR symbol.

use std::rc::Rc;

use yew::prelude::*;

use super::collection::Collection;
use super::fixture::Fixture;
use crate::widget::ui::button::toggle_button;
use crate::widget::ui::qr::qr;
use crate::widget::ui::toolbar::Toolbar;
use crate::widget::ui::{button, link_button, primary_button};

pub(super) fn add(stories: &mut Collection) {
    let fixture = stories.fixture();
    let languages = stories.pack().languages.clone().into();
    stories.add("ui/toolbar", "with every language", toolbar(&fixture, languages, false));
    stories.add(
        "ui/toolbar",
        "in one language, with large text",
        toolbar(&fixture, Rc::default(), true),
    );

    let (catalogue, click) = (fixture.localized_pack().catalogue, Callback::noop);
    let text = catalogue.checklist_button();
    let buttons = html! {
        <div class="ec__actions">
            { primary_button(text, click()) }
            { button(text, click()) }
            { link_button(text, click()) }
            <button class="ec-tool" type="button">{ text }</button>
            { toggle_button(text, None, true, click()) }
        </div>
    };
    stories.add("ui/button", "every button", buttons);
    if let Some(symbol) = qr("24QRD-7QBNZ", catalogue.receipt_code_label()) {
        stories.add("ui/qr", "of a short code", symbol);
    }
}

fn toolbar(
    fixture: &Fixture,
    languages: Rc<[crate::rulebook::Locale]>,
    is_large_text: bool,
) -> Html {
    html! { <Toolbar pack={fixture.localized_pack()} {languages} {is_large_text} /> }
}
