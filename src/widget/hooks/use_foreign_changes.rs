//! Detects when other programs remove nodes of the widget: page translators and browser extensions.
//!
//! # Why
//!
//! A translator replaces text nodes. Yew keeps updating the detached nodes, so the screen shows
//! stale results. Inserting next to a removed node panics. After such a change, the next action
//! renders the whole widget with new nodes.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    Element, HtmlElement, HtmlInputElement, MutationObserver, MutationObserverInit, MutationRecord,
};
use yew::prelude::*;

use super::use_focus::{active_element, focus};
use crate::widget::state::Action;

/// Observes `root` for nodes that other programs remove.
///
/// Yew's own removals are not counted: those from when the app starts to render until its effects
/// run. Both need not be in one task, because Yew lets the browser continue when rendering takes
/// more than 16 ms. No other component has state, so nothing renders without the app.
#[hook]
pub(crate) fn use_foreign_changes(root: &NodeRef) -> Rc<ForeignChanges> {
    let changes =
        use_memo((), |()| ForeignChanges { root: root.clone(), ..ForeignChanges::default() });
    let observer = use_mut_ref(|| None::<Observer>);
    {
        let (observer, changes) = (Rc::clone(&observer), Rc::clone(&changes));
        use_effect_with((), move |()| {
            let root = changes.root.cast::<Element>();
            *observer.borrow_mut() =
                root.and_then(|root| Observer::new(&root, Rc::clone(&changes)));
            move || drop(observer.take())
        });
    }
    {
        let changes = Rc::clone(&changes);
        use_effect_with(changes.generation(), move |_| changes.restore_focus());
    }
    changes.is_rendering.set(true);
    {
        let changes = Rc::clone(&changes);
        use_effect(move || {
            if let Some(observer) = observer.borrow().as_ref() {
                observer.mutations.take_records();
            }
            changes.is_rendering.set(false);
        });
    }
    changes
}

/// Changes to the widget's nodes by other programs.
#[derive(Default)]
pub(crate) struct ForeignChanges {
    root: NodeRef,
    is_rendering: Cell<bool>,
    has_removed: Cell<bool>,
    generation: Cell<u32>,
    focused: RefCell<Option<Focused>>,
}

impl ForeignChanges {
    /// The key of the app's root node. A new key makes Yew recreate all nodes.
    pub(crate) fn generation(&self) -> u32 {
        self.generation.get()
    }

    /// Starts a new generation if nodes were removed. Called before an action is dispatched.
    pub(crate) fn before_action(&self, action: &Action) {
        // While a user types, the input keeps its node: a new node would end the composition of
        // an input method.
        if !action.is_edit() && self.has_removed.take() {
            *self.focused.borrow_mut() =
                self.root.cast::<Element>().and_then(|root| Focused::within(&root));
            self.generation.set(self.generation.get().wrapping_add(1));
        }
    }

    /// Focuses the element with the id that had the focus before, and restores its selection. New
    /// nodes have no focus.
    fn restore_focus(&self) {
        if let (Some(focused), Some(root)) = (self.focused.take(), self.root.cast::<Element>()) {
            focused.restore(&root);
        }
    }
}

/// A mutation observer that disconnects when it is dropped.
struct Observer {
    mutations: MutationObserver,
    _callback: Closure<dyn FnMut(Array)>,
}

impl Observer {
    fn new(root: &Element, changes: Rc<ForeignChanges>) -> Option<Observer> {
        let callback = Closure::new(move |records: Array| {
            let mut records =
                records.iter().filter_map(|record| record.dyn_into::<MutationRecord>().ok());
            let is_removal = |record: MutationRecord| record.removed_nodes().length() > 0;
            if !changes.is_rendering.get() && records.any(is_removal) {
                changes.has_removed.set(true);
            }
        });
        let mutations = MutationObserver::new(callback.as_ref().unchecked_ref()).ok()?;
        let options = MutationObserverInit::new();
        options.set_child_list(true);
        options.set_subtree(true);
        mutations.observe_with_options(root, &options).ok()?;
        Some(Observer { mutations, _callback: callback })
    }
}

impl Drop for Observer {
    fn drop(&mut self) {
        self.mutations.disconnect();
    }
}

/// The focused element and its selection.
#[derive(Clone)]
struct Focused {
    id: String,
    cursor: Option<(u32, u32)>,
}

impl Focused {
    fn within(root: &Element) -> Option<Focused> {
        let active = active_element(root)?;
        let cursor = active
            .dyn_ref::<HtmlInputElement>()
            .and_then(|input| Some((input.selection_start().ok()??, input.selection_end().ok()??)));
        let id = active.dyn_ref::<HtmlElement>()?.id();
        (!id.is_empty()).then_some(Focused { id, cursor })
    }

    fn restore(&self, root: &Element) {
        focus(root, &self.id);
        let found = root.query_selector(&format!("[id=\"{}\"]", self.id)).ok().flatten();
        if let (Some((start, end)), Some(input)) =
            (self.cursor, found.as_ref().and_then(|found| found.dyn_ref::<HtmlInputElement>()))
        {
            // Inputs without text have no selection.
            let _ = input.set_selection_range(start, end);
        }
    }
}
