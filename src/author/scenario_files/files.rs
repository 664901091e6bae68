//! The open files of scenarios.

use std::rc::Rc;

use crate::author::document::Document;
use crate::rulebook::Json;

use super::add::add_scenario;
use super::edit::ScenarioEdit;

/// A file of scenarios.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScenarioFile {
    /// Its name
    pub name: Rc<str>,
    /// Its text in the page
    pub text: Rc<str>,
    /// The text of the file itself
    pub saved: Rc<str>,
}

impl ScenarioFile {
    /// A file as it was opened.
    pub fn new(name: &str, text: &str) -> ScenarioFile {
        ScenarioFile { name: name.into(), text: text.into(), saved: text.into() }
    }

    /// Whether there are changes that are in no file.
    pub fn is_changed(&self) -> bool {
        self.text != self.saved
    }

    fn with_text(&self, text: String) -> ScenarioFile {
        ScenarioFile { text: text.into(), ..self.clone() }
    }
}

/// The open files, in the order of their names. The checks run on [`ScenarioFiles::readable`].
/// Indices count the scenarios of all files that are lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ScenarioFiles(Vec<ScenarioFile>);

/// The name of a file for the first scenario.
const FIRST_NAME: &str = "scenarios.json";

impl ScenarioFiles {
    /// These files, and others with their names and texts. A file takes the place of one with the
    /// same name.
    pub fn open(&self, files: impl IntoIterator<Item = (String, String)>) -> ScenarioFiles {
        let mut opened = self.clone();
        for (name, text) in files {
            opened.0.retain(|file| *file.name != *name);
            opened.0.push(ScenarioFile::new(&name, &text));
        }
        opened.0.sort_by(|one, other| one.name.cmp(&other.name));
        opened
    }

    /// The files without one.
    pub fn close(&self, file: usize) -> ScenarioFiles {
        let mut files = self.clone();
        if file < files.0.len() {
            files.0.remove(file);
        }
        files
    }

    /// The files.
    pub fn iter(&self) -> impl Iterator<Item = &ScenarioFile> {
        self.0.iter()
    }

    /// The file with an index.
    pub fn get(&self, file: usize) -> Option<&ScenarioFile> {
        self.0.get(file)
    }

    /// Whether there are changes that are in no file.
    pub fn is_changed(&self) -> bool {
        self.0.iter().any(ScenarioFile::is_changed)
    }

    /// One list with the scenarios of each file that is a list; or the text of the only file, so
    /// that the checks say what is wrong with it. Empty without a file.
    pub fn readable(&self) -> Rc<str> {
        if let [file] = self.0.as_slice() {
            return Rc::clone(&file.text);
        }
        let lists = self.lists();
        let files = self.0.iter().zip(&lists).filter(|(_, list)| list.is_some());
        ScenarioFiles(files.map(|(file, _)| file.clone()).collect()).joined()
    }

    /// One list with all scenarios: the text of the only file, or a text of all; empty without a
    /// file. It is not a list if one of them is not, so that nobody publishes without it.
    pub fn joined(&self) -> Rc<str> {
        if let [file] = self.0.as_slice() {
            return Rc::clone(&file.text);
        }
        let lists = self.0.iter().filter_map(|file| {
            let text = file.text.trim();
            let inside = text.strip_prefix('[').and_then(|text| text.strip_suffix(']'));
            // A list in the list is a fault, whatever the text is.
            let inside = inside.map_or_else(|| format!("[{text}]"), |text| text.trim().to_owned());
            Some(inside).filter(|inside| !inside.is_empty() && !text.is_empty())
        });
        let lists: Vec<String> = lists.collect();
        if lists.is_empty() { "".into() } else { format!("[\n{}\n]\n", lists.join(",\n")).into() }
    }

    /// The scenarios of each file. `None` for a file that is not a list.
    pub fn lists(&self) -> Vec<Option<Vec<Json>>> {
        let list = |file: &ScenarioFile| match Json::parse(&file.text) {
            Ok(Json::Array(items)) => Some(items),
            Ok(_) => None,
            Err(_) => file.text.trim().is_empty().then(Vec::new),
        };
        self.0.iter().map(list).collect()
    }

    /// The file and the index in it of a scenario that has this index among all. `None` if there
    /// is no such scenario.
    pub fn locate(&self, index: usize) -> Option<(usize, usize)> {
        let mut left = index;
        for (file, list) in self.lists().into_iter().enumerate() {
            let count = list.map_or(0, |list| list.len());
            if left < count {
                return Some((file, left));
            }
            left -= count;
        }
        None
    }

    /// The name of the scenario with this index among all; empty if it has none.
    pub fn name_of(&self, index: usize) -> String {
        let scenario = self.lists().into_iter().flatten().flatten().nth(index);
        let name = scenario.as_ref().and_then(|scenario| scenario.get("name"));
        name.and_then(Json::as_str).unwrap_or_default().to_owned()
    }

    /// The number of scenarios before a file.
    pub fn before(&self, file: usize) -> usize {
        self.lists().into_iter().take(file).flatten().map(|list| list.len()).sum()
    }

    /// The files after a change of the scenario with this index among all. `None` if it is not
    /// possible.
    pub fn edit(&self, index: usize, edit: &ScenarioEdit) -> Option<ScenarioFiles> {
        let (file, local) = self.locate(index)?;
        let known: Vec<Json> = self.lists().into_iter().flatten().flatten().collect();
        let document = Document::parse(Rc::clone(&self.0.get(file)?.text)).ok()?;
        self.with(file, edit.apply(&document, local, &known)?)
    }

    /// The files with a scenario at the end of the last one that is a list, and its index among
    /// all. `None` if there are files, but no lists.
    pub fn add(&self, scenario: &str) -> Option<(ScenarioFiles, usize)> {
        let mut files = self.clone();
        if files.0.is_empty() {
            files.0.push(ScenarioFile::new(FIRST_NAME, ""));
        }
        let lists = files.lists();
        let last = lists.iter().rposition(Option::is_some)?;
        let known: Vec<Json> = lists.into_iter().flatten().flatten().collect();
        let text = add_scenario(&files.get(last)?.text, &known, scenario)?;
        Some((files.with(last, text)?, known.len()))
    }

    /// The files with another text of one.
    pub fn with(&self, file: usize, text: String) -> Option<ScenarioFiles> {
        let mut files = self.clone();
        let open = files.0.get_mut(file)?;
        *open = open.with_text(text);
        Some(files)
    }

    /// The files after a change of every text. `change` returns `None` for one that stays.
    pub fn map(&self, change: impl Fn(&str) -> Option<String>) -> ScenarioFiles {
        let change = |file: &ScenarioFile| match change(&file.text) {
            Some(text) => file.with_text(text),
            None => file.clone(),
        };
        ScenarioFiles(self.0.iter().map(change).collect())
    }

    /// The files after one was saved with this text.
    pub fn saved(&self, file: usize, text: &Rc<str>) -> ScenarioFiles {
        let mut files = self.clone();
        if let Some(file) = files.0.get_mut(file) {
            file.saved = Rc::clone(text);
        }
        files
    }

    /// The same texts, with what is saved in these files.
    pub fn with_saved_of(&self, other: &ScenarioFiles) -> ScenarioFiles {
        let mut files = self.clone();
        for file in &mut files.0 {
            if let Some(known) = other.0.iter().find(|known| known.name == file.name) {
                file.saved = Rc::clone(&known.saved);
            }
        }
        files
    }
}

impl FromIterator<ScenarioFile> for ScenarioFiles {
    fn from_iter<I: IntoIterator<Item = ScenarioFile>>(files: I) -> ScenarioFiles {
        let mut files: Vec<ScenarioFile> = files.into_iter().collect();
        files.sort_by(|one, other| one.name.cmp(&other.name));
        ScenarioFiles(files)
    }
}

/// Whether a scenario can be added to a text: it is a list, or empty.
pub(in crate::author) fn is_list(scenarios: &str) -> bool {
    scenarios.trim().is_empty() || matches!(Json::parse(scenarios), Ok(Json::Array(_)))
}
