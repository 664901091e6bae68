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
    topics_title,
    topic_missing,
    all_topics_button,
    show_all_questions,
    show_one_question,
    rules_page_link,
    restore_title,
    code_hint,
    restore_button,
    file_label,
    next_button,
    back_button,
    /// `{count}`
    answers_title,
    answer_missing,
    errors_title,

    /// `{count}`: the measures that can be applied for. A button
    results_so_far,
    /// The same while there are none
    see_results,
    all_topics_title,
    /// `{topic}` is the first of `{count}`
    several_topics,
    /// `{number}`
    question_number,
    /// `{number}`, `{total}`
    question_number_of,
    change_title,
    lapsed_mark,
    /// `{count}`: in words
    all_yes_button,
    /// The words for two, three and so on, separated by commas
    count_words,
    /// `{count}`
    group_missing,
    rest_optional,
    /// What the answer 不清楚 does
    not_sure_note,
    /// Above a long list
    none_of_the_following,
    /// `{count}`
    other_options,
    /// `{measures}`
    used_for,
    /// `{amount}`: the difference of two numbers
    computed_more,
    computed_less,
    computed_same,
    computed_number,
    /// `{computed}`: one of the texts above, `{threshold}`
    threshold_exact,
    threshold_reached,
    /// Also `{gap}`
    threshold_short,
    threshold_not_more,
    limit_kept,
    limit_exceeded,
    /// What the last answer changed: `{measures}`
    changed_met,
    changed_direction,
    changed_once_settled,
    changed_lost,
    changed_open,
    /// `{measure}`, `{amount}`
    measure_and_amount,
    /// `{measures}` of `{count}`
    and_others,
    /// The disclosure below a question
    more_title,
    question_search_label,
    no_questions_found,
    /// Questions that no topic uses
    other_questions,

    option_search_label,
    /// `{found}`, `{all}`
    options_found,
    measure_search_label,
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

    /// Between the parts of an accessible name
    comma,
    results_back_button,
    receipt_button,
    /// The groups of the results
    group_apply,
    group_direction,
    group_services,
    /// `{group}`, `{count}`
    group_title,
    /// The total in the summary
    sum_label,
    sum_at_least_label,
    measures_unit,
    decided_label,
    questions_unit,
    /// The questions left in the summary
    questions_label,
    /// `{amount}`
    questions_with_amount,
    continue_button,
    /// `{count}` measures that exclude each other
    choose_one,
    /// `{measure}`
    choose_one_counted,
    /// In place of the number 2 in `choose_one`
    two,
    /// `{amount}`, `{percent}`
    reason_rate,
    /// `{amount}`, `{percent}`
    reason_rate_of_growth,
    /// `{question}`
    reason_missing,
    /// `{question}`, `{count}`
    answer_questions_link,
    /// `{question}`
    reason_unknown,
    /// `{label}`
    reason_failed,
    /// `{changes}`
    reason_near,
    /// `{changes}`
    reason_near_open,
    why_title,
    prepare_title,
    where_title,
    /// `{office}`
    no_materials_ask,
    no_office,
    more_topics_button,
    plan_button,
    topics_label,
    /// `{count}`
    topic_questions,
    /// `{count}`
    topic_results,
    topic_without_questions,

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
    not_answered,
    applicability_label,
    still_needed_title,
    details_needed_title,
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

    print_button,
    /// The title of the panel of options
    print_options_title,
    save_page_button,
    choose_measures_option,
    without_answers_option,
    bilingual_option,
    checklist_title,
    firm_name,
    firm_code,
    contact_person,
    phone,
    measure_column,
    criterion_column,
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
    website_label,
    measure_page_label,
    sources_title,
    /// After the dates of a past application window
    window_over,
    /// `{amount}` of an open measure
    amount_if_met,
    /// `{questions}` that decide whether a material is needed
    depends_on,
    all_materials_title,
    need_column,
    copies_column,
    /// Below the materials, if a measure does not state the number
    copies_note,
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
    no_answers,
    change_button,
    not_a_code,
    damaged_code,
    /// `{line}`
    damaged_line,
    old_code,
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

    /// The name of the menu in the bar
    menu_label,
    /// The word of a badge
    badge_met,
    badge_direction,
    badge_settled,
    badge_open,
    badge_near,
    badge_not_met,

    /// The numbers of the sections of a checklist, separated by commas
    section_numbers,
    section_title,
    listed_title,
    nothing_to_apply_for,
    self_check_column,
    amount_column,
    verdict_column,
    verdict_confirmed,
    verdict_incomplete,
    verdict_refused,
    /// The certain total of a checklist, and the measures that it does not count, by their numbers
    sum,
    no_sum,
    sum_without_figure,
    sum_without_secondary,
    sum_without_undecided,
    sum_without_excluded,
    answers_once_title,
    form_title,
    question_column,
    answer_column,
    check_against_column,
    computed_difference,
    computed_sum,
    computed_other,
    threshold,
    other_answers,
    /// The office of some measures, by their numbers; the measures whose materials are not published
    office_line,
    office_unpublished,
    lists_unpublished,
    some_lists_unpublished,
    open_title,
    state_column,
    depends_column,
    procedure_title,
    of_measures,
    same_document,
    clauses_title,
    lost_title,
    scan_to_open,
    scan_in_tool,

    choose_topics_button,
    start_sentence,
    /// `{day}`
    valid_until,
    /// `{day}`
    valid_since,
    about_title,
    other_day_button,
    /// `{day}`
    start_lapsed_mark,
    lapsed_title,
    /// `{number}`, `{days}`
    lapsed_period,
    now_title,
    instead_button,
    no_successor,
    ask_offices,
    history_title,
    history_text,
    history_button,
    /// `{day}`
    not_yet_mark,
    /// `{day}`
    not_yet_sentence,
    preview_button,
    save_first_day_button,
    day_lapsed_note,
    day_note,
    day_button,
    /// `{day}`
    lapsed_note,
    /// `{day}`
    not_yet_note,
    topics_hint,
    /// `{count}`
    topic_length,
    /// `{count}`, `{minutes}`
    start_topic_button,
    /// `{count}`, `{minutes}`
    start_topics_button,
    /// `{count}`
    more_topics,
    all_questions_button,

    plan_title,
    plan_back_button,
    /// `{count}`
    plan_steps_title,
    plan_ready,
    ask_materials_title,
    ask_amounts_title,
    ask_both_title,
    /// `{measures}`
    ask_materials_line,
    /// `{measures}`
    ask_amounts_line,
    plan_no_office,
    no_phone,
    /// `{office}`, `{count}`
    office_measures,
    plan_prepare_title,
    /// `{measures}`
    material_for,
    /// `{count}`
    find_out_title,
    /// `{measures}`
    decides,
    /// `{count}`
    waiting_questions,
    /// `{count}`
    questions_open_link,
    /// `{days}`
    days_left,
    last_day,
    receipt_card_title,
    copy_button,
    picture_button,
    copy_link_button,
    copied_note,
    copy_refused,
    link_note,
    qr_title,
    picture_note,
    picture_failed,
    built_in_note,
    plan_preview_button,
    save_title,
    picture_label,
    picture_hint,
    /// `{line}`
    line_right,
    /// `{line}`, `{left}`
    line_short,
    /// `{line}`
    line_unfinished,
    /// `{line}`, `{typed}`
    line_stray,
    /// `{parts}`
    restored_text,
    /// `{count}`
    restored_answers,
    all_topics,
    offer_question,
    offer_accept_button,
    offer_decline_button,
}
