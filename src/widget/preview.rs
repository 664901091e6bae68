//! Native rendering of one part of the widget, for tests and tools.

use std::rc::Rc;

use yew::prelude::*;

use crate::rulebook::{FactId, Locale, MeasureId};

use super::checklist::{Bilingual, PrintOptions, checklist_document};
use super::context::Dispatch;
use super::evaluation::Evaluation;
use super::hooks::{CachedSession, evaluate};
use super::pack::Pack;
use super::plan::{PrintPanel, ReceiptCard, steps, windows};
use super::question::{answers_list, purpose};
use super::render::render;
use super::restore::{RestoreForm, rejected_text, restore_notice};
use super::results::{
    card_amount, combination, current_combination, groups, limits, measure_details, summary,
};
use super::start::{notices, timeline};
use super::state::State;
use super::ui::Level;

/// A part of the widget.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// The body of an expanded measure
    Measure(MeasureId),
    /// The amount of a measure on its card
    Amount(MeasureId),
    /// The figures above the results
    Summary,
    /// The limits that apply to the total
    Limits,
    /// The timeline of the policy
    Timeline,
    /// The notices of the pack
    Notices,
    /// The measures that a question decides
    Purpose(FactId),
    /// The list of current answers
    AnswersList,
    /// The printed checklist
    Checklist(PrintOptions),
    /// The panel of options above the checklist
    PrintPanel(PrintOptions),
    /// The steps of the plan
    Steps,
    /// The receipt in the plan, on a page with this address
    Receipt(Option<AttrValue>),
    /// The application windows in the plan
    Windows,
    /// The form to resume from a receipt code or a file
    RestoreForm,
    /// The notice about restored answers; empty if nothing differs
    RestoreNotice,
}

/// Renders parts with one pack. Like the app, it updates the assessment incrementally.
pub struct Preview {
    pack: Pack,
    second: Option<Pack>,
    session: CachedSession,
}

impl Preview {
    /// Creates a preview in the language of the pack.
    pub fn new(pack: Pack) -> Preview {
        Preview { pack, second: None, session: None }
    }

    /// Adds the same rules in a second language, for a bilingual checklist.
    #[must_use]
    pub fn with_second(self, second: Pack) -> Preview {
        Preview { second: Some(second), ..self }
    }

    /// Evaluates the answers of a state.
    pub fn evaluation(&mut self, state: &State) -> Evaluation {
        evaluate(&mut self.session, &self.pack, Level::new(2), state)
    }

    /// Renders one part.
    ///
    /// # Errors
    ///
    /// The async runtime failed to start.
    pub fn render(&mut self, state: &State, part: Part) -> std::io::Result<String> {
        let evaluation = self.evaluation(state);
        render(self.html(state, evaluation, part))
    }

    fn html(&self, state: &State, evaluation: Evaluation, part: Part) -> Html {
        let dispatch = Dispatch::default();
        match part {
            Part::Measure(measure) => measure_details(&evaluation, measure, &dispatch),
            Part::Amount(measure) => card_amount(&evaluation, measure).unwrap_or_default(),
            Part::Summary => summary(&evaluation, &groups(&evaluation), &combination(&evaluation)),
            Part::Limits => {
                limits(&evaluation, current_combination(&evaluation).as_ref()).unwrap_or_default()
            }
            Part::Timeline => timeline(&evaluation),
            Part::Notices => notices(&evaluation),
            Part::Purpose(fact) => purpose(&evaluation, &[fact]),
            Part::AnswersList => answers_list(&evaluation, state, &dispatch),
            Part::Checklist(options) => {
                let second = self.second.clone().map(|pack| evaluation.in_language(pack));
                let languages = Bilingual { first: &evaluation, second: second.as_ref() };
                checklist_document(languages, &options, &AttrValue::default())
            }
            Part::PrintPanel(options) => {
                let languages: Rc<[Locale]> = self.pack.rules.languages.clone().into();
                let (evaluation, second) = (Rc::new(evaluation), self.second.clone());
                html! { <PrintPanel {evaluation} {options} {languages} {second} style="" /> }
            }
            Part::Steps => steps(&Rc::new(evaluation), state, &dispatch),
            Part::Receipt(address) => {
                let evaluation = Rc::new(evaluation.with_address(address));
                html! { <ReceiptCard {evaluation} plan={state.plan.clone()} /> }
            }
            Part::Windows => windows(&Rc::new(evaluation), state),
            Part::RestoreForm => {
                let (pack, as_of) = (&self.pack, evaluation.as_of.asked);
                let catalogue = Rc::clone(&pack.catalogue);
                let code = AttrValue::from(state.code_draft.clone());
                let error =
                    state.rejected.as_ref().map(|rejected| rejected_text(pack, as_of, rejected));
                html! { <RestoreForm {catalogue} {code} {error} /> }
            }
            Part::RestoreNotice => match &state.restored {
                Some(restored) => restore_notice(&self.pack, restored),
                None => Html::default(),
            },
        }
    }
}
