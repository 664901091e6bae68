//! `eligibility rulebook`: the rules as pages without script, and the table for the issuing department to sign.

use std::fs;
use std::path::{Path, PathBuf};

use crate::engine::CompiledCache;
use crate::page::{Elsewhere, Tested, rulebook_page, sign_off_page};
use crate::rulebook::{Locale, RulePack};

use super::coverage::Coverage;
use super::scenario_files::read_scenarios;
use super::{PackPath, Stop, Verdict, pack};

/// Write the rules in full as a page without script, or as a table to sign
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Exit status: 0 if it was written, 1 if scenarios failed and the table was not, 2 if a file \
                        cannot be used or there are no scenarios"
)]
pub(super) struct Rulebook {
    #[command(flatten)]
    pack: PackPath,
    /// The page to write, or the folder to write it to
    #[arg(long, value_name = "FILE|FOLDER")]
    out: PathBuf,
    /// Only this language: zh-Hans, zh-Hant or en; in a folder its file has the name that the other pages link to
    #[arg(long, value_name = "TAG", value_parser = locale_argument)]
    lang: Option<Locale>,
    /// Write the table of rules, provisions and scenarios for the issuing department to sign
    #[arg(long)]
    sign_off: bool,
    /// Files of scenarios for that table, or folders of such files
    #[arg(long, value_name = "PATH", default_value = "tests/scenarios", requires = "sign_off")]
    scenarios: Vec<PathBuf>,
}

impl Rulebook {
    pub(super) fn run(&self) -> Result<Verdict, Stop> {
        let source = pack::load_source(&self.pack.pack)?;
        let book = &source.book;
        if let Some(wanted) = self.lang
            && !book.languages.contains(&wanted)
        {
            let has: Vec<&str> = book.languages.iter().map(|locale| locale.tag()).collect();
            let reason =
                format!("the pack has no texts in `{}`; it has {}", wanted.tag(), has.join(", "));
            return Err(Stop::Unusable(reason));
        }
        if self.sign_off { self.write_sign_off(&source) } else { self.write_rulebook(book) }
    }

    fn write_rulebook(&self, book: &RulePack) -> Result<Verdict, Stop> {
        let languages = self.lang.map_or_else(|| book.languages.clone(), |only| vec![only]);
        let is_alone = languages.len() == 1 && self.is_page();
        for (path, page) in pages(book, &languages, &self.path("rulebook.html"), is_alone)? {
            write(&path, &page)?;
        }
        Ok(Verdict::Fine)
    }

    /// Nobody should sign what fails or was never tried, so there must be scenarios, and all must pass.
    fn write_sign_off(&self, source: &pack::Source) -> Result<Verdict, Stop> {
        let book = &source.book;
        let mut coverage = Coverage::new(book, &source.json);
        let mut days = CompiledCache::default();
        let mut failed = 0_usize;
        for (_, scenarios) in read_scenarios(book, &self.scenarios)? {
            for scenario in scenarios {
                let rules = days.get(book, scenario.as_of);
                coverage.add(&scenario, &rules.assess(book, &scenario.answers));
                let differences = scenario.differences(book, &rules);
                failed += usize::from(!differences.is_empty());
            }
        }
        if failed > 0 {
            complain!(
                "error: nothing was written, because scenarios failed: {failed}\n  = help: see them with \
                 `eligibility test`"
            );
            return Ok(Verdict::Findings);
        }
        let locale = self.lang.or(book.languages.first().copied()).unwrap_or(Locale::ZhHans);
        let (_, gaps) = coverage.report(&source.json);
        let tested = Tested {
            scenarios: coverage.scenarios(),
            shown: &coverage.for_sign_off(),
            gaps: &gaps,
        };
        let page = sign_off_page(book, locale, tested).map_err(unusable)?;
        write(&self.path("sign-off.html"), &page)?;
        Ok(Verdict::Fine)
    }

    /// Where the page goes: a file of the usual name, if a folder was given.
    fn path(&self, name: &str) -> PathBuf {
        if self.is_page() { self.out.clone() } else { self.out.join(name) }
    }

    /// Whether a file was named, and not a folder.
    fn is_page(&self) -> bool {
        self.out.extension().is_some_and(|end| end == "html" || end == "htm") && !self.out.is_dir()
    }
}

/// One page for each language, linked to the others, and where it goes: the first has the plain name. A page that is alone
/// has the name as it is, whatever its language.
pub(super) fn pages(
    book: &RulePack,
    languages: &[Locale],
    named: &Path,
    is_alone: bool,
) -> Result<Vec<(PathBuf, String)>, Stop> {
    let path = |locale: &Locale| match book.languages.first() == Some(locale) || is_alone {
        true => named.to_owned(),
        false => named.with_extension(format!("{}.html", locale.tag())),
    };
    let page = |locale: &Locale| {
        let others = languages.iter().filter(|other| *other != locale).map(|other| {
            let address =
                path(other).file_name().unwrap_or_default().to_string_lossy().into_owned();
            Elsewhere { locale: *other, address }
        });
        let others: Vec<Elsewhere> = others.collect();
        Ok((path(locale), rulebook_page(book, *locale, &others).map_err(unusable)?))
    };
    languages.iter().map(page).collect()
}

fn write(path: &Path, text: &str) -> Result<(), Stop> {
    fs::write(path, text).map_err(|error| Stop::file(path, error))?;
    say!("{}: {} bytes", path.display(), text.len());
    Ok(())
}

fn unusable(error: impl std::fmt::Display) -> Stop {
    Stop::Unusable(error.to_string())
}

/// Reads a language argument.
fn locale_argument(text: &str) -> Result<Locale, String> {
    let tags = Locale::ALL.map(Locale::tag).join(", ");
    Locale::from_tag(text).ok_or_else(|| format!("expected one of {tags}"))
}
