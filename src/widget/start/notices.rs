//! The notices of the pack, which apply to all measures.

use yew::prelude::*;

use crate::widget::evaluation::Evaluation;
use crate::widget::results::citations;
use crate::widget::ui::disclosure;

/// The notices, each with its provisions and their wording; empty if the pack has none.
///
/// Collapsed, so that they do not push the questions down.
pub(in crate::widget) fn notices(evaluation: &Evaluation) -> Html {
    let notices = &evaluation.pack.rules.notices;
    if notices.is_empty() {
        return Html::default();
    }
    let list = html! {
        <ul class="ec-notices__list">
            for notice in notices {
                <li>
                    { evaluation.own(&notice.text) }
                    if !notice.provision.is_empty() {
                        { citations(evaluation, &notice.provision) }
                    }
                </li>
            }
        </ul>
    };
    disclosure(evaluation.pack.catalogue.notices_title().clone(), false, list)
}
