//! Drafts of unsaved work in this browser, for a crash or a reload.
//!
//! They are off until a person turns them on. A draft has the pack and the scenarios, and not the
//! texts of the policy. It is written after a pause, removed when everything is downloaded or the
//! document is closed, and all drafts are removed when they are turned off.
//!
//! # Why not `gloo-storage`
//!
//! It panics where the browser forbids storage, and the panic would end the page.

mod draft; // What a draft has.
mod draft_list; // Drafts that were found, on the start screen.
mod draft_switch; // The switch, with its explanation.
mod store; // The storage of the browser.
mod use_drafts; // Writes the draft of the open document.

pub(super) use draft_list::DraftList;
pub(super) use draft_switch::DraftSwitch;
pub(super) use use_drafts::{Drafts, use_drafts};
