//! The shape of a pack as data: which keys stand where, what each may hold, and what it is for.
//!
//! One description serves every reader: [`super::check`] walks a document against it and
//! reports everything that does not fit, so that building typed values never has to; [`super::schema`] tells it to
//! editors as a JSON Schema. What a key is for stands beside the key, so that no other text can drift from it.

mod condition;
mod fact;
mod measure;

use super::names::Kind;

pub(super) use condition::{COMPUTED, QUANTITY, WHEN};

/// What a value may look like.
pub(super) enum Shape {
    /// A new kebab-case id
    Id,
    /// The id of something defined elsewhere in the pack
    Ref(Kind),
    /// The id of a fact of this kind; that it is of that kind is checked in `super::build`
    Fact(&'static str),
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
    /// An object with these keys, some of which hang on the word under another
    Hinged(&'static [Key], Hinge),
    /// An object with exactly one of these keys (and the keys of the record beside it)
    OneOf(&'static [Key], &'static [Key]),
    /// A word, or an object
    WordOr(&'static [&'static str], &'static Shape),
    /// An id of something, or an object
    RefOr(Kind, &'static Shape),
    /// The operands of an operator: counted here, checked where the kinds of facts are known, in `super::build`
    Operands(&'static [Operand], Rest),
    /// A shape with a name of its own; lets shapes contain themselves
    Named(&'static str, &'static Shape),
}

/// A key of an object.
pub(super) struct Key {
    pub(super) name: &'static str,
    pub(super) shape: Shape,
    pub(super) required: bool,
    /// What the key is for, to its author
    pub(super) about: &'static str,
}

/// Where one key has this word, these others must stand.
pub(super) struct Hinge {
    pub(super) key: &'static str,
    pub(super) word: &'static str,
    /// What an object with that word is called
    pub(super) noun: &'static str,
    pub(super) needs: &'static [&'static str],
    /// Whether they may stand nowhere else
    pub(super) only: bool,
}

/// What an operator works on, place by place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Operand {
    /// How many
    Count,
    /// A condition
    Condition,
    /// The id of a fact with one value, or what is computed from facts
    Subject,
    /// What that value may be: `true` or `false`, an option, a day, a number
    Value,
    /// The id of a fact of this kind
    Fact(&'static str),
    /// An option of that fact, or a list of them
    Options,
    /// What can stand for a number
    Number,
    /// What can stand for a number, or a date
    NumberOrDate,
    /// A number or a day, to compare it with
    Bound,
    /// A day, or the day asked about
    Day,
    /// An exact decimal and nothing else
    Decimal,
}

/// Whether the last operand may be repeated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rest {
    /// Each operand stands once
    None,
    /// As many as one likes, to a bound that no condition reaches
    Repeated,
}

impl Rest {
    /// Most operands of an operator.
    pub(super) const MOST: usize = 1000;
}

const fn must(name: &'static str, shape: Shape, about: &'static str) -> Key {
    Key { name, shape, required: true, about }
}

const fn may(name: &'static str, shape: Shape, about: &'static str) -> Key {
    Key { name, shape, required: false, about }
}

/// The whole document.
pub(super) static PACK: Shape = Shape::Record(&[
    may(
        "$schema",
        Shape::Plain,
        "Where this schema is, for editors; the program does not read it.",
    ),
    must("format", Shape::Whole(1, 1), "The version of the pack format: 1."),
    must("id", Shape::Id, "The pack's name, the same in every version of it."),
    must("version", Shape::Plain, "The pack's version; raise it with every change of the rules."),
    must(
        "languages",
        Shape::List(1, &Shape::Word(&["zh-Hans", "zh-Hant", "en"])),
        "The languages that every text of the pack has; the first is shown where a reader's is missing.",
    ),
    must("title", Shape::Text, "What people call the policy."),
    must("in-force", PERIOD, "When the policy is in force; outside that time the page says so."),
    may(
        "repeals",
        Shape::List(0, &Shape::Plain),
        "Numbers of the documents that the policy repeals.",
    ),
    may(
        "followed-by",
        Shape::List(0, &Shape::Plain),
        "Numbers of the documents that follow the policy.",
    ),
    may("notices", Shape::List(0, &NOTICE), "What holds for every measure."),
    must(
        "documents",
        Shape::List(1, &DOCUMENT),
        "The legal texts that the rules are cited to; the policy itself comes first.",
    ),
    must("provisions", Shape::List(1, &PROVISION), "The numbered pieces of the documents."),
    must(
        "sections",
        Shape::List(1, &fact::SECTION),
        "The headings under which questions are asked, in order.",
    ),
    may(
        "units",
        Shape::List(1, &fact::UNIT),
        "How units are called in each language; as written, if absent.",
    ),
    must(
        "facts",
        Shape::List(1, &fact::FACT),
        "What is asked; each fact once, in the order of the questions.",
    ),
    may(
        "terms",
        Shape::List(0, &condition::TERM),
        "Conditions that have names, for use in several places.",
    ),
    must(
        "measures",
        Shape::List(1, &measure::MEASURE),
        "What can be met: the policy's support measures.",
    ),
    may("materials", Shape::List(0, &measure::MATERIAL), "The papers that measures ask for."),
    may("offices", Shape::List(0, &measure::OFFICE), "Where applications are taken."),
    may(
        "limits",
        Shape::List(0, &measure::LIMIT),
        "What cannot be granted together, or only up to a cap.",
    ),
]);

const PERIOD: Shape = Shape::Named(
    "period",
    &Shape::Record(&[
        may("from", Shape::Date, "The first day; open if absent."),
        may("to", Shape::Date, "The last day, which still belongs to it; open if absent."),
    ]),
);
const CITED: Shape = Shape::Named("cited", &Shape::List(1, &Shape::Ref(Kind::Provision)));
const EVIDENCE: Shape = Shape::Named(
    "evidence",
    &Shape::Word(&["official-text", "official-interpretation", "secondary"]),
);

static NOTICE: Shape = Shape::Named(
    "notice",
    &Shape::Record(&[
        must("text", Shape::Text, "What holds for every measure, in plain words."),
        may("provision", CITED, "The provisions that say so; none if the pack itself says it."),
    ]),
);

static DOCUMENT: Shape = Shape::Named(
    "document",
    &Shape::Record(&[
        must("id", Shape::Id, "The document's name in this pack."),
        may(
            "number",
            Shape::Plain,
            "Its official number as printed; leave it out if no source shows one.",
        ),
        must("title", Shape::Text, "Its title."),
        may("in-force", PERIOD, "When it is in force, as far as a source says so."),
    ]),
);

static PROVISION: Shape = Shape::Named(
    "provision",
    &Shape::Record(&[
        must("id", Shape::Id, "The provision's name in this pack."),
        must("document", Shape::Ref(Kind::Document), "The document that it belongs to."),
        must("clause", Shape::Plain, "Its number as printed, such as (八)."),
        may("quote", Shape::Plain, "Its own words, verbatim, at most 60 characters."),
        may(
            "summary",
            Shape::Text,
            "What it says, in our words, where the text itself cannot be quoted.",
        ),
        must(
            "evidence",
            EVIDENCE,
            "How sure it is that the text says so: `official-text` is the text itself or an official guide to \
             applications, `official-interpretation` a government's explanation, `secondary` the press or a \
             consultancy.",
        ),
    ]),
);
