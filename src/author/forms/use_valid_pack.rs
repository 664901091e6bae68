//! The pack in the text, for the words of its conditions.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::rulebook::RulePack;

/// The time without a change before the pack is read again, in milliseconds. Reading 300 measures
/// takes longer than a key may take, so a change is shown first.
const PAUSE: u32 = 150;

/// The pack in the last text that is shown. `None` if that text has faults. It follows a change
/// after a pause; until then, conditions keep their words.
#[hook]
pub(super) fn use_valid_pack(text: Option<Rc<str>>) -> Option<Rc<RulePack>> {
    let valid = use_state(|| Valid::read(text.clone()));
    let read = valid.text.clone();
    use_effect_with(text, {
        let valid = valid.setter();
        move |text| {
            let timeout = (*text != read).then(|| {
                let text = text.clone();
                // Without words, none are kept.
                let pause = if read.is_none() { 0 } else { PAUSE };
                Timeout::new(pause, move || valid.set(Valid::read(text)))
            });
            move || drop(timeout)
        }
    });
    valid.pack.clone()
}

/// A text, and the pack in it.
struct Valid {
    text: Option<Rc<str>>,
    pack: Option<Rc<RulePack>>,
}

impl Valid {
    fn read(text: Option<Rc<str>>) -> Valid {
        let pack = text.as_ref().and_then(|text| RulePack::from_json(text).ok());
        Valid { text, pack: pack.map(Rc::new) }
    }
}
