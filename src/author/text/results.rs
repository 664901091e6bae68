//! The texts of scenarios' results: what no scenario tests, and what differs from the expectation.

/// The texts of results in one language. `{}` is replaced by a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::author) struct ResultTexts {
    /// A definition by its title and its id
    pub(in crate::author) titled: &'static str,
    /// A measure, a part of its result, the expected one, and the actual one
    pub(in crate::author) difference: &'static str,
    /// A whole and its part
    pub(in crate::author) part_of: &'static str,
    /// The part of a measure that decides whether it applies
    pub(in crate::author) applicability: &'static str,
    /// A named condition by its id
    pub(in crate::author) term: &'static str,
    /// A class by its title and its id
    pub(in crate::author) class: &'static str,
    /// A condition is never true
    pub(in crate::author) never_true: &'static str,
    /// A condition is never false
    pub(in crate::author) never_false: &'static str,
    /// A condition is neither true nor false
    pub(in crate::author) never_decided: &'static str,
    /// An outcome is not expected
    pub(in crate::author) never_expected: &'static str,
    /// A limit is not exercised
    pub(in crate::author) never_exercised: &'static str,
    /// No day is before the policy
    pub(in crate::author) no_day_before: &'static str,
    /// No day is within the policy
    pub(in crate::author) no_day_within: &'static str,
    /// No day is after the policy
    pub(in crate::author) no_day_after: &'static str,
}

pub(super) const EN: ResultTexts = ResultTexts {
    titled: "{} ({})",
    difference: "{} · {}: expected “{}”, found “{}”",
    part_of: "{} · {}",
    applicability: "Applies to",
    term: "Named condition {}",
    class: "Class {}",
    never_true: "never true: {}",
    never_false: "never false: {}",
    never_decided: "never decided: {}",
    never_expected: "no scenario expects “{}”",
    never_exercised: "No scenario exercises this limit: {}",
    no_day_before: "No scenario has a day before the policy is in force",
    no_day_within: "No scenario has a day on which the policy is in force",
    no_day_after: "No scenario has a day after the policy has lapsed",
};

pub(super) const ZH_HANS: ResultTexts = ResultTexts {
    titled: "{}（{}）",
    difference: "{} · {}：预期“{}”，实际“{}”",
    part_of: "{} · {}",
    applicability: "适用对象",
    term: "常用条件 {}",
    class: "分类：{}",
    never_true: "没有案例符合：{}",
    never_false: "没有案例不符合：{}",
    never_decided: "没有案例能判断是否符合：{}",
    never_expected: "没有案例的预期结果是“{}”",
    never_exercised: "没有案例用到这项限制：{}",
    no_day_before: "没有案例的日期早于政策生效",
    no_day_within: "没有案例的日期在政策有效期内",
    no_day_after: "没有案例的日期晚于政策失效",
};

pub(super) const ZH_HANT: ResultTexts = ResultTexts {
    titled: "{}（{}）",
    difference: "{} · {}：預期「{}」，實際「{}」",
    part_of: "{} · {}",
    applicability: "適用對象",
    term: "常用條件 {}",
    class: "分類：{}",
    never_true: "沒有個案符合：{}",
    never_false: "沒有個案不符合：{}",
    never_decided: "沒有個案能判斷是否符合：{}",
    never_expected: "沒有個案的預期結果是「{}」",
    never_exercised: "沒有個案用到這項限制：{}",
    no_day_before: "沒有個案的日期早於政策生效",
    no_day_within: "沒有個案的日期在政策有效期內",
    no_day_after: "沒有個案的日期晚於政策失效",
};
