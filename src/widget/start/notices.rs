//! The notices of the pack: statements about all measures.

use yew::prelude::*;

use crate::widget::evaluation::Evaluation;
use crate::widget::results::citations;
use crate::widget::ui::folded;

/// The pack's notices, each with its provision and the words of the provision; nothing if it has none. Collapsed, so that
/// they do not separate the person from the questions.
pub(in crate::widget) fn notices(evaluation: &Evaluation) -> Html {
    let notices = &evaluation.pack.book.notices;
    if notices.is_empty() {
        return Html::default();
    }
    let list = html! {
        <ul class="ec-notices__list">
            for notice in notices {
                <li>
                    { evaluation.text(&notice.text) }
                    if !notice.provision.is_empty() {
                        { citations(evaluation, &notice.provision) }
                    }
                </li>
            }
        </ul>
    };
    folded(evaluation.pack.catalogue.notices().clone(), false, list)
}
