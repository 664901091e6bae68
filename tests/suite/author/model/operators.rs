//! Every offered test of a fact makes a valid pack.

use eligibility_check::author::model::{
    ConditionForm, FactKindForm, FactOperator, Facts, default_condition, new_criterion, operators,
};

use super::{GUIDE, after, assert_valid, parsed};
use crate::support::{FERRY, HARBOUR};

#[test]
fn every_offered_test_of_every_fact_is_a_valid_condition() {
    for pack in [FERRY, HARBOUR, GUIDE] {
        let document = parsed(pack);
        let facts = Facts::read(document.json(), "en");
        let mut text = pack.to_owned();
        for fact in &facts.facts {
            assert!(!operators(&fact.kind).is_empty(), "{}", fact.id);
            for operator in operators(&fact.kind) {
                let when = default_condition(fact, *operator, "2020-01-01").unwrap();
                assert!(!ConditionForm::read(&when, &facts).has_raw(), "{}", when.to_text());
                text = after(&text, |document| {
                    let measure = document.value("/measures/0").unwrap();
                    let criterion = new_criterion(document.json(), measure, Some(when.clone()));
                    document.insert("/measures/0/criteria", 0, &criterion)
                });
            }
        }
        assert_valid(&text);
    }
}

#[test]
fn a_test_of_another_kind_is_not_offered() {
    let facts = Facts::read(parsed(GUIDE).json(), "zh-Hans");
    let fact = facts.find("registered").unwrap();
    assert_eq!(fact.kind, FactKindForm::YesNo);
    assert_eq!(operators(&fact.kind), [FactOperator::IsYes, FactOperator::IsNo]);
    assert_eq!(default_condition(fact, FactOperator::AtLeast, "2020-01-01"), None);
    assert!(operators(&FactKindForm::Unknown).is_empty());
}
