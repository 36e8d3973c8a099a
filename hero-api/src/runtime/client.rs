use std::{fmt, sync::Arc};

use reqwest::Request;

use crate::runtime::{
    BufferedResponse, Error, OperationInfo, Transport, TransportError, base_url::BaseUrl, transport::PlainTransport,
};

/// Calls the API. It has one method per operation, which returns a builder; the builder's `send` makes the call.
///
/// Create one client and keep it: it holds the connection pool. A clone uses the same pool.
#[derive(Clone)]
pub struct Client {
    inner: Arc<Inner>,
}

struct Inner {
    base_url: BaseUrl,
    request_factory: reqwest::Client,
    transport: Box<dyn Transport>,
}

impl Client {
    /// A client that sends each request once, after `authenticate` has added the credentials.
    pub(crate) fn with_plain_transport(
        base_url: &str,
        authenticate: impl Fn(&mut Request) + Send + Sync + 'static,
    ) -> Result<Self, Error> {
        let base_url = BaseUrl::parse(base_url)?;
        let transport = PlainTransport::new(&base_url, authenticate)?;
        Self::assemble(base_url, Box::new(transport))
    }

    /// A client whose calls go through `transport`, which also adds the credentials.
    ///
    /// Use it to add retries, deadlines or tracing to every call. An `Arc<dyn Transport>` is a transport too.
    ///
    /// # Errors
    ///
    /// [`is_configuration`](crate::Error::is_configuration) when [`BaseUrl::parse`] refuses `base_url`, or when TLS
    /// cannot be set up.
    pub fn with_transport(base_url: &str, transport: impl Transport + 'static) -> Result<Self, Error> {
        Self::assemble(BaseUrl::parse(base_url)?, Box::new(transport))
    }

    /// A client for the same base URL whose calls go through `transport`.
    ///
    /// It is cheap: both clients build their requests with the same parts.
    #[must_use]
    pub fn over(&self, transport: impl Transport + 'static) -> Self {
        let Inner { base_url, request_factory, .. } = &*self.inner;
        let inner = Inner {
            base_url: base_url.clone(),
            request_factory: request_factory.clone(),
            transport: Box::new(transport),
        };
        Self { inner: Arc::new(inner) }
    }

    fn assemble(base_url: BaseUrl, transport: Box<dyn Transport>) -> Result<Self, Error> {
        Ok(Self { inner: Arc::new(Inner { base_url, request_factory: request_factory()?, transport }) })
    }

    /// The base URL of every request, without a trailing slash.
    #[must_use]
    pub fn base_url(&self) -> &str {
        self.inner.base_url.as_str()
    }

    /// The URL of an operation. `path` has its parameters filled in and encoded.
    #[doc(hidden)]
    #[must_use]
    pub fn url(&self, path: &str) -> reqwest::Url {
        self.inner.base_url.join(path)
    }

    /// Builds requests. It trusts no certificate and refuses plain http, so a request that is sent with it by mistake fails.
    #[doc(hidden)]
    #[must_use]
    pub fn http(&self) -> &reqwest::Client {
        &self.inner.request_factory
    }

    /// Sends a request that `operation` describes and returns the response whatever its status.
    ///
    /// The `send` of each operation does this and then checks the status. Call it to get a response that `send` would turn
    /// into a value or an error. [`Operation::into_request`](crate::Operation::into_request) makes the request.
    ///
    /// # Errors
    ///
    /// [`is_invalid_request`](crate::Error::is_invalid_request) when the URL is not one of `operation` below
    /// [`base_url`](Self::base_url). The credentials are sent nowhere else.
    /// [`is_transport`](crate::Error::is_transport) when no response arrived.
    pub async fn execute(
        &self,
        request: reqwest::Request,
        operation: &'static OperationInfo,
    ) -> Result<reqwest::Response, Error> {
        self.execute_through(&*self.inner.transport, request, operation).await
    }

    /// As [`execute`](Self::execute), through `transport` instead of the client's own. Use it for a call with its own settings.
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
        check(&self.inner.base_url, &request, operation)?;
        transport.send(request, operation).await.map_err(|error| wrap(operation, error))
    }

    /// As [`execute`](Self::execute), with the body of the response.
    pub(crate) async fn fetch(
        &self,
        request: reqwest::Request,
        operation: &'static OperationInfo,
    ) -> Result<BufferedResponse, Error> {
        check(&self.inner.base_url, &request, operation)?;
        self.inner.transport.fetch(request, operation).await.map_err(|error| wrap(operation, error))
    }
}

/// The base URL of a client. It is not a method, since operations could no longer have its name.
pub(crate) fn base_url(client: &Client) -> &BaseUrl {
    &client.inner.base_url
}

/// Refuses a request whose URL is not one of `operation`.
fn check(base_url: &BaseUrl, request: &Request, operation: &'static OperationInfo) -> Result<(), Error> {
    let path = base_url.path_below(request.url());
    if path.is_some_and(|path| operation.covers(path)) {
        return Ok(());
    }
    Err(Error::invalid_request(operation, "its URL does not fit the path of the operation"))
}

/// A transport that is built on this crate may return our error already: it is not wrapped again.
fn wrap(operation: &'static OperationInfo, error: TransportError) -> Error {
    match error.downcast::<Error>() {
        Ok(error) => *error,
        Err(error) => Error::transport(operation, error),
    }
}

fn request_factory() -> Result<reqwest::Client, Error> {
    let builder = reqwest::Client::builder().https_only(true).redirect(reqwest::redirect::Policy::none());
    // Reading the certificates of the system is most of the cost of a client, and this one never connects.
    #[cfg(any(feature = "rustls", feature = "native-tls"))]
    let builder = builder.tls_certs_only([]);
    builder
        .build()
        .map_err(|_| Error::configuration("the HTTP client could not be set up: check the TLS settings of the system"))
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
    use crate::runtime::{BoxFuture, Json, Operation, operation::fixture::GET_THING};

    /// Responds without a network, and records the requests.
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
    async fn a_call_goes_through_the_transport() -> Result<(), Error> {
        let script = Arc::new(Script::default());
        let client = Client::with_transport("https://example.test/base/", Arc::clone(&script) as Arc<dyn Transport>)?;
        assert_eq!(GetThing(&client, "7").send().await?["id"], 7);
        assert_eq!(*script.seen.lock().unwrap(), ["getThing https://example.test/base/v1/x/7 {}"]);
        Ok(())
    }

    #[tokio::test]
    async fn a_path_of_another_operation_is_not_sent() -> Result<(), Error> {
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
    async fn our_error_from_a_transport_is_not_wrapped() -> Result<(), Error> {
        let client = Client::with_transport("https://example.test", Script { fails: true, ..Script::default() })?;
        let error = GetThing(&client, "7").send().await.err();
        assert!(error.is_some_and(|error| error.is_configuration()));
        Ok(())
    }

    #[tokio::test]
    async fn another_transport_gets_the_same_checks() -> Result<(), Error> {
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
    fn a_clone_uses_the_same_pool() -> Result<(), Error> {
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
