//! Writes invented firms with holes in their answers: the registry of the guide, and the input of
//! the tests in `tests/registry`.
//!
//! ```sh
//! cargo run -p eligibility-firms -- --pack rules.json --scenarios tests/scenarios \
//!     --as-of 2019-05-15 --count 10000 --seed 1 --csv firms.csv --cases firms.jsonl
//! ```
//!
//! `--csv` has a column per fact (`-` in its id becomes `_`) and the key `id`; an empty cell is
//! unanswered, several choices are separated by `;`, and `;` alone is none of them. `--cases` has
//! the same firms as the input of `eligibility assess`, where 不清楚 is an answer too. The same
//! arguments give the same bytes on every machine.

mod bisect; // Values at the bounds of the rules.
mod firm; // One firm.
mod random; // The generator of random numbers.
mod scenarios; // Plausible firms to start from.
mod thresholds; // The constants of the rules.
mod values; // Random values of a fact.

use std::error::Error;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use clap::Parser;
use eligibility_check::engine::{Answer, Answers, CompiledPack, answer_to_json};
use eligibility_check::rulebook::{Date, Json, RulePack, parse_date};

use firm::Maker;
use thresholds::Thresholds;
use values::{Values, text};

/// Write invented firms
#[derive(Parser)]
struct Arguments {
    /// The rule pack
    #[arg(long, value_name = "FILE", default_value = "rules.json")]
    pack: PathBuf,
    /// A folder of scenarios to start from; without it, all answers are random
    #[arg(long, value_name = "FOLDER")]
    scenarios: Option<PathBuf>,
    /// The day to put dates around
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    as_of: Date,
    /// The number of firms
    #[arg(long, default_value_t = 10_000)]
    count: u64,
    /// Other seeds give other firms
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Keep answers that violate the relations of the pack
    #[arg(long)]
    contradictory: bool,
    /// The table to write, `-` for standard output
    #[arg(long, value_name = "FILE")]
    csv: Option<PathBuf>,
    /// The cases to write, `-` for standard output
    #[arg(long, value_name = "FILE")]
    cases: Option<PathBuf>,
}

fn day(text: &str) -> Result<Date, String> {
    parse_date(text).ok_or_else(|| "expected a date, as YYYY-MM-DD".to_owned())
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::parse();
    let source = fs::read_to_string(&arguments.pack)?;
    let pack = RulePack::from_json(&source)?;
    let thresholds = Thresholds::of(&pack, &Json::parse(&source)?);
    let scenarios = match &arguments.scenarios {
        Some(folder) => scenarios::scenarios(&pack, folder)?,
        None => Vec::new(),
    };
    let rules = CompiledPack::new(&pack, arguments.as_of);
    let values = Values { pack: &pack, thresholds: &thresholds, as_of: arguments.as_of };
    let (seed, is_contradictory) = (arguments.seed, arguments.contradictory);
    let maker = Maker { values, rules: &rules, scenarios: &scenarios, seed, is_contradictory };
    let mut csv = arguments.csv.as_deref().map(create).transpose()?;
    let mut cases = arguments.cases.as_deref().map(create).transpose()?;
    if let Some(csv) = &mut csv {
        writeln!(csv, "{}", header(&pack))?;
    }
    for index in 0..arguments.count {
        let key = format!("F{:07}", index + 1);
        let answers = maker.firm(index);
        if let Some(csv) = &mut csv {
            writeln!(csv, "{}", row(&pack, &key, &answers))?;
        }
        if let Some(cases) = &mut cases {
            writeln!(cases, "{}", case(&pack, &key, &answers))?;
        }
    }
    csv.iter_mut().chain(&mut cases).try_for_each(|file| file.flush())?;
    Ok(())
}

fn create(path: &Path) -> io::Result<Box<dyn Write>> {
    if path.as_os_str() == "-" {
        return Ok(Box::new(BufWriter::new(io::stdout())));
    }
    Ok(Box::new(BufWriter::new(File::create(path)?)))
}

fn header(pack: &RulePack) -> String {
    let columns = pack.facts.iter().map(|(_, fact)| fact.id.replace('-', "_"));
    ["id".to_owned()].into_iter().chain(columns).collect::<Vec<_>>().join(",")
}

fn row(pack: &RulePack, key: &str, answers: &Answers) -> String {
    let cells = pack.facts.iter().map(|(id, fact)| match answers.value(id) {
        // OK without quotes, because no id, number or date contains a comma.
        Some(value) => text(fact, value),
        None => String::new(),
    });
    [key.to_owned()].into_iter().chain(cells).collect::<Vec<_>>().join(",")
}

fn case(pack: &RulePack, key: &str, answers: &Answers) -> String {
    let answers = answers.iter().map(|(id, answer): (_, Answer)| {
        let fact = &pack.facts[id];
        (fact.id.to_string(), answer_to_json(&fact.kind, answer))
    });
    let case = [
        ("id".to_owned(), Json::String(key.to_owned())),
        ("answers".to_owned(), Json::Object(answers.collect())),
    ];
    Json::Object(case.to_vec()).to_text()
}
