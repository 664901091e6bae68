//! The record for people.

use crate::author::text::{Texts, fill};

use super::plan::{FileChange, SiteFile};
use super::record::Record;

/// The record as text. The sentences of findings are in English.
pub(super) fn record_text(record: &Record, texts: &Texts) -> String {
    let text = &texts.publish;
    let pack = &record.pack;
    let mut lines = vec![
        text.record_title.to_owned(),
        String::new(),
        fill(text.record_policy, &[&record.title, &pack.id]),
        fill(text.record_version, &[&pack.version, &pack.fingerprint]),
        fill(text.record_date, &[&record.date]),
        fill(text.record_site, &[&record.policies.join(", ")]),
    ];
    let numbers = [pack.measures, pack.facts, pack.provisions].map(|number| number.to_string());
    let [measures, facts, provisions] = &numbers;
    lines.push(fill(text.record_size, &[measures, facts, provisions]));
    for searched in &pack.quotes {
        let count = searched.quotes.to_string();
        lines.push(fill(text.record_quotes, &[&searched.document, &count]));
    }
    let mut section = |title: &str, items: Vec<String>| {
        let count = items.len().to_string();
        lines.extend([String::new(), fill(title, &[&count])]);
        lines.extend(items.into_iter().map(|item| format!("- {item}")));
    };
    let findings = record.findings.iter().map(|finding| {
        let (code, place) = (&finding.code, &finding.place);
        format!("{code}: {} ({}, {})", finding.message, place.pointer, line(texts, place.line))
    });
    section(texts.findings, findings.collect());
    let results = record.scenarios.iter().map(|scenario| {
        let is_passed = scenario.words.is_empty();
        let state = if is_passed { texts.scenario_passed } else { texts.scenario_failed };
        let mut text = format!("{}: {state}", scenario.name);
        for difference in &scenario.words {
            text.push_str(&format!("\n    {difference}"));
        }
        text
    });
    section(text.record_scenarios, results.collect());
    section(texts.gaps, record.gap_words.clone());
    section(
        if record.has_sign_off { text.record_sign_off } else { text.record_no_sign_off },
        Vec::new(),
    );
    if !record.lost.is_empty() {
        section(text.record_lost, record.lost.clone());
    }
    let of = |change: FileChange| {
        let files = record.files.iter().filter(move |file| file.change == change);
        files.map(file).collect::<Vec<_>>()
    };
    section(text.files_new, of(FileChange::New));
    section(text.files_changed, of(FileChange::Changed));
    let removed = record.removed.iter().map(|(name, why)| format!("{name} ({why})"));
    section(text.files_removed, removed.collect());
    section(text.files_same, of(FileChange::Same));
    if !record.messages.is_empty() {
        section(text.messages, record.messages.clone());
    }
    lines.push(String::new());
    lines.join("\n")
}

fn line(texts: &Texts, line: usize) -> String {
    fill(texts.line, &[&line.to_string()])
}

fn file(file: &SiteFile) -> String {
    format!("{}  {}  {}", file.sha256, file.name, file.size)
}
