//! The remaining facts of a measure to sign: validity, application windows, materials and duties.

use yew::prelude::*;

use crate::page::Page;
use crate::page::condition::{Words, condition};
use crate::page::elements::{labelled, plain_conditions};
use crate::rulebook::{MaterialUse, Measure, Window};

/// One line per kind of fact; `None` if the measure has none.
pub(super) fn facts(page: &Page<'_>, measure: &Measure) -> Option<Html> {
    let text = page.text;
    let windows = measure.windows.iter().map(|item| window(page, item));
    let materials = measure.materials.iter().map(|used| material(page, used));
    let duties = measure.duties.iter().map(|duty| page.translate(duty));
    let assumed = measure.assume.map(|id| page.translate(&page.pack.assumptions[id].label));
    let lines = [
        (text.assumed, assumed.map(|label| label.to_string()).unwrap_or_default()),
        (text.in_force, page.period(&measure.in_force).unwrap_or_default()),
        (text.windows, windows.collect::<Vec<_>>().join(text.comma)),
        (text.materials, materials.collect::<Vec<_>>().join(text.comma)),
        (text.duties, duties.collect::<Vec<_>>().join(" ")),
    ];
    let lines = lines.into_iter().filter(|(_, content)| !content.is_empty());
    let mut lines: Vec<Html> =
        lines.map(|(label, content)| labelled(page, label, content)).collect();
    for item in &measure.windows {
        lines.extend(item.only_for.as_ref().map(|when| {
            let heading = format!("{}{}{}", window(page, item), text.comma, text.only_for);
            plain_conditions(page, &Words::Group(heading, vec![condition(page, when)]))
        }));
    }
    // When a material is required.
    for used in &measure.materials {
        let title = page.translate(&page.pack.materials[used.material].title).to_string();
        lines.extend(
            used.when.as_ref().map(|when| {
                plain_conditions(page, &Words::Group(title, vec![condition(page, when)]))
            }),
        );
    }
    (!lines.is_empty()).then(|| html! { <>{ lines }</> })
}

/// The days of a window, with its label in brackets.
fn window(page: &Page<'_>, window: &Window) -> String {
    let label = window.label.as_ref().map(|label| page.text.bracketed(&page.translate(label)));
    format!("{}{}", page.period(&window.period).unwrap_or_default(), label.unwrap_or_default())
}

/// The title of a material, with its obligation and number of copies in brackets.
fn material(page: &Page<'_>, used: &MaterialUse) -> String {
    let text = page.text;
    let title = page.translate(&page.pack.materials[used.material].title);
    let obligation = match &used.when {
        _ if used.exempt => Some(text.exempt.to_owned()),
        Some(_) => Some(text.if_applicable.to_owned()),
        None => None,
    };
    let details: Vec<String> = obligation.into_iter().chain(text.copies(used)).collect();
    match details.is_empty() {
        true => title.to_string(),
        false => format!("{title}{}", text.bracketed(&details.join(text.comma))),
    }
}
