//! 创新型中小企业, read from 工信部企业〔2022〕63号 annex 1. No engine.

use super::judged::{Judged, Score, all, any};
use super::size_class::{Size, size};

/// A firm that has answered every question. Money is in hundredths of 万元.
#[derive(Clone, Debug)]
pub(crate) struct Firm {
    /// A row of 300号 article 4, from 0
    pub(crate) industry: usize,
    pub(crate) staff: i64,
    pub(crate) revenue: i64,
    pub(crate) assets: i64,
    pub(crate) award: bool,
    pub(crate) has_honour: bool,
    pub(crate) institute: bool,
    pub(crate) equity: i64,
    pub(crate) ip_1_valuable: i64,
    pub(crate) ip_1_own: i64,
    pub(crate) ip_1: i64,
    pub(crate) ip_2: i64,
    pub(crate) rd: i64,
    pub(crate) main: i64,
    pub(crate) main_before: i64,
    pub(crate) liabilities: i64,
    pub(crate) strategic: bool,
}

/// 500万元, in hundredths of 万元.
const FIVE_MILLION: i64 = 500_00;

impl Firm {
    /// Whether the firm is an 创新型中小企业.
    pub(crate) fn is_innovative_sme(&self) -> Judged {
        all(&[
            Some(self.size() != Size::Large),
            any(&[all(&self.score_conditions()), Some(self.direct_routes().contains(&true))]),
        ])
    }

    /// 一（一） to （四）.
    pub(crate) fn direct_routes(&self) -> [bool; 4] {
        [self.award, self.has_honour, self.institute, self.equity >= FIVE_MILLION]
    }

    /// The size of the firm by 300号.
    pub(crate) fn size(&self) -> Size {
        size(self.industry, self.staff, self.revenue, self.assets)
    }

    /// 一: at least 60 points, 20 of them for 创新能力, 15 each for 成长性 and 专业化.
    pub(crate) fn score_conditions(&self) -> [Judged; 4] {
        [
            self.score().is_at_least(60),
            self.innovation().is_at_least(20),
            self.growth().is_at_least(15),
            self.specialisation().is_at_least(15),
        ]
    }

    /// 二: the three groups of indicators together, 100 points at most.
    pub(crate) fn score(&self) -> Score {
        self.innovation().plus(self.growth()).plus(self.specialisation())
    }

    /// 二（一）: 创新能力, 40 points at most.
    pub(crate) fn innovation(&self) -> Score {
        let ip = if self.ip_1_valuable >= 1 {
            20
        } else if self.ip_1_own >= 1 {
            15
        } else if self.ip_1 >= 1 {
            10
        } else if self.ip_2 >= 1 {
            5
        } else {
            0
        };
        let rd = [(5, 20), (3, 15), (2, 10), (1, 5)];
        Score::exactly(ip).plus(Score::by_share(self.rd, self.revenue, &rd))
    }

    /// 二（二）: 成长性, 30 points at most.
    pub(crate) fn growth(&self) -> Score {
        // Growth by 15 % is 115 % of the year before.
        let growth = [(115, 20), (110, 15), (105, 10), (100, 5)];
        let debt = [(55, 10), (75, 5)];
        Score::by_share(self.main, self.main_before, &growth).plus(Score::by_burden(
            self.liabilities,
            self.assets,
            &debt,
        ))
    }

    /// 二（三）: 专业化, 30 points at most.
    pub(crate) fn specialisation(&self) -> Score {
        let field = Score::exactly(if self.strategic { 10 } else { 5 });
        let main = [(70, 20), (60, 15), (55, 10), (50, 5)];
        field.plus(Score::by_share(self.main, self.revenue, &main))
    }
}
