//! The documentation agrees with the files that it describes.
//!
//! - `guide`: the guide in the README shows the files of its example.

mod guide;
