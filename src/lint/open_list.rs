//! `open-list`: options that close a list which the cited text leaves open, with 等 or "such as".
//!
//! Somebody of the same kind as the listed ones answers "none of these" and is refused, although
//! the text leaves the decision to the office.

use crate::rulebook::{Criterion, FactId, Grade, Id, Options, ProvisionId, Text, When};

use super::catch_all::is_other;
use super::walk::named_options;
use super::{Context, Finding, Lint};

pub(super) const LINT: Lint =
    Lint { name: "open-list", description: "options that close a list which ends in 等", check };

fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let named = named_options(context.pack);
    let named = |fact: FactId| named.get(fact.index()).copied().unwrap_or_default();
    for (id, measure) in context.pack.measures.iter() {
        for (index, criterion) in measure.criteria.iter().enumerate() {
            let explicit = criterion.grade == Grade::Explicit;
            let Some((provision, fact)) =
                explicit.then(|| closed(context, criterion, &named)).flatten()
            else {
                continue;
            };
            let pointer = context.criterion_pointer(id, index);
            let message = format!(
                "the criterion `{}` of `{}` reads an open list as a closed one",
                criterion.id, measure.id
            );
            let text = match context.pack.provisions[provision].quote {
                Some(_) => "quote",
                None => "summary",
            };
            findings.push(
                Finding::new(LINT.name, pointer, message)
                    .label("no option is for others of the same kind")
                    .related(format!("/facts/{}/id", fact.index()), "these are its options")
                    .related(
                        format!("/provisions/{}/{text}", provision.index()),
                        "this list is open",
                    )
                    .help(
                        "add an option for others of the same kind and accept it in a directional \
                         criterion, or make this criterion directional",
                    ),
            );
        }
    }
    findings
}

/// A cited provision with an open list, and the fact whose tested options close it: no condition of
/// the pack names an option for others of the same kind.
fn closed(
    context: &Context<'_>,
    criterion: &Criterion,
    named: &dyn Fn(FactId) -> Options,
) -> Option<(ProvisionId, FactId)> {
    let pack = context.pack;
    let mut tested: Vec<(FactId, Options)> = Vec::new();
    pack.each_test(criterion.when.as_ref()?, &mut |test| {
        if let When::OneOf(fact, options) | When::Includes(fact, options) = test {
            match tested.iter_mut().find(|(known, _)| known == fact) {
                Some((_, all)) => *all = all.union(*options),
                None => tested.push((*fact, *options)),
            }
        }
    });
    criterion.provision.iter().find_map(|id| {
        let provision = &pack.provisions[*id];
        let summaries =
            provision.summary.iter().flat_map(Text::versions).map(|text| text.to_string());
        let texts = provision.quote.iter().map(|quote| quote.to_string()).chain(summaries);
        let lists: Vec<Vec<String>> = texts.flat_map(|text| open_lists(&text)).collect();
        let (fact, _) = tested.iter().find(|(fact, options)| {
            let kind = &pack.facts[*fact].kind;
            let has_other = kind.chosen(named(*fact)).any(is_other);
            let chosen: Vec<_> = kind.chosen(*options).collect();
            let labels: Vec<String> = chosen
                .iter()
                .flat_map(|option| option.label.versions())
                .map(|label| label.to_lowercase())
                .collect();
            !has_other
                && lists.iter().any(|items| {
                    let is_option = |item: &&String| {
                        labels.iter().any(|label| {
                            label.contains(item.as_str()) || item.contains(label.as_str())
                        })
                    };
                    items.iter().filter(is_option).count() > 1
                })
        })?;
        Some((*id, *fact))
    })
}

/// The items of each list of a text that ends in 等 or "etc.", or begins with "such as" or
/// "including". 等 before a number closes a list; in 等级 and others it is part of a word.
fn open_lists(text: &str) -> Vec<Vec<String>> {
    let items = |list: &str, separators: &[&str]| {
        let list = separators.iter().fold(list.to_owned(), |list, word| list.replace(word, "、"));
        let items = list.split('、').map(|item| item.trim().to_lowercase());
        items.filter(|item| item.chars().count() > 1).collect::<Vec<_>>()
    };
    let mut lists = Vec::new();
    for (start, mark) in text.match_indices('等') {
        let (before, after) = text.split_at(start);
        let after = after.get(mark.len()..).unwrap_or_default();
        if after.starts_with(NOT_OPEN) {
            continue;
        }
        let clause = before.rsplit(['，', '。', '；', '：', '（', '“', '等']).next();
        lists.push(items(clause.unwrap_or_default(), &["和", "及", "与", "或"]));
    }
    let english = [", and ", " and ", " or ", ", "];
    for word in ["such as ", "including "] {
        for list in text.split(word).skip(1) {
            lists.push(items(list.split(['.', ';']).next().unwrap_or_default(), &english));
        }
    }
    for before in text.split(", etc").take(text.matches(", etc").count()) {
        lists.push(items(before.rsplit(['.', ';']).next().unwrap_or_default(), &english));
    }
    lists.retain(|list| list.len() > 1);
    lists
}

/// Characters after 等 that make it part of a word, or that count the list.
const NOT_OPEN: [char; 26] = [
    '级', '級', '次', '于', '於', '候', '待', '同', '额', '額', '效', '价', '價', '量', '号', '两',
    '一', '二', '三', '四', '五', '六', '七', '八', '九', '十',
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_open_before_deng_and_closed_before_a_number() {
        assert_eq!(open_lists("支持生物医药、新能源等行业"), [["支持生物医药", "新能源"]]);
        assert_eq!(open_lists("北京、上海等两个城市，三级、四级等级"), [[""; 0]; 0]);
        assert_eq!(
            open_lists("sectors such as software, biotech and film."),
            [["software", "biotech", "film"]]
        );
        assert_eq!(open_lists("software, biotech, etc."), [["software", "biotech"]]);
    }
}
