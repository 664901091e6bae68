//! The words of the tables in the languages of the interface: keys of a pack, and columns.

use crate::rulebook::Locale;

/// A word: its key, 简体中文, 繁體中文, English.
type Word = (&'static str, [&'static str; 3]);

/// Lists and keys on the way to a text.
const KEYS: &[Word] = &[
    ("title", ["标题", "標題", "title"]),
    ("audience", ["适用对象", "適用對象", "audience"]),
    ("instead", ["失效后", "失效後", "what applies instead"]),
    ("evidence-note", ["依据说明", "依據說明", "note about the evidence"]),
    ("notices", ["提示", "提示", "notice"]),
    ("documents", ["文件", "文件", "document"]),
    ("provisions", ["条款", "條款", "provision"]),
    ("sections", ["问题分组", "問題分組", "section"]),
    ("topics", ["分类", "分類", "topic"]),
    ("units", ["单位", "單位", "unit"]),
    ("written-out", ["完整写法", "完整寫法", "written out"]),
    ("facts", ["问题", "問題", "question"]),
    ("question", ["问句", "問句", "question"]),
    ("hint", ["提示", "提示", "hint"]),
    ("check-against", ["核对依据", "核對依據", "what to check against"]),
    ("kind", ["选项", "選項", "option"]),
    ("ask-together", ["一屏的问题", "同頁問題", "questions of a screen"]),
    ("terms", ["通用条件", "通用條件", "term"]),
    ("quantities", ["算式", "算式", "quantity"]),
    ("points", ["评分", "評分", "points"]),
    ("bands", ["档次", "檔次", "band"]),
    ("classes", ["类别", "類別", "class"]),
    ("values", ["取值", "取值", "value"]),
    ("assumptions", ["前提", "前提", "assumption"]),
    ("measures", ["措施", "措施", "measure"]),
    ("criteria", ["条件", "條件", "criterion"]),
    ("label", ["说明", "說明", "label"]),
    ("summary", ["概要", "概要", "summary"]),
    ("synonyms", ["别名", "別名", "synonym"]),
    ("grants", ["支持", "支持", "grant"]),
    ("in-kind", ["非现金支持", "非現金支持", "benefit in kind"]),
    ("note", ["备注", "備註", "note"]),
    ("windows", ["申报期", "申請期", "application period"]),
    ("steps", ["申报步骤", "申請步驟", "step"]),
    ("duties", ["获支持后的义务", "獲支持後的義務", "duty"]),
    ("materials", ["材料", "材料", "material"]),
    ("offices", ["受理部门", "受理部門", "office"]),
    ("address", ["地址", "地址", "address"]),
    ("hours", ["办公时间", "辦公時間", "opening hours"]),
    ("limits", ["限制", "限制", "limit"]),
    ("relations", ["答案之间的关系", "答案之間的關係", "relation"]),
    ("message", ["提示", "提示", "message"]),
    ("text", ["文字", "文字", "text"]),
    ("policy", ["政策", "政策", "policy"]),
];

/// Columns and tables. In English, their keys suffice.
const COLUMNS: &[Word] = &[
    ("texts", ["文字", "文字", ""]),
    ("measures", ["措施", "措施", ""]),
    ("place", ["位置", "位置", ""]),
    ("what", ["这是什么", "這是甚麼", ""]),
    ("measure", ["措施编号", "措施編號", ""]),
    ("title", ["措施标题", "措施標題", ""]),
    ("criterion", ["条件编号", "條件編號", ""]),
    ("label", ["条件说明", "條件說明", ""]),
    ("condition", ["自测这样判断", "自測這樣判斷", ""]),
    ("clause", ["条款", "條款", ""]),
    ("quote", ["原文", "原文", ""]),
    ("grade", ["明确程度", "明確程度", ""]),
    ("grants", ["支持内容", "支持內容", ""]),
    ("remark", ["您的意见", "您的意見", ""]),
    ("was", ["导出时的状态（请勿改动）", "匯出時的狀態（請勿更改）", "(do not change)"]),
];

fn word(words: &'static [Word], key: &str, locale: Locale) -> Option<&'static str> {
    let (_, [hans, hant, english]) = words.iter().find(|(name, _)| *name == key)?;
    Some(match locale.interface() {
        Locale::ZhHans => hans,
        Locale::ZhHant => hant,
        Locale::En | Locale::Other(_) => english,
    })
}

/// The word for a key of a pack; the key itself if it has none.
pub(super) fn key_word(key: &str, locale: Locale) -> &str {
    word(KEYS, key, locale).unwrap_or(key)
}

/// The word for a column or table; the key itself if it has none.
pub(super) fn column_word(key: &str, locale: Locale) -> &str {
    word(COLUMNS, key, locale).unwrap_or(key)
}
