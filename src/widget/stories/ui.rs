//! Basic elements: the toolbar, buttons, the QR symbol.

use std::rc::Rc;

use yew::prelude::*;

use super::scene::Scene;
use super::stage::Stage;
use crate::widget::ui::button::toggle_button;
use crate::widget::ui::qr::qr;
use crate::widget::ui::toolbar::Toolbar;
use crate::widget::ui::{button, link_button, main_button};

pub(super) fn add(stage: &mut Stage) {
    let scene = stage.scene();
    let languages = stage.book().languages.clone().into();
    stage.add("ui/tools", "with every language", toolbar(&scene, languages, false));
    stage.add("ui/tools", "in one language, with large type", toolbar(&scene, Rc::default(), true));

    let (catalogue, click) = (scene.pack().catalogue, Callback::noop);
    let text = catalogue.to_sheet();
    let buttons = html! {
        <div class="ec__actions">
            { main_button(text, click()) }
            { button(text, click()) }
            { link_button(text, click()) }
            <button class="ec-tool" type="button">{ text }</button>
            { toggle_button(text, None, true, click()) }
        </div>
    };
    stage.add("ui/button", "every button", buttons);
    if let Some(symbol) = qr("24QRD-7QBNZ", catalogue.receipt()) {
        stage.add("ui/qr", "of a short code", symbol);
    }
}

fn toolbar(scene: &Scene, languages: Rc<[crate::rulebook::Locale]>, is_large_text: bool) -> Html {
    html! { <Toolbar pack={scene.pack()} {languages} {is_large_text} /> }
}
