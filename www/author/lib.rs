//! The host of the authoring page: mounts it, and connects it to its scripts. No logic.
//!
//! The page and its worker instantiate the same module: the page calls [`start`], the worker
//! [`work`].

use std::rc::Rc;

use eligibility_check::author::{self, AuthorHost, AuthorPage, AuthorProps, WorkRequest};
use eligibility_check::rulebook::Locale;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::platform::spawn_local;
use yew::{Callback, Renderer};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** What the page's script does for the app. */
export interface Services {
  /** Does a task in the worker. Input and output are JSON (src/author/work.rs). Rejects with an
   * `AbortError` if a newer request replaces this one. */
  work(task: string, input: string): Promise<string>;
}
"#;

#[wasm_bindgen]
extern "C" {
    /// What the page's script does for the app.
    #[wasm_bindgen(typescript_type = "Services")]
    pub type Services;

    #[wasm_bindgen(method, catch)]
    async fn work(this: &Services, task: &str, input: &str) -> Result<JsValue, JsValue>;
}

/// Mounts the page in an element, in the language with this tag, or in simplified Chinese.
#[wasm_bindgen]
pub fn start(root: Element, language: &str, services: Services) {
    root.set_text_content(None);
    let locale = Locale::from_any_tag(language).unwrap_or(Locale::ZhHans).interface();
    let props = AuthorProps { locale, host: host(&Rc::new(services)), state: None };
    Renderer::<AuthorPage>::with_root_and_props(root, props).render();
}

/// Does a task, in the worker.
#[wasm_bindgen]
pub fn work(task: &str, input: &str) -> Result<String, JsError> {
    Ok(author::work(task, input)?)
}

fn host(services: &Rc<Services>) -> AuthorHost {
    let services = Rc::clone(services);
    AuthorHost {
        work: Callback::from(move |request: WorkRequest| {
            let services = Rc::clone(&services);
            spawn_local(async move {
                match services.work(request.task.name(), &request.input).await {
                    Ok(output) => request.reply.emit(output.as_string()),
                    Err(error) if is_replaced(&error) => {}
                    Err(_) => request.reply.emit(None),
                }
            });
        }),
    }
}

/// Whether a newer request has replaced one.
fn is_replaced(error: &JsValue) -> bool {
    let name = js_sys::Reflect::get(error, &"name".into());
    name.ok().and_then(|name| name.as_string()).is_some_and(|name| name == "AbortError")
}
