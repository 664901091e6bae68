//! Choosing topics, and starting the interview about them.

use crate::engine::PolicyStatus;
use crate::rulebook::TopicId;

use super::{FocusTarget, Screen, State};

/// The number of topics on the screen before the others are unfolded.
pub(in crate::widget) const SHOWN_TOPICS: usize = 8;

impl State {
    /// The same state with topics that the host has chosen. While the policy is in force, it begins
    /// with the choice of topics.
    #[must_use]
    pub fn with_topics(mut self, topics: &[TopicId]) -> State {
        self.set_topics(topics);
        self
    }

    /// Selects the topics of the host, unless the user has already chosen.
    pub(super) fn set_topics(&mut self, topics: &[TopicId]) {
        if self.has_chosen_topics || !matches!(self.screen, Screen::Start | Screen::Topics) {
            return;
        }
        self.topics = topics.to_vec();
        self.are_all_topics_shown |= topics.iter().any(|topic| self.is_folded(*topic));
        self.is_topic_missing = false;
        if !topics.is_empty() && self.today().status == PolicyStatus::InForce {
            // Without moving the focus: the host acts, not the user.
            self.screen = Screen::Topics;
        }
    }

    pub(super) fn toggle_topic(&mut self, topic: TopicId) {
        self.has_chosen_topics = true;
        self.is_topic_missing = false;
        // Otherwise the list would fold when the topic is deselected.
        self.are_all_topics_shown |= self.is_folded(topic);
        match self.topics.iter().position(|chosen| *chosen == topic) {
            Some(index) => drop(self.topics.remove(index)),
            None => self.topics.push(topic),
        }
    }

    /// Whether a topic is not among the first on the screen.
    fn is_folded(&self, topic: TopicId) -> bool {
        let asked = self.pack.topics.iter().filter(|(_, topic)| topic.ask);
        asked.skip(SHOWN_TOPICS).any(|(id, _)| id == topic)
    }

    pub(super) fn start_topics(&mut self) {
        // Services may be chosen from an earlier visit of their list.
        let is_asked = |topic: &TopicId| self.pack.topics[*topic].ask;
        if !self.topics.iter().any(is_asked) {
            self.is_topic_missing = true;
            return self.focus.move_to(FocusTarget::TopicsError);
        }
        self.has_chosen_topics = true;
        self.start_interview();
    }

    pub(super) fn start_all(&mut self) {
        self.has_chosen_topics = true;
        self.topics.clear();
        self.start_interview();
    }

    /// Adds a topic to those chosen, and goes on with its questions.
    pub(super) fn add_topic(&mut self, topic: TopicId) {
        if !self.topics.contains(&topic) {
            self.topics.push(topic);
        }
        self.start_interview();
    }

    /// Shows the measures of a topic that nothing is asked about.
    pub(super) fn show_topic(&mut self, topic: TopicId) {
        self.has_chosen_topics = true;
        self.topics = vec![topic];
        self.show(Screen::Results);
    }
}
