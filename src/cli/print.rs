//! `eligibility print`: the checklist as a page in a file, rendered by the same components as on the screen.

use std::fs;
use std::path::PathBuf;
use std::rc::Rc;

use jiff::civil::Date;

use crate::rulebook::{Locale, RulePack};
use crate::widget::{Catalogue, Evaluation, Pack, PrintOptions, StandalonePage};

use super::explain::read_case;
use super::{PackPath, Stop, Verdict, date_argument, pack, receipt};

/// Print the checklist for a case: a page that needs nothing else
#[derive(Debug, clap::Args)]
pub(super) struct Print {
    #[command(flatten)]
    pack: PackPath,
    /// The case: {"as-of": date?, "answers": {…}}, such as a file saved by the widget; standard input if `-`
    #[arg(long, value_name = "FILE", default_value = "-")]
    answers: PathBuf,
    /// The case as a receipt code, in place of a file
    #[arg(long, value_name = "CODE", conflicts_with_all = ["answers", "as_of"])]
    receipt: Option<String>,
    /// The day, where the case names none; today if not given
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date_argument)]
    as_of: Option<Date>,
    /// The language; the pack's first if not given
    #[arg(long, value_name = "TAG", value_parser = language)]
    lang: Option<Locale>,
    /// A second language beside it
    #[arg(long, value_name = "TAG", value_parser = language)]
    beside: Option<Locale>,
    /// Only this measure; may be given several times
    #[arg(long, value_name = "ID")]
    measure: Vec<String>,
    /// Name open measures only, without a block for each
    #[arg(long)]
    without_open: bool,
    /// Leave out the answers and what follows from them
    #[arg(long)]
    without_answers: bool,
    /// What is printed as the day and time; the clock's if not given
    #[arg(long, value_name = "TEXT")]
    printed_at: Option<String>,
    /// The file to write; standard output if not given
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

impl Print {
    pub(super) fn run(&self) -> Result<Verdict, Stop> {
        let book = Rc::new(pack::load(&self.pack.pack)?);
        let case = match &self.receipt {
            Some(code) => receipt::read(&book, code)?,
            None => read_case(&book, &self.answers, self.as_of)?,
        };
        let mut options = PrintOptions {
            is_bilingual: self.beside.is_some(),
            without_answers: self.without_answers,
            without_open: self.without_open,
            ..PrintOptions::default()
        };
        for id in &self.measure {
            let measure = book.find_measure(id);
            let measure =
                measure.ok_or_else(|| Stop::Unusable(format!("no measure has the id `{id}`")))?;
            options = options.with_measure(measure);
        }
        let now = self
            .printed_at
            .clone()
            .unwrap_or_else(|| jiff::Zoned::now().strftime("%Y-%m-%d %H:%M").to_string());
        let locale = self.lang.or(book.languages.first().copied()).unwrap_or(Locale::ZhHans);
        let in_language = |locale| {
            let pack = in_language(&book, locale)?;
            Ok::<_, Stop>(Evaluation::new(pack, case.as_of, case.answers.clone()))
        };
        let page = StandalonePage {
            first: in_language(locale)?,
            second: self.beside.map(in_language).transpose()?,
            options,
            printed_at: now.into(),
            style: style().into(),
        };
        let page = page
            .render()
            .map_err(|error| Stop::Unusable(format!("cannot render the page: {error}")))?;
        match &self.out {
            Some(path) => fs::write(path, page).map_err(|error| Stop::file(path, error))?,
            None => say_as_is!("{page}"),
        }
        Ok(Verdict::Fine)
    }
}

/// The pack in one of its languages.
fn in_language(book: &Rc<RulePack>, locale: Locale) -> Result<Pack, Stop> {
    if !book.languages.contains(&locale) {
        let tags: Vec<&str> = book.languages.iter().map(|locale| locale.tag()).collect();
        let tag = locale.tag();
        return Err(Stop::Unusable(format!(
            "the pack is not written in `{tag}`, only in {}",
            tags.join(", ")
        )));
    }
    Ok(Pack { rules: Rc::clone(book), catalogue: Rc::new(Catalogue::of(locale).clone()), locale })
}

/// The same style as in the browser, where the build puts the two files together.
fn style() -> String {
    [include_str!("../../www/styles/style.css"), include_str!("../../www/styles/checklist.css")]
        .concat()
}

fn language(tag: &str) -> Result<Locale, String> {
    Locale::from_tag(tag).ok_or_else(|| {
        let tags: Vec<&str> = Locale::ALL.iter().map(|locale| locale.tag()).collect();
        format!("expected one of {}", tags.join(", "))
    })
}
