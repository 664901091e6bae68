//! Basic elements that know no rules: headings, buttons, text fields, options, disclosures and
//! drawings.

// Structure: headings, disclosures, and the ids of focus targets.
pub(super) mod disclosure;
pub(super) mod heading;
pub(super) mod ids;

// Controls.
pub(super) mod button;
pub(super) mod choice;
pub(super) mod link;
pub(super) mod text_field;
pub(super) mod toolbar;

// Drawings in SVG.
pub(super) mod svg;
pub(super) mod qr;

pub(super) use button::{button, link_button, primary_button};
pub(super) use choice::{Choice, choice};
pub(super) use disclosure::disclosure;
pub(super) use heading::{Level, heading, heading_target};
pub(super) use text_field::{TextField, text_field};
