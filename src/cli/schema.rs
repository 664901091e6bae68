//! `eligibility schema`: the JSON Schema of `rules.json`, for editors.

use serde_json::Value;

use crate::rulebook::{Json, schema};

use super::{PackPath, Stop, Verdict, pack};

/// Print the JSON Schema of rule packs, for editors
#[derive(Debug, clap::Args)]
pub(super) struct Schema {
    #[command(flatten)]
    pack: PackPath,
    /// Offer the ids of the pack, and no others, wherever one is asked for
    #[arg(long)]
    ids: bool,
}

impl Schema {
    pub(super) fn run(&self) -> Result<Verdict, Stop> {
        let pack = if self.ids { Some(self.read_pack()?) } else { None };
        let text = schema(pack.as_ref()).to_text();
        // The core writes without white space, which people and differences need.
        let unusable = |error: serde_json::Error| Stop::Unusable(error.to_string());
        let schema: Value = serde_json::from_str(&text).map_err(unusable)?;
        let text = serde_json::to_string_pretty(&schema).map_err(unusable)?;
        say!("{text}");
        Ok(Verdict::Fine)
    }

    /// A pack with faults has ids, too, and is the one being written.
    fn read_pack(&self) -> Result<Json, Stop> {
        let path = &self.pack.pack;
        let source = pack::read_text(path)?;
        pack::parse(path, &source)
    }
}
