//! Conditions and scores as a person reads them from a text: exact integers, no engine.

/// Whether a condition holds. `None`: the text does not decide it, so the office does.
pub(crate) type Judged = Option<bool>;

/// Whether all conditions hold (同时满足).
pub(crate) fn all(parts: &[Judged]) -> Judged {
    if parts.contains(&Some(false)) {
        return Some(false);
    }
    if parts.contains(&None) { None } else { Some(true) }
}

/// Whether one of the conditions holds (满足之一).
pub(crate) fn any(parts: &[Judged]) -> Judged {
    if parts.contains(&Some(true)) {
        return Some(true);
    }
    if parts.contains(&None) { None } else { Some(false) }
}

/// The points of an indicator, or a sum of them: a range if an indicator has no value by the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Score {
    pub(crate) low: i64,
    pub(crate) high: i64,
}

impl Score {
    pub(crate) fn exactly(points: i64) -> Score {
        Score { low: points, high: points }
    }

    /// The points by the percentage that `part` is of `whole`. Each band has the percentage from
    /// which it counts, and its points; the highest first. Below all bands there are no points.
    pub(crate) fn by_share(part: i64, whole: i64, bands: &[(i64, i64)]) -> Score {
        if whole == 0 {
            return Score { low: 0, high: bands[0].1 };
        }
        let reaches =
            |percent: i64| i128::from(part) * 100 >= i128::from(whole) * i128::from(percent);
        let band = bands.iter().find(|(percent, _)| reaches(*percent));
        Score::exactly(band.map_or(0, |(_, points)| *points))
    }

    /// Like [`Self::by_share`], with the percentage up to which each band counts; the lowest first.
    pub(crate) fn by_burden(part: i64, whole: i64, bands: &[(i64, i64)]) -> Score {
        if whole == 0 {
            return Score { low: 0, high: bands[0].1 };
        }
        let within =
            |percent: i64| i128::from(part) * 100 <= i128::from(whole) * i128::from(percent);
        let band = bands.iter().find(|(percent, _)| within(*percent));
        Score::exactly(band.map_or(0, |(_, points)| *points))
    }

    pub(crate) fn plus(self, other: Score) -> Score {
        Score { low: self.low + other.low, high: self.high + other.high }
    }

    /// The higher of two scores, if the firm chooses one of two indicators.
    pub(crate) fn best(self, other: Score) -> Score {
        Score { low: self.low.max(other.low), high: self.high.max(other.high) }
    }

    pub(crate) fn is_at_least(self, points: i64) -> Judged {
        if self.low >= points {
            return Some(true);
        }
        if self.high < points { Some(false) } else { None }
    }
}
