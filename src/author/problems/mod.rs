//! Faults and findings, with their places and corrections.

mod problem_card;
mod problem_list;

pub(super) use problem_list::ProblemList;
