//! Texts for outcomes, reasons, amounts and the details of a measure.

super::texts! {
    Results in results;

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
    /// The same group under rules that have lapsed
    met_group_then,
    group_direction,
    /// Met, but applications are over this year
    group_next_round,
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
    /// Before a quote, which is in the language of the text
    original_label,

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
    /// `{measures}`
    not_counted_closed,
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
    applications_open,
    /// `{day}`
    applications_open_until,
    /// `{day}`
    applications_open_on,
    /// A date in brackets may follow
    applications_closed,
    /// A date in brackets may follow
    met_but_closed,
    /// `{day}`
    applications_past,
    applications_undecided,
    /// In place of `details_needed_title`
    windows_needed_title,
    /// In place of `prepare_title`
    prepare_next_title,
    period_from_to,
    steps_title,
    duties_title,
}
