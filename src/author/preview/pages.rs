//! The pages that are written from the pack: the rules page, and the table to sign.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::coverage::{Coverage, Gap};
use crate::diagnostics::{AuthoredPack, parse, parse_json};
use crate::engine::CompiledCache;
use crate::page::{ScenarioResults, rules_page, sign_off_page};
use crate::rulebook::{Language, Locale};
use crate::scenario::{Scenario, parse_scenarios};

/// A page to write.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PageInput {
    /// The text of the pack
    pub text: Rc<str>,
    /// The text of the scenarios; empty if there are none
    pub scenarios: Rc<str>,
    /// The page
    pub kind: PageKind,
    /// The language; the first of the pack if the pack does not have it
    pub locale: Locale,
}

/// A page that is written from a pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PageKind {
    /// All rules, for the public
    Rules,
    /// The table for the issuing department
    SignOff,
}

/// A page. The default is that of a pack with faults.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Page {
    /// The HTML document; empty if there is none
    pub html: Rc<str>,
    /// The language of the page
    pub locale: Option<Locale>,
    /// The languages of the pack
    pub languages: Vec<Language>,
    /// Whether there is no page because a scenario has other results than expected
    pub has_failed_scenarios: bool,
}

/// Writes a page.
pub async fn page(input: &PageInput) -> Page {
    let Ok(authored) = parse(&input.text) else { return Page::default() };
    let pack = &authored.pack;
    let locale = pack.language(input.locale);
    let (html, has_failed_scenarios) = match input.kind {
        PageKind::Rules => (rules_page(pack, locale, &[], None).await, false),
        PageKind::SignOff if has_failures(&authored, &input.scenarios) => (String::new(), true),
        PageKind::SignOff => (sign_off(&authored, &input.scenarios, locale).await, false),
    };
    let languages = pack.languages.iter();
    let languages =
        languages.map(|locale| Language { locale: *locale, name: pack.native_name(*locale) });
    Page {
        html: html.into(),
        locale: Some(locale),
        languages: languages.collect(),
        has_failed_scenarios,
    }
}

/// The table to sign, as `eligibility rulebook --sign-off` writes it. A text with faults has no
/// scenarios.
pub(in crate::author) async fn sign_off(
    authored: &AuthoredPack,
    scenarios: &str,
    locale: Locale,
) -> String {
    let AuthoredPack { pack, json, .. } = authored;
    let mut coverage = Coverage::new(pack, json);
    let mut compiled = CompiledCache::default();
    for scenario in scenarios_in(authored, scenarios) {
        let result = scenario.run(pack, &mut compiled);
        coverage.add(&scenario, &result.assessment);
    }
    let gaps: Vec<String> = coverage.report().gaps.iter().map(Gap::to_string).collect();
    let measures = coverage.by_measure();
    let results =
        ScenarioResults { scenarios: coverage.scenarios(), measures: &measures, gaps: &gaps };
    sign_off_page(pack, locale, results).await
}

fn has_failures(authored: &AuthoredPack, scenarios: &str) -> bool {
    let mut compiled = CompiledCache::default();
    let scenarios = scenarios_in(authored, scenarios);
    scenarios.iter().any(|scenario| !scenario.run(&authored.pack, &mut compiled).passed())
}

fn scenarios_in(authored: &AuthoredPack, text: &str) -> Vec<Scenario> {
    let json = parse_json(text).ok();
    json.and_then(|json| parse_scenarios(&authored.pack, &json).ok()).unwrap_or_default()
}
