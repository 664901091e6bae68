//! Addresses of web pages and telephone numbers, valid by construction.

use std::rc::Rc;

use serde::de::{Deserializer, Error};
use serde::{Deserialize, Serialize};

use super::text::Text;

/// The address of a web page.
///
/// INVARIANT: an absolute `https` address in ASCII, without a user name. So a link to it never runs
/// a script, and shows the host that it leads to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Url(Rc<str>);

/// A telephone number.
///
/// INVARIANT: at least three digits, and otherwise only spaces and `+-()`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Phone(Rc<str>);

impl Url {
    /// The expected form, for faults
    pub(super) const FORM: &'static str =
        "an address that begins with `https://`, in ASCII and without spaces";

    /// Parses an address. Addresses with other characters are written with `%`, as browsers copy
    /// them.
    pub fn parse(text: &str) -> Option<Url> {
        let rest = text.strip_prefix("https://")?;
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let (name, port) = host.split_once(':').unwrap_or((host, "443"));
        let is_label = |label: &str| {
            !label.is_empty() && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        };
        let is_valid = name.contains('.')
            && name.split('.').all(is_label)
            && port.parse::<u16>().is_ok()
            && text.bytes().all(|b| b.is_ascii_graphic() && !b"\"'<>\\^`{|}".contains(&b));
        is_valid.then(|| Url(text.into()))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Phone {
    /// The expected form, for faults
    pub(super) const FORM: &'static str = "a telephone number of digits, spaces and `+-()`";

    /// Parses one number.
    pub fn parse(text: &str) -> Option<Phone> {
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        let is_valid = (3..=20).contains(&digits)
            && text.len() <= 40
            && text.trim() == text
            && text.bytes().all(|b| b.is_ascii_digit() || b" +-()".contains(&b));
        is_valid.then(|| Phone(text.into()))
    }

    /// The number as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address that calls the number (RFC 3966).
    pub fn address(&self) -> String {
        let digits = self.0.chars().filter(|char| char.is_ascii_digit() || *char == '+');
        "tel:".chars().chain(digits).collect()
    }
}

impl<'de> Deserialize<'de> for Url {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Url, D::Error> {
        Url::parse(&String::deserialize(deserializer)?).ok_or_else(|| Error::custom("not a URL"))
    }
}

impl<'de> Deserialize<'de> for Phone {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Phone, D::Error> {
        let phone = Phone::parse(&String::deserialize(deserializer)?);
        phone.ok_or_else(|| Error::custom("not a number"))
    }
}

/// What applies now that the policy has lapsed.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Instead {
    /// The policy, page or office to turn to, in plain words
    pub text: Text,
    /// Its page
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<Url>,
    /// Its telephone number
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<Phone>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_https_addresses_in_ascii_are_links() {
        for valid in [
            "https://www.thnet.gov.cn/",
            "https://example.org",
            "https://example.org:8443/a/b.html?x=1&y=%E5%A4%A9#top",
            "https://xn--fiq228c.cn/~a/(b)",
        ] {
            assert_eq!(Url::parse(valid).map(|url| url.as_str().to_owned()), Some(valid.into()));
        }
        for invalid in [
            "",
            "https://",
            "https:///path",
            "https://localhost/",
            "http://www.thnet.gov.cn/",
            "HTTPS://example.org",
            "//example.org",
            "www.thnet.gov.cn",
            "javascript:alert(1)",
            "data:text/html,x",
            "https://user@example.org/",
            "https://example.org@evil.example/",
            "https://example.org:port/",
            "https://example.org:65536/",
            "https://example..org/",
            "https://example.org/a b",
            " https://example.org/",
            "https://example.org/\n",
            "https://example.org/天河",
            "https://天河.中国/",
            "https://example.org/\"onclick=\"",
            "https://example.org\\evil",
        ] {
            assert_eq!(Url::parse(invalid), None, "{invalid}");
        }
    }

    #[test]
    fn a_phone_number_is_written_as_printed_and_called_by_its_digits() {
        for (valid, address) in [
            ("12345", "tel:12345"),
            ("020-12345678", "tel:02012345678"),
            ("+86 (20) 1234 5678", "tel:+862012345678"),
        ] {
            assert_eq!(Phone::parse(valid).map(|phone| phone.address()), Some(address.to_owned()));
        }
        for invalid in ["", "12", " 12345", "020-12345678;ext=1", "020/123", "call", "１２３４５"]
        {
            assert_eq!(Phone::parse(invalid), None, "{invalid}");
        }
    }
}
