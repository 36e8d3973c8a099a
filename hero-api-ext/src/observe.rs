//! What the server does beside what the description says, told without a value. Needs the feature `observe`.
//!
//! The bindings read responses leniently, so a field that is new or null goes unnoticed. Use this to notice it: each response,
//! and each request body that is sent, is held against the shapes of the description, and an [`Observer`] is told what differs.
//! `cargo xtask drift --traffic` turns the file of a [`FileObserver`] into a report and into corrections.
//!
//! ```no_run
//! use hero_api_ext::{Credentials, Environment, Hero, observe::FileObserver};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let hero = Hero::builder()
//!     .environment(Environment::Staging)
//!     .credentials(Credentials::new("key-from-the-portal", "practice-group-id"))
//!     .observe(FileObserver::open("observations.jsonl")?)
//!     .build()?;
//! # Ok(())
//! # }
//! ```
//!
//! # What an observation holds
//!
//! The operation, the direction, the status, a path such as `$.data[].name`, the kind, and the types that were expected and
//! found. It never holds a value, the length of one, or a key that is data: the keys of a map are `*`, and so is a key that does
//! not look like the name of a field. [`Observe`] has two switches that tell more; both are off.
//!
//! # Where to start
//!
//! * [`FileObserver`]: lines of JSON in a file, for `drift --traffic`.
//! * [`CountingObserver`]: counters by operation and kind, for metrics.
//! * `TracingObserver`: events, with the feature `tracing`.
//! * [`Observer`]: write your own. [`Observe::and`] combines several.
//!
//! # What it costs
//!
//! Nothing while it is off. On, it reads each body once more, without copying it. Reading a list of 100 patients takes about a
//! fifth of the time of its call, so not all long lists are read: of each operation and status the first [`ALL_OF_THE_FIRST`]
//! responses are, and of those that come later and have [`LARGE_MESSAGE`] bytes or more, one of [`ONE_OF_LARGE`]. What is read is
//! read to the end, and counts tell how many were compared. After the first ones, a call takes at most 1.1 times the time:
//! `benches/observe.rs` fails otherwise. Memory is bounded: a client keeps at most [`MOST_ENTRIES`] paths and differences.
//!
//! # When observers are told
//!
//! When a difference is first seen, when its count reaches 2, 4, 8 and so on, and when the client is dropped or
//! [`Hero::flush_observations`](crate::Hero::flush_observations) is called. So a program that is killed loses less than half of
//! a count, and a file stays small.

mod count;
mod field_set;
mod file;
mod ledger;
mod message;
mod names;
mod observation;
mod recorder;
mod scan;
mod shapes;
#[cfg(feature = "tracing")]
mod trace;
mod walk;

use std::sync::Arc;

pub use count::{CountingObserver, Counts};
pub use file::{FORMAT, FileObserver};
pub use ledger::{ALL_OF_THE_FIRST, LARGE_MESSAGE, MOST_ENTRIES, ONE_OF_LARGE};
pub use observation::{Difference, Direction, Observation, OptionalField, Totals};
pub(crate) use recorder::Recorder;
#[cfg(feature = "tracing")]
pub use trace::TracingObserver;

/// Is told what differs from the description.
///
/// It is called by the task that made the call, after the response has arrived: do not block in it.
pub trait Observer: Send + Sync {
    /// A difference was seen. It is told again when its count has doubled, with counts from the start of the client.
    fn observed(&self, observation: &Observation);

    /// How many messages were held against the description so far; told when that number has doubled, and at the end.
    fn compared(&self, totals: &Totals) {
        let _ = totals;
    }
}

impl<T: Observer + ?Sized> Observer for Arc<T> {
    fn observed(&self, observation: &Observation) {
        T::observed(self, observation);
    }

    fn compared(&self, totals: &Totals) {
        T::compared(self, totals);
    }
}

/// Who is told, and how much. An [`Observer`] alone is one with both switches off.
///
/// # Examples
///
/// ```
/// use std::sync::Arc;
///
/// use hero_api_ext::observe::{CountingObserver, Observe};
///
/// let counts = Arc::new(CountingObserver::new());
/// let observe = Observe::new(Arc::clone(&counts)).with_technical_values(true);
/// # let _ = hero_api_ext::Hero::builder().observe(observe);
/// ```
#[must_use = "an observation does nothing until a client is built with it"]
pub struct Observe {
    observers: Vec<Box<dyn Observer>>,
    technical_values: bool,
    open_objects: bool,
    shapes: Option<String>,
}

impl Observe {
    /// Tells this observer.
    pub fn new(observer: impl Observer + 'static) -> Self {
        Self { observers: vec![Box::new(observer)], technical_values: false, open_objects: false, shapes: None }
    }

    /// Tells this observer too.
    pub fn and(mut self, observer: impl Observer + 'static) -> Self {
        self.observers.push(Box::new(observer));
        self
    }

    /// Whether an unknown value of an enum is kept where the description marks the enum as technical, by `x-technical: true`:
    /// off unless set. The value of any other enum is never kept.
    pub fn with_technical_values(mut self, kept: bool) -> Self {
        self.technical_values = kept;
        self
    }

    /// Whether the keys of objects that the description leaves open are told as fields: off unless set.
    ///
    /// Such a key may be data, and then it may name a person. Turn it on where all patients are invented, to learn which fields
    /// an object has that the reference does not show.
    pub fn with_fields_of_open_objects(mut self, told: bool) -> Self {
        self.open_objects = told;
        self
    }

    /// Compares with these shapes instead of those that are compiled in: for tests of the generator.
    #[doc(hidden)]
    pub fn with_shapes(mut self, shapes: impl Into<String>) -> Self {
        self.shapes = Some(shapes.into());
        self
    }
}

impl<O: Observer + 'static> From<O> for Observe {
    fn from(observer: O) -> Self {
        Self::new(observer)
    }
}

impl std::fmt::Debug for Observe {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Observe")
            .field("observers", &self.observers.len())
            .field("technical_values", &self.technical_values)
            .field("open_objects", &self.open_objects)
            .finish_non_exhaustive()
    }
}
