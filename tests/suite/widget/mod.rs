//! The widget without a browser: its reducer, its rendered HTML, and the files that it saves.
//!
//! - `agreement`: `assess`, `explain`, the page and the paper say the same of every measure.
//! - `another_language`: English around the texts of a pack in German, and nothing of China.
//! - `applications`: days left, the next round, and windows for some applicants.
//! - `catalogue`: the interface texts in each language, and their encoding in a browser pack.
//! - `contact`: where to apply, what applies now, the note about evidence, open periods.
//! - `doubts`: answers that contradict each other, before the plan and on the paper.
//! - `focus`: the element that gets the keyboard focus after each action.
//! - `honesty`: old rules, measures out of reach, questions that wait for one answered 不清楚.
//! - `interview`: one screen of questions at a time: the current one, the next one, and going back.
//! - `materials`: the CSV table of materials.
//! - `parts`: properties of every part: named buttons, escaped texts, no inline styles.
//! - `parts_content`: the content of single parts.
//! - `plan`: steps, application windows, the receipt, and links with a receipt code.
//! - `qr`: receipts as QR symbols, read by an independent decoder.
//! - `question_screen`: questions asked together, the number of screens, and what answers changed.
//! - `readings`: how a typed text was read, doubts about answers, and the searches.
//! - `regressions`: faults that were fixed once.
//! - `restore`: resuming from receipt codes and saved answers.
//! - `restore_diff`: resuming with answers that were saved under another version of the pack.
//! - `results`: the results screen, changing an answer from it, and adding a topic.
//! - `saved_file`: helpers for `materials` and `windows`.
//! - `screens`: snapshots of whole screens of a small pack.
//! - `screens_published`: the structure of the screens of the published pack.
//! - `start`: the start by the day of the host, the choice of a day, and the choice of topics.
//! - `state`: drafts, answers and the as-of date in the reducer.
//! - `stories`: a snapshot of every story.
//! - `units`: units in each language, and their conversion to the unit of the pack.
//! - `windows`: the iCalendar file of application windows.

mod agreement;
mod another_language;
mod applications;
mod catalogue;
mod contact;
mod doubts;
mod focus;
mod honesty;
mod interview;
mod materials;
mod parts;
mod parts_content;
mod plan;
mod qr;
mod question_screen;
mod readings;
mod regressions;
mod restore;
mod restore_diff;
mod results;
mod saved_file;
mod screens;
mod screens_published;
mod start;
mod state;
mod stories;
mod units;
mod windows;
