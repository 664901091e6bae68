//! The shared definitions of the schema (`$defs`): ids, texts, dates, decimals, operands.
//!
//! The patterns are no stricter than the shape check: every value that a pattern rejects is also
//! rejected by the check.

use crate::rulebook::Json;
use crate::rulebook::language::Locale;
use crate::rulebook::names::Kind;
use crate::rulebook::shape::{COMPUTED, Operand, WHEN};

use super::ids::OPTIONS;
use super::{Keywords, Writer, any_of, entry, non_empty_string, pattern, string};

/// Definitions in the order of their first use.
#[derive(Default)]
pub(super) struct Definitions(Vec<(String, Json)>);

impl Definitions {
    /// Reserves a definition, and returns its index. Returns `None` if the name is known.
    pub(super) fn begin(&mut self, name: &str) -> Option<usize> {
        if self.0.iter().any(|(known, _)| known == name) {
            return None;
        }
        self.0.push((name.to_owned(), Json::Null));
        Some(self.0.len() - 1)
    }

    /// Fills a reserved definition.
    pub(super) fn end(&mut self, index: usize, keywords: Keywords) {
        if let Some((_, definition)) = self.0.get_mut(index) {
            *definition = Json::Object(keywords);
        }
    }

    pub(super) fn into_entries(self) -> Vec<(String, Json)> {
        self.0
    }
}

/// A BCP 47 tag of language, script, region and variants.
pub(super) const LANGUAGE_TAG: &str =
    "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*$";

const ID: &str = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$";

/// Dates of the calendar. 29 February is allowed in every year.
const DATE: &str = "^[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))$";

const DECIMAL: &str = "^-?0*([0-9]{1,11}(\\.[0-9]{1,6}0*)?|100000000000(\\.0+)?)$";

/// The largest whole number that is a valid decimal.
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

    /// The id of a definition of the pack.
    pub(super) fn reference(&mut self, kind: Kind) -> Keywords {
        let about = format!("The id of {}, defined in `{}`.", kind.with_article(), kind.list());
        self.known(&format!("{}-id", kind.noun()), &about, kind.list())
    }

    /// The id of a fact of a kind.
    pub(super) fn fact(&mut self, kind: &str) -> Keywords {
        let about = format!("The id of a fact whose kind is `{kind}`.");
        self.known(&format!("{kind}-fact-id"), &about, kind)
    }

    fn option(&mut self) -> Keywords {
        self.known(
            "option-id",
            "The id of an option of the fact, or of a value of the class.",
            OPTIONS,
        )
    }

    /// One of the pack's ids if a pack is given, else any id.
    fn known(&mut self, name: &str, about: &str, list: &str) -> Keywords {
        self.define(name, |writer| {
            let keywords = match writer.ids.as_ref().map(|ids| ids.of(list)) {
                None => pattern(ID),
                // `enum` must not be empty. `not` of the empty schema allows no value.
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
                let name = locale.interface_name().unwrap_or_default();
                entry(locale.tag(), Json::Object(described(name, non_empty_string())))
            });
            let other = entry(LANGUAGE_TAG, Json::Object(non_empty_string()));
            let object = vec![
                entry("type", string("object")),
                entry("properties", Json::Object(languages.into())),
                entry("patternProperties", Json::Object(vec![other])),
                entry("minProperties", Json::Integer(1)),
                entry("additionalProperties", Json::Bool(false)),
            ];
            let about =
                "A text in each language of the pack, or a string if the pack has one language.";
            described(about, any_of(vec![object, non_empty_string()]))
        })
    }

    pub(super) fn url(&mut self) -> Keywords {
        self.define("url", |_| described("The address of a web page.", pattern("^https://[!-~]+$")))
    }

    pub(super) fn phone(&mut self) -> Keywords {
        self.define("phone", |_| {
            described("A telephone number: digits, spaces and `+-()`.", pattern("^[0-9 +()-]+$"))
        })
    }

    pub(super) fn date(&mut self) -> Keywords {
        self.define("date", |_| {
            let mut keywords = pattern(DATE);
            keywords.push(entry("format", string("date")));
            described("A date of the calendar, `YYYY-MM-DD`.", keywords)
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
                "An exact decimal: a whole number, or a string such as \"37.5\" with at most six \
                 places.";
            described(about, any_of(vec![pattern(DECIMAL), whole]))
        })
    }

    /// An object of values by fact.
    pub(super) fn answers(&mut self) -> Keywords {
        let option = self.option();
        let value = vec![
            vec![entry("type", string("boolean"))],
            vec![entry("type", string("string"))],
            vec![entry("type", string("integer"))],
            vec![entry("type", string("array")), entry("items", Json::Object(option))],
        ];
        vec![
            entry("type", string("object")),
            entry("propertyNames", Json::Object(self.reference(Kind::Fact))),
            entry("additionalProperties", Json::Object(any_of(value))),
        ]
    }

    /// The keywords for an operand.
    pub(super) fn operand(&mut self, operand: Operand) -> Keywords {
        match operand {
            Operand::Count => {
                let whole =
                    vec![entry("type", string("integer")), entry("minimum", Json::Integer(1))];
                described("The count.", whole)
            }
            Operand::Condition => self.shape(&WHEN),
            Operand::Subject => {
                let parts = vec![self.reference(Kind::Fact), self.shape(&COMPUTED)];
                described("A fact, or a computed number.", any_of(parts))
            }
            Operand::Value => {
                let truth = vec![entry("type", string("boolean"))];
                let number = self.operand(Operand::Number);
                let parts = vec![truth, self.option(), self.date(), self.fact("date"), number];
                described("The value: true or false, an option, a date or a number.", any_of(parts))
            }
            Operand::Fact(kind) => self.fact(kind),
            Operand::Class => self.reference(Kind::Class),
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
                described("A number fact, an exact decimal, or a computed number.", any_of(parts))
            }),
            Operand::NumberOrDate => {
                let parts = vec![self.operand(Operand::Number), self.fact("date")];
                described("The left operand: a number, or a date fact.", any_of(parts))
            }
            Operand::Bound => {
                let parts = vec![self.operand(Operand::Number), self.date(), self.fact("date")];
                described("The right operand: a number, a date, or a date fact.", any_of(parts))
            }
            Operand::Day => {
                let today = vec![entry("const", string("as-of"))];
                let parts = vec![self.date(), today, self.fact("date")];
                let about = "A date, a date fact, or `as-of` for the as-of date.";
                described(about, any_of(parts))
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
