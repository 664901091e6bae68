//! `eligibility explain` in words: what no answer can decide, and figures outside a table.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::command_line::{empty_folder, run};
use crate::support::HARBOUR;

/// The text of `explain` for the first measure of [`HARBOUR`], changed.
fn explain(folder: &Path, change: impl FnOnce(&mut Value), answers: &Value) -> String {
    let mut pack = serde_json::from_str::<Value>(HARBOUR).unwrap();
    let number = |id: &str| {
        json!({ "id": id, "kind": { "number": { "unit": "万元", "min": 0, "decimals": 2 } },
            "section": pack["facts"][0]["section"], "question": { "zh-Hans": id } })
    };
    let numbers = [number("rd"), number("sales")];
    pack["facts"].as_array_mut().unwrap().extend(numbers);
    let measure = &mut pack["measures"][0];
    measure.as_object_mut().unwrap().remove("applies-when");
    measure["criteria"].as_array_mut().unwrap().truncate(1);
    let id = measure["id"].as_str().unwrap().to_owned();
    change(measure);
    let (pack_file, case) = (folder.join("pack.json"), folder.join("case.json"));
    fs::write(&pack_file, pack.to_string()).unwrap();
    let input = json!({ "as-of": "2019-05-10", "answers": answers });
    fs::write(&case, input.to_string()).unwrap();
    let arguments = ["explain", "--pack", pack_file.to_str().unwrap(), "--measure", &id];
    let arguments = arguments.into_iter().chain([case.to_str().unwrap()]);
    let (status, text) = run(&arguments.map(str::to_owned).collect::<Vec<_>>());
    assert_eq!(status, Some(0), "{text}");
    text
}

#[test]
fn a_number_with_a_zero_denominator_is_up_to_the_office_and_not_waiting_for_an_answer() {
    let folder = empty_folder("explain-undefined");
    let condition = json!({ "at-least": [{ "ratio": ["rd", "sales"] }, "0.06"] });
    let text = explain(
        &folder,
        |measure| measure["criteria"][0]["when"] = condition,
        &json!({ "rd": 0, "sales": 0 }),
    );
    assert!(text.contains("* 由主管部门认定"), "{text}");
    assert!(!text.contains("还没答"), "{text}");
}

#[test]
fn a_figure_outside_the_published_table_is_not_called_unpublished() {
    let folder = empty_folder("explain-no-tier");
    let tiers = json!({ "by": "rd", "unit": "万元",
        "tiers": [{ "from": 50, "to": 99, "amount": 5 }, { "from": 100, "to": 1000, "amount": 10 }] });
    let text = explain(
        &folder,
        |measure| {
            measure["criteria"][0]["when"] = json!({ "more-than": ["sales", 0] });
            let (evidence, provision) =
                (measure["grants"]["evidence"].clone(), measure["grants"]["provision"].clone());
            measure["grants"] =
                json!({ "tiers": tiers, "evidence": evidence, "provision": provision });
        },
        &json!({ "rd": 10, "sales": 5 }),
    );
    assert!(text.contains("公布的金额表没有您这个数的档次"), "{text}");
    assert!(!text.contains("未见金额"), "{text}");
}
