//! The page of one policy of a site: the page of the site, opened at that policy.
//!
//! # Why
//!
//! A link to a policy works from anywhere, and shows the policy's first screens before the widget
//! has loaded. The page is derived from the site's own, which its owner may have changed.

use std::ops::Range;

use crate::rulebook::{Locale, RulePack, Text};

use super::html_tags::{Attribute, Tag, raw_text_length, tags};
use super::site::{ELEMENT, with_first_screens};
use super::site_files::{RULES_PAGE, pack_language, pack_name, policy_folder, rules_page_name};

/// From the folder of a policy to that of the site.
pub(super) const TO_SITE: &str = "../../";

/// The page of a policy, from that of a site in these languages and the first screens of the
/// policy. `None` if the page has no widget.
pub(super) fn policy_page(
    index: &str,
    pack: &RulePack,
    languages: &[Locale],
    screens: &str,
) -> Option<String> {
    // Without the first screens of the site, whose addresses are not those of files.
    let page = with_first_screens(index, "")?;
    let tags = tags(&page);
    let mut edits = Edits::new(pack, languages, &tags);
    for tag in &tags {
        edits.add(&page, tag);
    }
    let page = edits.apply(&page);
    with_first_screens(&page, screens)
}

/// The changes of a page.
struct Edits<'a> {
    pack: &'a RulePack,
    /// The languages of the site, and so of the files of the policy
    languages: &'a [Locale],
    /// The language of the titles
    locale: Option<Locale>,
    /// Whether the page has a `<base>`, so that its addresses are not relative to its folder
    has_base: bool,
    /// Whether the page has a description
    has_description: bool,
    edits: Vec<(Range<usize>, String)>,
}

impl<'a> Edits<'a> {
    fn new(pack: &'a RulePack, languages: &'a [Locale], tags: &[Tag<'_>]) -> Edits<'a> {
        let has_base = tags.iter().any(|tag| tag.is("base") && tag.attribute("href").is_some());
        let has_description = tags.iter().any(is_description);
        let locale = pack.languages.first().copied();
        Edits { pack, languages, locale, has_base, has_description, edits: Vec::new() }
    }

    fn add(&mut self, page: &str, tag: &Tag<'_>) {
        let pack = self.pack;
        let text = |text: &Text| self.locale.map(|locale| text.get(locale));
        let title = escaped(&text(&pack.title).unwrap_or_default());
        let description = pack.audience.as_ref().and_then(text).map(|text| escaped(&text));
        if tag.is("title") {
            let after = page.get(tag.end..).unwrap_or_default();
            let end = tag.end + raw_text_length(after, "title");
            self.edits.push((tag.end..end, title));
            if let Some(description) = description.filter(|_| !self.has_description) {
                let end = end + "</title>".len();
                let meta = format!("\n  <meta name=\"description\" content=\"{description}\">");
                self.edits.push((end..end, meta));
            }
        } else if is_description(tag) {
            if let Some(content) = tag.attribute("content") {
                self.set(content, &description.unwrap_or(title));
            }
        } else if ELEMENT.strip_prefix('<').is_some_and(|name| tag.is(name)) {
            match tag.attribute("policy") {
                Some(policy) => self.set(policy, &pack.id),
                None => {
                    let attribute = format!(" policy=\"{}\"", pack.id);
                    self.edits.push((tag.name_end..tag.name_end, attribute));
                }
            }
        }
        for attribute in tag.attributes.iter().filter(|attribute| is_address(tag, attribute)) {
            if let Some(address) = self.moved(attribute.value, tag.is("base")) {
                self.set(attribute, &address);
            }
        }
    }

    /// Sets the value of an attribute, which is escaped already.
    fn set(&mut self, attribute: &Attribute<'_>, value: &str) {
        // Character references of the old value may contain the other quotation mark.
        let value = value.replace('"', "&quot;");
        self.edits.push((attribute.range.clone(), format!("\"{value}\"")));
    }

    /// An address of the site's page, in the page of the policy. `None` if it is the same.
    fn moved(&self, address: &str, is_base: bool) -> Option<String> {
        let address = address.trim();
        if !is_relative(address) {
            return None;
        }
        if let Some(own) = self.own_file(address) {
            let folder = self.has_base.then(|| policy_folder(&self.pack.id) + "/");
            return Some(folder.unwrap_or_default() + &own);
        }
        (is_base || !self.has_base).then(|| format!("{TO_SITE}{address}"))
    }

    /// The file of the policy that corresponds to a file of the site, if there is one.
    fn own_file(&self, address: &str) -> Option<String> {
        let address = address.trim_start_matches("./");
        let (name, rest) = address.split_at(address.find(['?', '#']).unwrap_or(address.len()));
        let first = self.languages.first().copied()?;
        let own = |locale: Locale| if self.languages.contains(&locale) { locale } else { first };
        let tag = name.strip_prefix("rulebook.").and_then(|name| name.strip_suffix(".html"));
        let page = tag.and_then(Locale::from_any_tag);
        let of_language = match (pack_language(name), page) {
            (Some(locale), _) => Some(pack_name(own(locale))),
            (None, Some(locale)) => Some(rules_page_name(own(locale), Some(first))),
            (None, None) => None,
        };
        let file = of_language.or_else(|| (name == RULES_PAGE).then(|| name.to_owned()))?;
        Some(file + rest)
    }

    fn apply(mut self, page: &str) -> String {
        self.edits.sort_by_key(|(range, _)| range.start);
        let mut changed = String::new();
        let mut end = 0;
        for (range, text) in self.edits {
            changed.push_str(page.get(end..range.start).unwrap_or_default());
            changed.push_str(&text);
            end = range.end;
        }
        changed.push_str(page.get(end..).unwrap_or_default());
        changed
    }
}

fn is_description(tag: &Tag<'_>) -> bool {
    let name = tag.attribute("name");
    tag.is("meta") && name.is_some_and(|name| name.value.eq_ignore_ascii_case("description"))
}

/// Whether an attribute is the address of a file.
fn is_address(tag: &Tag<'_>, attribute: &Attribute<'_>) -> bool {
    let is = |name: &&str| attribute.name.eq_ignore_ascii_case(name);
    ["href", "src", "action", "poster"].iter().any(is)
        || (is(&"rules") && ELEMENT.strip_prefix('<').is_some_and(|name| tag.is(name)))
}

/// Whether an address is relative to the folder of its page.
fn is_relative(address: &str) -> bool {
    let is_scheme_char =
        |char: char| char.is_ascii_alphanumeric() || matches!(char, '+' | '-' | '.');
    let has_scheme = address.split_once(':').is_some_and(|(scheme, _)| {
        scheme.starts_with(|first: char| first.is_ascii_alphabetic())
            && scheme.chars().all(is_scheme_char)
    });
    !address.is_empty() && !address.starts_with(['/', '\\', '#', '?']) && !has_scheme
}

/// A text as HTML, also in an attribute.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
