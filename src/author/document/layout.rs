//! The text of a new value, in the style of a document.

use super::piece::{Entry, Piece};
use super::style::{Form, Role, Style};

impl Style {
    /// The text of a value. `indent` is the indentation of the line on which it begins.
    pub(super) fn layout(&self, piece: &Piece, role: Role<'_>, indent: &str) -> String {
        let mut text = String::new();
        self.write(piece, Some(role), indent, &mut text);
        text
    }

    /// The text of a value on one line.
    pub(super) fn flat(&self, piece: &Piece) -> String {
        let mut text = String::new();
        self.write(piece, None, "", &mut text);
        text
    }

    /// Writes a value; on one line if it has no role.
    fn write(&self, piece: &Piece, role: Option<Role<'_>>, indent: &str, text: &mut String) {
        let (open, close, padding) = match piece {
            Piece::Scalar(scalar) => return text.push_str(scalar),
            Piece::List(_) => ("[", "]", &self.list_padding),
            Piece::Object(_) => ("{", "}", &self.object_padding),
        };
        text.push_str(open);
        if !piece.is_empty() {
            let form = role.map_or(Form::Flat, |role| self.form(piece, role));
            // A value on one line has only such values inside. The others decide themselves.
            let role = role.filter(|_| form != Form::Flat);
            if form == Form::Expanded {
                let inner = format!("{indent}{}", self.indent);
                let line = format!("{}{inner}", self.newline);
                text.push_str(&line);
                self.children(piece, role, &inner, &format!(",{line}"), text);
                text.push_str(self.newline);
                text.push_str(indent);
            } else {
                text.push_str(padding);
                self.children(piece, role, indent, &self.comma, text);
                text.push_str(padding);
            }
        }
        text.push_str(close);
    }

    fn children(
        &self,
        piece: &Piece,
        role: Option<Role<'_>>,
        indent: &str,
        separator: &str,
        text: &mut String,
    ) {
        let mut is_first = true;
        let mut separate = |text: &mut String| {
            text.push_str(if is_first { "" } else { separator });
            is_first = false;
        };
        match piece {
            Piece::Scalar(_) => {}
            Piece::List(items) => {
                for item in items {
                    separate(text);
                    self.write(item, role.map(Role::item), indent, text);
                }
            }
            Piece::Object(entries) => {
                for Entry { key, written, value } in entries {
                    separate(text);
                    text.push_str(written);
                    text.push_str(&self.colon);
                    self.write(value, role.map(|_| Role::entry(key)), indent, text);
                }
            }
        }
    }
}
