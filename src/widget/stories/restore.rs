//! Resuming from a receipt or a file, and the notice about restored answers.

use yew::prelude::*;

use super::stage::Stage;
use crate::engine::Outcome;
use crate::rulebook::parse_date;
use crate::widget::restore::{
    ChangedOutcome, ImportError, ImportSource, OtherRules, Refused, RestoreDiff, RestoreForm,
    restore_notice,
};

pub(super) fn add(stage: &mut Stage) {
    let refused = |source, error| Some(Refused { source, error });
    for (name, code, refused) in [
        ("empty", "", None),
        (
            "with a code that is none",
            "ABCDE-FGHJK",
            refused(ImportSource::Code, ImportError::DamagedCode),
        ),
        (
            "with a picture without a symbol, and a code half typed",
            "ABCDE",
            refused(ImportSource::NoSymbol, ImportError::NoSymbol),
        ),
    ] {
        let (pack, as_of) = (stage.scene().pack(), parse_date("2019-05-10").unwrap_or_default());
        stage.add(
            "restore/source",
            name,
            html! { <RestoreForm {pack} {as_of} {code} {refused} /> },
        );
    }
    for (name, diff) in diffs() {
        let notice = restore_notice(&stage.scene().pack(), &diff);
        stage.add("restore/notice", name, notice);
    }
}

fn diffs() -> [(&'static str, RestoreDiff); 4] {
    let ids = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
    let rules = |version: Option<&str>, changed_count, changed| OtherRules {
        version: version.map(str::to_owned),
        hash: Some("0badc0de".to_owned()),
        changed_count,
        changed,
    };
    let longest = ChangedOutcome {
        measure: "longest".to_owned(),
        before: Outcome::Met,
        now: Some(Outcome::NotMet),
    };
    let gone = (0..9).map(|number| ChangedOutcome {
        measure: format!("gone-{number}"),
        before: Outcome::Open,
        now: None,
    });
    let changed = [longest].into_iter().chain(gone).collect();
    let diff = |rules, left_out| RestoreDiff { rules, left_out };
    [
        ("of a code", diff(Some(rules(None, None, Vec::new())), Vec::new())),
        (
            "with the same results",
            diff(Some(rules(Some("2025.1"), Some(0), Vec::new())), Vec::new()),
        ),
        ("with answers left out", diff(None, ids("registered colour"))),
        (
            "with the most of everything",
            diff(Some(rules(Some("0"), Some(14), changed)), ids("longest trade a b c d e")),
        ),
    ]
}
