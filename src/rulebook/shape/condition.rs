//! The shapes of conditions and quantities; both are recursive.

use crate::rulebook::names::Kind;

use super::{Arity, Key, Operand, Shape, optional, required};

pub(super) static TERM: Shape = Shape::Named(
    "named-condition",
    &Shape::Record(&[
        required("id", Shape::Id, "The id of the condition, used as `{\"term\": \"…\"}`."),
        required("when", when(), "The condition."),
    ]),
);

pub(super) static NAMED_QUANTITY: Shape = Shape::Named(
    "named-quantity",
    &Shape::Record(&[
        required("id", Shape::Id, "The id of the number, used as `{\"quantity\": \"…\"}`."),
        required("quantity", quantity(), "The number."),
    ]),
);

/// A condition: an object with one operator.
pub(crate) static WHEN: Shape = when();

/// [`WHEN`] as a `const fn`, because a static cannot be copied into another.
pub(super) const fn when() -> Shape {
    Shape::Named("condition", &OPERATORS)
}

static OPERATORS: Shape = Shape::OneOf(
    &[
        required("all", Shape::List(1, &WHEN), "All of these conditions hold."),
        required("any", Shape::List(1, &WHEN), "At least one of these conditions holds."),
        required("not", when(), "This condition does not hold."),
        required(
            "at-least-of",
            Shape::Operands(&[Operand::Count, Operand::Condition], Arity::Variadic),
            "At least this many of the conditions hold: [count, condition, condition, …].",
        ),
        required("term", Shape::Ref(Kind::Term), "The named condition with this id holds."),
        required("met", Shape::Ref(Kind::Measure), "The other measure with this id is met."),
        fixed(
            "class",
            &[Operand::Class, Operand::Options],
            "The class has this value, or one of these: [class, value or list of values].",
        ),
        fixed(
            "is",
            &[Operand::Subject, Operand::Value],
            "The fact has this value: [yes-no fact, true], [choice fact, option], [date fact, \
             date], [number, number].",
        ),
        fixed(
            "one-of",
            &[Operand::Fact("choice"), Operand::Options],
            "The chosen option is one of these: [choice fact, [option, option]].",
        ),
        fixed(
            "includes",
            &[Operand::Fact("choices"), Operand::Options],
            "The chosen options include this one, or one of these: [choices fact, option or list \
             of options].",
        ),
        fixed(
            "at-least",
            BOUNDED,
            "The first is greater than or equal to the second: [number, number], or [date fact, \
             date].",
        ),
        fixed(
            "more-than",
            BOUNDED,
            "The first is greater than the second: [number, number], or [date fact, date].",
        ),
        fixed(
            "at-most",
            BOUNDED,
            "The first is less than or equal to the second: [number, number], or [date fact, \
             date].",
        ),
        fixed(
            "less-than",
            BOUNDED,
            "The first is less than the second: [number, number], or [date fact, date].",
        ),
        fixed(
            "between",
            &[Operand::NumberOrDate, Operand::Bound, Operand::Bound],
            "The first is between the others, both included: [number, lowest, highest], or [date \
             fact, date, date].",
        ),
        fixed(
            "before",
            DATED,
            "The date fact is before the date: [date fact, date], or [date fact, \"as-of\"].",
        ),
        fixed(
            "after",
            DATED,
            "The date fact is after the date: [date fact, date], or [date fact, \"as-of\"].",
        ),
    ],
    &[],
);

/// A number: the id of a number fact, or an object with one operator.
pub(crate) static QUANTITY: Shape = quantity();

/// [`QUANTITY`] as a `const fn`.
pub(super) const fn quantity() -> Shape {
    Shape::Named("quantity", &FACT_OR_COMPUTED)
}

static FACT_OR_COMPUTED: Shape = Shape::RefOr(Kind::Fact, &COMPUTED);

/// A computed number: an object with one operator.
pub(crate) static COMPUTED: Shape = Shape::Named("computed", &FUNCTIONS);

static FUNCTIONS: Shape = Shape::OneOf(
    &[
        required(
            "months-since",
            Shape::Fact("date"),
            "Whole months from the date fact to the as-of date.",
        ),
        required("days-since", Shape::Fact("date"), "Days from the date fact to the as-of date."),
        fixed("difference", NUMBERS, "The first minus the second."),
        required(
            "sum",
            Shape::Operands(&[Operand::Number], Arity::Variadic),
            "The sum of these numbers.",
        ),
        fixed(
            "percent",
            &[Operand::Decimal, Operand::Number],
            "A percentage of the number: [percent, number]. Undefined if the number is zero.",
        ),
        fixed(
            "ratio",
            NUMBERS,
            "The first divided by the second. Undefined if the second is zero.",
        ),
        fixed(
            "growth",
            NUMBERS,
            "The percentage by which the first exceeds the second. Undefined if the second is \
             zero.",
        ),
        required(
            "highest-of",
            Shape::Operands(&[Operand::Number], Arity::Variadic),
            "The largest of these numbers.",
        ),
        required(
            "lowest-of",
            Shape::Operands(&[Operand::Number], Arity::Variadic),
            "The smallest of these numbers.",
        ),
        required("points", Shape::Named("points", &POINTS), "The points of a table."),
        required("quantity", Shape::Ref(Kind::Quantity), "The named number with this id."),
    ],
    &[optional(
        "if-zero",
        Shape::Decimal,
        "The value of a `percent`, `ratio` or `growth` whose denominator is zero. Without it, the \
         number is undefined then, and the office decides.",
    )],
);

static POINTS: Shape = Shape::Record(&[
    optional("label", Shape::Text, "The name of the indicator."),
    optional(
        "by",
        quantity(),
        "The number that the bands compare. Absent if every band has a `when`.",
    ),
    required(
        "bands",
        Shape::List(1, &BAND),
        "The rows of the table, in the order of the text. The first band that holds counts.",
    ),
    required("otherwise", Shape::Decimal, "The points if no band holds."),
]);

static BAND: Shape = Shape::Named(
    "band",
    &Shape::OneOf(
        &[
            required("at-least", Shape::Decimal, "The number is greater than or equal to this."),
            required("more-than", Shape::Decimal, "The number is greater than this."),
            required("at-most", Shape::Decimal, "The number is less than or equal to this."),
            required("less-than", Shape::Decimal, "The number is less than this."),
            required("is", Shape::Decimal, "The number equals this."),
            required("when", when(), "This condition holds."),
        ],
        &[
            required("points", Shape::Decimal, "The points of the band."),
            optional("label", Shape::Text, "The name of the band, as in the text."),
        ],
    ),
);

const BOUNDED: &[Operand] = &[Operand::NumberOrDate, Operand::Bound];
const DATED: &[Operand] = &[Operand::Fact("date"), Operand::Day];
const NUMBERS: &[Operand] = &[Operand::Number, Operand::Number];

/// An operator with a fixed number of operands.
const fn fixed(name: &'static str, operands: &'static [Operand], description: &'static str) -> Key {
    required(name, Shape::Operands(operands, Arity::Exact), description)
}
