//! The whole publication.

use std::collections::BTreeMap;

use crate::author::checks::{ScenarioChecks, check, run_scenarios};
use crate::author::preview::sign_off;
use crate::author::text::Texts;
use crate::bundle::{BundleError, MemoryFolder, bundle, reject_version_folder};
use crate::diagnostics::{AuthoredPack, parse};
use crate::rulebook::{Locale, format_date, parse_date};

use super::archive::zip_of;
use super::input::PublishInput;
use super::instructions::instructions;
use super::plan::{Concerns, Plan, apply, files_after};
use super::policies::{SitePolicies, site_policies};
use super::record::Record;
use super::record_text::record_text;
use super::refusal::Refusal;
use super::site::open_site;

/// The folder of the site in the ZIP file.
pub const SITE: &str = "site";

/// The folder next to it, with the record and the instructions.
pub const RECORD: &str = "record";

/// The beginning of the names of files with scenarios there.
pub(super) const SCENARIOS: &str = "scenarios";

/// The guides for the web team.
const GUIDES: [(&str, &str); 5] = [
    ("hosting.md", include_str!("../../../docs/guides/hosting.md")),
    ("hosting/nginx.conf", include_str!("../../../docs/guides/hosting/nginx.conf")),
    ("hosting/web.config", include_str!("../../../docs/guides/hosting/web.config")),
    ("hosting/web.xml", include_str!("../../../docs/guides/hosting/web.xml")),
    ("update-the-rules.md", include_str!("../../../docs/guides/update-the-rules.md")),
];

/// A publication.
#[derive(Clone, Debug, PartialEq)]
pub struct Publication {
    /// What it changes
    pub plan: Plan,
    /// The site and the record, as a ZIP file
    pub zip: Vec<u8>,
}

/// Publishes a pack into the site in a ZIP file.
///
/// # Errors
///
/// The pack has faults, or the site cannot be used.
pub async fn publish(input: &PublishInput, site: &[u8]) -> Result<Publication, Refusal> {
    let document = &input.document;
    let authored = parse(&document.text).map_err(|faults| Refusal::Faults(faults.len()))?;
    let checks = check(document);
    let tried = run_scenarios(&authored, &input.scenarios);
    if !tried.faults.is_empty() {
        return Err(Refusal::ScenarioFaults(tried.faults.len()));
    }
    let date = parse_date(&input.date).ok_or_else(|| Refusal::Failed(input.date.to_string()))?;
    let opened = open_site(site).map_err(Refusal::Site)?;
    for name in [&*input.site_name, &*opened.folder] {
        reject_version_folder(name).map_err(refuse)?;
    }
    let SitePolicies { policies, ids, others, lost, uncounted } =
        site_policies(&authored, &input.scenarios, &input.others, &opened)?;
    let changes = bundle(&opened.files, None, &policies).await.map_err(refuse)?;
    let after = apply(&opened.files, &changes);
    let pack = &authored.pack;
    let before = if input.is_new_site { &MemoryFolder::default() } else { &opened.files };
    let removed = changes.removed.iter().filter(|(name, _)| before.0.contains_key(name));
    let removed = removed.map(|(name, why)| (name.clone(), (*why).to_owned()));
    let plan = Plan {
        file_name: format!("{}-{}.zip", pack.id, format_date(date)),
        files: files_after(before, &after),
        removed: removed.collect(),
        messages: changes.messages,
        concerns: Concerns { uncounted, ..Concerns::new(&checks, &tried, lost) },
    };
    let mut files = BTreeMap::new();
    for (name, content) in after.0 {
        files.insert(format!("{SITE}/{name}"), content);
    }
    let mut add = |name: &str, text: &str| {
        files.insert(format!("{RECORD}/{name}"), text.as_bytes().to_vec());
    };
    add("rules.json", &document.text);
    if !input.scenarios.trim().is_empty() {
        add(&format!("{SCENARIOS}.json"), &input.scenarios);
    }
    for other in &others {
        let folder = format!("others/{}", other.pack.id);
        add(&format!("{folder}/rules.json"), &other.text);
        for (index, text) in other.scenarios.iter().enumerate() {
            let number = if index == 0 { String::new() } else { format!("-{}", index + 1) };
            add(&format!("{folder}/{SCENARIOS}{number}.json"), text);
        }
    }
    for (name, text) in GUIDES {
        add(&format!("guides/{name}"), text);
    }
    let sheets = sign_off_sheets(&authored, &tried, &input.scenarios).await;
    for (name, text) in &sheets {
        add(name, text);
    }
    let record = Record::new(input, &authored, &checks, &tried, &plan, &ids)
        .with_sign_off(!sheets.is_empty());
    add("record.json", &record.json());
    add("record.txt", &for_notepad(&record_text(&record, &Texts::of(input.locale))));
    for locale in interface_languages(&authored) {
        let text = for_notepad(&instructions(locale, &record));
        add(&format!("INSTRUCTIONS.{}.txt", locale.tag()), &text);
    }
    let zip = zip_of(&files).map_err(|error| Refusal::Failed(error.to_string()))?;
    Ok(Publication { plan, zip })
}

fn refuse(error: BundleError) -> Refusal {
    Refusal::Bundle(error.to_string())
}

/// The table to sign, in each language of the pack. None if a scenario fails, or there are none:
/// nobody must sign untested rules.
async fn sign_off_sheets(
    authored: &AuthoredPack,
    tried: &ScenarioChecks,
    scenarios: &str,
) -> Vec<(String, String)> {
    let results = &tried.results;
    if results.is_empty() || results.iter().any(|result| !result.differences.is_empty()) {
        return Vec::new();
    }
    let mut sheets = Vec::new();
    for (index, locale) in authored.pack.languages.iter().enumerate() {
        let name = match index {
            0 => "sign-off.html".to_owned(),
            _ => format!("sign-off.{}.html", locale.tag()),
        };
        sheets.push((name, sign_off(authored, scenarios, *locale).await));
    }
    sheets
}

/// The languages of the instructions: those of the pack that the page has, or English.
fn interface_languages(authored: &AuthoredPack) -> Vec<Locale> {
    let mut languages: Vec<Locale> = Vec::new();
    for locale in authored.pack.languages.iter().map(|locale| locale.interface()) {
        if !languages.contains(&locale) {
            languages.push(locale);
        }
    }
    languages
}

/// A text for the editors of older versions of Windows: with a byte order mark and CRLF.
fn for_notepad(text: &str) -> String {
    format!("\u{feff}{}", text.replace('\n', "\r\n"))
}
