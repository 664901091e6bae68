//! A pack as a prop.

use std::ops::Deref;
use std::rc::Rc;

use crate::rulebook::RulePack;

/// A pack. It equals itself only: comparing all of it would cost more than rendering.
#[derive(Clone, Debug)]
pub(super) struct SharedPack(pub(super) Rc<RulePack>);

impl PartialEq for SharedPack {
    fn eq(&self, other: &SharedPack) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for SharedPack {
    type Target = RulePack;

    fn deref(&self) -> &RulePack {
        &self.0
    }
}
