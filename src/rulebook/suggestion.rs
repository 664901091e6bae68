//! Suggestions for a misspelt name.

/// The candidate with the smallest Levenshtein distance to a misspelt name.
///
/// Returns `None` if every candidate differs in more than a third of the name's characters. A
/// candidate equal to the name is no suggestion.
pub(crate) fn closest_name<'a>(
    name: &str,
    candidates: impl Iterator<Item = &'a str>,
) -> Option<&'a str> {
    let max_distance = name.chars().count().div_ceil(3);
    candidates
        .map(|candidate| (strsim::levenshtein(name, candidate), candidate))
        .filter(|(distance, _)| (1..=max_distance).contains(distance))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_name_gets_a_suggestion() {
        let names = ["rd-increase", "fund-size", "rank"];
        assert_eq!(closest_name("rd-incraese", names.into_iter()), Some("rd-increase"));
        assert_eq!(closest_name("fund-sise", names.into_iter()), Some("fund-size"));
    }

    #[test]
    fn an_unrelated_name_gets_no_suggestion() {
        assert_eq!(closest_name("established-on", ["rd-increase", "rank"].into_iter()), None);
    }
}
