//! Texts for the plan, the checklist, receipts and restoring.

super::texts! {
    Plan in plan;

    print_button,
    /// The title of the panel of options
    print_options_title,
    save_page_button,
    choose_measures_option,
    without_answers_option,
    bilingual_option,
    bilingual_elsewhere_option,
    checklist_title,
    firm_name,
    firm_code,
    firm_code_elsewhere,
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
    /// Above the addresses of the documents
    check_at_title,
    /// On paper, whose last section lists the addresses
    check_at_end,
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
    /// An open measure that no further answer can meet
    badge_out_of_reach,

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
    sum_without_closed,
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
    /// The office of some measures, by their numbers; the measures whose materials are not
    /// published
    office_line,
    office_unpublished,
    lists_unpublished,
    some_lists_unpublished,
    open_title,
    state_column,
    depends_column,
    procedure_title,
    /// `{number}`, `{text}`: one of several steps
    numbered,
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
    link_damaged,
    dismiss_button,
}
