//! Answers handed from one part of a page to another arrive as they were.

use eligibility_check::engine::Answers;
use eligibility_check::rulebook::RuleBook;
use proptest::prelude::*;

use crate::support::{HARBOUR, book, cases};
use crate::{generate, people};

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn packed_answers_read_back_as_themselves(pack in generate::pack(), said in people::said()) {
        let book = RuleBook::from_json(&pack).unwrap();
        let answers = people::answers(&book, &said);
        prop_assert_eq!(Answers::unpacked(&book, &answers.packed()), answers);
    }

    #[test]
    fn any_text_at_all_is_survived(text in "[-0-9+, ]{0,30}|\\PC{0,30}") {
        let book = book(HARBOUR);
        let answers = Answers::unpacked(&book, &text);
        prop_assert_eq!(Answers::unpacked(&book, &answers.packed()), answers);
    }
}
