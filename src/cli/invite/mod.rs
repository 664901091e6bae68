//! `eligibility invite`: groups firms by measure and by what they lack, and writes lists of those
//! to invite.

// The group of a firm, and the number of firms in each.
mod firm;
mod group;

// Output: the summary, the lists and their links.
mod link;
mod lists;
mod readme;
mod summary;
mod summary_json;

use std::path::PathBuf;

use jiff::civil::Date;

use crate::engine::{Case, CompiledCache, EvalContext, Wanted};
use crate::rulebook::{Id, Locale, MeasureId, RulePack, TopicId};

use super::case::{find_measure, find_topics};
use super::registry::{Decoder, RegistryInput, Row};
use super::{
    CliError, PackPath, Status, check_language, pack, parse_date_argument, parse_language_argument,
    today,
};
use firm::{Firm, parse_firm};
use group::{Group, Tally};
use link::{Links, parse_site};
use lists::Lists;
use summary_json::summary_json;

/// Rows with an error that are named on standard error.
const SHOWN_FAULTS: u64 = 20;

/// Group firms by measure and by what they lack, and list those to invite
#[derive(Debug, clap::Args)]
#[command(after_help = help())]
pub(super) struct Invite {
    #[command(flatten)]
    pack: PackPath,
    #[command(flatten)]
    input: RegistryInput,
    /// The as-of date of firms without one [default: today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = parse_date_argument)]
    as_of: Option<Date>,
    /// Only the measures of this topic; may be repeated
    #[arg(long, value_name = "ID")]
    topic: Vec<String>,
    /// Only this measure; may be repeated
    #[arg(long, value_name = "ID")]
    measure: Vec<String>,
    /// A firm that lacks at most this many answers is in a group of its own, and invited
    #[arg(long, value_name = "NUMBER", default_value = "1")]
    #[arg(value_parser = clap::value_parser!(u8).range(0..=5))]
    at_most_missing: u8,
    /// The language of titles and questions [default: the pack's first]
    #[arg(long, value_name = "TAG", value_parser = parse_language_argument)]
    lang: Option<Locale>,
    /// Write a list for each measure into this new folder
    #[arg(long, value_name = "FOLDER")]
    out: Option<PathBuf>,
    /// The address of the published self-check, for the links in the lists
    #[arg(long, value_name = "URL", requires = "out", value_parser = parse_site)]
    site: Option<String>,
    /// Put the answers of each firm into its link
    #[arg(long, requires = "site")]
    receipts: bool,
    /// Print the summary as one JSON object
    #[arg(long)]
    json: bool,
}

fn help() -> String {
    format!(
        "\
Reads firms as `assess` reads cases: {{\"id\": \"91440101\", \"answers\": {{…}}}} on a line, or a row of a
table. The id is required. Prints how many firms meet each measure, and what the others lack.
Memory does not grow with the number of firms.

What a link reveals:
{}

Exit status:
  0  every row was assessed
  1  a row cannot be used: it is counted, and listed in not-assessed.csv
  2  the pack cannot be used, or the folder cannot be written",
        readme::LINKS
    )
}

/// The numbers of the summary.
struct Totals {
    /// The rows of the input
    read: u64,
    /// Those that cannot be used
    unusable: u64,
    /// The as-of date of firms without one
    as_of: Date,
    /// For each measure, its groups; `None` if it is not wanted
    tallies: Vec<Option<Tally>>,
}

impl Totals {
    /// The wanted measures.
    fn measures(&self) -> impl Iterator<Item = (MeasureId, &Tally)> {
        let tallies = self.tallies.iter().enumerate();
        tallies.filter_map(|(index, tally)| Some((MeasureId::from_index(index), tally.as_ref()?)))
    }
}

impl Invite {
    pub(super) fn run(&self) -> Result<Status, CliError> {
        let pack = pack::load(&self.pack.pack)?;
        let locale = self.lang.or(pack.languages.first().copied()).unwrap_or(Locale::ZhHans);
        check_language(&pack, locale)?;
        let topics = find_topics(&pack, &self.topic)?;
        let mut totals = self.totals(&pack, &topics)?;
        let links = self.site.as_ref();
        let links = links.map(|site| Links::new(&pack, site, self.receipts, &topics));
        let lists = self.out.as_ref();
        let mut lists =
            lists.map(|folder| Lists::create(&pack, locale, folder, links)).transpose()?;
        self.read(&pack, &topics, &mut totals, lists.as_mut())?;
        if totals.unusable > SHOWN_FAULTS {
            let where_all = if lists.is_some() { "not-assessed.csv" } else { "`--out FOLDER`" };
            errln!("error: {} rows cannot be used; {where_all} lists all", totals.unusable);
        }
        if let Some(lists) = lists {
            lists.finish()?;
        }
        if self.json {
            outln!("{}", summary_json(&pack, locale, &totals).to_text());
        } else {
            summary::print(&pack, locale, usize::from(self.at_most_missing), &totals);
        }
        Ok(if totals.unusable > 0 { Status::Findings } else { Status::Success })
    }

    /// Totals of no firms, with the measures of `--measure` and `--topic`.
    fn totals(&self, pack: &RulePack, topics: &[TopicId]) -> Result<Totals, CliError> {
        let mut named = Vec::new();
        for id in &self.measure {
            named.push(find_measure(pack, id)?);
        }
        let wanted = Wanted::new(pack, topics);
        let is_wanted =
            |id: &MeasureId| wanted.includes(*id) && (named.is_empty() || named.contains(id));
        let tallies = pack.measures.iter().map(|(id, _)| is_wanted(&id).then(Tally::default));
        let as_of = self.as_of.unwrap_or_else(today);
        Ok(Totals { read: 0, unusable: 0, as_of, tallies: tallies.collect() })
    }

    /// Reads and assesses all firms.
    fn read(
        &self,
        pack: &RulePack,
        topics: &[TopicId],
        totals: &mut Totals,
        mut lists: Option<&mut Lists<'_>>,
    ) -> Result<(), CliError> {
        let measures: Vec<MeasureId> = totals.measures().map(|(id, _)| id).collect();
        let mut assessor = Assessor {
            pack,
            days: CompiledCache::of_measures(&measures),
            wanted: Wanted::new(pack, topics),
            at_most: usize::from(self.at_most_missing),
        };
        let (mut reader, layout) = self.input.open(pack)?;
        let decoder = Decoder { pack, as_of: totals.as_of, layout };
        while let Some(batch) = reader.next_batch()? {
            let mut result = Ok(());
            decoder.each_row(&batch, &mut |row: Row| {
                // The first error ends the command after this batch.
                if result.is_ok() {
                    result = add_row(&mut assessor, row, totals, lists.as_deref_mut());
                }
            });
            result?;
        }
        Ok(())
    }
}

/// Adds a row to the totals and to the lists.
fn add_row(
    assessor: &mut Assessor<'_>,
    row: Row,
    totals: &mut Totals,
    lists: Option<&mut Lists<'_>>,
) -> Result<(), CliError> {
    totals.read += 1;
    let position = row.position;
    match parse_firm(assessor.pack, row) {
        Ok((key, case)) => assessor.add(&key, &case, totals, lists),
        Err(unusable) => {
            totals.unusable += 1;
            if totals.unusable <= SHOWN_FAULTS {
                errln!("error: {}: {}", position.text(), unusable.message);
            }
            lists.map_or(Ok(()), |lists| lists.add_unusable(position, &unusable))
        }
    }
}

/// Assesses firms and adds them to the totals and to the lists.
struct Assessor<'a> {
    pack: &'a RulePack,
    days: CompiledCache,
    /// The measures and the preset answers of firms without topics
    wanted: Wanted,
    at_most: usize,
}

impl Assessor<'_> {
    fn add(
        &mut self,
        key: &str,
        case: &Case,
        totals: &mut Totals,
        mut lists: Option<&mut Lists<'_>>,
    ) -> Result<(), CliError> {
        let pack = self.pack;
        let as_of = case.as_of.unwrap_or(totals.as_of);
        let own = (!case.topics.is_empty()).then(|| Wanted::new(pack, &case.topics));
        let wanted = own.as_ref().unwrap_or(&self.wanted);
        let answers = wanted.with_preset(&case.answers);
        let context = EvalContext { pack, answers: &answers, as_of };
        let firm = Firm { key, answers: &case.answers, context };
        let measures = totals.measures().map(|(id, _)| id).filter(|id| wanted.includes(*id));
        let assessed = self.days.get(pack, as_of).assess_measures(pack, &answers, measures);
        for (measure, assessed) in assessed {
            let Some(Some(tally)) = totals.tallies.get_mut(measure.index()) else { continue };
            let group = Group::of(&assessed, self.at_most);
            if let Some(lists) = lists.as_deref_mut().filter(|_| group.is_invited()) {
                lists.add(&firm, measure, &assessed, &group)?;
            }
            tally.add(group, assessed.is_exact);
        }
        Ok(())
    }
}
