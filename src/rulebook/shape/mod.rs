//! The shape of a pack as data: the keys of each object, their values and their descriptions.
//!
//! [`super::check`] compares a document with the shape and reports every difference, so that
//! building typed values does not have to. [`super::schema()`] writes the shape as a JSON Schema
//! for editors, with the description of each key.

mod assumption; // Assumptions.
mod class; // Classes.
mod condition; // Conditions and quantities.
mod fact; // Sections, units and facts.
mod measure; // Measures, materials, offices and limits.
mod topic; // Topics and groups of questions.

use super::names::Kind;

pub(super) use condition::{COMPUTED, QUANTITY, WHEN};

/// The allowed form of a value.
pub(super) enum Shape {
    /// A new kebab-case id
    Id,
    /// The id of a definition elsewhere in the pack
    Ref(Kind),
    /// The id of a fact of this kind. `super::build` checks the kind
    Fact(&'static str),
    /// A text in every language of the pack
    Text,
    /// A string that is not blank
    String,
    /// The address of a web page
    Url,
    /// A telephone number
    Phone,
    /// `true` or `false`
    Bool,
    /// `true`, `false` or one of these strings
    BoolOr(&'static [&'static str]),
    /// One of these strings
    Keyword(&'static [&'static str]),
    /// The tag of a language of the interface, or an object for another language
    Language(&'static [&'static str], &'static Shape),
    /// A BCP 47 tag
    LanguageTag,
    /// A date, `YYYY-MM-DD`
    Date,
    /// An exact decimal: a string, or a whole number
    Decimal,
    /// A whole number within inclusive bounds
    Integer(i64, i64),
    /// A list with a minimum number of items
    List(usize, &'static Shape),
    /// An object whose keys are ids of facts, and whose values are their values. `super::build`
    /// checks the values
    Answers,
    /// An object with these keys
    Record(&'static [Key]),
    /// An object with these keys, some of which depend on the value of another key
    DependentRecord(&'static [Key], KeyDependency),
    /// An object with these keys, at least one of which is among the names
    SomeOf(&'static [Key], &'static [&'static str]),
    /// An object with exactly one of the first keys, and with the second keys
    OneOf(&'static [Key], &'static [Key]),
    /// One of these strings, or an object
    KeywordOr(&'static [&'static str], &'static Shape),
    /// The id of a definition, or an object
    RefOr(Kind, &'static Shape),
    /// The operands of an operator. Only their number is checked here. `super::build` checks the
    /// rest, because it knows the kinds of facts
    Operands(&'static [Operand], Arity),
    /// A named shape, so that shapes can be recursive
    Named(&'static str, &'static Shape),
}

/// A key of an object.
pub(super) struct Key {
    pub(super) name: &'static str,
    pub(super) shape: Shape,
    pub(super) required: bool,
    /// The description for pack authors
    pub(super) description: &'static str,
}

/// Keys that are required if another key has a certain value.
pub(super) struct KeyDependency {
    pub(super) key: &'static str,
    pub(super) value: &'static str,
    /// The noun for an object with that value, in messages
    pub(super) noun: &'static str,
    pub(super) requires: &'static [&'static str],
    /// Whether the keys are forbidden with other values
    pub(super) is_exclusive: bool,
}

/// An operand of an operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Operand {
    /// A count
    Count,
    /// A condition
    Condition,
    /// The id of a fact with one value, or a computed number
    Subject,
    /// The value of a subject: `true` or `false`, an option, a date, a number
    Value,
    /// The id of a fact of this kind
    Fact(&'static str),
    /// The id of a class
    Class,
    /// An option of the fact, or a list of options
    Options,
    /// The id of a `number` fact, a decimal, or a computed number
    Number,
    /// A number, or the id of a `date` fact
    NumberOrDate,
    /// A number or a date to compare with
    Bound,
    /// A date, or the as-of date
    Day,
    /// An exact decimal
    Decimal,
}

/// The number of operands of an operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Arity {
    /// Exactly the listed operands
    Exact,
    /// The last operand may be repeated, up to [`Arity::MAX`] operands
    Variadic,
}

impl Arity {
    /// The largest number of operands; far above that of any real condition.
    pub(super) const MAX: usize = 1000;
}

const fn required(name: &'static str, shape: Shape, description: &'static str) -> Key {
    Key { name, shape, required: true, description }
}

const fn optional(name: &'static str, shape: Shape, description: &'static str) -> Key {
    Key { name, shape, required: false, description }
}

/// The whole document.
pub(super) static PACK: Shape = Shape::Record(&[
    optional(
        "$schema",
        Shape::String,
        "The address of this schema, for editors. The program ignores it.",
    ),
    required("format", Shape::Integer(2, 2), "The version of the pack format: 2."),
    required("id", Shape::Id, "The id of the pack, the same in every version."),
    required(
        "version",
        Shape::String,
        "The version of the pack. Change it with every change of the rules.",
    ),
    required(
        "languages",
        Shape::List(1, &Shape::Language(&["zh-Hans", "zh-Hant", "en"], &LANGUAGE)),
        "The languages of all texts of the pack. The first is the fallback for readers of other \
         languages. The interface has the listed ones, and is English around any other.",
    ),
    required("title", Shape::Text, "The title of the policy."),
    optional(
        "audience",
        Shape::Text,
        "Who the policy is for, in one line, for the list of a site with several policies.",
    ),
    required(
        "in-force",
        PERIOD,
        "When the policy is in force. On other days the page shows a warning.",
    ),
    optional(
        "repeals",
        Shape::List(0, &Shape::String),
        "Numbers of the documents that the policy repeals.",
    ),
    optional(
        "followed-by",
        Shape::List(0, &Shape::String),
        "Numbers of the documents that follow the policy.",
    ),
    optional(
        "instead",
        INSTEAD,
        "What applies now, shown once the policy has lapsed: its successor, or whom to ask.",
    ),
    optional(
        "evidence-note",
        Shape::Text,
        "A note that all figures of the pack are secondary, shown once. Only with it, secondary \
         figures are summed; the totals are marked.",
    ),
    optional("notices", Shape::List(0, &NOTICE), "Notices that apply to every measure."),
    required(
        "documents",
        Shape::List(1, &DOCUMENT),
        "The legal documents that the rules cite. The policy itself comes first.",
    ),
    required("provisions", Shape::List(1, &PROVISION), "The cited clauses of the documents."),
    required(
        "sections",
        Shape::List(1, &fact::SECTION),
        "The sections of the questions, in order.",
    ),
    optional(
        "units",
        Shape::List(1, &fact::UNIT),
        "Translations of units. Without it, units are displayed as written.",
    ),
    required(
        "facts",
        Shape::List(1, &fact::FACT),
        "The facts about the applicant, in the order of the questions.",
    ),
    optional(
        "terms",
        Shape::List(0, &condition::TERM),
        "Named conditions, for use in several places.",
    ),
    optional(
        "quantities",
        Shape::List(0, &condition::NAMED_QUANTITY),
        "Named numbers, for use in several places. Each may use the ones above it.",
    ),
    optional(
        "classes",
        Shape::List(0, &class::CLASS),
        "Classes: tables that give each applicant one of several values, such as the size of a \
         firm.",
    ),
    optional(
        "assumptions",
        Shape::List(0, &assumption::ASSUMPTION),
        "Assumptions about applicants who still plan to come.",
    ),
    required("measures", Shape::List(1, &measure::MEASURE), "The support measures of the policy."),
    optional(
        "materials",
        Shape::List(0, &measure::MATERIAL),
        "The materials that measures require.",
    ),
    optional("offices", Shape::List(0, &measure::OFFICE), "The offices that take applications."),
    optional(
        "limits",
        Shape::List(0, &measure::LIMIT),
        "Measures that exclude each other, or that share a cap.",
    ),
    optional(
        "topics",
        Shape::List(0, &topic::TOPIC),
        "Topics that an applicant chooses from, in the order displayed. The interview asks about \
         the measures of the chosen topics only.",
    ),
    optional(
        "ask-together",
        Shape::List(0, &topic::QUESTION_GROUP),
        "Questions that share a screen, such as the same figure of two years.",
    ),
    optional(
        "relations",
        Shape::List(0, &fact::RELATION),
        "Conditions that the answers of every applicant satisfy, such as that a part is at most \
         its whole. Answers that violate one contain a mistake.",
    ),
]);

const LANGUAGE: Shape = Shape::Record(&[
    required("tag", Shape::LanguageTag, "The BCP 47 tag, such as `de` or `pt-BR`."),
    required("name", Shape::String, "The name of the language in that language."),
]);

/// Texts, in order.
const TEXTS: Shape = Shape::List(0, &Shape::Text);

const PERIOD: Shape = Shape::Named(
    "period",
    &Shape::Record(&[
        optional("from", Shape::Date, "The first day; open if absent."),
        optional("to", Shape::Date, "The last day, included; open if absent."),
    ]),
);
const CITED: Shape = Shape::Named("cited", &Shape::List(1, &Shape::Ref(Kind::Provision)));
const EVIDENCE: Shape = Shape::Named(
    "evidence",
    &Shape::Keyword(&["official-text", "official-interpretation", "secondary"]),
);

const INSTEAD: Shape = Shape::Record(&[
    required("text", Shape::Text, "The policy, page or office to turn to, in plain words."),
    optional("url", Shape::Url, "Its page: an `https` address."),
    optional("phone", Shape::Phone, "Its telephone number."),
]);

static NOTICE: Shape = Shape::Named(
    "notice",
    &Shape::Record(&[
        required("text", Shape::Text, "The notice in plain words."),
        optional(
            "provision",
            CITED,
            "The provisions that state it; absent for a notice of the pack's author.",
        ),
    ]),
);

static DOCUMENT: Shape = Shape::Named(
    "document",
    &Shape::Record(&[
        required("id", Shape::Id, "The id of the document in this pack."),
        optional(
            "number",
            Shape::String,
            "The official number as printed. Omit it if no source gives one.",
        ),
        required("title", Shape::Text, "The title of the document."),
        optional("url", Shape::Url, "The page that publishes it: an `https` address."),
        optional("in-force", PERIOD, "When the document is in force, if a source states it."),
    ]),
);

static PROVISION: Shape = Shape::Named(
    "provision",
    &Shape::Record(&[
        required("id", Shape::Id, "The id of the provision in this pack."),
        required("document", Shape::Ref(Kind::Document), "The document that contains it."),
        required(
            "clause",
            Shape::String,
            "The clause number as printed, such as (八); — for a text without clauses.",
        ),
        optional("quote", Shape::String, "A verbatim quote, at most 60 characters."),
        optional("summary", Shape::Text, "A paraphrase, if the text cannot be quoted."),
        required(
            "evidence",
            EVIDENCE,
            "The source of the text: `official-text` is the text itself or an official \
             application guide, `official-interpretation` an explanation by a government, \
             `secondary` the press or a consultancy.",
        ),
    ]),
);
