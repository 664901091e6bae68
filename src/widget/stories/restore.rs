//! Stories of the form to resume from saved answers, and of the notice after a restore.

use std::rc::Rc;

use yew::prelude::*;

use super::collection::Collection;
use crate::engine::Outcome;
use crate::rulebook::parse_date;
use crate::widget::context::Dispatch;
use crate::widget::restore::{
    ChangedOutcome, Import, ImportError, ImportSource, PackDiff, RejectedImport, RestoreDiff,
    RestoreForm, Restored, offer, rejected_text, restore_notice,
};

pub(super) fn add(stories: &mut Collection) {
    let rejected = |source, error| {
        let import = Import { source, content: String::new() };
        Some(RejectedImport { import, error })
    };
    for (name, code, rejected) in [
        ("empty", "", None),
        (
            "with a damaged code",
            "64QRX TXFZM D9PM4 VYGVP\n0V6QC 8VFT9 54",
            rejected(ImportSource::Code, ImportError::DamagedLine(2)),
        ),
        (
            "with every kind of line",
            "64QRX TXFZM D9PM4 VYGVP\n0V6QC\n0V6UC\n64QRX TXFZM D9PM4 VYGVP\n0V",
            None,
        ),
        (
            "with a picture without a QR symbol, and an incomplete code",
            "ABCDE",
            rejected(ImportSource::NoSymbol, ImportError::NoSymbol),
        ),
    ] {
        let pack = stories.fixture().localized_pack();
        let as_of = parse_date("2019-05-10").unwrap_or_default();
        let error = rejected.map(|rejected| rejected_text(&pack, as_of, &rejected));
        let catalogue = Rc::clone(&pack.catalogue);
        stories.add("restore/form", name, html! { <RestoreForm {catalogue} {code} {error} /> });
    }
    for (name, diff) in diffs() {
        let (as_of, topics) = (parse_date("2019-05-10").unwrap_or_default(), Vec::new());
        let restored = Restored { as_of, answers: 12, topics, diff };
        let notice = restore_notice(&stories.fixture().localized_pack(), &restored);
        stories.add("restore/notice", name, notice);
    }
    for (name, offered) in [
        ("before answers are replaced", Ok("6".into())),
        ("for a damaged link", Err(ImportError::DamagedCode)),
        ("for a link of another pack", Err(ImportError::CodeOfOtherPack)),
    ] {
        let (pack, as_of) =
            (stories.fixture().localized_pack(), parse_date("2019-05-10").unwrap_or_default());
        let content = offer(&pack, as_of, &offered, &Dispatch::default());
        stories.add("restore/offer", name, content);
    }
}

fn diffs() -> [(&'static str, Option<RestoreDiff>); 5] {
    let ids = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
    let pack = |version: Option<&str>, changed_count, changed| PackDiff {
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
    let missing = (0..9).map(|number| ChangedOutcome {
        measure: format!("missing-{number}"),
        before: Outcome::Open,
        now: None,
    });
    let changed = [longest].into_iter().chain(missing).collect();
    let diff = |pack, ignored_answers| Some(RestoreDiff { pack, ignored_answers });
    [
        ("without differences", None),
        ("for a receipt code", diff(Some(pack(None, None, Vec::new())), Vec::new())),
        ("with equal outcomes", diff(Some(pack(Some("2025.1"), Some(0), Vec::new())), Vec::new())),
        ("with ignored answers", diff(None, ids("registered colour"))),
        (
            "with the longest lists",
            diff(Some(pack(Some("0"), Some(14), changed)), ids("longest trade a b c d e")),
        ),
    ]
}
