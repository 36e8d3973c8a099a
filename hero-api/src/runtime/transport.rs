use std::{pin::Pin, sync::Arc, time::Duration};

use reqwest::{Request, Response, redirect};

use crate::runtime::{BufferedResponse, Error, OperationInfo, base_url::BaseUrl};

/// A boxed future. An object-safe trait can return no other kind of future.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// The error of a [`Transport`]. [`Error::transport_error`](crate::Error::transport_error) returns it to the caller, who may
/// downcast it.
///
/// Its `Display` and `Debug` end up in logs, so they must not hold a URL, a header or a part of a body. A bare
/// `reqwest::Error` is fine: the client removes its URL.
pub type TransportError = Box<dyn std::error::Error + Send + Sync>;

/// Sends a request to the server and returns the response. It is the only connection between the bindings and the network.
///
/// Implement it to add something to every call: credentials, retries, deadlines, a size limit, tracing. A program that only
/// calls the API does not need it.
///
/// Every operation of this crate sends through the transport of its [`Client`](crate::Client). So what a transport enforces
/// holds for all operations, including those that a later description adds.
///
/// # The contract
///
/// * The request is complete except for credentials: method, URL, `accept`, body. The transport adds the credentials.
/// * The operation row says what is called. Use its path template in logs and metrics, never `request.url()`.
/// * The transport returns the response whatever its status. The operation checks the status.
/// * It must not follow redirects: reqwest would forward headers such as `x-api-key` to another host.
///
/// # Examples
///
/// ```
#[doc = concat!("use ", env!("CARGO_CRATE_NAME"), "::{BoxFuture, OperationInfo, Transport, TransportError};")]
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
    /// No response arrived. A response with an error status is not an error here.
    fn send<'a>(
        &'a self,
        request: Request,
        operation: &'static OperationInfo,
    ) -> BoxFuture<'a, Result<Response, TransportError>>;

    /// As [`send`](Self::send), and reads the body. The `send` of an operation calls this.
    ///
    /// Override it in a transport that reads bodies itself: to make a [`Response`] of what has arrived, which is then read again,
    /// costs more than the rest of a small call.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send), or the body of a success broke off. That of an error response may.
    fn fetch<'a>(
        &'a self,
        request: Request,
        operation: &'static OperationInfo,
    ) -> BoxFuture<'a, Result<BufferedResponse, TransportError>> {
        let response = self.send(request, operation);
        Box::pin(async move { Ok(BufferedResponse::read(operation, response.await?).await?) })
    }
}

impl<T: Transport + ?Sized> Transport for Arc<T> {
    fn send<'a>(
        &'a self,
        request: Request,
        operation: &'static OperationInfo,
    ) -> BoxFuture<'a, Result<Response, TransportError>> {
        T::send(self, request, operation)
    }

    fn fetch<'a>(
        &'a self,
        request: Request,
        operation: &'static OperationInfo,
    ) -> BoxFuture<'a, Result<BufferedResponse, TransportError>> {
        T::fetch(self, request, operation)
    }
}

/// Sends each request once, with its credentials and nothing else.
pub(crate) struct PlainTransport<A> {
    http: reqwest::Client,
    authenticate: A,
}

impl<A> PlainTransport<A> {
    /// `authenticate` adds the credentials to each request.
    pub(crate) fn new(base_url: &BaseUrl, authenticate: A) -> Result<Self, Error> {
        let mut builder = reqwest::Client::builder()
            .user_agent(concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")))
            .redirect(redirect::Policy::none())
            .referer(false)
            // Another crate of the program may turn on this feature of reqwest, which must not change the requests here.
            .no_gzip()
            .connect_timeout(Duration::from_millis(3_100))
            .timeout(Duration::from_secs(30))
            // `Operation::stream` lifts the limit of a call. A server that stalls is still noticed.
            .read_timeout(Duration::from_secs(30));
        builder = if base_url.is_loopback_http() {
            // A proxy would see the API key in the clear, and cannot reach the server.
            builder.no_proxy()
        } else {
            builder.https_only(true)
        };
        let http = builder.build().map_err(|_| {
            Error::configuration("the HTTP client could not be set up: check the TLS settings of the system")
        })?;
        Ok(Self { http, authenticate })
    }
}

impl<A: Fn(&mut Request)> PlainTransport<A> {
    /// Sends the request with the credentials; the error does not name its URL.
    fn execute(&self, mut request: Request) -> impl Future<Output = reqwest::Result<Response>> + use<A> {
        (self.authenticate)(&mut request);
        let response = self.http.execute(request);
        async move { response.await.map_err(reqwest::Error::without_url) }
    }
}

impl<A: Fn(&mut Request) + Send + Sync> Transport for PlainTransport<A> {
    fn send<'a>(
        &'a self,
        request: Request,
        _operation: &'static OperationInfo,
    ) -> BoxFuture<'a, Result<Response, TransportError>> {
        let response = self.execute(request);
        Box::pin(async move { Ok(response.await?) })
    }

    fn fetch<'a>(
        &'a self,
        request: Request,
        operation: &'static OperationInfo,
    ) -> BoxFuture<'a, Result<BufferedResponse, TransportError>> {
        let response = self.execute(request);
        Box::pin(async move { Ok(BufferedResponse::read(operation, response.await?).await?) })
    }
}
