//! The rules page and the sign-off table: snapshots of a small pack, and the structure of the
//! published one.
//!
//! After an intended change, run `INSTA_UPDATE=always cargo test --test suite rules_page` and
//! review the diff.

use std::rc::Rc;

use eligibility_check::page::{
    ConditionCoverage, LanguageLink, MeasureCoverage, ScenarioResults, SiteFiles, rules_page,
    sign_off_page, source_hash,
};
use eligibility_check::rulebook::{Locale, RulePack};
use eligibility_check::widget::wait_for;

use crate::markup::{attribute, escaped, pieces, text, unique_ids};
use crate::snapshots::assert_snapshot;
use crate::support::{FERRY, HARBOUR, KIOSK, PUBLISHED, changed_pack, parse_pack};

fn page(pack: &RulePack, locale: Locale) -> String {
    page_of(pack, locale, None)
}

/// The page next to other files of a site.
fn site_page(pack: &RulePack, locale: Locale) -> String {
    page_of(pack, locale, Some(SiteFiles { style: "rulebook.css", self_check: Some("index.html") }))
}

fn page_of(pack: &RulePack, locale: Locale, site: Option<SiteFiles<'_>>) -> String {
    let others = pack.languages.iter().filter(|other| **other != locale);
    let others = others.map(|other| LanguageLink {
        locale: *other,
        name: pack.native_name(*other),
        href: format!("{}.html", other.tag()),
    });
    wait_for(rules_page(pack, locale, &others.collect::<Vec<_>>(), site)).unwrap()
}

/// The sign-off table after scenarios that exercise every criterion of the first measure only.
fn sign_off(pack: &RulePack, locale: Locale) -> String {
    let names: Vec<Rc<str>> = (1..=9).map(|number| Rc::from(format!("情景{number}"))).collect();
    let shown: Vec<MeasureCoverage> = pack
        .measures
        .iter()
        .enumerate()
        .map(|(index, (_, measure))| {
            let all =
                ConditionCoverage { when_true: vec![0, 2, 3, 5, 6, 8], when_false: vec![1, 7] };
            let seen = if index == 0 { all } else { ConditionCoverage::default() };
            let amounts = if index == 0 { vec![2] } else { Vec::new() };
            MeasureCoverage {
                applies: seen.clone(),
                criteria: vec![seen; measure.criteria.len()],
                amounts,
            }
        })
        .collect();
    let gaps = ["pier/local: never false".to_owned()];
    let results = ScenarioResults { scenarios: &names, measures: &shown, gaps: &gaps };
    wait_for(sign_off_page(pack, locale, results)).unwrap()
}

fn body(html: &str) -> &str {
    html.split_once("<body>").unwrap().1
}

#[test]
fn the_rules_page_matches_its_snapshot_in_each_language() {
    let pack = parse_pack(FERRY);
    for locale in Locale::ALL {
        assert_snapshot(&format!("rulebook-{}", locale.tag()), body(&page(&pack, locale)));
    }
}

#[test]
fn the_sign_off_table_matches_its_snapshot_in_each_language() {
    let pack = parse_pack(FERRY);
    for locale in Locale::ALL {
        assert_snapshot(&format!("sign-off-{}", locale.tag()), body(&sign_off(&pack, locale)));
    }
}

/// Every page of every pack, with its pack.
fn every_page() -> Vec<(Rc<RulePack>, String)> {
    let mut pages = Vec::new();
    for text in [FERRY, HARBOUR, KIOSK, PUBLISHED] {
        let pack = parse_pack(text);
        for locale in &pack.languages {
            pages.push((Rc::clone(&pack), page(&pack, *locale)));
            pages.push((Rc::clone(&pack), sign_off(&pack, *locale)));
        }
    }
    pages
}

#[test]
fn a_page_loads_nothing_and_its_content_security_policy_forbids_it() {
    for (_, html) in every_page() {
        for forbidden in [
            "<script",
            " style=\"",
            " src=",
            "<form",
            "<input",
            "<button",
            "http://",
            "https://",
            "url(",
        ] {
            assert!(!html.contains(forbidden), "the page contains {forbidden}");
        }
        let style = pieces(&html, "<style>", "</style>")[0];
        let policy = pieces(&html, "Content-Security-Policy\" content=\"", "\"")[0];
        assert!(policy.contains(&format!("style-src {}", source_hash(style))), "{policy}");
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
    }
}

#[test]
fn the_page_of_a_site_has_its_style_in_a_file_and_links_to_the_self_check() {
    let pack = parse_pack(FERRY);
    for locale in &pack.languages {
        let (alone, html) = (page(&pack, *locale), site_page(&pack, *locale));
        // A server's policy without hashes of styles must not remove the style.
        assert!(!html.contains("<style") && html.contains("<link rel=\"stylesheet\""), "{html}");
        let policy = pieces(&html, "Content-Security-Policy\" content=\"", "\"")[0];
        assert!(policy.contains("style-src 'self';"), "{policy}");
        let links = attribute(body(&html), "href").into_iter().filter(|href| *href == "index.html");
        assert_eq!(links.count(), 2);
        assert!(!alone.contains("index.html") && !alone.contains("rulebook.css"));
    }
}

#[test]
fn a_page_describes_itself_to_search_engines_and_names_its_translations() {
    let pack = parse_pack(FERRY);
    let html = site_page(&pack, Locale::En);
    let description = pieces(&html, "<meta name=\"description\" content=\"", "\"")[0];
    let measures = format!("{} measures", pack.measures.len());
    assert!(description.contains(&measures), "{description}");
    let title = pieces(&html, "<title>", "</title>")[0];
    assert!(title.starts_with(&*pack.title.get(Locale::En)) && title.ends_with("rules"), "{title}");
    for other in ["zh-Hans", "zh-Hant"] {
        let link = format!("<link rel=\"alternate\" hreflang=\"{other}\" href=\"{other}.html\"");
        assert!(html.contains(&link), "{html}");
    }
}

#[test]
fn measures_questions_and_provisions_are_folded_and_their_titles_are_not() {
    let pack = parse_pack(FERRY);
    let html = page(&pack, Locale::ZhHans);
    let folded = pack.measures.len() + pack.facts.len() + pack.provisions.len();
    assert_eq!(html.matches("<details").count(), folded);
    assert!(!html.contains("<details open"));
    let titles: String = pieces(&html, "<summary", "</summary>").concat();
    for (_, measure) in pack.measures.iter() {
        assert!(titles.contains(&escaped(&measure.title.get(Locale::ZhHans))));
    }
    // A link to a folded part has its target outside the fold, so that every browser scrolls to it.
    for details in pieces(&html, "<details", "</details>") {
        let inside = details.split_once("</summary>").unwrap().1;
        for (_, measure) in pack.measures.iter() {
            assert!(!inside.contains(&format!("id=\"{}\"", measure.id)));
        }
    }
}

#[test]
fn ids_are_unique_and_every_link_has_a_target() {
    for (pack, html) in every_page() {
        let known = unique_ids(&html);
        let files = pack.languages.iter().map(|locale| format!("{}.html", locale.tag()));
        let files: Vec<String> = files.collect();
        for target in attribute(body(&html), "href") {
            let inside = target.strip_prefix('#').is_some_and(|id| known.contains(id));
            let outside = ["https://", "tel:"].iter().any(|scheme| target.starts_with(scheme));
            let is_known = inside || outside || files.iter().any(|file| file == target);
            assert!(is_known, "{target} does not exist");
        }
        for target in attribute(&html, "aria-labelledby") {
            assert!(known.contains(target), "{target}");
        }
    }
}

#[test]
fn headings_begin_with_the_title_and_skip_no_level() {
    for (pack, html) in every_page() {
        let levels: Vec<u32> =
            html.split("<h").skip(1).filter_map(|rest| rest.chars().next()?.to_digit(10)).collect();
        assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1, "{}", pack.id);
        assert_eq!(levels.first(), Some(&1));
        for pair in levels.windows(2) {
            assert!(pair[1] <= pair[0] + 1, "{}: h{} after h{}", pack.id, pair[1], pair[0]);
        }
        for part in ["<main", "<h1"] {
            assert_eq!(html.matches(part).count(), 1, "{part}");
        }
        let tables = html.matches("<table").count();
        assert_eq!(html.matches("<caption").count(), tables);
        assert_eq!(
            html.matches("<th").count() - html.matches("<thead").count(),
            html.matches("scope=\"").count()
        );
    }
}

#[test]
fn the_page_of_the_published_pack_has_all_its_texts_and_anchors() {
    let pack = parse_pack(PUBLISHED);
    for locale in &pack.languages {
        let html = page(&pack, *locale);
        let text = text(&html);
        let ids = unique_ids(&html);
        let contains =
            |part: &str| assert!(text.contains(&escaped(part)), "the page has no {part}");
        for (_, measure) in pack.measures.iter() {
            assert!(ids.contains(&*measure.id), "{}", measure.id);
            contains(&measure.title.get(*locale));
            contains(&measure.summary.get(*locale));
            measure.criteria.iter().for_each(|criterion| contains(&criterion.label.get(*locale)));
            measure
                .steps
                .iter()
                .chain(&measure.duties)
                .for_each(|step| contains(&step.get(*locale)));
        }
        for (_, fact) in pack.facts.iter() {
            assert!(ids.contains(&*format!("question--{}", fact.id)), "{}", fact.id);
            contains(&fact.question.get(*locale));
            fact.hint.iter().for_each(|hint| contains(&hint.get(*locale)));
            for option in fact.kind.options() {
                assert!(
                    ids.contains(&*format!("question--{}--{}", fact.id, option.id)),
                    "{}",
                    option.id
                );
                contains(&option.label.get(*locale));
            }
        }
        for (_, document) in pack.documents.iter() {
            assert!(ids.contains(&*format!("document--{}", document.id)), "{}", document.id);
        }
        for (_, provision) in pack.provisions.iter() {
            assert!(ids.contains(&*format!("provision--{}", provision.id)), "{}", provision.id);
            provision.quote.iter().for_each(|quote| contains(quote));
        }
        pack.limits.iter().for_each(|limit| contains(&limit.label.get(*locale)));
        pack.notices.iter().for_each(|notice| contains(&notice.text.get(*locale)));
    }
}

#[test]
fn the_sign_off_table_of_the_published_pack_has_a_row_for_every_criterion_and_amount() {
    let pack = parse_pack(PUBLISHED);
    let html = sign_off(&pack, Locale::ZhHans);
    let rows = |part: &str| part.matches("<tr").count();
    let criteria: usize = pack.measures.iter().map(|(_, measure)| measure.criteria.len()).sum();
    let applies =
        pack.measures.iter().filter(|(_, measure)| measure.applies_when.is_some()).count();
    let bodies = pieces(&html, "scope=\"rowgroup\"", "</tbody>");
    assert_eq!(bodies.len(), pack.measures.len());
    let definitions = ["terms", "assumptions", "measures", "topics", "relations", "limits"].len();
    let tiers = html.matches("<table").count() - definitions;
    let counted: usize = bodies.iter().map(|body| rows(body)).sum();
    // Only the tiers of an amount have more rows.
    assert!(counted >= criteria + pack.measures.len() + applies && tiers <= 2, "{counted}");
    for (_, measure) in pack.measures.iter() {
        for used in &measure.materials {
            assert!(
                html.contains(&escaped(&pack.materials[used.material].title.get(Locale::ZhHans)))
            );
        }
        measure
            .duties
            .iter()
            .for_each(|duty| assert!(html.contains(&escaped(&duty.get(Locale::ZhHans)))));
    }
    for (_, measure) in pack.measures.iter() {
        assert!(html.contains(&escaped(&measure.title.get(Locale::ZhHans))), "{}", measure.id);
    }
}

#[test]
fn chinese_text_on_an_english_page_has_its_language() {
    let pack = parse_pack(FERRY);
    let html = page(&pack, Locale::En);
    // An element in another language contains only text. Units of this pack have one form for all
    // languages.
    let mut rest = html.replace("万元", "").replace('次', "");
    for tag in ["q", "span", "cite", "strong", "a"] {
        for attribute in [" lang=\"zh-Hans\">", " lang=\"zh-Hant\">"] {
            let parts: Vec<String> = rest.split(attribute).map(str::to_owned).collect();
            let mut without = String::new();
            for (index, part) in parts.iter().enumerate() {
                let end = format!("</{tag}>");
                let is_element = index > 0 && part.find("</") == part.find(&end);
                without.push_str(if is_element { part.split_once(&end).unwrap().1 } else { part });
                without.push_str(if index + 1 < parts.len() { attribute } else { "" });
            }
            rest = without;
        }
    }
    let chinese: String =
        body(&rest).chars().filter(|char| ('\u{4e00}'..='\u{9fff}').contains(char)).collect();
    assert_eq!(chinese, "");
}

#[test]
fn a_page_is_deterministic() {
    let pack = parse_pack(FERRY);
    assert_eq!(page(&pack, Locale::En), page(&pack, Locale::En));
    assert!(
        page(&pack, Locale::En).contains("After 31 December 2021 the policy is no longer in force")
    );
}

#[test]
fn markup_in_texts_of_a_pack_is_escaped() {
    let source = HARBOUR.replace("港城企业扶持", "</title><script>alert(1)</script>&amp;");
    for html in
        [page(&parse_pack(&source), Locale::ZhHans), sign_off(&parse_pack(&source), Locale::ZhHans)]
    {
        assert!(!html.contains("<script") && html.contains("&lt;script&gt;"));
    }
}

#[test]
fn deeply_nested_conditions_are_rendered() {
    let mut when = r#"{"is": ["registered", true]}"#.to_owned();
    for _ in 0..100 {
        when = format!("{{\"not\": {when}}}");
    }
    let source =
        HARBOUR.replace(r#""when": {"is": ["registered", true]}"#, &format!("\"when\": {when}"));
    let html = page(&parse_pack(&source), Locale::ZhHans);
    assert!(html.matches("以下不成立").count() >= 100);
}

#[test]
fn a_comparison_of_two_dates_reads_as_one_of_dates() {
    let pack = changed_pack(HARBOUR, |json| {
        let facts = json["facts"].as_array_mut().unwrap();
        let mut moved = facts.iter().find(|fact| fact["id"] == "founded").unwrap().clone();
        (moved["id"], moved["question"]["zh-Hans"]) = ("moved".into(), "迁入日期".into());
        facts.push(moved);
        json["measures"][0]["criteria"][0]["when"] =
            serde_json::json!({"at-most": ["founded", "moved"]});
    });
    let words = text(&page(&pack, Locale::ZhHans));
    assert!(words.contains("迁入日期” 或以前") || words.contains("迁入日期 或以前"), "{words}");
    assert!(!words.contains("到测算日的天数"), "{words}");
}
