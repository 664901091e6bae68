//! 中小企业划型, read from 工信部联企业〔2011〕300号 article 4. No engine.

/// 大型, 中型, 小型, 微型.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Size {
    Large,
    Medium,
    Small,
    Micro,
}

/// What a row of article 4 measures; 从业人员 in persons, the others in 万元.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum By {
    Staff,
    Revenue,
    Assets,
}

use By::{Assets, Revenue, Staff};

/// A row of article 4: what it measures, and below which figures a firm is 中小微型, and from which
/// it is 中型 and 小型.
pub(crate) struct Row {
    pub(crate) by: &'static [By],
    pub(crate) sme_below: &'static [i64],
    pub(crate) medium_from: &'static [i64],
    pub(crate) small_from: &'static [i64],
}

const fn row(
    by: &'static [By],
    sme_below: &'static [i64],
    medium_from: &'static [i64],
    small_from: &'static [i64],
) -> Row {
    Row { by, sme_below, medium_from, small_from }
}

/// The rows （一） to （十六）.
pub(crate) const ROWS: [Row; 16] = [
    row(&[Revenue], &[20_000], &[500], &[50]),
    row(&[Staff, Revenue], &[1_000, 40_000], &[300, 2_000], &[20, 300]),
    row(&[Revenue, Assets], &[80_000, 80_000], &[6_000, 5_000], &[300, 300]),
    row(&[Staff, Revenue], &[200, 40_000], &[20, 5_000], &[5, 1_000]),
    row(&[Staff, Revenue], &[300, 20_000], &[50, 500], &[10, 100]),
    row(&[Staff, Revenue], &[1_000, 30_000], &[300, 3_000], &[20, 200]),
    row(&[Staff, Revenue], &[200, 30_000], &[100, 1_000], &[20, 100]),
    row(&[Staff, Revenue], &[1_000, 30_000], &[300, 2_000], &[20, 100]),
    row(&[Staff, Revenue], &[300, 10_000], &[100, 2_000], &[10, 100]),
    row(&[Staff, Revenue], &[300, 10_000], &[100, 2_000], &[10, 100]),
    row(&[Staff, Revenue], &[2_000, 100_000], &[100, 1_000], &[10, 100]),
    row(&[Staff, Revenue], &[300, 10_000], &[100, 1_000], &[10, 50]),
    row(&[Revenue, Assets], &[200_000, 10_000], &[1_000, 5_000], &[100, 2_000]),
    row(&[Staff, Revenue], &[1_000, 5_000], &[300, 1_000], &[100, 500]),
    row(&[Staff, Assets], &[300, 120_000], &[100, 8_000], &[10, 100]),
    row(&[Staff], &[300], &[100], &[10]),
];

/// The size of a firm, with money in hundredths of 万元. `industry` is an index of [`ROWS`].
pub(crate) fn size(industry: usize, staff: i64, revenue: i64, assets: i64) -> Size {
    let row = &ROWS[industry];
    // Below one of the figures (或), or from all of them (且).
    let is_below = |by: &By, figure: &i64| match by {
        Staff => staff < *figure,
        Revenue => revenue < *figure * 100,
        Assets => assets < *figure * 100,
    };
    let is_below_one =
        |figures: &[i64]| row.by.iter().zip(figures).any(|(by, figure)| is_below(by, figure));
    if !is_below_one(row.sme_below) {
        Size::Large
    } else if !is_below_one(row.medium_from) {
        Size::Medium
    } else if !is_below_one(row.small_from) {
        Size::Small
    } else {
        Size::Micro
    }
}
