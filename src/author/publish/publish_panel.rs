//! The panel that publishes.

use std::rc::Rc;

use web_sys::{File, HtmlInputElement};
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::author::checks::CheckInput;
use crate::author::context::use_texts;
use crate::author::host::{AuthorHost, Reply};
use crate::author::start::read_pack;
use crate::author::task::Task;
use crate::author::text::{Texts, fill};
use crate::author::ui::on_choices;
use crate::rulebook::Locale;
use crate::widget::{download_bytes, local_time};

use super::input::{OtherFile, PublishInput};
use super::plan::Plan;
use super::plan_view::{concern_list, file_lists, refusal, site_error, size};
use super::read_site::{ChosenSite, read_folder, read_zip};
use super::refusal::{Refusal, SiteError};

/// The props of the panel.
#[derive(Clone, PartialEq, Properties)]
pub(in crate::author) struct PublishPanelProps {
    /// What is published
    pub(in crate::author) document: CheckInput,
    /// The text of its scenarios
    pub(in crate::author) scenarios: Rc<str>,
    /// The language of the record
    pub(in crate::author) locale: Locale,
    /// What only the browser's page can do
    pub(in crate::author) host: AuthorHost,
}

/// Where the pack is published.
#[derive(Clone, Debug, Default, PartialEq)]
struct Target {
    /// The person's own site; `None` for the one in the page
    site: Option<ChosenSite>,
    /// Files of the other policies that it keeps
    others: Vec<OtherFile>,
}

/// The last result of the worker, and what it is about.
#[derive(Clone, Debug, PartialEq)]
struct Prepared {
    document: CheckInput,
    scenarios: Rc<str>,
    target: Target,
    /// `None` if the worker failed
    result: Option<Reply<Result<Plan, Refusal>>>,
}

/// Chooses a site, prepares the file, and saves it once the person has seen what counts against it.
#[component]
pub(in crate::author) fn PublishPanel(props: &PublishPanelProps) -> Html {
    let texts = use_texts();
    let target = use_state(Target::default);
    let problem = use_state(|| None::<SiteError>);
    let is_reading = use_state(|| false);
    let is_preparing = use_state(|| false);
    let prepared = use_state(|| None::<Prepared>);
    let is_confirmed = use_state(|| false);
    let text = &texts.publish;

    let open_site = {
        let (target, problem, is_reading) = (target.clone(), problem.clone(), is_reading.clone());
        Callback::from(move |(files, is_folder): (Vec<File>, bool)| {
            let (target, problem, is_reading) =
                (target.clone(), problem.clone(), is_reading.clone());
            is_reading.set(true);
            spawn_local(async move {
                let site = if is_folder { read_folder(files).await } else { read_zip(files).await };
                is_reading.set(false);
                problem.set(site.as_ref().err().copied());
                if let Ok(site) = site {
                    target.set(Target { site: Some(site), others: target.others.clone() });
                }
            });
        })
    };
    let open_others = {
        let target = target.clone();
        Callback::from(move |files: Vec<File>| {
            let target = target.clone();
            spawn_local(async move {
                // Packs of several folders have the same name, so each choice adds files.
                let mut others = target.others.clone();
                for file in files {
                    let name = file.name().into();
                    // A file that cannot be read is rejected by its name.
                    let text = read_pack(file).await.unwrap_or_default().into();
                    others.push(OtherFile { name, text });
                }
                target.set(Target { site: target.site.clone(), others });
            });
        })
    };
    let forget = {
        let (target, problem) = (target.clone(), problem.clone());
        Callback::from(move |_: MouseEvent| {
            target.set(Target::default());
            problem.set(None);
        })
    };
    let prepare = {
        let (props, target) = (props.clone(), (*target).clone());
        let (is_preparing, prepared, is_confirmed) =
            (is_preparing.clone(), prepared.clone(), is_confirmed.clone());
        let is_busy = *is_preparing || *is_reading;
        Callback::from(move |_: MouseEvent| {
            if is_busy {
                return;
            }
            let (site_name, site) = match &target.site {
                Some(site) => (Rc::clone(&site.name), Rc::clone(&site.zip)),
                None => (Rc::from("site"), props.host.site.emit(())),
            };
            let date = local_time().chars().take("2026-11-29".len()).collect::<String>();
            let input = PublishInput {
                document: props.document.clone(),
                scenarios: Rc::clone(&props.scenarios),
                others: target.others.clone(),
                is_new_site: target.site.is_none(),
                site_name,
                date: date.into(),
                locale: props.locale,
            };
            is_preparing.set(true);
            is_confirmed.set(false);
            let (is_preparing, prepared) = (is_preparing.clone(), prepared.clone());
            let about = (props.document.clone(), Rc::clone(&props.scenarios), target.clone());
            props.host.request_with(Task::Publish, &input, site, move |result| {
                is_preparing.set(false);
                let (document, scenarios, target) = about.clone();
                prepared.set(Some(Prepared { document, scenarios, target, result }));
            });
        })
    };
    let confirm = {
        let is_confirmed = is_confirmed.clone();
        Callback::from(move |event: Event| {
            let input = event.target_dyn_into::<HtmlInputElement>();
            is_confirmed.set(input.is_some_and(|input| input.checked()));
        })
    };
    let is_current = prepared.as_ref().is_some_and(|one| {
        let is_same = one.document == props.document && one.scenarios == props.scenarios;
        is_same && one.target == *target
    });
    html! {
        <div class="au-publish" aria-busy={is_preparing.to_string()}>
            <p>{ text.intro }</p>
            <p>{ match &target.site {
                Some(site) => fill(text.site_chosen, &[&site.name]),
                None => text.site_new.to_owned(),
            } }</p>
            { site_buttons(&target, &texts, &open_site, &open_others, forget) }
            <p role="status">
                if *is_reading { { text.site_reading } }
                if *is_preparing { { text.preparing } }
            </p>
            if let Some(error) = *problem {
                <p class="au-error" role="alert">{ site_error(error, text) }</p>
            }
            <button
                class="au-button au-button--main"
                type="button"
                // `disabled` would take the keyboard focus away.
                aria-disabled={(*is_preparing || *is_reading).then_some("true")}
                onclick={prepare}
            >
                { text.prepare }
            </button>
            if let Some(prepared) = &*prepared {
                if !is_current {
                    <p role="status">{ text.stale }</p>
                } else {
                    { outcome(prepared, *is_confirmed, confirm, &texts) }
                }
            }
        </div>
    }
}

/// Buttons that choose the site.
fn site_buttons(
    target: &Target,
    texts: &Texts,
    open_site: &Callback<(Vec<File>, bool)>,
    open_others: &Callback<Vec<File>>,
    forget: Callback<MouseEvent>,
) -> Html {
    let text = &texts.publish;
    let folder = on_choices(&open_site.reform(|files| (files, true)));
    let archive = on_choices(&open_site.reform(|files| (files, false)));
    let others = on_choices(open_others);
    let names: Vec<&str> = target.others.iter().map(|other| &*other.name).collect();
    html! {
        <>
            <p class="au-start__ways">
                <label class="au-file">
                    <span class="au-button">{ text.site_folder }</span>
                    <input type="file" webkitdirectory=true onchange={folder} />
                </label>
                <label class="au-file">
                    <span class="au-button">{ text.site_zip }</span>
                    <input type="file" accept=".zip,application/zip" onchange={archive} />
                </label>
                if target.site.is_some() {
                    <label class="au-file">
                        <span class="au-button">{ text.others }</span>
                        <input type="file" multiple=true accept=".json" onchange={others} />
                    </label>
                    <button class="au-button" type="button" onclick={forget}>
                        { text.site_forget }
                    </button>
                }
            </p>
            if !names.is_empty() {
                <p>{ fill(text.others_chosen, &[&names.join(", ")]) }</p>
            }
        </>
    }
}

/// The result of the worker.
fn outcome(
    prepared: &Prepared,
    is_confirmed: bool,
    confirm: Callback<Event>,
    texts: &Texts,
) -> Html {
    let text = &texts.publish;
    let Some((result, zip)) = &prepared.result else {
        return html! { <p class="au-error" role="alert">{ text.failed }</p> };
    };
    let plan = match &**result {
        Ok(plan) => plan,
        Err(reason) => return refusal(reason, texts),
    };
    let save = {
        let (name, zip) = (plan.file_name.clone(), Rc::clone(zip));
        Callback::from(move |_: MouseEvent| download_bytes("application/zip", &name, &zip))
    };
    let is_free = plan.concerns.is_empty() || is_confirmed;
    html! {
        <>
            { concern_list(&plan.concerns, text) }
            if !plan.concerns.is_empty() {
                <label class="au-confirm">
                    <input type="checkbox" checked={is_confirmed} onchange={confirm} />
                    <span>{ text.confirm }</span>
                </label>
            }
            <p>
                <button
                    class="au-button au-button--main"
                    type="button"
                    disabled={!is_free}
                    onclick={save}
                >
                    { fill(text.download, &[&plan.file_name, &size(zip.len(), text)]) }
                </button>
            </p>
            { file_lists(plan, text) }
        </>
    }
}
