//! Printing the checklist alone, from a frame of its own, so that nothing of the host page is on paper.
//!
//! # Why
//!
//! The checklist is copied into the frame as nodes, never as markup, and its style is adopted: strict policies allow both.
//! Older browsers need the stylesheet as a file. It is requested when the widget appears, so that printing requests nothing.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo::utils::window;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, HtmlIFrameElement, HtmlLinkElement, Node};
use yew::prelude::*;

use super::apply_style::{apply_style, can_construct_sheets};
use super::local_time::local_time;
use super::use_focus::active_element;
use crate::rulebook::Locale;
use crate::widget::props::Style;

/// A callback that prints the checklist within `root`. Its argument is the `@page` rule for the margins.
///
/// What was printed in another language is removed when the language changes.
#[hook]
pub(crate) fn use_print(
    root: &NodeRef,
    locale: Locale,
    style: &Style,
    on_error: &Callback<AttrValue>,
) -> Callback<String> {
    let printer =
        use_memo((locale, style.clone(), on_error.clone()), |(_, style, on_error)| Printer {
            root: root.clone(),
            style: style.clone(),
            on_error: on_error.clone(),
            frame: RefCell::default(),
            frame_listeners: RefCell::default(),
            print_listeners: RefCell::default(),
        });
    {
        let printer = Rc::clone(&printer);
        use_effect_with(Rc::as_ptr(&printer).addr(), move |_| {
            let listeners = printer.listen();
            move || {
                drop(listeners);
                printer.remove();
            }
        });
    }
    Callback::from(move |margins: String| printer.print(&margins))
}

struct Printer {
    root: NodeRef,
    style: Style,
    on_error: Callback<AttrValue>,
    frame: RefCell<Option<HtmlIFrameElement>>,
    /// Listeners that live as long as the frame
    frame_listeners: RefCell<Vec<EventListener>>,
    /// Listeners of the latest print; the next one replaces them
    print_listeners: RefCell<Vec<EventListener>>,
}

impl Printer {
    /// Listeners of the host page and of the widget.
    fn listen(self: &Rc<Self>) -> Vec<EventListener> {
        if !can_construct_sheets() && self.style.url.is_some() {
            self.open_frame("");
        }
        let stamp = {
            let printer = Rc::clone(self);
            // If the host page itself is printed, the checklist on it is, too.
            EventListener::new(&window(), "beforeprint", move |_| printer.stamp_screen())
        };
        // Not on the root element: Yew listens above it, and would print before this removes what was printed last.
        let Some(root) = self.root.cast::<Node>().map(|root| root.get_root_node()) else {
            return vec![stamp];
        };
        // Not every browser reports the end of printing. No dialogue is open once the person uses the widget again.
        let options = EventListenerOptions {
            phase: EventListenerPhase::Capture,
            ..EventListenerOptions::default()
        };
        let clear = ["click", "input"].map(|event| {
            let printer = Rc::clone(self);
            EventListener::new_with_options(&root, event, options, move |_| printer.clear())
        });
        clear.into_iter().chain([stamp]).collect()
    }

    fn stamp_screen(&self) {
        if let Some(root) = self.root.cast::<Element>() {
            stamp(&root);
        }
    }

    /// The frame with its style; a new one if there is none.
    fn open_frame(&self, margins: &str) -> Option<HtmlIFrameElement> {
        if let Some(frame) = self.frame.borrow().as_ref() {
            return Some(frame.clone());
        }
        let frame: HtmlIFrameElement =
            window().document()?.create_element("iframe").ok()?.dyn_into().ok()?;
        frame.set_class_name("ec-print");
        frame.set_attribute("aria-hidden", "true").ok()?;
        frame.set_tab_index(-1);
        self.container()?.append_child(&frame).ok()?;
        let page = frame.content_document()?;
        page.body()?.set_class_name("ec-checklist-page");
        if let Some(link) = apply_style(&page, &self.style, margins) {
            let on_error = self.on_error.clone();
            let failed = link.clone();
            // The checklist is then printed without style. The next frame requests the style again.
            let listener = EventListener::once(&link, "error", move |_| {
                failed.remove();
                on_error.emit(format!("no style for paper: {}", failed.href()).into());
            });
            self.frame_listeners.borrow_mut().push(listener);
        }
        *self.frame.borrow_mut() = Some(frame.clone());
        Some(frame)
    }

    /// The shadow root of the widget, or the body of the page.
    fn container(&self) -> Option<Node> {
        let root = self.root.cast::<Node>()?.get_root_node();
        match root.dyn_into::<Document>() {
            Ok(document) => document.body().map(Node::from),
            Err(shadow_root) => Some(shadow_root),
        }
    }

    /// Removes what was printed. The frame stays where its style would have to be requested again.
    fn clear(&self) {
        let page = self.frame.borrow().as_ref().and_then(HtmlIFrameElement::content_document);
        let Some(page) = page else { return };
        if link_of(&page).is_none() {
            self.remove();
        } else if let Some(body) = page.body() {
            body.set_text_content(None);
        }
    }

    fn remove(&self) {
        self.frame_listeners.take();
        self.print_listeners.take();
        if let Some(frame) = self.frame.take() {
            frame.remove();
        }
    }

    fn print(self: &Rc<Self>, margins: &str) {
        self.clear();
        // A print that still waits for the stylesheet is replaced by this one.
        self.print_listeners.take();
        let page = self.open_frame(margins).and_then(|frame| frame.content_document());
        let (Some(page), Some(checklist)) = (page, self.checklist()) else { return };
        match link_of(&page).filter(|link| link.sheet().is_none()) {
            None => {
                self.print_now(&checklist);
            }
            Some(link) => {
                for event in ["load", "error"] {
                    let (printer, checklist) = (Rc::clone(self), checklist.clone());
                    let listener = EventListener::once(&link, event, move |_| {
                        printer.print_now(&checklist);
                    });
                    self.print_listeners.borrow_mut().push(listener);
                }
            }
        }
    }

    fn checklist(&self) -> Option<HtmlElement> {
        self.root.cast::<Element>()?.query_selector(".ec-checklist").ok()??.dyn_into().ok()
    }

    /// Copies the checklist into the frame and prints it; `None` if one of them is gone.
    fn print_now(self: &Rc<Self>, checklist: &HtmlElement) -> Option<()> {
        // While the stylesheet was loading, the person may have left the checklist.
        let root = self.root.cast::<Element>().filter(|_| checklist.is_connected())?;
        let frame = self.frame.borrow().clone()?;
        let (page, view) = (frame.content_document()?, frame.content_window()?);
        let heading = checklist.query_selector(".ec-checklist__title").ok().flatten();
        page.set_title(&heading.and_then(|heading| heading.text_content()).unwrap_or_default());
        page.document_element()?.set_attribute("lang", &checklist.lang()).ok()?;
        let copy: Element = page.import_node_with_deep(checklist, true).ok()?.unchecked_into();
        stamp(&copy);
        page.body()?.append_child(&copy).ok()?;
        let printer = Rc::clone(self);
        let done = EventListener::once(&view, "afterprint", move |_| {
            // Not at once: the listener that is running must not be dropped.
            let printer = Rc::clone(&printer);
            gloo::timers::callback::Timeout::new(0, move || printer.clear()).forget();
        });
        self.print_listeners.borrow_mut().push(done);
        let focused = active_element(&root);
        // A frame that cannot be focused or printed leaves the person on the screen.
        let _ = view.focus();
        let _ = view.print();
        // After printing by keyboard, the focus is on the button again, not at the top of the page.
        if let Some(focused) = focused.and_then(|focused| focused.dyn_into::<HtmlElement>().ok()) {
            let _ = focused.focus();
        }
        Some(())
    }
}

/// The link to the stylesheet in a frame.
///
/// Unchecked, like all nodes of a frame: they are no instances of the classes of this window.
fn link_of(page: &Document) -> Option<HtmlLinkElement> {
    page.query_selector("link").ok().flatten().map(JsCast::unchecked_into)
}

/// Writes day and time on a checklist.
fn stamp(within: &Element) {
    let Ok(times) = within.query_selector_all(".ec-checklist__time") else { return };
    let now = local_time();
    for time in (0..times.length()).filter_map(|index| times.item(index)) {
        match time.first_child() {
            // The text node stays: `use_foreign_changes` would take its removal for a change by somebody else.
            Some(text) => text.set_node_value(Some(&now)),
            None => time.set_text_content(Some(&now)),
        }
    }
}
