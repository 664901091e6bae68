//! The content of single parts: bars, totals, the timeline, the reason for a question, the list of
//! answers, the nearest miss.

use std::rc::Rc;

use eligibility_check::engine::Answers;
use eligibility_check::rulebook::{BrowserPack, Locale, RulePack};
use eligibility_check::widget::preview::{Part, Preview};
use eligibility_check::widget::{Catalogue, Evaluation, Pack, PrintOptions, StandalonePage};

use crate::dom::{Element, elements};
use crate::markup::{part, pieces, state, text, widget_pack};
use crate::snapshots::assert_html_snapshot;
use crate::support::{HARBOUR, KIOSK, PUBLISHED, date, fact, parse_pack};
use crate::widget::parts::all_parts;
use crate::widget::screens::MANY_OUTCOMES;

const DAY: &str = "2019-05-10";

/// The bar of a measure of the small pack: the width of the certain part, and the ends of the
/// hatched part.
fn bar(measure: &str, answers: &str) -> Option<(String, String)> {
    let pack = parse_pack(HARBOUR);
    let wanted = Part::Measure(pack.find_measure(measure).unwrap());
    let html = part(&pack, Locale::ZhHans, DAY, answers, wanted);
    let svg = elements(&html, |element| element.has_class("ec-bar")).pop()?;
    assert!(svg.has("aria-hidden", "true"), "{html}");
    let value = |class: &str, name: &str| {
        let parts = elements(&html, |element| element.has_class(class));
        parts.first().map_or("-", |part| part.attribute(name)).to_owned()
    };
    let line = "ec-bar__possible";
    Some((
        value("ec-bar__certain", "width"),
        format!("{} {}", value(line, "x1"), value(line, "x2")),
    ))
}

#[test]
fn a_bar_is_solid_for_the_certain_part_and_hatched_for_the_possible_part() {
    let some = |certain: &str, possible: &str| Some((certain.to_owned(), possible.to_owned()));
    let met = r#"{"registered": true, "founded": "2018-12-01", "revenue": 600}"#;
    assert_eq!(bar("newcomer", met), some("100%", "- -"));
    assert_eq!(bar("newcomer", "{}"), some("-", "0% 100%"));
    assert_eq!(bar("newcomer", r#"{"revenue": 1}"#), None, "not met");
    assert_eq!(bar("growth", r#"{"registered": false}"#), None, "not applicable");
    assert_eq!(bar("growth", r#"{"scale": "large"}"#), None, "open, and out of reach");
    // 5 or 12.5 of at most 12.5.
    assert_eq!(bar("growth", r#"{"registered": true, "scale": "small"}"#), some("40%", "40% 100%"));
    assert_eq!(
        bar("growth", r#"{"registered": true, "scale": "small", "revenue": 1}"#),
        some("40%", "- -")
    );
    assert_eq!(bar("growth", r#"{"registered": true, "revenue": 1}"#), some("-", "0% 40%"), "open");
    assert_eq!(bar("honoured", r#"{"honours": ["exporter"]}"#), some("-", "0% 100%"), "up to 50");
    assert_eq!(bar("adviser", r#"{"staff": 60}"#), None, "in kind");
    assert_eq!(bar("opening", "{}"), None, "no figure is published");
}

#[test]
fn a_bar_without_an_upper_bound_is_not_drawn() {
    let source = HARBOUR.replace("\"cap\": \"30\", ", "").replace("\"max\": \"100000\", ", "");
    let pack = parse_pack(
        &source.replace("{\"less-than\": [\"revenue\", 2000]}", "{\"at-least\": [\"revenue\", 1]}"),
    );
    let wanted = Part::Measure(pack.find_measure("rent").unwrap());
    let html = part(&pack, Locale::ZhHans, DAY, "{}", wanted);
    assert!(html.contains("上限没有公布") && !html.contains("<svg"), "{html}");
}

#[test]
fn the_amount_of_a_card_is_a_text_that_says_whether_it_is_certain() {
    let pack = parse_pack(HARBOUR);
    let amount = |measure: &str, answers: &str| {
        let wanted = Part::Amount(pack.find_measure(measure).unwrap());
        text(&part(&pack, Locale::ZhHans, DAY, answers, wanted))
    };
    assert_eq!(amount("honoured", "{}"), "满足后 最高 50 万元（来自转载，没核对原文）");
    let met = r#"{"registered": true, "founded": "2018-12-01", "revenue": 600}"#;
    assert_eq!(amount("newcomer", met), "20 万元");
    assert_eq!(amount("newcomer", "{}"), "满足后 20 万元");
    assert_eq!(amount("newcomer", r#"{"revenue": 1}"#), "", "not met");
    assert_eq!(amount("growth", r#"{"scale": "large"}"#), "", "the reason says it");
}

#[test]
fn the_details_have_the_figures_of_the_bar_as_text() {
    let pack = parse_pack(HARBOUR);
    let wanted = Part::Measure(pack.find_measure("growth").unwrap());
    let html =
        part(&pack, Locale::ZhHans, DAY, r#"{"registered": true, "scale": "small"}"#, wanted);
    let words = "按您的回答：5 至 12.5 万元（上限 12.5 万元）";
    assert!(html.contains(&format!("</svg><p class=\"ec-amount__text\">{words}</p>")), "{html}");
    let wanted = Part::Measure(pack.find_measure("newcomer").unwrap());
    let html = part(&pack, Locale::ZhHans, DAY, "{}", wanted.clone());
    assert!(html.contains(">按您的回答：满足后 20 万元（上限 20 万元）<"), "{html}");
    let html = part(&pack, Locale::ZhHans, DAY, r#"{"registered": false}"#, wanted);
    assert!(!html.contains("按您的回答："), "{html}");
}

#[test]
fn totals_and_limits_match_their_snapshot() {
    let small = part(&parse_pack(HARBOUR), Locale::ZhHans, DAY, MANY_OUTCOMES, Part::Summary);
    let fair = parse_pack(include_str!("../../transcripts/packs/fair.json"));
    let answers = r#"{"local": true}"#;
    let [totals, limits] = [Part::Summary, Part::Limits]
        .map(|wanted| part(&fair, Locale::ZhHans, DAY, answers, wanted));
    assert_html_snapshot("totals", &format!("{small}{totals}{limits}"));
}

#[test]
fn the_summary_is_empty_if_nothing_can_be_granted() {
    let pack = parse_pack(HARBOUR);
    let answers = r#"{"registered": false, "scale": "large", "honours": [], "staff": 1}"#;
    let html = part(&pack, Locale::ZhHans, DAY, answers, Part::Summary);
    assert_eq!(html, "");
}

#[test]
fn a_summary_has_no_total_before_a_measure_with_money_is_met() {
    let pack = parse_pack(HARBOUR);
    let numbers = |answers: &str| -> Vec<String> {
        // On the last day of its window.
        let html = part(&pack, Locale::ZhHans, "2019-04-30", answers, Part::Summary);
        let items = elements(&html, |element| element.has_class("ec-summary__item"));
        items.iter().map(|item| item.text()).collect()
    };
    let [only] = <[_; 1]>::try_from(numbers("{}")).unwrap();
    assert!(only.starts_with("最多再答这么多，结果更准"), "{only}");
    let met = r#"{"registered": true, "founded": "2018-12-01", "revenue": 600}"#;
    assert_eq!(numbers(met)[0], "条件都满足，能算出的20 万元");
}

/// The position of the as-of date on the timeline, and the sentence about it.
fn marker(pack: &Rc<RulePack>, as_of: &str) -> (String, String) {
    let html = part(pack, Locale::ZhHans, as_of, "{}", Part::Timeline);
    let line = elements(&html, |element| element.has_class("ec-timeline__day")).remove(0);
    assert_eq!(line.name, "line");
    (
        line.attribute("x1").to_owned(),
        text(pieces(&html, "<p class=\"ec-timeline__text\">", "</p>")[0]),
    )
}

#[test]
fn the_timeline_matches_its_snapshot() {
    let without = part(&parse_pack(HARBOUR), Locale::ZhHans, DAY, "{}", Part::Timeline);
    let published = part(&parse_pack(PUBLISHED), Locale::En, DAY, "{}", Part::Timeline);
    assert_html_snapshot("timeline", &format!("{without}{published}"));
}

#[test]
fn the_as_of_date_is_drawn_and_described_before_within_and_after_the_period() {
    let pack = parse_pack(HARBOUR);
    let sentence = |day: &str, words: &str| format!("在{day}这一天，这份政策{words}。");
    for (day, position, written, words) in [
        ("0001-01-01", "1%", "1年1月1日", "还没有施行"),
        ("2017-12-31", "24%", "2017年12月31日", "还没有施行"),
        ("2018-01-01", "25%", "2018年1月1日", "有效"),
        ("2019-07-03", "50.02%", "2019年7月3日", "有效"),
        ("2020-12-31", "75%", "2020年12月31日", "有效"),
        ("2021-01-01", "76%", "2021年1月1日", "已失效"),
        ("9999-12-31", "99%", "9999年12月31日", "已失效"),
    ] {
        assert_eq!(marker(&pack, day), (position.to_owned(), sentence(written, words)));
    }
}

#[test]
fn missing_dates_of_a_pack_are_not_drawn() {
    let drawn = |period: &str| {
        let source = HARBOUR.replace("\"from\": \"2018-01-01\", \"to\": \"2020-12-31\"", period);
        let source = source.replace("\"followed-by\": [\"港城〔2021〕2号\"],", "");
        let pack = parse_pack(&source);
        let html = part(&pack, Locale::ZhHans, DAY, "{}", Part::Timeline);
        let notes = elements(&html, |element| element.name == "text");
        let notes: Vec<String> = notes.iter().map(Element::text).collect();
        let list = text(pieces(&html, "<ol class=\"ec-timeline__list\">", "</ol>")[0]);
        assert!(!html.contains("ec-timeline__other"), "no other documents: {html}");
        (notes.join(" "), list, marker(&pack, DAY).0)
    };
    let policy = "这份政策：港城〔2018〕1号 港城若干措施";
    let expected = |notes: &str, days: &str, position: &str| {
        (notes.to_owned(), format!("{policy}{days}"), position.to_owned())
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
fn other_documents_have_their_title_and_dates_if_the_pack_has_them() {
    let followed = "{\"id\": \"d3\", \"number\": \"港城〔2021〕2号\", \"title\": {\"zh-Hans\": \"新措施\"}, \
                    \"in-force\": {\"from\": \"2021-03-01\"}},";
    let source = HARBOUR.replace("{\"id\": \"d2\",", &format!("{followed} {{\"id\": \"d2\","));
    let html = part(&parse_pack(&source), Locale::ZhHans, DAY, "{}", Part::Timeline);
    let last = pieces(&html, "<li>", "</li>")[1];
    assert_eq!(text(last), "后续文件：港城〔2021〕2号 新措施（2021年3月1日起）");
}

#[test]
fn the_purpose_of_a_question_is_the_same_while_it_is_answered() {
    let pack = parse_pack(HARBOUR);
    let purpose = |id: &str, answers: &str| {
        part(&pack, Locale::ZhHans, DAY, answers, Part::Purpose(fact(&pack, id)))
    };
    for answers in [
        "{}",
        r#"{"registered": true}"#,
        r#"{"registered": false}"#,
        r#"{"registered": {"not-sure": true}}"#,
    ] {
        assert_eq!(
            purpose("registered", answers),
            "<p class=\"ec-why\">用来判断：新企业奖励（最高 20 万元）、成长支持（最高 12.5 万元）</p>",
            "{answers}"
        );
    }
    // No measure needs it that can still be met.
    let answers = r#"{"founded": "2001-01-01", "scale": "large"}"#;
    assert_eq!(purpose("revenue", answers), "");
}

#[test]
fn a_question_on_which_no_measure_depends_has_no_reason() {
    let unused = "{\"id\": \"idle\", \"kind\": \"yes-no\", \"section\": \"firm\", \"question\": {\"zh-Hans\": \"闲着吗？\"}},";
    let source = HARBOUR.replace(
        "{\"id\": \"scale\", \"kind\"",
        &format!("{unused} {{\"id\": \"scale\", \"kind\""),
    );
    let pack = parse_pack(&source);
    assert_eq!(part(&pack, Locale::ZhHans, DAY, "{}", Part::Purpose(fact(&pack, "idle"))), "");
}

#[test]
fn the_list_of_answers_matches_its_snapshot() {
    let pack = parse_pack(HARBOUR);
    assert_html_snapshot(
        "answers-list",
        &part(&pack, Locale::ZhHans, DAY, MANY_OUTCOMES, Part::AnswersList),
    );
    let empty = part(&pack, Locale::ZhHans, DAY, "{}", Part::AnswersList);
    assert_eq!(empty, "<p class=\"ec-answers__empty\">还没有回答任何问题。</p>");
}

#[test]
fn an_answer_whose_question_is_no_longer_asked_has_no_button() {
    let pack = parse_pack(HARBOUR);
    let answers = r#"{"registered": false, "staff": 3}"#;
    let html = part(&pack, Locale::ZhHans, DAY, answers, Part::AnswersList);
    assert_eq!(html.matches("<dt").count(), 2);
    assert_eq!(html.matches("<button").count(), 1, "`staff` is asked only of registered firms");
}

#[test]
fn the_nearest_miss_has_both_values_and_their_difference() {
    let measure = |id: &str| {
        let pack = parse_pack(HARBOUR);
        let wanted = Part::Measure(pack.find_measure(id).unwrap());
        move |answers: &str| {
            let html = part(&pack, Locale::ZhHans, DAY, answers, wanted.clone());
            pieces(&html, "<p class=\"ec-card__nearest\">", "</p>")
                .first()
                .map(|text| (*text).to_owned())
        }
    };
    let newcomer = measure("newcomer");
    let almost = r#"{"registered": true, "founded": "2018-12-01", "revenue": "119.5"}"#;
    assert_eq!(
        newcomer(almost).as_deref(),
        Some(
            "只差一点：上年营业收入：再多 380.5 万元（从 119.5 万元到 500 万元），就会是“满足条件”"
        )
    );
    let rent = r#"{"scale": "small", "revenue": 2000}"#;
    assert_eq!(
        measure("rent")(rent).as_deref(),
        Some(
            "只差一点：上年营业收入：减少 0.01 万元（从 2000 万元到 1999.99 万元），就会是“满足条件”"
        )
    );
    assert_eq!(newcomer("{}"), None, "not a miss");
}

#[test]
fn the_difference_in_english_is_written_out_and_a_rank_has_none() {
    let units = r#""units": [
        {"unit": "万元", "title": {"zh-Hans": "万元"}, "written-out": {"times": 10000, "text": {"zh-Hans": "RMB {number}"}}},
        {"unit": "人", "title": {"zh-Hans": "place"}, "written-out": {"times": 1, "text": {"zh-Hans": "place {number}"}}}
    ], "sections""#;
    let pack = parse_pack(&HARBOUR.replace("\"sections\"", units));
    for (measure, answers, miss) in [
        (
            "newcomer",
            r#"{"registered": true, "founded": "2018-12-01", "revenue": 120}"#,
            "Smallest change needed: 上年营业收入: RMB 3,800,000 more (from RMB 1,200,000 to RMB 5,000,000). \
             The result would then be “Conditions met”",
        ),
        (
            "adviser",
            r#"{"staff": 3}"#,
            "Smallest change needed: 员工人数: place 50 instead of place 3. \
             The result would then be “Office decides”",
        ),
    ] {
        let wanted = Part::Measure(pack.find_measure(measure).unwrap());
        let html = part(&pack, Locale::En, DAY, answers, wanted);
        assert_eq!(pieces(&html, "<p class=\"ec-card__nearest\">", "</p>"), [miss]);
    }
}

#[test]
fn a_browser_pack_renders_the_same_parts() {
    let authored = parse_pack(HARBOUR);
    let interface = Catalogue::of(Locale::ZhHans).interface();
    let text = BrowserPack::encode(&authored, Locale::ZhHans, &interface);
    let decoded = Rc::new(BrowserPack::decode(&text).unwrap().rules);
    for wanted in all_parts(&authored) {
        let html = [&authored, &decoded]
            .map(|pack| part(pack, Locale::ZhHans, DAY, MANY_OUTCOMES, wanted.clone()));
        assert_eq!(html[0], html[1]);
    }
}

#[test]
fn parts_do_not_depend_on_earlier_answers() {
    let pack = parse_pack(HARBOUR);
    let mut preview = Preview::new(widget_pack(Locale::ZhHans, &pack));
    for answers in ["{}", MANY_OUTCOMES, "{}"] {
        for wanted in all_parts(&pack) {
            let html =
                preview.render(&state(&pack, DAY, answers, Vec::new()), wanted.clone()).unwrap();
            assert_eq!(html, part(&pack, Locale::ZhHans, DAY, answers, wanted));
        }
    }
}

/// A browser pack has one language, so each text must come from the pack of its own language.
#[test]
fn a_checklist_in_two_languages_takes_each_text_from_its_own_pack() {
    for text in [KIOSK, PUBLISHED] {
        let authored = parse_pack(text);
        let page = |pack: fn(&Rc<RulePack>, Locale) -> Pack| {
            let evaluation = |locale| {
                Evaluation::new(pack(&authored, locale), date(DAY), &[], Answers::none(&authored))
            };
            let page = StandalonePage {
                first: evaluation(Locale::ZhHans),
                second: Some(evaluation(Locale::En)),
                options: PrintOptions { is_bilingual: true, ..PrintOptions::default() },
                printed_at: "2019-05-10 09:30".into(),
                style: "".into(),
            };
            page.render().unwrap()
        };
        let of_browser = page(|pack, locale| {
            let interface = Catalogue::of(locale).interface();
            Pack::decode(&BrowserPack::encode(pack, locale, &interface)).unwrap()
        });
        let of_author = page(|pack, locale| widget_pack(locale, pack));
        assert!(of_browser == of_author, "a text is in the wrong language");
    }
}
