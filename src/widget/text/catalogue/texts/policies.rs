//! Texts for a site with several policies: their list, and what is carried from one to another.

super::texts! {
    Policies in policies;

    policies_title,
    policies_hint,
    policies_search_label,
    no_policy_found,
    /// Heading of the policies that are not in force today
    other_policies_title,
    /// The number of questions of a policy: `{count}`
    policy_questions,
    /// The number of questions that its topics usually ask: `{fewest}` to `{most}`
    policy_asked,
    /// The same if all topics ask `{count}`
    policy_asked_same,
    policy_failed,
    policy_opening,
    all_policies_button,
    /// Answers from other policies: `{title}`, `{count}`, `{answers}`
    carried_text,
    carried_keep_button,
    carried_drop_button,
    code_of_no_policy,
    file_of_no_policy,
}
