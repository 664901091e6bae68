//! Receipts as QR symbols on the rendered checklist, read by an independent decoder.

use std::rc::Rc;

use eligibility_check::engine::Receipt;
use eligibility_check::rulebook::{Locale, RulePack};
use eligibility_check::widget::preview::{Part, Preview};
use eligibility_check::widget::{PrintOptions, State};
use rqrr::PreparedImage;

use crate::dom::elements;
use crate::engine::receipt::{code, kiosk, scenarios};
use crate::markup::{pieces, widget_pack};
use crate::support::{KIOSK, PUBLISHED, parse_pack};

/// Pixels per module.
const SCALE: usize = 4;

/// The dark modules, and the width of the symbol in modules.
fn modules(svg: &str) -> (Vec<(usize, usize)>, usize) {
    let svg_element = elements(svg, |element| element.name == "svg").remove(0);
    let view_box: Vec<usize> =
        svg_element.attribute("viewBox").split(' ').map(|side| side.parse().unwrap()).collect();
    let side = view_box[2];
    assert_eq!(view_box, [0, 0, side, side]);
    let path = elements(svg, |element| element.name == "path").remove(0);
    let runs = path.attribute("d").strip_prefix('M').unwrap().strip_suffix('z').unwrap();
    let mut dark = Vec::new();
    for run in runs.split("zM") {
        let (start, rest) = run.split_once('h').unwrap();
        let (column, row) = start.split_once(' ').unwrap();
        let (width, back) = rest.split_once("v1h-").unwrap();
        assert_eq!(width, back, "{run}");
        let [column, row, width] =
            [column, row, width].map(|number| number.parse::<usize>().unwrap());
        dark.extend((column..column + width).map(|column| (column, row)));
    }
    (dark, side)
}

/// The text that the decoder reads from the symbol.
fn scan(svg: &str) -> String {
    let (dark, side) = modules(svg);
    let is_dark = |x, y| dark.contains(&(x / SCALE, y / SCALE));
    let mut image = PreparedImage::prepare_from_greyscale(side * SCALE, side * SCALE, |x, y| {
        if is_dark(x, y) { 0 } else { 255 }
    });
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1, "{svg}");
    grids[0].decode().unwrap().1
}

/// The symbol on the checklist for a receipt.
fn symbol(pack: &Rc<RulePack>, preview: &mut Preview, receipt: &Receipt) -> String {
    let state = State::new(Rc::clone(pack), receipt.as_of).with_answers(receipt.answers.clone());
    let html = preview.render(&state, Part::Checklist(PrintOptions::default())).unwrap();
    let texts = elements(&html, |element| element.has_class("ec-checklist__code"));
    assert_eq!(texts[0].text(), code(pack, receipt));
    let [svg] = <[&str; 1]>::try_from(pieces(&html, "<svg", "</svg>")).unwrap();
    format!("<svg{svg}</svg>")
}

fn preview(pack: &Rc<RulePack>) -> Preview {
    Preview::new(widget_pack(Locale::ZhHans, pack))
}

#[test]
fn the_symbols_of_the_longest_scenarios_decode_to_their_codes() {
    let pack = parse_pack(PUBLISHED);
    let mut receipts: Vec<(String, Receipt)> =
        scenarios(&pack).into_iter().map(|receipt| (code(&pack, &receipt), receipt)).collect();
    receipts.sort_by_key(|(code, _)| std::cmp::Reverse(code.len()));
    assert!(receipts.len() > 100);
    let mut preview = preview(&pack);
    // The twelve longest, and every tenth of the others.
    let others = receipts.iter().skip(12).step_by(10);
    for (code, receipt) in receipts.iter().take(12).chain(others) {
        assert_eq!(scan(&symbol(&pack, &mut preview, receipt)), *code);
    }
}

#[test]
fn the_symbol_of_the_longest_receipt_is_small() {
    let pack = parse_pack(PUBLISHED);
    let longest =
        scenarios(&pack).into_iter().max_by_key(|receipt| code(&pack, receipt).len()).unwrap();
    let svg = symbol(&pack, &mut preview(&pack), &longest);
    // At most 37 modules, and 4 on either side.
    assert!(modules(&svg).1 <= 45, "{svg}");
    assert!(svg.len() < 8_000, "{} bytes", svg.len());
}

#[test]
fn a_symbol_contains_the_code() {
    let pack = parse_pack(KIOSK);
    let receipt = kiosk(&pack);
    assert_eq!(scan(&symbol(&pack, &mut preview(&pack), &receipt)), code(&pack, &receipt));
}
