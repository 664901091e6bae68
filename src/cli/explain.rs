//! `eligibility explain`: one case, every criterion with its truth, the answer and the provision.

use std::io::Read;
use std::path::PathBuf;

use jiff::civil::Date;
use serde_json::{Value, json};

use crate::engine::{
    Answers, AsOf, Compiled, Explanation, Line, Outcome, Receipt, Situation, Standing, Truth, amount,
    answer_to_json, explain,
};
use crate::rulebook::{FactId, Locale, MeasureId, RuleBook, date_text};
use crate::widget::{Catalogue, amount_text, citation_text, said_text, standing_text};

use super::assess::Case;
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
            None => self.read_case(&book)?,
        };
        let wanted = match &self.measure {
            None => None,
            Some(id) => Some(
                book.find_measure(id)
                    .ok_or_else(|| Stop::Unusable(format!("no measure has the id `{id}`")))?,
            ),
        };
        let as_of = AsOf::new(&book, case.as_of);
        let case = Explained {
            rules: Compiled::new(&book, as_of.evaluated),
            answers: case.answers,
            as_of,
            catalogue: Catalogue::of(Locale::ZhHans),
            locale: Locale::ZhHans,
            book,
        };
        let measures = case.book.measures.iter().map(|(id, _)| id);
        let measures = measures.filter(|id| wanted.is_none_or(|wanted| wanted == *id));
        if self.json {
            anstream::println!("{}", case.json(measures));
        } else {
            anstream::print!("{}", case.text(measures));
        }
        Ok(Verdict::Fine)
    }

    fn read_case(&self, book: &RuleBook) -> Result<Receipt, Stop> {
        let mut source = Vec::new();
        if self.case.as_os_str() == "-" {
            let read = std::io::stdin().lock().read_to_end(&mut source);
            read.map_err(|error| Stop::file("standard input", error))?;
        } else {
            source = std::fs::read(&self.case).map_err(|error| Stop::file(&self.case, error))?;
        }
        let case = Case::read(book, &source, self.as_of.unwrap_or_else(today))
            .map_err(|bad| Stop::Unusable(format!("{}: {}", self.case.display(), bad.message)))?;
        Ok(Receipt { as_of: case.as_of, answers: case.answers })
    }
}

/// A case and what follows from it.
struct Explained {
    book: RuleBook,
    answers: Answers,
    as_of: AsOf,
    rules: Compiled,
    catalogue: &'static Catalogue,
    locale: Locale,
}

impl Explained {
    fn situation(&self) -> Situation<'_> {
        Situation { book: &self.book, answers: &self.answers, as_of: self.as_of.evaluated }
    }

    fn text(&self, measures: impl Iterator<Item = MeasureId>) -> String {
        let mut text = format!("{}\n", standing_text(self.catalogue, self.as_of));
        if self.as_of.standing == Standing::Lapsed {
            text.push_str(self.catalogue.historical);
            text.push('\n');
        }
        for id in measures {
            let measure = &self.book.measures[id];
            let explanation = explain(&self.rules, &self.situation(), id);
            let outcome = self.catalogue.outcome(explanation.outcome);
            let title = measure.title.get(self.locale);
            text.push_str(&format!("\n{outcome}  {title}  [{}]\n", measure.id));
            if explanation.outcome.is_possible() {
                let amount = amount(&self.situation(), id);
                let amount = amount_text(self.catalogue, self.locale, &measure.grants, amount.as_ref());
                let evidence = self.catalogue.evidence(measure.grants.evidence);
                text.push_str(&format!("  {amount}{}\n", self.catalogue.bracketed(evidence)));
            }
            if explanation.applies != Truth::True {
                let applies = self.catalogue.truth(explanation.applies);
                text.push_str(&format!("  {}: {applies}\n", self.catalogue.applies_because));
                self.said(&explanation.applies_facts, &mut text);
            }
            for line in &explanation.criteria {
                self.criterion(line, &mut text);
            }
        }
        text.push_str(&format!("\n{}{}{}\n", self.catalogue.receipt, self.catalogue.colon, self.receipt()));
        text
    }

    /// The whole case as a code, whichever measures are shown.
    fn receipt(&self) -> String {
        Receipt::code(&self.book, self.as_of.asked, &self.answers)
    }

    fn criterion(&self, line: &Line<'_>, text: &mut String) {
        let sign = if line.is_reason { "*" } else { " " };
        let truth = match line.criterion.when {
            Some(_) => self.catalogue.truth(line.truth),
            None => self.catalogue.office_decides,
        };
        let citations = line.criterion.provision.iter().map(|id| citation_text(&self.book, self.locale, *id));
        let citations = citations.collect::<Vec<_>>().join(self.catalogue.list_comma);
        let label = line.criterion.label.get(self.locale);
        text.push_str(&format!("{sign} {truth}  {label}  <{citations}>\n"));
        self.said(&line.facts, text);
    }

    fn said(&self, facts: &[FactId], text: &mut String) {
        for fact in facts {
            let answer = self.answers.get(*fact);
            let said = said_text(self.catalogue, self.locale, &self.book, *fact, answer);
            text.push_str(&format!("      {said}\n"));
        }
    }

    fn json(&self, measures: impl Iterator<Item = MeasureId>) -> Value {
        let standing = match self.as_of.standing {
            Standing::InForce => "in-force",
            Standing::Lapsed => "lapsed",
            Standing::NotYet => "not-yet",
        };
        json!({
            "format": 1,
            "pack": { "id": &*self.book.id, "version": &*self.book.version },
            "as-of": {
                "asked": date_text(self.as_of.asked),
                "evaluated": date_text(self.as_of.evaluated),
                "standing": standing,
            },
            "measures": measures.map(|id| self.measure_json(id)).collect::<Vec<_>>(),
            "receipt": self.receipt(),
        })
    }

    fn measure_json(&self, id: MeasureId) -> Value {
        let measure = &self.book.measures[id];
        let explanation: Explanation<'_> = explain(&self.rules, &self.situation(), id);
        let missing = self.rules.assess(&self.book, &self.answers).of(id).missing.clone();
        let amount = match explanation.outcome {
            Outcome::Met | Outcome::MetInDirection | Outcome::Open => amount(&self.situation(), id),
            Outcome::NotMet | Outcome::NotApplicable | Outcome::NotInForce => None,
        };
        json!({
            "id": &*measure.id,
            "title": &*measure.title.get(self.locale),
            "outcome": explanation.outcome.name(),
            "applies": truth_name(explanation.applies),
            "criteria": explanation.criteria.iter().map(|line| self.line_json(line)).collect::<Vec<_>>(),
            "missing": missing.iter().map(|fact| &*self.book.facts[*fact].id).collect::<Vec<_>>(),
            "amount": amount.map(|amount| json!({
                "min": amount.min.to_string(),
                "max": amount.max.map(|max| max.to_string()),
                "unit": &*amount.unit,
                "evidence": amount.evidence.name(),
            })),
        })
    }

    fn line_json(&self, line: &Line<'_>) -> Value {
        let answers = line.facts.iter().map(|id| {
            let fact = &self.book.facts[*id];
            let answer = self.answers.get(*id).map(|answer| answer_to_json(&fact.kind, answer));
            let text = answer.map(|answer| answer.to_text()).unwrap_or_default();
            (fact.id.to_string(), text.parse::<Value>().unwrap_or_default())
        });
        let provisions = line.criterion.provision.iter().map(|id| {
            let provision = &self.book.provisions[*id];
            json!({
                "id": &*provision.id,
                "citation": citation_text(&self.book, self.locale, *id),
                "quote": provision.quote.as_deref(),
                "evidence": provision.evidence.name(),
            })
        });
        json!({
            "id": &*line.criterion.id,
            "label": &*line.criterion.label.get(self.locale),
            "grade": line.criterion.grade.name(),
            "truth": truth_name(line.truth),
            "reason": line.is_reason,
            "answers": answers.collect::<serde_json::Map<_, _>>(),
            "provisions": provisions.collect::<Vec<_>>(),
        })
    }
}

fn truth_name(truth: Truth) -> &'static str {
    match truth {
        Truth::False => "false",
        Truth::Unknown => "unknown",
        Truth::True => "true",
    }
}
