//! A receipt code as a QR symbol, so that a service window scans it and types nothing.
//!
//! # Why
//!
//! All dark modules are one path, run by run: a symbol of 37 modules takes about three kilobytes that way, and an element for
//! each module would take fifty. Colours are attributes, because a page's policy may forbid inline styles. The white
//! background is drawn, because dark pages are printed, too.

use qrcode::{Color, EcLevel, QrCode};
use yew::prelude::*;

/// Light modules on every side (ISO/IEC 18004).
const QUIET: usize = 4;

/// The code as a picture with an accessible name; `None` if it is longer than any symbol can hold.
///
/// A sixth of it may be stained or folded away (error correction M). Capital letters, digits and hyphens take half the
/// room of other text.
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
    fn each_run_of_dark_modules_is_one_rectangle_of_the_path() {
        let symbol = QrCode::with_error_correction_level("24QR5-2K39P", EcLevel::M).ok();
        let path = symbol.map(|symbol| path(&symbol)).unwrap_or_default();
        assert!(path.starts_with("M4 4h7v1h-7z"), "{path}");
    }

    #[test]
    fn a_text_that_no_symbol_can_hold_gives_none() {
        assert!(qr(&"A".repeat(3_391), &"".into()).is_some());
        assert!(qr(&"A".repeat(3_392), &"".into()).is_none());
    }
}
