//! Fuzz target: receipt codes, and the content of receipt codes.

#![no_main]

eligibility_fuzz::target!("receipt");
