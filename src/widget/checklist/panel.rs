//! The panel above the checklist: buttons to print and save it, and its options.

use std::rc::Rc;

use yew::prelude::*;

use super::bilingual::second_language;
use super::content::Content;
use super::options::PrintOptions;
use super::page_margins::page_margins;
use super::selection::{impossible_selected, possible_measures};
use crate::engine::Outcome;
use crate::rulebook::{Id, Locale, MeasureId};
use crate::widget::context::{Dispatch, on_click, use_dispatch, use_host};
use crate::widget::evaluation::Evaluation;
use crate::widget::export::{save_answers_button, save_page_button, save_table_buttons};
use crate::widget::pack::Pack;
use crate::widget::state::{Action, PrintOption};
use crate::widget::text::fill;
use crate::widget::ui::{Choice, choice, primary_button};

/// Number of blocks above which the panel warns: about eight pages.
const MANY_BLOCKS: usize = 20;

#[derive(Clone, Properties)]
pub(in crate::widget) struct ChecklistPanelProps {
    pub(in crate::widget) evaluation: Rc<Evaluation>,
    pub(in crate::widget) options: PrintOptions,
    /// The languages of the site
    pub(in crate::widget) languages: Rc<[Locale]>,
    /// The pack in the second language, if it is loaded and the option is set
    #[prop_or_default]
    pub(in crate::widget) second: Option<Pack>,
    /// The text of the stylesheet
    pub(in crate::widget) style: AttrValue,
    /// Prints the checklist with an `@page` rule
    pub(in crate::widget) print: Callback<String>,
}

/// An evaluation is compared by pointer: a new one means that something changed.
impl PartialEq for ChecklistPanelProps {
    fn eq(&self, other: &ChecklistPanelProps) -> bool {
        Rc::ptr_eq(&self.evaluation, &other.evaluation)
            && self.options == other.options
            && (&self.languages, &self.second) == (&other.languages, &other.second)
            && (&self.style, &self.print) == (&other.style, &other.print)
    }
}

/// Buttons to print and save, and the options in a disclosure.
#[component]
pub(in crate::widget) fn ChecklistPanel(props: &ChecklistPanelProps) -> Html {
    let dispatch = use_dispatch();
    use_second_language(props);
    let ChecklistPanelProps { evaluation, options, style, print, .. } = props;
    let onprint = {
        let (evaluation, print) = (Rc::clone(evaluation), print.clone());
        on_click(move || print.emit(page_margins(&evaluation)))
    };
    html! {
        <div class="ec-checklist-panel">
            <div class="ec__actions">
                { primary_button(evaluation.pack.catalogue.print_button(), onprint) }
                { save_page_button(evaluation, props.second.clone(), options, style) }
                { save_table_buttons(evaluation, options) }
                { save_answers_button(evaluation) }
            </div>
            { many_blocks(evaluation, options) }
            { print_options(props, &dispatch) }
        </div>
    }
}

/// Requests the pack in the second language when the option is set. If it failed to load, each
/// change of an option requests it again.
#[hook]
fn use_second_language(props: &ChecklistPanelProps) {
    let on_second_language = use_host().on_second_language;
    let wanted = second_language(props.evaluation.pack.locale, &props.languages);
    let missing = wanted.filter(|_| props.options.is_bilingual && props.second.is_none());
    use_effect_with((missing, props.options.clone()), move |(missing, _)| {
        if let Some(locale) = missing {
            on_second_language.emit(*locale);
        }
    });
}

/// A warning about the number of pages. With few answers, nearly every measure is open and has a
/// block.
fn many_blocks(evaluation: &Evaluation, options: &PrintOptions) -> Html {
    let all = Content::new(evaluation, options).measures;
    if all.len() <= MANY_BLOCKS {
        return Html::default();
    }
    let open =
        all.iter().filter(|id| evaluation.assessment.of(**id).outcome == Outcome::Open).count();
    let values = [("count", &*all.len().to_string()), ("open", &*open.to_string())];
    html! { <p class="ec-field__note">{ fill(evaluation.pack.catalogue.long_checklist_note(), &values) }</p> }
}

/// The options. The state opens the disclosure, not the browser, so that it is still open when the
/// user returns to the checklist.
fn print_options(props: &ChecklistPanelProps, dispatch: &Dispatch) -> Html {
    let (evaluation, options) = (&props.evaluation, &props.options);
    let catalogue = &evaluation.pack.catalogue;
    let option = |option: PrintOption, is_checked: bool, label: AttrValue| {
        let dispatch = dispatch.clone();
        choice(Choice {
            id: option_id(option),
            kind: "checkbox",
            label,
            is_checked,
            on_change: Callback::from(move |_| dispatch.emit(Action::TogglePrintOption(option))),
            ..Choice::default()
        })
    };
    let offered = possible_measures(evaluation, options)
        .into_iter()
        .chain(impossible_selected(evaluation, options));
    let measures = offered.map(|measure| {
        let label = measure_label(evaluation, measure);
        option(PrintOption::Measure(measure), options.is_selected(measure), label)
    });
    let answers = catalogue.without_answers_option().clone();
    html! {
        <details class="ec-disclosure" open={options.is_expanded}>
            <summary
                class="ec-disclosure__summary"
                id={option_id(PrintOption::Expanded)}
                onclick={dispatch.on_click(Action::TogglePrintOption(PrintOption::Expanded))}
            >
                { catalogue.print_options_title() }
            </summary>
            <>
                { option(PrintOption::WithoutAnswers, options.without_answers, answers) }
                if second_language(evaluation.pack.locale, &props.languages).is_some() {
                    {
                        option(
                            PrintOption::Bilingual,
                            options.is_bilingual,
                            catalogue.bilingual_option().clone(),
                        )
                    }
                }
            </>
            <fieldset class="ec-question">
                <legend class="ec-question__legend">{ catalogue.choose_measures_option() }</legend>
                <>{ for measures }</>
            </fieldset>
        </details>
    }
}

fn measure_label(evaluation: &Evaluation, measure: MeasureId) -> AttrValue {
    let catalogue = &evaluation.pack.catalogue;
    let outcome = catalogue.outcome_text(evaluation.assessment.of(measure).outcome);
    let title = evaluation.text(&evaluation.pack.rules.measures[measure].title);
    format!("{title}{}", catalogue.bracketed(outcome)).into()
}

/// The id of the input of an option.
fn option_id(option: PrintOption) -> AttrValue {
    let number = match option {
        PrintOption::Expanded => 0,
        PrintOption::Bilingual => 1,
        PrintOption::WithoutAnswers => 2,
        PrintOption::Measure(measure) => 3 + measure.index(),
    };
    format!("ec-print-option-{number}").into()
}
