//! A receipt code as a QR symbol, so that a service window scans it and types nothing.
//!
//! # Why
//!
//! One path for all dark modules, run by run: a symbol of 37 modules is about three kilobytes so, and an element for each
//! module would be fifty. Colours are attributes, because a page's policy may forbid styles in the markup, and white lies
//! below: dark pages are printed, too.

use qrcode::{Color, EcLevel, QrCode};
use yew::AttrValue;

use super::element::{Element, el};

/// Light modules on every side, as ISO/IEC 18004 asks for.
const QUIET: usize = 4;

/// The code as a picture that is read out as its label; `None` if it is longer than any symbol holds.
///
/// A sixth of it may be stained or folded away (error correction M). Capital letters, digits and hyphens take half the
/// room of other text.
pub(super) fn qr(code: &str, label: &AttrValue) -> Option<Element> {
    let symbol = QrCode::with_error_correction_level(code, EcLevel::M).ok()?;
    let side = (symbol.width() + 2 * QUIET).to_string();
    let paper = el("rect", "").attribute("width", side.clone()).attribute("height", side.clone());
    let dark = el("path", "").attribute("fill", "#000").attribute("d", path(&symbol));
    let symbol = el("svg", "ec-sheet__qr")
        .attribute("viewBox", format!("0 0 {side} {side}"))
        .attribute("shape-rendering", "crispEdges")
        .attribute("role", "img")
        .attribute("aria-label", label.clone())
        .with(paper.attribute("fill", "#fff"))
        .with(dark);
    Some(symbol)
}

/// The same as HTML.
pub fn qr_text(code: &str, label: &AttrValue) -> Option<String> {
    qr(code, label).map(|symbol| symbol.to_text())
}

/// Each run of dark modules in a row as a rectangle.
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
    fn a_symbol_is_one_path_on_white_with_a_quiet_zone_and_a_name() {
        let text = qr_text("24QR5-2K39P", &"Receipt <code>".into()).unwrap_or_default();
        let start = "<svg class=\"ec-sheet__qr\" viewBox=\"0 0 29 29\" shape-rendering=\"crispEdges\" role=\"img\" \
                     aria-label=\"Receipt &lt;code&gt;\"><rect width=\"29\" height=\"29\" fill=\"#fff\"></rect>\
                     <path fill=\"#000\" d=\"M4 4h7v1h-7z";
        assert!(text.starts_with(start), "{text}");
        assert_eq!(text.matches("<path").count(), 1);
        assert!(!text.contains("style"), "{text}");
    }

    #[test]
    fn what_no_symbol_holds_is_none() {
        assert!(qr(&"A".repeat(3_391), &"".into()).is_some());
        assert!(qr(&"A".repeat(3_392), &"".into()).is_none());
    }
}
