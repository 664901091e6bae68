//! The notice after a restore: what was restored, and the differences since it was saved.

use yew::prelude::*;

use super::diff::{ChangedOutcome, PackDiff, RestoreDiff};
use super::error_text::question_names;
use super::restored::Restored;
use crate::engine::AsOf;
use crate::widget::pack::Pack;
use crate::widget::text::fill;
use crate::widget::ui::ids;

/// The notice. It remains until the next restore.
pub(in crate::widget) fn restore_notice(pack: &Pack, restored: &Restored) -> Html {
    let text = restored_text(pack, restored);
    html! {
        <section class="ec-inset" id={ids::RESTORE_NOTICE} tabindex="-1" aria-label={text.clone()}>
            <p><strong>{ text }</strong></p>
            if let Some(diff) = &restored.diff {
                { differences(pack, diff) }
            }
        </section>
    }
}

/// The day whose rules are used, number of answers and topics.
fn restored_text(pack: &Pack, restored: &Restored) -> String {
    let catalogue = &pack.catalogue;
    let titles = restored.topics.iter().map(|topic| pack.text(&pack.rules.topics[*topic].title));
    let mut topics = titles.map(|title| title.to_string()).collect::<Vec<_>>();
    if topics.is_empty() && !pack.rules.topics.is_empty() {
        topics.push(catalogue.all_topics().to_string());
    }
    let mut parts = vec![
        catalogue.day(AsOf::new(&pack.rules, restored.as_of).evaluated),
        fill(catalogue.restored_answers(), &[("count", &restored.answers.to_string())]),
    ];
    if !topics.is_empty() {
        parts.push(topics.join(catalogue.list_separator()));
    }
    fill(catalogue.restored_text(), &[("parts", &parts.join(catalogue.comma()))])
}

fn differences(pack: &Pack, diff: &RestoreDiff) -> Html {
    let catalogue = &pack.catalogue;
    html! {
        <>
            <p>{ catalogue.restore_diff_title() }</p>
            if let Some(saved) = &diff.pack {
                { pack_diff(pack, saved) }
            }
            if !diff.ignored_answers.is_empty() {
                <p>
                    {
                        fill(
                            catalogue.answers_not_restored(),
                            &[("answers", &question_names(pack, &diff.ignored_answers))],
                        )
                    }
                </p>
            }
        </>
    }
}

fn pack_diff(pack: &Pack, saved: &PackDiff) -> Html {
    let catalogue = &pack.catalogue;
    let theirs = match (&saved.version, &saved.hash) {
        (Some(version), Some(hash)) => format!("{version}{}", catalogue.bracketed(hash)),
        (Some(one), None) | (None, Some(one)) => one.clone(),
        (None, None) => String::new(),
    };
    let ours = format!("{}{}", pack.rules.version, catalogue.bracketed(&pack.rules.short_hash()));
    let outcomes = match saved.changed_count {
        None => catalogue.outcomes_unknown().to_string(),
        Some(0) => catalogue.outcomes_same().to_string(),
        Some(count) => fill(catalogue.outcomes_differ(), &[("count", &count.to_string())]),
    };
    let more = saved.changed_count.unwrap_or_default().saturating_sub(saved.changed.len());
    html! {
        <>
            <p>{ fill(catalogue.other_version(), &[("theirs", &theirs), ("ours", &ours)]) }</p>
            <p>{ outcomes }</p>
            if !saved.changed.is_empty() {
                <ul>
                    for changed in &saved.changed {
                        { changed_outcome(pack, changed) }
                    }
                </ul>
            }
            if more > 0 {
                <p>{ fill(catalogue.and_more(), &[("count", &more.to_string())]) }</p>
            }
        </>
    }
}

fn changed_outcome(pack: &Pack, changed: &ChangedOutcome) -> Html {
    let catalogue = &pack.catalogue;
    let title = match pack.rules.find_measure(&changed.measure) {
        Some(measure) => pack.text(&pack.rules.measures[measure].title),
        None => changed.measure.clone().into(),
    };
    let before = catalogue.outcome_text(changed.before);
    let now = changed.now.map_or(catalogue.measure_removed(), |now| catalogue.outcome_text(now));
    html! {
        <li>
            <strong>{ title }</strong>
            { format!("{}{before} → {now}", catalogue.colon()) }
        </li>
    }
}
