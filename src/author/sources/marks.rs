//! The quotes in a text.

use crate::author::checks::QuotePlace;

/// A part of a text: plain, or in quotes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment<'t> {
    /// The text
    pub text: &'t str,
    /// The provisions whose quotes begin in it; empty for plain text
    pub provisions: Vec<&'t str>,
}

/// A text in parts. Quotes that overlap are one part. Quotes of another text are ignored.
pub fn segments<'t>(text: &'t str, quotes: &'t [QuotePlace]) -> Vec<Segment<'t>> {
    let found = quotes.iter().filter_map(|quote| {
        let found = quote.found.as_ref()?;
        let is_here = text.get(found.from..found.to) == Some(&found.words);
        is_here.then_some((found.from, found.to, quote.provision.as_str()))
    });
    let mut found: Vec<(usize, usize, &str)> = found.collect();
    found.sort_unstable();
    let mut ranges: Vec<(usize, usize, Vec<&str>)> = Vec::new();
    for (from, to, provision) in found {
        match ranges.last_mut() {
            Some((_, end, provisions)) if from < *end => {
                *end = to.max(*end);
                provisions.push(provision);
            }
            _ => ranges.push((from, to, vec![provision])),
        }
    }
    let mut segments = Vec::new();
    let plain = |from: usize, to: usize, segments: &mut Vec<Segment<'t>>| {
        if let Some(text) = text.get(from..to).filter(|text| !text.is_empty()) {
            segments.push(Segment { text, provisions: Vec::new() });
        }
    };
    let mut done = 0;
    for (from, to, provisions) in ranges {
        plain(done, from, &mut segments);
        segments.push(Segment { text: text.get(from..to).unwrap_or_default(), provisions });
        done = to;
    }
    plain(done, text.len(), &mut segments);
    segments
}
