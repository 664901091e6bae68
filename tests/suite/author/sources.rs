//! The texts of documents in the authoring page: where they have the quotes of the pack.

use eligibility_check::author::checks::{CheckInput, QuotePlace, SourceText, check};
use eligibility_check::author::sources::{SourceDocument, documents, segments};

use super::{GUIDE, json};

const TEXT: &str =
    "第一条 为扶持企业，制定本办法。\n第二条 在港区注册的企业,\n  可领取欢迎礼包。\n第三条 完。\n";

fn quotes(pack: &str, text: &str) -> Vec<QuotePlace> {
    let source = SourceText { document: "d1".into(), text: text.into() };
    let input = CheckInput { text: pack.into(), sources: vec![source] };
    check(&input).quotes
}

#[test]
fn a_quote_is_found_without_regard_to_typography_with_the_words_around_it() {
    let quotes = quotes(GUIDE, TEXT);
    assert_eq!(quotes.len(), 1);
    assert_eq!((&*quotes[0].provision, &*quotes[0].clause), ("d1-2", "第二条"));
    let found = quotes[0].found.as_ref().unwrap();
    assert_eq!(found.words, "在港区注册的企业,\n  可领取欢迎礼包");
    assert_eq!((&*found.before, &*found.after), ("第二条 ", "。"));
    assert_eq!(TEXT.get(found.from..found.to), Some(&*found.words));
}

#[test]
fn a_quote_that_the_text_lacks_has_no_place_and_is_a_finding() {
    assert_eq!(quotes(GUIDE, "第二条 别的文字").first().unwrap().found, None);
}

#[test]
fn quotes_are_looked_up_while_the_pack_has_faults() {
    let faulty = GUIDE.replace(r#""format": 2"#, r#""format": 99"#);
    assert!(quotes(&faulty, TEXT)[0].found.is_some());
    assert_eq!(quotes("{", TEXT), []);
}

#[test]
fn the_text_is_shown_whole_with_its_quotes_marked() {
    let quotes = quotes(GUIDE, TEXT);
    let parts = segments(TEXT, &quotes);
    let whole: String = parts.iter().map(|part| part.text).collect();
    assert_eq!(whole, TEXT);
    let marked: Vec<&str> =
        parts.iter().filter(|part| !part.provisions.is_empty()).map(|part| part.text).collect();
    assert_eq!(marked, ["在港区注册的企业,\n  可领取欢迎礼包"]);
}

#[test]
fn quotes_that_overlap_are_one_mark_with_both_provisions() {
    let pack = r#"{"provisions": [
        {"id": "a", "document": "d1", "clause": "1", "quote": "港区注册的企业"},
        {"id": "b", "document": "d1", "clause": "1", "quote": "在港区注册"},
        {"id": "c", "document": "d2", "clause": "1", "quote": "在港区注册"}
    ]}"#;
    let quotes = quotes(pack, TEXT);
    assert_eq!(quotes.len(), 2, "quotes of other documents are not looked up");
    let parts = segments(TEXT, &quotes);
    let mark = parts.iter().find(|part| !part.provisions.is_empty()).unwrap();
    assert_eq!((mark.text, mark.provisions.as_slice()), ("在港区注册的企业", &["b", "a"][..]));
}

#[test]
fn quotes_of_an_older_text_are_not_marked() {
    let quotes = quotes(GUIDE, TEXT);
    let other = format!("新{TEXT}");
    assert!(segments(&other, &quotes).iter().all(|part| part.provisions.is_empty()));
}

#[test]
fn documents_are_listed_with_title_and_number() {
    let listed = documents(&json(GUIDE), "zh-Hans");
    let title = "港区企业扶持办法 · 港〔2018〕1号".to_owned();
    assert_eq!(listed, [SourceDocument { id: "d1".to_owned(), title }]);
    assert_eq!(documents(&json("{}"), "en"), []);
}
