//! Details: what is shown of a measure that is unfolded, pictures and totals, the sheet, and what is kept.
//!
//! # Why
//!
//! Nobody needs them before the first answer, and they are a good part of the browser module. So they are written as text by a
//! module of their own (`www/details`), which a page loads once the questions stand; the widget only puts the text where it
//! belongs. Buttons in it work all the same: what they do is written on them.

use std::cell::OnceCell;
use std::rc::Rc;

use jiff::civil::Date;
use yew::Callback;

use crate::engine::{Answers, AsOf, Live};
use crate::rulebook::{Locale, RuleBook, date_text};

use super::amount_bar::amount_with_bar;
pub use super::ask::{Ask, FileKind, OnAsk, Shows, Told};
use super::catalogue::{Catalogue, fill};
use super::combination_text::Together;
use super::heading::Level;
use super::kept::{kept_file, restore};
use super::materials_csv::materials_csv;
use super::measure_details::measure_details;
use super::notices::folded_notices;
use super::paper::{BOTH_LANGUAGES, Paper};
use super::restore_box::restore_box;
use super::restored::restored;
use super::said_so_far::said_so_far;
use super::sheet::{both, page, second_language, sheet, tools};
use super::state::State;
use super::timeline::timeline;
use super::totals::{limits, together_now, totals};
use super::view::View;
use super::why::why;
use super::windows_ics::windows_ics;

/// Writes what is asked for as HTML. What was compiled for the last one is kept for the next.
pub struct Details {
    book: Rc<RuleBook>,
    catalogue: Rc<Catalogue>,
    locale: Locale,
    /// The languages there are packs for, and the style of a page of its own
    languages: Rc<[Locale]>,
    style: Rc<str>,
    also: Option<Also>,
    live: Option<Live>,
    last: Option<Seen>,
}

/// The same rules in a second language.
struct Also {
    book: Rc<RuleBook>,
    catalogue: Rc<Catalogue>,
    locale: Locale,
}

/// What the last text was made of: for one answer dozens of texts are asked for.
struct Seen {
    view: View,
    together: OnceCell<Option<Together>>,
}

impl Details {
    /// For these rules in this language.
    pub fn new(book: Rc<RuleBook>, catalogue: Rc<Catalogue>, locale: Locale) -> Details {
        Details {
            locale: book.language(locale),
            book,
            catalogue,
            languages: Rc::default(),
            style: "".into(),
            also: None,
            live: None,
            last: None,
        }
    }

    /// With the languages that can be had, and the style of what is saved as a page.
    #[must_use]
    pub fn with(mut self, languages: Rc<[Locale]>, style: Rc<str>) -> Details {
        (self.languages, self.style) = (languages, style);
        self
    }

    /// With the same rules in a second language, for a sheet in two. Other rules are left alone, and it is false.
    pub fn beside(&mut self, book: Rc<RuleBook>, catalogue: Rc<Catalogue>, locale: Locale) -> bool {
        let is_same = book.fingerprint == self.book.fingerprint;
        if is_same {
            self.also = Some(Also { locale: book.language(locale), book, catalogue });
        }
        is_same
    }

    /// What a person is told where the rules are those built in, because the ones put in their place cannot be used.
    pub fn told_built_in(&self) -> String {
        fill(self.catalogue.built_in(), &[("version", &self.book.version)])
    }

    /// What a person is told where these rules cannot be had in the language that was wanted.
    pub fn told_no_language(&self) -> String {
        self.catalogue.no_language().as_str().to_owned()
    }

    /// The language to be had for [`Details::beside`] before this can be written; none if nothing is missing.
    pub fn missing(&self, ask: &Ask) -> Option<Locale> {
        let (Shows::Sheet(paper) | Shows::File(_, paper)) = &ask.shows else { return None };
        let wanted = paper.has(BOTH_LANGUAGES) && self.also.is_none();
        if wanted { second_language(self.locale, &self.languages) } else { None }
    }

    /// The rules.
    pub fn book(&self) -> &RuleBook {
        &self.book
    }

    /// What is asked for, as HTML; or a file, with the day and time at which it is made on it.
    pub fn write(&mut self, ask: Ask, now: &str) -> String {
        let Ask { shows, as_of, heading_level, answers } = ask;
        let seen = match self.last.take() {
            Some(seen) if seen.is_of(as_of, heading_level, &answers) => seen,
            _ => self.see(as_of, heading_level, answers),
        };
        let text = match shows {
            Shows::Sheet(paper) => {
                let also = self.also(&seen.view, &paper);
                both(&seen.view, also.as_ref(), |view| sheet(view, &paper, "")).to_text()
            }
            Shows::File(kind, paper) => self.file(&seen, kind, &paper, now),
            other => seen.write(other),
        };
        self.last = Some(seen);
        text
    }

    /// The view of the second language, if it is wanted and at hand.
    fn also(&self, view: &View, paper: &Paper) -> Option<View> {
        let also = self.also.as_ref().filter(|_| paper.has(BOTH_LANGUAGES))?;
        Some(View {
            book: Rc::clone(&also.book),
            catalogue: Rc::clone(&also.catalogue),
            locale: also.locale,
            ..view.clone()
        })
    }

    /// The name of a file on the first line, and below it what stands in it; nothing if there is nothing to stand in it.
    fn file(&self, seen: &Seen, kind: FileKind, paper: &Paper, now: &str) -> String {
        // A page of its own begins with the first level, whatever stands around the widget.
        let view = &View { level: Level::new(1), ..seen.view.clone() };
        let (what, content) = match kind {
            FileKind::Answers => ("answers.json", kept_file(view)),
            FileKind::Materials => ("materials.csv", materials_csv(view, paper)),
            FileKind::Windows => ("windows.ics", windows_ics(view, paper)),
            FileKind::Page => {
                ("checklist.html", page(view, self.also(view, paper).as_ref(), paper, now, &self.style))
            }
        };
        if content.is_empty() {
            return content;
        }
        let (about, ending) = what.split_once('.').unwrap_or((what, "txt"));
        format!("{}-{about}-{}.{ending}\n{content}", view.book.id, date_text(view.as_of.asked))
    }

    fn see(&mut self, asked: Date, heading_level: u8, answers: Answers) -> Seen {
        let as_of = AsOf::new(&self.book, asked);
        let live = self.live.get_or_insert_with(|| Live::new(&self.book, &answers, as_of.evaluated));
        live.go_on(&self.book, &answers, as_of.evaluated);
        let Live { rules, assessment, .. } = live.clone();
        let state = State::new(Rc::clone(&self.book), asked).with_answers(answers);
        let view = View {
            book: Rc::clone(&self.book),
            state: Rc::new(state),
            rules,
            assessment,
            next: None,
            locale: self.locale,
            catalogue: Rc::clone(&self.catalogue),
            level: Level::new(heading_level),
            as_of,
            on_ask: Callback::from(|_| Told::NotYet),
            languages: Rc::clone(&self.languages),
            rules_page: None,
            memo: Rc::default(),
        };
        Seen { view, together: OnceCell::new() }
    }
}

impl Seen {
    fn is_of(&self, as_of: Date, heading_level: u8, answers: &Answers) -> bool {
        let view = &self.view;
        view.as_of.asked == as_of && view.level == Level::new(heading_level) && view.state.answers == *answers
    }

    fn write(&self, shows: Shows) -> String {
        let view = &self.view;
        let together = || self.together.get_or_init(|| together_now(view)).as_ref();
        let element = match shows {
            Shows::Measure(measure) => Some(measure_details(view, measure)),
            Shows::Amount(measure) => Some(amount_with_bar(view, measure)),
            Shows::Totals => Some(totals(view, together())),
            Shows::Limits => limits(view, together()),
            Shows::Timeline => Some(timeline(view)),
            Shows::Why(fact) => why(view, fact),
            Shows::Notices => folded_notices(view),
            Shows::Summary => Some(said_so_far(view)),
            Shows::SheetTools(paper) => Some(tools(view, &paper)),
            // Whoever holds the second language writes them.
            Shows::Sheet(_) | Shows::File(..) => None,
            Shows::Restore(handed) => return restore(view, &handed),
            Shows::RestoreBox(refused) => Some(restore_box(view, &refused)),
            Shows::Restored(kept) => restored(view, &kept),
        };
        element.map(|element| element.to_text()).unwrap_or_default()
    }
}
