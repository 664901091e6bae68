//! `eligibility schema`: prints the JSON Schema of packs.

use serde_json::Value;

use crate::rulebook::schema;

use super::{CliError, PackPath, Status, pack};

/// Print the JSON Schema of packs, for editors
#[derive(Debug, clap::Args)]
#[command(after_help = "\
With the schema, an editor completes keys, explains them and underlines mistakes.

Exit status:
  0  the schema was printed
  2  the pack is not JSON")]
pub(super) struct Schema {
    #[command(flatten)]
    pack: PackPath,
    /// Restrict ids to those of the pack, and complete them
    #[arg(long)]
    ids: bool,
}

impl Schema {
    pub(super) fn run(&self) -> Result<Status, CliError> {
        // Only JSON is required: a pack that is being written often has faults.
        let pack = if self.ids { Some(pack::load_json(&self.pack.pack)?) } else { None };
        // `rulebook::Json` has no pretty-printer.
        let error = |error: serde_json::Error| CliError::invalid(error.to_string());
        let schema: Value =
            serde_json::from_str(&schema(pack.as_ref()).to_text()).map_err(error)?;
        outln!("{}", serde_json::to_string_pretty(&schema).map_err(error)?);
        Ok(Status::Success)
    }
}
