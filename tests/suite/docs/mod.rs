//! The documentation agrees with the files that it describes.
//!
//! - `examples`: code blocks quote files that other tests execute.
//! - `hosting`: the configurations of web servers agree.
//! - `links`: links, paths, anchors and names of tests exist.
//! - `lints`: every fault code and every lint is explained, with correct examples.
//! - `operators`: every operator is listed, with examples that can be parsed.
//! - `typed_input`: each accepted and refused spelling of the reference is read as it states.

mod examples;
mod hosting;
mod links;
mod lints;
mod operators;
mod typed_input;
