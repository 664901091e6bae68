//! The shapes of measures with their criteria and grants, and of materials, offices and limits.

use crate::rulebook::material::MaterialUse;
use crate::rulebook::names::Kind;

use super::condition::{quantity, when};
use super::{CITED, EVIDENCE, KeyDependency, PERIOD, Shape, TEXTS, optional, required};

pub(super) static MEASURE: Shape = Shape::Named(
    "measure",
    &Shape::Record(&[
        required("id", Shape::Id, "The id of the measure in scenarios and output."),
        required("title", Shape::Text, "The title of the measure."),
        required("summary", Shape::Text, "The grant and its recipients, in plain words."),
        optional("synonyms", TEXTS, "Other words for the measure, for the search."),
        required("provision", CITED, "The provisions that create it."),
        optional(
            "applies-when",
            when(),
            "The condition for the measure to apply to the applicant; applies to everyone if \
             absent. For others the outcome is `not-applicable`.",
        ),
        required(
            "criteria",
            Shape::List(1, &CRITERION),
            "The criteria, in the order of the legal text.",
        ),
        optional(
            "assume",
            Shape::Ref(Kind::Assumption),
            "The assumption for applicants who still plan to come. If its condition holds, the \
             measure is judged with the assumed answers, and its outcome is `met-once-settled`.",
        ),
        required("grants", GRANT, "The grant, with the evidence for its figure."),
        optional(
            "materials",
            Shape::List(0, &Shape::RefOr(Kind::Material, &MATERIAL_USE)),
            "The materials to submit: an id if always required, or an object with the condition.",
        ),
        optional("office", Shape::Ref(Kind::Office), "The office that takes applications."),
        optional(
            "url",
            Shape::Url,
            "The page of the measure, such as its guide or online application: an `https` address.",
        ),
        optional("windows", Shape::List(0, &WINDOW), "The application periods."),
        optional("steps", TEXTS, "The steps of an application, in order."),
        optional("duties", TEXTS, "The obligations of the recipient."),
        optional(
            "in-force",
            PERIOD,
            "When the measure is in force; the period of the policy if absent.",
        ),
        optional(
            "weight",
            Shape::Integer(0, 100),
            "Its value in the choice of the next question. If absent: 3 for an amount of money, \
             otherwise 1, and 0 for measures that are only in topics with `\"ask\": false`. 0: the \
             interview asks nothing for it.",
        ),
    ]),
);

static CRITERION: Shape = Shape::Named(
    "criterion",
    &Shape::DependentRecord(
        &[
            required("id", Shape::Id, "The id of the criterion, unique within the measure."),
            required("label", Shape::Text, "The criterion in plain words."),
            optional(
                "when",
                when(),
                "The condition. Without one, the office decides (directional criteria only).",
            ),
            required(
                "provision",
                CITED,
                "The provisions that it encodes. Write one criterion for one provision.",
            ),
            required(
                "grade",
                Shape::Keyword(&["explicit", "directional"]),
                "`explicit`: the text defines the test. `directional`: the text gives a \
                 direction, and the office decides.",
            ),
        ],
        KeyDependency {
            key: "grade",
            value: "explicit",
            noun: "explicit criterion",
            requires: &["when"],
            is_exclusive: false,
        },
    ),
);

const GRANT: Shape = Shape::Named(
    "grant",
    &Shape::OneOf(
        &[
            required("fixed", MONEY, "A fixed amount."),
            required("up-to", MONEY, "A maximum amount, if the text gives nothing else."),
            required("tiers", TIERS, "Amounts by ranges of a number."),
            required("rate", RATE, "A percentage of a number."),
            required("in-kind", Shape::Text, "A benefit other than money."),
            required(
                "unspecified",
                Shape::Record(&[]),
                "An empty object, if no published text gives a figure.",
            ),
        ],
        &[
            required(
                "evidence",
                EVIDENCE,
                "The source of the figure. A `secondary` figure is shown as such and never summed.",
            ),
            required("provision", CITED, "The provisions that state the figure."),
            optional(
                "note",
                Shape::Text,
                "Further information, such as payment in two instalments.",
            ),
            optional(
                "period",
                GRANT_PERIOD,
                "The periods of a recurring grant. Its figures are for one payment.",
            ),
        ],
    ),
);

const GRANT_PERIOD: Shape = Shape::Record(&[
    required(
        "every",
        Shape::Keyword(&["month", "quarter", "year"]),
        "The interval between payments.",
    ),
    optional(
        "times",
        Shape::Integer(1, 1000),
        "The maximum number of payments. Omit it if not published.",
    ),
]);

const MONEY: Shape = Shape::Named(
    "money",
    &Shape::Record(&[
        required("amount", Shape::Decimal, "The amount. Write a decimal fraction as a string."),
        required("unit", Shape::String, "The unit, such as 万元."),
    ]),
);

const TIERS: Shape = Shape::Named(
    "tiers",
    &Shape::Record(&[
        required("by", quantity(), "The number that selects the tier."),
        required("unit", Shape::String, "The unit of the amounts, such as 万元."),
        required("tiers", Shape::List(1, &TIER), "The tiers, in the order of the legal text."),
    ]),
);

static TIER: Shape = Shape::Record(&[
    required("from", Shape::Decimal, "The smallest number of the tier, included."),
    required("to", Shape::Decimal, "The largest number of the tier, included."),
    required("amount", Shape::Decimal, "The amount granted."),
]);

const RATE: Shape = Shape::Named(
    "rate",
    &Shape::Record(&[
        required("percent", Shape::Decimal, "The percentage."),
        required("of", quantity(), "The number, in the unit of the amount."),
        optional("cap", Shape::Decimal, "The maximum amount. Omit it if not published."),
        required("unit", Shape::String, "The unit of the amount, such as 万元."),
    ]),
);

static WINDOW: Shape = Shape::Named(
    "window",
    &Shape::SomeOf(
        &[
            optional(
                "from",
                Shape::Date,
                "The first day of the application period. Omit it for a deadline.",
            ),
            optional(
                "to",
                Shape::Date,
                "The last day of the application period, included. Omit it if not published.",
            ),
            optional(
                "only-for",
                when(),
                "The condition for the window to be meant for the applicant, such as those of one \
                 province; for everyone if absent.",
            ),
            optional("label", Shape::Text, "A label, such as \"first round\"."),
        ],
        &["from", "to"],
    ),
);

static MATERIAL_USE: Shape = Shape::Named(
    "material-use",
    &Shape::Record(&[
        required("material", Shape::Ref(Kind::Material), "The material."),
        optional("when", when(), "The condition for requiring it; always required if absent."),
        optional(
            "exempt",
            Shape::Bool,
            "`true` if the applicant need not submit it (免提交), because the office obtains it \
             itself.",
        ),
        optional(
            "copies",
            Shape::Integer(1, MaterialUse::MAX_COPIES as i64),
            "The number of copies that this measure requires. Omit it if not published.",
        ),
    ]),
);

pub(super) static LIMIT: Shape = Shape::Named(
    "limit",
    &Shape::DependentRecord(
        &[
            required(
                "kind",
                Shape::Keyword(&["at-most-one", "highest-only", "same-matter", "cap"]),
                "`at-most-one`: the applicant chooses one measure. `highest-only`: only the \
                 measure with the highest amount is granted (就高不就低). `same-matter`: the measures \
                 support the same matter, which is supported only once. `cap`: the sum is at most \
                 `amount` in `unit`.",
            ),
            required(
                "measures",
                Shape::List(1, &Shape::Ref(Kind::Measure)),
                "The measures that it restricts, without duplicates.",
            ),
            required(
                "label",
                Shape::Text,
                "The restriction in plain words, displayed as the reason.",
            ),
            required("provision", CITED, "The provisions that state it."),
            optional("amount", Shape::Decimal, "The maximum of the sum; only for a cap."),
            optional(
                "unit",
                Shape::String,
                "The unit of that amount, such as 万元; only for a cap.",
            ),
        ],
        KeyDependency {
            key: "kind",
            value: "cap",
            noun: "cap",
            requires: &["amount", "unit"],
            is_exclusive: true,
        },
    ),
);

pub(super) static MATERIAL: Shape = Shape::Named(
    "material",
    &Shape::Record(&[
        required("id", Shape::Id, "The id of the material in this pack."),
        required("title", Shape::Text, "The title of the material."),
        optional("note", Shape::Text, "Formal requirements, such as stamps or forms."),
    ]),
);

pub(super) static OFFICE: Shape = Shape::Named(
    "office",
    &Shape::Record(&[
        required("id", Shape::Id, "The id of the office in this pack."),
        required("title", Shape::Text, "The name of the office."),
        optional("address", Shape::Text, "The address, if published."),
        optional("hours", Shape::Text, "The opening hours, if published."),
        optional("phone", Shape::Phone, "The telephone number, if published."),
        optional("url", Shape::Url, "The page of the office: an `https` address."),
    ]),
);
