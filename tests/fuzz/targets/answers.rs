//! Fuzz target: answers as typed, answers in files, and cases of `eligibility assess`.

#![no_main]

eligibility_fuzz::target!("answers");
