//! Helpers for `materials` and `windows`: a saved file with its options, and packs with given
//! texts.

use std::rc::Rc;

use eligibility_check::rulebook::{Locale, RulePack};
use eligibility_check::widget::preview::Part;
use eligibility_check::widget::{
    Evaluation, FileKind, PrintOptions, StandalonePage, answers_json, file_name, materials_csv,
    windows_ics,
};
use serde_json::{Value as Tree, json};

use crate::markup::{part, widget_pack};
use crate::snapshots::assert_snapshot;
use crate::support::{FERRY, date, parse_answers, parse_pack};

/// A date on which both packs are in force.
pub(crate) const DAY: &str = "2019-04-30";

/// A file that the widget saves, and the options of the checklist.
#[derive(Clone)]
pub(crate) struct SavedFile<'a> {
    pub(crate) kind: FileKind,
    pub(crate) locale: Locale,
    pub(crate) as_of: &'a str,
    pub(crate) answers: &'a str,
    pub(crate) options: PrintOptions,
}

impl SavedFile<'_> {
    /// A file in simplified Chinese, without answers, with the default options.
    pub(crate) fn of(kind: FileKind) -> SavedFile<'static> {
        SavedFile {
            kind,
            locale: Locale::ZhHans,
            as_of: DAY,
            answers: "{}",
            options: PrintOptions::default(),
        }
    }

    /// The name and the content of the file; `None` if it has no content.
    pub(crate) fn file(&self, pack: &Rc<RulePack>) -> Option<(String, String)> {
        let evaluation = Evaluation::new(
            widget_pack(self.locale, pack),
            date(self.as_of),
            &[],
            parse_answers(pack, self.answers),
        );
        let content = match self.kind {
            // The browser draws it.
            FileKind::Picture => None,
            FileKind::Answers => Some(answers_json(&evaluation)),
            FileKind::Materials => materials_csv(&evaluation, &self.options),
            FileKind::Windows => windows_ics(&evaluation, &self.options),
            FileKind::Page => {
                let page = StandalonePage {
                    second: None,
                    options: self.options.clone(),
                    printed_at: "".into(),
                    style: "".into(),
                    first: evaluation,
                };
                Some(page.render().unwrap())
            }
        };
        Some((file_name(self.kind, pack, date(self.as_of)), content?))
    }

    /// The content of the file; empty if it has none.
    pub(crate) fn content(&self, pack: &Rc<RulePack>) -> String {
        self.file(pack).map(|(_, content)| content).unwrap_or_default()
    }

    /// Whether the plan has a button with this title.
    pub(crate) fn is_offered(&self, pack: &Rc<RulePack>, title: &str) -> bool {
        let parts = [Part::PrintPanel(self.options.clone()), Part::Windows];
        parts
            .into_iter()
            .any(|wanted| part(pack, self.locale, self.as_of, self.answers, wanted).contains(title))
    }
}

/// Compares a file with its snapshot, in which BOM and CRLF are visible.
pub(crate) fn assert_file_snapshot(name: &str, (file, content): (String, String)) {
    let visible = content.replace('\u{feff}', "<BOM>").replace("\r\n", "<CRLF>\n");
    assert_snapshot(name, &format!("{file}\n{visible}"));
}

/// Titles that break a file unless they are escaped.
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

/// The ferry pack with these titles of the first measure, its materials, office and windows.
pub(crate) fn with_titles(titles: &[String]) -> Rc<RulePack> {
    let mut source: Tree = serde_json::from_str(FERRY).unwrap();
    let title = |index: usize| json!({ "zh-Hans": titles[index % titles.len()], "zh-Hant": "x", "en": "x" });
    let material = |index| json!({ "id": format!("m{index}"), "title": title(index), "note": title(index + 1) });
    source["materials"] = (0..titles.len()).map(material).collect();
    for measure in source["measures"].as_array_mut().unwrap() {
        measure["materials"] = json!([]);
    }
    source["measures"][0]["materials"] =
        (0..titles.len()).map(|index| json!(format!("m{index}"))).collect();
    source["measures"][0]["title"] = title(0);
    let window = |index| json!({ "from": "2019-05-01", "to": "2019-05-01", "label": title(index) });
    source["measures"][0]["windows"] = (0..titles.len()).map(window).collect();
    source["offices"][0]["title"] = title(1);
    source["offices"][0]["address"] = title(2);
    parse_pack(&source.to_string())
}
