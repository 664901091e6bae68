//! Stories of basic elements: the bar with its menu, the footer, rows, badges,
//! buttons, the QR symbol.

use std::rc::Rc;

use yew::prelude::*;

use super::collection::Collection;
use super::fixture::Fixture;
use crate::engine::Outcome;
use crate::rulebook::Language;
use crate::widget::pack::Pack;
use crate::widget::text::Catalogue;
use crate::widget::ui::menu::MenuSettings;
use crate::widget::ui::qr::qr;
use crate::widget::ui::{
    Choice, back_button, badge, bar, button, choice, footer, lapsed_badge, link_button, near_badge,
    primary_button, title_bar,
};

pub(super) fn add(stories: &mut Collection) {
    let fixture = stories.fixture();
    let languages = stories.pack().offered.clone().into();
    stories.add("ui/menu", "with every language", menu(&fixture, languages, false));
    stories.add("ui/menu", "in one language, with large text", menu(&fixture, Rc::default(), true));

    let (catalogue, click) = (fixture.localized_pack().catalogue, Callback::noop);
    let text = catalogue.plan_button();
    let buttons = html! {
        <div class="ec__actions">
            { primary_button(text, click()) }
            { button(text, click()) }
            { link_button(text, click()) }
            { back_button(text, click()) }
        </div>
    };
    stories.add("ui/button", "every button", buttons);
    let back = || link_button(catalogue.back_button(), click());
    let title = || html! { catalogue.checklist_title() };
    let right = || link_button(catalogue.results_title(), click());
    stories.add("ui/bar", "with a way back and a way on", bar(back(), title(), right()));
    stories.add(
        "ui/bar",
        "with a long title",
        bar(back(), html! { catalogue.disclaimer() }, right()),
    );
    stories.add("ui/footer", "with one button", footer(primary_button(text, click())));
    let two = html! { <>{ button(catalogue.yes(), click()) }{ primary_button(text, click()) }</> };
    stories.add("ui/footer", "with two buttons", footer(two));
    stories.add("ui/badge", "every badge", badges(&catalogue));
    stories.add("ui/row", "radio buttons", rows(&catalogue, "radio"));
    stories.add("ui/row", "checkboxes", rows(&catalogue, "checkbox"));
    if let Some(symbol) = qr("24QRD-7QBNZ", catalogue.receipt_code_label()) {
        stories.add("ui/qr", "of a short code", symbol);
    }
}

fn menu(fixture: &Fixture, languages: Rc<[Language]>, is_large_text: bool) -> Html {
    let Pack { catalogue, locale, .. } = fixture.localized_pack();
    let title = catalogue.checklist_title().clone();
    let context = MenuSettings { catalogue, locale, languages, is_large_text };
    html! {
        <ContextProvider<MenuSettings> {context}>{ title_bar(html! { title }) }</ContextProvider<MenuSettings>>
    }
}

fn badges(catalogue: &Catalogue) -> Html {
    html! {
        <>
            for outcome in Outcome::ALL {
                <p>{ badge(catalogue, outcome) }</p>
            }
            <p>{ near_badge(catalogue) }</p>
            <p>{ lapsed_badge(catalogue.historical_note()) }</p>
        </>
    }
}

/// A checked row with every part, a row with a long text, and a row that is set apart.
fn rows(catalogue: &Catalogue, kind: &'static str) -> Html {
    let row = |id: &'static str| Choice {
        id: id.into(),
        name: Some("rows".into()),
        kind,
        label: catalogue.checklist_title().clone(),
        ..Choice::default()
    };
    let (detail, aside) =
        (Some(catalogue.privacy_note().clone()), Some(catalogue.badge_open().clone()));
    html! {
        <>
            { choice(Choice { is_checked: true, detail: detail.clone(), aside, ..row("whole") }) }
            { choice(Choice { label: catalogue.disclaimer().clone(), ..row("long") }) }
            { choice(row("short")) }
            { choice(Choice { is_apart: true, label: catalogue.not_sure().clone(), detail, ..row("apart") }) }
        </>
    }
}
