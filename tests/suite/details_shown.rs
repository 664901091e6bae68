//! Pictures, totals, reasons for asking and what was said, as the details write them.

use std::rc::Rc;

use eligibility_check::rulebook::{BrowserPack, Locale, RuleBook};
use eligibility_check::widget::{Catalogue, Details, Shows};

use crate::details::{shown_as_html, written};
use crate::html::{MANY_OUTCOMES, snapshot};
use crate::markup::{pieces, text};
use crate::support::{HARBOUR, PUBLISHED, answers, book, day, fact};

const DAY: &str = "2019-05-10";

/// The bar of a measure of the small pack: where the certain part ends, and from where to where it is hatched.
fn bar(measure: &str, said: &str) -> Option<(String, String)> {
    let book = book(HARBOUR);
    let shows = Shows::Amount(book.find_measure(measure).unwrap());
    let html = written(&book, Locale::ZhHans, DAY, said, shows);
    let svg = pieces(&html, "<svg class=\"ec-bar\"", "</svg>").first().copied()?;
    assert!(svg.contains(" aria-hidden=\"true\""), "{svg}");
    let value = |tag: &str, name: &str| {
        let tag = pieces(svg, tag, ">").first().copied().unwrap_or_default().to_owned();
        pieces(&tag, &format!(" {name}=\""), "\"").first().copied().unwrap_or("-").to_owned()
    };
    let certain = value("<rect class=\"ec-bar__sure\"", "width");
    let line = "<line class=\"ec-bar__possible\"";
    Some((certain, format!("{} {}", value(line, "x1"), value(line, "x2"))))
}

#[test]
fn a_bar_is_solid_up_to_what_is_certain_and_hatched_up_to_what_is_possible() {
    let some = |certain: &str, possible: &str| Some((certain.to_owned(), possible.to_owned()));
    let met = r#"{"registered": true, "founded": "2018-12-01", "revenue": 600}"#;
    assert_eq!(bar("newcomer", met), some("100%", "- -"));
    assert_eq!(bar("newcomer", "{}"), some("-", "0% 100%"));
    assert_eq!(bar("newcomer", r#"{"revenue": 1}"#), some("-", "- -"), "not met");
    assert_eq!(bar("growth", r#"{"registered": false}"#), some("-", "- -"), "not applicable");
    // 5 or 12.5 of at most 12.5.
    assert_eq!(bar("growth", r#"{"registered": true, "scale": "small"}"#), some("40%", "40% 100%"));
    assert_eq!(bar("growth", r#"{"registered": true, "scale": "small", "revenue": 1}"#), some("40%", "- -"));
    assert_eq!(bar("growth", r#"{"registered": true, "revenue": 1}"#), some("-", "0% 40%"), "open");
    assert_eq!(bar("honoured", r#"{"honours": ["exporter"]}"#), some("-", "0% 100%"), "up to 50");
    assert_eq!(bar("adviser", r#"{"staff": 60}"#), None, "in kind");
    assert_eq!(bar("opening", "{}"), None, "no figure is published");
}

#[test]
fn a_bar_without_an_upper_bound_is_not_drawn() {
    let pack = HARBOUR.replace("\"cap\": \"30\", ", "").replace("\"max\": \"100000\", ", "");
    let book =
        book(&pack.replace("{\"less-than\": [\"revenue\", 2000]}", "{\"at-least\": [\"revenue\", 1]}"));
    let shows = Shows::Amount(book.find_measure("rent").unwrap());
    let html = written(&book, Locale::ZhHans, DAY, "{}", shows);
    assert!(html.contains("公开文本未见上限") && !html.contains("<svg"), "{html}");
}

#[test]
fn under_the_title_stands_the_amount_with_its_bar() {
    let book = book(HARBOUR);
    let shows = Shows::Amount(book.find_measure("honoured").unwrap());
    assert_eq!(
        written(&book, Locale::ZhHans, DAY, "{}", shows),
        "<span class=\"ec-amount\"><span class=\"ec-measure__amount\">最高 50 万元（二手来源，待核实）</span>\
         <svg class=\"ec-bar\" width=\"100%\" height=\"10\" aria-hidden=\"true\" focusable=\"false\">\
         <line class=\"ec-bar__possible\" x1=\"0%\" x2=\"100%\" y1=\"50%\" y2=\"50%\"></line></svg></span>"
    );
}

#[test]
fn unfolded_the_bar_is_said_in_words() {
    let book = book(HARBOUR);
    let shows = Shows::Measure(book.find_measure("growth").unwrap());
    let html = written(&book, Locale::ZhHans, DAY, r#"{"registered": true, "scale": "small"}"#, shows);
    let words = "按您的回答：5 至 12.5 万元。这项支持最高 12.5 万元。";
    assert!(html.contains(&format!("</svg><p class=\"ec-amount__words\">{words}</p>")), "{html}");
    let shows = Shows::Measure(book.find_measure("newcomer").unwrap());
    for (said, words) in [("{}", "最高 20 万元"), (r#"{"registered": false}"#, "0 万元")] {
        let html = written(&book, Locale::ZhHans, DAY, said, shows.clone());
        assert!(html.contains(&format!(">按您的回答：{words}。这项支持最高 20 万元。<")), "{html}");
    }
}

#[test]
fn totals_show_how_many_have_each_outcome_and_what_can_be_granted_together() {
    let small = written(&book(HARBOUR), Locale::ZhHans, DAY, MANY_OUTCOMES, Shows::Totals);
    let fair = book(include_str!("../transcripts/packs/fair.json"));
    let said = r#"{"local": true}"#;
    let [totals, limits] =
        [Shows::Totals, Shows::Limits].map(|shows| written(&fair, Locale::ZhHans, DAY, said, shows));
    snapshot("totals", &format!("{small}{totals}{limits}"));
}

#[test]
fn totals_are_only_the_strip_where_nothing_can_be_granted() {
    let book = book(HARBOUR);
    let said = r#"{"registered": false, "scale": "large", "honours": [], "staff": 1}"#;
    let html = written(&book, Locale::ZhHans, DAY, said, Shows::Totals);
    assert!(html.starts_with("<div class=\"ec-totals\"><svg") && html.ends_with("</svg></div>"), "{html}");
    // Of six: not met 3, not applicable 2, not in force 1.
    let parts =
        ["0%\" y=\"0\" width=\"50%", "50%\" y=\"0\" width=\"33.33%", "83.33%\" y=\"0\" width=\"16.67%"];
    for part in parts {
        assert!(html.contains(&format!("<rect class=\"ec-strip__part\" x=\"{part}\"")), "{html}");
    }
}

/// Where the day asked about is drawn, and what is said of it.
fn marker(book: &Rc<RuleBook>, as_of: &str) -> (String, String) {
    let html = written(book, Locale::ZhHans, as_of, "{}", Shows::Timeline);
    let place = pieces(&html, "<line class=\"ec-timeline__day\" x1=\"", "\"")[0].to_owned();
    (place, text(pieces(&html, "<p class=\"ec-timeline__words\">", "</p>")[0]))
}

#[test]
fn the_timeline_holds_what_came_before_the_policy_and_what_followed() {
    let without = written(&book(HARBOUR), Locale::ZhHans, DAY, "{}", Shows::Timeline);
    let published = written(&book(PUBLISHED), Locale::En, DAY, "{}", Shows::Timeline);
    snapshot("timeline", &format!("{without}{published}"));
}

#[test]
fn the_day_asked_about_is_drawn_before_within_and_after_the_policy_and_said_in_words() {
    let book = book(HARBOUR);
    let said = |day: &str, words: &str| format!("您查询的日期是{day}，那天本政策{words}。");
    for (day, place, written, words) in [
        ("0001-01-01", "1%", "1年1月1日", "尚未施行"),
        ("2017-12-31", "24%", "2017年12月31日", "尚未施行"),
        ("2018-01-01", "25%", "2018年1月1日", "有效"),
        ("2019-07-03", "50.02%", "2019年7月3日", "有效"),
        ("2020-12-31", "75%", "2020年12月31日", "有效"),
        ("2021-01-01", "76%", "2021年1月1日", "已失效"),
        ("9999-12-31", "99%", "9999年12月31日", "已失效"),
    ] {
        assert_eq!(marker(&book, day), (place.to_owned(), said(written, words)));
    }
}

#[test]
fn days_that_a_pack_does_not_state_are_not_drawn() {
    let drawn = |period: &str| {
        let pack = HARBOUR.replace("\"from\": \"2018-01-01\", \"to\": \"2020-12-31\"", period);
        let pack = pack.replace("\"followed-by\": [\"港城〔2021〕2号\"],", "");
        let book = book(&pack);
        let html = written(&book, Locale::ZhHans, DAY, "{}", Shows::Timeline);
        let notes: Vec<String> = pieces(&html, "<text", "</text>")
            .into_iter()
            .map(|note| note.split_once('>').unwrap().1.to_owned())
            .collect();
        let list = text(pieces(&html, "<ol class=\"ec-timeline__list\">", "</ol>")[0]);
        assert!(!html.contains("ec-timeline__other"), "nothing came before or after: {html}");
        (notes.join(" "), list, marker(&book, DAY).0)
    };
    let policy = "本政策：港城〔2018〕1号 港城若干措施";
    let expected = |notes: &str, days: &str, place: &str| {
        (notes.to_owned(), format!("{policy}{days}"), place.to_owned())
    };
    assert_eq!(
        drawn("\"from\": \"2018-01-01\""),
        expected("1 2018-01-01 2019-05-10", "（2018年1月1日起）", "31.76%")
    );
    assert_eq!(
        drawn("\"to\": \"2020-12-31\""),
        expected("1 2020-12-31 2019-05-10", "（至2020年12月31日止）", "66.78%")
    );
    assert_eq!(drawn(""), expected("1 2019-05-10", "", "50%"));
}

#[test]
fn a_document_beside_the_policy_has_its_title_and_days_if_the_pack_has_them() {
    let followed = "{\"id\": \"d3\", \"number\": \"港城〔2021〕2号\", \"title\": {\"zh-Hans\": \"新措施\"}, \
                    \"in-force\": {\"from\": \"2021-03-01\"}},";
    let pack = HARBOUR.replace("{\"id\": \"d2\",", &format!("{followed} {{\"id\": \"d2\","));
    let html = written(&book(&pack), Locale::ZhHans, DAY, "{}", Shows::Timeline);
    let last = pieces(&html, "<li>", "</li>")[1];
    assert_eq!(text(last), "后续文件：港城〔2021〕2号 新措施（2021年3月1日起）");
}

#[test]
fn a_question_says_how_many_measures_hang_on_it_and_does_not_jump_while_it_is_answered() {
    let book = book(HARBOUR);
    let why = |id: &str, said: &str| written(&book, Locale::ZhHans, DAY, said, Shows::Why(fact(&book, id)));
    let open = "<div class=\"ec-why\"><p class=\"ec-why__sentence\">为什么问：2 项措施要看这个回答。</p>\
                <details class=\"ec-why__which\"><summary class=\"ec-why__summary\">是哪些措施\
                <span class=\"ec-hidden\">：在港城登记注册吗？</span></summary>\
                <ul class=\"ec-why__measures\"><li>新企业奖励</li><li>成长支持</li></ul></details></div>";
    for said in
        ["{}", r#"{"registered": true}"#, r#"{"registered": false}"#, r#"{"registered": {"not-sure": true}}"#]
    {
        assert_eq!(why("registered", said), open, "{said}");
    }
    // Nothing is open that hangs on it: all that use it.
    let said = r#"{"founded": "2001-01-01", "scale": "large"}"#;
    assert!(why("revenue", said).contains("为什么问：3 项措施"), "{}", why("revenue", said));
}

#[test]
fn a_question_on_which_no_measure_hangs_gives_no_reason() {
    let unused = "{\"id\": \"idle\", \"kind\": \"yes-no\", \"section\": \"firm\", \"question\": {\"zh-Hans\": \"闲着吗？\"}},";
    let pack =
        HARBOUR.replace("{\"id\": \"scale\", \"kind\"", &format!("{unused} {{\"id\": \"scale\", \"kind\""));
    let book = book(&pack);
    assert_eq!(written(&book, Locale::ZhHans, DAY, "{}", Shows::Why(fact(&book, "idle"))), "");
}

#[test]
fn what_was_said_stands_in_the_order_of_the_sections_each_with_a_way_to_change_it() {
    let book = book(HARBOUR);
    snapshot("said", &written(&book, Locale::ZhHans, DAY, MANY_OUTCOMES, Shows::Summary));
    let nothing = written(&book, Locale::ZhHans, DAY, "{}", Shows::Summary);
    assert_eq!(nothing, "<p class=\"ec-said__nothing\">还没有回答任何问题。</p>");
}

#[test]
fn an_answer_whose_question_is_not_put_any_more_leads_nowhere() {
    let book = book(HARBOUR);
    let said = r#"{"registered": false, "staff": 3}"#;
    let html = written(&book, Locale::ZhHans, DAY, said, Shows::Summary);
    assert_eq!(html.matches("<dt").count(), 2);
    assert_eq!(html.matches("<button").count(), 1, "staff are asked about only in registered firms");
}

#[test]
fn the_nearest_miss_says_from_what_to_what_and_the_difference() {
    let measure = |id: &str| {
        let book = book(HARBOUR);
        let shows = Shows::Measure(book.find_measure(id).unwrap());
        move |said: &str| {
            let html = written(&book, Locale::ZhHans, DAY, said, shows.clone());
            pieces(&html, "<p class=\"ec-measure__nearest\">", "</p>").first().map(|text| (*text).to_owned())
        }
    };
    let newcomer = measure("newcomer");
    let almost = r#"{"registered": true, "founded": "2018-12-01", "revenue": "119.5"}"#;
    assert_eq!(
        newcomer(almost).as_deref(),
        Some("差距最小的改变：上年营业收入：再增加 380.5 万元（从 119.5 万元到 500 万元），就会是“符合”")
    );
    let rent = r#"{"scale": "small", "revenue": 2000}"#;
    assert_eq!(
        measure("rent")(rent).as_deref(),
        Some("差距最小的改变：上年营业收入：减少 0.01 万元（从 2000 万元到 1999.99 万元），就会是“符合”")
    );
    assert_eq!(newcomer("{}"), None, "not a miss");
}

#[test]
fn in_english_the_difference_is_written_out_and_a_place_has_none() {
    let units = r#""units": [
        {"unit": "万元", "title": {"zh-Hans": "万元"}, "written-out": {"times": 10000, "text": {"zh-Hans": "RMB {number}"}}},
        {"unit": "人", "title": {"zh-Hans": "place"}, "written-out": {"times": 1, "text": {"zh-Hans": "place {number}"}}}
    ], "sections""#;
    let book = book(&HARBOUR.replace("\"sections\"", units));
    for (measure, said, miss) in [
        (
            "newcomer",
            r#"{"registered": true, "founded": "2018-12-01", "revenue": 120}"#,
            "Smallest change: 上年营业收入: RMB 3,800,000 more (from RMB 1,200,000 to RMB 5,000,000). \
             The result would then be “Met”",
        ),
        (
            "adviser",
            r#"{"staff": 3}"#,
            "Smallest change: 员工人数: place 50 instead of place 3. \
             The result would then be “Direction fits – office to confirm”",
        ),
    ] {
        let shows = Shows::Measure(book.find_measure(measure).unwrap());
        let html = written(&book, Locale::En, DAY, said, shows);
        assert_eq!(pieces(&html, "<p class=\"ec-measure__nearest\">", "</p>"), [miss]);
    }
}

#[test]
fn a_browsers_pack_gives_the_same_details() {
    let authored = book(HARBOUR);
    let interface = Catalogue::of(Locale::ZhHans).interface();
    let text = BrowserPack::encode(&authored, Locale::ZhHans, &interface);
    let decoded = Rc::new(BrowserPack::decode(&text).unwrap().book);
    for shows in shown_as_html(&authored) {
        let told = [&authored, &decoded]
            .map(|book| written(book, Locale::ZhHans, DAY, MANY_OUTCOMES, shows.clone()));
        assert_eq!(told[0], told[1]);
    }
}

#[test]
fn details_written_one_after_the_other_do_not_remember_what_was_said_before() {
    let book = book(HARBOUR);
    let catalogue = Rc::new(Catalogue::of(Locale::ZhHans).clone());
    let mut details = Details::new(Rc::clone(&book), catalogue, Locale::ZhHans);
    for said in ["{}", MANY_OUTCOMES, "{}"] {
        for shows in shown_as_html(&book) {
            let ask = eligibility_check::widget::Ask {
                shows: shows.clone(),
                as_of: day(DAY),
                heading_level: 2,
                answers: answers(&book, said),
            };
            assert_eq!(details.write(ask, ""), written(&book, Locale::ZhHans, DAY, said, shows));
        }
    }
}
