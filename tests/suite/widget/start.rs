//! The start screen by the day of the host, the choice of a day, and the choice of topics.

use std::rc::Rc;

use eligibility_check::rulebook::{Locale, RulePack, TopicId};
use eligibility_check::widget::first_screens::first_screens;
use eligibility_check::widget::{Action, Screen, State, wait_for};
use serde_json::json;
use yew::Reducible;

use crate::dom::elements;
use crate::markup::{render, render_in, text, widget_pack};
use crate::support::{FERRY, HARBOUR, changed_pack, date};

const IN_FORCE: &str = "2019-05-10";
const LAPSED: &str = "2021-06-30";
const NOT_YET: &str = "2017-12-31";

/// A pack with ten topics that are asked about, and one that is not.
fn pack() -> Rc<RulePack> {
    changed_pack(HARBOUR, |pack| {
        let measure = pack["measures"][0]["id"].clone();
        let languages = pack["languages"].as_array().unwrap().clone();
        let topic = |id: String, ask: bool| {
            let text = |text: &str| {
                let texts = languages.iter().map(|tag| (tag.as_str().unwrap(), text));
                json!(texts.collect::<std::collections::BTreeMap<_, _>>())
            };
            json!({ "id": id, "title": text(&format!("主题{id}")), "summary": text("概要"),
                "measures": [measure], "ask": ask })
        };
        let mut topics: Vec<_> = (0..10).map(|index| topic(format!("t{index}"), true)).collect();
        topics.push(topic("services".to_owned(), false));
        pack["topics"] = json!(topics);
    })
}

fn new(pack: &Rc<RulePack>, day: &str) -> State {
    State::new(Rc::clone(pack), date(day))
}

fn after(state: State, actions: impl IntoIterator<Item = Action>) -> Rc<State> {
    actions.into_iter().fold(Rc::new(state), State::reduce)
}

fn topic(pack: &RulePack, id: &str) -> TopicId {
    pack.find_topic(id).unwrap()
}

/// The texts of the buttons on a screen.
fn buttons(html: &str) -> Vec<String> {
    let found = elements(html, |element| element.name == "button");
    found.into_iter().map(|button| button.text()).collect()
}

#[test]
fn the_main_button_depends_on_whether_people_can_apply() {
    let pack = pack();
    let begin = |day| buttons(&render(&pack, &after(new(&pack, day), []))).join("|");
    assert!(begin(IN_FORCE).starts_with("选想了解的事"));
    assert!(begin(NOT_YET).starts_with("把施行日期存入日历|先看看会问什么"));
    let lapsed = begin(LAPSED);
    assert!(lapsed.starts_with("按当年规定核对"), "{lapsed}");
    assert!(!lapsed.contains("开始"), "{lapsed}");
}

#[test]
fn at_most_sixty_characters_precede_the_main_button() {
    let pack = pack();
    let html = render(&pack, &after(new(&pack, IN_FORCE), []));
    let (before, _) = html.split_once("<button").unwrap();
    let (_, before) = before.split_once("</details>").unwrap();
    let text = text(before);
    assert!((20..=60).contains(&text.chars().count()), "{text}");
}

#[test]
fn without_a_named_successor_the_start_names_documents_and_offices_and_nothing_else() {
    let pack = changed_pack(FERRY, |pack| {
        pack["in-force"] = json!({ "from": "2018-01-01", "to": "2020-12-31" });
        pack["followed-by"] = json!(["渡府〔2021〕9号"]);
        pack.as_object_mut().unwrap().remove("instead");
    });
    let html = render_in(Locale::ZhHans, &pack, &after(new(&pack, LAPSED), []));
    assert!(html.contains("公开文件没写现在由哪份文件接替。"), "{html}");
    assert!(html.contains("渡府〔2021〕9号"));
    assert!(!html.contains("看现在能申报什么"));
    for (_, office) in pack.offices.iter() {
        assert!(html.contains(&*office.title.get(Locale::ZhHans)));
    }
}

#[test]
fn the_day_of_a_lapsed_policy_begins_with_its_last_one() {
    let pack = pack();
    let state = after(new(&pack, LAPSED), [Action::Show(Screen::Day)]);
    assert_eq!(state.as_of_draft().text, "2020-12-31");
    assert_eq!(state.as_of().asked, date(LAPSED), "until the user continues");
    let html = render(&pack, &state);
    assert!(html.contains("先填了有效期的最后一天。"), "{html}");
    let next = after(State::clone(&state), [Action::Show(Screen::Topics)]);
    assert_eq!((next.screen, next.as_of().asked), (Screen::Topics, date("2020-12-31")));
    let back = after(State::clone(&next), [Action::Back]);
    assert!(render(&pack, &back).contains("这份政策已经不能申报了"), "by the day of the host");
}

#[test]
fn the_enter_key_in_the_date_box_continues_like_the_button_below_it() {
    let pack = pack();
    let html = render(&pack, &after(new(&pack, LAPSED), [Action::Show(Screen::Day)]));
    let forms = elements(&html, |element| element.name == "form");
    assert_eq!(forms.len(), 1);
    let is = |id: &str| {
        let form = html.split("<form").nth(1).and_then(|form| form.split("</form>").next());
        form.unwrap().split('<').any(|tag| tag.contains(&format!("id=\"{id}\"")))
    };
    assert!(is("ec-as-of") && is("ec-day-next") && !is("ec-back"), "{html}");
    assert_eq!(html.matches("type=\"submit\"").count(), 1);
}

#[test]
fn every_screen_after_the_start_says_that_nobody_can_apply() {
    let pack = pack();
    let day = Action::Show(Screen::Day);
    for (today, note) in [
        (NOT_YET, "还没有施行，不能申报。"),
        (IN_FORCE, ""),
        (LAPSED, "已失效，不能申报。按2020年12月31日的规定核对。"),
    ] {
        for screen in [Screen::Topics, Screen::AllQuestions, Screen::Results, Screen::Plan] {
            let state = after(new(&pack, today), [day.clone(), Action::Show(screen)]);
            let html = render(&pack, &state);
            let notes = elements(&html, |element| element.has_class("ec-history"));
            // A question has a short mark below its bar instead.
            let is_short = (today, screen) == (LAPSED, Screen::Question);
            let note = if is_short { "已失效的规定" } else { note };
            let count = usize::from(today != IN_FORCE && !is_short);
            assert_eq!(notes.len(), count, "{today}, {screen:?}");
            assert!(html.contains(note), "{today}, {screen:?}");
        }
        // The question has only a mark below its bar.
        let state = after(new(&pack, today), [day.clone(), Action::Show(Screen::Question)]);
        let is_marked = render(&pack, &state).contains("已失效的规定");
        assert_eq!(is_marked, today == LAPSED, "{today}");
    }
}

#[test]
fn back_from_the_day_forgets_what_was_typed() {
    let pack = pack();
    let typed = Action::EditAsOf("2019-02-30".to_owned());
    let state = after(new(&pack, IN_FORCE), [Action::Show(Screen::Day), typed, Action::Back]);
    assert_eq!((state.screen, state.as_of().asked), (Screen::Start, date(IN_FORCE)));
    assert_eq!(state.as_of_draft().text, IN_FORCE);
    assert_eq!(state.as_of_draft().error, None);
}

#[test]
fn a_linked_topic_opens_the_topics_only_while_people_can_apply() {
    let pack = pack();
    let chosen = [topic(&pack, "t3"), topic(&pack, "t9")];
    for (day, screen) in
        [(IN_FORCE, Screen::Topics), (LAPSED, Screen::Start), (NOT_YET, Screen::Start)]
    {
        let state = new(&pack, day).with_topics(&chosen);
        assert_eq!((state.screen, &state.topics[..]), (screen, &chosen[..]), "{day}");
        assert_eq!(state.focus.target, None, "the host must not move the focus");
        let html = render(&pack, &after(state, [Action::Show(Screen::Topics)]));
        let ticked = elements(&html, |element| {
            element.attribute("id").starts_with("ec-topic-")
                && element.attributes.contains_key("checked")
        });
        assert_eq!(ticked.len(), 2, "{day}");
    }
}

#[test]
fn the_host_changes_topics_until_the_user_chooses() {
    let pack = pack();
    let (first, second) = (topic(&pack, "t0"), topic(&pack, "t1"));
    let set = |topics: &[TopicId]| Action::SetTopics(topics.into());
    let state = after(new(&pack, IN_FORCE), [set(&[first]), set(&[second])]);
    assert_eq!((&state.topics[..], state.screen), (&[second][..], Screen::Topics));
    let state = after(State::clone(&state), [Action::ToggleTopic(first), set(&[first])]);
    assert_eq!(state.topics, [second, first], "what the user chose");
}

#[test]
fn ids_of_topics_are_resolved_and_unknown_ones_are_named() {
    let rules = pack();
    let pack = widget_pack(Locale::ZhHans, &rules);
    let (topics, unknown) = pack.topics(" t1  t0 t1 ");
    assert_eq!((&topics[..], unknown.len()), (&[topic(&rules, "t1"), topic(&rules, "t0")][..], 0));
    let (topics, unknown) = pack.topics("service t2");
    assert_eq!(topics[..], [topic(&rules, "t2")]);
    assert_eq!(unknown, ["topic: no topic has the id `service`; did you mean `services`?"]);
}

#[test]
fn services_are_shown_without_an_interview_and_are_not_enough_to_start_one() {
    let pack = pack();
    let services = topic(&pack, "services");
    let state = after(new(&pack, IN_FORCE), [Action::Show(Screen::Topics)]);
    let html = render(&pack, &state);
    assert_eq!(elements(&html, |e| e.has("id", "ec-topic-services")).len(), 0);
    let state = after(State::clone(&state), [Action::ShowTopic(services)]);
    assert_eq!((state.screen, &state.topics[..]), (Screen::Results, &[services][..]));
    let state = after(State::clone(&state), [Action::Back, Action::StartTopics]);
    assert_eq!(state.screen, Screen::Topics, "a topic is missing");
}

#[test]
fn eight_topics_are_shown_and_the_others_unfolded_once_one_of_them_was_ticked() {
    let pack = pack();
    let last = topic(&pack, "t9");
    let is_open = |state: &Rc<State>| {
        let html = render(&pack, state);
        let more = elements(&html, |element| {
            element.name == "details" && element.text().contains("还有 2 类")
        });
        more[0].attributes.contains_key("open")
    };
    let state = after(new(&pack, IN_FORCE), [Action::Show(Screen::Topics)]);
    assert!(!is_open(&state));
    let state = after(State::clone(&state), [Action::ToggleTopic(last)]);
    assert!(is_open(&state));
    let state = after(State::clone(&state), [Action::ToggleTopic(last)]);
    assert!(is_open(&state), "the list must not fold under the pointer");
}

#[test]
fn the_start_button_promises_only_what_is_known() {
    let label = |pack: &Rc<RulePack>, topics: &[&str]| {
        let ticks = topics.iter().map(|id| Action::ToggleTopic(topic(pack, id)));
        let actions = [Action::Show(Screen::Topics)].into_iter().chain(ticks);
        let html = render(pack, &after(new(pack, IN_FORCE), actions));
        elements(&html, |element| element.has("id", "ec-start-topics"))[0].text()
    };
    let unknown = pack();
    assert_eq!(label(&unknown, &["t0"]), "开始");
    let mut known = RulePack::clone(&unknown);
    let count = known.topics.len();
    known.set_topic_medians((0..count).map(|index| (None, Some(if index < 2 { 1 } else { 200 }))));
    let known = Rc::new(known);
    assert_eq!(label(&known, &[]), "开始");
    assert_eq!(label(&known, &["t0"]), "开始（约 1 题，1 分钟）");
    assert_eq!(label(&known, &["t0", "t1"]), "开始（最多约 2 题，1 分钟）");
    let bounded = label(&known, &["t0", "t5"]);
    assert!(!bounded.contains("201"), "more than the engine can ask: {bounded}");
}

/// The part of a start screen above the first disclosure. Below it are the address of the rules
/// page and the timeline, which depend on the page and on the day.
fn top(html: &str) -> &str {
    let (_, screen) = html.split_once("<div class=\"ec-start\"").unwrap();
    screen.split_once("<details class=\"ec-disclosure\"").unwrap().0
}

#[test]
fn the_first_screens_in_a_page_are_those_of_the_app() {
    let pack = pack();
    let screens = wait_for(first_screens(&pack, Locale::ZhHans, false)).unwrap();
    let template = |name: &str| {
        let (_, rest) = screens.split_once(&format!("data-ec=\"{name}\"")).unwrap();
        let (_, rest) = rest.split_once('>').unwrap();
        rest.split_once("</template>").unwrap().0.to_owned()
    };
    for (name, day) in [("in-force", IN_FORCE), ("not-yet", NOT_YET), ("lapsed", LAPSED)] {
        let app = render(&pack, &after(new(&pack, day), []));
        assert_eq!(top(&template(name)), top(&app), "{name}");
    }
    for (name, screen, day) in [("topics", Screen::Topics, IN_FORCE), ("day", Screen::Day, LAPSED)]
    {
        let app = render(&pack, &after(new(&pack, day), [Action::Show(screen)]));
        let screen = template(name);
        let (_, screen) = screen.split_once(&format!("<div class=\"ec-{name}\"")).unwrap();
        let (_, of_app) = app.split_once(&format!("<div class=\"ec-{name}\"")).unwrap();
        assert_eq!(screen.trim_end_matches("</div>"), of_app.trim_end_matches("</div>"), "{name}");
    }
}
