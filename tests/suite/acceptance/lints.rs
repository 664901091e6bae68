//! What `lint` reports about the acceptance packs.

use eligibility_check::lint::{Context, lint};
use eligibility_check::rulebook::{Json, RulePack};

use crate::support::repo_path;

/// The lint and the position of each finding.
fn findings(pack: &str) -> Vec<(&'static str, String)> {
    let text =
        std::fs::read_to_string(repo_path(&format!("tests/acceptance/{pack}.json"))).unwrap();
    let pack = RulePack::from_json(&text).unwrap();
    let json = Json::parse(&text).unwrap();
    let findings = lint(&Context::new(&pack, &json, &[]));
    findings.into_iter().map(|finding| (finding.lint, finding.pointer)).collect()
}

#[test]
fn the_pack_of_tech_smes_has_no_findings() {
    assert_eq!(findings("tech-sme"), []);
}

#[test]
fn the_pack_of_innovative_smes_closes_one_list_that_the_text_leaves_open() {
    // 63号 names four honours and ends in 等荣誉.
    assert_eq!(
        findings("innovative-sme"),
        [("open-list", "/measures/0/criteria/1/when".to_owned())]
    );
}
