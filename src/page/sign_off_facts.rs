//! What else of a measure there is to sign: when it is in force and taken applications for, what to bring, what binds.

use crate::rulebook::Measure;
use crate::widget::{Element, el};

use super::Page;

/// In short, one line for each; nothing if the measure says none of it.
pub(super) fn facts(page: &Page<'_>, measure: &Measure) -> Option<Element> {
    let text = page.text;
    let windows = measure.windows.iter().map(|window| {
        let label = window.label.as_ref().map(|label| text.bracketed(&page.say(label)));
        format!("{}{}", page.period(&window.period).unwrap_or_default(), label.unwrap_or_default())
    });
    let materials = measure.materials.iter().map(|used| {
        let title = page.say(&page.book.materials[used.material].title);
        let word = match &used.when {
            _ if used.exempt => Some(text.exempt.to_owned()),
            Some(_) => Some(text.if_applicable.to_owned()),
            None => None,
        };
        let words: Vec<String> = word.into_iter().chain(text.copies(used)).collect();
        match words.is_empty() {
            true => title.to_string(),
            false => format!("{title}{}", text.bracketed(&words.join(text.comma))),
        }
    });
    let lines = [
        (text.in_force, page.period(&measure.in_force).unwrap_or_default()),
        (text.windows, windows.collect::<Vec<_>>().join(text.comma)),
        (text.materials, materials.collect::<Vec<_>>().join(text.comma)),
        (text.duties, measure.duties.iter().map(|duty| page.say(duty)).collect::<Vec<_>>().join(" ")),
    ];
    let lines = lines.into_iter().filter(|(_, said)| !said.is_empty());
    let lines: Vec<Element> = lines
        .map(|(title, said)| el("p", "").with(el("strong", "").fixed(title)).fixed(text.colon).string(said))
        .collect();
    (!lines.is_empty()).then(|| el("td", "").each(lines))
}
