//! The configurations of web servers in the guide send the same policies and types.

use std::collections::BTreeMap;
use std::fs;

use crate::support::repo_path;

fn configuration(name: &str) -> String {
    fs::read_to_string(repo_path("docs/guides/hosting").join(name)).unwrap()
}

/// The types of nginx by extension.
fn types() -> BTreeMap<String, String> {
    let text = configuration("nginx.conf");
    let block = text.split("types {").nth(1).unwrap().split('}').next().unwrap();
    let lines = block.lines().filter_map(|line| line.trim().strip_suffix(';'));
    let entries = lines.flat_map(|line| {
        let mut words = line.split_whitespace();
        let mime_type = words.next().unwrap().to_owned();
        words.map(move |extension| (extension.to_owned(), mime_type.clone())).collect::<Vec<_>>()
    });
    entries.collect()
}

/// The texts between two others, up to a semicolon: without the character set of a type.
fn values<'a>(text: &'a str, start: &str, end: &str) -> Vec<&'a str> {
    let parts = text.split(start).skip(1).map(|rest| rest.split(end).next().unwrap());
    parts.map(|value| value.split(';').next().unwrap()).collect()
}

#[test]
fn iis_and_tomcat_know_the_types_of_nginx() {
    let iis = configuration("web.config");
    let extensions = values(&iis, "<mimeMap fileExtension=\".", "\"");
    let mut found: BTreeMap<String, String> = extensions
        .into_iter()
        .zip(values(&iis, "mimeType=\"", "\""))
        .map(|(extension, mime_type)| (extension.to_owned(), mime_type.to_owned()))
        .collect();
    assert_eq!(found.remove("").as_deref(), Some("text/plain"), "the type of SHA256SUMS");
    assert_eq!(found, types());

    let tomcat = configuration("web.xml");
    let extensions = values(&tomcat, "<extension>", "</extension>").into_iter();
    let found: BTreeMap<String, String> = extensions
        .zip(values(&tomcat, "<mime-type>", "</mime-type>"))
        .map(|(extension, mime_type)| (extension.to_owned(), mime_type.to_owned()))
        .collect();
    assert_eq!(found, types());
}

#[test]
fn iis_sends_the_policy_of_nginx() {
    let nginx = configuration("nginx.conf");
    let policy = nginx.split("default           \"").nth(1).unwrap().split("\";").next().unwrap();
    let iis = configuration("web.config");
    assert!(policy.starts_with("default-src 'none'; script-src"), "{policy}");
    assert!(iis.contains(&format!("value=\"{policy}\"")), "{policy}");
    assert!(iis.contains("value=\"frame-ancestors 'self'\""));
    for page in ["author.html", "offline.html"] {
        assert!(nginx.contains(&format!("~/{}$", page.replace('.', "\\."))), "{page}");
        assert!(iis.contains(&format!("<location path=\"{page}\">")), "{page}");
    }
}
