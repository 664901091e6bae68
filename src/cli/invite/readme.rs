//! The note in the folder of lists: what the lists are, and what a link reveals.

/// The text of `README.txt`. `--help` has the part on links, too.
pub(super) fn text() -> String {
    format!("{LISTS}\nWhat a link reveals\n-------------------\n\n{LINKS}\n\n{CHINESE}")
}

/// What a link reveals.
pub(super) const LINKS: &str = "\
Anyone who has a link can read everything in it. It is not encrypted.
- Without --receipts, it contains the policy, the topic and the day. It reveals only an interest in
  the topic. All firms get the same link to a measure.
- With --receipts, it also contains all answers of the firm. Anyone who receives the link receives
  the figures of the firm. Send it to that firm only, and only if your office may.
- Browsers do not send the part after `#` to the server. It stays in mail logs, chats and the
  history of browsers.";

const LISTS: &str = "\
Firms to invite, written by `eligibility invite`
================================================

invite-MEASURE.csv   a row for each firm to invite to apply for this measure
not-assessed.csv     the rows of the input that cannot be used, and why

A file without rows is not written.

column            content
key               the key of the firm. An apostrophe precedes = + - @, so that a key is no formula.
                  Import the column as text: spreadsheets round long numbers
measure, title    the measure
outcome           met               the firm meets it, by the data: an indication, the office decides
                  met-in-direction  the office decides the rest
                  met-once-settled  the firm can apply once it has settled
                  open              answers are missing: neither a yes nor a no
missing           the missing answers of an open measure: ids, with spaces between them
questions         their questions
amount_min        the smallest and the largest amount. Without amount_max, there is no upper bound
amount_max
amount_unit
applications      open, opens, closed, past, undecided or unpublished
applications_day  open: the last day. opens: the first day. closed, past: the last day that was
link              opens the self-check at the topic of the measure

These files name firms. Keep them as long as the mailing needs them, and delete them afterwards.
";

const CHINESE: &str = "\
中文说明
--------

- invite-MEASURE.csv 每行是一家可以邀请的企业；not-assessed.csv 是无法使用的数据行和原因。
- outcome：met 是按现有数据满足条件，只是初步判断，以受理部门认定为准；met-in-direction 是其余条件由部门认定；
  met-once-settled 是落户后可申报；open 是还缺答案，既不是“符合”，也不是“不符合”。
- 请把 key 列按文本导入，否则表格软件会改动长数字。
- 链接没有加密，拿到链接的人能读到其中的全部内容。不加 --receipts 时，链接只含政策、事项和日期；
  加 --receipts 时，链接还含这家企业的全部答案（例如营业收入），只能发给这家企业本身，并且要有依据。
- “#”后面的内容不会发送到服务器，但会留在邮件日志、聊天记录和浏览器历史中。
- 名单用完请及时删除。
";
