//! Connected components of a problem. Each is solved on its own.

use super::problem::Problem;

/// The items in no group, which are always chosen, and the connected components of the other items.
/// Items are connected by groups, and by budgets whose cap may be exceeded.
pub(super) fn components(problem: &Problem) -> (Vec<usize>, Vec<Vec<usize>>) {
    let mut parent: Vec<usize> = (0..problem.items.len()).collect();
    let mut first_of_budget = vec![None; problem.budgets.len()];
    let mut ungrouped = Vec::new();
    for group in &problem.groups {
        for pair in group.windows(2) {
            if let [one, other] = pair {
                union(&mut parent, *one, *other);
            }
        }
    }
    for (index, item) in problem.items.iter().enumerate() {
        if item.groups.is_empty() {
            ungrouped.push(index);
        } else if item.weight > 0
            && problem.budgets.get(item.budget).is_some_and(|budget| budget.all > budget.cap)
            && let Some(first) = first_of_budget.get_mut(item.budget)
        {
            union(&mut parent, *first.get_or_insert(index), index);
        }
    }
    let mut components = vec![Vec::new(); problem.items.len()];
    for (index, item) in problem.items.iter().enumerate() {
        let component = components.get_mut(find(&mut parent, index));
        if let Some(component) = component.filter(|_| !item.groups.is_empty()) {
            component.push(index);
        }
    }
    components.retain(|component| !component.is_empty());
    (ungrouped, components)
}

fn union(parent: &mut [usize], one: usize, other: usize) {
    let (one, other) = (find(parent, one), find(parent, other));
    if let Some(parent) = parent.get_mut(one) {
        *parent = other;
    }
}

/// The root of a set; path halving.
fn find(parent: &mut [usize], mut index: usize) -> usize {
    while let Some(next) = parent.get(index).copied().filter(|next| *next != index) {
        let after = parent.get(next).copied().unwrap_or(next);
        if let Some(parent) = parent.get_mut(index) {
            *parent = after;
        }
        index = after;
    }
    index
}
