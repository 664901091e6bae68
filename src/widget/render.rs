//! Native rendering of a piece of HTML.

use std::io;

use yew::prelude::*;

/// The properties of [`Root`].
#[derive(PartialEq, Properties)]
struct Props {
    html: Html,
}

/// A component that consists of the HTML to render.
#[component]
fn Root(props: &Props) -> Html {
    props.html.clone()
}

/// Renders `html` without hydration marks.
///
/// # Errors
///
/// The async runtime failed to start.
pub(crate) fn render(html: Html) -> io::Result<String> {
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let tasks = tokio::task::LocalSet::new();
    Ok(tasks.block_on(&runtime, async move {
        yew::LocalServerRenderer::<Root>::with_props(Props { html }).hydratable(false).render().await
    }))
}
