//! From a policy to the others of its site.

use yew::prelude::*;

use crate::widget::context::on_click;
use crate::widget::pack::Pack;
use crate::widget::restore::{Import, ImportError};
use crate::widget::state::State;
use crate::widget::ui::menu::MenuSettings;
use crate::widget::ui::{button_with_id, ids};

/// The way to the other policies of the site. A context, because only policies of a list have it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::widget) struct OtherPolicies {
    /// Shows the list
    pub(in crate::widget) show_list: Callback<()>,
    /// Opens saved answers in the policy that they belong to, if the list has it
    pub(in crate::widget) open: Callback<Import>,
    /// Forgets the answers to all policies
    pub(in crate::widget) forget: Callback<()>,
}

/// The button to the list. Renders nothing if the site has a single policy.
#[component]
pub(in crate::widget) fn ToPolicies() -> Html {
    let (others, settings) = (use_context::<OtherPolicies>(), use_context::<MenuSettings>());
    let Some((others, settings)) = others.zip(settings) else { return Html::default() };
    let onclick = on_click(move || others.show_list.emit(()));
    html! {
        <div class="ec-topbar__left">
            {
                button_with_id(
                    ids::TO_POLICIES, "ec-link ec-back",
                    settings.catalogue.all_policies_button(), onclick,
                )
            }
        </div>
    }
}

/// Opens saved answers of another policy there, instead of rejecting them. Clearing all answers
/// also clears those of the other policies: at a shared computer, the next person must not find
/// them.
#[hook]
pub(in crate::widget) fn use_other_policies(state: &State, pack: &Pack) {
    let others = use_context::<OtherPolicies>();
    {
        let others = others.clone();
        use_effect_with(state.clears, move |clears| {
            if let Some(others) = others.filter(|_| *clears > 0) {
                others.forget.emit(());
            }
        });
    }
    let rejected = state.rejected.clone();
    let id = pack.rules.id.clone();
    use_effect_with((rejected, id), move |(rejected, _)| {
        let (Some(others), Some(rejected)) = (others, rejected) else { return };
        if matches!(rejected.error, ImportError::CodeOfOtherPack | ImportError::FileOfOtherPack(_))
        {
            others.open.emit(rejected.import.clone());
        }
    });
}
