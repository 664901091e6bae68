//! Lists with typed indices: a `FactId` indexes the facts and no other list.

use std::marker::PhantomData;
use std::ops::Index;

use serde::{Deserialize, Serialize};

/// The largest number of items in a table, because indices have 16 bits.
pub(super) const MAX_ITEMS: usize = 65_535;

/// A typed index into a [`Table`]. Only parsing a [`super::RulePack`] makes new ones.
pub trait Id: Copy {
    /// The id with this index.
    fn from_index(index: usize) -> Self;
    /// The index in the list.
    fn index(self) -> usize;
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(u16);

        impl Id for $name {
            fn from_index(index: usize) -> Self {
                // OK because `names` and `validate` reject lists longer than `MAX_ITEMS`.
                $name(index as u16)
            }

            fn index(self) -> usize {
                usize::from(self.0)
            }
        }
    )*};
}

ids! {
    /// Index of a document
    DocumentId,
    /// Index of a provision
    ProvisionId,
    /// Index of a section of questions
    SectionId,
    /// Index of a fact
    FactId,
    /// Index of a term
    TermId,
    /// Index of an assumption
    AssumptionId,
    /// Index of a class
    ClassId,
    /// Index of a measure
    MeasureId,
    /// Index of a material
    MaterialId,
    /// Index of an office
    OfficeId,
    /// Index of a topic
    TopicId,
}

/// A list indexed by its own type of id.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Table<I, T> {
    items: Vec<T>,
    id: PhantomData<I>,
}

impl<I: Id, T> Table<I, T> {
    pub(super) fn new(items: Vec<T>) -> Self {
        Table { items, id: PhantomData }
    }

    /// The item with this id, if the id is in range. Not called `get`, because
    /// `clippy::indexing_slicing` would then reject every `table[id]`.
    pub(super) fn find(&self, id: I) -> Option<&T> {
        self.items.get(id.index())
    }

    /// Whether every item has an index of 16 bits.
    pub(super) fn is_indexable(&self) -> bool {
        self.items.len() <= MAX_ITEMS
    }

    /// The items in source order, mutable.
    pub(super) fn iter_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.items.iter_mut()
    }

    /// The items in source order, with their ids.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (I, &T)> + ExactSizeIterator {
        self.items.iter().enumerate().map(|(index, item)| (I::from_index(index), item))
    }

    /// The number of items.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether the table is empty.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }
}

impl<I: Id, T> Index<I> for Table<I, T> {
    type Output = T;

    #[expect(
        clippy::indexing_slicing,
        reason = "OK because ids are made only for items of this table, and stay with their pack"
    )]
    fn index(&self, id: I) -> &T {
        &self.items[id.index()]
    }
}

impl<I, T> Default for Table<I, T> {
    fn default() -> Self {
        Table { items: Vec::new(), id: PhantomData }
    }
}
