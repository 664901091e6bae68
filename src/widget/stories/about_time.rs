//! The policy's time, with every neighbour and none, and the day asked about before, within and after it.

use super::stage::Stage;
use crate::rulebook::{Period, RuleBook};
use crate::widget::timeline::timeline;

/// What is otherwise in the rules.
type Change = fn(&mut RuleBook);

pub(super) fn tell(stage: &mut Stage) {
    for (name, day) in [
        ("within the policy's time", "2019-05-10"),
        ("on its first day", "2018-01-01"),
        ("before it", "2017-11-30"),
        ("after it", "2021-06-30"),
        ("long after it", "2199-12-31"),
    ] {
        stage.tell("start/timeline", name, timeline(&stage.scene().on(day).view()));
    }
    let others: [(&'static str, Change); 4] = [
        ("with nothing before or after", |book| {
            book.repeals.clear();
            book.followed_by.clear();
        }),
        ("without a first day", |book| book.in_force.from = None),
        ("without a last day", |book| book.in_force.to = None),
        ("without days", |book| book.in_force = Period::default()),
    ];
    for (name, change) in others {
        stage.tell("start/timeline", name, timeline(&stage.scene().with_rules(change).view()));
    }
}
