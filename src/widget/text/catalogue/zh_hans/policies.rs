//! Texts for a site with several policies: their list, and what is carried from one to another.

use crate::widget::text::catalogue::texts::policies::Policies;

pub(in crate::widget::text::catalogue) const TEXTS: Policies = Policies {
    policies_title: "您想了解哪项政策？",
    policies_hint: "选一项，匿名回答几个问题，就知道能申请什么、要带什么。",
    policies_search_label: "搜索政策",
    no_policy_found: "没有找到。请换一个词，或者清空搜索框。",
    other_policies_title: "今天不在施行期内的政策",
    policy_questions: "最多{count}个问题",
    policy_asked: "每个主题一般问{fewest}到{most}个",
    policy_asked_same: "每个主题一般问{count}个",
    policy_failed: "没有打开“{title}”。请检查网络后再试；其他政策照常可用。",
    policy_opening: "正在打开……",
    all_policies_button: "全部政策",
    carried_text: "您在“{title}”里回答过的{count}个问题，这里也问到，已经填好：{answers}",
    carried_keep_button: "好，用这些回答",
    carried_drop_button: "不用，重新回答",
    code_of_no_policy: "这个回执码不属于这里的任何一项政策。请到取得回执码的那个页面输入。",
    file_of_no_policy: "这个文件里的回答（{theirs}）不属于这里的任何一项政策。请到保存它的那个页面打开。",
};
