//! The host of the authoring page: mounts it, and connects it to its scripts. No logic.
//!
//! The page and its worker instantiate the same module: the page calls [`start`], the worker
//! [`work`].

use std::cell::RefCell;
use std::rc::Rc;

use eligibility_check::author::{
    self, AuthorHost, AuthorPage, AuthorProps, WorkOutput, WorkRequest,
};
use eligibility_check::rulebook::Locale;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlIFrameElement};
use yew::platform::spawn_local;
use yew::{AttrValue, Callback, Html, Renderer, component, html};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** What the page's script does for the app. */
export interface Services {
  /** Does a task in the worker (src/author/work.rs). Rejects with an `AbortError` if a newer
   * request replaces this one. */
  work(task: string, input: string, attachment: Uint8Array): Promise<WorkReply>;
  /** The site in the page, as a ZIP file; empty if the page has none. */
  site(): Uint8Array;
  /** The module of the page is broken. */
  onPanic(message: string): void;
  /** Prints a frame with an `@page` rule. */
  print(frame: HTMLIFrameElement, margins: string): void;
}

/** The result of a task: JSON, and bytes that may be empty. */
export interface WorkReply {
  json: string;
  attachment: Uint8Array;
}
"#;

#[wasm_bindgen]
extern "C" {
    /// What the page's script does for the app.
    #[wasm_bindgen(typescript_type = "Services")]
    pub type Services;

    #[wasm_bindgen(method, catch)]
    async fn work(
        this: &Services,
        task: &str,
        input: &str,
        attachment: &[u8],
    ) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method)]
    fn site(this: &Services) -> Vec<u8>;

    #[wasm_bindgen(method, js_name = onPanic)]
    fn on_panic(this: &Services, message: &str);
    #[wasm_bindgen(method)]
    fn print(this: &Services, frame: &HtmlIFrameElement, margins: &str);

    /// The result of a task.
    #[wasm_bindgen(typescript_type = "WorkReply")]
    type WorkReply;

    #[wasm_bindgen(method, getter)]
    fn json(this: &WorkReply) -> String;

    #[wasm_bindgen(method, getter)]
    fn attachment(this: &WorkReply) -> Vec<u8>;
}

/// The result of a task, in the worker.
#[wasm_bindgen(getter_with_clone)]
pub struct Output {
    /// The result, as JSON
    pub json: String,
    /// The attachment; empty if there is none
    pub attachment: Vec<u8>,
}

thread_local! {
    /// Of the page, for the panic hook. The worker has none.
    static SERVICES: RefCell<Option<Rc<Services>>> = const { RefCell::new(None) };
}

/// Mounts the page in an element, in the language with this tag, or in simplified Chinese.
#[wasm_bindgen]
pub fn start(root: Element, language: &str, services: Services) {
    root.set_text_content(None);
    skip_root_numbers(&root);
    let locale = Locale::from_any_tag(language).unwrap_or(Locale::ZhHans).interface();
    let services = Rc::new(services);
    report_panics_to(&services);
    let props = AuthorProps { locale, host: host(&services), state: None };
    Renderer::<AuthorPage>::with_root_and_props(root, props).render();
}

/// Yew numbers the roots of a module from 1. It handles an event at the root whose number is at the
/// target. The widget in the preview is another module inside our root: without this, a click in it
/// would also call a handler of ours, such as that of the button that closes the document.
fn skip_root_numbers(root: &Element) {
    for _ in 0..ROOTS_OF_WIDGETS {
        if let Ok(detached) = root.clone_node() {
            Renderer::<Nothing>::with_root(detached.unchecked_into()).render().destroy();
        }
    }
}

/// More roots than an instance of the widget ever has.
const ROOTS_OF_WIDGETS: usize = 100;

#[component]
fn Nothing() -> Html {
    html! {}
}

/// Does a task, in the worker.
#[wasm_bindgen]
pub async fn work(task: String, input: String, attachment: Vec<u8>) -> Result<Output, JsError> {
    let WorkOutput { json, attachment } = author::work(&task, &input, &attachment).await?;
    Ok(Output { json, attachment })
}

/// Installs a panic hook that reports to the page's script.
fn report_panics_to(services: &Rc<Services>) {
    SERVICES.set(Some(Rc::clone(services)));
    yew::set_custom_panic_hook(Box::new(|info| {
        let message = info.to_string();
        SERVICES.with_borrow(|services| {
            services.iter().for_each(|services| services.on_panic(&message));
        });
    }));
}

fn host(services: &Rc<Services>) -> AuthorHost {
    let site = {
        let services = Rc::clone(services);
        Callback::from(move |()| services.site().into())
    };
    let print = {
        let services = Rc::clone(services);
        Callback::from(move |(frame, margins): (HtmlIFrameElement, AttrValue)| {
            services.print(&frame, &margins);
        })
    };
    let services = Rc::clone(services);
    let work = Callback::from(move |request: WorkRequest| {
        let services = Rc::clone(&services);
        spawn_local(async move {
            let WorkRequest { task, input, attachment, reply } = request;
            match services.work(task.name(), &input, &attachment).await {
                Ok(output) => {
                    let output: WorkReply = output.unchecked_into();
                    let (json, attachment) = (output.json(), output.attachment());
                    reply.emit(Some(WorkOutput { json, attachment }));
                }
                Err(error) if is_replaced(&error) => {}
                Err(_) => reply.emit(None),
            }
        });
    });
    AuthorHost { work, site, print }
}

/// Whether a newer request has replaced one.
fn is_replaced(error: &JsValue) -> bool {
    let name = js_sys::Reflect::get(error, &"name".into());
    name.ok().and_then(|name| name.as_string()).is_some_and(|name| name == "AbortError")
}
