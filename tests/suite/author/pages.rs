//! The rules page and the table to sign, in the preview.

use eligibility_check::author::preview::{Page, PageInput, PageKind, page};
use eligibility_check::page::source_hash;
use eligibility_check::rulebook::Locale;
use eligibility_check::widget::wait_for;

const PACK: &str = include_str!("../../../packs/example-fennmark.json");
const SCENARIOS: &str = include_str!("../../scenarios-fennmark/workshops.json");

fn written(kind: PageKind, text: &str, scenarios: &str, locale: Locale) -> Page {
    let input = PageInput { text: text.into(), scenarios: scenarios.into(), kind, locale };
    wait_for(page(&input)).unwrap()
}

#[test]
fn a_page_is_in_the_chosen_language_or_the_first_one_of_the_pack() {
    let german = Locale::from_any_tag("de").unwrap();
    for (wanted, found) in [(Locale::En, Locale::En), (german, german), (Locale::ZhHans, german)] {
        let page = written(PageKind::Rules, PACK, "", wanted);
        assert_eq!(page.locale, Some(found));
        assert_eq!(page.languages.len(), 2);
        assert!(page.html.starts_with("<!DOCTYPE html>"));
    }
}

#[test]
fn there_is_no_table_to_sign_while_a_scenario_fails() {
    let page = written(PageKind::SignOff, PACK, SCENARIOS, Locale::En);
    assert!(!page.html.is_empty() && !page.has_failed_scenarios);
    let wrong = SCENARIOS.replacen("\"outcome\": \"met\"", "\"outcome\": \"not-met\"", 1);
    let page = written(PageKind::SignOff, PACK, &wrong, Locale::En);
    assert!(page.html.is_empty() && page.has_failed_scenarios);
}

#[test]
fn the_build_allows_the_styles_of_both_pages() {
    let build = include_str!("../../../www/build/author.mjs");
    let template = include_str!("../../../www/author/author.html");
    for (kind, name) in [(PageKind::Rules, "rules-page"), (PageKind::SignOff, "sign-off")] {
        let path = format!("src/page/style/{name}.css");
        assert!(build.contains(&path) && template.contains(&format!("{{{{{name}-hash}}}}")));
        let style = std::fs::read_to_string(crate::support::repo_path(&path)).unwrap();
        // `author.mjs` trims the style, too.
        let page = written(kind, PACK, SCENARIOS, Locale::En);
        assert!(
            page.html.contains(&source_hash(style.trim_end()).replace('\'', "&#x27;"))
                || page.html.contains(&source_hash(style.trim_end())),
            "{name}"
        );
    }
}

#[test]
fn a_pack_with_faults_has_no_page() {
    assert_eq!(written(PageKind::Rules, "{", "", Locale::En), Page::default());
}
