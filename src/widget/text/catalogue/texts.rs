//! The names of the interface texts: one list, from which a macro generates the struct, the names
//! and the methods.
//!
//! # Why
//!
//! Each language fills the struct [`Texts`], so a missing text does not compile. Browsers get the
//! texts by name in their pack. [`super::Catalogue`] is an array with a method for each text,
//! because decoding and dropping a struct with 200 fields would take much more code in the module.

use yew::AttrValue;

/// The number of texts.
pub(super) const COUNT: usize = NAMES.len();

macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// The texts of one language
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

        /// The index of each text in the list
        #[expect(non_camel_case_types, reason = "each is the name of a text")]
        enum Index {
            $($name,)*
        }

        /// The names in the order of the list
        pub(super) const NAMES: &[&str] = &[$(stringify!($name)),*];

        impl super::Catalogue {
            $(
                $(#[$doc])*
                pub(crate) fn $name(&self) -> &AttrValue {
                    &self.texts[const { Index::$name as usize }]
                }
            )*
        }
    };
}

texts! {
    colon,
    semicolon,
    list_separator,
    in_brackets,
    /// An amount in a sentence: only the number in languages whose sentences contain `{unit}`
    amount_format,
    /// A date: `{year}`, `{month}`, `{day}`
    date_format,
    /// The names of the months, separated by commas; empty to use numbers
    month_names,
    /// The thousands separator; a language that has one uses the `written-out` form of units
    thousands_separator,
    /// Next to a text field for numbers of a unit with a `written-out` form
    scaled_unit_note,

    disclaimer,
    privacy_note,
    in_force_period,
    in_force_unknown,
    status_in_force,
    status_lapsed,
    status_not_yet,
    historical_note,
    instead_title,
    followed_by,
    as_of_label,
    as_of_hint,
    notices_title,

    questions_title,
    yes,
    no,
    not_sure,
    none_of_these,
    select_all_that_apply,
    date_hint,
    clear_button,
    answered_count,

    not_a_number,
    stray_unit,
    read_as,
    too_many_places,
    not_whole,
    too_small,
    too_large,
    not_a_date,
    no_such_day,
    one_number,
    /// `{typed}`
    unclear_separators,
    /// `{typed}`, `{unit}`
    ambiguous_number,
    no_year,
    /// `{typed}`
    unclear_date,
    /// `{year}`
    date_too_early,
    /// The words for 10⁴, 10⁸ and 10¹², separated by commas; empty to write all digits
    large_number_words,
    /// `{amount}`, `{min}`, `{max}`
    unusual_number,
    /// `{date}`, `{day}`
    date_after_as_of,
    /// `{message}`
    contradiction,
    confirm_answer,

    start_button,
    show_all_questions,
    show_one_question,
    rules_page_link,
    intro,
    audience,
    /// `{measures}`, `{left}`
    length_note,
    restore_title,
    code_hint,
    restore_button,
    file_label,
    next_button,
    back_button,
    /// `{left}`
    questions_left,
    finished_title,
    finished_note,
    /// `{count}`
    answers_title,
    answer_missing,
    errors_title,
    option_search_label,
    /// `{found}`, `{all}`
    options_found,
    measure_search_label,
    outcome_filter_label,
    no_measures_found,
    /// `{count}`
    show_more,
    save_answers_button,
    save_materials_button,
    save_windows_button,
    start_page_button,
    /// `{count}`
    clear_question,
    clear_confirm_button,
    clear_cancel_button,
    language_label,
    large_text_button,

    results_title,
    outcome_met,
    outcome_met_in_direction,
    outcome_met_once_settled,
    premise,
    outcome_open,
    outcome_not_met,
    outcome_not_applicable,
    outcome_not_in_force,

    /// The score of a criterion so far: `{score}`, `{bound}`
    score,
    score_at_least,
    score_more_than,
    score_at_most,
    score_less_than,
    score_exactly,
    score_part,
    score_part_open,
    score_part_undefined,
    score_part_unnamed,
    truth_true,
    truth_false,
    truth_unknown,
    office_decides,
    directional_note,
    your_answer,
    not_answered,
    applicability_label,
    criteria_title,
    still_needed_title,
    details_needed_title,
    suggested_question,
    legal_basis_title,
    paraphrase_label,

    benefit_title,
    amount_exact,
    amount_up_to,
    amount_range,
    amount_at_least,
    no_amount,
    no_tier,
    out_of_reach,
    evidence_official_text,
    evidence_official_interpretation,
    evidence_secondary,

    combination_title,
    total_guaranteed,
    total_possible,
    no_total,
    excluded_by_limit,
    not_together,
    capped_by,
    capped,
    highest_undecided,
    not_counted_no_amount,
    not_counted_unconfirmed,
    not_all_compared,

    materials_title,
    need_required,
    need_if_applicable,
    need_exempt,
    copies,
    copies_at_least,
    material_column,
    material_note_column,
    for_measures_column,
    prepared_column,
    no_materials,
    office_title,
    windows_title,
    period_from_to,
    steps_title,
    duties_title,

    checklist_button,
    questions_button,
    print_button,
    /// The title of the panel of options
    print_options_title,
    save_page_button,
    /// `{count}` measures, `{open}` of them open; before a checklist of many pages
    long_checklist_note,
    without_open_option,
    choose_measures_option,
    without_answers_option,
    bilingual_option,
    checklist_title,
    firm_name,
    firm_code,
    contact_person,
    phone,
    handwritten_note,
    summary_title,
    /// Below the summary
    missing_details_note,
    measure_column,
    outcome_column,
    criterion_column,
    /// For criteria with answers
    criterion_and_answer_column,
    window_check_column,
    pack_version,
    receipt_code_label,
    /// `{changes}`, `{outcome}`
    nearest_miss,
    possible_change,
    /// `{day}`
    wait_until,
    printed_at_label,
    /// `{day}`: the as-of date
    checked_as_of,
    /// `{page}`, `{pages}`
    page_number,
    answers_omitted_note,
    /// `{shown}`, `{others}`: numbers of measures
    measures_omitted_note,
    no_measures_in_reach,
    address_label,
    hours_label,
    website_label,
    measure_page_label,
    sources_title,
    /// In place of details that no published text contains
    not_published,
    /// After the dates of a past application window
    window_over,
    /// `{amount}` of an open measure
    amount_if_met,
    /// `{questions}` that decide whether a material is needed
    depends_on,
    /// On a checklist without results
    measures_title,
    all_materials_title,
    need_column,
    copies_column,
    /// Below the materials, if a measure does not state the number
    copies_note,
    measure_numbers_column,
    receipt_note,
    /// The officer who checks the checklist
    checked_by_label,
    checked_on_label,

    /// `{given}` with these answers, and `{full}` at most for anyone
    amount_of_maximum,
    answer_question_link,
    /// `{question}`, `{difference}`, `{from}`, `{to}`; also the next two
    change_increase,
    change_decrease,
    change_replace,
    limits_title,
    timeline_earlier,
    timeline_this_policy,
    timeline_later,
    period_since,
    period_until,
    timeline_day_before,
    timeline_day_within,
    timeline_day_after,
    why_asked,
    which_measures,
    no_answers,
    change_button,
    not_a_code,
    damaged_code,
    code_of_other_pack,
    code_of_other_version,
    not_a_saved_file,
    file_of_other_pack,
    unknown_answers,
    /// `{answers}`
    answered_twice,
    file_hint,
    no_qr_code,
    other_qr_code,
    unreadable_picture,
    qr_reader_not_loaded,
    file_too_large,
    pdf_not_supported,
    restore_diff_title,
    /// `{theirs}`, `{ours}`: versions
    other_version,
    outcomes_unknown,
    outcomes_same,
    /// `{count}`
    outcomes_differ,
    /// In place of an outcome
    measure_removed,
    /// `{count}`
    and_more,
    /// `{answers}`
    answers_not_restored,
    /// `{version}`
    built_in_notice,
    language_failed_notice,
}
