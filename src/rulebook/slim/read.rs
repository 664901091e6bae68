//! Reads the parts of a slim pack, in the order in which `write.rs` writes them.

use std::num::NonZeroU8;

use crate::rulebook::depends::depends;
use crate::rulebook::{
    Choice, Criterion, Document, Evidence, Fact, FactKind, Grade, Json, Limit, LimitKind, Locale, Material,
    MaterialUse, Measure, Notice, NumberKind, Office, OfficeId, Options, Provision, ProvisionId, RuleBook,
    Section, Table, Term, Unit, When, Window, WrittenOut,
};

use super::read_when::grounded;
use super::row::{Counts, Reader, Row, hexadecimal};
use super::{POOLS, Slim, marks};

/// The pack in these items, or nothing if any of them does not fit.
pub(super) fn pack(items: &[Json]) -> Option<Slim> {
    let row = &mut items.iter();
    let mut reader = Reader {
        damaged: false,
        // Until it is read: only texts are in a language.
        locale: Locale::ZhHans,
        pools: [const { Vec::new() }; POOLS],
        shared: Vec::new(),
        facts: Vec::new(),
        counts: Counts::default(),
    };
    let mut book = reader.book(row);
    let interface = reader.list(row, Reader::string);
    reader.end(row);
    if reader.damaged {
        return None;
    }
    book.depends = depends(&book);
    Some(Slim { book, interface })
}

impl Reader {
    fn book(&mut self, row: &mut Row<'_>) -> RuleBook {
        let fingerprint = hexadecimal(&self.string(row));
        self.damaged |= fingerprint.is_none();
        let (id, version) = (self.string(row), self.string(row));
        let locale = Locale::from_tag(&self.string(row));
        self.damaged |= locale.is_none();
        self.locale = locale.unwrap_or(self.locale);
        self.shared = self.list(row, Reader::string);
        for place in 0..POOLS {
            let mut pool = self.list(row, Reader::string);
            pool.reverse();
            self.pools.get_mut(place).into_iter().for_each(|slot| std::mem::swap(slot, &mut pool));
        }
        let (title, in_force) = (self.text(row), self.period(row));
        let (repeals, followed_by) = (self.list(row, Reader::string), self.list(row, Reader::string));
        let documents = self.rows(row, Reader::document);
        self.counts.documents = documents.len();
        let provisions = self.rows(row, Reader::provision);
        self.counts.provisions = provisions.len();
        let notices = self.rows(row, Reader::notice);
        let sections = self.rows(row, Reader::section);
        self.counts.sections = sections.len();
        self.facts = self.rows(row, Reader::new_fact);
        // Terms may name those after them.
        self.counts.terms = row.as_slice().first().map_or(0, |terms| terms.items().len());
        let terms = self.rows(row, Reader::term);
        self.damaged |= !grounded(&terms);
        let ask_when = self.list(row, Reader::maybe_when);
        let materials = self.rows(row, Reader::material);
        self.counts.materials = materials.len();
        let offices = self.rows(row, Reader::office);
        self.counts.offices = offices.len();
        let measures = self.rows(row, Reader::measure);
        self.counts.measures = measures.len();
        let limits = self.rows(row, Reader::limit);
        let units = self.rows(row, Reader::unit);
        let mut facts = std::mem::take(&mut self.facts);
        self.damaged |= ask_when.len() != facts.len();
        for (fact, when) in facts.iter_mut().zip(ask_when) {
            fact.ask_when = when;
        }
        RuleBook {
            id,
            version,
            languages: vec![self.locale],
            title,
            in_force,
            repeals,
            followed_by,
            notices,
            documents: Table::new(documents),
            provisions: Table::new(provisions),
            sections: Table::new(sections),
            units,
            facts: Table::new(facts),
            terms: Table::new(terms),
            measures: Table::new(measures),
            materials: Table::new(materials),
            offices: Table::new(offices),
            limits,
            fingerprint: fingerprint.unwrap_or_default(),
            depends: Vec::new(),
        }
    }

    fn document(&mut self, row: &mut Row<'_>) -> Document {
        Document {
            id: self.string(row),
            title: self.text(row),
            number: self.maybe(row, Reader::string),
            in_force: self.period(row),
        }
    }

    fn provision(&mut self, row: &mut Row<'_>) -> Provision {
        Provision {
            id: self.string(row),
            document: self.place(row, self.counts.documents),
            clause: self.string(row),
            evidence: self.evidence(row),
            quote: self.maybe(row, Reader::string),
            summary: self.maybe(row, Reader::text),
        }
    }

    pub(super) fn evidence(&mut self, row: &mut Row<'_>) -> Evidence {
        self.word(row, &Evidence::ALL, Evidence::Secondary)
    }

    pub(super) fn provisions(&mut self, row: &mut Row<'_>) -> Vec<ProvisionId> {
        self.places(row, self.counts.provisions)
    }

    fn notice(&mut self, row: &mut Row<'_>) -> Notice {
        Notice { text: self.text(row), provision: self.provisions(row) }
    }

    fn section(&mut self, row: &mut Row<'_>) -> Section {
        Section { id: self.string(row), title: self.text(row) }
    }

    fn new_fact(&mut self, row: &mut Row<'_>) -> Fact {
        Fact {
            id: self.string(row),
            kind: self.fact_kind(row),
            section: self.place(row, self.counts.sections),
            question: self.text(row),
            hint: self.maybe(row, Reader::text),
            // A mark stands where it cannot be changed, which is rare.
            changeable: self.maybe(row, Reader::integer).is_none(),
            // Comes later: conditions may name any fact.
            ask_when: None,
        }
    }

    fn fact_kind(&mut self, row: &mut Row<'_>) -> FactKind {
        let mut row = self.open(row);
        let row = &mut row;
        let kind = match self.integer(row) {
            marks::YES_NO => FactKind::YesNo,
            marks::CHOICE => FactKind::Choice(self.choices(row)),
            marks::CHOICES => FactKind::Choices(self.choices(row)),
            marks::NUMBER => FactKind::Number(NumberKind {
                unit: self.string(row),
                min: self.maybe(row, Reader::decimal),
                max: self.maybe(row, Reader::decimal),
                decimals: self.maybe(row, Reader::decimals).unwrap_or(0),
            }),
            marks::DATE => FactKind::Date,
            _ => self.no_such(FactKind::YesNo),
        };
        self.end(row);
        kind
    }

    fn choices(&mut self, row: &mut Row<'_>) -> Vec<Choice> {
        let choices = self.all(row, Reader::choice);
        self.damaged |= choices.is_empty() || choices.len() > Options::MOST;
        choices
    }

    fn choice(&mut self, row: &mut Row<'_>) -> Choice {
        Choice { id: self.string(row), label: self.text(row) }
    }

    fn decimals(&mut self, row: &mut Row<'_>) -> u8 {
        u8::try_from(self.below(row, 7)).unwrap_or_default()
    }

    fn term(&mut self, row: &mut Row<'_>) -> Term {
        Term { id: self.string(row), when: self.when(row) }
    }

    fn maybe_when(&mut self, row: &mut Row<'_>) -> Option<When> {
        self.maybe(row, Reader::when)
    }

    fn material(&mut self, row: &mut Row<'_>) -> Material {
        Material { id: self.string(row), title: self.text(row), note: self.maybe(row, Reader::text) }
    }

    fn office(&mut self, row: &mut Row<'_>) -> Office {
        Office {
            id: self.string(row),
            title: self.text(row),
            address: self.maybe(row, Reader::text),
            hours: self.maybe(row, Reader::text),
            phone: self.maybe(row, Reader::string),
        }
    }

    fn office_id(&mut self, row: &mut Row<'_>) -> OfficeId {
        self.place(row, self.counts.offices)
    }

    fn measure(&mut self, row: &mut Row<'_>) -> Measure {
        Measure {
            id: self.string(row),
            title: self.text(row),
            summary: self.text(row),
            provision: self.provisions(row),
            criteria: self.rows(row, Reader::criterion),
            grants: self.grant(row),
            steps: self.list(row, Reader::text),
            office: self.maybe(row, Reader::office_id),
            applies_when: self.maybe_when(row),
            materials: self.rows(row, Reader::material_use),
            windows: self.rows(row, Reader::window),
            duties: self.list(row, Reader::text),
            in_force: self.period(row),
        }
    }

    fn criterion(&mut self, row: &mut Row<'_>) -> Criterion {
        Criterion {
            id: self.string(row),
            label: self.text(row),
            provision: self.provisions(row),
            grade: self.word(row, &Grade::ALL, Grade::Directional),
            when: self.maybe_when(row),
        }
    }

    fn material_use(&mut self, row: &mut Row<'_>) -> MaterialUse {
        let (material, when) = (self.place(row, self.counts.materials), self.maybe_when(row));
        let handed_in = self.maybe(row, Reader::integer).unwrap_or_default();
        // OK because nothing hangs on the number: one that no writer wrote is shown, or none is.
        let copies = NonZeroU8::new((handed_in >> 1) as u8);
        MaterialUse { material, when, exempt: handed_in & 1 == 1, copies }
    }

    fn window(&mut self, row: &mut Row<'_>) -> Window {
        Window { period: self.period(row), label: self.maybe(row, Reader::text) }
    }

    fn unit(&mut self, row: &mut Row<'_>) -> Unit {
        Unit {
            unit: self.string(row),
            title: self.text(row),
            written_out: self.maybe(row, Reader::written_out),
        }
    }

    fn written_out(&mut self, row: &mut Row<'_>) -> WrittenOut {
        WrittenOut { text: self.text(row), zeros: self.below(row, WrittenOut::MOST_ZEROS + 1) }
    }

    fn limit(&mut self, row: &mut Row<'_>) -> Limit {
        Limit {
            measures: self.places(row, self.counts.measures),
            label: self.text(row),
            provision: self.provisions(row),
            kind: match self.integer(row) {
                marks::AT_MOST_ONE => LimitKind::AtMostOne,
                marks::HIGHEST_ONLY => LimitKind::HighestOnly,
                marks::SAME_MATTER => LimitKind::SameMatter,
                marks::CAP => LimitKind::Cap(self.money(row)),
                _ => self.no_such(LimitKind::SameMatter),
            },
        }
    }
}
