//! What a browser can do, by its user agent.
//!
//! # Why
//!
//! The browsers inside messengers and other apps neither print nor download, and give no error. A
//! button for it would do nothing, so the plan offers the picture and the link instead. No feature
//! detection shows this.

/// What a browser can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Abilities {
    /// Whether it prints
    pub prints: bool,
    /// Whether it saves files
    pub downloads: bool,
}

/// Parts of the user agents of browsers inside apps: WeChat and WeCom, Alipay, DingTalk, QQ, Weibo,
/// Baidu, Toutiao and Douyin, Feishu. The QQ Browser, a browser, has `MQQBrowser` without ` QQ/`.
const APPS: [&str; 11] = [
    "MicroMessenger",
    "AlipayClient",
    "DingTalk",
    " QQ/",
    "Weibo",
    "baiduboxapp",
    "NewsArticle",
    "aweme",
    "Lark/",
    "Feishu",
    // Any other app on Android
    "; wv)",
];

impl Default for Abilities {
    fn default() -> Abilities {
        Abilities { prints: true, downloads: true }
    }
}

impl Abilities {
    /// The abilities of the browser with this user agent.
    pub fn of(user_agent: &str) -> Abilities {
        let is_app = APPS.iter().any(|app| user_agent.contains(app)) || is_ios_app(user_agent);
        Abilities { prints: !is_app, downloads: !is_app }
    }
}

/// On iOS, browsers name Safari, and the views of other apps do not.
fn is_ios_app(user_agent: &str) -> bool {
    ["iPhone", "iPad", "iPod"].iter().any(|device| user_agent.contains(device))
        && user_agent.contains("AppleWebKit/")
        && !user_agent.contains("Safari/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_inside_apps_neither_print_nor_download() {
        for app in [
            "Mozilla/5.0 (Linux; Android 13; M2102 Build/TKQ1; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36 XWEB/1160117 MMWEBSDK/20231202 MicroMessenger/8.0.47.2560(0x28002F30) WeChat/arm64 Weixin NetType/WIFI Language/zh_CN ABI/arm64",
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.42(0x18002a32) NetType/WIFI Language/zh_CN",
            "Mozilla/5.0 (Windows NT 10.0; WOW64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/86.0.4240.99 Safari/537.36 MicroMessenger/7.0.20.1781(0x6700143B) NetType/WIFI MiniProgramEnv/Windows WindowsWechat",
            "Mozilla/5.0 (Linux; U; Android 12; zh-CN; V2001A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/69.0.3497.100 UWS/3.22.2.60 Mobile Safari/537.36 UCBS/3.22.2.60 NebulaSDK/1.8.100112 Nebula AlipayDefined(nt:WIFI) AliApp(AP/10.5.0) AlipayClient/10.5.0",
            "Mozilla/5.0 (Linux; Android 11; PCLM10) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/101.0 Mobile Safari/537.36 DingTalk/7.5.10",
            "Mozilla/5.0 (Linux; Android 12; JAD-AL50) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/89.0 MQQBrowser/6.2 TBS/046295 Mobile Safari/537.36 V1_AND_SQ_8.9.58 QQ/8.9.58.11050 NetType/WIFI",
            "Mozilla/5.0 (iPhone; CPU iPhone OS 16_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Weibo (iPhone12,1__weibo__13.2.1__iphone__os16.1)",
            "Mozilla/5.0 (Linux; Android 10; SM-G960U; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/120.0 Mobile Safari/537.36",
        ] {
            assert_eq!(Abilities::of(app), Abilities { prints: false, downloads: false }, "{app}");
        }
    }

    #[test]
    fn browsers_print_and_download() {
        for browser in [
            "",
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/80.0.3987.0 Safari/537.36",
            "Mozilla/5.0 (Windows NT 10.0; rv:102.0) Gecko/20100101 Firefox/102.0",
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.0 Safari/605.1.15",
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1",
            "Mozilla/5.0 (Linux; U; Android 11; zh-cn) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/89.0 MQQBrowser/13.0 Mobile Safari/537.36",
            "Mozilla/5.0 (Linux; Android 10; HarmonyOS; ELS-AN00) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/99.0 HuaweiBrowser/13.0 Mobile Safari/537.36",
        ] {
            assert_eq!(Abilities::of(browser), Abilities::default(), "{browser}");
        }
    }
}
