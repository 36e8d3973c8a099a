use std::{
    borrow::Cow,
    error::Error as StdError,
    fmt,
    sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError},
};

use bytes::Bytes;
use futures_util::{
    FutureExt,
    future::{Either, Ready, Shared, WeakShared, ready},
};
use hero_api::{BoxFuture, TransportError};
use hmac::{Hmac, KeyInit, Mac};
use http::HeaderValue;
use secrecy::{ExposeSecret, SecretString};
use sha2::Sha256;

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
    api_key: Arc<SecretString>,
    practice_group_id: Arc<str>,
    /// Both as headers, from the first request on.
    headers: OnceLock<[HeaderValue; 2]>,
}

/// The memory of an API key, which its header shares: so it is zeroed when both are dropped.
struct KeyBytes(Arc<SecretString>);

impl AsRef<[u8]> for KeyBytes {
    fn as_ref(&self) -> &[u8] {
        self.0.expose_secret().as_bytes()
    }
}

impl Credentials {
    /// Takes an API key and a practice group id. They are checked when a client is built or, from a provider, when it is
    /// asked.
    #[must_use]
    pub fn new(api_key: impl Into<SecretString>, practice_group_id: impl Into<Arc<str>>) -> Self {
        let api_key = Arc::new(api_key.into());
        Self { api_key, practice_group_id: practice_group_id.into(), headers: OnceLock::new() }
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
        let [api_key, own_group] = if let Some(headers) = self.headers.get() {
            headers
        } else {
            let headers = self.checked_headers()?;
            self.headers.get_or_init(|| headers)
        };
        let Some(practice_group) = practice_group else {
            return Ok(hero_api::Credentials::from_headers(api_key.clone(), own_group.clone()));
        };
        hero_api::Credentials::check_practice_group_id(practice_group)?;
        Ok(hero_api::Credentials::from_headers(
            api_key.clone(),
            header(Bytes::copy_from_slice(practice_group.as_bytes()))?,
        ))
    }

    fn checked_headers(&self) -> Result<[HeaderValue; 2], Error> {
        hero_api::Credentials::check_api_key(self.api_key.expose_secret())?;
        hero_api::Credentials::check_practice_group_id(&self.practice_group_id)?;
        let api_key = Bytes::from_owner(KeyBytes(Arc::clone(&self.api_key)));
        Ok([header(api_key)?, header(Bytes::copy_from_slice(self.practice_group_id.as_bytes()))?])
    }
}

/// A value that was checked before.
fn header(value: Bytes) -> Result<HeaderValue, Error> {
    HeaderValue::from_maybe_shared(value)
        .map_err(|_| Error::configuration("the credentials hold a character that an HTTP header cannot carry"))
}

/// What secrets of other purposes are made from: a keyed hash of its own for each purpose, base URL and practice group.
#[allow(dead_code, reason = "only some tags have a flow that keeps something")]
impl Credentials {
    pub(crate) fn derived(
        &self,
        practice_group: Option<&str>,
        base_url: &str,
        purpose: &str,
    ) -> Result<[u8; 32], Error> {
        let key = Hmac::<Sha256>::new_from_slice(self.api_key.expose_secret().as_bytes());
        let mut mac = key.map_err(|_| Error::configurations(vec!["the API key cannot be used".into()]))?;
        for part in [purpose, base_url, practice_group.unwrap_or(&self.practice_group_id)] {
            // The length comes first, so that no two lists of parts are the same bytes.
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part.as_bytes());
        }
        Ok(mac.finalize().into_bytes().0)
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
/// differ, repeats the call once: the server refused the first, so nothing is done twice.
///
/// Calls that come while the provider works wait for it together: it is asked once, and all of them get what it gives, or fail
/// with its error. Nothing is kept of an error, so the next call asks again. When all calls that wait have given up, the future of
/// the provider is dropped.
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
    Provided(Arc<Provided>),
}

/// A provider, and what it gave last.
pub(crate) struct Provided {
    provider: Arc<dyn CredentialsProvider>,
    state: Mutex<ProvidedState>,
}

#[derive(Default)]
struct ProvidedState {
    /// Absent while the provider is asked, so that a call which begins now waits for what it gives.
    current: Option<Arc<Credentials>>,
    /// Dropped when the last call that waits for it is.
    asking: Option<WeakShared<Asking>>,
}

type Asking = BoxFuture<'static, Result<Arc<Credentials>, AskError>>;

/// Why there are no credentials: the same for all calls that waited.
#[derive(Clone)]
enum AskError {
    Provider(Arc<dyn StdError + Send + Sync>),
    Unusable(Vec<Cow<'static, str>>),
}

impl From<AskError> for Error {
    fn from(error: AskError) -> Self {
        match error {
            AskError::Provider(error) => Self::new(ErrorRepr::Credentials(error)),
            AskError::Unusable(problems) => Self::configurations(problems),
        }
    }
}

impl CredentialsCache {
    pub(crate) fn provided(provider: Arc<dyn CredentialsProvider>) -> Self {
        Self::Provided(Arc::new(Provided { provider, state: Mutex::default() }))
    }

    /// The practice group of credentials that do not change.
    pub(crate) fn practice_group(&self) -> Option<&str> {
        match self {
            Self::Fixed(credentials) => Some(&credentials.practice_group_id),
            Self::Provided(_) => None,
        }
    }

    pub(crate) async fn current(&self) -> Result<Arc<Credentials>, Error> {
        match self {
            Self::Fixed(credentials) => Ok(Arc::clone(credentials)),
            Self::Provided(provided) => Ok(provided.get(|_| false).await?),
        }
    }

    /// After the server refused `used`: whether there are other credentials now.
    pub(crate) async fn renew(&self, used: Option<&Arc<Credentials>>) -> Result<bool, Error> {
        let (Self::Provided(provided), Some(used)) = (self, used) else { return Ok(false) };
        // Another call may have asked in the meantime.
        let current = provided.get(|current| Arc::ptr_eq(current, used)).await?;
        Ok(*current != **used)
    }
}

impl Provided {
    /// The credentials, unless they are stale: then, and when there are none, what the provider gives. Calls that come while it
    /// works wait for what it gives them all.
    fn get(
        self: &Arc<Self>,
        is_stale: impl FnOnce(&Arc<Credentials>) -> bool,
    ) -> Either<Ready<Result<Arc<Credentials>, AskError>>, Shared<Asking>> {
        let mut state = self.state();
        state.current.take_if(|current| is_stale(current));
        if let Some(current) = &state.current {
            return Either::Left(ready(Ok(Arc::clone(current))));
        }
        if let Some(asking) = state.asking.as_ref().and_then(WeakShared::upgrade) {
            return Either::Right(asking);
        }
        let provided = Arc::clone(self);
        let asking: Asking = Box::pin(async move {
            let given = ask(&*provided.provider).await;
            let mut state = provided.state();
            state.current = given.as_ref().ok().cloned();
            state.asking = None;
            given
        });
        let asking = asking.shared();
        state.asking = asking.downgrade();
        Either::Right(asking)
    }

    fn state(&self) -> MutexGuard<'_, ProvidedState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

async fn ask(provider: &dyn CredentialsProvider) -> Result<Arc<Credentials>, AskError> {
    let credentials = provider.credentials().await.map_err(|error| AskError::Provider(error.into()))?;
    let problems = credentials.problems();
    if problems.is_empty() { Ok(Arc::new(credentials)) } else { Err(AskError::Unusable(problems)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn derived_keys_differ_by_what_they_are_for() {
        let derived =
            |key: &str, group, url, purpose| Credentials::new(key, "12").derived(group, url, purpose).unwrap();
        let keys = [
            derived("key", None, "https://a", "x"),
            derived("other", None, "https://a", "x"),
            derived("key", Some("13"), "https://a", "x"),
            derived("key", None, "https://b", "x"),
            derived("key", None, "https://a", "y"),
            derived("key", None, "ttps://a", "xh"),
        ];
        let different: std::collections::BTreeSet<_> = keys.iter().collect();
        assert_eq!(different.len(), keys.len());
        assert_eq!(keys[0], derived("key", Some("12"), "https://a", "x"));
    }

    #[test]
    fn header_of_the_key_shares_its_memory() {
        let credentials = Credentials::new("the-key", "12");
        let [first, second] = [(); 2].map(|()| {
            credentials.headers(None).unwrap();
            credentials.clone().headers.get().unwrap()[0].clone()
        });
        assert_eq!(first.as_bytes().as_ptr(), credentials.api_key.expose_secret().as_ptr());
        assert_eq!(first.as_bytes().as_ptr(), second.as_bytes().as_ptr());
    }

    #[test]
    fn headers_are_sensitive_and_of_the_group() {
        let credentials = Credentials::new("the-key", "12");
        for (group, expected) in [(None, "12"), (Some("13"), "13"), (None, "12")] {
            let url = reqwest::Url::parse("https://example.test").unwrap();
            let mut request = reqwest::Request::new(reqwest::Method::GET, url);
            credentials.headers(group).unwrap().move_to(&mut request);
            let headers = request.headers();
            assert_eq!(
                (&headers["x-api-key"], &headers["x-practice-group-id"]),
                (&HeaderValue::from_static("the-key"), &expected.parse().unwrap())
            );
            assert!(headers.values().all(HeaderValue::is_sensitive));
        }
        assert!(Credentials::new("mar\nker", "12").headers(None).is_err());
    }

    #[test]
    fn both_values_are_checked_and_neither_is_shown() {
        let problems = Credentials::new("marker\n", "").problems();
        assert_eq!(problems.len(), 2, "{problems:?}");
        assert!(!problems.concat().contains("marker"));
        assert_eq!(format!("{:?}", Credentials::new("marker", "marker")), "Credentials { .. }");
    }
}
