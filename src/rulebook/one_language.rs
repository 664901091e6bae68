//! Reduction of a pack to one of its languages.

use super::grant::Benefit;
use super::language::Locale;
use super::text::Text;
use super::{FactKind, Measure, RulePack};

impl RulePack {
    /// Removes all languages but one from every text. A text without that language keeps its first
    /// one, relabelled.
    pub(super) fn reduce_to_language(&mut self, locale: Locale) {
        self.languages = vec![locale];
        self.each_text(&mut |text| *text = Text::new(vec![(locale, text.get(locale))]));
    }

    fn each_text(&mut self, change: &mut dyn FnMut(&mut Text)) {
        change(&mut self.title);
        self.audience.iter_mut().for_each(&mut *change);
        self.instead.iter_mut().for_each(|instead| change(&mut instead.text));
        self.evidence_note.iter_mut().for_each(&mut *change);
        self.notices.iter_mut().for_each(|notice| change(&mut notice.text));
        self.documents.iter_mut().for_each(|document| change(&mut document.title));
        self.provisions
            .iter_mut()
            .filter_map(|provision| provision.summary.as_mut())
            .for_each(&mut *change);
        self.sections.iter_mut().for_each(|section| change(&mut section.title));
        for unit in &mut self.units {
            change(&mut unit.title);
            unit.written_out.iter_mut().for_each(|written_out| change(&mut written_out.text));
        }
        for fact in self.facts.iter_mut() {
            change(&mut fact.question);
            fact.hint.iter_mut().for_each(&mut *change);
            fact.check_against.iter_mut().for_each(&mut *change);
            if let FactKind::Choice(options) | FactKind::Choices(options) = &mut fact.kind {
                for option in options {
                    change(&mut option.label);
                    option.synonyms.iter_mut().for_each(&mut *change);
                }
            }
        }
        self.assumptions.iter_mut().for_each(|assumption| change(&mut assumption.label));
        for class in self.classes.iter_mut() {
            change(&mut class.title);
            class.values.iter_mut().for_each(|value| change(&mut value.label));
        }
        self.each_points(&mut |points| {
            points.label.iter_mut().for_each(&mut *change);
            points.bands.iter_mut().filter_map(|band| band.label.as_mut()).for_each(&mut *change);
        });
        self.measures.iter_mut().for_each(|measure| each_measure_text(measure, change));
        for material in self.materials.iter_mut() {
            change(&mut material.title);
            material.note.iter_mut().for_each(&mut *change);
        }
        for office in self.offices.iter_mut() {
            change(&mut office.title);
            [&mut office.address, &mut office.hours].into_iter().flatten().for_each(&mut *change);
        }
        self.limits.iter_mut().for_each(|limit| change(&mut limit.label));
        for topic in self.topics.iter_mut() {
            change(&mut topic.title);
            change(&mut topic.summary);
        }
        self.ask_together
            .iter_mut()
            .filter_map(|group| group.title.as_mut())
            .for_each(&mut *change);
        self.relations.iter_mut().for_each(|relation| change(&mut relation.message));
    }
}

fn each_measure_text(measure: &mut Measure, change: &mut dyn FnMut(&mut Text)) {
    change(&mut measure.title);
    change(&mut measure.summary);
    measure.synonyms.iter_mut().for_each(&mut *change);
    measure.criteria.iter_mut().for_each(|criterion| change(&mut criterion.label));
    if let Benefit::InKind(text) = &mut measure.grants.benefit {
        change(text);
    }
    measure.grants.note.iter_mut().for_each(&mut *change);
    measure.windows.iter_mut().filter_map(|window| window.label.as_mut()).for_each(&mut *change);
    measure.steps.iter_mut().chain(&mut measure.duties).for_each(change);
}
