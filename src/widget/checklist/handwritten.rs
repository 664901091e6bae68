//! Lines to fill in by hand: the firm and the officer.

use yew::prelude::*;

use super::bilingual::Bilingual;
use super::header::pack_version;
use super::sheet::Sheet;
use crate::engine::code_lines;
use crate::widget::evaluation::Evaluation;
use crate::widget::text::Catalogue;

/// The length of a unified social credit code (GB 32100-2015). The numbers of other countries have
/// other lengths, so they get a line.
const CODE_LENGTH: usize = 18;

/// Lines for the firm. They are filled in on paper; the widget neither asks for these details nor
/// stores them.
pub(in crate::widget) fn firm_details(languages: Bilingual<'_>) -> Html {
    html! {
        <ul class="ec-checklist__lines">
            { line(languages, "ec-checklist__line ec-checklist__line--long", Catalogue::firm_name) }
            { line(languages, "ec-checklist__line", Catalogue::contact_person) }
            { line(languages, "ec-checklist__line", Catalogue::phone) }
            if languages.first.pack.is_of_china() {
                <li class="ec-checklist__code-line">
                    { languages.word(Catalogue::firm_code) }
                    <span class="ec-checklist__cells" aria-hidden="true">
                        for _ in 0..CODE_LENGTH {
                            <i />
                        }
                    </span>
                </li>
            } else {
                { line(languages, "ec-checklist__line", Catalogue::firm_code_elsewhere) }
            }
        </ul>
    }
}

fn line(languages: Bilingual<'_>, class: &'static str, text: fn(&Catalogue) -> &AttrValue) -> Html {
    html! { <li {class}>{ languages.word(text) }</li> }
}

/// The receipt code, in the groups of twenty characters that are checked on their own.
fn code_groups(evaluation: &Evaluation) -> Vec<Html> {
    let lines = code_lines(&evaluation.receipt_code());
    let last = lines.len().saturating_sub(1);
    let lines = lines.into_iter().enumerate();
    let group = |(index, line): (usize, String)| {
        let hyphen = if index < last { "-" } else { "" };
        html! { <span class="ec-checklist__code-group">{ line.replace(' ', "-") }{ hyphen }</span> }
    };
    lines.map(group).collect()
}

/// Lines for the officer, below the boxes that they confirm.
pub(in crate::widget) fn signature(languages: Bilingual<'_>) -> Html {
    html! {
        <ul class="ec-checklist__lines ec-checklist__signature">
            { line(languages, "ec-checklist__line", Catalogue::checked_by_label) }
            { line(languages, "ec-checklist__line", Catalogue::checked_on_label) }
        </ul>
    }
}

/// The receipt code and the version of the pack, which together identify the case. At the head, so
/// that they are on the first page of every case.
pub(in crate::widget) fn receipt(sheet: &Sheet<'_>) -> Html {
    let languages = sheet.languages;
    html! {
        <div class="ec-checklist__receipt">
            if sheet.content.with_answers {
                <p>
                    { languages.label(Catalogue::receipt_code_label) }
                    <span class="ec-checklist__code">{ for code_groups(languages.first) }</span>
                </p>
            }
            <p class="ec-checklist__small">{ languages.text(pack_version) }</p>
        </div>
    }
}
