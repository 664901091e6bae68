//! Receipts as QR symbols, read from the picture itself by a reader that shares nothing with what drew it.

use eligibility_check::widget::qr_text;
use rqrr::PreparedImage;

use crate::receipt::{code, kiosk, scenarios};
use crate::support::{KIOSK, PUBLISHED, book};

/// Pixels for each module.
const SCALE: usize = 4;

/// What stands between two marks, the first time.
fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    let (_, rest) = text.split_once(before).unwrap();
    rest.split_once(after).unwrap().0
}

/// The dark modules that the picture's path covers, and how wide the picture is.
fn modules(svg: &str) -> (Vec<(usize, usize)>, usize) {
    let side = between(svg, "viewBox=\"0 0 ", " ").parse().unwrap();
    let mut dark = Vec::new();
    for run in between(svg, " d=\"M", "z\"").split("zM") {
        let (start, rest) = run.split_once('h').unwrap();
        let (column, row) = start.split_once(' ').unwrap();
        let (width, back) = rest.split_once("v1h-").unwrap();
        assert_eq!(width, back, "{run}");
        let [column, row, width] = [column, row, width].map(|number| number.parse::<usize>().unwrap());
        dark.extend((column..column + width).map(|column| (column, row)));
    }
    (dark, side)
}

/// What the reader finds in the picture.
fn scanned(svg: &str) -> String {
    let (dark, side) = modules(svg);
    let is_dark = |x, y| dark.contains(&(x / SCALE, y / SCALE));
    let mut image = PreparedImage::prepare_from_greyscale(side * SCALE, side * SCALE, |x, y| {
        if is_dark(x, y) { 0 } else { 255 }
    });
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1, "{svg}");
    grids[0].decode().unwrap().1
}

#[test]
fn the_longest_receipts_of_all_scenarios_are_read_from_their_pictures() {
    let book = book(PUBLISHED);
    let mut codes: Vec<String> = scenarios(&book).iter().map(|case| code(&book, case)).collect();
    codes.sort_by_key(|code| std::cmp::Reverse(code.len()));
    assert!(codes.len() > 100);
    // The twelve longest, and every tenth of the others.
    let others = codes.iter().skip(12).step_by(10);
    for code in codes.iter().take(12).chain(others) {
        let svg = qr_text(code, &"".into()).unwrap();
        assert_eq!(scanned(&svg), *code);
    }
}

#[test]
fn a_receipt_with_everything_said_takes_a_small_symbol_and_few_bytes() {
    let book = book(PUBLISHED);
    let codes = scenarios(&book).into_iter().map(|case| code(&book, &case));
    let longest = codes.max_by_key(String::len).unwrap();
    let svg = qr_text(&longest, &"".into()).unwrap();
    // At most 37 modules, and 4 on either side.
    assert!(modules(&svg).1 <= 45, "{longest}");
    assert!(svg.len() < 8_000, "{} bytes", svg.len());
}

#[test]
fn a_symbol_holds_the_code_letter_by_letter() {
    let book = book(KIOSK);
    let code = code(&book, &kiosk(&book));
    assert_eq!(scanned(&qr_text(&code, &"".into()).unwrap()), code);
}
