//! `eligibility schema`: prints the JSON Schema of packs, or writes it next to a pack.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use crate::rulebook::schema;

use super::{CliError, PackPath, Status, pack};

/// Print the JSON Schema of packs, for editors
#[derive(Debug, clap::Args)]
#[command(after_help = "\
With the schema, an editor completes keys, explains them and underlines mistakes.

An editor finds the schema by the key `$schema` of the pack: its path, relative to the pack.

Exit status:
  0  the schema was printed or written
  2  the pack is not JSON, or the file cannot be written")]
pub(super) struct Schema {
    #[command(flatten)]
    pack: PackPath,
    /// Restrict ids to those of the pack, and complete them
    #[arg(long)]
    ids: bool,
    /// Write the schema to this file, such as rules.schema.json next to the pack
    #[arg(long, value_name = "FILE")]
    write: Option<PathBuf>,
}

impl Schema {
    pub(super) fn run(&self) -> Result<Status, CliError> {
        // Only JSON is required: a pack that is being written often has faults.
        let pack = if self.ids { Some(pack::load_json(&self.pack.pack)?) } else { None };
        // `rulebook::Json` has no pretty-printer.
        let error = |error: serde_json::Error| CliError::invalid(error.to_string());
        let schema: Value =
            serde_json::from_str(&schema(pack.as_ref()).to_text()).map_err(error)?;
        let text = serde_json::to_string_pretty(&schema).map_err(error)?;
        let Some(path) = &self.write else {
            outln!("{text}");
            return Ok(Status::Success);
        };
        let text = format!("{text}\n");
        fs::write(path, &text).map_err(|error| CliError::write(path, error))?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        outln!("{}: {} bytes", path.display(), text.len());
        outln!("In a pack in the same folder, write \"$schema\": \"{name}\"");
        Ok(Status::Success)
    }
}
