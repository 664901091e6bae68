//! Fuzz target: an authored pack, followed by answers.

#![no_main]

eligibility_fuzz::target!("pack");
