//! The texts of scenarios, examples and the documents' texts.

mod en;
mod zh_hans;
mod zh_hant;

pub(super) use en::TEXTS as EN;
pub(super) use zh_hans::TEXTS as ZH_HANS;
pub(super) use zh_hant::TEXTS as ZH_HANT;

/// The texts in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::author) struct CaseTexts {
    // Files.
    /// The button that opens files
    pub(in crate::author) open: &'static str,
    /// The button that downloads a file
    pub(in crate::author) save: &'static str,
    /// The button that closes a file
    pub(in crate::author) close: &'static str,
    /// The question before a changed file is closed
    pub(in crate::author) close_unsaved: &'static str,
    /// A file has changes that are in no file
    pub(in crate::author) file_unsaved: &'static str,
    /// The number of scenarios in a file
    pub(in crate::author) file_count: &'static str,
    /// The number of files, and of those with changes
    pub(in crate::author) files: &'static str,
    /// A file is not a list
    pub(in crate::author) file_broken: &'static str,
    /// The button that takes back a change of scenarios
    pub(in crate::author) undo: &'static str,
    /// The button that makes it again
    pub(in crate::author) redo: &'static str,
    /// The name of these buttons
    pub(in crate::author) history: &'static str,
    /// The scenarios follow a rename
    pub(in crate::author) renamed: &'static str,
    // The list.
    /// The button that adds a scenario
    pub(in crate::author) new: &'static str,
    /// The name of a new scenario
    pub(in crate::author) new_name: &'static str,
    /// The label of the search
    pub(in crate::author) find: &'static str,
    /// The box that hides the others
    pub(in crate::author) only_wrong: &'static str,
    /// The button that shows more
    pub(in crate::author) more: &'static str,
    /// A scenario has faults
    pub(in crate::author) faulty: &'static str,
    /// A scenario is not checked yet
    pub(in crate::author) unchecked: &'static str,
    /// The button that copies a scenario
    pub(in crate::author) duplicate: &'static str,
    /// The button that deletes a scenario
    pub(in crate::author) delete: &'static str,
    /// A scenario was deleted
    pub(in crate::author) deleted: &'static str,
    /// A scenario was copied
    pub(in crate::author) duplicated: &'static str,
    /// A scenario was added
    pub(in crate::author) added: &'static str,
    /// A change was taken back
    pub(in crate::author) undone: &'static str,
    /// A change was made again
    pub(in crate::author) redone: &'static str,
    // The editor of a scenario.
    /// The name
    pub(in crate::author) name: &'static str,
    /// The name is empty or taken
    pub(in crate::author) name_invalid: &'static str,
    /// The as-of date
    pub(in crate::author) day: &'static str,
    /// The day is not accepted
    pub(in crate::author) day_invalid: &'static str,
    /// The heading of the answers
    pub(in crate::author) answers: &'static str,
    /// There are no answers
    pub(in crate::author) no_answers: &'static str,
    /// The menu of questions
    pub(in crate::author) add_answer: &'static str,
    /// The button next to a menu
    pub(in crate::author) add: &'static str,
    /// Nothing is chosen
    pub(in crate::author) choose: &'static str,
    /// The button that removes something
    pub(in crate::author) remove: &'static str,
    /// Yes
    pub(in crate::author) yes: &'static str,
    /// No
    pub(in crate::author) no: &'static str,
    /// The firm does not know
    pub(in crate::author) not_sure: &'static str,
    /// The answer is not accepted
    pub(in crate::author) answer_invalid: &'static str,
    /// The rules do not have a question
    pub(in crate::author) unknown_fact: &'static str,
    // Expected results.
    /// The heading of the expected results
    pub(in crate::author) expected: &'static str,
    /// The menu of measures
    pub(in crate::author) add_expected: &'static str,
    /// The expected outcome
    pub(in crate::author) outcome: &'static str,
    /// What the rules decide
    pub(in crate::author) found: &'static str,
    /// The button that expects what was found
    pub(in crate::author) take_found: &'static str,
    /// The lower end of the expected amount
    pub(in crate::author) amount_min: &'static str,
    /// The upper end of the expected amount
    pub(in crate::author) amount_max: &'static str,
    /// The expected amount
    pub(in crate::author) amount: &'static str,
    /// The amount is not accepted
    pub(in crate::author) amount_invalid: &'static str,
    /// The expected reasons
    pub(in crate::author) because: &'static str,
    /// The questions whose answers are expected to be missing
    pub(in crate::author) missing: &'static str,
    /// An empty list
    pub(in crate::author) nothing: &'static str,
    /// The button that also expects something
    pub(in crate::author) check_too: &'static str,
    /// The button that no longer expects something
    pub(in crate::author) check_not: &'static str,
    /// The rules do not have a measure
    pub(in crate::author) unknown_measure: &'static str,
    // Examples.
    /// The heading of the examples
    pub(in crate::author) examples: &'static str,
    /// What examples are
    pub(in crate::author) examples_intro: &'static str,
    /// The menu of measures
    pub(in crate::author) measure: &'static str,
    /// The button that shows examples
    pub(in crate::author) show: &'static str,
    /// A firm that meets the measure
    pub(in crate::author) meets: &'static str,
    /// A firm that fails by a criterion
    pub(in crate::author) fails: &'static str,
    /// A firm that the measure is not for
    pub(in crate::author) does_not_apply: &'static str,
    /// A firm that tests a gap
    pub(in crate::author) asked: &'static str,
    /// What the rules decide about the firm
    pub(in crate::author) by_rules: &'static str,
    /// Why
    pub(in crate::author) reasons: &'static str,
    /// The question about the result
    pub(in crate::author) is_right: &'static str,
    /// The button that confirms it
    pub(in crate::author) confirm: &'static str,
    /// The menu of other results
    pub(in crate::author) correct: &'static str,
    /// The button that adds the scenario with it
    pub(in crate::author) correct_add: &'static str,
    /// What happens then
    pub(in crate::author) correct_hint: &'static str,
    /// The worker looks for examples
    pub(in crate::author) working: &'static str,
    /// No firm meets the measure
    pub(in crate::author) never_met: &'static str,
    /// No example was found
    pub(in crate::author) none_found: &'static str,
    /// The number of examples
    pub(in crate::author) examples_found: &'static str,
    /// The worker failed
    pub(in crate::author) failed: &'static str,
    /// The button that asks for a firm that tests a gap
    pub(in crate::author) suggest: &'static str,
    /// The button that makes a scenario of the example of a finding
    pub(in crate::author) example_scenario: &'static str,
    // Texts of documents.
    /// The tab of the documents' texts
    pub(in crate::author) sources: &'static str,
    /// What the texts are for
    pub(in crate::author) sources_intro: &'static str,
    /// The pack has no documents
    pub(in crate::author) no_documents: &'static str,
    /// The button that opens the text of a document
    pub(in crate::author) source_open: &'static str,
    /// The box for the text of a document
    pub(in crate::author) source_paste: &'static str,
    /// The button that uses the pasted text
    pub(in crate::author) source_use: &'static str,
    /// The button that removes the text of a document
    pub(in crate::author) source_remove: &'static str,
    /// The name of the text of a document
    pub(in crate::author) source_text: &'static str,
    /// The numbers of quotes
    pub(in crate::author) source_count: &'static str,
    /// A file can be dropped
    pub(in crate::author) source_drop: &'static str,
    /// The heading of the quotes
    pub(in crate::author) quotes: &'static str,
    /// A quote was found
    pub(in crate::author) quote_found: &'static str,
    /// A quote was not found
    pub(in crate::author) quote_absent: &'static str,
    /// The button that shows a quote
    pub(in crate::author) quote_show: &'static str,
    /// The place of a quote in the text
    pub(in crate::author) in_text: &'static str,
    /// A quote is not in the text
    pub(in crate::author) not_in_text: &'static str,
    /// The file is too large
    pub(in crate::author) source_too_large: &'static str,
    /// The file is not text
    pub(in crate::author) source_not_text: &'static str,
}
