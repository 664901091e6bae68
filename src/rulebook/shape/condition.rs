//! The shape of conditions and of what stands for a number; both contain themselves.

use crate::rulebook::names::Kind;

use super::{Key, Operand, Rest, Shape, must};

pub(super) static TERM: Shape = Shape::Named(
    "named-condition",
    &Shape::Record(&[
        must("id", Shape::Id, "The condition's name in rules: `{\"term\": \"…\"}`."),
        must("when", when(), "The condition."),
    ]),
);

/// A condition: an object with one operator.
pub(crate) static WHEN: Shape = when();

/// The same for a key; a static cannot be copied into another.
pub(super) const fn when() -> Shape {
    Shape::Named("condition", &OPERATORS)
}

static OPERATORS: Shape = Shape::OneOf(
    &[
        must("all", Shape::List(1, &WHEN), "Each of these holds."),
        must("any", Shape::List(1, &WHEN), "At least one of these holds."),
        must("not", when(), "This does not hold."),
        must(
            "at-least-of",
            Shape::Operands(&[Operand::Count, Operand::Condition], Rest::Repeated),
            "At least so many of these hold: [how many, condition, condition, …].",
        ),
        must("term", Shape::Ref(Kind::Term), "The named condition with this id holds."),
        fixed(
            "is",
            &[Operand::Subject, Operand::Value],
            "The fact has this value: [yes-no fact, true], [choice fact, option], [date fact, day], [number, number].",
        ),
        fixed(
            "one-of",
            &[Operand::Fact("choice"), Operand::Options],
            "The option chosen is among these: [choice fact, [option, option]].",
        ),
        fixed(
            "includes",
            &[Operand::Fact("choices"), Operand::Options],
            "The options chosen include this one, or one of these: [choices fact, option or list of options].",
        ),
        fixed(
            "at-least",
            BOUNDED,
            "The first is the second or more: [number, number], or [date fact, day].",
        ),
        fixed(
            "more-than",
            BOUNDED,
            "The first is more than the second: [number, number], or [date fact, day].",
        ),
        fixed(
            "at-most",
            BOUNDED,
            "The first is the second or less: [number, number], or [date fact, day].",
        ),
        fixed(
            "less-than",
            BOUNDED,
            "The first is less than the second: [number, number], or [date fact, day].",
        ),
        fixed(
            "between",
            &[Operand::NumberOrDate, Operand::Bound, Operand::Bound],
            "The first lies between the others, both included: [number, least, greatest], or [date fact, day, day].",
        ),
        fixed(
            "before",
            DATED,
            "The date lies before the day: [date fact, day], or [date fact, \"as-of\"].",
        ),
        fixed(
            "after",
            DATED,
            "The date lies after the day: [date fact, day], or [date fact, \"as-of\"].",
        ),
    ],
    &[],
);

/// A number: the id of a number fact, or an object with one operator.
pub(crate) static QUANTITY: Shape = quantity();

/// The same for a key.
pub(super) const fn quantity() -> Shape {
    Shape::Named("quantity", &FACT_OR_COMPUTED)
}

static FACT_OR_COMPUTED: Shape = Shape::RefOr(Kind::Fact, &COMPUTED);

/// A number that is computed: an object with one operator.
pub(crate) static COMPUTED: Shape = Shape::Named("computed", &FUNCTIONS);

static FUNCTIONS: Shape = Shape::OneOf(
    &[
        must(
            "months-since",
            Shape::Fact("date"),
            "Whole months that have passed from the date fact to the day asked about.",
        ),
        must(
            "days-since",
            Shape::Fact("date"),
            "Days that have passed from the date fact to the day asked about.",
        ),
        fixed("difference", NUMBERS, "The first less the second."),
        must("sum", Shape::Operands(&[Operand::Number], Rest::Repeated), "All of these together."),
        fixed(
            "percent",
            &[Operand::Decimal, Operand::Number],
            "So many percent of the number: [percent, number].",
        ),
        fixed("ratio", NUMBERS, "The first divided by the second; over zero it has no value."),
        fixed(
            "growth",
            NUMBERS,
            "By how many percent the first exceeds the second; over zero it has no value.",
        ),
    ],
    &[],
);

const BOUNDED: &[Operand] = &[Operand::NumberOrDate, Operand::Bound];
const DATED: &[Operand] = &[Operand::Fact("date"), Operand::Day];
const NUMBERS: &[Operand] = &[Operand::Number, Operand::Number];

/// An operator with a fixed number of operands.
const fn fixed(name: &'static str, operands: &'static [Operand], about: &'static str) -> Key {
    must(name, Shape::Operands(operands, Rest::None), about)
}
