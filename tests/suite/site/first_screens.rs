//! `eligibility bundle` writes the first screens into the pages of a site.

use std::fs;

use crate::site::bundle::{FAIR, bundle, changed, site};

const PAGE: &str = "<p>before</p><eligibility-check heading-level=\"2\">\n  <p>fallback</p>\n</eligibility-check><p>after</p>";

#[test]
fn first_screens_are_put_into_the_element_and_replaced_with_the_pack() {
    let (site, folder) = site("first-screens", FAIR);
    for name in ["index.html", "frame.html"] {
        fs::write(site.join(name), PAGE).unwrap();
    }
    let read = |name: &str| fs::read_to_string(site.join(name)).unwrap();
    let out = site.to_str().unwrap();
    assert_eq!(bundle(&["--pack", FAIR, "--out", out]).0, Some(0));
    let first = read("index.html");
    assert_eq!(first, read("frame.html"));
    let (start, rest) = first.split_once("<template data-ec=\"in-force\"").unwrap();
    assert_eq!(start, "<p>before</p><eligibility-check heading-level=\"2\">");
    assert!(rest.ends_with("</template>\n  <p>fallback</p>\n</eligibility-check><p>after</p>"));

    assert_eq!(bundle(&["--pack", FAIR, "--out", out]).0, Some(0));
    assert_eq!(read("index.html"), first, "the second run replaces the same screens");

    let title = "\"title\": {\"zh-Hans\": \"";
    let path = changed(&folder, FAIR, title, &format!("{title}二〇三一年"));
    assert_eq!(bundle(&["--pack", path.to_str().unwrap(), "--out", out]).0, Some(0));
    let second = read("index.html");
    assert_eq!(second.matches("<template").count(), first.matches("<template").count());
    assert!(second.contains("二〇三一年") && !first.contains("二〇三一年"));
}

#[test]
fn a_page_without_the_element_is_left_alone() {
    let (site, _) = site("no-element", FAIR);
    fs::write(site.join("index.html"), "<p>moved</p>").unwrap();
    let (status, text) = bundle(&["--pack", FAIR, "--out", site.to_str().unwrap()]);
    assert_eq!(status, Some(0), "{text}");
    assert_eq!(fs::read_to_string(site.join("index.html")).unwrap(), "<p>moved</p>");
    assert!(!text.contains("index.html"), "{text}");
}
