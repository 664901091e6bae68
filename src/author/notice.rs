//! Notices about a change. Each disappears when what it is about has changed again.

use yew::prelude::*;

/// A notice, and what it is about.
#[derive(Clone, Debug, PartialEq)]
struct Notice<S, T> {
    content: T,
    about: About<S>,
}

/// What a notice is about.
#[derive(Clone, Debug, PartialEq)]
enum About<S> {
    /// The next version after this one
    ChangeOf(S),
    /// This version
    Version(S),
}

impl<S: Clone + PartialEq, T> Notice<S, T> {
    /// The content, unless there is another version now.
    fn content(&self, now: &S) -> Option<&T> {
        let is_shown = match &self.about {
            About::ChangeOf(_) => true,
            About::Version(version) => version == now,
        };
        is_shown.then_some(&self.content)
    }

    /// The notice with the version that it is about. `None` if there is another version now.
    fn follow(self, now: &S) -> Option<Notice<S, T>> {
        match &self.about {
            About::ChangeOf(before) if before != now => {
                Some(Notice { content: self.content, about: About::Version(now.clone()) })
            }
            About::Version(version) if version != now => None,
            _ => Some(self),
        }
    }
}

/// A notice in the state of a component.
pub(super) struct UseNotice<S: 'static, T: 'static> {
    now: S,
    state: UseStateHandle<Option<Notice<S, T>>>,
}

impl<S: Clone + PartialEq, T> UseNotice<S, T> {
    /// The notice, if there is one about the version now.
    pub(super) fn content(&self) -> Option<&T> {
        self.state.as_ref().and_then(|notice| notice.content(&self.now))
    }

    /// Sets notices about changes of the version now.
    pub(super) fn setter(&self) -> NoticeSetter<S, T> {
        NoticeSetter { now: self.now.clone(), state: self.state.setter() }
    }
}

/// Sets notices about the version of one render.
pub(super) struct NoticeSetter<S, T> {
    now: S,
    state: UseStateSetter<Option<Notice<S, T>>>,
}

impl<S: Clone, T> Clone for NoticeSetter<S, T> {
    fn clone(&self) -> NoticeSetter<S, T> {
        NoticeSetter { now: self.now.clone(), state: self.state.clone() }
    }
}

impl<S: Clone, T> NoticeSetter<S, T> {
    /// Sets a notice about the change that follows.
    pub(super) fn set_after_change(&self, content: T) {
        self.state.set(Some(Notice { content, about: About::ChangeOf(self.now.clone()) }));
    }

    /// Sets a notice about the version as it is.
    pub(super) fn set(&self, content: T) {
        self.state.set(Some(Notice { content, about: About::Version(self.now.clone()) }));
    }

    /// Removes the notice.
    pub(super) fn clear(&self) {
        self.state.set(None);
    }
}

/// A notice about a subject, such as a text. `now` is its current version.
#[hook]
pub(super) fn use_notice<S, T>(now: &S) -> UseNotice<S, T>
where
    S: Clone + PartialEq + 'static,
    T: Clone + PartialEq + 'static,
{
    let state = use_state_eq(|| None::<Notice<S, T>>);
    use_effect_with(now.clone(), {
        let state = state.clone();
        move |now| state.set((*state).clone().and_then(|notice| notice.follow(now)))
    });
    UseNotice { now: now.clone(), state }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(versions: &[i32]) -> Option<&'static str> {
        let mut notice = Some(Notice { content: "changed", about: About::ChangeOf(1) });
        for version in versions {
            notice = notice.and_then(|notice| notice.follow(version));
        }
        notice.and_then(|notice| notice.content(versions.last()?).copied())
    }

    #[test]
    fn a_notice_stays_until_the_change_and_after_it() {
        assert_eq!(after(&[1]), Some("changed"));
        assert_eq!(after(&[1, 2]), Some("changed"));
        assert_eq!(after(&[1, 2, 2]), Some("changed"));
    }

    #[test]
    fn a_notice_disappears_when_the_change_is_undone_and_does_not_return() {
        assert_eq!(after(&[2, 1]), None);
        assert_eq!(after(&[2, 3]), None);
        assert_eq!(after(&[2, 1, 2]), None);
    }

    #[test]
    fn a_notice_about_another_version_is_not_shown() {
        let notice = Notice { content: "failed", about: About::Version(1) };
        assert_eq!(notice.content(&1), Some(&"failed"));
        assert_eq!(notice.content(&2), None);
    }
}
