//! `uncited-provision`: a provision that nothing cites, or a document that nothing is cited from.

use crate::rulebook::{Id, ProvisionId, RulePack};

use super::{Finding, Lint, Pack};

pub(super) const LINT: Lint =
    Lint { name: "uncited-provision", about: "a provision or document that nothing cites", check };

fn check(pack: &Pack<'_>) -> Vec<Finding> {
    let cited = cited(pack.book);
    let uncited = pack.book.provisions.iter().filter(|(id, _)| !cited.contains(id));
    let mut findings: Vec<Finding> = uncited
        .map(|(id, provision)| {
            let message = format!("nothing cites the provision `{}`", provision.id);
            Finding::new(LINT.name, format!("/provisions/{}/id", id.place()), message)
                .help("cite it where it is applied, or remove it: a rule may have been forgotten")
        })
        .collect();
    for (id, document) in pack.book.documents.iter() {
        if !pack
            .book
            .provisions
            .iter()
            .any(|(_, provision)| provision.document.place() == id.place())
        {
            let message = format!("no provision stands in the document `{}`", document.id);
            let finding = Finding::new(LINT.name, format!("/documents/{}/id", id.place()), message);
            findings
                .push(finding.help("add the provisions that are applied, or remove the document"));
        }
    }
    findings
}

fn cited(book: &RulePack) -> Vec<ProvisionId> {
    let mut cited: Vec<ProvisionId> = Vec::new();
    cited.extend(book.notices.iter().flat_map(|notice| &notice.provision));
    cited.extend(book.limits.iter().flat_map(|limit| &limit.provision));
    for (_, measure) in book.measures.iter() {
        cited.extend(&measure.provision);
        cited.extend(&measure.grants.provision);
        cited.extend(measure.criteria.iter().flat_map(|criterion| &criterion.provision));
    }
    cited
}
