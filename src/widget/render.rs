//! Server-side rendering of HTML to text, in the browser and natively.

use yew::LocalServerRenderer;
use yew::prelude::*;

/// The props of [`Root`].
#[derive(PartialEq, Properties)]
struct Props {
    html: Html,
}

/// A component that renders the given HTML.
#[component]
fn Root(props: &Props) -> Html {
    props.html.clone()
}

/// Renders `html` without hydration markers.
pub(crate) async fn render_text(html: Html) -> String {
    LocalServerRenderer::<Root>::with_props(Props { html }).hydratable(false).render().await
}

/// Blocks until rendering is done. Native only: a browser awaits instead.
///
/// # Errors
///
/// The async runtime failed to start.
#[cfg(feature = "cli")]
pub fn wait_for<T>(rendering: impl Future<Output = T>) -> std::io::Result<T> {
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    Ok(tokio::task::LocalSet::new().block_on(&runtime, rendering))
}

/// Renders `html` without hydration markers. Native only.
///
/// # Errors
///
/// The async runtime failed to start.
#[cfg(feature = "cli")]
pub(super) fn render(html: Html) -> std::io::Result<String> {
    wait_for(render_text(html))
}
