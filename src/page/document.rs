//! The frame of a page: head, policy and style around a body that Yew has rendered.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::rulebook::Locale;
use crate::widget::{Element, rendered};

/// The runtime that renders could not be started.
#[derive(Debug, thiserror::Error)]
#[error("the page cannot be rendered: {0}")]
pub struct RenderError(#[from] std::io::Error);

/// What a Content-Security-Policy names an inline script or style by.
pub fn source_hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

/// A whole page in one file: no script, no request, and a policy that says so.
pub(super) fn document(
    locale: Locale,
    title: &str,
    style: &str,
    body: Element,
) -> Result<String, RenderError> {
    let style = style.trim_end();
    let (hash, title, body) = (source_hash(style), escaped(title), broken_into_lines(&rendered(body)?));
    let lang = locale.tag();
    Ok(format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n  <meta charset=\"utf-8\">\n  \
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src {hash}; img-src data:; \
         base-uri 'none'; form-action 'none'\">\n  \
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n  \
         <meta name=\"color-scheme\" content=\"light dark\">\n  \
         <title>{title}</title>\n  <link rel=\"icon\" href=\"data:,\">\n  <style>{style}</style>\n</head>\n\
         {body}\n</html>\n"
    ))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// A line for each part that begins with a block, so that two versions of a page can be compared.
fn broken_into_lines(html: &str) -> String {
    let mut text = html.to_owned();
    for tag in [
        "<header", "<nav", "<main", "<section", "<article", "<footer", "<h2", "<h3", "<h4", "<tr", "<li",
        "<tbody",
    ] {
        for next in [' ', '>'] {
            text = text.replace(&format!("{tag}{next}"), &format!("\n{tag}{next}"));
        }
    }
    text
}
