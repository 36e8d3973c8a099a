use std::{borrow::Cow, fmt, sync::Arc};

use hero_api::{BoxFuture, TransportError};
use secrecy::{ExposeSecret, SecretString};
use tokio::sync::Mutex;

use crate::{Error, error::ErrorRepr};

/// The API key of a partner and the practice group that it acts for: what every call needs.
///
/// A key belongs to one practice group and one partner; keys for production and staging differ. The memory that holds the key
/// is zeroed when the last clone is dropped (the copies that HTTP needs while a request is under way are not), and `Debug`
/// shows nothing.
///
/// # Examples
///
/// ```
/// use hero_api_ext::Credentials;
///
/// let credentials = Credentials::new("key-from-the-portal", "practice-group-id");
/// assert!(!format!("{credentials:?}").contains("portal"));
/// ```
#[derive(Clone)]
pub struct Credentials {
    api_key: SecretString,
    practice_group_id: Arc<str>,
}

impl Credentials {
    /// Takes an API key and a practice group id. They are checked when a client is built or, from a provider, when it is
    /// asked.
    #[must_use]
    pub fn new(api_key: impl Into<SecretString>, practice_group_id: impl Into<Arc<str>>) -> Self {
        Self { api_key: api_key.into(), practice_group_id: practice_group_id.into() }
    }

    pub(crate) fn problems(&self) -> Vec<Cow<'static, str>> {
        let (key, group) = (self.api_key.expose_secret(), &self.practice_group_id);
        [hero_api::Credentials::check_api_key(key), hero_api::Credentials::check_practice_group_id(group)]
            .into_iter()
            .filter_map(|check| Some(check.err()?.to_string().into()))
            .collect()
    }

    /// The headers of one request, for `practice_group` if it is not the one that belongs to the key.
    pub(crate) fn headers(&self, practice_group: Option<&str>) -> Result<hero_api::Credentials, Error> {
        let practice_group = practice_group.unwrap_or(&self.practice_group_id);
        Ok(hero_api::Credentials::new(self.api_key.expose_secret(), practice_group)?)
    }
}

impl PartialEq for Credentials {
    fn eq(&self, other: &Self) -> bool {
        self.api_key.expose_secret() == other.api_key.expose_secret()
            && self.practice_group_id == other.practice_group_id
    }
}

impl Eq for Credentials {}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credentials").finish_non_exhaustive()
    }
}

/// Gives credentials that change: a key from a vault, or one that is rotated.
///
/// A client asks on its first call and keeps the credentials. When the server says 401 it asks once more and, if they
/// differ, repeats the call once: the server refused the first, so nothing is done twice. Calls that are under way at the
/// same time ask together, not each for itself.
///
/// Its errors end up in logs and must not hold a secret.
pub trait CredentialsProvider: Send + Sync {
    /// The credentials that hold now.
    fn credentials(&self) -> BoxFuture<'_, Result<Credentials, TransportError>>;
}

impl<P: CredentialsProvider + ?Sized> CredentialsProvider for Arc<P> {
    fn credentials(&self) -> BoxFuture<'_, Result<Credentials, TransportError>> {
        P::credentials(self)
    }
}

/// Where a client has its credentials from.
pub(crate) enum CredentialsCache {
    Fixed(Arc<Credentials>),
    Provided { provider: Arc<dyn CredentialsProvider>, current: Mutex<Option<Arc<Credentials>>> },
}

impl CredentialsCache {
    pub(crate) fn provided(provider: Arc<dyn CredentialsProvider>) -> Self {
        Self::Provided { provider, current: Mutex::default() }
    }

    /// The practice group of credentials that do not change.
    pub(crate) fn practice_group(&self) -> Option<&str> {
        match self {
            Self::Fixed(credentials) => Some(&credentials.practice_group_id),
            Self::Provided { .. } => None,
        }
    }

    pub(crate) async fn current(&self) -> Result<Arc<Credentials>, Error> {
        match self {
            Self::Fixed(credentials) => Ok(Arc::clone(credentials)),
            Self::Provided { provider, current } => {
                // Held while the provider works, so that calls which come together ask once.
                let mut current = current.lock().await;
                match &*current {
                    Some(credentials) => Ok(Arc::clone(credentials)),
                    None => Ok(Arc::clone(current.insert(ask(&**provider).await?))),
                }
            }
        }
    }

    /// After the server refused `used`: whether there are other credentials now.
    pub(crate) async fn renew(&self, used: Option<&Arc<Credentials>>) -> Result<bool, Error> {
        let (Self::Provided { provider, current }, Some(used)) = (self, used) else { return Ok(false) };
        let mut current = current.lock().await;
        // Another call may have asked in the meantime.
        if current.as_ref().is_none_or(|current| Arc::ptr_eq(current, used)) {
            *current = Some(ask(&**provider).await?);
        }
        Ok(current.as_ref().is_some_and(|current| **current != **used))
    }
}

async fn ask(provider: &dyn CredentialsProvider) -> Result<Arc<Credentials>, Error> {
    let credentials = provider.credentials().await.map_err(|error| Error::new(ErrorRepr::Credentials(error)))?;
    let problems = credentials.problems();
    if problems.is_empty() { Ok(Arc::new(credentials)) } else { Err(Error::configurations(problems)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_values_are_checked_and_neither_is_shown() {
        let problems = Credentials::new("marker\n", "").problems();
        assert_eq!(problems.len(), 2, "{problems:?}");
        assert!(!problems.concat().contains("marker"));
        assert_eq!(format!("{:?}", Credentials::new("marker", "marker")), "Credentials { .. }");
    }
}
