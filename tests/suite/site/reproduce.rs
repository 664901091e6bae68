//! `make reproduce` copies the whole work tree: from a clone, from an archive, and with deleted
//! files.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::command_line::empty_folder;
use crate::support::repo_path;

/// Replaces the build: a script that writes the checksums of all source files.
const BUILD: &str = r#"cd "$(dirname "$0")/../.."; mkdir -p dist
find . -type f -not -path './dist/*' -not -path './.git/*' -print0 | sort -z | xargs -0 sha256sum >dist/SHA256SUMS"#;

/// A work tree with two files, and a folder that must not be copied.
fn tree(name: &str) -> PathBuf {
    let tree = empty_folder(&format!("reproduce/{name}"));
    fs::create_dir_all(tree.join("www/build")).unwrap();
    fs::create_dir_all(tree.join("www/node_modules")).unwrap();
    fs::copy(repo_path("www/build/reproduce.sh"), tree.join("www/build/reproduce.sh")).unwrap();
    for (file, text) in [
        ("www/build/dist.sh", BUILD),
        (".gitignore", "/target/\n/dist/\nnode_modules\n"),
        ("a name.txt", "a"),
        ("z.txt", "z"),
    ] {
        fs::write(tree.join(file), text).unwrap();
    }
    tree
}

fn run(tree: &Path, program: &str, arguments: &[&str]) -> (bool, String) {
    let mut command = Command::new(program);
    // Ignore the Git settings of the machine, and any repository around the work tree.
    for (name, value) in [("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_CONFIG_SYSTEM", "/dev/null")] {
        command.env(name, value);
    }
    command.env("GIT_CEILING_DIRECTORIES", tree.parent().unwrap());
    let output = command.args(arguments).current_dir(tree).output().unwrap();
    (output.status.success(), String::from_utf8([output.stdout, output.stderr].concat()).unwrap())
}

/// Builds, adds a file that must not be copied, and builds a copy.
fn reproduce(tree: &Path) -> String {
    let (built, text) = run(tree, "bash", &["www/build/dist.sh"]);
    assert!(built, "{text}");
    fs::create_dir_all(tree.join("target")).unwrap();
    fs::write(tree.join("target/left"), "not to be copied").unwrap();
    let (same, text) = run(tree, "bash", &["www/build/reproduce.sh"]);
    assert!(same, "{text}");
    text
}

fn git(tree: &Path, arguments: &[&str]) {
    let (done, text) = run(tree, "git", arguments);
    assert!(done, "{arguments:?}: {text}");
}

#[test]
fn an_uncommitted_deletion_is_copied() {
    let tree = tree("deleted");
    git(&tree, &["init", "--quiet"]);
    git(&tree, &["add", "."]);
    fs::remove_file(tree.join("z.txt")).unwrap();
    assert!(reproduce(&tree).contains("identical (4 files)"));
}

#[test]
fn an_archive_without_a_repository_is_copied() {
    assert!(reproduce(&tree("archive")).contains("identical (5 files)"));
}
