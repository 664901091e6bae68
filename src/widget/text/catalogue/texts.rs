//! The texts of the interface by name: one list, from which everything follows that must agree on it.
//!
//! # Why
//!
//! A language's file fills the struct [`Texts`], so that a text that is missing does not compile. Browsers get the same
//! texts by name in their pack, and none of them with the program. There the catalogue is an array with a method
//! for each text, not a struct: reading a struct of a hundred fields, and letting go of it, is a hundred times the code.

use yew::AttrValue;

/// So many texts there are.
pub(super) const COUNT: usize = NAMES.len();

macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// Every text of the interface as a language's file writes it
        #[cfg(feature = "cli")]
        pub(super) struct Texts {
            $($(#[$doc])* pub(super) $name: &'static str,)*
        }

        #[cfg(feature = "cli")]
        impl Texts {
            /// The texts in the order of the list.
            pub(super) const fn list(&self) -> [AttrValue; COUNT] {
                [$(AttrValue::Static(self.$name)),*]
            }
        }

        /// Where a text stands in the list
        #[expect(non_camel_case_types, reason = "each is the name of a text")]
        enum Place {
            $($name,)*
        }

        /// The names in the order of the list
        pub(super) const NAMES: &[&str] = &[$(stringify!($name)),*];

        #[expect(clippy::wrong_self_convention, reason = "a text is called `from_to`")]
        impl super::Catalogue {
            $(
                $(#[$doc])*
                pub(crate) fn $name(&self) -> &AttrValue {
                    &self.texts[const { Place::$name as usize }]
                }
            )*
        }
    };
}

texts! {
    colon,
    semicolon,
    list_comma,
    brackets,
    /// An amount in a sentence: the number alone where the sentence itself says `{unit}`
    amount,
    /// A day: `{year}`, `{month}`, `{day}`
    date,
    /// The names of the months with commas between them; numbers where there are none
    months,
    /// Between thousands; a language that has one writes out amounts in scaled units
    thousands,
    /// Beside a box for numbers of a unit that is written out elsewhere
    scaled_unit,

    indication,
    private,
    in_force_between,
    in_force_now,
    lapsed,
    not_yet,
    historical,
    followed_by,
    as_of,
    as_of_hint,
    notices,

    questions,
    yes,
    no,
    not_sure,
    none_of_these,
    choose_any,
    date_hint,
    clear,
    answered,

    not_a_number,
    stray_unit,
    read_as,
    too_many_places,
    whole_only,
    too_small,
    too_large,
    not_a_date,
    no_such_day,

    begin,
    all_questions,
    one_question,
    all_rules,
    about,
    for_whom,
    /// `{measures}`, `{left}`
    how_long,
    restore,
    code_hint,
    restore_now,
    open_file,
    next,
    back,
    /// `{left}`
    left_at_most,
    enough,
    finished,
    finished_note,
    /// `{count}`
    answers,
    skipped,
    errors,
    find,
    /// `{found}`, `{all}`
    found,
    seek,
    only,
    none_found,
    /// `{count}`
    more,
    save,
    save_materials,
    save_windows,
    to_start,
    /// `{count}`
    clear_question,
    clear_now,
    clear_not,
    language,
    large,

    results,
    met,
    met_in_direction,
    open,
    not_met,
    not_applicable,
    not_in_force,

    holds,
    fails,
    undecided,
    office_decides,
    directional,
    your_answer,
    unanswered,
    applies_because,
    criteria,
    still_needed,
    ask_next,
    provision,
    paraphrase,

    benefit,
    exactly,
    up_to,
    range,
    at_least,
    no_figure,
    official_text,
    official_interpretation,
    secondary,

    combination,
    guaranteed,
    possible,
    no_total,
    excluded,
    cut,
    cut_without_bound,
    highest_undecided,
    without_figure,
    unconfirmed,
    not_all_compared,

    materials,
    required,
    if_applicable,
    exempt,
    copies,
    copies_at_least,
    material,
    material_note,
    for_measures,
    prepared,
    no_materials,
    office,
    windows,
    from_to,
    steps,
    duties,

    to_sheet,
    to_questions,
    print,
    /// Over what can be chosen for the sheet
    choose_sheet,
    /// Saves the checklist as a page
    save_page,
    /// Before a sheet of many pages: how many measures, and how many of them are open
    many_blocks,
    /// The choice to name open measures only
    without_open,
    /// Over the measures that can be chosen for the sheet
    choose_measures,
    /// The choice to leave out the answers
    without_answers,
    /// The choice of two languages
    both_languages,
    sheet_title,
    firm_name,
    firm_code,
    contact,
    phone,
    by_hand,
    summary,
    /// Under the summary: what it means that something is not on the sheet
    not_printed,
    measure,
    outcome,
    criterion,
    /// Over criteria with what was answered
    criterion_and_answer,
    window_check,
    pack_version,
    receipt,
    /// `{changes}`, `{outcome}`
    nearest,
    /// `{day}`
    wait_until,
    /// Before the time of printing
    printed_at,
    /// The day asked about, on paper
    asked_day,
    /// The number of a page
    page_of,
    /// On a sheet without answers
    answers_left_out,
    /// On a sheet of chosen measures
    measures_left_out,
    /// If no measure is in reach
    none_in_reach,
    /// Where an office is
    address,
    /// When an office is open
    hours,
    /// What no published text says
    unpublished,
    /// After the days of a window that is over
    window_over,
    /// The amount of a measure that is still open
    if_met,
    /// Beside a document: the questions that decide whether it is needed
    depends_on,
    /// Over the measures of a sheet without results
    measures,
    /// Over all documents once
    all_papers,
    /// Whether a document is required
    need,
    /// Over how many copies
    copies_title,
    /// Under the documents, where a measure does not say how many
    copies_note,
    /// The measures a document is for
    serves,
    /// What a receipt is for
    receipt_use,
    /// Who checked the sheet at the window
    checked_by,
    /// When
    checked_on,

    /// `{given}` here, and `{full}` at most to anyone
    reach,
    answer_this,
    /// `{difference}`, `{from}`, `{to}`; so the next two
    change_more,
    change_less,
    change_from_to,
    how_added,
    earlier,
    this_policy,
    later,
    since,
    until,
    day_before,
    day_within,
    day_after,
    why_asked,
    which_measures,
    nothing_said,
    change,
    not_a_code,
    damaged_code,
    code_of_others,
    code_of_version,
    not_our_file,
    file_of_others,
    unknown_answers,
    file_hint,
    no_symbol,
    other_symbol,
    no_picture,
    too_large_file,
    pdf,
    restored_title,
    /// `{theirs}`, `{ours}`: versions
    other_rules,
    outcomes_unknown,
    outcomes_same,
    /// `{count}`
    outcomes_differ,
    /// In the place of an outcome
    measure_gone,
    /// `{count}`
    and_more,
    /// `{answers}`
    answers_not_taken,
    /// `{version}`
    built_in,
    no_language,
}
