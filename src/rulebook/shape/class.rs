//! The shapes of classes and their cases.

use super::condition::when;
use super::{CITED, Shape, fact, optional, required};

pub(super) static CLASS: Shape = Shape::Named(
    "class",
    &Shape::Record(&[
        required("id", Shape::Id, "The id of the class, used as `{\"class\": [\"…\", value]}`."),
        required("title", Shape::Text, "The name of the class."),
        required("provision", CITED, "The provisions that define it."),
        required("values", Shape::List(1, &fact::OPTION), "The values."),
        required(
            "cases",
            Shape::List(1, &CASE),
            "The rows of the table, in the order of the text. The first case that holds counts. \
             The last case of each list has no `when`.",
        ),
    ]),
);

static CASE: Shape = Shape::Named(
    "case",
    &Shape::OneOf(
        &[
            required("is", Shape::String, "The value of this case."),
            required("cases", Shape::List(1, &CASE), "The first of these cases that holds."),
        ],
        &[optional("when", when(), "The condition; absent in the last case of a list.")],
    ),
);
