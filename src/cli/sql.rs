//! `eligibility sql`: writes a pack as SQL for the database that holds the firms.

use std::path::PathBuf;

use jiff::civil::Date;

use crate::rulebook::{FactId, Id, RulePack};
use crate::sql::{self, ColumnMap, Dialect};

use super::{CliError, PackPath, Status, pack, parse_date_argument};
