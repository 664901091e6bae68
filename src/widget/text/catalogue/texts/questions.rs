//! Texts for the start, the topics and the questions; also numbers, dates and errors of answers.

super::texts! {
    Questions in questions;

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
    /// `{answer}`: the question with its answer
    change_answer,
    /// After an answer that a topic or a measure assumes
    assumed_mark,

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
    /// `{measures}`: under rules that have lapsed
    changed_met_then,
    /// Met, but applications are over this year: `{measures}`
    changed_closed,
    changed_direction,
    changed_once_settled,
    changed_lost,
    /// `{measures}` that were open
    changed_ruled_out,
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
}
