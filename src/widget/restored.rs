//! What must be told of answers that came back: that the rules are others now, and what follows otherwise.
//!
//! # Why
//!
//! Whoever went home with 符合 on paper must not find 不符合 on the screen without a word. The widget itself only keeps
//! what is written here, unread, and hands it back to be told in the language shown.

use crate::engine::{Compiled, Origin, Outcome};

use super::catalogue::fill;
use super::element::{Element, el};
use super::kept::{name, questions_text};
use super::state::State;
use super::view::View;

/// Its id; the focus goes there.
const ID: &str = "ec-restored";

/// Most measures named.
const MOST_NAMED: usize = 10;

/// What differs from when the answers were kept.
#[derive(Default)]
pub(super) struct Differs {
    /// The other rules: their version and their hash, where those are known
    rules: Option<[String; 2]>,
    /// Whether it is known what followed from them
    has_outcomes: bool,
    /// So many measures have another outcome
    count: usize,
    /// The first of them: id, what it was, and what it is if there still is such a measure
    changed: Vec<(String, Outcome, Option<Outcome>)>,
    /// The ids of answers that were left out
    left_out: Vec<String>,
}

impl Differs {
    /// Compares a state with where it came from.
    pub(super) fn of(state: &State, origin: &Origin, left_out: &[String]) -> Differs {
        let mut differs = Differs { left_out: left_out.to_vec(), ..Differs::default() };
        let book = &state.book;
        let is_other = match (&origin.rules, &origin.version) {
            (Some(rules), _) => *rules != book.short_hash(),
            (None, Some(version)) => **version != *book.version,
            (None, None) => false,
        };
        if !is_other {
            return differs;
        }
        let cleaned = |text: &Option<String>| text.as_deref().map(name).unwrap_or_default();
        differs.rules = Some([cleaned(&origin.version), cleaned(&origin.rules)]);
        differs.has_outcomes = !origin.outcomes.is_empty();
        let assessment = Compiled::new(book, state.as_of().evaluated).assess(book, &state.answers);
        for (id, then) in &origin.outcomes {
            let now = book.find_measure(id).map(|measure| assessment.of(measure).outcome);
            if now == Some(*then) {
                continue;
            }
            differs.count += 1;
            if differs.count <= MOST_NAMED {
                let id = if now.is_some() { id.clone() } else { name(id) };
                differs.changed.push((id, *then, now));
            }
        }
        differs
    }

    /// As text, to be kept and handed back; empty if there is nothing to tell.
    pub(super) fn written(&self) -> String {
        if self.rules.is_none() && self.left_out.is_empty() {
            return String::new();
        }
        let rules = self.rules.as_ref().map(|rules| rules.join(" ")).unwrap_or_default();
        let known = if self.has_outcomes { self.count.to_string() } else { String::new() };
        let changed = self.changed.iter().map(|(id, then, now)| {
            let now = now.map(Outcome::name).unwrap_or_default();
            [id, then.name(), now].join(" ")
        });
        let mut lines = vec![rules, known, self.left_out.join(" ")];
        lines.extend(changed);
        lines.join("\n")
    }

    /// Reads what [`Differs::written`] wrote.
    fn read(text: &str) -> Differs {
        let mut lines = text.split('\n');
        let mut next = || lines.next().unwrap_or_default();
        let rules = next().split_once(' ').map(|(version, rules)| [version, rules].map(str::to_owned));
        let count = next().parse::<usize>().ok();
        let left_out = next().split_ascii_whitespace().map(str::to_owned).collect();
        let outcome = |name: &str| Outcome::ALL.into_iter().find(|outcome| outcome.name() == name);
        let changed = lines.filter_map(|line| {
            let mut words = line.split(' ');
            let (id, then) = (words.next()?.to_owned(), outcome(words.next()?)?);
            Some((id, then, words.next().and_then(outcome)))
        });
        Differs {
            rules,
            has_outcomes: count.is_some(),
            count: count.unwrap_or_default(),
            changed: changed.collect(),
            left_out,
        }
    }
}

/// What was kept unread, in words; nothing if there is nothing to tell.
pub(super) fn restored(view: &View, kept: &str) -> Option<Element> {
    if kept.is_empty() {
        return None;
    }
    let (catalogue, differs) = (&view.catalogue, Differs::read(kept));
    let left_out = (!differs.left_out.is_empty()).then(|| {
        let answers = questions_text(view, &differs.left_out);
        el("p", "").string(fill(catalogue.answers_not_taken(), &[("answers", &answers)]))
    });
    let notice = el("section", "ec-step__enough")
        .attribute("id", ID)
        .attribute("tabindex", "-1")
        .attribute("aria-label", catalogue.restored_title())
        .with(el("p", "").with(el("strong", "").label(catalogue.restored_title())));
    let notice = match &differs.rules {
        Some(rules) => other_rules(view, &differs, rules, notice),
        None => notice,
    };
    Some(notice.maybe(left_out))
}

fn other_rules(view: &View, differs: &Differs, [version, hash]: &[String; 2], notice: Element) -> Element {
    let catalogue = &view.catalogue;
    let theirs = match (version.as_str(), hash.as_str()) {
        (version, "") => version.to_owned(),
        ("", hash) => hash.to_owned(),
        (version, hash) => format!("{version}{}", catalogue.bracketed(hash)),
    };
    let ours = format!("{}{}", view.book.version, catalogue.bracketed(&view.book.short_hash()));
    let rules = fill(catalogue.other_rules(), &[("theirs", &theirs), ("ours", &ours)]);
    let count = differs.count.to_string();
    let text = match differs.count {
        _ if !differs.has_outcomes => catalogue.outcomes_unknown().to_string(),
        0 => catalogue.outcomes_same().to_string(),
        _ => fill(catalogue.outcomes_differ(), &[("count", &count)]),
    };
    let items: Vec<Element> = differs.changed.iter().map(|changed| changed_text(view, changed)).collect();
    let others = differs.count.saturating_sub(items.len());
    let more = (others > 0)
        .then(|| el("p", "").string(fill(catalogue.and_more(), &[("count", &others.to_string())])));
    notice
        .with(el("p", "").string(rules))
        .with(el("p", "").string(text))
        .maybe((!items.is_empty()).then(|| el("ul", "").each(items)))
        .maybe(more)
}

fn changed_text(view: &View, (id, then, now): &(String, Outcome, Option<Outcome>)) -> Element {
    let catalogue = &view.catalogue;
    let title = match view.book.find_measure(id) {
        Some(measure) => view.text(&view.book.measures[measure].title).to_string(),
        None => name(id),
    };
    let now = now.map_or(catalogue.measure_gone(), |now| catalogue.outcome_text(now));
    let change = format!("{}{} → {now}", catalogue.colon(), catalogue.outcome_text(*then));
    el("li", "").with(el("strong", "").string(title)).string(change)
}
