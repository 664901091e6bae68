//! Fuzz target: a browser pack as a page loads it, followed by answers.

#![no_main]

eligibility_fuzz::target!("browser_pack");
