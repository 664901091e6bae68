//! The policies that `bundle` writes into a site: loads their packs.

use std::path::{Path, PathBuf};

use crate::bundle::{Policies, set_topic_medians};
use crate::rulebook::RulePack;

use super::scenario_files::load_scenarios;
use super::{CliError, pack};

/// Loads the packs in these files, and the median questions of their topics from scenarios.
///
/// # Errors
///
/// A pack or the scenarios cannot be used. All packs are loaded first, so that the reports of all
/// of them appear.
pub(super) fn load_policies(
    paths: &[PathBuf],
    scenarios: &[PathBuf],
) -> Result<Policies, CliError> {
    let mut packs = match paths {
        [path] => vec![pack::load(path)?],
        _ => load_all(paths)?,
    };
    let scenarios = assign(&packs, scenarios)?;
    for (pack, paths) in packs.iter_mut().zip(scenarios) {
        add_topic_medians(pack, &paths)?;
    }
    Ok(Policies::new(packs)?)
}

/// Loads several packs, and prints the errors of all of them.
fn load_all(paths: &[PathBuf]) -> Result<Vec<RulePack>, CliError> {
    let mut loaded: Vec<(&Path, RulePack)> = Vec::new();
    let mut errors = 0;
    for path in paths {
        let result = pack::load(path).and_then(|pack| {
            let same = loaded.iter().find(|(_, other)| other.id == pack.id);
            match same {
                Some((other, _)) => Err(same_id(&pack.id, other, path)),
                None => Ok(pack),
            }
        });
        match result {
            Ok(pack) => loaded.push((path, pack)),
            Err(error) => {
                if !matches!(error, CliError::Reported) {
                    errln!("error: {error}");
                }
                errln!("");
                errors += 1;
            }
        }
    }
    if errors > 0 {
        let message =
            format!("nothing was written: {} cannot be used", pack::count(errors, "pack"));
        return Err(CliError::invalid(message));
    }
    Ok(loaded.into_iter().map(|(_, pack)| pack).collect())
}

fn same_id(id: &str, a: &Path, b: &Path) -> CliError {
    let message = format!("the id `{id}` is that of `{}` and of `{}`", a.display(), b.display());
    CliError::invalid(message).help("pass each policy once, and give each pack its own `id`")
}

/// The paths of scenarios for each pack.
///
/// With several packs, each argument names its pack: facts and measures with one id mean different
/// things in two packs.
fn assign(packs: &[RulePack], arguments: &[PathBuf]) -> Result<Vec<Vec<PathBuf>>, CliError> {
    let mut paths = vec![Vec::new(); packs.len()];
    if let ([pack], [paths]) = (packs, paths.as_mut_slice()) {
        let prefix = format!("{}=", pack.id);
        let path = |argument: &PathBuf| {
            let path = argument.to_str().and_then(|text| text.strip_prefix(&prefix));
            path.map_or_else(|| argument.clone(), PathBuf::from)
        };
        *paths = arguments.iter().map(path).collect();
        return Ok(vec![std::mem::take(paths)]);
    }
    let ids: Vec<String> = packs.iter().map(|pack| format!("`{}`", pack.id)).collect();
    let help = format!("write `--scenarios ID=PATH`, with one of the ids {}", ids.join(", "));
    for argument in arguments {
        let argument = argument.to_string_lossy();
        let Some((id, path)) = argument.split_once('=') else {
            let message = format!("`--scenarios {argument}` does not name its pack");
            return Err(CliError::invalid(message).help(help));
        };
        let index = packs.iter().position(|pack| &*pack.id == id);
        let Some(of_pack) = index.and_then(|index| paths.get_mut(index)) else {
            let message = format!("`--scenarios {argument}`: no pack has the id `{id}`");
            return Err(CliError::invalid(message).help(help));
        };
        of_pack.push(path.into());
    }
    Ok(paths)
}

/// Simulates the interview of every scenario, if there are any.
fn add_topic_medians(pack: &mut RulePack, paths: &[PathBuf]) -> Result<(), CliError> {
    if paths.is_empty() {
        return Ok(());
    }
    let files = load_scenarios(pack, paths)?;
    set_topic_medians(pack, files.into_iter().flat_map(|(_, scenarios)| scenarios));
    Ok(())
}
