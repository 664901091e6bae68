//! `eligibility sql`: writes a pack as SQL for the database that holds the firms.

use std::path::PathBuf;

use jiff::civil::Date;

use crate::engine::Wanted;
use crate::rulebook::{FactId, Locale, MeasureId, RulePack};
use crate::sql::{
    ColumnMap, Dialect, Query, Request, check_query, contradictions_query,
    facts_select_with_preset, query, template,
};

use super::case::{find_measure, find_topics};
use super::registry::load_columns;
use super::{
    CliError, PackPath, Status, check_language, pack, parse_date_argument, parse_language_argument,
    today,
};

/// Write a pack as SQL: the outcomes of all firms in a database
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Writes one statement to standard output, and sends nothing to a database. Its result has one row per
firm and measure. A column that is NULL is unanswered.

    eligibility sql --dialect duckdb --view outcomes | duckdb registry.db

Exit status:
  0  the SQL was written
  1  the SQL was written, without what cannot be translated
  2  the pack or the mapping cannot be used, or a measure cannot be translated")]
pub(super) struct Sql {
    #[command(flatten)]
    pack: PackPath,
    /// The database: duckdb, postgres or spark
    #[arg(long, value_name = "NAME")]
    dialect: Dialect,
    /// The as-of date [default: today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = parse_date_argument)]
    as_of: Option<Date>,
    /// A measure; may be repeated [default: those of the topics, or all]
    #[arg(long, value_name = "ID")]
    measure: Vec<String>,
    /// A topic; may be repeated [default: all measures]
    #[arg(long, value_name = "ID")]
    topic: Vec<String>,
    /// The mapping from facts to columns [default: the table `firms`, its key `id`, and a column
    /// per fact, named by the id with `_` for `-`]
    #[arg(long, value_name = "FILE")]
    columns: Option<PathBuf>,
    /// Add the deciding criterion and its clause
    #[arg(long)]
    why: bool,
    /// The language of the clauses [default: the first of the pack]
    #[arg(long, value_name = "TAG", value_parser = parse_language_argument, requires = "why")]
    lang: Option<Locale>,
    /// Leave out measures that cannot be translated exactly, and name them on standard error
    #[arg(long)]
    skip_untranslatable: bool,
    /// Create or replace a view with this name
    #[arg(long, value_name = "NAME")]
    view: Option<String>,
    /// Write the empty tables instead, with questions and options as comments
    #[arg(long, conflicts_with_all = ["check", "view", "measure", "topic", "as_of"])]
    template: bool,
    /// Write a query instead that counts unusable values per column
    #[arg(long, conflicts_with = "view")]
    check: bool,
    /// Write a query instead that lists the firms whose answers contradict each other
    #[arg(long, conflicts_with_all = ["check", "template", "measure", "topic", "why"])]
    contradictions: bool,
}

impl Sql {
    pub(super) fn run(&self) -> Result<Status, CliError> {
        let pack = pack::load(&self.pack.pack)?;
        let columns = load_columns(&pack, self.columns.as_deref())?;
        if self.template {
            out!("{}", template(&pack, self.dialect, &columns));
            return Ok(Status::Success);
        }
        if self.contradictions {
            return self.write_contradictions(&pack, &columns);
        }
        let wanted = Wanted::new(&pack, &find_topics(&pack, &self.topic)?);
        let measures = self.measures(&pack, &wanted)?;
        let as_of = self.as_of.unwrap_or_else(today);
        let request = Request {
            pack: &pack,
            as_of,
            dialect: self.dialect,
            measures: &measures,
            reasons: self.reasons(&pack)?,
        };
        if self.check {
            let is_limited = !(self.measure.is_empty() && self.topic.is_empty());
            let all = || pack.facts.iter().map(|(fact, _)| fact).collect::<Vec<FactId>>();
            let facts = if is_limited { request.facts() } else { all() };
            out!("{}", check_query(&pack, self.dialect, &columns, &facts));
            return Ok(Status::Success);
        }
        let dialect = self.dialect;
        let facts = |facts: &[FactId]| {
            facts_select_with_preset(&pack, dialect, &columns, facts, wanted.preset())
        };
        let query = query(&request, &facts);
        let status = self.report(&query)?;
        self.write(&query.sql);
        Ok(status)
    }

    /// Prints a query, or the statement that creates the view.
    fn write(&self, sql: &str) {
        if let Some(view) = &self.view {
            outln!("CREATE OR REPLACE VIEW {} AS", self.dialect.table(view));
        }
        outln!("{};", sql.trim_end());
    }

    /// Prints the query of contradictory answers, and names the relations without a translation.
    fn write_contradictions(
        &self,
        pack: &RulePack,
        columns: &ColumnMap,
    ) -> Result<Status, CliError> {
        let contradictions = contradictions_query(pack, self.dialect, columns);
        self.write(&contradictions.sql);
        for message in &contradictions.untranslatable {
            errln!("warning: left out, because it cannot be translated: {message}");
        }
        let is_complete = contradictions.untranslatable.is_empty();
        Ok(if is_complete { Status::Success } else { Status::Findings })
    }

    /// Names the measures that have no translation.
    fn report(&self, query: &Query) -> Result<Status, CliError> {
        let all = &query.untranslatable;
        let Some(first) = all.first() else { return Ok(Status::Success) };
        if self.skip_untranslatable && !query.sql.is_empty() {
            all.iter().for_each(|measure| errln!("warning: left out: {measure}"));
            return Ok(Status::Findings);
        }
        let rest = all.iter().skip(1);
        let error = rest.fold(CliError::invalid(first.to_string()), |error, measure| {
            error.note(measure.to_string())
        });
        let help = "use `eligibility assess` for it, and leave it out here with \
                    `--skip-untranslatable`";
        Err(error.help(help))
    }

    /// The language of the clauses, if reasons are wanted.
    fn reasons(&self, pack: &RulePack) -> Result<Option<Locale>, CliError> {
        if let Some(locale) = self.lang {
            check_language(pack, locale)?;
        }
        let locale = self.lang.or_else(|| pack.languages.first().copied());
        Ok(locale.filter(|_| self.why))
    }

    /// The measures of `--measure`, or of the topics.
    fn measures(&self, pack: &RulePack, wanted: &Wanted) -> Result<Vec<MeasureId>, CliError> {
        if self.measure.is_empty() {
            let all = pack.measures.iter().map(|(measure, _)| measure);
            return Ok(all.filter(|measure| wanted.includes(*measure)).collect());
        }
        self.measure.iter().map(|id| find_measure(pack, id)).collect()
    }
}
