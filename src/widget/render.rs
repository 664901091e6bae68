//! Renders a piece of HTML as text, in the browser as on the command line.

use yew::LocalServerRenderer;
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
pub(super) async fn render_text(html: Html) -> String {
    LocalServerRenderer::<Root>::with_props(Props { html }).hydratable(false).render().await
}

/// Waits for rendering outside of a browser.
///
/// # Errors
///
/// The async runtime failed to start.
#[cfg(feature = "cli")]
pub(crate) fn wait_for<T: 'static>(
    rendering: impl Future<Output = T> + 'static,
) -> std::io::Result<T> {
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    Ok(tokio::task::LocalSet::new().block_on(&runtime, rendering))
}

/// Renders `html` outside of a browser, without hydration marks.
///
/// # Errors
///
/// The async runtime failed to start.
#[cfg(feature = "cli")]
pub(crate) fn render(html: Html) -> std::io::Result<String> {
    wait_for(render_text(html))
}
