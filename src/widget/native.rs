//! An element rendered natively, by Yew itself.
//!
//! Not by [`Element::to_text`]: ticks, and what other modules wrote, are shown only by Yew.

use std::io;

use yew::prelude::*;

use super::element::Element;

/// What is rendered, as Yew takes it.
#[derive(PartialEq, Properties)]
struct Props {
    html: Html,
}

#[component]
fn Whole(props: &Props) -> Html {
    props.html.clone()
}

/// The HTML of an element.
///
/// # Errors
///
/// The system gives no runtime to wait with.
pub(crate) fn rendered(element: Element) -> io::Result<String> {
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let tasks = tokio::task::LocalSet::new();
    let props = Props { html: element.into() };
    Ok(tasks.block_on(&runtime, async move {
        yew::LocalServerRenderer::<Whole>::with_props(props).hydratable(false).render().await
    }))
}
