use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError},
};

use bytes::Bytes;
use hero_api::{BufferedResponse, OperationInfo};
use http::HeaderValue;
use reqwest::{Body, Url};

use super::{
    Direction, Observation, Observe, Observer, Totals,
    ledger::{Channel, Room},
    message::{self, LastPage, Pages},
    shapes::Shapes,
};

/// Holds what a client sends and receives against the description, and tells its observers.
pub(crate) struct Recorder {
    observers: Vec<Box<dyn Observer>>,
    pub(super) technical_values: bool,
    pub(super) open_objects: bool,
    pub(super) shapes: Arc<Shapes>,
    pub(super) room: Room,
    pub(super) pages: Pages,
    /// Of each operation that was called. There are as many as the description has.
    ledgers: Mutex<HashMap<&'static str, Arc<Mutex<Ledger>>>>,
}

/// What was seen of one operation.
#[derive(Default)]
pub(super) struct Ledger {
    channels: Vec<Channel>,
    pub(super) last_page: Option<LastPage>,
}

/// What observers are to be told.
type Due = (Vec<Observation>, Option<Totals>);

impl Recorder {
    pub(crate) fn new(Observe { observers, technical_values, open_objects, shapes }: Observe) -> Self {
        static COMPILED_IN: OnceLock<Arc<Shapes>> = OnceLock::new();
        let shapes = match shapes {
            Some(text) => Arc::new(Shapes::read(&text)),
            None => Arc::clone(COMPILED_IN.get_or_init(|| Arc::new(Shapes::read(hero_api::SHAPES)))),
        };
        let ledgers = Mutex::default();
        Self { observers, technical_values, open_objects, shapes, room: Room::new(), pages: Pages::default(), ledgers }
    }

    /// Takes note of one attempt. The first one of a call says what was sent: the body and its media type.
    pub(crate) fn exchanged(
        &self,
        operation: &'static OperationInfo,
        url: &Url,
        sent: Option<(Option<&Body>, Option<&HeaderValue>)>,
        response: &BufferedResponse,
    ) {
        let Some(shapes) = self.shapes.operation(operation.id) else { return };
        let ledger = Arc::clone(lock(&self.ledgers).entry(operation.id).or_default());
        let mut due: Vec<Due> = Vec::new();
        {
            let mut ledger = lock(&ledger);
            if let Some((Some(body), media_type)) = sent
                && let Some(bytes) = body.as_bytes()
            {
                let channel = ledger.channel(Direction::Request, 0);
                message::request(self, channel, shapes, media_type, bytes);
                due.push(channel.due(&self.shapes, operation.id, false));
            }
            let (status, body) = (response.status().as_u16(), response.sensitive_body());
            let channel = ledger.channel(Direction::Response, status);
            if channel.takes(body.map_or(0, Bytes::len)) {
                let items = message::response(self, channel, shapes, response);
                if let (Some(body), true) = (body, response.status().is_success()) {
                    message::page(self, &mut ledger, shapes, url, (status, items), body);
                }
                due.push(ledger.channel(Direction::Response, status).due(&self.shapes, operation.id, false));
            }
        }
        self.tell(due);
    }

    /// Tells everything that observers do not know yet.
    pub(crate) fn flush(&self) {
        let mut ledgers: Vec<_> = lock(&self.ledgers).iter().map(|(id, ledger)| (*id, Arc::clone(ledger))).collect();
        ledgers.sort_unstable_by_key(|(id, _)| *id);
        for (operation, ledger) in ledgers {
            let mut ledger = lock(&ledger);
            let due: Vec<Due> =
                ledger.channels.iter_mut().map(|channel| channel.due(&self.shapes, operation, true)).collect();
            drop(ledger);
            self.tell(due);
        }
    }

    fn tell(&self, due: Vec<Due>) {
        for (observations, totals) in due {
            for observer in &self.observers {
                for observation in &observations {
                    observer.observed(observation);
                }
                if let Some(totals) = &totals {
                    observer.compared(totals);
                }
            }
        }
    }
}

impl Drop for Recorder {
    fn drop(&mut self) {
        self.flush();
    }
}

impl Ledger {
    pub(super) fn channel(&mut self, direction: Direction, status: u16) -> &mut Channel {
        let known = self.channels.iter().position(|known| known.direction == direction && known.status == status);
        let index = known.unwrap_or_else(|| {
            self.channels.push(Channel::new(direction, status));
            self.channels.len() - 1
        });
        &mut self.channels[index]
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
