//! Prints the checklist without the host page, from a separate frame.
//!
//! # Why
//!
//! The checklist is copied into the frame as nodes, never as markup, and its stylesheet is adopted:
//! a strict Content Security Policy allows both. Older browsers need the stylesheet as a file. The
//! widget requests it on mount, so that printing sends no request.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo::utils::window;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, HtmlIFrameElement, HtmlLinkElement, Node};
use yew::prelude::*;

use super::apply_style::{apply_style, supports_constructable_stylesheets};
use super::local_time::local_time;
use super::use_focus::active_element;
use crate::rulebook::Locale;
use crate::widget::props::Style;

/// A callback that prints the checklist within `root`. Its argument is the `@page` rule for the
/// margins.
///
/// When the language changes, the frame of the former language is removed.
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
    /// Listeners with the lifetime of the frame
    frame_listeners: RefCell<Vec<EventListener>>,
    /// Listeners of the last print; the next print replaces them
    print_listeners: RefCell<Vec<EventListener>>,
}

impl Printer {
    /// Listeners of the host page and of the widget.
    fn listen(self: &Rc<Self>) -> Vec<EventListener> {
        self.load_style();
        let before_print = {
            let printer = Rc::clone(self);
            // If the user prints the host page, the checklist on the screen is printed with it.
            EventListener::new(&window(), "beforeprint", move |_| {
                printer.set_printed_at_on_screen()
            })
        };
        // On the window: Yew listens above the root element, and would print before this clears the
        // last print. The widget may not be in the page yet.
        //
        // Some browsers do not fire `afterprint`. Once the user uses the widget again, no print
        // dialog is open.
        let options = EventListenerOptions {
            phase: EventListenerPhase::Capture,
            ..EventListenerOptions::default()
        };
        let clear = ["click", "input"].map(|event| {
            let printer = Rc::clone(self);
            EventListener::new_with_options(&window(), event, options, move |_| printer.clear())
        });
        clear.into_iter().chain([before_print]).collect()
    }

    /// Loads the stylesheet, in browsers that need it as a file.
    fn load_style(&self) {
        if !supports_constructable_stylesheets() && self.style.url.is_some() {
            self.open_frame("");
        }
    }

    fn set_printed_at_on_screen(&self) {
        if let Some(root) = self.root.cast::<Element>() {
            set_printed_at(&root);
        }
    }

    /// The frame with its stylesheet; creates it if there is none.
    fn open_frame(&self, margins: &str) -> Option<HtmlIFrameElement> {
        if let Some(frame) = self.frame.borrow().as_ref() {
            return Some(frame.clone());
        }
        // A frame outside the page has no document.
        self.root.cast::<Node>().filter(Node::is_connected)?;
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
            // The checklist is then printed without style. The next frame requests the stylesheet
            // again.
            let listener = EventListener::once(&link, "error", move |_| {
                failed.remove();
                on_error.emit(
                    format!("cannot load the stylesheet for printing: {}", failed.href()).into(),
                );
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

    /// Clears the last print. Keeps the frame if a new one would have to request the stylesheet
    /// again.
    fn clear(&self) {
        let page = self.frame.borrow().as_ref().and_then(HtmlIFrameElement::content_document);
        // The widget may have been mounted outside the page.
        let Some(page) = page else { return self.load_style() };
        if stylesheet_link(&page).is_none() {
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
        // Replaces a print that is still waiting for the stylesheet.
        self.print_listeners.take();
        let page = self.open_frame(margins).and_then(|frame| frame.content_document());
        let (Some(page), Some(checklist)) = (page, self.checklist()) else { return };
        match stylesheet_link(&page).filter(|link| link.sheet().is_none()) {
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

    /// Copies the checklist into the frame and prints it; `None` if one of them no longer exists.
    fn print_now(self: &Rc<Self>, checklist: &HtmlElement) -> Option<()> {
        // While the stylesheet was loading, the user may have left the checklist.
        let root = self.root.cast::<Element>().filter(|_| checklist.is_connected())?;
        let frame = self.frame.borrow().clone()?;
        let (page, view) = (frame.content_document()?, frame.content_window()?);
        let heading = checklist.query_selector(".ec-checklist__title").ok().flatten();
        page.set_title(&heading.and_then(|heading| heading.text_content()).unwrap_or_default());
        page.document_element()?.set_attribute("lang", &checklist.lang()).ok()?;
        let copy: Element = page.import_node_with_deep(checklist, true).ok()?.unchecked_into();
        set_printed_at(&copy);
        page.body()?.append_child(&copy).ok()?;
        let printer = Rc::clone(self);
        let done = EventListener::once(&view, "afterprint", move |_| {
            // Deferred: the running listener must not be dropped.
            let printer = Rc::clone(&printer);
            gloo::timers::callback::Timeout::new(0, move || printer.clear()).forget();
        });
        self.print_listeners.borrow_mut().push(done);
        let focused = active_element(&root);
        // If the frame cannot be focused or printed, nothing happens.
        let _ = view.focus();
        let _ = view.print();
        // After printing by keyboard, the focus returns to the button instead of the top of the
        // page.
        if let Some(focused) = focused.and_then(|focused| focused.dyn_into::<HtmlElement>().ok()) {
            let _ = focused.focus();
        }
        Some(())
    }
}

/// The link to the stylesheet in a frame.
///
/// Unchecked, like all nodes of a frame: they are not instances of this window's classes.
fn stylesheet_link(page: &Document) -> Option<HtmlLinkElement> {
    page.query_selector("link").ok().flatten().map(JsCast::unchecked_into)
}

/// Writes the local date and time into the checklist.
fn set_printed_at(root: &Element) {
    let Ok(times) = root.query_selector_all(".ec-checklist__time") else { return };
    let now = local_time();
    for time in (0..times.length()).filter_map(|index| times.item(index)) {
        match time.first_child() {
            // Keeps the text node: `use_foreign_changes` would count its removal as a foreign
            // change.
            Some(text) => text.set_node_value(Some(&now)),
            None => time.set_text_content(Some(&now)),
        }
    }
}
