//! Writes the parts of a slim pack.

use std::collections::BTreeMap;

use crate::rulebook::{
    Criterion, Date, Decimal, Document, Fact, FactKind, Id, Json, Limit, LimitKind, Locale, Measure, Period,
    Provision, RuleBook, Text, Unit,
};

use super::{FORMAT, MARKER, POOLS, marks};

/// The pool of ids and numbers of documents.
const IDS: usize = 0;
/// The pool of Chinese texts.
const CHINESE: usize = 1;
/// The pool of other texts.
const OTHERS: usize = 2;

/// A text that stands more than once is written once if it has at least so many bytes: a shorter one is
/// compressed better where it stands.
const LONG: usize = 20;

/// All items but the checksum.
pub(super) fn pack(book: &RuleBook, locale: Locale, interface: &[String]) -> Vec<Json> {
    let mut head = vec![
        string(MARKER),
        Json::Integer(FORMAT),
        Json::String(format!("{:016x}", book.fingerprint)),
        string(&book.id),
        string(&book.version),
        string(locale.tag()),
    ];
    let mut rest = Writer { book, locale }.rest();
    let mut counts = BTreeMap::new();
    rest.iter().for_each(|json| count(json, &mut counts));
    let mut shared = Vec::new();
    rest.iter_mut().for_each(|json| share(json, &counts, &mut shared));
    let mut pools = [const { Vec::new() }; POOLS];
    rest.iter_mut().for_each(|json| pour(json, &mut pools));
    head.push(list(shared.iter().map(|text| string(text))));
    head.extend(pools.into_iter().map(|pool| list(pool.into_iter())));
    head.extend(rest);
    // Apart from the rules' strings, so that each can be weighed by itself.
    head.push(list(interface.iter().map(|text| string(text))));
    head
}

/// Puts every string into its pool, and the pool's number in its stead. Strings of a kind side by side are compressed
/// better than each in its place: by a twentieth of the file.
fn pour(json: &mut Json, pools: &mut [Vec<Json>; POOLS]) {
    match json {
        Json::String(text) => {
            let pool = if text.chars().any(|char| char >= '\u{3400}') {
                CHINESE
            } else if text.contains(' ') {
                OTHERS
            } else {
                IDS
            };
            if let Some(pool) = pools.get_mut(pool) {
                pool.push(Json::String(std::mem::take(text)));
            }
            *json = integer(pool);
        }
        Json::Array(items) => items.iter_mut().for_each(|item| pour(item, pools)),
        _ => {}
    }
}

/// How often each string stands there.
fn count(json: &Json, counts: &mut BTreeMap<String, usize>) {
    match json {
        Json::String(text) => *counts.entry(text.clone()).or_default() += 1,
        _ => json.items().iter().for_each(|item| count(item, counts)),
    }
}

/// Puts places in the stead of strings that stand more than once.
fn share(json: &mut Json, counts: &BTreeMap<String, usize>, shared: &mut Vec<String>) {
    match json {
        Json::String(text) if text.len() >= LONG && counts.get(text).is_some_and(|count| *count > 1) => {
            let known = shared.iter().position(|other| other == text);
            let place = known.unwrap_or(shared.len());
            if known.is_none() {
                shared.push(std::mem::take(text));
            }
            *json = integer(POOLS + place);
        }
        Json::Array(items) => items.iter_mut().for_each(|item| share(item, counts, shared)),
        _ => {}
    }
}

/// What to write, and in which language.
pub(super) struct Writer<'a> {
    pub(super) book: &'a RuleBook,
    pub(super) locale: Locale,
}

impl Writer<'_> {
    fn rest(&self) -> Vec<Json> {
        let book = self.book;
        let [from, to] = period(&book.in_force);
        vec![
            self.text(&book.title),
            from,
            to,
            list(book.repeals.iter().map(|number| string(number))),
            list(book.followed_by.iter().map(|number| string(number))),
            list(book.documents.iter().map(|(_, document)| self.document(document))),
            list(book.provisions.iter().map(|(_, provision)| self.provision(provision))),
            list(book.notices.iter().map(|notice| row([self.text(&notice.text), places(&notice.provision)]))),
            list(
                book.sections
                    .iter()
                    .map(|(_, section)| row([string(&section.id), self.text(&section.title)])),
            ),
            list(book.facts.iter().map(|(_, fact)| self.fact(fact))),
            list(book.terms.iter().map(|(_, term)| row([string(&term.id), self.when(&term.when)]))),
            list(book.facts.iter().map(|(_, fact)| self.maybe_when(fact.ask_when.as_ref()))),
            list(book.materials.iter().map(|(_, material)| {
                row([
                    string(&material.id),
                    self.text(&material.title),
                    self.maybe_text(material.note.as_ref()),
                ])
            })),
            list(book.offices.iter().map(|(_, office)| {
                row([
                    string(&office.id),
                    self.text(&office.title),
                    self.maybe_text(office.address.as_ref()),
                    self.maybe_text(office.hours.as_ref()),
                    maybe(office.phone.as_deref().map(string)),
                ])
            })),
            list(book.measures.iter().map(|(_, measure)| self.measure(measure))),
            list(book.limits.iter().map(|limit| self.limit(limit))),
            list(book.units.iter().map(|unit| self.unit(unit))),
        ]
    }

    fn document(&self, document: &Document) -> Json {
        let [from, to] = period(&document.in_force);
        let number = document.number.as_deref().map(string);
        row([string(&document.id), self.text(&document.title), maybe(number), from, to])
    }

    fn provision(&self, provision: &Provision) -> Json {
        row([
            string(&provision.id),
            integer(provision.document.place()),
            string(&provision.clause),
            integer(provision.evidence as usize),
            maybe(provision.quote.as_deref().map(string)),
            self.maybe_text(provision.summary.as_ref()),
        ])
    }

    fn fact(&self, fact: &Fact) -> Json {
        row([
            string(&fact.id),
            self.fact_kind(&fact.kind),
            integer(fact.section.place()),
            self.text(&fact.question),
            self.maybe_text(fact.hint.as_ref()),
            if fact.changeable { Json::Null } else { Json::Integer(1) },
        ])
    }

    fn fact_kind(&self, kind: &FactKind) -> Json {
        let mut items = vec![Json::Integer(marks::kind(kind))];
        if let FactKind::Number(number) = kind {
            items.extend([
                string(&number.unit),
                maybe(number.min.map(decimal)),
                maybe(number.max.map(decimal)),
                maybe((number.decimals > 0).then(|| Json::Integer(i64::from(number.decimals)))),
            ]);
        }
        items.extend(kind.options().iter().flat_map(|option| [string(&option.id), self.text(&option.label)]));
        row(items)
    }

    fn measure(&self, measure: &Measure) -> Json {
        let [from, to] = period(&measure.in_force);
        row([
            string(&measure.id),
            self.text(&measure.title),
            self.text(&measure.summary),
            places(&measure.provision),
            list(measure.criteria.iter().map(|criterion| self.criterion(criterion))),
            self.grant(&measure.grants),
            list(measure.steps.iter().map(|step| self.text(step))),
            maybe(measure.office.map(|office| integer(office.place()))),
            self.maybe_when(measure.applies_when.as_ref()),
            list(measure.materials.iter().map(|used| {
                // One number for both, which stands only where a pack says one of them.
                let handed_in =
                    2 * used.copies.map_or(0, |copies| usize::from(copies.get())) + usize::from(used.exempt);
                let handed_in = maybe((handed_in > 0).then(|| integer(handed_in)));
                row([integer(used.material.place()), self.maybe_when(used.when.as_ref()), handed_in])
            })),
            list(measure.windows.iter().map(|window| {
                let [from, to] = period(&window.period);
                row([from, to, self.maybe_text(window.label.as_ref())])
            })),
            list(measure.duties.iter().map(|duty| self.text(duty))),
            from,
            to,
        ])
    }

    fn criterion(&self, criterion: &Criterion) -> Json {
        row([
            string(&criterion.id),
            self.text(&criterion.label),
            places(&criterion.provision),
            integer(criterion.grade as usize),
            self.maybe_when(criterion.when.as_ref()),
        ])
    }

    fn limit(&self, limit: &Limit) -> Json {
        let mut items = vec![places(&limit.measures), self.text(&limit.label), places(&limit.provision)];
        match &limit.kind {
            LimitKind::AtMostOne => items.push(Json::Integer(marks::AT_MOST_ONE)),
            LimitKind::HighestOnly => items.push(Json::Integer(marks::HIGHEST_ONLY)),
            LimitKind::SameMatter => items.push(Json::Integer(marks::SAME_MATTER)),
            LimitKind::Cap(money) => {
                items.extend([Json::Integer(marks::CAP), decimal(money.amount), string(&money.unit)]);
            }
        }
        row(items)
    }

    fn unit(&self, unit: &Unit) -> Json {
        let mut items = vec![string(&unit.unit), self.text(&unit.title)];
        if let Some(written_out) = &unit.written_out {
            items.extend([self.text(&written_out.text), integer(written_out.zeros)]);
        }
        row(items)
    }

    pub(super) fn text(&self, text: &Text) -> Json {
        string(&text.get(self.locale))
    }

    pub(super) fn maybe_text(&self, text: Option<&Text>) -> Json {
        maybe(text.map(|text| self.text(text)))
    }
}

pub(super) fn string(text: &str) -> Json {
    Json::String(text.to_owned())
}

pub(super) fn integer(number: usize) -> Json {
    // OK because nothing counted here comes near 2⁶³.
    Json::Integer(i64::try_from(number).unwrap_or_default())
}

pub(super) fn decimal(decimal: Decimal) -> Json {
    let millionths = Json::Integer(decimal.millionths());
    whole(decimal).map_or(Json::Array(vec![millionths]), Json::Integer)
}

/// A decimal without places.
pub(super) fn whole(decimal: Decimal) -> Option<i64> {
    let whole = decimal.millionths() / 1_000_000;
    (Decimal::whole(whole) == decimal).then_some(whole)
}

pub(super) fn date(date: Date) -> Json {
    let month_and_day = i64::from(date.month()) * 100 + i64::from(date.day());
    Json::Integer(i64::from(date.year()) * 10_000 + month_and_day)
}

fn period(period: &Period) -> [Json; 2] {
    [period.from, period.to].map(|day| maybe(day.map(date)))
}

pub(super) fn places<I: Id>(ids: &[I]) -> Json {
    list(ids.iter().map(|id| integer(id.place())))
}

pub(super) fn maybe(json: Option<Json>) -> Json {
    json.unwrap_or(Json::Null)
}

/// A list of any length; an empty one is absent.
pub(super) fn list(items: impl Iterator<Item = Json>) -> Json {
    let items: Vec<Json> = items.collect();
    if items.is_empty() { Json::Null } else { Json::Array(items) }
}

/// A list with fixed places; what is absent at its end is left out.
pub(super) fn row(items: impl IntoIterator<Item = Json>) -> Json {
    let mut items: Vec<Json> = items.into_iter().collect();
    while items.last() == Some(&Json::Null) {
        items.pop();
    }
    Json::Array(items)
}
