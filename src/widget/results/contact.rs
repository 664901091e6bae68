//! Where to apply and whom to ask: telephone numbers and web pages.

use yew::prelude::*;

use crate::rulebook::{Instead, Measure, OfficeId, Phone, Url};
use crate::widget::evaluation::Evaluation;
use crate::widget::ui::link::{phone_link, web_link};

/// The office of a measure with its contact details, and the page of the measure; `None` if neither
/// is published.
pub(super) fn where_to_apply(evaluation: &Evaluation, measure: &Measure) -> Option<Html> {
    let catalogue = &evaluation.pack.catalogue;
    let office = measure.office.map(|office| &evaluation.pack.rules.offices[office]);
    if office.is_none() && measure.url.is_none() {
        return None;
    }
    Some(html! {
        <div>
            if let Some(id) = measure.office {
                <p>{ evaluation.own(&evaluation.pack.rules.offices[id].title) }</p>
                { office_details(evaluation, id) }
            }
            if let Some(url) = &measure.url {
                { line(evaluation, catalogue.measure_page_label(), page(url)) }
            }
        </div>
    })
}

/// The published address, opening hours, telephone number and page of an office.
pub(in crate::widget) fn office_details(evaluation: &Evaluation, id: OfficeId) -> Html {
    let office = &evaluation.pack.rules.offices[id];
    html! {
        <>
            for text in [&office.address, &office.hours].into_iter().flatten() {
                <p>{ evaluation.own(text) }</p>
            }
            { contact(evaluation, office.phone.as_ref(), office.url.as_ref()) }
        </>
    }
}

/// A telephone number and a web page, each on a line with its label.
pub(in crate::widget) fn contact(
    evaluation: &Evaluation,
    phone: Option<&Phone>,
    url: Option<&Url>,
) -> Html {
    let catalogue = &evaluation.pack.catalogue;
    html! {
        <>
            if let Some(phone) = phone {
                { line(evaluation, catalogue.phone(), phone_link(phone)) }
            }
            if let Some(url) = url {
                { line(evaluation, catalogue.website_label(), page(url)) }
            }
        </>
    }
}

fn line(evaluation: &Evaluation, label: &AttrValue, content: Html) -> Html {
    html! { <p>{ format!("{label}{}", evaluation.pack.catalogue.colon()) }{ content }</p> }
}

/// A link with its address as text, so that it can be read on paper.
fn page(url: &Url) -> Html {
    web_link(url, html! { url.as_str().to_owned() })
}

/// What applies now, as one line of text for paper.
pub(in crate::widget) fn instead_text(evaluation: &Evaluation) -> Option<String> {
    let (catalogue, instead) = (&evaluation.pack.catalogue, current_instead(evaluation)?);
    let parts = [
        Some((catalogue.instead_title(), evaluation.text(&instead.text).to_string())),
        instead.phone.as_ref().map(|phone| (catalogue.phone(), phone.as_str().to_owned())),
        instead.url.as_ref().map(|url| (catalogue.website_label(), url.as_str().to_owned())),
    ];
    let parts = parts.into_iter().flatten();
    let parts = parts.map(|(label, text)| format!("{label}{}{text}", catalogue.colon()));
    Some(parts.collect::<Vec<_>>().join(" "))
}

fn current_instead(evaluation: &Evaluation) -> Option<&Instead> {
    evaluation.pack.rules.instead.as_ref().filter(|_| evaluation.is_lapsed())
}
