//! Fuzz target: answers, as typed and as they stand in files.

#![no_main]

eligibility_fuzz::target!("answers");
