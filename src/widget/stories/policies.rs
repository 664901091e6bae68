//! Stories of a site with several policies: the list, and what a policy says about the others.

use std::rc::Rc;

use yew::prelude::*;

use super::collection::Collection;
use crate::engine::Answers;
use crate::rulebook::{ListedPolicy, Locale, parse_date};
use crate::widget::context::Dispatch;
use crate::widget::policies::{
    Carried, List, ListState, ListView, OtherPolicies, carried_notice, list_screen,
};
use crate::widget::restore::Import;
use crate::widget::state::Action;
use crate::widget::text::Catalogue;
use crate::widget::ui::{Level, title_bar};

pub(super) fn add(stories: &mut Collection) {
    let list = list(stories);
    let search = |query: &str| Action::SetQuery(query.to_owned());
    let restore = |text: &str| Action::Restore(Import::of_code(text));
    for (name, day, opening, action) in [
        ("with policies in force, lapsed and to come", Some("2019-05-10"), None, None),
        ("for any day, before the widget has loaded", None, None, None),
        ("while a policy is loading", Some("2019-05-10"), Some("second"), None),
        ("with a search that finds one", Some("2019-05-10"), None, Some(search("lapsed"))),
        ("with a search that finds none", Some("2019-05-10"), None, Some(search("zebra"))),
        ("with a code that is not one", Some("2019-05-10"), None, Some(restore("U"))),
    ] {
        let state = Rc::new(ListState::new(list.clone()));
        let state = action.into_iter().fold(state, ListState::reduce);
        let view = ListView {
            list: &list,
            state: &state,
            day: day.and_then(parse_date),
            level: Level::new(2),
            opening,
            open: Callback::default(),
            dispatch: &Dispatch::default(),
        };
        stories.add("policies/list", name, list_screen(&view));
    }
    let pack = stories.fixture().localized_pack();
    let carried = Carried {
        answers: Answers::none(&pack.rules),
        facts: vec![stories.fact("staff"), stories.fact("revenue")],
        titles: vec!["A".into(), "B".into()],
    };
    let notice = carried_notice(&pack, &carried, &Dispatch::default());
    stories.add("policies/carried", "from two policies", notice);
    let title = pack.text(&pack.rules.title);
    let bar = html! {
        <ContextProvider<OtherPolicies> context={OtherPolicies::default()}>
            { title_bar(html! { title }) }
        </ContextProvider<OtherPolicies>>
    };
    stories.add("policies/bar", "of a policy in a list", bar);
}

/// Six policies: with a search box. The last one is in another language.
fn list(stories: &Collection) -> List {
    let pack = stories.fixture().localized_pack();
    let listed = ListedPolicy::new(&pack.rules, pack.locale);
    let from = |from, to| crate::rulebook::Period { from: parse_date(from), to: parse_date(to) };
    let policy = |(id, in_force, asked): (&str, _, _)| ListedPolicy {
        id: id.into(),
        title: format!("{} ({id})", listed.title).into(),
        audience: (id != "second").then(|| listed.title.clone()),
        in_force,
        asked,
        ..listed.clone()
    };
    let mut policies: Vec<ListedPolicy> = [
        ("lapsed", from("2014-01-01", "2018-12-31"), Some([4, 11])),
        ("first", from("2018-01-01", "2020-12-31"), Some([4, 4])),
        ("second", from("2019-01-01", ""), None),
        ("third", from("", ""), None),
        ("to-come", from("2020-01-01", ""), None),
        ("foreign", from("2019-01-01", "2019-12-31"), None),
    ]
    .into_iter()
    .map(policy)
    .collect();
    if let Some(foreign) = policies.last_mut() {
        let other = if pack.locale == Locale::En { Locale::ZhHans } else { Locale::En };
        foreign.language = other;
    }
    List {
        policies: policies.into(),
        catalogue: Rc::new(Catalogue::of(pack.locale).clone()),
        locale: pack.locale,
        languages: pack.rules.offered.clone().into(),
    }
}
