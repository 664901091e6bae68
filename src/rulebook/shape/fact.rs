//! The shape of what is asked: sections, facts and their kinds.

use crate::rulebook::names::Kind;
use crate::rulebook::unit::WrittenOut;

use super::condition::when;
use super::{Shape, may, must};

pub(super) static SECTION: Shape = Shape::Named(
    "section",
    &Shape::Record(&[
        must("id", Shape::Id, "The section's name in this pack."),
        must("title", Shape::Text, "The heading that people read."),
    ]),
);

pub(super) static UNIT: Shape = Shape::Named(
    "unit",
    &Shape::Record(&[
        must("unit", Shape::Plain, "The unit as facts and amounts write it, such as 万元."),
        must("title", Shape::Text, "What people read after a number of it."),
        may(
            "written-out",
            Shape::Record(&[
                must(
                    "times",
                    Shape::Whole(1, WrittenOut::MOST_TIMES),
                    "How many of the smaller unit one of it is: 1, 10, 100 and so on.",
                ),
                must(
                    "text",
                    Shape::Text,
                    "What is written around the number, which stands as `{number}`.",
                ),
            ]),
            "How a number of it is written out in a language that does not count in it: 2000 万元 as RMB 20,000,000.",
        ),
    ]),
);

pub(super) static FACT: Shape = Shape::Named(
    "fact",
    &Shape::Record(&[
        must("id", Shape::Id, "The fact's name in rules, answers and scenarios."),
        must(
            "kind",
            Shape::WordOr(&["yes-no", "date"], &KIND),
            "What values it can have: `yes-no`, `date`, one `choice`, several `choices`, or a `number`.",
        ),
        must("section", Shape::Ref(Kind::Section), "The section that it is asked in."),
        must("question", Shape::Text, "How it is asked, in words that a company clerk knows."),
        may("hint", Shape::Text, "Where to find the answer: which report, which line."),
        may(
            "ask-when",
            when(),
            "When it is worth asking; always, if absent. It keeps a question off the screen and never changes an \
             outcome.",
        ),
        may(
            "changeable",
            Shape::Flag,
            "`false` for what nothing the applicant does can change, such as the day of its founding; such a fact is \
             never proposed as a change. `true` if absent.",
        ),
    ]),
);

static KIND: Shape = Shape::Named(
    "fact-kind",
    &Shape::OneOf(
        &[
            must("choice", Shape::List(2, &OPTION), "One of these options."),
            must("choices", Shape::List(1, &OPTION), "Any number of these options, none included."),
            must("number", NUMBER, "An exact decimal with a unit."),
        ],
        &[],
    ),
);

static OPTION: Shape = Shape::Named(
    "option",
    &Shape::Record(&[
        must("id", Shape::Id, "The option's name in answers and rules."),
        must("label", Shape::Text, "What people read."),
    ]),
);

const NUMBER: Shape = Shape::Record(&[
    must("unit", Shape::Plain, "What is counted, such as 万元 or 人."),
    may("min", Shape::Decimal, "The least value that can be true."),
    may("max", Shape::Decimal, "The greatest value that can be true."),
    may("decimals", Shape::Whole(0, 6), "How many decimal places may be typed; none if absent."),
]);
