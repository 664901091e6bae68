//! A receipt code as a QR symbol, so that an officer can scan it instead of typing.
//!
//! # Why
//!
//! Not the SVG renderer of `qrcode`: it returns markup, which Trusted Types forbid in the DOM.
//!
//! All dark modules are one path with a rectangle for each run. A symbol of 37 × 37 modules takes
//! about 3 KB, and 50 KB with an element for each module. Colours are attributes, because a Content
//! Security Policy may forbid inline styles. The white background is drawn, because the page may be
//! dark.

use qrcode::{Color, EcLevel, QrCode};
use yew::prelude::*;

/// The quiet zone: light modules on every side (ISO/IEC 18004).
const QUIET: usize = 4;

/// The code as an image with an accessible name; `None` if it is too long for a QR symbol.
///
/// Error correction level M restores about 15 % of damaged data. Capital letters, digits and
/// hyphens use the alphanumeric mode, which takes about two thirds of the space of other text.
pub(in crate::widget) fn qr(code: &str, label: &AttrValue) -> Option<Html> {
    let symbol = QrCode::with_error_correction_level(code, EcLevel::M).ok()?;
    let side = symbol.width() + 2 * QUIET;
    Some(html! {
        <svg
            class="ec-checklist__qr"
            viewBox={format!("0 0 {side} {side}")}
            shape-rendering="crispEdges"
            role="img"
            aria-label={label}
        >
            <rect width={side.to_string()} height={side.to_string()} fill="#fff" />
            <path fill="#000" d={path(&symbol)} />
        </svg>
    })
}

/// The symbol of a text as an SVG path, and its side in modules with the quiet zone.
pub(in crate::widget) fn symbol(text: &str) -> Option<(String, usize)> {
    let symbol = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    Some((path(&symbol), symbol.width() + 2 * QUIET))
}

/// The path of all dark modules, with a rectangle for each run in a row.
fn path(symbol: &QrCode) -> String {
    let mut path = String::new();
    let modules = symbol.to_colors();
    for (row, modules) in modules.chunks(symbol.width()).enumerate() {
        let mut column = QUIET;
        for run in modules.chunk_by(|one, next| one == next) {
            if run.first() == Some(&Color::Dark) {
                let (width, row) = (run.len(), row + QUIET);
                path.push_str(&format!("M{column} {row}h{width}v1h-{width}z"));
            }
            column += run.len();
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_run_of_dark_modules_is_one_rectangle() {
        let symbol = QrCode::with_error_correction_level("24QR5-2K39P", EcLevel::M).ok();
        let path = symbol.map(|symbol| path(&symbol)).unwrap_or_default();
        assert!(path.starts_with("M4 4h7v1h-7z"), "{path}");
    }

    #[test]
    fn a_text_too_long_for_a_symbol_is_none() {
        assert!(qr(&"A".repeat(3_391), &"".into()).is_some());
        assert!(qr(&"A".repeat(3_392), &"".into()).is_none());
    }
}
