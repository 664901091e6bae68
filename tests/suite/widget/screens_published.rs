//! The structure of the screens and the checklist of the published pack.

use std::collections::BTreeSet;
use std::rc::Rc;

use eligibility_check::engine::{Outcome, assess};
use eligibility_check::rulebook::{Locale, MeasureId, RulePack};
use eligibility_check::widget::preview::Part;
use eligibility_check::widget::{Action, PrintOptions, Screen};

use crate::markup::{attribute, escaped, part, pieces, render, state, text, unique_ids};
use crate::support::{PUBLISHED, date, fact, parse_answers, parse_pack, scenario_files};
use crate::widget::screens::{expand_all, render_questions};

/// No answers, and those of the first scenario of each file.
fn published_answers() -> Vec<String> {
    let mut answers = vec!["{}".to_owned()];
    for file in scenario_files() {
        let scenarios: serde_json::Value =
            serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
        answers.push(scenarios[0]["answers"].to_string());
    }
    answers
}

/// A screen of the published pack without answers, and with the answers of the first scenario of
/// each file.
fn published_pages(screen: Screen) -> Vec<(Rc<RulePack>, String, String)> {
    let pack = parse_pack(PUBLISHED);
    let page = |answers: String| {
        let mut actions = expand_all(&pack);
        actions.push(Action::Show(screen));
        let html = render_questions(&pack, "2019-05-10", &answers, actions);
        (Rc::clone(&pack), answers, html)
    };
    published_answers().into_iter().map(page).collect()
}

#[test]
fn ids_are_unique_and_every_reference_has_a_target() {
    let pages = [Screen::AllQuestions, Screen::Plan].map(published_pages);
    for (_, _, html) in pages.iter().flatten() {
        let known = unique_ids(html);
        for name in ["for", "aria-describedby", "aria-labelledby"] {
            for target in attribute(html, name).into_iter().flat_map(str::split_whitespace) {
                assert!(known.contains(target), "no element has the id of {name}={target}");
            }
        }
    }
}

#[test]
fn no_screen_skips_a_heading_level() {
    let pack = parse_pack(PUBLISHED);
    let screens = [
        Screen::Start,
        Screen::Day,
        Screen::Topics,
        Screen::Question,
        Screen::AllQuestions,
        Screen::Results,
        Screen::Plan,
    ];
    let answers = published_answers();
    let topic = Action::ToggleTopic(pack.find_topic("rd").unwrap());
    for (screen, as_of) in screens.iter().flat_map(|one| [(one, "2019-05-10"), (one, "2026-03-02")])
    {
        for answers in answers.iter().take(6) {
            let mut actions = expand_all(&pack);
            let facts = ["rd-spending", "rd-spending-before"].map(|id| fact(&pack, id));
            // A question that starts the interview, and a group of them with two errors.
            for asked in [None, Some(facts)] {
                actions.push(Action::Show(*screen));
                if let (Screen::Question, Some(asked)) = (screen, asked) {
                    let invalid = |fact| Action::CommitDraft(fact, "o6".to_owned());
                    actions.push(topic.clone());
                    actions.push(Action::GoTo(asked[0]));
                    actions.extend(asked.map(invalid));
                    actions.push(Action::Next(asked.to_vec()));
                }
                let html = render(&pack, &state(&pack, as_of, answers, actions.clone()));
                let (mut before, mut count) = (1, 0);
                for tag in pieces(&html, "<h", " ") {
                    let Ok(level) = tag.parse::<u8>() else { continue };
                    assert!((2..=before + 1).contains(&level), "h{before}, h{level}: {screen:?}");
                    (before, count) = (level, count + 1);
                }
                assert!(count > 0, "{screen:?}");
            }
        }
    }
}

#[test]
fn every_input_has_a_label_and_every_question_a_legend() {
    for (_, _, html) in published_pages(Screen::AllQuestions) {
        let labelled: BTreeSet<&str> = attribute(&html, "for").into_iter().collect();
        // The controls of the menu are inside their labels.
        let labels = pieces(&html, "<label", "</label>").concat();
        let around = pieces(&labels, "<input", ">");
        for input in pieces(&html, "<input", ">") {
            let is_named = |id: &&str| labelled.contains(*id);
            assert!(
                attribute(input, "id").iter().any(is_named)
                    || !attribute(input, "aria-label").is_empty()
                    || around.contains(&input),
                "no label: {input}"
            );
        }
        assert_eq!(html.matches("<fieldset").count(), html.matches("<legend").count());
    }
}

#[test]
fn the_checklist_has_criteria_and_clauses_of_every_measure_to_apply_for() {
    let pack = parse_pack(PUBLISHED);
    let services = pack.topics.iter().filter(|(_, topic)| !topic.ask);
    let services: Vec<MeasureId> = services.flat_map(|(_, topic)| topic.measures.clone()).collect();
    for answers in published_answers() {
        let checklist = Part::Checklist(PrintOptions::default());
        let page = text(&part(&pack, Locale::ZhHans, "2019-05-10", &answers, checklist));
        let answers = parse_answers(&pack, &answers);
        for (id, assessed) in assess(&pack, &answers, date("2019-05-10")).iter() {
            let is_open = assessed.outcome == Outcome::Open;
            if is_open || !assessed.outcome.is_possible() || services.contains(&id) {
                continue;
            }
            let measure = &pack.measures[id];
            let title = escaped(&measure.title.get(Locale::ZhHans));
            assert!(page.contains(&title), "{title}");
            for criterion in &measure.criteria {
                let label = escaped(&criterion.label.get(Locale::ZhHans));
                assert!(page.contains(&label), "{label}");
                for provision in &criterion.provision {
                    let provision = &pack.provisions[*provision];
                    let document = &pack.documents[provision.document];
                    // A document without a number is named once in a group of rows.
                    let name = document.number.clone().unwrap_or_else(|| "同一文件".into());
                    let title = document.title.get(Locale::ZhHans);
                    let clauses = [name, title].map(|name| format!("{name} {}", provision.clause));
                    assert!(
                        clauses.iter().any(|clause| page.contains(&escaped(clause))),
                        "{clauses:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn a_figure_from_a_secondary_source_is_marked() {
    let pack = parse_pack(PUBLISHED);
    let talent = pack.find_measure("talent-innovation-leader").unwrap();
    let options = Part::Checklist(PrintOptions::default().with_measure(talent));
    let html = part(&pack, Locale::ZhHans, "2019-05-10", "{}", options);
    let row = pieces(&html, "<span>创新领军人才</span>", "</tr>")[0];
    assert!(row.contains("50 万元*"), "{row}");
    // The asterisk is explained once, below the table.
    let below = pieces(&html, "</table>", "复核人")[0];
    assert_eq!(below.matches("* 来自转载，没核对原文").count(), 1, "{below}");
}
