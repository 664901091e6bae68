//! What is defined once in a schema and referred to elsewhere: ids, texts, days, decimals, operands.
//!
//! Patterns say no more than the check does: a value that they refuse is refused by it, too.

use crate::rulebook::Json;
use crate::rulebook::names::Kind;
use crate::rulebook::shape::{COMPUTED, Operand, WHEN};
use crate::rulebook::text::Locale;

use super::ids::OPTIONS;
use super::{Keywords, Writer, any_of, entry, pattern, plain, string};

/// Definitions in the order in which they are met.
#[derive(Default)]
pub(super) struct Defined(Vec<(String, Json)>);

impl Defined {
    /// Opens a definition; nothing if there is one with this name, open or not.
    pub(super) fn begin(&mut self, name: &str) -> Option<usize> {
        if self.0.iter().any(|(known, _)| known == name) {
            return None;
        }
        self.0.push((name.to_owned(), Json::Null));
        Some(self.0.len() - 1)
    }

    /// Fills an open definition.
    pub(super) fn end(&mut self, place: usize, keywords: Keywords) {
        if let Some((_, definition)) = self.0.get_mut(place) {
            *definition = Json::Object(keywords);
        }
    }

    pub(super) fn into_entries(self) -> Vec<(String, Json)> {
        self.0
    }
}

const ID: &str = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$";

/// Days of the calendar but for 29 February, which is right in some years.
const DATE: &str = "^[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))$";

const DECIMAL: &str = "^-?0*([0-9]{1,11}(\\.[0-9]{1,6}0*)?|100000000000(\\.0+)?)$";

/// The largest whole number that is read as a decimal.
const LARGEST: i64 = 100_000_000_000;

impl Writer {
    /// A new id.
    pub(super) fn id(&mut self) -> Keywords {
        self.define("id", |_| {
            described(
                "An id: lower-case letters, digits and single hyphens, beginning with a letter.",
                pattern(ID),
            )
        })
    }

    /// The id of something that the pack defines.
    pub(super) fn reference(&mut self, kind: Kind) -> Keywords {
        let about =
            format!("The id of a {}; they are defined under `{}`.", kind.noun(), kind.list());
        self.known(&format!("{}-id", kind.noun()), &about, kind.list())
    }

    /// The id of a fact of a kind.
    pub(super) fn fact(&mut self, kind: &str) -> Keywords {
        let about = format!("The id of a fact whose kind is `{kind}`.");
        self.known(&format!("{kind}-fact-id"), &about, kind)
    }

    fn option(&mut self) -> Keywords {
        self.known("option-id", "The id of an option of the fact.", OPTIONS)
    }

    /// One of the pack's ids where they are at hand, and any id where not.
    fn known(&mut self, name: &str, about: &str, list: &str) -> Keywords {
        self.define(name, |writer| {
            let keywords = match writer.ids.as_ref().map(|ids| ids.of(list)) {
                None => pattern(ID),
                // A list to choose from must not be empty; nothing at all is what `not` leaves.
                Some([]) => vec![entry("not", Json::Object(Vec::new()))],
                Some(ids) => {
                    vec![entry(
                        "enum",
                        Json::Array(ids.iter().cloned().map(Json::String).collect()),
                    )]
                }
            };
            described(about, keywords)
        })
    }

    pub(super) fn text(&mut self) -> Keywords {
        self.define("text", |_| {
            let languages = Locale::ALL.map(|locale| {
                let name = match locale {
                    Locale::ZhHans => "简体中文",
                    Locale::ZhHant => "繁體中文",
                    Locale::En => "English",
                };
                entry(locale.tag(), Json::Object(described(name, plain())))
            });
            let object = vec![
                entry("type", string("object")),
                entry("properties", Json::Object(languages.into())),
                entry("minProperties", Json::Integer(1)),
                entry("additionalProperties", Json::Bool(false)),
            ];
            let about = "What people read, once in each language of the pack; a pack of one language may write a \
                         string.";
            described(about, any_of(vec![object, plain()]))
        })
    }

    pub(super) fn date(&mut self) -> Keywords {
        self.define("date", |_| {
            let mut keywords = pattern(DATE);
            keywords.push(entry("format", string("date")));
            described("A day that exists, written YYYY-MM-DD.", keywords)
        })
    }

    pub(super) fn decimal(&mut self) -> Keywords {
        self.define("decimal", |_| {
            let whole = vec![
                entry("type", string("integer")),
                entry("minimum", Json::Integer(-LARGEST)),
                entry("maximum", Json::Integer(LARGEST)),
            ];
            let about =
                "An exact decimal: a whole number, or a string such as \"37.5\" with at most six places.";
            described(about, any_of(vec![pattern(DECIMAL), whole]))
        })
    }

    /// What may stand in a place of an operator.
    pub(super) fn operand(&mut self, operand: Operand) -> Keywords {
        match operand {
            Operand::Count => {
                let whole =
                    vec![entry("type", string("integer")), entry("minimum", Json::Integer(1))];
                described("How many of them.", whole)
            }
            Operand::Condition => self.shape(&WHEN),
            Operand::Subject => {
                let parts = vec![self.reference(Kind::Fact), self.shape(&COMPUTED)];
                described("The fact, or what is computed from facts.", any_of(parts))
            }
            Operand::Value => {
                let truth = vec![entry("type", string("boolean"))];
                let parts = vec![truth, self.option(), self.date(), self.operand(Operand::Number)];
                described("The value: true or false, an option, a day or a number.", any_of(parts))
            }
            Operand::Fact(kind) => self.fact(kind),
            Operand::Options => {
                let option = self.option();
                let list = vec![
                    entry("type", string("array")),
                    entry("items", Json::Object(option.clone())),
                    entry("minItems", Json::Integer(1)),
                ];
                described("An option, or a list of options.", any_of(vec![option, list]))
            }
            Operand::Number => self.define("number", |writer| {
                let computed = writer.shape(&COMPUTED);
                let parts = vec![writer.fact("number"), writer.decimal(), computed];
                described(
                    "A number fact, an exact decimal, or what is computed from them.",
                    any_of(parts),
                )
            }),
            Operand::NumberOrDate => {
                let parts = vec![self.operand(Operand::Number), self.fact("date")];
                described("What is compared: a number, or a date fact.", any_of(parts))
            }
            Operand::Bound => {
                let parts = vec![self.operand(Operand::Number), self.date()];
                described("What it is compared with: a number, or a day.", any_of(parts))
            }
            Operand::Day => {
                let today = vec![entry("const", string("as-of"))];
                let parts = vec![self.date(), today];
                described("A day, or `as-of`: the day asked about.", any_of(parts))
            }
            Operand::Decimal => self.decimal(),
        }
    }
}

fn described(about: &str, keywords: Keywords) -> Keywords {
    let mut described = vec![entry("description", string(about))];
    described.extend(keywords);
    described
}
