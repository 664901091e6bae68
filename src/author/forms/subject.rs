//! What a test is about: a fact, a class, a named condition, another measure, or a computed number.

use crate::author::model::{ConditionForm, FactForm, NumberForm, default_condition, operators};
use crate::author::ui::SelectGroup;
use crate::rulebook::{Json, Kind};

use super::form_pack::FormPack;

/// The first day of the pack, for conditions with a date to begin with.
pub(super) fn first_day(pack: &FormPack) -> String {
    let from = pack.document.value("/in-force/from").and_then(Json::as_str);
    from.unwrap_or("2026-01-01").to_owned()
}

/// The value of the menu for the subject of a condition.
pub(super) fn subject_of(form: &ConditionForm) -> String {
    match form {
        ConditionForm::Term(id) => format!("term:{id}"),
        ConditionForm::Met(id) => format!("met:{id}"),
        ConditionForm::Class(id, _) => format!("class:{id}"),
        ConditionForm::Date(id, ..) => format!("fact:{id}"),
        other => match other.fact_operator() {
            Some((id, _)) => format!("fact:{id}"),
            None => "number".to_owned(),
        },
    }
}

/// All subjects, by kind.
pub(super) fn subjects(pack: &FormPack) -> Vec<SelectGroup> {
    let words = pack.words();
    let of_kind = |prefix: &str, kind: Kind| -> Vec<(String, String)> {
        let entries = pack.outline.of(kind).iter();
        entries
            .map(|entry| (format!("{prefix}:{}", entry.id), titled(&entry.title, &entry.id)))
            .collect()
    };
    let facts = pack.facts.facts.iter().map(|fact| (format!("fact:{}", fact.id), fact_title(fact)));
    let named = [("number".to_owned(), words.computed_number.to_owned())];
    vec![
        SelectGroup::headed(words.kind(Kind::Fact), facts),
        SelectGroup::headed(words.kind(Kind::Term), of_kind("term", Kind::Term)),
        SelectGroup::headed(words.kind(Kind::Class), of_kind("class", Kind::Class)),
        SelectGroup::headed(words.kind(Kind::Measure), of_kind("met", Kind::Measure)),
        SelectGroup::headed(words.numbers, named),
    ]
}

/// A condition to begin with about a subject. `None` if there is none, such as for a fact with a
/// faulty kind.
pub(super) fn default_test(pack: &FormPack, subject: &str) -> Option<Json> {
    let one = |key: &str, value: Json| Json::Object(vec![(key.to_owned(), value)]);
    let string = |text: &str| Json::String(text.to_owned());
    match subject.split_once(':') {
        Some(("fact", id)) => {
            let fact = pack.facts.find(id)?;
            let operator = *operators(&fact.kind).first()?;
            default_condition(fact, operator, &first_day(pack))
        }
        Some(("term", id)) => Some(one("term", string(id))),
        Some(("met", id)) => Some(one("met", string(id))),
        Some(("class", id)) => {
            let first = pack.options(id).into_iter().next().map(|value| Json::String(value.id));
            let values = Json::Array(first.into_iter().collect());
            Some(one("class", Json::Array(vec![string(id), values])))
        }
        _ => {
            let sum = NumberForm::Sum(vec![NumberForm::Constant(Json::Integer(1))]).to_json();
            Some(one("at-least", Json::Array(vec![sum, Json::Integer(1)])))
        }
    }
}

/// The question and the id of a fact.
pub(super) fn fact_title(fact: &FactForm) -> String {
    titled(&fact.question, &fact.id)
}

fn titled(title: &str, id: &str) -> String {
    if title == id || title.is_empty() { id.to_owned() } else { format!("{title} ({id})") }
}
