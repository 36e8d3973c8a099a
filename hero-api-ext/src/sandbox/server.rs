//! The server: who may call, what goes wrong on demand, and what happens by itself afterwards.

use std::{
    collections::BTreeMap,
    io,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::{RawPathParams, Request as HttpRequest},
    response::{IntoResponse, Response},
    routing::{MethodFilter, MethodRouter, on},
};
use bytes::Bytes;
use futures_util::stream;
use http::{HeaderMap, StatusCode};
use serde_json::json;
use tokio::{sync::watch, task::JoinSet};

use super::{
    SandboxError,
    complete::complete,
    description::{Description, Operation},
    fault::{Fault, Faults},
    handlers::handler,
    page,
    pds::Pds,
    practice::Practice,
    refusal::{Refusal, json_response},
    sample::echo,
    scene::{Request, Scene},
    webhooks::DeliveryState,
};
use crate::{clock::Clock, limit::LocalLimiter, random::Random};

/// The most bytes that a request may have.
const LARGEST_BODY: usize = 16 << 20;
/// How long to wait before a delivery is posted again. After the last time it is given up.
const REDELIVERY: [Duration; 4] =
    [Duration::from_secs(1), Duration::from_secs(5), Duration::from_secs(30), Duration::from_secs(120)];

/// What all requests share.
pub(super) struct Shared {
    pub(super) description: &'static Description,
    pub(super) base_url: String,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) random: Arc<dyn Random>,
    /// For deliveries.
    pub(super) http: reqwest::Client,
    pub(super) world: Mutex<World>,
    pub(super) limiter: Mutex<Option<LocalLimiter>>,
    pub(super) tasks: Mutex<JoinSet<()>>,
    /// How often anything was posted to a webhook.
    pub(super) posts: watch::Sender<u64>,
}

/// Everything that changes.
#[derive(Debug, Default)]
pub(super) struct World {
    pub(super) practices: BTreeMap<String, Practice>,
    /// Which practice group a key belongs to.
    pub(super) keys: BTreeMap<String, String>,
    /// The practice groups that may act for each other.
    pub(super) network: Vec<String>,
    pub(super) pds: Pds,
    pub(super) faults: Faults,
}

/// All routes.
pub(super) fn router(shared: &Arc<Shared>) -> Result<Router, SandboxError> {
    let mut methods_by_route: BTreeMap<String, MethodRouter> = BTreeMap::new();
    for (index, operation) in shared.description.operations.iter().enumerate() {
        let unusable = || SandboxError::Description(format!("{} cannot be served", operation.id));
        let method = MethodFilter::try_from(operation.method.clone()).map_err(|_| unusable())?;
        let route = operation.route();
        if !route.starts_with('/') {
            return Err(unusable());
        }
        let shared = Arc::clone(shared);
        let handler = move |path: RawPathParams, request: HttpRequest| async move {
            shared.respond(index, path, request).await.unwrap_or_else(IntoResponse::into_response)
        };
        let known = methods_by_route.remove(&route).unwrap_or_default();
        methods_by_route.insert(route, known.merge(on(method, handler)));
    }
    let router =
        methods_by_route.into_iter().fold(Router::new(), |router, (route, methods)| router.route(&route, methods));
    Ok(router.merge(page::routes(shared)))
}

impl Shared {
    pub(super) fn world(&self) -> MutexGuard<'_, World> {
        self.world.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn respond(
        self: Arc<Self>,
        index: usize,
        path: RawPathParams,
        request: HttpRequest,
    ) -> Result<Response, Refusal> {
        let Some(operation) = self.description.operations.get(index) else { return Err(Refusal::NOT_FOUND) };
        let (head, body) = request.into_parts();
        let practice = self.world().admit(&head.headers)?;
        if self
            .limiter
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .as_ref()
            .is_some_and(|limiter| !limiter.try_pass())
        {
            return Err(Refusal::Status(StatusCode::TOO_MANY_REQUESTS));
        }
        let fault = self.world().faults.take(&operation.id);
        match fault {
            Some(Fault::Status(StatusCode::BAD_REQUEST)) => return Err(Refusal::conflict("custom", "another request")),
            Some(Fault::Status(status)) => return Err(Refusal::Status(status)),
            Some(Fault::Delay(delay)) => self.clock.sleep(delay).await,
            Some(Fault::LostResponse) | None => {}
        }
        let too_large = |_| Refusal::Status(StatusCode::PAYLOAD_TOO_LARGE);
        let body = to_bytes(body, LARGEST_BODY).await.map_err(too_large)?;
        let request = Request::read(operation, &path, head.uri.query(), &body)?;
        let response = self.act(operation, &practice, &request)?;
        Ok(if fault == Some(Fault::LostResponse) { broken(response) } else { response })
    }

    /// Does what the operation does, and what follows from it.
    fn act(self: &Arc<Self>, operation: &Operation, practice: &str, request: &Request) -> Result<Response, Refusal> {
        let now = self.clock.utc_now();
        let mut world = self.world();
        let World { practices, pds, .. } = &mut *world;
        let Some(state) = practices.get_mut(practice) else { return Err(Refusal::NOT_FOUND) };
        state.settle(now);
        let (root, success) = (&self.description.root, &operation.success);
        let mut wake = Vec::new();
        let result = if let Some(handler) = handler(&operation.id) {
            let (base_url, random) = (self.base_url.as_str(), &*self.random);
            let mut scene = Scene { practice: state, pds, now, base_url, random, wake: Vec::new() };
            let result = handler(&mut scene, request);
            wake = scene.wake;
            result.map(|mut value| {
                if let Some(schema) = &success.schema {
                    complete(root, &schema.schema, &mut value);
                }
                value
            })
        } else {
            let id = request.path.first().map(String::as_str);
            Ok(success.schema.as_ref().map_or_else(|| json!({}), |schema| echo(root, schema, id, &request.body)))
        };
        let new = state.dispatch();
        drop(world);
        self.follow_up(practice, new, wake);
        result.map(|value| json_response(success.status, &value))
    }

    /// Posts deliveries, and comes back when something is due.
    fn follow_up(self: &Arc<Self>, practice: &str, deliveries: Vec<usize>, wake: Vec<Duration>) {
        for index in deliveries {
            let (shared, practice) = (Arc::clone(self), practice.to_owned());
            self.spawn(async move { shared.deliver(&practice, index).await });
        }
        for wait in wake {
            let (shared, practice) = (Arc::clone(self), practice.to_owned());
            let timer = self.clock.timer(wait);
            self.spawn(async move {
                timer.await;
                shared.change(&practice, |_| ());
            });
        }
    }

    /// Changes a practice outside of a call of the API. Nothing when there is no such practice.
    pub(super) fn change<T>(self: &Arc<Self>, practice: &str, change: impl FnOnce(&mut Practice) -> T) -> Option<T> {
        let mut world = self.world();
        let state = world.practices.get_mut(practice)?;
        state.settle(self.clock.utc_now());
        let result = change(state);
        let new = state.dispatch();
        drop(world);
        self.follow_up(practice, new, Vec::new());
        Some(result)
    }

    /// Comes back to a practice when something is due there.
    pub(super) fn wake(self: &Arc<Self>, practice: &str, wait: Duration) {
        self.follow_up(practice, Vec::new(), vec![wait]);
    }

    fn spawn(&self, task: impl Future<Output = ()> + Send + 'static) {
        let mut tasks = self.tasks.lock().unwrap_or_else(PoisonError::into_inner);
        while tasks.try_join_next().is_some() {}
        tasks.spawn(task);
    }

    /// Posts a delivery until it is taken, or often enough.
    async fn deliver(&self, practice: &str, index: usize) {
        for pause in REDELIVERY.map(Some).into_iter().chain([None]) {
            let Some(request) = self.delivery_request(practice, index) else { return };
            let status = request.send().await.ok().map(|response| response.status());
            let is_taken = status.is_some_and(|status| status.is_success());
            let state = match pause {
                _ if is_taken => DeliveryState::Delivered,
                None => DeliveryState::GivenUp,
                Some(_) => DeliveryState::Waiting,
            };
            // Before anybody can see how often it was posted, so that a test clock can be moved then.
            let timer = pause.map(|pause| self.clock.timer(pause));
            self.note_attempt(practice, index, status, state);
            match timer {
                Some(timer) if !is_taken => timer.await,
                _ => return,
            }
        }
    }

    fn delivery_request(&self, practice: &str, index: usize) -> Option<reqwest::RequestBuilder> {
        let world = self.world();
        let delivery = world.practices.get(practice)?.deliveries.get(index)?;
        Some(delivery.request(&self.http, practice, self.clock.utc_now()))
    }

    fn note_attempt(&self, practice: &str, index: usize, status: Option<StatusCode>, state: DeliveryState) {
        let mut world = self.world();
        let practice = world.practices.get_mut(practice);
        if let Some(delivery) = practice.and_then(|practice| practice.deliveries.get_mut(index)) {
            delivery.attempts += 1;
            (delivery.status, delivery.state) = (status, state);
        }
        drop(world);
        self.posts.send_modify(|posts| *posts += 1);
    }
}

impl World {
    /// The practice group that a call acts for.
    fn admit(&self, headers: &HeaderMap) -> Result<String, Refusal> {
        let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
        let unauthorised = Refusal::Status(StatusCode::UNAUTHORIZED);
        let (Some(key), Some(practice)) = (text("x-api-key"), text("x-practice-group-id")) else {
            return Err(unauthorised);
        };
        let own = self.keys.get(key).ok_or(unauthorised)?;
        let is_network = [own.as_str(), practice].iter().all(|id| self.network.iter().any(|member| member == id));
        if own != practice && !is_network {
            return Err(Refusal::Status(StatusCode::FORBIDDEN));
        }
        Ok(practice.to_owned())
    }
}

/// The response with a body that breaks off at once.
fn broken(response: Response) -> Response {
    let (mut head, _) = response.into_parts();
    head.headers.remove(http::header::CONTENT_LENGTH);
    let lost = io::Error::new(io::ErrorKind::ConnectionAborted, "the response is to be lost");
    Response::from_parts(head, Body::from_stream(stream::iter([Err::<Bytes, _>(lost)])))
}
