//! Tables of points in words: a name in sentences, and the bands as a list.

use crate::rulebook::{BandTest, Points, Quantity, When};

use super::Page;
use super::condition::{
    Piece, Words, comparison_sentence, condition, literal, plain_text, sentence,
};
use super::quantity::operand;

/// The name of a table in a sentence.
pub(super) fn name(page: &Page<'_>, points: &Points) -> Vec<Piece> {
    let text = page.text;
    match (&points.label, &points.by) {
        (Some(label), _) => {
            sentence(text.points_of, vec![("label", literal(&page.translate(label)))])
        }
        (None, Some(by)) => sentence(text.points_by, vec![("by", operand(page, by))]),
        (None, None) => literal(text.points),
    }
}

/// Adds the bands of every table of a quantity.
pub(super) fn add_tables(page: &Page<'_>, quantity: &Quantity, tables: &mut Vec<Words>) {
    if let Quantity::Points(points) = quantity {
        tables.push(table(page, points));
    }
    quantity.parts().into_iter().for_each(|part| add_tables(page, part, tables));
}

/// The name of a table with its bands.
fn table(page: &Page<'_>, points: &Points) -> Words {
    let text = page.text;
    let mut rows = Vec::new();
    for band in &points.bands {
        let words = match (&band.label, &band.test, &points.by) {
            (Some(label), _, _) => Words::Line(literal(&page.translate(label))),
            (None, BandTest::When(when), _) => condition(page, when),
            (None, BandTest::By(comparison, bound), Some(by)) => {
                let bound = Quantity::Constant(*bound);
                Words::Line(comparison_sentence(page, by, *comparison, &bound))
            }
            // OK because such a table has a number.
            (None, BandTest::By(..), None) => condition(page, &When::Any(Vec::new())),
        };
        let points = literal(&band.points.to_string());
        rows.push(match words {
            Words::Line(line) => {
                Words::Line(sentence(text.band, vec![("band", line), ("points", points)]))
            }
            Words::Group(heading, parts) => {
                let band = literal(&heading);
                let heading = sentence(text.band, vec![("band", band), ("points", points)]);
                Words::Group(plain_text(&heading), parts)
            }
        });
    }
    let otherwise = vec![("points", literal(&points.otherwise.to_string()))];
    rows.push(Words::Line(sentence(text.other_bands, otherwise)));
    Words::Group(plain_text(&name(page, points)), rows)
}
