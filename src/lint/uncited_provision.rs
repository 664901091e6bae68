//! `uncited-provision`: a provision that is not cited, or a document without provisions.

use crate::rulebook::{Id, ProvisionId, RulePack};

use super::{Context, Finding, Lint};

pub(super) const LINT: Lint = Lint {
    name: "uncited-provision",
    description: "a provision or document that is not cited",
    check,
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let cited = cited(context.pack);
    let uncited = context.pack.provisions.iter().filter(|(id, _)| !cited.contains(id));
    let mut findings: Vec<Finding> = uncited
        .map(|(id, provision)| {
            let message = format!("the provision `{}` is not cited", provision.id);
            Finding::new(LINT.name, format!("/provisions/{}/id", id.index()), message)
                .help("cite it where it applies, or remove it; a rule may be missing")
        })
        .collect();
    for (id, document) in context.pack.documents.iter() {
        if !context
            .pack
            .provisions
            .iter()
            .any(|(_, provision)| provision.document.index() == id.index())
        {
            let message = format!("the document `{}` has no provisions", document.id);
            let finding = Finding::new(LINT.name, format!("/documents/{}/id", id.index()), message);
            findings.push(finding.help("add the provisions that apply, or remove the document"));
        }
    }
    findings
}

fn cited(pack: &RulePack) -> Vec<ProvisionId> {
    let mut cited: Vec<ProvisionId> = Vec::new();
    cited.extend(pack.notices.iter().flat_map(|notice| &notice.provision));
    cited.extend(pack.classes.iter().flat_map(|(_, class)| &class.provision));
    cited.extend(pack.limits.iter().flat_map(|limit| &limit.provision));
    for (_, measure) in pack.measures.iter() {
        cited.extend(&measure.provision);
        cited.extend(&measure.grants.provision);
        cited.extend(measure.criteria.iter().flat_map(|criterion| &criterion.provision));
    }
    cited
}
