use std::{error, fmt};

use secrecy::SecretString;

use super::{CreatedWebhook, NewWebhook, Webhook};
use crate::Error;

/// What [`ensure`](super::Webhooks::ensure) would do.
#[derive(Clone, Debug)]
pub struct Plan {
    pub(super) create: Vec<NewWebhook>,
    pub(super) delete: Vec<Webhook>,
    pub(super) keep: Vec<Webhook>,
}

impl Plan {
    /// The declared webhooks that it would create: those that are missing, and those that are there with other content.
    pub fn create(&self) -> &[NewWebhook] {
        &self.create
    }

    /// The webhooks that it would delete: those that are not declared, are there twice, or have other content.
    #[must_use]
    pub fn delete(&self) -> &[Webhook] {
        &self.delete
    }

    /// The webhooks that it would leave as they are.
    #[must_use]
    pub fn keep(&self) -> &[Webhook] {
        &self.keep
    }

    /// Whether there is nothing to do.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.create.is_empty() && self.delete.is_empty()
    }
}

/// What [`ensure`](super::Webhooks::ensure) did.
#[derive(Clone, Debug, Default)]
pub struct Changes {
    pub(super) created: Vec<CreatedWebhook>,
    pub(super) deleted: Vec<Webhook>,
    pub(super) kept: Vec<Webhook>,
}

impl Changes {
    /// The webhooks that it created, with their keys. **Keep the keys.**
    #[must_use]
    pub fn created(&self) -> &[CreatedWebhook] {
        &self.created
    }

    /// The webhooks that it deleted.
    #[must_use]
    pub fn deleted(&self) -> &[Webhook] {
        &self.deleted
    }

    /// The webhooks that were there as declared, or that it was told to keep.
    #[must_use]
    pub fn kept(&self) -> &[Webhook] {
        &self.kept
    }

    /// Whether everything was there as declared, and nothing else.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.created.is_empty() && self.deleted.is_empty()
    }
}

/// Why [`ensure`](super::Webhooks::ensure) did not come to its end, and how far it came. To run it again is safe.
pub struct Interrupted(Box<Halt>);

pub(super) struct Halt {
    pub(super) error: Error,
    pub(super) changes: Changes,
    pub(super) unknown: Option<(NewWebhook, SecretString)>,
}

impl Interrupted {
    pub(super) fn new(halt: Halt) -> Self {
        Self(Box::new(halt))
    }

    /// Why.
    #[must_use]
    pub fn error(&self) -> &Error {
        &self.0.error
    }

    /// What was done before. **Keep the keys** of what was created.
    #[must_use]
    pub fn changes(&self) -> &Changes {
        &self.0.changes
    }

    /// The webhook that was being created when the response was lost, with its key: it may be there or not. If it is, the
    /// next run keeps it, and only you know its key.
    #[must_use]
    pub fn unknown(&self) -> Option<(&NewWebhook, &SecretString)> {
        self.0.unknown.as_ref().map(|(webhook, key)| (webhook, key))
    }
}

impl From<Interrupted> for Error {
    fn from(interrupted: Interrupted) -> Self {
        interrupted.0.error
    }
}

impl fmt::Display for Interrupted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Changes { created, deleted, .. } = self.changes();
        write!(f, "{}, after {} webhooks were created and {} deleted", self.error(), created.len(), deleted.len())
    }
}

impl fmt::Debug for Interrupted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Interrupted")
            .field("error", self.error())
            .field("changes", self.changes())
            .field("unknown", &self.unknown())
            .finish()
    }
}

impl error::Error for Interrupted {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        self.0.error.source()
    }
}
