//! A large pack: many measures with four criteria each on three hundred facts.

use std::fmt::Write;

use super::Chance;

const FACTS: u64 = 300;

/// The JSON text of a pack with so many measures.
pub(crate) fn large(measures: usize) -> String {
    let mut chance = Chance::new(7);
    let facts: Vec<String> = (0..FACTS).map(fact).collect();
    let measures: Vec<String> = (0..measures).map(|place| measure(place, &mut chance)).collect();
    format!(
        r#"{{"format":1,"id":"large","version":"1","languages":["en"],"title":"Large","in-force":{{}},
        "documents":[{{"id":"d","title":"Document"}}],
        "provisions":[{{"id":"p","document":"d","clause":"1","evidence":"official-text"}}],
        "sections":[{{"id":"s","title":"Section"}}],"facts":[{}],"measures":[{}]}}"#,
        facts.join(","),
        measures.join(",")
    )
}

fn fact(place: u64) -> String {
    let options: Vec<String> =
        (0..12).map(|option| format!(r#"{{"id":"o{option}","label":"Option"}}"#)).collect();
    let options = options.join(",");
    let kind = match place % 4 {
        0 => r#""yes-no""#.to_owned(),
        1 => format!(r#"{{"choice":[{options}]}}"#),
        2 => format!(r#"{{"choices":[{options}]}}"#),
        _ => r#"{"number":{"unit":"u","min":0,"max":100000}}"#.to_owned(),
    };
    format!(r#"{{"id":"f{place}","kind":{kind},"section":"s","question":"Question"}}"#)
}

fn measure(place: usize, chance: &mut Chance) -> String {
    let mut criteria = String::new();
    for criterion in 0..4 {
        let comma = if criterion == 0 { "" } else { "," };
        let when = when(chance);
        // OK because writing to a string does not fail.
        let _ = write!(
            criteria,
            r#"{comma}{{"id":"c{criterion}","label":"Criterion","grade":"explicit","provision":["p"],"when":{when}}}"#
        );
    }
    format!(
        r#"{{"id":"m{place}","title":"Measure","summary":"Summary","provision":["p"],"criteria":[{criteria}],
        "grants":{{"unspecified":{{}},"evidence":"official-text","provision":["p"]}}}}"#
    )
}

/// Half of the conditions are one test, the others two of which either will do.
fn when(chance: &mut Chance) -> String {
    if chance.below(2) == 0 {
        test(chance)
    } else {
        format!(r#"{{"any":[{},{}]}}"#, test(chance), test(chance))
    }
}

fn test(chance: &mut Chance) -> String {
    let fact = chance.below(FACTS);
    let (one, other) = (chance.below(12), chance.below(12));
    match fact % 4 {
        0 => format!(r#"{{"is":["f{fact}",true]}}"#),
        1 => format!(r#"{{"one-of":["f{fact}",["o{one}","o{other}"]]}}"#),
        2 => format!(r#"{{"includes":["f{fact}",["o{one}","o{other}"]]}}"#),
        _ => format!(r#"{{"at-least":["f{fact}",{}]}}"#, one * 25),
    }
}
