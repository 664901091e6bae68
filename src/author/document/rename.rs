//! Renaming of keys, and of ids with everything that refers to them.

use crate::rulebook::{IdKind, Json, is_id, mentions};

use super::edit::{Edit, Edits};
use super::error::EditError;
use super::parse::Document;
use super::piece::quoted;

impl Document {
    /// Renames a key of an object.
    ///
    /// # Errors
    ///
    /// [`EditError::NoValue`], [`EditError::WholeDocument`], [`EditError::NotAnObject`],
    /// [`EditError::KeyExists`]
    pub fn rename_key(&self, pointer: &str, name: &str) -> Result<Edits, EditError> {
        let (parent, index) = self.route(pointer)?.parent().ok_or(EditError::WholeDocument)?;
        let Json::Object(entries) = parent.target.json else {
            let list = pointer.rsplit_once('/').map_or("", |(list, _)| list);
            return Err(EditError::NotAnObject(list.to_owned()));
        };
        match entries.iter().position(|(key, _)| key == name) {
            Some(same) if same == index => return Ok(Edits::none()),
            Some(_) => return Err(EditError::KeyExists(name.to_owned())),
            None => {}
        }
        let key = parent.target.span.children.get(index).and_then(|child| child.key.clone());
        let key = key.ok_or_else(|| EditError::NoValue(pointer.to_owned()))?;
        Ok(Edits::one(key, quoted(name)))
    }

    /// Renames the id of a definition, an option or a value of a class, and every reference to it.
    /// Texts that contain the id stay the same.
    ///
    /// # Errors
    ///
    /// [`EditError::BadId`], [`EditError::IdTaken`], [`EditError::UnknownId`]
    pub fn rename_id(&self, kind: &IdKind, id: &str, name: &str) -> Result<Edits, EditError> {
        if !is_id(name) {
            return Err(EditError::BadId(name.to_owned()));
        }
        let all = mentions(self.json());
        let mut of_kind = all.iter().filter(|mention| mention.kind == *kind);
        if !of_kind.clone().any(|mention| mention.id == id) {
            return Err(EditError::UnknownId(id.to_owned()));
        }
        if id == name {
            return Ok(Edits::none());
        }
        if of_kind.clone().any(|mention| mention.is_definition && mention.id == name) {
            return Err(EditError::IdTaken(name.to_owned()));
        }
        let places = of_kind.by_ref().filter(|mention| mention.id == id);
        let places: Vec<(String, bool)> =
            places.map(|mention| (mention.pointer.clone(), mention.is_key)).collect();
        self.rename_places(&places, name)
    }

    /// Writes a name at several places: values, or keys if the flag is set.
    ///
    /// # Errors
    ///
    /// [`EditError::NoValue`]
    pub fn rename_places(&self, places: &[(String, bool)], name: &str) -> Result<Edits, EditError> {
        let edit = |(pointer, is_key): &(String, bool)| {
            let range = if *is_key { self.key_range(pointer) } else { self.range(pointer) };
            let range = range.ok_or_else(|| EditError::NoValue(pointer.clone()))?;
            Ok(Edit { range, text: quoted(name) })
        };
        let edits: Result<Vec<Edit>, EditError> = places.iter().map(edit).collect();
        Ok(Edits::sorted(edits?))
    }
}
