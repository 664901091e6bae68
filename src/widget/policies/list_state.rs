//! The state of the list and its reducer. Pure.

use std::rc::Rc;

use yew::Reducible;

use super::list::List;
use super::owner::owner;
use crate::widget::restore::{Import, RejectedImport};
use crate::widget::state::Action;

/// The state of the list.
#[derive(Clone, Debug)]
pub(in crate::widget) struct ListState {
    list: List,
    /// The search text
    pub(super) query: Rc<str>,
    /// The text of the field for a receipt code
    pub(super) code_draft: Rc<str>,
    /// The last import, if it was rejected
    pub(super) rejected: Option<RejectedImport>,
    /// The policy of the last import that was not, and the import
    pub(super) accepted: Option<(Rc<str>, Import)>,
    /// Whether the text is large
    pub(super) is_large_text: bool,
}

impl ListState {
    /// The state of a list that nobody has used yet.
    pub(in crate::widget) fn new(list: List) -> ListState {
        ListState {
            list,
            query: "".into(),
            code_draft: "".into(),
            rejected: None,
            accepted: None,
            is_large_text: false,
        }
    }

    /// The state after an import.
    pub(super) fn imported(mut self, import: Import) -> ListState {
        self.import(import);
        self
    }

    fn import(&mut self, import: Import) {
        match owner(&self.list, &import) {
            Ok(id) => (self.accepted, self.rejected) = (Some((id, import)), None),
            Err(error) => self.rejected = Some(RejectedImport { import, error }),
        }
    }
}

/// The list shares the actions of the parts that it shares with policies. It ignores the others.
impl Reducible for ListState {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = Rc::unwrap_or_clone(self);
        match action {
            Action::SetQuery(text) => state.query = text.into(),
            Action::EditCode(text) => state.code_draft = text.into(),
            Action::Restore(import) => state.import(import),
            Action::ToggleLargeText => state.is_large_text = !state.is_large_text,
            _ => {}
        }
        state.into()
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a failing test should stop at the cause")]
mod tests {
    use super::*;
    use crate::engine::{Answers, Receipt};
    use crate::rulebook::{ListedPolicy, Locale, RulePack, parse_date};
    use crate::widget::restore::ImportError;
    use crate::widget::text::Catalogue;

    fn state(pack: &RulePack, ids: &[&str]) -> ListState {
        let policy = |id: &&str| {
            let policy = ListedPolicy::new(pack, Locale::ZhHans);
            ListedPolicy { id: (*id).into(), ..policy }
        };
        ListState::new(List {
            policies: ids.iter().map(policy).collect(),
            catalogue: Rc::new(Catalogue::of(Locale::ZhHans).clone()),
            locale: Locale::ZhHans,
            languages: pack.offered.clone().into(),
        })
    }

    fn pack() -> RulePack {
        RulePack::from_json(crate::widget::stories::PACK).unwrap()
    }

    #[test]
    fn a_code_opens_the_policy_that_made_it() {
        let pack = pack();
        let as_of = parse_date("2019-05-10").unwrap();
        let code = Receipt::encode(&pack, as_of, &[], &Answers::none(&pack));
        let restore = Action::Restore(Import::of_code(&code));
        let state = Rc::new(state(&pack, &["another", &pack.id]));
        let state = state.reduce(restore.clone());
        assert_eq!(state.accepted, Some((pack.id.clone(), Import::of_code(&code))));
        assert_eq!(state.rejected, None);
        let state = Rc::new(self::state(&pack, &["another"])).reduce(restore);
        assert_eq!(state.accepted, None);
        let error = state.rejected.as_ref().map(|rejected| rejected.error.clone());
        assert_eq!(error, Some(ImportError::CodeOfOtherPack));
    }

    #[test]
    fn a_damaged_code_keeps_what_was_typed() {
        let pack = pack();
        let state = Rc::new(state(&pack, &[&pack.id]));
        let state = state.reduce(Action::EditCode("64QRX".to_owned()));
        let state = state.reduce(Action::Restore(Import::of_code("64QRX")));
        assert_eq!(&*state.code_draft, "64QRX");
        let error = state.rejected.as_ref().map(|rejected| rejected.error.clone());
        assert_eq!(error, Some(ImportError::DamagedLine(1)));
    }
}
