//! Faults and findings at the fields that they are about, with the texts of the command.

use yew::prelude::*;

use crate::author::checks::{Problem, Severity};
use crate::author::text::fill;
use crate::author::ui::tool;

use super::form_pack::FormPack;

/// The problems of the value at a pointer, and inside it.
pub(super) fn problem_notes(pack: &FormPack, pointer: &str) -> Html {
    notes(pack, pack.problems.inside(pointer))
}

/// The problems of the object at a pointer itself, such as a missing key.
pub(super) fn own_problem_notes(pack: &FormPack, pointer: &str) -> Html {
    notes(pack, pack.problems.at(pointer))
}

fn notes<'p>(pack: &FormPack, problems: impl Iterator<Item = (usize, &'p Problem)>) -> Html {
    let items: Html = problems.map(|(index, problem)| note(pack, index, problem)).collect();
    let is_empty = matches!(&items, Html::VList(list) if list.is_empty());
    html! {
        if !is_empty {
            <ul class="au-notes">{ items }</ul>
        }
    }
}

fn note(pack: &FormPack, index: usize, problem: &Problem) -> Html {
    let texts = &pack.texts;
    let (class, kind) = match problem.severity {
        Severity::Fault => ("au-note au-note--fault", texts.fault),
        Severity::Finding => ("au-note", texts.finding),
    };
    let fix = problem.fix.as_ref().map(|fix| {
        let on_fix = pack.on_fix.reform(move |_: MouseEvent| index);
        let about = fill(texts.fix_to, &[&fix.text]);
        html! {
            <>{ " " }<code>{ &about }</code>{ " " }{ tool(None, texts.fix, &about, false, on_fix) }</>
        }
    });
    html! {
        <li {class} key={index}>
            <strong>{ kind }</strong>{ " " }
            <span lang="en">{ &problem.message }</span>
            if let Some(help) = &problem.help {
                <span lang="en">{ "; " }{ help }</span>
            }
            { for fix }
        </li>
    }
}
