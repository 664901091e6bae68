//! The texts of the pages in the preview.

/// The texts of the pages in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::author) struct PreviewTexts {
    /// The tab of the checklist
    pub(in crate::author) paper: &'static str,
    /// The label of the menu of scenarios
    pub(in crate::author) scenario: &'static str,
    /// There is no scenario to print
    pub(in crate::author) no_scenarios: &'static str,
    /// The button that prints
    pub(in crate::author) print: &'static str,
    /// The button that saves the page
    pub(in crate::author) save: &'static str,
}

pub(super) const EN: PreviewTexts = PreviewTexts {
    paper: "Checklist on paper",
    scenario: "Scenario",
    no_scenarios: "The checklist shows the answers of one firm. Add a scenario first.",
    print: "Print",
    save: "Download the page",
};

pub(super) const ZH_HANS: PreviewTexts = PreviewTexts {
    paper: "纸质清单",
    scenario: "案例",
    no_scenarios: "清单要写出一家企业的回答。请先添加一个案例。",
    print: "打印",
    save: "下载这一页",
};

pub(super) const ZH_HANT: PreviewTexts = PreviewTexts {
    paper: "紙本清單",
    scenario: "個案",
    no_scenarios: "清單要寫出一間企業的回答。請先加入一個個案。",
    print: "列印",
    save: "下載這一頁",
};
