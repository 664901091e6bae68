//! The documentation agrees with the files that it describes.
//!
//! - `examples`: code blocks are quotes of what other tests execute.
//! - `links`: relative links lead to files and headings.

mod examples;
mod links;
