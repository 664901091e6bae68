//! The floor: a Yew page with nothing but a button that counts, built as the widget is. What the widget takes beyond it is our own.

use wasm_bindgen::prelude::*;
use yew::prelude::*;

#[component]
fn Empty() -> Html {
    let count = use_state(|| 0_u32);
    let onclick = {
        let count = count.clone();
        Callback::from(move |_: MouseEvent| count.set(*count + 1))
    };
    html! { <button {onclick}>{ *count }</button> }
}

/// Puts it on the page as soon as the module is there.
#[wasm_bindgen(start)]
pub fn start() {
    yew::Renderer::<Empty>::new().render();
}
