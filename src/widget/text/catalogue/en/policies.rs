//! Texts for a site with several policies: their list, and what is carried from one to another.

use crate::widget::text::catalogue::texts::policies::Policies;

pub(in crate::widget::text::catalogue) const TEXTS: Policies = Policies {
    policies_title: "Which policy do you want to check?",
    policies_hint: "Choose one and answer a few questions anonymously. You learn what you can apply for, and what to bring.",
    policies_search_label: "Search policies",
    no_policy_found: "Nothing found. Try another word, or clear the search box.",
    other_policies_title: "Policies that are not in force today",
    policy_questions: "At most {count} questions",
    policy_asked: "a topic usually asks {fewest} to {most}",
    policy_asked_same: "a topic usually asks {count}",
    policy_failed: "“{title}” could not be opened. Check your connection and try again; the other policies still work.",
    policy_opening: "Opening…",
    all_policies_button: "All policies",
    carried_text: "Questions that you answered for “{title}” and that are also asked here have been filled in ({count}): {answers}",
    carried_keep_button: "Use these answers",
    carried_drop_button: "Do not use them",
    code_of_no_policy: "This code is for none of the policies here. Enter it on the page where you got it.",
    file_of_no_policy: "The answers in this file ({theirs}) are for none of the policies here. Open it on the page where you saved it.",
};
