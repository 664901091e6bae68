//! `eligibility print`: the checklist as an HTML file, rendered by the components of the widget.

use std::fs;
use std::path::PathBuf;
use std::rc::Rc;

use jiff::civil::Date;
use yew::AttrValue;

use crate::engine::AsOf;
use crate::rulebook::{Locale, RulePack};
use crate::widget::{CHECKLIST_STYLES, Catalogue, Evaluation, Pack, PrintOptions, StandalonePage};

use super::case::{find_measure, read_case};
use super::{
    CliError, PackPath, Status, check_language, pack, parse_date_argument, parse_language_argument,
    receipt, today,
};

/// Write the checklist of one case as an HTML file
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Exit status:
  0  the checklist was written
  2  the pack or the case cannot be used, or the file cannot be written")]
pub(super) struct Print {
    #[command(flatten)]
    pack: PackPath,
    /// The case: {"as-of": date?, "answers": {…}}, such as a file saved by the widget; `-` is
    /// standard input
    #[arg(long, value_name = "FILE", default_value = "-")]
    answers: PathBuf,
    /// Decode the case from a receipt code instead
    #[arg(long, value_name = "CODE", conflicts_with_all = ["answers", "as_of"])]
    receipt: Option<String>,
    /// The as-of date, if the case has none [default: today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = parse_date_argument)]
    as_of: Option<Date>,
    /// A language of the pack, such as en or zh-Hans [default: the pack's first]
    #[arg(long, value_name = "TAG", value_parser = parse_language_argument)]
    lang: Option<Locale>,
    /// A second language, printed next to the first
    #[arg(long, value_name = "TAG", value_parser = parse_language_argument)]
    beside: Option<Locale>,
    /// Print only this measure; may be repeated
    #[arg(long, value_name = "ID")]
    measure: Vec<String>,
    /// Leave out answers and results
    #[arg(long)]
    without_answers: bool,
    /// The address of the page with the self-check, for the QR code: it then opens the page with
    /// the case [default: the QR code holds the bare receipt code]
    #[arg(long, value_name = "URL", value_parser = parse_address)]
    address: Option<String>,
    /// The time of printing, beginning with its day as YYYY-MM-DD [default: now]
    #[arg(long, value_name = "TEXT")]
    printed_at: Option<String>,
    /// The file to write [default: standard output]
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

impl Print {
    pub(super) fn run(&self) -> Result<Status, CliError> {
        let pack = Rc::new(pack::load(&self.pack.pack)?);
        let case = match &self.receipt {
            Some(code) => receipt::decode(&pack, code)?,
            None => read_case(&pack, &self.answers, self.as_of)?,
        };
        let mut options = PrintOptions {
            is_bilingual: self.beside.is_some(),
            without_answers: self.without_answers,
            ..PrintOptions::default()
        };
        for id in &self.measure {
            options = options.with_measure(find_measure(&pack, id)?);
        }
        let now = || jiff::Zoned::now().strftime("%Y-%m-%d %H:%M").to_string();
        let printed_at = self.printed_at.clone().unwrap_or_else(now);
        let status = AsOf::new(&pack, day_of(&printed_at)).status;
        let locale = self.lang.or(pack.languages.first().copied()).unwrap_or(Locale::ZhHans);
        let evaluate = |locale| {
            let pack = in_language(&pack, locale)?;
            let evaluation = Evaluation::new(pack, case.as_of, &case.topics, case.answers.clone());
            let evaluation = evaluation.with_today(status);
            let address = self.address.clone().map(AttrValue::from);
            Ok::<_, CliError>(evaluation.with_address(address))
        };
        let page = StandalonePage {
            first: evaluate(locale)?,
            second: self.beside.map(evaluate).transpose()?,
            options,
            printed_at: printed_at.into(),
            style: CHECKLIST_STYLES.concat().into(),
        };
        let page = page
            .render()
            .map_err(|error| CliError::invalid(format!("cannot render the page: {error}")))?;
        match &self.out {
            Some(path) => fs::write(path, page).map_err(|error| CliError::write(path, error))?,
            None => out!("{page}"),
        }
        Ok(Status::Success)
    }
}

/// The day of printing, on which the sheet says whether the policy has lapsed.
fn day_of(printed_at: &str) -> Date {
    printed_at.get(..10).and_then(|day| day.parse().ok()).unwrap_or_else(today)
}

/// Parses the address of a page.
fn parse_address(address: &str) -> Result<String, String> {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    let is_valid = rest.is_some_and(|rest| !rest.is_empty())
        && address.bytes().all(|byte| byte.is_ascii_graphic());
    match is_valid {
        true => Ok(address.to_owned()),
        false => Err("expected an address such as https://example.org/self-check/".to_owned()),
    }
}

/// The pack in one of its languages.
fn in_language(pack: &Rc<RulePack>, locale: Locale) -> Result<Pack, CliError> {
    check_language(pack, locale)?;
    Ok(Pack { rules: Rc::clone(pack), catalogue: Rc::new(Catalogue::of(locale).clone()), locale })
}
