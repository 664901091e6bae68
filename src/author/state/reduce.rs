//! The next state.

use std::rc::Rc;

use yew::Reducible;

use super::{Action, Document, Order, State, TextEdit, View};

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<State> {
        let mut state = (*self).clone();
        state.apply(action);
        Rc::new(state)
    }
}

impl State {
    fn apply(&mut self, action: Action) {
        match action {
            Action::Open(document) => {
                self.order(Order::Open(Rc::clone(&document.text)));
                self.opened = self.opened.wrapping_add(1);
                self.document = Some(*document);
            }
            Action::Close => self.document = None,
            Action::SetText(text) => {
                if let Some(document) = &mut self.document {
                    document.text = text;
                }
            }
            Action::Edit(edits) => self.order(Order::Edit(edits)),
            Action::Undo => self.order(Order::Undo),
            Action::Redo => self.order(Order::Redo),
            Action::Fix(index) => {
                let checks = self.document.as_ref().and_then(Document::current_checks);
                let problem = checks.and_then(|checks| checks.problems.get(index));
                if let Some(fix) = problem.and_then(|problem| problem.fix.as_ref()) {
                    let edit = TextEdit { from: fix.from, to: fix.to, text: fix.text.clone() };
                    self.order(Order::Edit(vec![edit]));
                }
            }
            Action::Select(from, to) => {
                self.view = View::Text;
                self.order(Order::Select(from, to));
            }
            Action::SetChecks(input, checks) => {
                if let Some(document) = &mut self.document {
                    document.has_check_failed = checks.is_none();
                    if checks.as_ref().is_some_and(|checks| checks.summary.is_some()) {
                        document.usable = Some(Rc::clone(&input.text));
                    }
                    document.follow_renames(&input.text);
                    document.checks = checks.map(|checks| (input, checks));
                }
            }
            Action::SetScenarioChecks(input, checks) => {
                if let Some(document) = &mut self.document {
                    document.scenario_checks = Some((input, checks));
                }
            }
            Action::Saved(text) => {
                if let Some(document) = &mut self.document {
                    document.saved = text;
                }
            }
            Action::SetScenarios(..)
            | Action::OpenScenarios(..)
            | Action::EditScenarios(..)
            | Action::AddScenario(..)
            | Action::UndoScenarios
            | Action::RedoScenarios
            | Action::ScenariosSaved(..)
            | Action::SetSource(..) => {
                if let Some(document) = &mut self.document {
                    document.change_cases(action);
                }
            }
            Action::Show(view) => self.view = view,
            Action::ShowPanel(panel) => self.panel = panel,
            Action::SetLanguage(locale) => self.locale = locale,
        }
    }

    fn order(&mut self, order: Order) {
        self.order = (self.order.0.wrapping_add(1), order);
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a failing test should stop at the cause")]
mod tests {
    use super::*;
    use crate::author::checks::check;
    use crate::rulebook::Locale;

    const MISSPELT: &str = r#"{"formats": 2}"#;

    fn reduce(state: State, actions: impl IntoIterator<Item = Action>) -> State {
        actions.into_iter().fold(state, |mut state, action| {
            state.apply(action);
            state
        })
    }

    fn opened(text: &str) -> State {
        let document = Document::new("rules.json", text);
        reduce(State::new(Locale::En), [Action::Open(document.into())])
    }

    /// The state with the result of the checks of its text.
    fn checked(state: State) -> State {
        let input = Rc::new(state.document.as_ref().unwrap().check_input());
        let checks = Rc::new(check(&input));
        reduce(state, [Action::SetChecks(input, Some(checks))])
    }

    #[test]
    fn opening_a_document_orders_the_editor_to_open_it() {
        let state = opened("{}");
        assert_eq!(state.order, (1, Order::Open("{}".into())));
        assert!(!state.document.unwrap().is_changed());
    }

    #[test]
    fn a_text_is_changed_until_it_is_saved() {
        let state = reduce(opened("{}"), [Action::SetText("[]".into())]);
        assert!(state.document.as_ref().unwrap().is_changed());
        let state = reduce(state, [Action::Saved("[]".into())]);
        assert!(!state.document.unwrap().is_changed());
    }

    #[test]
    fn a_correction_is_an_edit_of_the_checked_text() {
        let state = checked(opened(MISSPELT));
        let checks = state.document.as_ref().and_then(Document::current_checks).unwrap();
        let correctable = checks.problems.iter().position(|one| one.fix.is_some()).unwrap();
        let state = reduce(state, [Action::Fix(correctable)]);
        let edit = TextEdit { from: 1, to: 10, text: "\"format\"".to_owned() };
        assert_eq!(state.order.1, Order::Edit(vec![edit]));
    }

    #[test]
    fn a_correction_of_an_older_text_is_not_applied() {
        let state = checked(opened(MISSPELT));
        let number = state.order.0;
        let fixes = (0..9).map(Action::Fix);
        let state = reduce(state, [Action::SetText("{ }".into())].into_iter().chain(fixes));
        assert_eq!(state.order.0, number);
    }

    #[test]
    fn the_last_text_without_faults_stays_usable() {
        let template = include_str!("../../../tests/transcripts/guide/start.json");
        let state = checked(opened(template));
        let state = checked(reduce(state, [Action::SetText("{".into())]));
        assert_eq!(state.document.unwrap().usable.as_deref(), Some(template));
    }
}
