//! A layer that lets only deliveries of Hero through. Needs the feature `tower`.
//!
//! Use it in any framework that is built on tower. With axum, `axum::webhook` puts it in place.

use std::{
    mem,
    task::{Context, Poll},
};

use bytes::Bytes;
use hero_api::BoxFuture;
use http::{Request, Response, StatusCode};
use http_body::Body;
use http_body_util::Full;
use tower_layer::Layer;
use tower_service::Service;

use super::{Receipt, Receiver, Rejection, SignatureHeaders, body};

/// Puts a [`Receiver`] before a service.
///
/// The service is called for deliveries that are signed, an event, and new. It finds the
/// [`Delivery`](super::Delivery) in the extensions of the request, and the body unchanged. If it responds with a 2xx,
/// the delivery is never handled again; if it responds otherwise or fails, the next repetition is. All other requests
/// get a status and an empty body.
///
/// It does not look at method or path, and sets no time limit on a slow sender: that is the task of the server.
///
/// # Examples
///
/// ```
/// use std::convert::Infallible;
///
/// use bytes::Bytes;
/// use hero_api_ext::webhook_receiver::{Delivery, Receiver, Verifier, tower::WebhookLayer};
/// use http::{Request, Response, StatusCode};
/// use http_body_util::Full;
/// use tower::{ServiceBuilder, ServiceExt};
///
/// async fn on_delivery(request: Request<Full<Bytes>>) -> Result<Response<Full<Bytes>>, Infallible> {
///     if let Some(delivery) = request.extensions().get::<Delivery>() {
///         println!("{:?}", delivery.event());
///     }
///     Ok(Response::default())
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let receiver = Receiver::new(Verifier::new("the key that the webhook was created with")?);
/// let service = ServiceBuilder::new().layer(WebhookLayer::new(receiver)).service_fn(on_delivery);
///
/// let unsigned = Request::post("/").body(Full::<Bytes>::from("{}"))?;
/// assert_eq!(service.oneshot(unsigned).await?.status(), StatusCode::UNAUTHORIZED);
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct WebhookLayer {
    receiver: Receiver,
}

impl WebhookLayer {
    /// Puts `receiver` before the services it is asked for.
    #[must_use]
    pub fn new(receiver: Receiver) -> Self {
        Self { receiver }
    }
}

impl<S> Layer<S> for WebhookLayer {
    type Service = WebhookService<S>;

    fn layer(&self, inner: S) -> Self::Service {
        WebhookService { receiver: self.receiver.clone(), inner }
    }
}

/// A service with a [`Receiver`] before it: what [`WebhookLayer`] makes.
#[derive(Clone, Debug)]
pub struct WebhookService<S> {
    receiver: Receiver,
    inner: S,
}

impl<S, B, A> Service<Request<B>> for WebhookService<S>
where
    S: Service<Request<Full<Bytes>>, Response = Response<A>> + Clone + Send + 'static,
    S::Future: Send,
    S::Error: Send,
    B: Body + Send + 'static,
    B::Data: Send,
    B::Error: Send,
    A: Default + Send,
{
    type Response = Response<A>;
    type Error = S::Error;
    type Future = BoxFuture<'static, Result<Self::Response, Self::Error>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        // The clone has not been asked whether it is ready; the one that has is the one to call.
        let clone = self.inner.clone();
        let mut inner = mem::replace(&mut self.inner, clone);
        let receiver = self.receiver.clone();
        Box::pin(async move {
            let (request, ticket) = match admitted(&receiver, request).await {
                Ok(Some(admitted)) => admitted,
                Ok(None) => return Ok(empty(StatusCode::OK)),
                Err(rejection) => return Ok(empty(rejection.status())),
            };
            let response = inner.call(request).await;
            let status = response.as_ref().map_or(StatusCode::INTERNAL_SERVER_ERROR, Response::status);
            receiver.settle(ticket, status).await;
            response
        })
    }
}

/// The request for the inner service; `None` when it was handled before.
async fn admitted<B: Body>(
    receiver: &Receiver,
    request: Request<B>,
) -> Result<Option<(Request<Full<Bytes>>, super::delivery::Ticket)>, Rejection> {
    let (mut parts, unread) = request.into_parts();
    receiver.precheck(&SignatureHeaders::from(&parts.headers))?;
    let body = body::read(unread, receiver.body_limit()).await.map_err(|rejection| receiver.rejected(rejection))?;
    let Receipt::New(delivery) = receiver.receive(&SignatureHeaders::from(&parts.headers), &body).await? else {
        return Ok(None);
    };
    let ticket = delivery.ticket();
    parts.extensions.insert(delivery);
    Ok(Some((Request::from_parts(parts, Full::new(body)), ticket)))
}

fn empty<A: Default>(status: StatusCode) -> Response<A> {
    let mut response = Response::default();
    *response.status_mut() = status;
    response
}
