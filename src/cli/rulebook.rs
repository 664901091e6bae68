//! `eligibility rulebook`: writes the rules page, or the sign-off table.

use std::fs;
use std::path::{Path, PathBuf};

use crate::coverage::{Coverage, Gap};
use crate::diagnostics::AuthoredPack;
use crate::engine::CompiledCache;
use crate::page::{ScenarioResults, rules_pages, sign_off_page};
use crate::rulebook::{Locale, RulePack};

use super::pack::count;
use super::scenario_files::load_scenarios;
use super::{CliError, PackPath, Status, check_language, pack, parse_language_argument, wait_for};

/// Write the rules page, or the table to sign
#[derive(Debug, clap::Args)]
#[command(after_help = "\
The rules page shows every measure, question and provision as HTML without scripts, in one file
per language: rulebook.html, rulebook.en.html and so on.

Exit status:
  0  the files were written
  1  scenarios fail, and the table to sign was not written
  2  a file cannot be used, or there are no scenarios")]
pub(super) struct Rulebook {
    #[command(flatten)]
    pack: PackPath,
    /// The page to write, or the folder for the pages
    #[arg(long, value_name = "FILE|FOLDER")]
    out: PathBuf,
    /// Write only this language of the pack, such as en or zh-Hans
    #[arg(long, value_name = "TAG", value_parser = parse_language_argument)]
    lang: Option<Locale>,
    /// Write the table for the issuing department to sign: rules, provisions and scenarios
    #[arg(long)]
    sign_off: bool,
    /// Files of scenarios for the table, or folders with such files
    #[arg(long, value_name = "PATH", default_value = "tests/scenarios", requires = "sign_off")]
    scenarios: Vec<PathBuf>,
}

impl Rulebook {
    pub(super) fn run(&self) -> Result<Status, CliError> {
        let authored = pack::load_with_source(&self.pack.pack)?.authored;
        if let Some(locale) = self.lang {
            check_language(&authored.pack, locale)?;
        }
        if self.sign_off {
            self.write_sign_off(&authored)
        } else {
            self.write_rules(&authored.pack)
        }
    }

    fn write_rules(&self, pack: &RulePack) -> Result<Status, CliError> {
        let languages = self.lang.map_or_else(|| pack.languages.clone(), |only| vec![only]);
        let keep_name = languages.len() == 1 && self.is_file();
        let first = self.path("rulebook.html");
        let name = |locale: Locale| {
            let path = match pack.languages.first() == Some(&locale) || keep_name {
                true => first.clone(),
                false => first.with_extension(format!("{}.html", locale.tag())),
            };
            path.file_name().unwrap_or_default().to_string_lossy().into_owned()
        };
        for (name, page) in wait_for(rules_pages(pack, &languages, &name, None))? {
            write(&first.with_file_name(name), &page)?;
        }
        Ok(Status::Success)
    }

    /// Writes the sign-off table, if all scenarios pass: the department must not sign untested
    /// rules.
    fn write_sign_off(&self, authored: &AuthoredPack) -> Result<Status, CliError> {
        let AuthoredPack { pack, json, .. } = authored;
        let mut coverage = Coverage::new(pack, json);
        let mut compiled = CompiledCache::default();
        let mut failed = 0_usize;
        for (_, scenarios) in load_scenarios(pack, &self.scenarios)? {
            for scenario in scenarios {
                let result = scenario.run(pack, &mut compiled);
                coverage.add(&scenario, &result.assessment);
                failed += usize::from(!result.passed());
            }
        }
        if failed > 0 {
            let path = self.path("sign-off.html");
            errln!(
                "error: `{}` was not written: {} failed",
                path.display(),
                count(failed, "scenario")
            );
            errln!("  = help: run `eligibility test` to see the failures");
            return Ok(Status::Findings);
        }
        let locale = self.lang.or(pack.languages.first().copied()).unwrap_or(Locale::ZhHans);
        let gaps: Vec<String> = coverage.report().gaps.iter().map(Gap::to_string).collect();
        let results = ScenarioResults {
            scenarios: coverage.scenarios(),
            measures: &coverage.by_measure(),
            gaps: &gaps,
        };
        let page = wait_for(sign_off_page(pack, locale, results))?;
        write(&self.path("sign-off.html"), &page)?;
        Ok(Status::Success)
    }

    /// The path to write to. In a folder, the file has the default name.
    fn path(&self, name: &str) -> PathBuf {
        if self.is_file() { self.out.clone() } else { self.out.join(name) }
    }

    /// Whether `--out` is the path of a file, rather than of a folder.
    fn is_file(&self) -> bool {
        self.out.extension().is_some_and(|end| end == "html" || end == "htm") && !self.out.is_dir()
    }
}

fn write(path: &Path, text: &str) -> Result<(), CliError> {
    fs::write(path, text).map_err(|error| CliError::write(path, error))?;
    outln!("{}: {} bytes", path.display(), text.len());
    Ok(())
}
