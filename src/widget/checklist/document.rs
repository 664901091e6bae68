//! The printed checklist, without interactive elements.
//!
//! # Why
//!
//! It is a separate document, not a copy of the screen. The first page is for the officer at the
//! window: what is applied for, each answer once with a number, each material once, what is still
//! open, and a line to sign. The clauses and the near misses follow. Nothing is printed about
//! measures that do not concern the firm. The firm's name is filled in by hand: the widget never
//! asks for it.

use yew::prelude::*;

use super::answers::answers;
use super::apply::apply;
use super::bilingual::Bilingual;
use super::clauses::clauses;
use super::content::Content;
use super::handwritten::receipt;
use super::header::header;
use super::materials::materials;
use super::open::open_questions;
use super::options::PrintOptions;
use super::others::{checklist_notices, lost, near_misses, next_round, services, sources};
use super::procedure::procedure;
use super::sheet::Sheet;
use super::totals::limits;

/// The whole checklist. `printed_at` is the date and time of printing; it is empty on the screen.
pub(in crate::widget) fn checklist_document(
    languages: Bilingual<'_>,
    options: &PrintOptions,
    printed_at: &AttrValue,
) -> Html {
    let content = Content::new(languages.first, options);
    let first = content.evaluation(languages.first);
    let second = languages.second.map(|second| content.evaluation(second));
    let languages = Bilingual { first: &first, second: second.as_ref() };
    let sheet = Sheet::new(languages, &content);
    let office = [Some(apply(&sheet)), answers(&sheet), materials(&sheet), open_questions(&sheet)];
    let rest = [
        clauses(&sheet),
        procedure(&sheet),
        next_round(&sheet),
        near_misses(&sheet),
        lost(&sheet),
        if content.with_answers { limits(&sheet) } else { None },
        services(&sheet),
        checklist_notices(&sheet),
        sources(&sheet),
    ];
    let mut index = 0;
    let mut render = |sections: &mut dyn Iterator<Item = super::sheet::Section<'_>>| -> Vec<Html> {
        let sections = sections.map(|section| {
            index += 1;
            sheet.section(index - 1, section)
        });
        sections.collect()
    };
    let office = render(&mut office.into_iter().flatten());
    let rest = render(&mut rest.into_iter().flatten());
    html! {
        <article class="ec-checklist" lang={first.pack.locale.interface().tag()}>
            { header(&sheet, printed_at) }
            { receipt(&sheet) }
            { for office }
            <div class="ec-checklist__rest">{ for rest }</div>
        </article>
    }
}
