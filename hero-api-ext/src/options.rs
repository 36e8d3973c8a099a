use std::{sync::Arc, time::Duration};

use reqwest::header::{HeaderMap, HeaderValue};

use crate::{
    Error,
    retry::{Backoff, RetryBudget, RetryPolicy},
};

/// Which input, and what is wrong with it.
pub(crate) type Problem = (&'static str, &'static str);

/// The settings of a call, or of all calls of a handle, that differ from those of the client.
#[derive(Clone, Default)]
pub(crate) struct CallOptions {
    pub(crate) connect_timeout: Option<Duration>,
    pub(crate) attempt_timeout: Option<Duration>,
    pub(crate) total_timeout: Option<Duration>,
    pub(crate) retry: Option<Arc<dyn RetryPolicy>>,
    pub(crate) backoff: Option<Arc<dyn Backoff>>,
    pub(crate) budget: Option<Arc<dyn RetryBudget>>,
    pub(crate) max_response_size: Option<usize>,
    pub(crate) practice_group: Option<Arc<str>>,
    pub(crate) headers: HeaderMap,
    pub(crate) may_repeat: bool,
    /// What was wrong with an option. The call fails with it, so that options chain without a `Result` each.
    pub(crate) problem: Option<Problem>,
}

impl CallOptions {
    /// These options, and those of `base` where these say nothing.
    pub(crate) fn over(&self, base: &Self) -> Self {
        let mut headers = base.headers.clone();
        for (name, value) in &self.headers {
            headers.insert(name, value.clone());
        }
        Self {
            connect_timeout: self.connect_timeout.or(base.connect_timeout),
            attempt_timeout: self.attempt_timeout.or(base.attempt_timeout),
            total_timeout: self.total_timeout.or(base.total_timeout),
            retry: self.retry.as_ref().or(base.retry.as_ref()).cloned(),
            backoff: self.backoff.as_ref().or(base.backoff.as_ref()).cloned(),
            budget: self.budget.as_ref().or(base.budget.as_ref()).cloned(),
            max_response_size: self.max_response_size.or(base.max_response_size),
            practice_group: self.practice_group.as_ref().or(base.practice_group.as_ref()).cloned(),
            headers,
            may_repeat: self.may_repeat || base.may_repeat,
            problem: self.problem.or(base.problem),
        }
    }

    pub(crate) fn practice_group(&mut self, id: Arc<str>) {
        match check_practice_group(&id) {
            Ok(()) => self.practice_group = Some(id),
            Err(problem) => self.problem = Some(problem),
        }
    }

    pub(crate) fn header(&mut self, name: &str, value: &str) {
        let name = name.parse::<reqwest::header::HeaderName>();
        let value = HeaderValue::from_str(value);
        match (name, value) {
            (Ok(name), _) if OWNED.contains(&name.as_str()) => {
                self.problem = Some(("header", "is one that the client sets itself"));
            }
            (Ok(name), Ok(mut value)) => {
                // Nobody knows what is in it, so HTTP logs leave it out.
                value.set_sensitive(true);
                self.headers.insert(name, value);
            }
            _ => self.problem = Some(("header", "holds a character that an HTTP header cannot carry")),
        }
    }

    pub(crate) fn check(&self) -> Result<(), Error> {
        self.problem.map_or(Ok(()), |(what, why)| Err(Error::invalid_input(what, why)))
    }
}

/// Credentials, and what frames a message: another value would change whom a call acts for or what the server reads.
const OWNED: [&str; 6] =
    ["x-api-key", "x-practice-group-id", "host", "content-length", "transfer-encoding", "connection"];

pub(crate) fn check_practice_group(id: &str) -> Result<(), Problem> {
    hero_api::Credentials::new("any", id)
        .map(drop)
        .map_err(|_| ("practice group id", "is empty, or holds something that an HTTP header cannot carry"))
}
