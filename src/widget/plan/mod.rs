//! The plan: what to do before applying, the receipt, and the checklist to print.

mod plan_screen;

pub(super) use plan_screen::plan_screen;
