//! Fuzz target: receipt codes.

#![no_main]

eligibility_fuzz::target!("receipt");
