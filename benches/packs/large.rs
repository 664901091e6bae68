//! A large pack: many measures with four criteria each, over 300 facts.

use std::fmt::Write;

use super::Random;

const FACTS: u64 = 300;

/// The JSON text of a pack with this number of measures.
pub(crate) fn large(measures: usize) -> String {
    let mut random = Random::new(7);
    let facts: Vec<String> = (0..FACTS).map(fact).collect();
    let measures: Vec<String> = (0..measures).map(|index| measure(index, &mut random)).collect();
    format!(
        r#"{{"format":2,"id":"large","version":"1","languages":["en"],"title":"Large","in-force":{{}},
        "documents":[{{"id":"d","title":"Document"}}],
        "provisions":[{{"id":"p","document":"d","clause":"1","evidence":"official-text"}}],
        "sections":[{{"id":"s","title":"Section"}}],"facts":[{}],"measures":[{}]}}"#,
        facts.join(","),
        measures.join(",")
    )
}

fn fact(index: u64) -> String {
    let options: Vec<String> =
        (0..12).map(|option| format!(r#"{{"id":"o{option}","label":"Option"}}"#)).collect();
    let options = options.join(",");
    let kind = match index % 4 {
        0 => r#""yes-no""#.to_owned(),
        1 => format!(r#"{{"choice":[{options}]}}"#),
        2 => format!(r#"{{"choices":[{options}]}}"#),
        _ => r#"{"number":{"unit":"u","min":0,"max":100000}}"#.to_owned(),
    };
    format!(r#"{{"id":"f{index}","kind":{kind},"section":"s","question":"Question"}}"#)
}

fn measure(index: usize, random: &mut Random) -> String {
    let mut criteria = String::new();
    for criterion in 0..4 {
        let comma = if criterion == 0 { "" } else { "," };
        let when = when(random);
        // OK because writing to a string does not fail.
        let _ = write!(
            criteria,
            r#"{comma}{{"id":"c{criterion}","label":"Criterion","grade":"explicit","provision":["p"],"when":{when}}}"#
        );
    }
    format!(
        r#"{{"id":"m{index}","title":"Measure","summary":"Summary","provision":["p"],"criteria":[{criteria}],
        "grants":{{"unspecified":{{}},"evidence":"official-text","provision":["p"]}}}}"#
    )
}

/// Half of the conditions are one test. The others are a disjunction of two.
fn when(random: &mut Random) -> String {
    if random.below(2) == 0 {
        test(random)
    } else {
        format!(r#"{{"any":[{},{}]}}"#, test(random), test(random))
    }
}

fn test(random: &mut Random) -> String {
    let fact = random.below(FACTS);
    let (one, other) = (random.below(12), random.below(12));
    match fact % 4 {
        0 => format!(r#"{{"is":["f{fact}",true]}}"#),
        1 => format!(r#"{{"one-of":["f{fact}",["o{one}","o{other}"]]}}"#),
        2 => format!(r#"{{"includes":["f{fact}",["o{one}","o{other}"]]}}"#),
        _ => format!(r#"{{"at-least":["f{fact}",{}]}}"#, one * 25),
    }
}
