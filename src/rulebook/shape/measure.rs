//! The shape of what can be met: measures with their criteria, grants, papers and places, and limits among them.

use crate::rulebook::material::MaterialUse;
use crate::rulebook::names::Kind;

use super::condition::{quantity, when};
use super::{CITED, EVIDENCE, Hinge, PERIOD, Shape, may, must};

const TEXTS: Shape = Shape::List(0, &Shape::Text);

pub(super) static MEASURE: Shape = Shape::Named(
    "measure",
    &Shape::Record(&[
        must("id", Shape::Id, "The measure's name in answers, scenarios and output."),
        must("title", Shape::Text, "What people call it."),
        must("summary", Shape::Text, "What it gives and to whom, in plain words."),
        must("provision", CITED, "The provisions that create it."),
        may(
            "applies-when",
            when(),
            "Whom it concerns; everyone, if absent. To anyone else it is not applicable, which is not a failure.",
        ),
        must("criteria", Shape::List(1, &CRITERION), "What must hold, in the text's own order."),
        must("grants", GRANT, "What it grants, and how sure the figure is."),
        may(
            "materials",
            Shape::List(0, &Shape::RefOr(Kind::Material, &MATERIAL_USE)),
            "The papers to bring: the id of one that is always asked for, or an object with the condition.",
        ),
        may("office", Shape::Ref(Kind::Office), "Where to apply."),
        may("windows", Shape::List(0, &WINDOW), "When applications are taken."),
        may("steps", TEXTS, "What to do, in order."),
        may("duties", TEXTS, "What the applicant is bound to afterwards."),
        may("in-force", PERIOD, "When the measure is in force; as long as the policy, if absent."),
    ]),
);

static CRITERION: Shape = Shape::Named(
    "criterion",
    &Shape::Hinged(
        &[
            must("id", Shape::Id, "The criterion's name within the measure."),
            must("label", Shape::Text, "What it asks, in plain words."),
            may(
                "when",
                when(),
                "The condition. A directional criterion without one is left to the office.",
            ),
            must(
                "provision",
                CITED,
                "The provision that it encodes: one criterion for one provision.",
            ),
            must(
                "grade",
                Shape::Word(&["explicit", "directional"]),
                "`explicit`: the text fixes the test. `directional`: the text only points, and the office decides.",
            ),
        ],
        Hinge {
            key: "grade",
            word: "explicit",
            noun: "explicit criterion",
            needs: &["when"],
            only: false,
        },
    ),
);

const GRANT: Shape = Shape::Named(
    "grant",
    &Shape::OneOf(
        &[
            must("fixed", MONEY, "Exactly so much."),
            must("up-to", MONEY, "At most so much; the text says no more."),
            must("tiers", TIERS, "So much by where a number lies."),
            must("rate", RATE, "So many percent of a number."),
            must("in-kind", Shape::Text, "What is given, where that is not money."),
            must(
                "unspecified",
                Shape::Record(&[]),
                "No published text gives a figure: an empty object.",
            ),
        ],
        &[
            must(
                "evidence",
                EVIDENCE,
                "How sure the figure is. A secondary figure is shown as such and never summed.",
            ),
            must("provision", CITED, "The provisions that state the figure."),
            may("note", Shape::Text, "What else there is to know, such as payment in two parts."),
            may(
                "period",
                GRANT_PERIOD,
                "For a grant that is paid again and again: its figures are then for one payment.",
            ),
        ],
    ),
);

const GRANT_PERIOD: Shape = Shape::Record(&[
    must("every", Shape::Word(&["month", "quarter", "year"]), "How often a payment comes."),
    may(
        "times",
        Shape::Whole(1, 1000),
        "At most so many payments; leave it out if that is not published.",
    ),
]);

const MONEY: Shape = Shape::Named(
    "money",
    &Shape::Record(&[
        must("amount", Shape::Decimal, "How much; a decimal stands in quotes."),
        must("unit", Shape::Plain, "Of what, such as 万元."),
    ]),
);

const TIERS: Shape = Shape::Named(
    "tiers",
    &Shape::Record(&[
        must("by", quantity(), "The number that decides the tier."),
        must("unit", Shape::Plain, "The unit of the amounts, such as 万元."),
        must("tiers", Shape::List(1, &TIER), "The tiers, in the text's own order."),
    ]),
);

static TIER: Shape = Shape::Record(&[
    must("from", Shape::Decimal, "The least number of the tier, which belongs to it."),
    must("to", Shape::Decimal, "The greatest number of the tier, which belongs to it."),
    must("amount", Shape::Decimal, "What is granted in it."),
]);

const RATE: Shape = Shape::Named(
    "rate",
    &Shape::Record(&[
        must("percent", Shape::Decimal, "So many percent."),
        must("of", quantity(), "Of this number, which has the unit of the amount."),
        may("cap", Shape::Decimal, "At most so much; leave it out if no cap is published."),
        must("unit", Shape::Plain, "The unit of the amount, such as 万元."),
    ]),
);

static WINDOW: Shape = Shape::Named(
    "window",
    &Shape::Record(&[
        must("from", Shape::Date, "The first day on which applications are taken."),
        must("to", Shape::Date, "The last day on which they are."),
        may("label", Shape::Text, "What the window is for, such as the first round."),
    ]),
);

static MATERIAL_USE: Shape = Shape::Named(
    "material-use",
    &Shape::Record(&[
        must("material", Shape::Ref(Kind::Material), "The paper."),
        may("when", when(), "When it is asked for; always, if absent."),
        may(
            "exempt",
            Shape::Flag,
            "`true` if it is needed but need not be handed in (免提交): the office gets it itself.",
        ),
        may(
            "copies",
            Shape::Whole(1, MaterialUse::MOST_COPIES as i64),
            "How many copies this measure asks for; leave it out if no published text says so.",
        ),
    ]),
);

pub(super) static LIMIT: Shape = Shape::Named(
    "limit",
    &Shape::Hinged(
        &[
            must(
                "kind",
                Shape::Word(&["at-most-one", "highest-only", "same-matter", "cap"]),
                "`at-most-one`: the applicant chooses one. `highest-only`: the one with the highest amount counts \
                 (就高不就低). `same-matter`: they support one matter, which is supported once. `cap`: together no more \
                 than `amount` in `unit`.",
            ),
            must(
                "measures",
                Shape::List(1, &Shape::Ref(Kind::Measure)),
                "The measures it is about, each once.",
            ),
            must(
                "label",
                Shape::Text,
                "What it says, in plain words; people read it as the reason.",
            ),
            must("provision", CITED, "The provisions that say so."),
            may("amount", Shape::Decimal, "The most that they come to together; only for a cap."),
            may("unit", Shape::Plain, "The unit of that amount, such as 万元; only for a cap."),
        ],
        Hinge { key: "kind", word: "cap", noun: "cap", needs: &["amount", "unit"], only: true },
    ),
);

pub(super) static MATERIAL: Shape = Shape::Named(
    "material",
    &Shape::Record(&[
        must("id", Shape::Id, "The paper's name in this pack."),
        must("title", Shape::Text, "What people call it."),
        may("note", Shape::Text, "How it must be: copies, stamps, forms."),
    ]),
);

pub(super) static OFFICE: Shape = Shape::Named(
    "office",
    &Shape::Record(&[
        must("id", Shape::Id, "The office's name in this pack."),
        must("title", Shape::Text, "What people call it."),
        may("address", Shape::Text, "Where it is, if a published text says so."),
        may("hours", Shape::Text, "When it is open, if a published text says so."),
        may("phone", Shape::Plain, "Its telephone number, if a published text says so."),
    ]),
);
