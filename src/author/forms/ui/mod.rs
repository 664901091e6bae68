//! Form controls that know no pack: text boxes, menus, check boxes and buttons.

mod add_box;
mod check_box;
mod select_box;
mod text_box;
mod tool;

pub(super) use add_box::AddBox;
pub(super) use check_box::check_box;
pub(super) use select_box::{SelectBox, SelectGroup};
pub(super) use text_box::TextBox;
pub(super) use tool::tool;
