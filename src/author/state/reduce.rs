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
                self.document = Some(document);
            }
            Action::Close => self.document = None,
            Action::SetText(text) => {
                if let Some(document) = &mut self.document {
                    document.text = text;
                }
            }
            Action::Edit(edits) => self.order(Order::Edit(edits)),
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
                    document.checks = checks.map(|checks| (input, checks));
                }
            }
            Action::Saved(text) => {
                if let Some(document) = &mut self.document {
                    document.saved = text;
                }
            }
            Action::SetScenarios(text) => {
                if let Some(document) = &mut self.document {
                    document.scenarios = text;
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
