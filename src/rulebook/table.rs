//! Lists whose places are typed: a `FactId` finds a fact and nothing else.

use std::marker::PhantomData;
use std::ops::Index;

use serde::{Deserialize, Serialize};

/// Most things of one kind; places are 16 bits wide.
pub(super) const MOST: usize = 65_535;

/// The place of something in its list. Made only while a [`super::RulePack`] is read.
pub trait Id: Copy {
    /// The id of the thing at a place.
    fn at(place: usize) -> Self;
    /// The place of the thing.
    fn place(self) -> usize;
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(u16);

        impl Id for $name {
            fn at(place: usize) -> Self {
                // OK because no list is longer than `MOST`: `names` and `validate` check it.
                $name(place as u16)
            }

            fn place(self) -> usize {
                usize::from(self.0)
            }
        }
    )*};
}

ids! {
    /// Which document
    DocumentId,
    /// Which provision
    ProvisionId,
    /// Which section of questions
    SectionId,
    /// Which fact
    FactId,
    /// Which term
    TermId,
    /// Which measure
    MeasureId,
    /// Which material
    MaterialId,
    /// Which office
    OfficeId,
}

/// A list found into by its own kind of id only.
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

    /// The item with this id, if the id is in range. Not called `get`: clippy would then refuse every index.
    pub(super) fn find(&self, id: I) -> Option<&T> {
        self.items.get(id.place())
    }

    /// Whether every item has an id.
    pub(super) fn fits_ids(&self) -> bool {
        self.items.len() <= MOST
    }

    /// The items in the author's order, to be changed.
    pub(super) fn iter_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.items.iter_mut()
    }

    /// The items in the author's order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (I, &T)> + ExactSizeIterator {
        self.items.iter().enumerate().map(|(place, item)| (I::at(place), item))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }
}

impl<I: Id, T> Index<I> for Table<I, T> {
    type Output = T;

    #[expect(
        clippy::indexing_slicing,
        reason = "OK because ids are made only for places of this very table; a book's ids never leave it"
    )]
    fn index(&self, id: I) -> &T {
        &self.items[id.place()]
    }
}

impl<I, T> Default for Table<I, T> {
    fn default() -> Self {
        Table { items: Vec::new(), id: PhantomData }
    }
}
