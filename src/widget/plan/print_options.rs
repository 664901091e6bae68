//! Printing and downloading: the files, and the options of the checklist.

use std::rc::Rc;

use yew::prelude::*;

use crate::rulebook::{Id, Locale, MeasureId};
use crate::widget::checklist::{PrintOptions, offered_measures, second_language};
use crate::widget::context::{Dispatch, use_dispatch, use_host};
use crate::widget::evaluation::Evaluation;
use crate::widget::export::{save_answers_button, save_materials_button, save_page_button};
use crate::widget::pack::Pack;
use crate::widget::state::{Action, PrintOption};
use crate::widget::ui::{Choice, choice};

/// The props of [`PrintPanel`].
#[derive(Clone, Properties)]
pub(in crate::widget) struct PrintPanelProps {
    pub(in crate::widget) evaluation: Rc<Evaluation>,
    pub(in crate::widget) options: PrintOptions,
    /// The languages of the site
    pub(in crate::widget) languages: Rc<[Locale]>,
    /// The pack in the second language, if it is loaded and the option is set
    #[prop_or_default]
    pub(in crate::widget) second: Option<Pack>,
    /// The text of the stylesheet
    pub(in crate::widget) style: AttrValue,
}

/// An evaluation is compared by pointer: a new one means that something changed.
impl PartialEq for PrintPanelProps {
    fn eq(&self, other: &PrintPanelProps) -> bool {
        Rc::ptr_eq(&self.evaluation, &other.evaluation)
            && self.options == other.options
            && (&self.languages, &self.second) == (&other.languages, &other.second)
            && self.style == other.style
    }
}

/// Buttons for the files, and the options in a disclosure.
#[component]
pub(in crate::widget) fn PrintPanel(props: &PrintPanelProps) -> Html {
    let dispatch = use_dispatch();
    use_second_language(props);
    let PrintPanelProps { evaluation, options, style, .. } = props;
    html! {
        <div class="ec-checklist-panel">
            <div class="ec__actions">
                { save_page_button(evaluation, props.second.clone(), options, style) }
                { save_materials_button(evaluation, options) }
                { save_answers_button(evaluation) }
            </div>
            { print_options(props, &dispatch) }
        </div>
    }
}

/// Requests the pack in the second language when the option is set. If it failed to load, each
/// change of an option requests it again.
#[hook]
fn use_second_language(props: &PrintPanelProps) {
    let on_second_language = use_host().on_second_language;
    let wanted = second_language(props.evaluation.pack.locale, &props.languages);
    let missing = wanted.filter(|_| props.options.is_bilingual && props.second.is_none());
    use_effect_with((missing, props.options.clone()), move |(missing, _)| {
        if let Some(locale) = missing {
            on_second_language.emit(*locale);
        }
    });
}

/// The options. The state opens the disclosure, not the browser, so that it is still open when the
/// user returns to the plan.
fn print_options(props: &PrintPanelProps, dispatch: &Dispatch) -> Html {
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
    let measures = offered_measures(evaluation, options).into_iter().map(|measure| {
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
                            bilingual_label(&evaluation.pack).clone(),
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

fn bilingual_label(pack: &Pack) -> &AttrValue {
    if pack.is_of_china() {
        pack.catalogue.bilingual_option()
    } else {
        pack.catalogue.bilingual_elsewhere_option()
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
        PrintOption::Sheet => 3,
        PrintOption::Measure(measure) => 4 + measure.index(),
    };
    format!("ec-print-option-{number}").into()
}
