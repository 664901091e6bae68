//! Parts: the items that have to do with each other, each part to be searched alone.

use super::problem::Field;

/// The items in no group, which are always chosen, and the parts into which the others fall: tied by groups, and by
/// caps that may be exceeded.
pub(super) fn parts(field: &Field) -> (Vec<usize>, Vec<Vec<usize>>) {
    let mut leader: Vec<usize> = (0..field.items.len()).collect();
    let mut purse_of = vec![None; field.purses.len()];
    let mut free = Vec::new();
    for group in &field.groups {
        for pair in group.windows(2) {
            if let [one, other] = pair {
                join(&mut leader, *one, *other);
            }
        }
    }
    for (place, item) in field.items.iter().enumerate() {
        if item.groups.is_empty() {
            free.push(place);
        } else if item.worth > 0
            && field.purses.get(item.purse).is_some_and(|purse| purse.all > purse.cap)
            && let Some(first) = purse_of.get_mut(item.purse)
        {
            join(&mut leader, *first.get_or_insert(place), place);
        }
    }
    let mut parts = vec![Vec::new(); field.items.len()];
    for (place, item) in field.items.iter().enumerate() {
        let part = parts.get_mut(lead(&mut leader, place));
        if let Some(part) = part.filter(|_| !item.groups.is_empty()) {
            part.push(place);
        }
    }
    parts.retain(|part| !part.is_empty());
    (free, parts)
}

fn join(leader: &mut [usize], one: usize, other: usize) {
    let (one, other) = (lead(leader, one), lead(leader, other));
    if let Some(leader) = leader.get_mut(one) {
        *leader = other;
    }
}

/// Union-find with path halving.
fn lead(leader: &mut [usize], mut place: usize) -> usize {
    while let Some(next) = leader.get(place).copied().filter(|next| *next != place) {
        let after = leader.get(next).copied().unwrap_or(next);
        if let Some(leader) = leader.get_mut(place) {
            *leader = after;
        }
        place = after;
    }
    place
}
