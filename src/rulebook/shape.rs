//! The shape of a pack as data: which keys stand where, and what each may hold.
//!
//! One description serves every reader: [`super::check`] walks a document against it and
//! reports everything that does not fit, so that building typed values never has to.

use super::names::Kind;

/// What a value may look like.
pub(crate) enum Shape {
    /// A new kebab-case id
    Id,
    /// The id of something defined elsewhere in the pack
    Ref(Kind),
    /// A text in every language of the pack
    Text,
    /// Any string
    Plain,
    /// `true` or `false`
    Flag,
    /// One of these words
    Word(&'static [&'static str]),
    /// A day, `YYYY-MM-DD`
    Date,
    /// An exact decimal: a string, or a whole number
    Decimal,
    /// A whole number within bounds, both included
    Whole(i64, i64),
    /// A list with at least so many items
    List(usize, &'static Shape),
    /// An object with these keys
    Record(&'static [Key]),
    /// An object with exactly one of these keys (and the keys of the record beside it)
    OneOf(&'static [Key], &'static [Key]),
    /// A word, or an object
    WordOr(&'static [&'static str], &'static Shape),
    /// An id of something, or an object
    RefOr(Kind, &'static Shape),
    /// The operands of an operator: checked where their types are known, in `super::build`
    Operands(usize, usize),
    /// A named shape; lets shapes contain themselves
    Named(&'static Shape),
}

/// A key of an object.
pub(crate) struct Key {
    pub(crate) name: &'static str,
    pub(crate) shape: Shape,
    pub(crate) required: bool,
}

const fn must(name: &'static str, shape: Shape) -> Key {
    Key { name, shape, required: true }
}

const fn may(name: &'static str, shape: Shape) -> Key {
    Key { name, shape, required: false }
}

/// The whole document.
pub(crate) static PACK: Shape = Shape::Record(&[
    may("$schema", Shape::Plain),
    must("format", Shape::Whole(1, 1)),
    must("id", Shape::Id),
    must("version", Shape::Plain),
    must("languages", Shape::List(1, &Shape::Word(&["zh-Hans", "zh-Hant", "en"]))),
    must("title", Shape::Text),
    must("in-force", PERIOD),
    may("repeals", Shape::List(0, &Shape::Plain)),
    may("followed-by", Shape::List(0, &Shape::Plain)),
    may("notices", Shape::List(0, &NOTICE)),
    must("documents", Shape::List(1, &DOCUMENT)),
    must("provisions", Shape::List(1, &PROVISION)),
    must("sections", Shape::List(1, &SECTION)),
    must("facts", Shape::List(1, &FACT)),
    may("terms", Shape::List(0, &TERM)),
    must("measures", Shape::List(1, &MEASURE)),
    may("materials", Shape::List(0, &MATERIAL)),
    may("offices", Shape::List(0, &OFFICE)),
    may("limits", Shape::List(0, &LIMIT)),
]);

const PERIOD: Shape = Shape::Record(&[may("from", Shape::Date), may("to", Shape::Date)]);
const CITED: Shape = Shape::List(1, &Shape::Ref(Kind::Provision));
const TEXTS: Shape = Shape::List(0, &Shape::Text);
const EVIDENCE: Shape = Shape::Word(&["official-text", "official-interpretation", "secondary"]);

static NOTICE: Shape = Shape::Record(&[must("text", Shape::Text), must("provision", CITED)]);

static DOCUMENT: Shape = Shape::Record(&[
    must("id", Shape::Id),
    may("number", Shape::Plain),
    must("title", Shape::Text),
    may("in-force", PERIOD),
]);

static PROVISION: Shape = Shape::Record(&[
    must("id", Shape::Id),
    must("document", Shape::Ref(Kind::Document)),
    must("clause", Shape::Plain),
    may("quote", Shape::Plain),
    may("summary", Shape::Text),
    must("evidence", EVIDENCE),
]);

static SECTION: Shape = Shape::Record(&[must("id", Shape::Id), must("title", Shape::Text)]);

static FACT: Shape = Shape::Record(&[
    must("id", Shape::Id),
    must("kind", Shape::WordOr(&["yes-no", "date"], &FACT_KIND)),
    must("section", Shape::Ref(Kind::Section)),
    must("question", Shape::Text),
    may("hint", Shape::Text),
    may("ask-when", Shape::Named(&WHEN)),
    may("changeable", Shape::Flag),
]);

static FACT_KIND: Shape = Shape::OneOf(
    &[
        must("choice", Shape::List(2, &OPTION)),
        must("choices", Shape::List(1, &OPTION)),
        must("number", NUMBER),
    ],
    &[],
);

static OPTION: Shape = Shape::Record(&[must("id", Shape::Id), must("label", Shape::Text)]);

const NUMBER: Shape = Shape::Record(&[
    must("unit", Shape::Plain),
    may("min", Shape::Decimal),
    may("max", Shape::Decimal),
    may("decimals", Shape::Whole(0, 6)),
]);

static TERM: Shape = Shape::Record(&[must("id", Shape::Id), must("when", Shape::Named(&WHEN))]);

static MEASURE: Shape = Shape::Record(&[
    must("id", Shape::Id),
    must("title", Shape::Text),
    must("summary", Shape::Text),
    must("provision", CITED),
    may("applies-when", Shape::Named(&WHEN)),
    must("criteria", Shape::List(1, &CRITERION)),
    must("grants", GRANT),
    may("materials", Shape::List(0, &Shape::RefOr(Kind::Material, &MATERIAL_USE))),
    may("office", Shape::Ref(Kind::Office)),
    may("windows", Shape::List(0, &WINDOW)),
    may("steps", TEXTS),
    may("duties", TEXTS),
    may("in-force", PERIOD),
]);

static CRITERION: Shape = Shape::Record(&[
    must("id", Shape::Id),
    must("label", Shape::Text),
    may("when", Shape::Named(&WHEN)),
    must("provision", CITED),
    must("grade", Shape::Word(&["explicit", "directional"])),
]);

const GRANT: Shape = Shape::OneOf(
    &[
        must("fixed", MONEY),
        must("up-to", MONEY),
        must("tiers", TIERS),
        must("rate", RATE),
        must("in-kind", Shape::Text),
        must("unspecified", Shape::Record(&[])),
    ],
    &[
        must("evidence", EVIDENCE),
        must("provision", CITED),
        may("note", Shape::Text),
        may("period", GRANT_PERIOD),
    ],
);

const GRANT_PERIOD: Shape = Shape::Record(&[
    must("every", Shape::Word(&["month", "quarter", "year"])),
    may("times", Shape::Whole(1, 1000)),
]);

const MONEY: Shape = Shape::Record(&[must("amount", Shape::Decimal), must("unit", Shape::Plain)]);

const TIERS: Shape = Shape::Record(&[
    must("by", Shape::Named(&QUANTITY)),
    must("unit", Shape::Plain),
    must("tiers", Shape::List(1, &TIER)),
]);

static TIER: Shape = Shape::Record(&[
    must("from", Shape::Decimal),
    must("to", Shape::Decimal),
    must("amount", Shape::Decimal),
]);

const RATE: Shape = Shape::Record(&[
    must("percent", Shape::Decimal),
    must("of", Shape::Named(&QUANTITY)),
    may("cap", Shape::Decimal),
    must("unit", Shape::Plain),
]);

static WINDOW: Shape =
    Shape::Record(&[must("from", Shape::Date), must("to", Shape::Date), may("label", Shape::Text)]);

static MATERIAL_USE: Shape =
    Shape::Record(&[must("material", Shape::Ref(Kind::Material)), may("when", Shape::Named(&WHEN))]);

static LIMIT: Shape = Shape::Record(&[
    must("kind", Shape::Word(&["at-most-one", "highest-only", "same-matter", "cap"])),
    must("measures", Shape::List(1, &Shape::Ref(Kind::Measure))),
    must("label", Shape::Text),
    must("provision", CITED),
    may("amount", Shape::Decimal),
    may("unit", Shape::Plain),
]);

static MATERIAL: Shape =
    Shape::Record(&[must("id", Shape::Id), must("title", Shape::Text), may("note", Shape::Text)]);

static OFFICE: Shape =
    Shape::Record(&[must("id", Shape::Id), must("title", Shape::Text), may("address", Shape::Text)]);

/// A condition: an object with one operator.
pub(crate) static WHEN: Shape = Shape::OneOf(
    &[
        must("all", Shape::List(1, &Shape::Named(&WHEN))),
        must("any", Shape::List(1, &Shape::Named(&WHEN))),
        must("not", Shape::Named(&WHEN)),
        must("at-least-of", Shape::Operands(2, 1000)),
        must("term", Shape::Ref(Kind::Term)),
        must("is", Shape::Operands(2, 2)),
        must("one-of", Shape::Operands(2, 2)),
        must("includes", Shape::Operands(2, 2)),
        must("at-least", Shape::Operands(2, 2)),
        must("more-than", Shape::Operands(2, 2)),
        must("at-most", Shape::Operands(2, 2)),
        must("less-than", Shape::Operands(2, 2)),
        must("between", Shape::Operands(3, 3)),
        must("before", Shape::Operands(2, 2)),
        must("after", Shape::Operands(2, 2)),
    ],
    &[],
);

/// A number: the id of a number fact, an exact decimal, or an object with one operator.
pub(crate) static QUANTITY: Shape = Shape::RefOr(
    Kind::Fact,
    &Shape::OneOf(
        &[
            must("months-since", Shape::Ref(Kind::Fact)),
            must("days-since", Shape::Ref(Kind::Fact)),
            must("difference", Shape::Operands(2, 2)),
            must("sum", Shape::Operands(1, 1000)),
            must("percent", Shape::Operands(2, 2)),
            must("ratio", Shape::Operands(2, 2)),
            must("growth", Shape::Operands(2, 2)),
        ],
        &[],
    ),
);
