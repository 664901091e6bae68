//! Fuzz target: a pack as its author wrote it, with answers after it.

#![no_main]

eligibility_fuzz::target!("pack");
