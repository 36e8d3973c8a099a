//! Webhooks in axum. Needs the feature `axum`.

use std::{error, fmt};

use axum::{
    extract::FromRequestParts,
    handler::Handler,
    response::{IntoResponse, Response},
    routing::{MethodRouter, post},
};
use http::{StatusCode, request::Parts};

use super::{Delivery, Receiver, tower::WebhookLayer};

/// A route that takes deliveries: POST, with a [`Receiver`] before the handler.
///
/// The handler runs for deliveries that are signed, an event, and new, and takes the [`Delivery`] among its arguments.
/// If it responds with a 2xx, the delivery is never handled again; otherwise the next repetition is. The receiver has
/// read the body up to its limit already; every other extractor works as usual.
///
/// # Examples
///
/// ```
/// use axum::Router;
/// use hero_api_ext::webhook_receiver::{Delivery, Event, Receiver, Verifier, axum::webhook};
/// use http::StatusCode;
///
/// async fn on_delivery(delivery: Delivery) -> StatusCode {
///     match delivery.event() {
///         Event::AppointmentCancelled { id, .. } => println!("appointment {id} was cancelled"),
///         other => println!("{other:?}"),
///     }
///     StatusCode::NO_CONTENT
/// }
///
/// let receiver = Receiver::new(Verifier::new("the key that the webhook was created with")?);
/// let app: Router = Router::new().route("/webhooks/hero", webhook(receiver, on_delivery));
/// # Ok::<(), hero_api_ext::webhook_receiver::KeyError>(())
/// ```
pub fn webhook<H, T, S>(receiver: Receiver, handler: H) -> MethodRouter<S>
where
    H: Handler<T, S>,
    T: 'static,
    S: Clone + Send + Sync + 'static,
{
    post(handler).layer(WebhookLayer::new(receiver))
}

impl<S: Sync> FromRequestParts<S> for Delivery {
    type Rejection = NoReceiver;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        parts.extensions.get().cloned().ok_or(NoReceiver)
    }
}

/// A handler asks for a [`Delivery`], and its route has no [`Receiver`] before it. The response is 500: nothing was
/// verified.
///
/// Make the route with [`webhook`], or put a [`WebhookLayer`] on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoReceiver;

impl fmt::Display for NoReceiver {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the route has no webhook receiver")
    }
}

impl error::Error for NoReceiver {}

impl IntoResponse for NoReceiver {
    fn into_response(self) -> Response {
        StatusCode::INTERNAL_SERVER_ERROR.into_response()
    }
}
