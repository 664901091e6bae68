//! The shape of assumptions.

use super::condition::when;
use super::{Shape, required};

pub(super) static ASSUMPTION: Shape = Shape::Named(
    "assumption",
    &Shape::Record(&[
        required("id", Shape::Id, "The id of the assumption, used in `assume` of measures."),
        required("label", Shape::Text, "The assumed facts in words, for results."),
        required("when", when(), "When they are assumed: the applicant still plans to come."),
        required(
            "answers",
            Shape::Answers,
            "The assumed answers, which replace the given ones. The value of a date may be \
             `as-of`.",
        ),
    ]),
);
