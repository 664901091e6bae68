//! What a file would change, its conflicts, and everything else about it.

use std::slice::from_ref;

use yew::prelude::*;

use crate::author::sheet::{Change, Conflict, ConflictKind, Import, Remark};
use crate::author::text::{SheetTexts, fill};

use super::notice_text::{NoticeText, at};

/// Most entries of a list.
const MAX_ENTRIES: usize = 200;

/// The lists: conflicts first, because a person must decide about them.
pub(super) fn review_lists(import: &Import, texts: &SheetTexts) -> Html {
    html! {
        <>
            { list(texts.conflicts, texts.conflicts_help, &import.conflicts, texts, conflict) }
            { list(texts.changes, "", &import.changes, texts, change) }
            { list(texts.notices, "", &import.notices, texts, |notice, texts| {
                let notice = NoticeText::new(notice, texts);
                html! { <>{ notice.sentence }{ both_texts(notice.pack.as_deref(), &notice.sheet, texts) }</> }
            }) }
            { list(texts.remarks, "", &import.remarks, texts, remark) }
        </>
    }
}

/// A list below a heading with the number of its entries. An empty list is not shown.
fn list<T>(
    heading: &str,
    help: &str,
    entries: &[T],
    texts: &SheetTexts,
    entry: impl Fn(&T, &SheetTexts) -> Html,
) -> Html {
    if entries.is_empty() {
        return html! {};
    }
    let rest = entries.len().saturating_sub(MAX_ENTRIES);
    html! {
        <>
            <h3>{ fill(heading, &[&entries.len().to_string()]) }</h3>
            if !help.is_empty() {
                <p>{ help.to_owned() }</p>
            }
            <ul class="au-changes">
                { for entries.iter().take(MAX_ENTRIES).map(|one| html! { <li>{ entry(one, texts) }</li> }) }
            </ul>
            if rest > 0 {
                <p>{ fill(texts.more, &[&rest.to_string()]) }</p>
            }
        </>
    }
}

fn change(change: &Change, _texts: &SheetTexts) -> Html {
    let lang = change.language.tag();
    html! {
        <>
            <code>{ at(&change.place, change.language) }</code>
            <div class="au-values">
                if let Some(before) = &change.before {
                    <p {lang}><del>{ before }</del></p>
                }
                <p {lang}><ins>{ &change.after }</ins></p>
            </div>
        </>
    }
}

fn conflict(conflict: &Conflict, texts: &SheetTexts) -> Html {
    let reason = match conflict.kind {
        ConflictKind::BothChanged => texts.both_changed,
        ConflictKind::SourceChanged => texts.source_changed,
        ConflictKind::TwoTexts => texts.two_texts,
    };
    html! {
        <>
            <code>{ at(&conflict.place, conflict.language) }</code>{ " · " }{ reason }
            { both_texts(conflict.pack.as_deref(), from_ref(&conflict.sheet), texts) }
        </>
    }
}

fn remark(remark: &Remark, _texts: &SheetTexts) -> Html {
    html! { <><code>{ &remark.place }</code>{ " · " }{ &remark.text }</> }
}

/// The text of the pack, and those of the file.
fn both_texts(pack: Option<&str>, sheet: &[String], texts: &SheetTexts) -> Html {
    html! {
        if pack.is_some() || !sheet.is_empty() {
            <dl class="au-values">
                if let Some(pack) = pack {
                    <dt>{ texts.in_pack }</dt><dd>{ pack.to_owned() }</dd>
                }
                if !sheet.is_empty() {
                    <dt>{ texts.in_sheet }</dt>
                    { for sheet.iter().map(|text| html! { <dd>{ text }</dd> }) }
                }
            </dl>
        }
    }
}

#[cfg(all(test, feature = "cli"))]
#[expect(clippy::unwrap_used, reason = "a failing test should stop at the cause")]
mod tests {
    use super::*;
    use crate::author::text::Texts;
    use crate::rulebook::Locale;
    use crate::widget::{render_text, wait_for};

    fn rendered(import: &Import) -> String {
        let texts = Texts::of(Locale::En).sheets;
        wait_for(render_text(review_lists(import, &texts))).unwrap()
    }

    fn changed(place: &str) -> Change {
        Change {
            place: place.to_owned(),
            language: Locale::En,
            before: Some("<i>old".to_owned()),
            after: "new".to_owned(),
        }
    }

    #[test]
    fn a_change_shows_both_texts_and_markup_stays_text() {
        let page = rendered(&Import { changes: vec![changed("title")], ..Import::default() });
        assert!(page.contains("title [en]") && page.contains("<del>&lt;i&gt;old</del>"), "{page}");
        assert!(!page.contains("<i>"), "{page}");
    }

    #[test]
    fn a_long_list_is_cut_and_names_the_rest() {
        let changes = (0..MAX_ENTRIES + 7).map(|row| changed(&format!("row-{row}")));
        let page = rendered(&Import { changes: changes.collect(), ..Import::default() });
        assert_eq!(page.matches("<li>").count(), MAX_ENTRIES);
        assert!(page.contains("207") && page.contains("And 7 more"), "{page}");
    }
}
