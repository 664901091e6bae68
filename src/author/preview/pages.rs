//! The pages that are written from the pack: the rules page, the table to sign, and the checklist.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::coverage::{Coverage, Gap};
use crate::diagnostics::{AuthoredPack, parse, parse_json};
use crate::engine::CompiledCache;
use crate::page::{ScenarioResults, rules_page, sign_off_page};
use crate::rulebook::{Language, Locale};
use crate::scenario::{Scenario, parse_scenarios};

use super::paper::paper;

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
    /// The name of the scenario on the checklist; the first one if it is absent or unknown
    pub scenario: Option<Rc<str>>,
    /// The day and time on the checklist, such as `2031-12-01 09:30`
    pub printed_at: Rc<str>,
}

/// A page that is written from a pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PageKind {
    /// All rules, for the public
    Rules,
    /// The table for the issuing department
    SignOff,
    /// The checklist of a scenario
    Paper,
}

impl PageKind {
    /// The end of the name of its file.
    fn suffix(self) -> &'static str {
        match self {
            PageKind::Rules => "rules",
            PageKind::SignOff => "sign-off",
            PageKind::Paper => "checklist",
        }
    }
}

/// A page. The default is that of a pack with faults.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Page {
    /// The HTML document; empty if there is none
    pub html: Rc<str>,
    /// The `@page` rule at the end of its style; empty if it has none
    pub margins: String,
    /// The name of its file
    pub file_name: String,
    /// The language of the page
    pub locale: Option<Locale>,
    /// The languages of the pack
    pub languages: Vec<Language>,
    /// Whether there is no page because a scenario has other results than expected
    pub has_failed_scenarios: bool,
    /// The names of the scenarios that can be on the page
    pub scenarios: Vec<Rc<str>>,
    /// The one on the page
    pub scenario: Option<Rc<str>>,
}

impl Page {
    /// The document for a frame of the authoring page: without the `@page` rule, whose texts no
    /// Content-Security-Policy can allow by a hash.
    pub fn frame_html(&self) -> String {
        match self.margins.is_empty() {
            true => self.html.to_string(),
            false => self.html.replacen(&format!("\n{}</style>", self.margins), "</style>", 1),
        }
    }
}

/// Writes a page.
pub async fn page(input: &PageInput) -> Page {
    let Ok(authored) = parse(&input.text) else { return Page::default() };
    let pack = &authored.pack;
    let locale = pack.language(input.locale);
    let languages = pack.languages.iter();
    let languages =
        languages.map(|locale| Language { locale: *locale, name: pack.native_name(*locale) });
    let mut page = Page {
        file_name: format!("{}-{}.{}.html", pack.id, input.kind.suffix(), locale.tag()),
        locale: Some(locale),
        languages: languages.collect(),
        ..Page::default()
    };
    match input.kind {
        PageKind::Rules => page.html = rules_page(pack, locale, &[], None).await.into(),
        PageKind::SignOff if has_failures(&authored, &input.scenarios) => {
            page.has_failed_scenarios = true;
        }
        PageKind::SignOff => {
            page.html = sign_off(&authored, &input.scenarios, locale).await.into();
        }
        PageKind::Paper => {
            let scenarios = scenarios_in(&authored, &input.scenarios);
            page.scenarios = scenarios.iter().map(|one| one.name.as_str().into()).collect();
            let wanted = scenarios.iter().find(|one| input.scenario.as_deref() == Some(&one.name));
            if let Some(scenario) = wanted.or(scenarios.first()) {
                let paper = paper(pack, scenario, locale, &input.printed_at).await;
                page.scenario = Some(scenario.name.as_str().into());
                (page.html, page.margins) = (paper.html.into(), paper.margins);
            }
        }
    }
    page
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
