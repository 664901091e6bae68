//! Fuzz target: a slim pack, as a browser gets it.

#![no_main]

eligibility_fuzz::target!("slim");
