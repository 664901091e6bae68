//! Changes of grants.

use crate::author::document::{Document, EditError, Edits, join};
use crate::rulebook::Json;

use super::build::{list, object, one, str_at, string};
use super::facts::{FactKindForm, Facts};
use super::measure::GrantKind;
use super::template::{provisions_of, text};

/// Changes the kind of a grant. Its amount and its unit stay where both kinds have them; evidence,
/// provisions and notes stay.
///
/// # Errors
///
/// [`EditError::NoValue`], [`EditError::NotAnObject`]
pub fn set_grant(document: &Document, measure: &str, kind: GrantKind) -> Result<Edits, EditError> {
    let pointer = join(measure, "grants");
    let pack = document.json();
    let Some(grant) = document.value(&pointer) else {
        let evidence = ("evidence", string("official-text"));
        let cited = provisions_of(pack, document.value(measure).unwrap_or(&Json::Null));
        let provision = ("provision", cited);
        let figure = (kind.key(), figure(pack, None, kind));
        return document.put(measure, "grants", &object([figure, evidence, provision]));
    };
    let is_figure = |key: &str| GrantKind::ALL.iter().any(|kind| kind.key() == key);
    let old = grant.entries().iter().find(|(key, _)| is_figure(key));
    if old.is_some_and(|(key, _)| key == kind.key()) {
        return Ok(Edits::none());
    }
    let new = (kind.key(), figure(pack, old.map(|(_, figure)| figure), kind));
    let rest = grant.entries().iter().filter(|(key, _)| !is_figure(key));
    let rest = rest.map(|(key, value)| (key.as_str(), value.clone()));
    document.set(&pointer, &object([new].into_iter().chain(rest)))
}

fn figure(pack: &Json, old: Option<&Json>, kind: GrantKind) -> Json {
    let old_at = |key: &str| old.and_then(|old| old.get(key)).cloned();
    let first_tier = || old_at("tiers").and_then(|tiers| tiers.items().first().cloned());
    let amount = || {
        let of_tier = || first_tier().and_then(|tier| tier.get("amount").cloned());
        let found = old_at("amount").or_else(|| old_at("cap")).or_else(of_tier);
        found.unwrap_or(Json::Integer(1))
    };
    let unit = || ("unit", old_at("unit").unwrap_or_else(|| string(first_unit(pack))));
    let number = || old_at("by").or_else(|| old_at("of")).unwrap_or_else(|| number(pack));
    match kind {
        GrantKind::Fixed | GrantKind::UpTo => object([("amount", amount()), unit()]),
        GrantKind::Tiers => {
            let tier =
                [("from", Json::Integer(1)), ("to", Json::Integer(10)), ("amount", amount())];
            object([("by", number()), unit(), ("tiers", list([object(tier)]))])
        }
        GrantKind::Rate => object([("percent", Json::Integer(10)), ("of", number()), unit()]),
        GrantKind::InKind => text(pack, ["得到的服务", "得到的服務", "The benefit"]),
        GrantKind::Unspecified => object([]),
    }
}

/// The first unit of money of the pack.
fn first_unit(pack: &Json) -> &str {
    let units = pack.get("units").map(Json::items).unwrap_or_default();
    units.first().map_or("万元", |unit| str_at(unit, "unit"))
}

fn number(pack: &Json) -> Json {
    let facts = Facts::read(pack, "");
    let fact = facts.facts.iter().find(|fact| matches!(fact.kind, FactKindForm::Number(_)));
    fact.map_or_else(|| one("sum", list([Json::Integer(0)])), |fact| string(&fact.id))
}
