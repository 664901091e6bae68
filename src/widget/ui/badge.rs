//! Badges: an outcome as an icon and a word.

use yew::prelude::*;

use super::icon::{Icon, icon};
use crate::engine::Outcome;
use crate::widget::text::Catalogue;

/// The badge of an outcome.
pub(in crate::widget) fn badge(catalogue: &Catalogue, outcome: Outcome) -> Html {
    let (class, shape, word) = match outcome {
        Outcome::Met => ("ec-badge ec-badge--met", Icon::Met, catalogue.badge_met()),
        Outcome::MetInDirection => {
            ("ec-badge ec-badge--met-in-direction", Icon::Direction, catalogue.badge_direction())
        }
        Outcome::MetOnceSettled => {
            ("ec-badge ec-badge--met-once-settled", Icon::Settled, catalogue.badge_settled())
        }
        Outcome::Open => ("ec-badge ec-badge--open", Icon::Open, catalogue.badge_open()),
        Outcome::NotMet => ("ec-badge", Icon::NotMet, catalogue.badge_not_met()),
        Outcome::NotApplicable | Outcome::NotInForce => {
            ("ec-badge", Icon::NotMet, catalogue.outcome_text(outcome))
        }
    };
    html! { <span {class}>{ icon(shape) }{ word }</span> }
}

/// The badge of an open measure that no further answer can meet.
pub(in crate::widget) fn out_of_reach_badge(catalogue: &Catalogue) -> Html {
    html! { <span class="ec-badge">{ icon(Icon::NotMet) }{ catalogue.badge_out_of_reach() }</span> }
}

/// The badge of a measure that one change would meet.
pub(in crate::widget) fn near_badge(catalogue: &Catalogue) -> Html {
    html! { <span class="ec-badge ec-badge--near">{ icon(Icon::Near) }{ catalogue.badge_near() }</span> }
}

/// A mark of a policy that is not in force.
pub(in crate::widget) fn lapsed_badge(text: impl Into<AttrValue>) -> Html {
    html! { <span class="ec-badge ec-badge--lapsed">{ text.into() }</span> }
}
