//! Finds examples.

use crate::author::case_words::case_words;
use crate::author::checks::sound_scenarios;
use crate::author::words::outcome_words;
use crate::coverage::{Coverage, GapCase};
use crate::diagnostics::{AuthoredPack, parse};
use crate::engine::{Case, CompiledCache, EvalContext, Outcome, assess, case_json};
use crate::rulebook::{Json, Locale, MeasureId};
use crate::scenario::Scenario;
use crate::widget::{Catalogue, amount_text};

use super::suggestion::{About, SuggestInput, SuggestedResult, Suggestion, Suggestions, Why};

/// Finds examples. A pack with faults has none.
pub fn suggest(input: &SuggestInput) -> Suggestions {
    let Ok(authored) = parse(&input.text) else { return Suggestions::default() };
    let words = Words { authored: &authored, locale: authored.pack.language(input.locale) };
    let mut coverage = Coverage::new(&authored.pack, &authored.json);
    let pack = &authored.pack;
    match &input.about {
        About::Measure(id) => match pack.find_measure(id) {
            Some(measure) => words.of_measure(&coverage, measure),
            None => Suggestions::default(),
        },
        About::Gap(wanted) => {
            words.add_scenarios(&mut coverage, &input.scenarios);
            let gaps = coverage.report().gaps;
            let mut gaps = gaps.iter().filter(|gap| wanted.is_about(gap));
            let case = gaps.find_map(|gap| coverage.case_for(gap));
            let list = case.map(|case| words.suggestion(&case, Why::Asked));
            Suggestions { list: list.into_iter().collect(), is_never_met: false }
        }
        About::Case(case, pointer) => {
            let list = words.parsed(case, pointer);
            let list = list.map(|case| words.suggestion(&case, Why::Asked));
            Suggestions { list: list.into_iter().collect(), is_never_met: false }
        }
    }
}

/// The pack, and the language of the words about it.
struct Words<'a> {
    authored: &'a AuthoredPack,
    locale: Locale,
}

impl Words<'_> {
    fn add_scenarios(&self, coverage: &mut Coverage<'_>, text: &str) {
        let Ok(json) = Json::parse(text) else { return };
        let mut compiled = CompiledCache::default();
        for scenario in sound_scenarios(self.authored, &json).0.into_iter().flatten() {
            let result = scenario.run(&self.authored.pack, &mut compiled);
            coverage.add(&scenario, &result.assessment);
        }
    }

    /// Firms that meet a measure, fail it by each criterion, or to which it does not apply.
    fn of_measure(&self, coverage: &Coverage<'_>, id: MeasureId) -> Suggestions {
        let measure = &self.authored.pack.measures[id];
        let meets = coverage.met_case(id).map(|case| self.suggestion(&case, Why::Meets));
        let fails = measure.criteria.iter().enumerate().filter_map(|(index, criterion)| {
            let case = coverage.failing_case(id, index)?;
            let label = criterion.label.get(self.locale).to_string();
            Some(self.suggestion(&case, Why::Fails(label)))
        });
        let other = coverage.inapplicable_case(id);
        let other = other.map(|case| self.suggestion(&case, Why::DoesNotApply));
        Suggestions {
            is_never_met: meets.is_none() && coverage.is_never_met(id),
            list: meets.into_iter().chain(fails).chain(other).collect(),
        }
    }

    /// The case of a finding, about the measure with the finding, or the first one that the case
    /// meets.
    fn parsed(&self, case: &str, pointer: &str) -> Option<GapCase> {
        let pack = &self.authored.pack;
        let case = Case::from_json(pack, &Json::parse(case).ok()?).ok()?;
        let day = case.as_of?;
        let mut tokens = pointer.split('/').skip(1);
        let of_pointer = match (tokens.next(), tokens.next()) {
            (Some("measures"), Some(index)) => index.parse::<usize>().ok(),
            _ => None,
        };
        let assessment = assess(pack, &case.answers, day);
        let ids = || pack.measures.iter().map(|(id, _)| id);
        let is_met = |id: &MeasureId| assessment.of(*id).outcome == Outcome::Met;
        let measure = of_pointer.and_then(|index| ids().nth(index));
        let measure = measure.or_else(|| ids().find(is_met)).or_else(|| ids().next())?;
        Some(GapCase { day, answers: case.answers, measure })
    }

    fn suggestion(&self, case: &GapCase, why: Why) -> Suggestion {
        let pack = &self.authored.pack;
        let catalogue = Catalogue::of(self.locale);
        let answers = case_words(pack, self.locale, case.day, &case.answers);
        let result = self.result(case);
        let outcome = outcome_words(&result.outcome, self.locale);
        let (title, colon) = (&result.title, catalogue.colon());
        let name = match &why {
            Why::Fails(label) => {
                format!("{title}{colon}{outcome} – {label}")
            }
            _ => format!("{title}{colon}{outcome}"),
        };
        let case = case_json(pack, case.day, &[], &case.answers);
        let entries = case.entries().iter();
        let entries = entries.filter(|(key, _)| key == "as-of" || key == "answers").cloned();
        let case = Json::Object(entries.collect()).to_text();
        Suggestion { why, answers, case, name, result }
    }

    fn result(&self, case: &GapCase) -> SuggestedResult {
        let pack = &self.authored.pack;
        let measure = &pack.measures[case.measure];
        let scenario = Scenario {
            name: String::new(),
            as_of: case.day,
            answers: case.answers.clone(),
            expect: Vec::new(),
        };
        let mut compiled = CompiledCache::default();
        let assessment = scenario.run(pack, &mut compiled).assessment;
        let found = scenario.found(pack, &mut compiled, &assessment, case.measure);
        let label = |id: &String| {
            let criterion = measure.criteria.iter().find(|criterion| *criterion.id == **id);
            criterion.map(|criterion| criterion.label.get(self.locale).to_string())
        };
        let context = EvalContext { pack, answers: &case.answers, as_of: case.day };
        let amount = crate::engine::amount(&context, case.measure, assessment.of(case.measure));
        let is_met = matches!(
            found.outcome,
            Outcome::Met | Outcome::MetInDirection | Outcome::MetOnceSettled
        );
        let catalogue = Catalogue::of(self.locale);
        let amount_text = is_met
            .then(|| amount_text(catalogue, self.locale, pack, &measure.grants, amount.as_ref()));
        SuggestedResult {
            measure: measure.id.to_string(),
            title: measure.title.get(self.locale).to_string(),
            outcome: found.outcome.name().to_owned(),
            reasons: found.because.iter().filter_map(label).collect(),
            because: found.because,
            amount: found
                .amount
                .map(|(min, max)| (min.to_string(), max.map(|max| max.to_string()))),
            amount_text: amount_text.unwrap_or_default(),
        }
    }
}
