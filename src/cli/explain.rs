//! `eligibility explain`: one case, every criterion with its truth, the answer and the provision.

use std::io::Read;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::engine::{
    AsOf, CompiledPack, CriterionExplanation, ExplainRequest, PolicyStatus, Receipt, Truth, amount,
    candidates, combine, explain, explain_json, nearest_miss,
};
use crate::rulebook::{FactId, Locale, MeasureId, RulePack};
use crate::widget::{
    Catalogue, amount_text, citations_text, combination_text, fact_text, nearest_text,
    receipt_text, status_text,
};

use super::assess;
use super::{PackPath, Stop, Verdict, date_argument, pack, receipt, today};

/// Explain one case: every criterion with its truth, the answer and the provision
#[derive(Debug, clap::Args)]
pub(super) struct Explain {
    #[command(flatten)]
    pack: PackPath,
    /// The case: {"as-of": date?, "answers": {…}}; standard input if `-`
    #[arg(default_value = "-")]
    case: PathBuf,
    /// The case as a receipt code, in place of a file
    #[arg(long, value_name = "CODE", conflicts_with_all = ["case", "as_of"])]
    receipt: Option<String>,
    /// Only this measure
    #[arg(long, value_name = "ID")]
    measure: Option<String>,
    /// The day, where the case names none; today if not given
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date_argument)]
    as_of: Option<Date>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

impl Explain {
    pub(super) fn run(&self) -> Result<Verdict, Stop> {
        let book = pack::load(&self.pack.pack)?;
        let case = match &self.receipt {
            Some(code) => receipt::read(&book, code)?,
            None => read_case(&book, &self.case, self.as_of)?,
        };
        let wanted = match &self.measure {
            None => None,
            Some(id) => Some(
                book.find_measure(id)
                    .ok_or_else(|| Stop::Unusable(format!("no measure has the id `{id}`")))?,
            ),
        };
        let as_of = AsOf::new(&book, case.as_of);
        let rules = CompiledPack::new(&book, as_of.evaluated);
        let case =
            ExplainRequest { pack: &book, answers: &case.answers, as_of, locale: Locale::ZhHans };
        if self.json {
            say!("{}", explain_json(&rules, &case, wanted).to_text());
        } else {
            let printer = Printer { rules: &rules, case, catalogue: Catalogue::of(case.locale) };
            say_as_is!("{}", printer.text(wanted));
        }
        Ok(Verdict::Fine)
    }
}

/// Reads a case from a file or standard input; its own day comes before the one that was given.
pub(super) fn read_case(
    book: &RulePack,
    path: &Path,
    as_of: Option<Date>,
) -> Result<Receipt, Stop> {
    let source = if path.as_os_str() == "-" {
        let mut source = Vec::new();
        let read = std::io::stdin().lock().take(pack::MOST as u64).read_to_end(&mut source);
        read.map_err(|error| Stop::file("standard input", error))?;
        source
    } else {
        pack::read_text(path)?.into_bytes()
    };
    let (_, case) = assess::read(book, &source)
        .map_err(|(_, bad)| Stop::Unusable(format!("{}: {bad}", path.display())))?;
    let as_of = case.as_of.or(as_of).unwrap_or_else(today);
    Ok(Receipt { as_of, answers: case.answers, other_rules: None })
}

/// A case in words.
struct Printer<'a> {
    rules: &'a CompiledPack,
    case: ExplainRequest<'a>,
    catalogue: &'static Catalogue,
}

impl Printer<'_> {
    fn text(&self, only: Option<MeasureId>) -> String {
        let mut text = format!("{}\n", status_text(self.catalogue, self.case.as_of));
        if self.case.as_of.status == PolicyStatus::Lapsed {
            text.push_str(self.catalogue.historical_note());
            text.push('\n');
        }
        let measures = self.case.pack.measures.iter();
        for (id, measure) in measures.filter(|(id, _)| only.is_none_or(|only| only == *id)) {
            let explanation = explain(self.rules, &self.case.context(), id);
            let outcome = self.catalogue.outcome_text(explanation.outcome);
            let title = measure.title.get(self.case.locale);
            text.push_str(&format!("\n{outcome}  {title}  [{}]\n", measure.id));
            if explanation.outcome.is_possible() {
                let amount = amount(&self.case.context(), id);
                let amount = amount_text(
                    self.catalogue,
                    self.case.locale,
                    self.case.pack,
                    &measure.grants,
                    amount.as_ref(),
                );
                let evidence = self.catalogue.evidence(measure.grants.evidence);
                text.push_str(&format!("  {amount}{}\n", self.catalogue.bracketed(evidence)));
            }
            if explanation.applies != Truth::True {
                let applies = self.catalogue.truth(explanation.applies);
                text.push_str(&format!("  {}: {applies}\n", self.catalogue.applicability_label()));
                self.said(&explanation.applies_facts, &mut text);
            }
            for line in &explanation.criteria {
                self.criterion(line, &mut text);
            }
            self.nearest(id, &mut text);
        }
        if only.is_none() {
            text.push_str(&self.together());
        }
        // The whole case as a code, whichever measures are shown.
        let code = Receipt::encode(self.case.pack, self.case.as_of.asked, self.case.answers);
        text.push_str(&format!("\n{}\n", receipt_text(self.catalogue, &code)));
        text
    }

    /// What would have to be otherwise for a measure that is not met.
    fn nearest(&self, id: MeasureId, text: &mut String) {
        let Some(nearest) = nearest_miss(&self.case.context(), id) else { return };
        let words = nearest_text(
            self.catalogue,
            self.case.locale,
            self.case.pack,
            self.case.answers,
            &nearest,
        );
        text.push_str(&format!("  {words}\n"));
    }

    fn together(&self) -> String {
        let book = self.case.pack;
        let assessment = self.rules.assess(book, self.case.answers);
        let combination = combine(book, &candidates(&self.case.context(), &assessment));
        combination_text(self.catalogue, self.case.locale, book, &combination)
    }

    fn criterion(&self, line: &CriterionExplanation<'_>, text: &mut String) {
        let sign = if line.is_reason { "*" } else { " " };
        let truth = match line.criterion.when {
            Some(_) => self.catalogue.truth(line.truth),
            None => self.catalogue.office_decides(),
        };
        let citations = citations_text(
            self.catalogue,
            self.case.locale,
            self.case.pack,
            &line.criterion.provision,
        );
        let label = line.criterion.label.get(self.case.locale);
        text.push_str(&format!("{sign} {truth}  {label}  <{citations}>\n"));
        self.said(&line.facts, text);
    }

    fn said(&self, facts: &[FactId], text: &mut String) {
        for fact in facts {
            let answer = self.case.answers.get(*fact);
            let said = fact_text(self.catalogue, self.case.locale, self.case.pack, *fact, answer);
            text.push_str(&format!("      {said}\n"));
        }
    }
}
