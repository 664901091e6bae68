//! Fuzz target: a browser pack, as a page loads it.

#![no_main]

eligibility_fuzz::target!("browser_pack");
