//! The choice of topics: what an applicant wants to know about.

mod start_label;
mod topic_list;
mod topics_screen;

pub(super) use topics_screen::topics_screen;
