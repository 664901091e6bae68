//! The text form of a receipt code: groups, lines with their checks, and links.

use eligibility_check::engine::{LineCheck, Receipt, check_lines, code_lines, receipt_link};

use crate::engine::receipt::{code, kiosk, scenarios};
use crate::support::{KIOSK, PUBLISHED, parse_pack};

#[test]
fn a_code_is_groups_of_five_upper_case_letters_and_digits() {
    let pack = parse_pack(PUBLISHED);
    for case in scenarios(&pack) {
        let code = code(&pack, &case);
        let groups: Vec<&str> = code.split('-').collect();
        let (last, whole) = groups.split_last().unwrap();
        assert!(
            whole.iter().all(|group| group.len() == 5) && (1..=5).contains(&last.len()),
            "{code}"
        );
        let is_letter = |char: char| "0123456789ABCDEFGHJKMNPQRSTVWXYZ".contains(char);
        assert!(groups.iter().all(|group| group.chars().all(is_letter)), "{code}");
    }
}

#[test]
fn a_code_is_lines_of_twenty_characters_in_groups_of_five() {
    let pack = parse_pack(PUBLISHED);
    for case in scenarios(&pack) {
        let code = code(&pack, &case);
        let lines = code_lines(&code);
        assert_eq!(lines.join(" ").replace(' ', "-"), code);
        let (last, whole) = lines.split_last().unwrap();
        assert!(whole.iter().all(|line| line.len() == 23) && last.len() <= 23, "{lines:?}");
        assert!(check_lines(&code).iter().all(|line| *line == LineCheck::Right), "{code}");
        assert_eq!(Receipt::decode(&pack, &lines.join("\n")), Ok(case));
    }
}

#[test]
fn a_link_with_the_code_in_its_fragment_decodes() {
    let pack = parse_pack(PUBLISHED);
    for case in scenarios(&pack).into_iter().take(20) {
        let link = receipt_link("https://example.org/a:b?c=d", &code(&pack, &case));
        assert!(link.starts_with("https://example.org/a:b?c=d#r=6") && !link.contains("=6-"));
        for appended in ["", "&x=1", "?from=singlemessage", "#top", "/", "。"] {
            let link = format!("{link}{appended}");
            assert_eq!(Receipt::decode(&pack, &link).as_ref(), Ok(&case), "{appended}");
        }
    }
}

#[test]
fn a_line_says_what_is_wrong_with_it_while_it_is_typed() {
    let pack = parse_pack(KIOSK);
    let code = code(&pack, &kiosk(&pack));
    let lines = code_lines(&code);
    let (first, second) = (lines[0].to_lowercase(), &lines[1]);
    assert_eq!(check_lines(""), []);
    assert_eq!(check_lines("回执码："), []);
    assert_eq!(check_lines(&format!("回执码：{first}\n{second}\n\n")), [LineCheck::Right; 2]);
    assert_eq!(check_lines(&format!("{first}{second}")), [LineCheck::Right; 2]);
    assert_eq!(check_lines("6 4qr"), [LineCheck::Short(4)]);
    let missing = first.strip_suffix(|_| true).unwrap();
    assert_eq!(
        check_lines(&format!("{missing}\n{second}")),
        [LineCheck::Short(19), LineCheck::Right]
    );
    assert_eq!(check_lines(&format!("{missing}u")), [LineCheck::InvalidCharacter('u')]);
    let wrong = if first.ends_with('0') { "1" } else { "0" };
    assert_eq!(check_lines(&format!("{missing}{wrong}")), [LineCheck::Wrong]);
}
