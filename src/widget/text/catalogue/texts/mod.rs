//! The names of the interface texts: a list for each group of screens, from which a macro generates
//! a struct, the names and the methods.
//!
//! # Why
//!
//! Each language fills the structs, so a missing text does not compile. Browsers get the texts by
//! name in their pack. [`super::Catalogue`] has arrays with a method for each text, because
//! decoding and dropping structs with hundreds of fields would take much more code in the module.

pub(super) mod plan;
pub(super) mod policies;
pub(super) mod questions;
pub(super) mod results;

/// The number of texts.
pub(super) const COUNT: usize = questions::COUNT + results::COUNT + plan::COUNT + policies::COUNT;

macro_rules! texts {
    ($part:ident in $array:ident; $($(#[$doc:meta])* $name:ident,)*) => {
        /// The texts in one language
        #[cfg(feature = "author")]
        pub(in crate::widget::text::catalogue) struct $part {
            $($(#[$doc])* pub(in crate::widget::text::catalogue) $name: &'static str,)*
        }

        #[cfg(feature = "author")]
        impl $part {
            /// The texts in the order of the list.
            pub(in crate::widget::text::catalogue) const fn list(
                &self,
            ) -> [yew::AttrValue; COUNT] {
                [$(yew::AttrValue::Static(self.$name)),*]
            }
        }

        /// The index of each text in the list
        #[expect(non_camel_case_types, reason = "each is the name of a text")]
        enum Index {
            $($name,)*
        }

        /// The names in the order of the list
        pub(in crate::widget::text::catalogue) const NAMES: &[&str] = &[$(stringify!($name)),*];
        /// The number of texts
        pub(in crate::widget::text::catalogue) const COUNT: usize = NAMES.len();

        impl crate::widget::text::Catalogue {
            $(
                $(#[$doc])*
                pub(crate) fn $name(&self) -> &yew::AttrValue {
                    &self.$array[const { Index::$name as usize }]
                }
            )*
        }
    };
}

use texts;
