//! Controls that know no pack: text boxes, menus, check boxes, buttons, tabs and files.

mod add_box;
mod check_box;
mod files;
mod select_box;
mod tabs;
mod text_box;
mod tool;

pub(in crate::author) use add_box::AddBox;
pub(in crate::author) use check_box::check_box;
pub(in crate::author) use files::{on_choice, on_choices, on_drag_over, on_drop, on_drops};
pub(in crate::author) use select_box::{SelectBox, SelectGroup};
pub(in crate::author) use tabs::{Tab, tabs};
pub(in crate::author) use text_box::TextBox;
pub(in crate::author) use tool::tool;
