//! The texts of drafts in simplified Chinese.

use super::DraftTexts;

pub(in crate::author) const TEXTS: DraftTexts = DraftTexts {
    on: "草稿：已开",
    off: "草稿：未开",
    switch: "在这个浏览器中保留草稿",
    about: "页面意外关闭后，可以从这里继续。规则和案例会存在这台电脑上，政策原文不存。使用这个浏览器的人都能看到。全部下载、关闭文件或取消勾选时，草稿会删除。",
    kept_at: "草稿已保留：{}",
    unavailable: "这个浏览器不允许保留草稿。请经常下载文件。",
    full: "草稿没有保留：浏览器大约能存 500 万个字符，现在放不下。可能还留有较早的草稿。请先下载文件。",
    found: "未完成的工作",
    found_about: "这个浏览器中有还没有下载的草稿。",
    entry: "{}，改动于 {}",
    resume: "继续",
    delete: "删除",
    delete_question: "删除“{}”的草稿吗？删除后无法恢复。",
    open_other: "打开另一个文件",
    open_question: "有改动还没有下载，打开另一个文件后会丢失。仍然打开吗？",
    dropped_sheet: "“{}”是电子表格。请拖到“电子表格”里。",
};
