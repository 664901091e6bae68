//! The picture of a receipt, for a phone that can neither print nor download.

use yew::prelude::*;

use crate::engine::code_lines;
use crate::widget::context::PictureRequest;
use crate::widget::evaluation::Evaluation;
use crate::widget::start::policy_number;
use crate::widget::text::fill;
use crate::widget::ui::qr::symbol;

/// Title, policy, day and topics, code, and the QR symbol of the link.
pub(super) fn picture_request(
    evaluation: &Evaluation,
    reply: Callback<Option<AttrValue>>,
) -> PictureRequest {
    let (catalogue, rules) = (&evaluation.pack.catalogue, &evaluation.pack.rules);
    let code = evaluation.receipt_code();
    let target = evaluation.receipt_link().unwrap_or_else(|| code.clone());
    let (symbol, side) = symbol(&target).unwrap_or_default();
    let day = catalogue.day(evaluation.as_of.asked);
    let topics = evaluation.wanted.topics().iter();
    let topics = topics.map(|topic| evaluation.text(&rules.topics[*topic].title).to_string());
    let lines = [
        evaluation.text(&rules.title),
        policy_number(evaluation).unwrap_or_default().into(),
        fill(catalogue.checked_as_of(), &[("day", &day)]).into(),
        topics.collect::<Vec<_>>().join(catalogue.list_separator()).into(),
    ];
    PictureRequest {
        title: catalogue.receipt_code_label().clone(),
        lines: lines.into_iter().filter(|line| !line.is_empty()).collect(),
        code: code_lines(&code).into_iter().map(AttrValue::from).collect(),
        symbol: symbol.into(),
        side,
        reply,
    }
}
