//! The error that ends a command with exit status 2.

use std::fmt;
use std::io;
use std::path::Path;

use crate::bundle::BundleError;

/// The reason why a command cannot continue.
///
/// The first line of the message states the problem, in lower case and without a full stop. Notes
/// and the remedy follow on separate lines, as in the diagnostics of a pack.
#[derive(Debug)]
pub(super) enum CliError {
    /// A file or stream cannot be read or written
    Io {
        /// The failed operation, and its file or stream
        action: String,
        /// The error of the operating system
        source: io::Error,
        /// The remedy
        help: Option<String>,
    },
    /// An argument or the content of a file cannot be used
    Invalid {
        /// The problem
        message: String,
        /// Further facts
        notes: Vec<String>,
        /// The remedy
        help: Option<String>,
    },
    /// The diagnostics have been printed already
    Reported,
}

impl CliError {
    /// A file or stream cannot be read.
    pub(super) fn read(path: impl AsRef<Path>, source: io::Error) -> CliError {
        CliError::io("read", path.as_ref(), source)
    }

    /// A file or stream cannot be written.
    pub(super) fn write(path: impl AsRef<Path>, source: io::Error) -> CliError {
        let path = path.as_ref();
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let missing = folder.filter(|folder| !folder.exists());
        match (source.kind(), missing) {
            (io::ErrorKind::NotFound, Some(folder)) => {
                let help = format!("create the folder `{}` first", folder.display());
                CliError::io("write", path, source).help(help)
            }
            _ => CliError::io("write", path, source),
        }
    }

    /// Standard input cannot be read.
    pub(super) fn stdin(source: io::Error) -> CliError {
        CliError::Io { action: "cannot read standard input".to_owned(), source, help: None }
    }

    /// Standard output or standard error cannot be written.
    pub(super) fn stream(name: &str, source: io::Error) -> CliError {
        CliError::Io { action: format!("cannot write to {name}"), source, help: None }
    }

    fn io(verb: &str, path: &Path, source: io::Error) -> CliError {
        CliError::Io { action: format!("cannot {verb} `{}`", path.display()), source, help: None }
    }

    /// An argument or the content of a file cannot be used.
    pub(super) fn invalid(message: impl Into<String>) -> CliError {
        CliError::Invalid { message: message.into(), notes: Vec::new(), help: None }
    }

    /// Adds a note. Errors of the operating system have none.
    pub(super) fn note(mut self, note: impl Into<String>) -> CliError {
        if let CliError::Invalid { notes, .. } = &mut self {
            notes.push(note.into());
        }
        self
    }

    /// Sets the remedy.
    pub(super) fn help(mut self, text: impl Into<String>) -> CliError {
        if let CliError::Io { help, .. } | CliError::Invalid { help, .. } = &mut self {
            *help = Some(text.into());
        }
        self
    }

    /// Sets the remedy if the file does not exist.
    pub(super) fn help_if_missing(self, text: &str) -> CliError {
        match &self {
            CliError::Io { source, .. } if source.kind() == io::ErrorKind::NotFound => {
                self.help(text)
            }
            _ => self,
        }
    }

    /// Whether the reader of standard output has closed it, as in `| head`.
    pub(super) fn is_broken_pipe(&self) -> bool {
        matches!(self, CliError::Io { source, .. } if source.kind() == io::ErrorKind::BrokenPipe)
    }
}

impl From<BundleError> for CliError {
    fn from(error: BundleError) -> CliError {
        let BundleError { message, help } = error;
        CliError::Invalid { message, notes: Vec::new(), help }
    }
}

impl fmt::Display for CliError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (notes, help) = match self {
            CliError::Io { action, source, help } => {
                write!(f, "{action}: {source}")?;
                (&[][..], help)
            }
            CliError::Invalid { message, notes, help } => {
                f.write_str(message)?;
                (notes.as_slice(), help)
            }
            CliError::Reported => return Ok(()),
        };
        for note in notes {
            write!(f, "\n  = note: {note}")?;
        }
        match help {
            Some(help) => write!(f, "\n  = help: {help}"),
            None => Ok(()),
        }
    }
}
