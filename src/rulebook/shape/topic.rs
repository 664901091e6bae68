//! The shapes of topics and of questions that share a screen.

use crate::rulebook::names::Kind;

use super::condition::quantity;
use super::{Shape, optional, required};

pub(super) static TOPIC: Shape = Shape::Named(
    "topic",
    &Shape::Record(&[
        required("id", Shape::Id, "The id of the topic in cases and output."),
        required("title", Shape::Text, "The title, in the words of an applicant."),
        required("summary", Shape::Text, "The content of the topic in one line."),
        required(
            "measures",
            Shape::List(1, &Shape::Ref(Kind::Measure)),
            "The measures, in the order of their importance. A measure may be in several topics.",
        ),
        optional(
            "preset",
            Shape::Answers,
            "Answers that follow from choosing the topic, by fact: {\"registered\": true}. They \
             are not asked.",
        ),
        optional(
            "ask",
            Shape::Bool,
            "`false` for services that are open to everyone: the interview asks nothing for the \
             topic. `true` if absent.",
        ),
    ]),
);

pub(super) static QUESTION_GROUP: Shape = Shape::Named(
    "question-group",
    &Shape::Record(&[
        required(
            "facts",
            Shape::List(1, &Shape::Ref(Kind::Fact)),
            "The facts on the screen, in order. A fact is in one group at most.",
        ),
        optional("title", Shape::Text, "The heading of the screen."),
        optional(
            "computed",
            quantity(),
            "A number computed from the answers, displayed below the questions, such as a ratio.",
        ),
    ]),
);
