//! Basic elements that know no rules: headings, buttons, text fields, options, disclosures and
//! drawings.

// Structure: the bar and the footer of a screen, headings, disclosures, and the ids of focus
// targets.
pub(super) mod bar;
pub(super) mod disclosure;
pub(super) mod heading;
pub(super) mod ids;

// Controls.
pub(super) mod button;
pub(super) mod choice;
pub(super) mod copy_field;
pub(super) mod link;
pub(super) mod menu;
pub(super) mod text_field;

// Outcomes: an icon and a word.
pub(super) mod badge;
pub(super) mod icon;

// Drawings in SVG.
pub(super) mod svg;
pub(super) mod qr;

pub(super) use badge::{badge, lapsed_badge, near_badge, out_of_reach_badge};
pub(super) use bar::{bar, footer, title_bar};
pub(super) use button::{back_button, button, button_with_id, link_button, primary_button};
pub(super) use choice::{Choice, choice};
pub(super) use copy_field::copy_field;
pub(super) use disclosure::disclosure;
pub(super) use heading::{Level, heading, heading_target};
pub(super) use text_field::{TextField, text_field};
