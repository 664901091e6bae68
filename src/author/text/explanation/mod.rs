//! What a fault or finding means, for authors who do not read English.
//!
//! The messages of `lint` are English, as in the command, so that both can be compared. A Chinese
//! page adds the meaning of the code.

mod zh_hans;
mod zh_hant;

use super::Texts;

/// The code of a fault or lint, and what it means and asks for.
pub(super) type Explanations = &'static [(&'static str, &'static str)];

/// In English the message suffices.
pub(super) const EN: Explanations = &[];
pub(super) use zh_hans::EXPLANATIONS as ZH_HANS;
pub(super) use zh_hant::EXPLANATIONS as ZH_HANT;

impl Texts {
    /// What a code means and asks for. `None` in English.
    pub(in crate::author) fn explanation(&self, code: &str) -> Option<&'static str> {
        self.explanations.iter().find(|(name, _)| *name == code).map(|(_, text)| *text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::LINTS;
    use crate::rulebook::FaultCode;

    #[test]
    fn chinese_pages_explain_every_fault_and_lint() {
        let faults = FaultCode::ALL.iter().map(|code| code.name());
        let lints = LINTS.iter().map(|lint| lint.name);
        // The fault of a scenario file has no code of its own.
        let codes: Vec<&str> = faults.chain(["scenario"]).chain(lints).collect();
        for explanations in [ZH_HANS, ZH_HANT] {
            let explained: Vec<&str> = explanations.iter().map(|(code, _)| *code).collect();
            assert_eq!(explained, codes);
        }
    }
}
