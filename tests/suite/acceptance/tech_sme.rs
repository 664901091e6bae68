//! 科技型中小企业, read from 国科发政〔2017〕115号 articles 6 to 8 and 国科火字〔2022〕67号. No engine.

use super::judged::{Judged, Score, all, any};

/// A firm that has answered every question. Money is in hundredths of 万元.
#[derive(Clone, Debug)]
pub(crate) struct Firm {
    pub(crate) registered: Registered,
    pub(crate) pays_tax: bool,
    pub(crate) tax_by_accounts: bool,
    pub(crate) rd_accounted: bool,
    pub(crate) accident: bool,
    pub(crate) blacklisted: bool,
    pub(crate) staff: i64,
    pub(crate) sales: i64,
    pub(crate) assets: i64,
    pub(crate) banned_product: bool,
    pub(crate) restricted_industry: bool,
    /// Whether the main business is in an industry that 财税〔2015〕119号 lists
    pub(crate) industry_is_listed: bool,
    pub(crate) listed_income: i64,
    pub(crate) total_income: i64,
    pub(crate) untaxed_income: i64,
    pub(crate) investment_income: i64,
    pub(crate) certificate: bool,
    pub(crate) award: bool,
    pub(crate) institute: bool,
    pub(crate) standard: bool,
    pub(crate) tech_staff: i64,
    pub(crate) rd: i64,
    pub(crate) costs: i64,
    pub(crate) ip_1: i64,
    pub(crate) ip_2: i64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Registered {
    Mainland,
    /// Under the law of another country, with its management in the mainland
    ManagedHere,
    Elsewhere,
}

/// 2亿元, in hundredths of 万元.
const TWO_HUNDRED_MILLION: i64 = 20_000_00;

impl Firm {
    /// Whether the firm is a 科技型中小企业.
    pub(crate) fn is_tech_sme(&self) -> Judged {
        all(&self.conditions())
    }

    /// Whether losses may be carried forward for ten years: 高企 or 科技型中小企业.
    pub(crate) fn may_carry_losses(&self) -> Judged {
        any(&[Some(self.certificate), self.is_tech_sme()])
    }

    /// Articles 6 and 8, in the order of the text, with the items of 67号 next to those that they
    /// narrow.
    pub(crate) fn conditions(&self) -> [Judged; 7] {
        [
            // 第六条（一）, 67号 1
            Some(self.registered != Registered::Elsewhere && self.pays_tax),
            // 67号 1
            Some(self.tax_by_accounts && self.rd_accounted),
            // 第六条（二）
            Some(
                self.staff <= 500
                    && self.sales <= TWO_HUNDRED_MILLION
                    && self.assets <= TWO_HUNDRED_MILLION,
            ),
            // 第六条（三）
            Some(!self.banned_product),
            // 67号 3
            all(&[Some(!self.restricted_industry), self.industry_qualifies()]),
            // 第六条（四）
            Some(!self.accident && !self.blacklisted),
            // 第六条（五） or 第八条
            any(&[
                all(&[self.score().is_at_least(60), self.staff_score().is_at_least(1)]),
                Some(self.direct_routes().contains(&true)),
            ]),
        ]
    }

    /// 第八条（一） to （四）.
    pub(crate) fn direct_routes(&self) -> [bool; 4] {
        [self.certificate, self.award, self.institute, self.standard]
    }

    /// 119号: not more than 50 % of the income, without untaxed and investment income, is from a
    /// listed industry.
    fn industry_qualifies(&self) -> Judged {
        if !self.industry_is_listed {
            return Some(true);
        }
        let base = self.total_income - self.untaxed_income - self.investment_income;
        match base {
            0 => None,
            1.. => Some(self.listed_income * 2 <= base),
            // A negative share is not more than 50 %.
            _ => Some(true),
        }
    }

    /// 第七条: the three indicators together, 100 points at most.
    pub(crate) fn score(&self) -> Score {
        self.staff_score().plus(self.rd_score()).plus(Score::exactly(self.ip_score()))
    }

    /// 第七条 1: 科技人员, 20 points at most.
    pub(crate) fn staff_score(&self) -> Score {
        let bands = [(30, 20), (25, 16), (20, 12), (15, 8), (10, 4)];
        Score::by_share(self.tech_staff, self.staff, &bands)
    }

    /// 第七条 2: 研发投入, 50 points at most, by one of two indicators.
    pub(crate) fn rd_score(&self) -> Score {
        let of_sales = [(6, 50), (5, 40), (4, 30), (3, 20), (2, 10)];
        let of_costs = [(30, 50), (25, 40), (20, 30), (15, 20), (10, 10)];
        let by_sales = Score::by_share(self.rd, self.sales, &of_sales);
        by_sales.best(Score::by_share(self.rd, self.costs, &of_costs))
    }

    /// 第七条 3: 科技成果, 30 points at most.
    pub(crate) fn ip_score(&self) -> i64 {
        if self.ip_1 >= 1 {
            return 30;
        }
        match self.ip_2 {
            4.. => 24,
            3 => 18,
            2 => 12,
            1 => 6,
            _ => 0,
        }
    }
}
