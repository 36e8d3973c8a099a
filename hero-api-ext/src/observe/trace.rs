use super::{Observation, Observer};

/// Writes an event of level `WARN` and target `hero_api_ext::observe` for each difference, when it is seen first and when its
/// count has doubled.
#[derive(Clone, Copy, Debug, Default)]
#[non_exhaustive]
pub struct TracingObserver;

impl TracingObserver {
    /// An observer that writes events.
    #[must_use]
    pub fn new() -> Self {
        Self
    }
}

impl Observer for TracingObserver {
    fn observed(&self, observation: &Observation) {
        if observation.more == 0 {
            return;
        }
        tracing::warn!(
            target: "hero_api_ext::observe",
            {
            hero.operation = observation.operation,
            hero.direction = observation.direction.as_str(),
            http.response.status_code = observation.status,
            hero.path = observation.path,
            hero.difference = observation.kind.as_str(),
            hero.expected = observation.expected,
            hero.found = observation.found,
            hero.messages = observation.messages,
            hero.of = observation.of,
            },
            "a message differs from the description",
        );
    }
}
