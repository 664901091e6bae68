//! The root component: one policy, or the list of several.

use std::cell::RefCell;
use std::rc::Rc;

use jiff::civil::Date;
use yew::prelude::*;

use super::list::List;
use super::list_app::ListApp;
use super::memory::Memory;
use super::others::OtherPolicies;
use super::owner::owner;
use crate::engine::Receipt;
use crate::widget::app::App;
use crate::widget::context::Host;
use crate::widget::props::AppProps;
use crate::widget::restore::Import;

/// The props of a site. A change of `policy` shows another policy; the answers of each are kept.
#[derive(Clone, PartialEq, Properties)]
pub struct SiteProps {
    /// The list; `None` for a single policy, and before anybody asks for the list
    #[prop_or_default]
    pub list: Option<List>,
    /// Whether the site has a list
    #[prop_or_default]
    pub has_list: bool,
    /// The policy to show; `None` to show the list
    #[prop_or_default]
    pub policy: Option<AppProps>,
    /// The policy that failed to load last, and how many did
    #[prop_or_default]
    pub failed: Option<(u32, AttrValue)>,
    /// The day of the host
    pub as_of: Date,
    /// Level of the heading of the list
    #[prop_or(2)]
    pub heading_level: u8,
    /// Whether the last requested language failed to load
    #[prop_or_default]
    pub has_language_failed: bool,
    /// Saved answers to begin with. Read once, on mount
    #[prop_or_default]
    pub resume: Option<Import>,
    /// The receipt code of the last link that was opened while the page was shown, and how many
    /// were
    #[prop_or_default]
    pub linked_code: Option<(u32, AttrValue)>,
    /// The host page
    #[prop_or_default]
    pub host: Host,
}

/// One policy, or the list of several.
#[component]
pub fn Site(props: &SiteProps) -> Html {
    let memory = use_mut_ref(|| Memory::new(props.resume.clone()));
    use_foreign_codes(props, &memory);
    let Some(policy) = &props.policy else { return list(props, &memory) };
    if !props.has_list {
        let resume = props.resume.clone();
        let linked_code = props.linked_code.clone();
        return html! { <App ..AppProps { resume, linked_code, ..policy.clone() } /> };
    }
    let id = policy.pack.rules.id.clone();
    let beginning = memory.borrow_mut().enter(&policy.pack, policy.as_of);
    let linked_code = props.linked_code.clone();
    let linked_code = linked_code.filter(|(_, code)| !is_of_other(code, &id));
    let app = AppProps {
        resume: beginning.resume,
        carried: beginning.carried,
        takes_focus: beginning.takes_focus,
        linked_code,
        failed: failed(props, policy),
        host: remembering(policy, &memory),
        ..policy.clone()
    };
    html! {
        <ContextProvider<OtherPolicies> context={others(props, &memory)}>
            <App key={&*id} ..app />
        </ContextProvider<OtherPolicies>>
    }
}

/// The name of what failed to load: another policy, or the list, which has no id.
fn failed(props: &SiteProps, policy: &AppProps) -> Option<AttrValue> {
    let (_, id) = props.failed.as_ref()?;
    if id.is_empty() {
        return Some(policy.pack.catalogue.all_policies_button().clone());
    }
    let listed = props.list.as_ref().and_then(|list| list.find(id));
    Some(listed.map_or_else(|| id.clone(), |listed| AttrValue::Rc(listed.title.clone())))
}

fn list(props: &SiteProps, memory: &Rc<RefCell<Memory>>) -> Html {
    let Some(list) = props.list.clone() else { return Html::default() };
    let takes_focus = memory.borrow_mut().leave();
    let import = memory.borrow().import.clone();
    let open = {
        let (memory, host) = (Rc::clone(memory), props.host.clone());
        Callback::from(move |(id, import): (AttrValue, Option<Import>)| {
            memory.borrow_mut().import = import;
            host.on_policy.emit(id);
        })
    };
    html! {
        <ListApp
            {list}
            day={props.as_of}
            heading_level={props.heading_level}
            failed={props.failed.clone()}
            has_language_failed={props.has_language_failed}
            {import}
            {takes_focus}
            host={props.host.clone()}
            {open}
        />
    }
}

/// The host of a policy: also remembers its answers.
fn remembering(policy: &AppProps, memory: &Rc<RefCell<Memory>>) -> Host {
    let (memory, on_progress) = (Rc::clone(memory), policy.host.on_progress.clone());
    let pack = policy.pack.clone();
    let on_progress = Callback::from(move |code: AttrValue| {
        memory.borrow_mut().note(&pack, code.clone());
        on_progress.emit(code);
    });
    Host { on_progress, ..policy.host.clone() }
}

/// The way from a policy to the others.
fn others(props: &SiteProps, memory: &Rc<RefCell<Memory>>) -> OtherPolicies {
    let on_policy = props.host.on_policy.clone();
    let show_list = Callback::from(move |()| on_policy.emit(AttrValue::default()));
    let for_forget = Rc::clone(memory);
    let (memory, list) = (Rc::clone(memory), props.list.clone());
    let on_policy = props.host.on_policy.clone();
    let open = Callback::from(move |import: Import| {
        // Without the list, its screen finds the policy.
        let id = match &list {
            Some(list) => match owner(list, &import) {
                Ok(id) => AttrValue::from(id),
                Err(_) => return,
            },
            None => AttrValue::default(),
        };
        memory.borrow_mut().import = Some(import);
        on_policy.emit(id);
    });
    let forget = {
        let memory = for_forget;
        Callback::from(move |()| memory.borrow_mut().forget())
    };
    OtherPolicies { show_list, open, forget }
}

/// Whether an intact code was made with another pack.
fn is_of_other(code: &str, id: &str) -> bool {
    Receipt::pack_of(code).is_ok_and(|number| number != Receipt::pack_number(id))
}

/// Opens the code of a link in the policy that it belongs to.
#[hook]
fn use_foreign_codes(props: &SiteProps, memory: &Rc<RefCell<Memory>>) {
    let others = others(props, memory);
    let shown = props.policy.as_ref().map(|policy| policy.pack.rules.id.clone());
    let has_list = props.has_list;
    use_effect_with(props.linked_code.clone(), move |linked| {
        let Some((_, code)) = linked.as_ref().filter(|_| has_list) else { return };
        if shown.is_none_or(|id| is_of_other(code, &id)) {
            others.open.emit(Import::of_code(code));
        }
    });
}
