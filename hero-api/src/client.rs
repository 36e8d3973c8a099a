use std::{fmt, sync::Arc};

use crate::{
    Credentials, Error, OperationInfo, Transport,
    base_url::BaseUrl,
    transport::{PlainTransport, TransportError},
};

/// Calls the API: one method per operation, each returning a builder whose `send` makes the call.
///
/// Create one and keep it: it holds the connection pool. A clone is one more handle on the same pool.
///
/// # Examples
///
/// ```no_run
/// use hero_api::{Client, Credentials};
///
/// let credentials = Credentials::new("key-from-the-portal", "practice-group-id")?;
/// let client = Client::new("https://api.example.com", credentials)?;
/// # Ok::<(), hero_api::Error>(())
/// ```
#[derive(Clone)]
pub struct Client {
    inner: Arc<Inner>,
}

struct Inner {
    base_url: BaseUrl,
    drafts: reqwest::Client,
    transport: Box<dyn Transport>,
}

impl Client {
    /// A client that sends each request once, with `credentials` and nothing more.
    ///
    /// Redirects are not followed (a 3xx comes back as an error of kind [`Status`](crate::ErrorKind::Status)), no `Referer`
    /// is sent, a connection may take 3.1 seconds and a call 30. Proxies are taken from the environment as reqwest does,
    /// except for a base URL on loopback.
    ///
    /// `base_url` is where the API lives, with the path before `/v1` if there is one. A trailing slash makes no difference.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration) when `base_url` is not https (http is allowed on
    /// loopback), or has a user name, password, query or fragment; also when TLS cannot be set up. No error repeats the URL.
    ///
    /// Without one of the features `rustls` and `native-tls` every call to an https base URL fails with
    /// [`ErrorKind::Transport`](crate::ErrorKind::Transport).
    pub fn new(base_url: &str, credentials: Credentials) -> Result<Self, Error> {
        let base_url = BaseUrl::parse(base_url)?;
        let transport = PlainTransport::new(&base_url, credentials)?;
        Self::assemble(base_url, Box::new(transport))
    }

    /// A client whose calls go through `transport`, which also owns the credentials.
    ///
    /// This is how `hero-api-ext` adds retries, deadlines and tracing. An `Arc<dyn Transport>` is a transport too.
    ///
    /// # Errors
    ///
    /// As [`Client::new`].
    pub fn with_transport(base_url: &str, transport: impl Transport + 'static) -> Result<Self, Error> {
        Self::assemble(BaseUrl::parse(base_url)?, Box::new(transport))
    }

    /// A client for the same base URL whose calls go through `transport`.
    ///
    /// It costs little: what builds requests is shared. `hero-api-ext` makes clients with other options with it.
    #[must_use]
    pub fn over(&self, transport: impl Transport + 'static) -> Self {
        let Inner { base_url, drafts, .. } = &*self.inner;
        let inner = Inner { base_url: base_url.clone(), drafts: drafts.clone(), transport: Box::new(transport) };
        Self { inner: Arc::new(inner) }
    }

    fn assemble(base_url: BaseUrl, transport: Box<dyn Transport>) -> Result<Self, Error> {
        Ok(Self { inner: Arc::new(Inner { base_url, drafts: draft_client()?, transport }) })
    }

    /// Where this client sends its requests, without a trailing slash.
    #[must_use]
    pub fn base_url(&self) -> &str {
        self.inner.base_url.as_str()
    }

    /// Where an operation is, given its path with the parameters filled in and encoded.
    #[doc(hidden)]
    #[must_use]
    pub fn url(&self, path: &str) -> reqwest::Url {
        self.inner.base_url.join(path)
    }

    /// Builds requests. It trusts no certificate and speaks no plain http, so a request sent with it by mistake, past the
    /// transport, goes nowhere.
    #[doc(hidden)]
    #[must_use]
    pub fn http(&self) -> &reqwest::Client {
        &self.inner.drafts
    }

    /// Sends a request that `operation` describes and returns the response whatever its status.
    ///
    /// The `send` of each operation does this and then judges the status. Call it to see a response that `send` would turn
    /// into a value or an error; the request comes from [`Operation::into_request`](crate::Operation::into_request).
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidRequest`](crate::ErrorKind::InvalidRequest) when the URL is not one of `operation` below
    /// [`base_url`](Self::base_url): the credentials go nowhere else.
    /// [`ErrorKind::Transport`](crate::ErrorKind::Transport) when no response arrived.
    pub async fn execute(
        &self,
        request: reqwest::Request,
        operation: &'static OperationInfo,
    ) -> Result<reqwest::Response, Error> {
        self.execute_through(&*self.inner.transport, request, operation).await
    }

    /// As [`execute`](Self::execute), through `transport` instead of the client's own: for one call with settings of its own.
    ///
    /// # Errors
    ///
    /// As [`execute`](Self::execute).
    pub async fn execute_through(
        &self,
        transport: &dyn Transport,
        request: reqwest::Request,
        operation: &'static OperationInfo,
    ) -> Result<reqwest::Response, Error> {
        let path = self.inner.base_url.path_below(request.url());
        if !path.is_some_and(|path| operation.covers(path)) {
            return Err(Error::invalid_request(operation, "its URL does not fit the path of the operation".to_owned()));
        }
        transport.send(request, operation).await.map_err(|error| wrap(operation, error))
    }
}

/// A transport built from parts of this crate may already return our error: one layer is enough.
fn wrap(operation: &'static OperationInfo, error: TransportError) -> Error {
    match error.downcast::<Error>() {
        Ok(error) => *error,
        Err(error) => Error::transport(operation, error),
    }
}

fn draft_client() -> Result<reqwest::Client, Error> {
    let builder = reqwest::Client::builder().https_only(true).redirect(reqwest::redirect::Policy::none());
    // Reading the system's certificates is most of the cost of a client, and this one never connects.
    #[cfg(any(feature = "rustls", feature = "native-tls"))]
    let builder = builder.tls_certs_only([]);
    builder.build().map_err(|_| Error::configuration("the HTTP client could not be set up (TLS, mostly)"))
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client").field("base_url", &self.base_url()).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;
    use crate::{BoxFuture, ErrorKind, Json, Operation, operation::fixture::GET_THING};

    /// Answers every request without a network and remembers it.
    #[derive(Default)]
    struct Script {
        seen: Mutex<Vec<String>>,
        fails: bool,
    }

    impl Transport for Script {
        fn send<'a>(
            &'a self,
            request: reqwest::Request,
            operation: &'static OperationInfo,
        ) -> BoxFuture<'a, Result<reqwest::Response, TransportError>> {
            Box::pin(async move {
                self.seen.lock().unwrap().push(format!("{} {} {:?}", operation.id, request.url(), request.headers()));
                if self.fails {
                    return Err(Error::configuration("the script says so").into());
                }
                Ok(http::Response::new(r#"{"id": 7}"#).into())
            })
        }
    }

    #[derive(Clone)]
    struct GetThing<'a>(&'a Client, &'a str);

    impl Operation for GetThing<'_> {
        type Output = Json;
        const INFO: &'static OperationInfo = &GET_THING;

        fn client(&self) -> &Client {
            self.0
        }

        fn into_request(self) -> Result<reqwest::Request, Error> {
            let url = format!("{}/v1/x/{}", self.0.base_url(), self.1);
            self.0.http().get(url).build().map_err(|error| Error::unbuildable_request(Self::INFO, error))
        }
    }

    #[tokio::test]
    async fn every_operation_goes_through_the_transport_which_owns_the_credentials() -> Result<(), Error> {
        let script = Arc::new(Script::default());
        let client = Client::with_transport("https://example.test/base/", Arc::clone(&script) as Arc<dyn Transport>)?;
        assert_eq!(GetThing(&client, "7").send().await?.into_inner()["id"], 7);
        assert_eq!(*script.seen.lock().unwrap(), ["getThing https://example.test/base/v1/x/7 {}"]);
        Ok(())
    }

    #[tokio::test]
    async fn a_path_that_leads_to_another_operation_is_not_sent() -> Result<(), Error> {
        let script = Arc::new(Script::default());
        let client = Client::with_transport("https://example.test/base", Arc::clone(&script))?;
        for id in ["", ".", "..", "7/other", r"7\other", r"..\y\7", "../../../v1/x/7"] {
            let error = GetThing(&client, id).send().await.err();
            assert!(error.is_some_and(|error| error.is_invalid_request()), "{id}");
        }
        assert!(script.seen.lock().unwrap().is_empty());
        Ok(())
    }

    #[tokio::test]
    async fn an_error_of_ours_from_a_transport_is_not_wrapped_again() -> Result<(), Error> {
        let client = Client::with_transport("https://example.test", Script { fails: true, ..Script::default() })?;
        let error = GetThing(&client, "7").send().await.err();
        assert_eq!(error.map(|error| error.kind()), Some(ErrorKind::Configuration));
        Ok(())
    }

    #[tokio::test]
    async fn a_call_or_a_client_takes_another_transport_and_the_same_checks() -> Result<(), Error> {
        let [own, other] = [(); 2].map(|()| Arc::new(Script::default()));
        let client = Client::with_transport("https://example.test/base", Arc::clone(&own))?;
        let over = client.over(Arc::clone(&other));
        assert_eq!(over.base_url(), client.base_url());
        GetThing(&over, "7").send().await?;
        let request = GetThing(&client, "7").into_request()?;
        client.execute_through(&other, request, &GET_THING).await?;
        assert_eq!((own.seen.lock().unwrap().len(), other.seen.lock().unwrap().len()), (0, 2));

        let elsewhere = Client::with_transport("https://example.test", Script::default())?;
        let request = GetThing(&elsewhere, "7").into_request()?;
        let error = client.execute_through(&other, request, &GET_THING).await.err();
        assert!(error.is_some_and(|error| error.is_invalid_request()));
        Ok(())
    }

    #[test]
    fn a_clone_is_one_more_handle() -> Result<(), Error> {
        let client = Client::with_transport("https://example.test", Script::default())?;
        assert!(Arc::ptr_eq(&client.inner, &client.clone().inner));
        Ok(())
    }

    #[test]
    fn a_call_is_send() {
        fn assert_send<T: Send>(_: impl FnOnce(GetThing<'static>) -> T) {}
        assert_send(Operation::send);
    }
}
