//! Texts for a site with several policies: their list, and what is carried from one to another.

use crate::widget::text::catalogue::texts::policies::Policies;

pub(in crate::widget::text::catalogue) const TEXTS: Policies = Policies {
    policies_title: "你想了解哪項政策？",
    policies_hint: "選一項，匿名回答幾個問題，就知道能申請什麼、要帶什麼。",
    policies_search_label: "搜尋政策",
    no_policy_found: "沒有找到。請換一個詞，或者清空搜尋框。",
    other_policies_title: "今天不在施行期內的政策",
    policy_questions: "最多{count}個問題",
    policy_asked: "每個主題一般問{fewest}到{most}個",
    policy_asked_same: "每個主題一般問{count}個",
    policy_failed: "沒有打開「{title}」。請檢查網絡後再試；其他政策照常可用。",
    policy_opening: "正在開啟……",
    all_policies_button: "全部政策",
    carried_text: "你在「{title}」裏回答過的{count}個問題，這裏也問到，已經填好：{answers}",
    carried_keep_button: "好，用這些回答",
    carried_drop_button: "不用，重新回答",
    code_of_no_policy: "這個回執碼不屬於這裏的任何一項政策。請到取得回執碼的那個頁面輸入。",
    file_of_no_policy: "這個檔案裏的回答（{theirs}）不屬於這裏的任何一項政策。請到儲存它的那個頁面打開。",
};
