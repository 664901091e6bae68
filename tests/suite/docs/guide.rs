//! The JSON blocks of `docs/guides/write-a-pack.md` are quoted from the files of its transcripts.

use crate::support::repo_path;

fn without_white_space(text: &str) -> String {
    text.chars().filter(|char| !char.is_whitespace()).collect()
}

#[test]
fn the_blocks_of_the_guide_are_quoted_from_its_files() {
    let read = |path: &str| std::fs::read_to_string(repo_path(path)).unwrap();
    let page = read("docs/guides/write-a-pack.md");
    let (_, guide) = page.split_once("## From a clause to a tested measure").unwrap();
    let (guide, _) = guide.split_once("## A mistake").unwrap();
    let files =
        ["reward.json", "people.json"].map(|name| read(&format!("tests/transcripts/guide/{name}")));
    let files = files.map(|text| without_white_space(&text));
    let blocks: Vec<&str> =
        guide.split("```json\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    assert_eq!(blocks.len(), 4, "provision, facts, measure and firms");
    for block in blocks {
        let shown = without_white_space(block);
        assert!(files.iter().any(|file| file.contains(&shown)), "not in the files:\n{block}");
    }
}
