//! The name an author probably meant.

/// The candidate closest to a misspelt name, if one is close enough to be a slip of the pen.
///
/// Distance is the number of inserted, deleted or replaced characters (Levenshtein 1965), at most a third of the name.
pub(crate) fn nearest<'a>(
    name: &str,
    candidates: impl Iterator<Item = &'a str>,
) -> Option<&'a str> {
    let most = name.chars().count().div_ceil(3);
    candidates
        .map(|candidate| (distance(name, candidate), candidate))
        .filter(|(distance, _)| (1..=most).contains(distance))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

fn distance(left: &str, right: &str) -> usize {
    // One row of the table at a time: `row[n]` is the distance to the first n characters of `right`.
    let mut row: Vec<usize> = (0..=right.chars().count()).collect();
    for (line, a) in left.chars().enumerate() {
        let mut diagonal = line;
        let mut before = line + 1;
        if let Some(first) = row.first_mut() {
            *first = before;
        }
        for (cell, b) in row.iter_mut().skip(1).zip(right.chars()) {
            let replaced = diagonal + usize::from(a != b);
            diagonal = *cell;
            before = replaced.min(*cell + 1).min(before + 1);
            *cell = before;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_pen_finds_the_name_meant() {
        let names = ["rd-increase", "fund-size", "rank"];
        assert_eq!(nearest("rd-incraese", names.into_iter()), Some("rd-increase"));
        assert_eq!(nearest("fund-sise", names.into_iter()), Some("fund-size"));
    }

    #[test]
    fn another_word_altogether_finds_nothing() {
        assert_eq!(nearest("established-on", ["rd-increase", "rank"].into_iter()), None);
    }
}
