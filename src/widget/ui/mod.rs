//! Basic elements: headings, buttons, text fields, options, disclosures, drawings. They know no rules.

pub(super) mod button;
pub(super) mod choice;
pub(super) mod disclosure;
pub(super) mod heading;
pub(super) mod ids;
pub(super) mod picture;
pub(super) mod qr;
pub(super) mod text_field;
pub(super) mod toolbar;

pub(super) use button::{button, link_button, main_button};
pub(super) use choice::{Choice, choice};
pub(super) use disclosure::folded;
pub(super) use heading::{Level, heading, heading_target};
pub(super) use text_field::{TextField, text_field};
