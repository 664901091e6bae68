//! `make reproduce` builds a copy of the work tree as it is: from a clone, from an archive, and
//! with files deleted.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::support::repo_path;

/// Stands for the build: what it is made from is all that it says.
const BUILD: &str = r#"cd "$(dirname "$0")/../.."; mkdir -p dist
find . -type f -not -path './dist/*' -not -path './.git/*' -print0 | sort -z | xargs -0 sha256sum >dist/SHA256SUMS"#;

/// A work tree with two files of its own, and something that is not to be copied.
fn tree(name: &str) -> PathBuf {
    let tree = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("reproduce").join(name);
    let _ = fs::remove_dir_all(&tree);
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
    // No settings of the machine, and no repository around the work tree.
    for (name, value) in [("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_CONFIG_SYSTEM", "/dev/null")] {
        command.env(name, value);
    }
    command.env("GIT_CEILING_DIRECTORIES", tree.parent().unwrap());
    let output = command.args(arguments).current_dir(tree).output().unwrap();
    (output.status.success(), String::from_utf8([output.stdout, output.stderr].concat()).unwrap())
}

/// Builds, deletes something that the build does not stand on, and builds again elsewhere.
fn reproduced(tree: &Path) -> String {
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
fn a_file_that_was_deleted_and_not_yet_committed_is_left_out() {
    let tree = tree("deleted");
    git(&tree, &["init", "--quiet"]);
    git(&tree, &["add", "."]);
    fs::remove_file(tree.join("z.txt")).unwrap();
    assert!(reproduced(&tree).contains("byte by byte (4 files)"));
}

#[test]
fn an_archive_is_built_as_well_as_a_clone() {
    assert!(reproduced(&tree("archive")).contains("byte by byte (5 files)"));
}
