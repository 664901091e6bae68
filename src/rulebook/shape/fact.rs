//! The shapes of sections, units, and facts with their kinds.

use crate::rulebook::names::Kind;
use crate::rulebook::unit::WrittenOut;

use super::condition::when;
use super::{Arity, Operand, Shape, TEXTS, optional, required};

pub(super) static SECTION: Shape = Shape::Named(
    "section",
    &Shape::Record(&[
        required("id", Shape::Id, "The id of the section in this pack."),
        required("title", Shape::Text, "The heading of the section."),
    ]),
);

pub(super) static UNIT: Shape = Shape::Named(
    "unit",
    &Shape::Record(&[
        required("unit", Shape::String, "The unit as used in facts and amounts, such as 万元."),
        required("title", Shape::Text, "The text displayed after a number."),
        optional(
            "written-out",
            Shape::Record(&[
                required(
                    "times",
                    Shape::Integer(1, WrittenOut::MAX_TIMES),
                    "The factor to the smaller unit: 1, 10, 100 or another power of ten.",
                ),
                required(
                    "text",
                    Shape::Text,
                    "The text around the number, with the placeholder `{number}`.",
                ),
            ]),
            "How numbers are written out in a language without this unit: 2000 万元 as RMB \
             20,000,000.",
        ),
    ]),
);

pub(super) static FACT: Shape = Shape::Named(
    "fact",
    &Shape::Record(&[
        required("id", Shape::Id, "The id of the fact in conditions, answers and scenarios."),
        required(
            "kind",
            Shape::KeywordOr(&["yes-no", "date"], &KIND),
            "The type of its values: `yes-no`, `date`, one `choice`, several `choices`, or a \
             `number`.",
        ),
        required("section", Shape::Ref(Kind::Section), "The section of the question."),
        required("question", Shape::Text, "The question, in words that a company clerk knows."),
        optional(
            "hint",
            Shape::Text,
            "Advice on where to find the answer, such as a line of a report.",
        ),
        optional(
            "check-against",
            Shape::Text,
            "The documents that prove the answer, for the officer at the window: they are printed \
             next to the answer.",
        ),
        optional(
            "ask-when",
            when(),
            "The condition for asking the question; always asked if absent. It only hides a \
             question and never changes an outcome.",
        ),
        optional(
            "changeable",
            Shape::BoolOr(&["more", "less"]),
            "What the applicant can change: `true`, any value; `\"more\"` or `\"less\"`, only to a \
             larger or smaller number; `false` or absent, nothing. Only possible changes are \
             proposed.",
        ),
        optional(
            "future",
            Shape::Bool,
            "`true` if the date may be after the as-of date, such as the last day of a \
             certificate. Any other date is that of an event: on an earlier as-of date it has not \
             happened, and every test on it is false.",
        ),
        optional(
            "covers-all",
            Shape::Bool,
            "`true` if the options of a `choice` cover every applicant who is asked, although none \
             is worded for the rest. Only for the lint `no-true-option`.",
        ),
    ]),
);

static KIND: Shape = Shape::Named(
    "fact-kind",
    &Shape::OneOf(
        &[
            required("choice", Shape::List(2, &OPTION), "One of these options."),
            required(
                "choices",
                Shape::List(1, &OPTION),
                "Any number of these options, including none.",
            ),
            required("number", NUMBER, "An exact decimal with a unit."),
        ],
        &[],
    ),
);

pub(super) static OPTION: Shape = Shape::Named(
    "option",
    &Shape::Record(&[
        required("id", Shape::Id, "The id of the option in answers and conditions."),
        required("label", Shape::Text, "The label of the option."),
        optional("synonyms", TEXTS, "Other words for the option, for the search."),
    ]),
);

pub(super) static RELATION: Shape = Shape::Named(
    "relation",
    &Shape::Record(&[
        required("holds", when(), "The condition that holds for every applicant."),
        required("message", Shape::Text, "The message for answers that violate it."),
    ]),
);

const NUMBER: Shape = Shape::Record(&[
    required("unit", Shape::String, "The unit, such as 万元 or 人."),
    optional("min", Shape::Decimal, "The smallest possible value."),
    optional("max", Shape::Decimal, "The largest possible value."),
    optional(
        "decimals",
        Shape::Integer(0, 6),
        "The number of decimal places allowed; 0 if absent.",
    ),
    optional(
        "usual",
        Shape::Operands(&[Operand::Decimal, Operand::Decimal], Arity::Exact),
        "The lowest and the highest usual value. The page asks back about others: [lowest, \
         highest].",
    ),
]);
