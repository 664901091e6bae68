//! A pack of 260 real French programmes, converted from the file of their conditions.
//!
//! The conditions are AGPL data. They are not part of this repository, and the benchmark only reads
//! them.

use eligibility_check::rulebook::Json;

/// The JSON text of the pack, and the number of its programmes.
///
/// Validity becomes a criterion on the day of application, so that every programme is assessed.
/// Programmes with a region that is not one of [`regions`] are left out.
pub(crate) fn tee(conditions: &str) -> Option<(String, usize)> {
    let programmes = Json::parse(conditions).ok()?;
    let regions = regions(programmes.items());
    let measures: Vec<String> =
        programmes.items().iter().filter_map(|programme| measure(programme, &regions)).collect();
    let sections: Vec<String> = ('A'..='U').map(|section| section.to_string()).collect();
    let objectives = [
        "building",
        "eco-design",
        "environmental",
        "mobility",
        "rh",
        "energy",
        "water",
        "waste",
        "biodiversite",
    ];
    let options = |ids: &mut dyn Iterator<Item = String>| {
        ids.map(|id| format!(r#"{{"id":"{id}","label":"Option"}}"#)).collect::<Vec<_>>().join(",")
    };
    let facts = [
        format!(
            r#""activity","kind":{{"choice":[{}]}}"#,
            options(&mut sections.iter().map(|id| id.to_lowercase()))
        ),
        format!(
            r#""region","kind":{{"choice":[{}]}}"#,
            options(&mut regions.iter().map(|name| id(name)))
        ),
        format!(
            r#""aims","kind":{{"choices":[{}]}}"#,
            options(&mut objectives.iter().map(|id| (*id).to_owned()))
        ),
        r#""employees","kind":{"number":{"unit":"people","min":0,"max":100000}}"#.to_owned(),
        r#""micro","kind":"yes-no""#.to_owned(),
        r#""applies-on","kind":"date""#.to_owned(),
    ];
    let facts = facts
        .map(|fact| format!(r#"{{"id":{fact},"section":"s","question":"Question"}}"#))
        .join(",");
    let pack = format!(
        r#"{{"format":2,"id":"tee","version":"1","languages":["en"],"title":"Programmes","in-force":{{}},
        "documents":[{{"id":"d","title":"Document"}}],
        "provisions":[{{"id":"p","document":"d","clause":"1","evidence":"official-text"}}],
        "sections":[{{"id":"s","title":"Section"}}],"facts":[{facts}],"measures":[{}]}}"#,
        measures.join(",")
    );
    Some((pack, measures.len()))
}

/// The regions that programmes name. Two of the names are départements and left out.
fn regions(programmes: &[Json]) -> Vec<String> {
    let mut regions: Vec<String> = Vec::new();
    for programme in programmes {
        for name in company(programme, "allowedRegion").map(Json::items).unwrap_or_default() {
            let name = name.as_str().unwrap_or_default();
            if !["Landes", "Bouches-du-Rhône"].contains(&name)
                && !regions.iter().any(|known| known == name)
            {
                regions.push(name.to_owned());
            }
        }
    }
    regions
}

fn company<'a>(programme: &'a Json, key: &str) -> Option<&'a Json> {
    programme.get("eligibility")?.get("company")?.get(key)
}

/// The measure of a programme. `None` if it names an unknown region.
fn measure(programme: &Json, regions: &[String]) -> Option<String> {
    let mut criteria = Vec::new();
    let list = |ids: &mut dyn Iterator<Item = String>| {
        ids.map(|id| format!(r#""{id}""#)).collect::<Vec<_>>().join(",")
    };
    let texts = |json: &Json| {
        json.items().iter().filter_map(Json::as_str).map(str::to_owned).collect::<Vec<_>>()
    };
    if let Some(sections) = company(programme, "allowedNafSections") {
        let sections = list(&mut texts(sections).into_iter().map(|id| id.to_lowercase()));
        criteria.push(format!(r#"{{"one-of":["activity",[{sections}]]}}"#));
    }
    if let Some(allowed) = company(programme, "allowedRegion") {
        let allowed = texts(allowed);
        if !allowed.iter().all(|name| regions.contains(name)) {
            return None;
        }
        criteria.push(format!(
            r#"{{"one-of":["region",[{}]]}}"#,
            list(&mut allowed.iter().map(|name| id(name)))
        ));
    }
    for (key, operator) in [("minEmployees", "at-least"), ("maxEmployees", "at-most")] {
        if let Some(bound) = company(programme, key).and_then(Json::as_str) {
            criteria.push(format!(r#"{{"{operator}":["employees",{bound}]}}"#));
        }
    }
    if company(programme, "excludeMicroentrepreneur").is_some() {
        criteria.push(r#"{"is":["micro",false]}"#.to_owned());
    }
    let eligibility = programme.get("eligibility")?;
    if let Some(aims) =
        eligibility.get("priorityObjectives").map(texts).filter(|aims| !aims.is_empty())
    {
        criteria.push(format!(r#"{{"includes":["aims",[{}]]}}"#, list(&mut aims.into_iter())));
    }
    for (key, operator) in [("start", "at-least"), ("end", "at-most")] {
        let day = eligibility
            .get("validity")
            .and_then(|validity| validity.get(key))
            .and_then(Json::as_str);
        if let Some([day, month, year]) =
            day.map(|day| day.split('/').collect::<Vec<_>>()).as_deref()
        {
            criteria.push(format!(r#"{{"{operator}":["applies-on","{year}-{month}-{day}"]}}"#));
        }
    }
    let criteria = criteria.iter().enumerate().map(|(index, when)| {
        format!(
            r#"{{"id":"c{index}","label":"Criterion","grade":"explicit","provision":["p"],"when":{when}}}"#
        )
    });
    let (id, criteria) =
        (id(programme.get("id")?.as_str()?), criteria.collect::<Vec<_>>().join(","));
    Some(format!(
        r#"{{"id":"{id}","title":"Measure","summary":"Summary","provision":["p"],"criteria":[{criteria}],
        "grants":{{"unspecified":{{}},"evidence":"official-text","provision":["p"]}}}}"#
    ))
}

/// Converts a name to an id.
fn id(name: &str) -> String {
    let mut id = String::from("x");
    for char in name.to_lowercase().chars() {
        match char {
            'a'..='z' | '0'..='9' => id.push(char),
            _ if id.ends_with('-') => {}
            _ => id.push('-'),
        }
    }
    id.trim_end_matches('-').to_owned()
}
