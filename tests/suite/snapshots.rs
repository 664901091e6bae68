//! Compares texts and HTML with the files in `tests/snapshots`.

use std::path::Path;

use crate::pretty_html::pretty;

/// Compares a text with the snapshot `<folder>/<name>.snap`. The folder is below `tests/snapshots`.
pub(crate) fn assert_snapshot_in(folder: &str, name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(Path::new("../snapshots").join(folder));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

/// Compares a text with a snapshot.
pub(crate) fn assert_snapshot(name: &str, text: &str) {
    assert_snapshot_in("", name, text);
}

/// Compares HTML with a snapshot, pretty-printed.
pub(crate) fn assert_html_snapshot(name: &str, html: &str) {
    assert_snapshot(name, &pretty(html));
}
