//! What the widget asks the details for, and the text in which one module of a page hands that to the other.

use jiff::civil::Date;
use yew::{AttrValue, Callback};

use crate::engine::Answers;
use crate::rulebook::{FactId, Id, MeasureId, RuleBook, date_text, parse_date};

use super::paper::Paper;

/// What is asked for: all that the text depends on but the rules and their language.
#[derive(Clone, Debug, PartialEq)]
pub struct Ask {
    /// What to show
    pub shows: Shows,
    /// The day asked about
    pub as_of: Date,
    /// Level of the widget's own heading
    pub heading_level: u8,
    /// What has been said
    pub answers: Answers,
}

/// What is shown as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shows {
    /// Everything about one measure
    Measure(MeasureId),
    /// What a measure gives, and how much of that is certain
    Amount(MeasureId),
    /// How the measures stand, and what can be granted together
    Totals,
    /// What limits what can be granted together
    Limits,
    /// What came before the policy, its time, and what followed
    Timeline,
    /// What holds for every measure
    Notices,
    /// Why a question is asked
    Why(FactId),
    /// What has been said so far
    Summary,
    /// The checklist as it is printed
    Sheet(Paper),
    /// What can be chosen for the checklist, and done with it
    SheetTools(Paper),
    /// A file to keep: its name on the first line, then what stands in it. Not for the page
    File(FileKind, Paper),
    /// What becomes of a receipt code or a file that the script has handed over: `+` and what
    /// [`super::State::restored`] reads, or `-` if it is refused. No HTML
    Restore(String),
    /// The box for a receipt code, and the way to a saved file, with what was handed over and refused, if anything
    RestoreBox(String),
    /// What must be told of answers that were restored
    Restored(String),
}

/// What can be saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// The day and the answers, to go on from
    Answers,
    /// The checklist as a page of its own
    Page,
    /// The materials as a table
    Materials,
    /// When applications are taken, for a calendar
    Windows,
}

impl FileKind {
    /// Every kind there is.
    pub const ALL: [FileKind; 4] =
        [FileKind::Answers, FileKind::Page, FileKind::Materials, FileKind::Windows];
}

/// What comes of asking.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    /// The text, as HTML
    Text(AttrValue),
    /// It is not at hand yet
    NotYet,
    /// It will not come: what writes it could not be loaded
    Never,
}

/// Who is asked.
pub type OnAsk = Callback<Ask, Told>;

impl Ask {
    /// As it is handed to another module of the page.
    pub fn written(&self) -> String {
        let (day, said) = (date_text(self.as_of), self.answers.packed());
        let head = [&*self.shows.written(), &*self.heading_level.to_string(), &*day, &*said].join(" ");
        match &self.shows {
            Shows::Restore(text) | Shows::RestoreBox(text) | Shows::Restored(text) => {
                [&*head, text].join("\n")
            }
            Shows::Sheet(paper) | Shows::SheetTools(paper) | Shows::File(_, paper) => {
                [&*head, &*paper.written()].join("\n")
            }
            _ => head,
        }
    }

    /// Reads what [`Ask::written`] wrote with the same rules.
    pub fn read(book: &RuleBook, text: &str) -> Option<Ask> {
        let (head, typed) = match text.split_once('\n') {
            Some((head, typed)) => (head, Some(typed)),
            None => (text, None),
        };
        let mut parts = head.splitn(4, ' ');
        let shows = Shows::read(book, parts.next()?, typed)?;
        let heading_level = parts.next()?.parse().ok()?;
        let as_of = parse_date(parts.next()?)?;
        Some(Ask { shows, heading_level, as_of, answers: Answers::unpacked(book, parts.next()?) })
    }
}

impl Shows {
    /// A word, and the place of what it is about after a point. What was typed stands elsewhere: it may have any form.
    fn written(&self) -> String {
        match self {
            Shows::Measure(measure) => format!("measure.{}", measure.place()),
            Shows::Amount(measure) => format!("amount.{}", measure.place()),
            Shows::Why(fact) => format!("why.{}", fact.place()),
            Shows::Totals => "totals".to_owned(),
            Shows::Limits => "limits".to_owned(),
            Shows::Timeline => "timeline".to_owned(),
            Shows::Notices => "notices".to_owned(),
            Shows::Summary => "summary".to_owned(),
            Shows::Sheet(_) => "sheet".to_owned(),
            Shows::SheetTools(_) => "sheet-tools".to_owned(),
            Shows::File(kind, _) => format!("file.{}", *kind as usize),
            Shows::Restore(_) => "restore".to_owned(),
            Shows::RestoreBox(_) => "restore-box".to_owned(),
            Shows::Restored(_) => "restored".to_owned(),
        }
    }

    fn read(book: &RuleBook, what: &str, typed: Option<&str>) -> Option<Shows> {
        let (word, place) = match what.split_once('.') {
            Some((word, place)) => (word, Some(place.parse::<usize>().ok()?)),
            None => (what, None),
        };
        let measure = |place: usize| (place < book.measures.len()).then(|| MeasureId::at(place));
        let fact = |place: usize| (place < book.facts.len()).then(|| FactId::at(place));
        let paper = |text: &str| Paper::read(book, text);
        Some(match (word, place, typed) {
            ("measure", Some(place), None) => Shows::Measure(measure(place)?),
            ("amount", Some(place), None) => Shows::Amount(measure(place)?),
            ("why", Some(place), None) => Shows::Why(fact(place)?),
            ("totals", None, None) => Shows::Totals,
            ("limits", None, None) => Shows::Limits,
            ("timeline", None, None) => Shows::Timeline,
            ("notices", None, None) => Shows::Notices,
            ("summary", None, None) => Shows::Summary,
            ("sheet", None, Some(text)) => Shows::Sheet(paper(text)?),
            ("sheet-tools", None, Some(text)) => Shows::SheetTools(paper(text)?),
            ("file", Some(kind), Some(text)) => Shows::File(*FileKind::ALL.get(kind)?, paper(text)?),
            ("restore", None, Some(text)) => Shows::Restore(text.to_owned()),
            ("restore-box", None, Some(text)) => Shows::RestoreBox(text.to_owned()),
            ("restored", None, Some(text)) => Shows::Restored(text.to_owned()),
            _ => return None,
        })
    }
}
