//! A minimal Yew page with a counter button, built with the profile of the widget. It is the
//! baseline of the size and repaint benchmarks.

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

/// Renders the page when the module is instantiated.
#[wasm_bindgen(start)]
pub fn start() {
    yew::Renderer::<Empty>::new().render();
}
