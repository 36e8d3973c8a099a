use std::time::Duration;

use hero_api::ResponseValue;

use crate::error::CallStats;

/// What a response tells of the call that it ended.
///
/// # Examples
///
/// ```no_run
/// use hero_api_ext::ResponseExt;
///
/// # async fn example(hero: hero_api_ext::Hero) -> Result<(), hero_api_ext::Error> {
/// let patient = hero.api().get_patient_by_id().id("7").send().await?;
/// println!("{} attempts in {:?}", patient.attempts(), patient.elapsed());
/// # Ok(())
/// # }
/// ```
pub trait ResponseExt {
    /// How many requests were sent or tried; 0 when another transport than that of [`Hero`](crate::Hero) sent them.
    fn attempts(&self) -> u32;

    /// How long the call took, by the client's clock.
    fn elapsed(&self) -> Duration;
}

impl<T> ResponseExt for ResponseValue<T> {
    fn attempts(&self) -> u32 {
        stats(self).attempts
    }

    fn elapsed(&self) -> Duration {
        stats(self).elapsed
    }
}

fn stats<T>(response: &ResponseValue<T>) -> CallStats {
    ResponseValue::extensions(response).get().copied().unwrap_or_default()
}
