//! The checklist of a scenario, as a firm takes it to the service window.

use std::rc::Rc;

use crate::engine::AsOf;
use crate::rulebook::{Locale, RulePack, parse_date};
use crate::scenario::Scenario;
use crate::widget::{CHECKLIST_STYLES, Catalogue, Evaluation, Pack, PrintOptions, StandalonePage};

/// A checklist: the file that `eligibility print` writes, and the `@page` rule in its style.
pub(super) struct Paper {
    pub(super) html: String,
    pub(super) margins: String,
}

/// The checklist of a scenario, printed at a time that begins with its day.
pub(super) async fn paper(
    pack: &RulePack,
    scenario: &Scenario,
    locale: Locale,
    printed_at: &str,
) -> Paper {
    let catalogue = Rc::new(Catalogue::of(locale).clone());
    let pack = Pack { rules: Rc::new(pack.clone()), catalogue, locale };
    let today = printed_at.get(..10).and_then(parse_date).unwrap_or(scenario.as_of);
    let status = AsOf::new(&pack.rules, today).status;
    let evaluation = Evaluation::new(pack, scenario.as_of, &[], scenario.answers.clone());
    let page = StandalonePage {
        first: evaluation.with_today(status),
        second: None,
        options: PrintOptions::default(),
        printed_at: printed_at.to_owned().into(),
        style: CHECKLIST_STYLES.concat().into(),
    };
    let margins = page.margins();
    Paper { html: page.html().await, margins }
}
