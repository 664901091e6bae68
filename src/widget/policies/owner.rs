//! The policy that saved answers belong to.

use std::rc::Rc;

use super::list::List;
use crate::engine::Receipt;
use crate::rulebook::{Json, ListedPolicy};
use crate::widget::restore::{Import, ImportError, ImportForm, safe_name};

/// The id of the policy that an import belongs to.
///
/// # Errors
///
/// The import is damaged, or belongs to no policy of the list.
pub(super) fn owner(list: &List, import: &Import) -> Result<Rc<str>, ImportError> {
    let find = |is_owner: &dyn Fn(&ListedPolicy) -> bool| {
        let policy = list.policies.iter().find(|policy| is_owner(policy));
        policy.map(|policy| policy.id.clone())
    };
    match import.form()? {
        ImportForm::Code(code) => {
            let number = Receipt::pack_of(code).map_err(|error| import.code_error(error))?;
            find(&|policy| Receipt::pack_number(&policy.id) == number)
                .ok_or(ImportError::CodeOfOtherPack)
        }
        ImportForm::File(text) => {
            let file = Json::parse(text).map_err(|_| ImportError::NotASavedFile)?;
            let id = file.get("pack").and_then(Json::as_str).ok_or(ImportError::NotASavedFile)?;
            find(&|policy| *policy.id == *id)
                .ok_or_else(|| ImportError::FileOfOtherPack(safe_name(id)))
        }
    }
}
