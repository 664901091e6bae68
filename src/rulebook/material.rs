//! Materials and offices: what to bring, and where.

use std::num::NonZeroU8;
use std::rc::Rc;

use super::table::MaterialId;
use super::text::{Locale, Text};
use super::when::When;

/// A paper that a person brings or uploads.
#[derive(Clone, Debug)]
pub struct Material {
    /// Its name in the pack
    pub id: Rc<str>,
    /// What people call it
    pub title: Text,
    /// How it must be: copies, stamps, forms
    pub note: Option<Text>,
}

/// A paper that a measure asks for.
#[derive(Clone, Debug)]
pub struct MaterialUse {
    /// Which paper
    pub material: MaterialId,
    /// When it is asked for; always, if there is no such condition
    pub when: Option<When>,
    /// 免提交: it is needed, but the office gets it by itself
    pub exempt: bool,
    /// How many copies this measure asks for, at most [`MaterialUse::MOST_COPIES`]; nothing if no published text says so
    pub copies: Option<NonZeroU8>,
}

impl MaterialUse {
    /// Most copies that a measure can ask for. More are a slip: of a price or a year that went into the wrong field.
    pub const MOST_COPIES: u8 = 99;
}

/// Where applications are taken.
#[derive(Clone, Debug)]
pub struct Office {
    /// Its name in the pack
    pub id: Rc<str>,
    /// What people call it
    pub title: Text,
    /// Where it is, if a published text says so
    pub address: Option<Text>,
    /// When it is open, likewise
    pub hours: Option<Text>,
    /// Its telephone number, likewise
    pub phone: Option<Rc<str>>,
}

impl Office {
    /// How to reach it, as far as published: address, opening hours, telephone.
    pub fn reached_by(&self, locale: Locale) -> Vec<Rc<str>> {
        let mut lines = Vec::new();
        for text in [&self.address, &self.hours].into_iter().flatten() {
            lines.push(text.get(locale));
        }
        lines.extend(self.phone.clone());
        lines
    }
}
