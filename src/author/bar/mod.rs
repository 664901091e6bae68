//! The bar at the top: the file, its state, and the language of the page.

mod top_bar;

pub(super) use top_bar::top_bar;
