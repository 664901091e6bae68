//! `eligibility explain`: every criterion of one case, with its truth, answers and provisions.

use std::path::PathBuf;

use jiff::civil::Date;

use crate::engine::{
    Answers, AsOf, Assessment, CompiledPack, CriterionExplanation, ExplainRequest, Outcome,
    PolicyStatus, Receipt, Truth, Wanted, amount, applications, candidates, combine, detail_facts,
    explain, explain_json, nearest_miss,
};
use crate::rulebook::{FactId, Instead, Locale, MeasureId, Phone, Url};
use crate::widget::{
    Catalogue, amount_text, applications_text, citations_text, combination_text, fact_text,
    fill_in, nearest_miss_text, receipt_text, status_text,
};

use super::case::{find_measure, find_topics, read_case};
use super::{CliError, PackPath, Status, pack, parse_date_argument, receipt};

/// Explain one case: every criterion with its truth, answers and provisions
#[derive(Debug, clap::Args)]
#[command(after_help = "\
A star marks the criteria that decide an outcome. After the measures follow the best combination of
measures under the pack's limits, and the receipt code of the case.

Exit status:
  0  the case was explained
  2  the pack or the case cannot be used")]
pub(super) struct Explain {
    #[command(flatten)]
    pack: PackPath,
    /// The case: {"as-of": date?, "answers": {…}}; `-` is standard input
    #[arg(default_value = "-")]
    case: PathBuf,
    /// Decode the case from a receipt code instead
    #[arg(long, value_name = "CODE", conflicts_with_all = ["case", "as_of"])]
    receipt: Option<String>,
    /// Explain only this measure
    #[arg(long, value_name = "ID")]
    measure: Option<String>,
    /// The topic, if the case has none; may be repeated [default: all measures]
    #[arg(long, value_name = "ID")]
    topic: Vec<String>,
    /// The as-of date, if the case has none [default: today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = parse_date_argument)]
    as_of: Option<Date>,
    /// Print one JSON object
    #[arg(long)]
    json: bool,
}

impl Explain {
    pub(super) fn run(&self) -> Result<Status, CliError> {
        let pack = pack::load(&self.pack.pack)?;
        let mut case = match &self.receipt {
            Some(code) => receipt::decode(&pack, code)?,
            None => read_case(&pack, &self.case, self.as_of)?,
        };
        if case.topics.is_empty() {
            case.topics = find_topics(&pack, &self.topic)?;
        }
        let only = self.measure.as_deref().map(|id| find_measure(&pack, id)).transpose()?;
        let as_of = AsOf::new(&pack, case.as_of);
        let rules = CompiledPack::new(&pack, as_of.evaluated);
        let case = ExplainRequest {
            pack: &pack,
            answers: &case.answers,
            topics: &case.topics,
            as_of,
            locale: pack.languages.first().copied().unwrap_or(Locale::ZhHans),
        };
        if self.json {
            outln!("{}", explain_json(&rules, &case, only).to_text());
        } else {
            let wanted = Wanted::new(&pack, case.topics);
            let answers = wanted.with_preset(case.answers);
            let printer = Printer {
                rules: &rules,
                wanted: &wanted,
                given: case.answers,
                assessment: rules.assess(&pack, &answers),
                case: ExplainRequest { answers: &answers, ..case },
                catalogue: Catalogue::of(case.locale),
            };
            out!("{}", printer.text(only));
        }
        Ok(Status::Success)
    }
}

/// Writes an explanation as text.
struct Printer<'a> {
    rules: &'a CompiledPack,
    wanted: &'a Wanted,
    /// The answers without presets
    given: &'a Answers,
    /// The case, with the presets of its topics
    case: ExplainRequest<'a>,
    assessment: Assessment,
    catalogue: &'static Catalogue,
}

impl Printer<'_> {
    fn text(&self, only: Option<MeasureId>) -> String {
        let mut text = format!("{}\n", status_text(self.catalogue, self.case.as_of));
        if self.case.as_of.status == PolicyStatus::Lapsed {
            text.push_str(self.catalogue.historical_note());
            text.push('\n');
            if let Some(instead) = &self.case.pack.instead {
                text.push_str(&self.instead(instead));
            }
        }
        if let Some(note) = &self.case.pack.evidence_note {
            text.push_str(&format!("{}\n", note.get(self.case.locale)));
        }
        let measures = self.case.pack.measures.iter();
        let includes = |id: MeasureId| match only {
            Some(only) => only == id,
            None => self.wanted.includes(id),
        };
        for (id, measure) in measures.filter(|(id, _)| includes(*id)) {
            let explanation = explain(self.rules, &self.case.context(), id);
            let outcome = self.catalogue.outcome_text(explanation.outcome);
            let title = measure.title.get(self.case.locale);
            text.push_str(&format!("\n{outcome}  {title}  [{}]\n", measure.id));
            let assessed = self.assessment.of(id);
            if assessed.can_be_met {
                let amount = amount(&self.case.context(), id, assessed);
                let is_conditional = amount.is_some() && explanation.outcome == Outcome::Open;
                let mut amount = amount_text(
                    self.catalogue,
                    self.case.locale,
                    self.case.pack,
                    &measure.grants,
                    amount.as_ref(),
                );
                if is_conditional {
                    amount = fill_in(self.catalogue.amount_if_met(), &[("amount", &amount)]);
                }
                let evidence = self.catalogue.evidence(measure.grants.evidence);
                text.push_str(&format!("  {amount}{}\n", self.catalogue.bracketed(evidence)));
                self.applications(id, explanation.outcome, &mut text);
            } else if assessed.outcome.is_possible() {
                text.push_str(&format!("  {}\n", self.catalogue.out_of_reach()));
            }
            if let Some(assumption) = explanation.assumption {
                let label = assumption.label.get(self.case.locale);
                let premise = fill_in(self.catalogue.premise(), &[("label", &label)]);
                text.push_str(&format!("  {premise}\n"));
            }
            if let Some((assumption, facts)) = &explanation.open_assumption {
                let label = assumption.label.get(self.case.locale);
                let premise = fill_in(self.catalogue.premise(), &[("label", &label)]);
                let truth = self.catalogue.truth(Truth::Unknown);
                text.push_str(&format!("* {truth}  {premise}\n"));
                self.answers(facts, &mut text);
            }
            if explanation.applies != Truth::True {
                let applies = self.catalogue.truth(explanation.applies);
                text.push_str(&format!("  {}: {applies}\n", self.catalogue.applicability_label()));
                self.answers(&explanation.applies_facts, &mut text);
            }
            for line in &explanation.criteria {
                self.criterion(line, &mut text);
            }
            self.nearest(id, &mut text);
            self.details(id, &mut text);
        }
        if only.is_none() {
            text.push_str(&self.combination());
        }
        // The code of the whole case, also with `--measure`.
        let topics = self.case.topics;
        let code = Receipt::encode(self.case.pack, self.case.as_of.asked, topics, self.given);
        text.push_str(&format!("\n{}\n", receipt_text(self.catalogue, &code)));
        text
    }

    /// What applies now that the policy has lapsed.
    fn instead(&self, instead: &Instead) -> String {
        let title = self.catalogue.instead_title();
        let mut line =
            format!("{title}{}{}", self.catalogue.colon(), instead.text.get(self.case.locale));
        let phone = instead.phone.as_ref().map(Phone::as_str);
        for part in phone.into_iter().chain(instead.url.as_ref().map(Url::as_str)) {
            line.push_str(&format!(" {part}"));
        }
        line + "\n"
    }

    /// Appends whether the measure can be applied for.
    fn applications(&self, id: MeasureId, outcome: Outcome, text: &mut String) {
        let context = self.case.context();
        let applications = applications(&context, id);
        let line = applications_text(self.catalogue, applications, outcome, context.as_of);
        text.extend(line.map(|line| format!("  {line}\n")));
    }

    /// Appends the smallest change that would reach a better outcome.
    fn nearest(&self, id: MeasureId, text: &mut String) {
        let Some(nearest) = nearest_miss(&self.case.context(), id) else { return };
        let words = nearest_miss_text(
            self.catalogue,
            self.case.locale,
            self.case.pack,
            self.case.answers,
            &nearest,
        );
        text.push_str(&format!("  {words}\n"));
    }

    /// Appends the questions on which only the amount or the materials depend.
    fn details(&self, id: MeasureId, text: &mut String) {
        let facts = detail_facts(&self.case.context(), id, self.assessment.of(id));
        if !facts.is_empty() {
            let title = self.catalogue.details_needed_title();
            text.push_str(&format!("  {title}{}\n", self.catalogue.colon()));
            self.answers(&facts, text);
        }
    }

    fn combination(&self) -> String {
        let pack = self.case.pack;
        let mut candidates = candidates(&self.case.context(), &self.assessment);
        candidates.retain(|candidate| self.wanted.includes(candidate.measure));
        let combination = combine(pack, &candidates);
        combination_text(self.catalogue, self.case.locale, pack, &combination)
    }

    fn criterion(&self, line: &CriterionExplanation<'_>, text: &mut String) {
        let mark = if line.is_reason { "*" } else { " " };
        let truth = match line.is_up_to_office {
            true => self.catalogue.office_decides(),
            false => self.catalogue.truth(line.truth),
        };
        let citations = citations_text(
            self.catalogue,
            self.case.locale,
            self.case.pack,
            &line.criterion.provision,
        );
        let label = line.criterion.label.get(self.case.locale);
        text.push_str(&format!("{mark} {truth}  {label}  <{citations}>\n"));
        self.answers(&line.facts, text);
    }

    fn answers(&self, facts: &[FactId], text: &mut String) {
        for fact in facts {
            let answer = self.case.answers.get(*fact);
            let text_of_answer =
                fact_text(self.catalogue, self.case.locale, self.case.pack, *fact, answer);
            text.push_str(&format!("      {text_of_answer}\n"));
        }
    }
}
