//! A text in all languages of the pack, side by side.

use yew::prelude::*;

use crate::author::model::{TextForm, set_text};
use crate::author::ui::TextBox;

use super::form_pack::{FormPack, place_id};

/// Texts with more characters get a box with several lines.
const LONG: usize = 24;

/// A box for each language.
pub(super) fn texts_field(pack: &FormPack, label: &str, form: &TextForm) -> Html {
    let longest = form.texts.iter().map(|(_, text)| text.chars().count()).max();
    let is_long = longest.unwrap_or_default() > LONG || matches!(&*form.key, "summary" | "hint");
    let lines = if is_long { 3 } else { 1 };
    let label_in = |language: &str| match form.texts.len() {
        1 => label.to_owned(),
        _ => format!("{label} ({})", pack.words().language(language)),
    };
    let text = |(language, text): &(String, String)| {
        let commit = {
            let (object, key, language) = (form.object.clone(), form.key.clone(), language.clone());
            pack.on_commit(move |document, text| {
                set_text(document, &object, &key, &language, text.trim())
            })
        };
        let id = place_id(&form.object, &format!("{}:{language}", form.key));
        html! {
            <TextBox
                key={language.clone()}
                label={label_in(language)}
                value={text.clone()}
                language={AttrValue::from(language.clone())}
                {lines}
                id={AttrValue::from(id)}
                invalid={pack.words().not_accepted}
                {commit}
            />
        }
    };
    html! { <div class="au-texts">{ for form.texts.iter().map(text) }</div> }
}
