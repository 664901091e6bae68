//! The values of a fact that the text may distinguish: at and next to every threshold, relative to
//! the other values of a firm.

use super::policy::{Domain, Policy, Values, domains};

/// A [`super::policy::Cut`] as seen from one fact: the other facts with their factors, the factor
/// of the fact, and the constant.
struct Crossing {
    others: Vec<(usize, i64)>,
    factor: i64,
    constant: i64,
}

/// The values to try for each fact of a policy.
pub(crate) struct Grid<'a> {
    pub(crate) policy: &'a Policy,
    pub(crate) domains: Vec<Domain>,
    crossings: Vec<Vec<Crossing>>,
}

impl<'a> Grid<'a> {
    pub(crate) fn new(policy: &'a Policy) -> Grid<'a> {
        let crossings = (0..policy.facts.len()).map(|fact| crossings(policy, fact)).collect();
        Grid { policy, domains: domains(policy), crossings }
    }

    /// The values of a fact that the text may distinguish, for a firm with these other values.
    pub(crate) fn values(&self, firm: &[i64], fact: usize) -> Values {
        let decimals = match self.domains[fact] {
            Domain::YesNo => return vec![0, 1],
            Domain::Choice(count) => return (0..i64::try_from(count).unwrap()).collect(),
            Domain::Choices(count) => {
                return std::iter::once(0).chain((0..count).map(|bit| 1 << bit)).collect();
            }
            Domain::Number(decimals) => decimals,
        };
        // The engine stores numbers up to 10¹¹.
        let max = 100_000_000_000 * 10_i64.pow(decimals);
        let mut values = vec![0, 1, max];
        for figure in (self.policy.figures)(firm, fact) {
            values.extend([figure - 1, figure, figure + 1]);
        }
        for Crossing { others, factor, constant } in &self.crossings[fact] {
            let term =
                |(other, factor): &(usize, i64)| i128::from(*factor) * i128::from(firm[*other]);
            let rest: i128 = others.iter().map(term).sum();
            let zero = (i128::from(*constant) - rest).div_euclid(i128::from(*factor));
            let zero = i64::try_from(zero.clamp(-2, i128::from(max))).unwrap();
            values.extend([zero - 1, zero, zero + 1, zero + 2]);
        }
        values.retain(|value| (0..=max).contains(value));
        values.sort_unstable();
        values.dedup();
        values
    }
}

fn crossings(policy: &Policy, fact: usize) -> Vec<Crossing> {
    let mut crossings = Vec::new();
    for cut in policy.cuts {
        let mut others: Vec<(usize, i64)> =
            cut.terms.iter().map(|(id, factor)| (policy.fact(id), *factor)).collect();
        if let Some(index) = others.iter().position(|(other, _)| *other == fact) {
            let (_, factor) = others.remove(index);
            crossings.push(Crossing { others, factor, constant: cut.constant });
        }
    }
    crossings
}
