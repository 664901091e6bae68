//! The texts of drafts in traditional Chinese.

use super::DraftTexts;

pub(in crate::author) const TEXTS: DraftTexts = DraftTexts {
    on: "草稿：已開",
    off: "草稿：未開",
    switch: "在這個瀏覽器中保留草稿",
    about: "頁面意外關閉後，可以由這裏繼續。規則和個案會儲存在這部電腦上，政策原文不會儲存。使用這個瀏覽器的人都能看到。全部下載、關閉檔案或取消勾選時，草稿會刪除。",
    kept_at: "草稿已保留：{}",
    unavailable: "這個瀏覽器不允許保留草稿。請經常下載檔案。",
    full: "草稿未能保留：瀏覽器大約能儲存 500 萬個字元，現在放不下。可能仍有較早的草稿。請先下載檔案。",
    found: "未完成的工作",
    found_about: "這個瀏覽器中有尚未下載的草稿。",
    entry: "{}，改動於 {}",
    resume: "繼續",
    delete: "刪除",
    delete_question: "刪除「{}」的草稿嗎？刪除後無法還原。",
    open_other: "開啟另一個檔案",
    open_question: "有改動尚未下載，開啟另一個檔案後便會消失。仍然開啟嗎？",
    dropped_sheet: "「{}」是試算表。請拖到「試算表」內。",
};
