//! The state of the plan: what a person ticks, copies and saves there.

use std::rc::Rc;

use crate::rulebook::MaterialId;

/// The state of the plan. Nothing of it is saved.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::widget) struct PlanState {
    /// The materials that are ready
    pub(in crate::widget) prepared: Vec<MaterialId>,
    /// The last text that the user copied, and whether the browser allowed it
    pub(in crate::widget) copied: Option<(CopyTarget, bool)>,
    /// The address of the picture of the receipt, if it is shown
    pub(in crate::widget) picture: Option<Rc<str>>,
    /// The last picture failed
    pub(in crate::widget) has_picture_failed: bool,
}

/// A text that can be copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyTarget {
    /// The receipt code
    Code,
    /// The link with the receipt code
    Link,
}

impl PlanState {
    pub(super) fn toggle_prepared(&mut self, material: MaterialId) {
        match self.prepared.iter().position(|prepared| *prepared == material) {
            Some(index) => drop(self.prepared.remove(index)),
            None => self.prepared.push(material),
        }
    }

    /// Removes what shows the receipt of other answers, or in another language.
    pub(super) fn forget_receipt(&mut self) {
        self.copied = None;
        self.picture = None;
        self.has_picture_failed = false;
    }
}
