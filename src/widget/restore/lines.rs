//! The lines of a receipt code while it is typed: a tick, or what is wrong with the line.

use yew::prelude::*;

use crate::engine::{LINE_LENGTH, LineCheck, Receipt, ReceiptError, check_lines};
use crate::widget::text::{Catalogue, fill};
use crate::widget::ui::icon::{Icon, icon};

/// One item for each line; empty before anything is typed, and for a code of an earlier format,
/// whose lines have no checks.
pub(super) fn lines(catalogue: &Catalogue, code: &str) -> Html {
    let checks = check_lines(code);
    if checks.is_empty() || is_old(code) {
        return Html::default();
    }
    let is_last = |index: usize| index + 1 == checks.len();
    let items = checks.iter().enumerate();
    html! {
        <div role="status">
            <ul class="ec-restore__lines">
                for (index, check) in items {
                    { line(catalogue, index + 1, *check, is_last(index)) }
                }
            </ul>
        </div>
    }
}

fn line(catalogue: &Catalogue, number: usize, check: LineCheck, is_last: bool) -> Html {
    let number = number.to_string();
    let values = [("line", &*number)];
    let (shape, class, text) = match check {
        LineCheck::Right => (Icon::Met, "ec-restore__line", fill(catalogue.line_right(), &values)),
        LineCheck::Wrong => (
            Icon::NotMet,
            "ec-restore__line ec-restore__line--wrong",
            fill(catalogue.damaged_line(), &values),
        ),
        LineCheck::Short(count) => {
            let left = LINE_LENGTH.saturating_sub(count).to_string();
            let text = if is_last { catalogue.line_unfinished() } else { catalogue.line_short() };
            let text = fill(text, &[("line", &*number), ("left", &*left)]);
            (Icon::Open, "ec-restore__line", text)
        }
        LineCheck::InvalidCharacter(stray) => {
            let text =
                fill(catalogue.line_stray(), &[("line", &*number), ("typed", &stray.to_string())]);
            (Icon::NotMet, "ec-restore__line ec-restore__line--wrong", text)
        }
    };
    html! { <li {class}>{ icon(shape) }{ text }</li> }
}

fn is_old(code: &str) -> bool {
    matches!(Receipt::pack_of(code), Err(ReceiptError::OldFormat(_)))
}
