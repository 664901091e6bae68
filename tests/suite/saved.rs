//! What several tests of saved files need: a file as it is asked for, and packs with whatever texts anybody may write.

use std::rc::Rc;

use eligibility_check::rulebook::{Locale, RuleBook};
use eligibility_check::widget::{Ask, Catalogue, Details, FileKind, Paper, Shows};
use serde_json::{Value as Tree, json};

use crate::support::{answers, book, day};

/// A pack in three languages whose first measure has an office, windows and materials.
pub(crate) const FERRY: &str = include_str!("../transcripts/packs/ferry.json");

/// A day on which both packs are in force.
pub(crate) const DAY: &str = "2019-04-30";

/// What is saved, and with which choices for the paper.
#[derive(Clone)]
pub(crate) struct Wanted<'a> {
    pub(crate) kind: FileKind,
    pub(crate) locale: Locale,
    pub(crate) as_of: &'a str,
    pub(crate) said: &'a str,
    /// What was chosen for the paper
    pub(crate) paper: Paper,
}

impl Wanted<'_> {
    /// Everything, in simplified Chinese, before the first answer.
    pub(crate) fn of(kind: FileKind) -> Wanted<'static> {
        Wanted { kind, locale: Locale::ZhHans, as_of: DAY, said: "{}", paper: Paper::default() }
    }

    /// The name of the file and what stands in it, asked for by way of the text that browsers hand on.
    pub(crate) fn file(&self, book: &Rc<RuleBook>) -> Option<(String, String)> {
        let told = self.told(book, Shows::File(self.kind, self.paper.clone()));
        let (name, content) = told.split_once('\n')?;
        Some((name.to_owned(), content.to_owned()))
    }

    /// What stands in the file; empty if there is none.
    pub(crate) fn content(&self, book: &Rc<RuleBook>) -> String {
        self.file(book).map(|(_, content)| content).unwrap_or_default()
    }

    /// Whether the page offers the file: a button says so in the words of the interface.
    pub(crate) fn is_offered(&self, book: &Rc<RuleBook>, title: &str) -> bool {
        self.told(book, Shows::SheetTools(self.paper.clone())).contains(title)
    }

    fn told(&self, book: &Rc<RuleBook>, shows: Shows) -> String {
        let answers = answers(book, self.said);
        let ask = Ask { shows, as_of: day(self.as_of), heading_level: 2, answers };
        let ask = Ask::read(book, &ask.written()).unwrap();
        let catalogue = Rc::new(Catalogue::of(self.locale).clone());
        Details::new(Rc::clone(book), catalogue, self.locale).write(ask, "")
    }
}

/// A snapshot of a file, with what cannot be seen in it written out.
pub(crate) fn snapshot(name: &str, (file, content): (String, String)) {
    let seen = content.replace('\u{feff}', "<BOM>").replace("\r\n", "<CRLF>\n");
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, format!("{file}\n{seen}")));
}

/// Titles that somebody might write to break a file, or because a name is so.
pub(crate) const HOSTILE: [&str; 14] = [
    "\"营业执照\", 副本",
    "第一行\n第二行",
    "第一行\r\n第二行\r第三行",
    "=HYPERLINK(\"http://example.org\";\"x\")",
    "+1",
    "-2+3",
    "@SUM(1)",
    "\t=1+1",
    "\r=1+1",
    "　＝1＋1",
    "＠甲",
    "a\\nb;c,d",
    "END:VEVENT\r\nBEGIN:VEVENT",
    "\u{feff}\u{200f}\u{0}甲😀",
];

/// The ferry pack in one language, whose first measure asks for these materials, has one of the titles itself, and so do its
/// office and its windows.
pub(crate) fn titled(titles: &[String]) -> Rc<RuleBook> {
    let mut pack: Tree = serde_json::from_str(FERRY).unwrap();
    let some = |place: usize| json!({ "zh-Hans": titles[place % titles.len()], "zh-Hant": "x", "en": "x" });
    let material =
        |place| json!({ "id": format!("m{place}"), "title": some(place), "note": some(place + 1) });
    pack["materials"] = (0..titles.len()).map(material).collect();
    for measure in pack["measures"].as_array_mut().unwrap() {
        measure["materials"] = json!([]);
    }
    pack["measures"][0]["materials"] = (0..titles.len()).map(|place| json!(format!("m{place}"))).collect();
    pack["measures"][0]["title"] = some(0);
    let window = |place| json!({ "from": "2019-05-01", "to": "2019-05-01", "label": some(place) });
    pack["measures"][0]["windows"] = (0..titles.len()).map(window).collect();
    pack["offices"][0]["title"] = some(1);
    pack["offices"][0]["address"] = some(2);
    book(&pack.to_string())
}
