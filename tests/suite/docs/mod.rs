//! The documentation agrees with the files that it describes.
//!
//! - `examples`: code blocks quote files that other tests execute.
//! - `links`: relative links lead to files and headings.

mod examples;
mod links;
