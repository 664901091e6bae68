//! `uncited-provision`: a provision that nothing cites, or a document that nothing is cited from.

use crate::rulebook::{Id, ProvisionId, RulePack};

use super::{Context, Finding, Lint};

pub(super) const LINT: Lint =
    Lint { name: "uncited-provision", about: "a provision or document that nothing cites", check };

fn check(context: &Context<'_>) -> Vec<Finding> {
    let cited = cited(context.pack);
    let uncited = context.pack.provisions.iter().filter(|(id, _)| !cited.contains(id));
    let mut findings: Vec<Finding> = uncited
        .map(|(id, provision)| {
            let message = format!("nothing cites the provision `{}`", provision.id);
            Finding::new(LINT.name, format!("/provisions/{}/id", id.index()), message)
                .help("cite it where it is applied, or remove it: a rule may have been forgotten")
        })
        .collect();
    for (id, document) in context.pack.documents.iter() {
        if !context
            .pack
            .provisions
            .iter()
            .any(|(_, provision)| provision.document.index() == id.index())
        {
            let message = format!("no provision stands in the document `{}`", document.id);
            let finding = Finding::new(LINT.name, format!("/documents/{}/id", id.index()), message);
            findings
                .push(finding.help("add the provisions that are applied, or remove the document"));
        }
    }
    findings
}

fn cited(pack: &RulePack) -> Vec<ProvisionId> {
    let mut cited: Vec<ProvisionId> = Vec::new();
    cited.extend(pack.notices.iter().flat_map(|notice| &notice.provision));
    cited.extend(pack.limits.iter().flat_map(|limit| &limit.provision));
    for (_, measure) in pack.measures.iter() {
        cited.extend(&measure.provision);
        cited.extend(&measure.grants.provision);
        cited.extend(measure.criteria.iter().flat_map(|criterion| &criterion.provision));
    }
    cited
}
