//! The languages of a pack.

use yew::prelude::*;

use crate::author::document::join;
use crate::author::model::{add_id, languages};
use crate::author::ui::check_box;
use crate::rulebook::Json;

use super::form_pack::FormPack;

/// The languages of the interface.
const OF_INTERFACE: [&str; 3] = ["zh-Hans", "zh-Hant", "en"];

/// A check box for each language of the interface, and for those that the pack names. The last one
/// stays.
pub(super) fn languages_field(pack: &FormPack, label: &'static str) -> Html {
    let chosen = languages(pack.json());
    let others = chosen.iter().map(String::as_str).filter(|tag| !OF_INTERFACE.contains(tag));
    let one = |tag: &str| {
        let index = chosen.iter().position(|known| known == tag);
        let is_last = chosen.len() == 1 && index.is_some();
        let commit = {
            let tag = tag.to_owned();
            pack.on_parse(
                move |value| (!is_last).then(|| Json::Bool(value == "true")),
                move |document, _| match index {
                    Some(index) => document.remove(&join("/languages", index)),
                    None => add_id(document, "", "languages", &tag),
                },
            )
        };
        check_box(pack.words().language(tag).to_owned(), index.is_some(), commit)
    };
    html! {
        <fieldset class="au-period">
            <legend>{ label }</legend>
            <div class="au-row">{ for OF_INTERFACE.into_iter().chain(others).map(one) }</div>
        </fieldset>
    }
}
