use std::{pin::Pin, sync::Arc, time::Duration};

use reqwest::{Request, Response, redirect};

use crate::{Credentials, Error, OperationInfo, base_url::BaseUrl};

/// A future in a box, as an object-safe trait has to return it.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// What a [`Transport`] fails with. A caller gets it back through
/// [`Error::transport_error`](crate::Error::transport_error) and may downcast it.
///
/// Its `Display` and `Debug` end up in logs, so they must not hold a concrete URL, a header or part of a body. A bare
/// `reqwest::Error` may be returned as it is: the client takes the URL out of it.
pub type TransportError = Box<dyn std::error::Error + Send + Sync>;

/// Carries a request to the server and the response back: the one seam between the bindings and the network.
///
/// Implement it to put something around every call: credentials, retries, deadlines, a size cap, tracing. That is what
/// `hero-api-ext` does. A program that only calls the API has no need for it.
///
/// Every operation of this crate sends through the transport of its [`Client`](crate::Client), and there is no other way
/// out, so what a transport enforces holds for all operations, including those that a later description adds.
///
/// # What a transport gets, and owes
///
/// * The request is complete except for credentials: method, URL, `accept`, body. The transport adds the credentials.
/// * The operation row tells what is being called. Use its path template in logs and metrics, never `request.url()`.
/// * The transport returns the response whatever its status. Judging the status is the operation's part.
/// * It must not follow redirects: reqwest forwards `x-api-key` to another host when it does.
///
/// # Examples
///
/// ```
/// use hero_api::{BoxFuture, OperationInfo, Transport, TransportError};
///
/// struct Counted<T> {
///     calls: std::sync::atomic::AtomicU64,
///     inner: T,
/// }
///
/// impl<T: Transport> Transport for Counted<T> {
///     fn send<'a>(
///         &'a self,
///         request: reqwest::Request,
///         operation: &'static OperationInfo,
///     ) -> BoxFuture<'a, Result<reqwest::Response, TransportError>> {
///         self.calls.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
///         self.inner.send(request, operation)
///     }
/// }
/// ```
pub trait Transport: Send + Sync {
    /// Sends `request`, which `operation` describes.
    ///
    /// # Errors
    ///
    /// Anything that kept a response from arriving. A response with an error status is not an error here.
    fn send<'a>(
        &'a self,
        request: Request,
        operation: &'static OperationInfo,
    ) -> BoxFuture<'a, Result<Response, TransportError>>;
}

impl<T: Transport + ?Sized> Transport for Arc<T> {
    fn send<'a>(
        &'a self,
        request: Request,
        operation: &'static OperationInfo,
    ) -> BoxFuture<'a, Result<Response, TransportError>> {
        T::send(self, request, operation)
    }
}

/// Sends each request once, with the credentials and nothing more.
pub(crate) struct PlainTransport {
    http: reqwest::Client,
    credentials: Credentials,
}

impl PlainTransport {
    pub(crate) fn new(base_url: &BaseUrl, credentials: Credentials) -> Result<Self, Error> {
        let mut builder = reqwest::Client::builder()
            .user_agent(concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")))
            .redirect(redirect::Policy::none())
            .referer(false)
            // What another crate of the program asks of reqwest must not change what is sent here.
            .no_gzip()
            .connect_timeout(Duration::from_millis(3_100))
            .timeout(Duration::from_secs(30));
        builder = if base_url.is_loopback_http() {
            // A proxy would get the API key in the clear, for a server that it cannot reach anyway.
            builder.no_proxy()
        } else {
            builder.https_only(true)
        };
        let http =
            builder.build().map_err(|_| Error::configuration("the HTTP client could not be set up (TLS, mostly)"))?;
        Ok(Self { http, credentials })
    }
}

impl Transport for PlainTransport {
    fn send<'a>(
        &'a self,
        mut request: Request,
        _operation: &'static OperationInfo,
    ) -> BoxFuture<'a, Result<Response, TransportError>> {
        self.credentials.apply_to(&mut request);
        let response = self.http.execute(request);
        Box::pin(async move { response.await.map_err(|error| error.without_url().into()) })
    }
}
