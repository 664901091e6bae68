//! Runs the `eligibility` command.

use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::support::repo_path;

/// The command with some arguments, in the folder of the repository, without input.
pub(crate) fn eligibility<S: AsRef<OsStr>>(arguments: &[S]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_eligibility"));
    command.args(arguments).current_dir(repo_path("")).stdin(Stdio::null());
    command
}

/// Runs the command. Returns its exit status, and standard output followed by standard error.
pub(crate) fn run<S: AsRef<OsStr>>(arguments: &[S]) -> (Option<i32>, String) {
    let output = eligibility(arguments).output().unwrap();
    let text = [output.stdout, output.stderr].concat();
    (output.status.code(), String::from_utf8_lossy(&text).into_owned())
}

/// Runs the command with a text as standard input. Returns its exit status and standard output.
pub(crate) fn run_with_input<S: AsRef<OsStr>>(
    arguments: &[S],
    input: &str,
) -> (Option<i32>, String) {
    let (status, output, _) = run_apart(arguments, input);
    (status, output)
}

/// Runs the command with a text as standard input. Returns its exit status, standard output and
/// standard error.
pub(crate) fn run_apart<S: AsRef<OsStr>>(
    arguments: &[S],
    input: &str,
) -> (Option<i32>, String, String) {
    let mut command = eligibility(arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let [text, errors] =
        [output.stdout, output.stderr].map(|text| String::from_utf8(text).unwrap());
    (output.status.code(), text, errors)
}

/// An empty folder for a test. No two tests may use one name.
pub(crate) fn empty_folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}
