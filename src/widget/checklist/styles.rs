//! The stylesheets of a standalone page.

/// The stylesheets, in the order of `www/styles/widget.css`.
pub(crate) const STYLES: [&str; 11] = [
    include_str!("../../../www/styles/tokens.css"),
    include_str!("../../../www/styles/base.css"),
    include_str!("../../../www/styles/ui.css"),
    include_str!("../../../www/styles/start.css"),
    include_str!("../../../www/styles/policies.css"),
    include_str!("../../../www/styles/topics.css"),
    include_str!("../../../www/styles/question.css"),
    include_str!("../../../www/styles/results.css"),
    include_str!("../../../www/styles/plan.css"),
    include_str!("../../../www/styles/restore.css"),
    include_str!("../../../www/styles/checklist.css"),
];

#[cfg(all(test, feature = "cli"))]
mod tests {
    use std::path::Path;
    use std::{fs, io};

    use super::*;

    #[test]
    fn the_stylesheets_are_those_of_the_widget() -> io::Result<()> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/styles");
        let list = fs::read_to_string(folder.join("widget.css"))?;
        let names =
            list.lines().filter_map(|line| line.strip_prefix("@import \"")?.strip_suffix("\";"));
        let texts: Vec<String> =
            names.map(|name| fs::read_to_string(folder.join(name))).collect::<io::Result<_>>()?;
        assert_eq!(texts, STYLES);
        Ok(())
    }
}
