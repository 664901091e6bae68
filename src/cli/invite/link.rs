//! The link of an invitation: opens the self-check at the topic of a measure.
//!
//! The topic is in a receipt in the fragment (`#r=…`), which browsers do not send to the server. An
//! attribute or a query would need a page per topic, or would tell the server the topic.

use jiff::civil::Date;

use crate::engine::{Answers, Receipt, receipt_link};
use crate::rulebook::{Id, MeasureId, RulePack, TopicId};

/// Writes links to a published self-check.
pub(super) struct Links<'a> {
    pack: &'a RulePack,
    site: &'a str,
    has_answers: bool,
    /// The chosen topics; all topics if there are none
    topics: &'a [TopicId],
    /// For each measure, its last link without answers
    links: Vec<Option<(Date, String)>>,
}

impl<'a> Links<'a> {
    /// `has_answers`: whether the links contain the answers of the firm.
    pub(super) fn new(
        pack: &'a RulePack,
        site: &'a str,
        has_answers: bool,
        topics: &'a [TopicId],
    ) -> Links<'a> {
        Links { pack, site, has_answers, topics, links: vec![None; pack.measures.len()] }
    }

    /// The link to a measure for a firm.
    pub(super) fn link(&mut self, measure: MeasureId, as_of: Date, answers: &Answers) -> String {
        let topics: Vec<TopicId> = self.topic(measure).into_iter().collect();
        let link = |answers: &Answers| {
            receipt_link(self.site, &Receipt::encode(self.pack, as_of, &topics, answers))
        };
        if self.has_answers {
            return link(answers);
        }
        match self.links.get(measure.index()) {
            Some(Some((day, link))) if *day == as_of => link.clone(),
            _ => {
                let link = link(&Answers::none(self.pack));
                if let Some(cached) = self.links.get_mut(measure.index()) {
                    *cached = Some((as_of, link.clone()));
                }
                link
            }
        }
    }

    /// The first topic with a measure, if possible one whose questions are asked. `None` if the
    /// measure is in no topic: then the link opens all measures.
    fn topic(&self, measure: MeasureId) -> Option<TopicId> {
        let is_chosen = |id: &TopicId| self.topics.is_empty() || self.topics.contains(id);
        let mut topics = self
            .pack
            .topics
            .iter()
            .filter(|(id, topic)| is_chosen(id) && topic.measures.contains(&measure));
        let (first, topic) = topics.next()?;
        let asked = topics.find(|(_, topic)| topic.ask).map(|(id, _)| id);
        if topic.ask { Some(first) } else { Some(asked.unwrap_or(first)) }
    }
}

/// Parses the address of the published self-check.
pub(super) fn parse_site(address: &str) -> Result<String, String> {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    let is_valid = rest.is_some_and(|rest| !rest.is_empty())
        && address.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'#');
    match is_valid {
        true => Ok(address.to_owned()),
        false => {
            Err("expected an address without `#`, such as https://example.org/check/".to_owned())
        }
    }
}
