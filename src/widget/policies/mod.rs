//! A site with several policies: their list, and the way from one policy to another.
//!
//! [`Site`] is the root component of every widget. With a single policy it renders that policy's
//! [`App`](super::App) and nothing else.

// The root component, and what it remembers of the policies that were shown.
mod memory;
mod site;

// The list: its texts and policies, its state, and its screen.
mod list;
mod list_app;
mod list_screen;
mod list_state;
mod row;

// The policy that a receipt code or a saved file belongs to.
mod owner;

// In a policy: the answers carried over from others, and the way to others.
mod carried;
mod others;

pub use carried::Carried;
pub(super) use carried::carried_notice;
pub use list::List;
#[cfg(feature = "author")]
pub(super) use list_screen::{ListView, list_screen};
#[cfg(feature = "author")]
pub(super) use list_state::ListState;
#[cfg(feature = "author")]
pub(super) use others::OtherPolicies;
pub(super) use others::{ToPolicies, use_other_policies};
pub use site::{Site, SiteProps};
