use std::{sync::Arc, time::Duration};

use http::{HeaderMap, HeaderName, HeaderValue};

use crate::{
    Error, Hero, HeroBuilder,
    retry::{Backoff, FullJitter, RetryBudget, RetryPolicy, Standard, TokenBucket},
};

/// Which argument, and what is wrong with it.
pub(crate) type Problem = (&'static str, &'static str);

/// Declares the options of a call: the field, its default, and a setter each on the client's builder and on a handle.
macro_rules! call_options {
    ($(
        $(#[$doc:meta])*
        $option:ident / $with_option:ident ($value:ident: $argument:ty) -> $stored:ty = $default:expr, set $set:expr;
    )*) => {
        /// What holds for the calls of a handle.
        #[derive(Clone)]
        pub(crate) struct CallOptions {
            $(pub(crate) $option: $stored,)*
            pub(crate) practice_group: Option<Arc<str>>,
            pub(crate) headers: HeaderMap,
            pub(crate) query: Vec<(Arc<str>, Arc<str>)>,
            pub(crate) is_idempotent: bool,
            /// What is wrong with an argument. Each call fails with it, so that options chain without a `Result` each.
            problem: Option<Problem>,
        }

        impl Default for CallOptions {
            fn default() -> Self {
                Self {
                    $($option: $default,)*
                    practice_group: None,
                    headers: HeaderMap::new(),
                    query: Vec::new(),
                    is_idempotent: false,
                    problem: None,
                }
            }
        }

        /// # Options of all calls
        ///
        /// A handle can change each of them for its calls: `timeout` by [`Hero::with_timeout`], and so on.
        impl HeroBuilder {
            $(
                $(#[$doc])*
                pub fn $option(mut self, $value: $argument) -> Self {
                    self.options.$option = $set;
                    self
                }
            )*
        }

        /// # Options for some of the calls
        ///
        /// Each `with_…` gives a handle on the same client, with the same connections and limits, whose calls have another
        /// setting. That holds for the calls of [`api`](Hero::api) and for those that flows make.
        ///
        /// ```no_run
        /// use std::time::Duration;
        ///
        /// # use hero_api_ext::{Error, Hero, PatientId};
        /// # async fn remind(hero: &Hero, patient: PatientId) -> Result<(), Error> {
        /// let impatient = hero.with_timeout(Duration::from_secs(5));
        /// impatient.messages().sms(&patient, "Your appointment is tomorrow.").send().await?;
        /// let audited = hero.with_header("x-audit", "recall-2026");
        /// let record = audited.api().get_patient_by_id().id(patient.as_str()).send().await?;
        /// # Ok(())
        /// # }
        /// ```
        impl Hero {
            $(
                $(#[$doc])*
                #[must_use]
                pub fn $with_option(&self, $value: $argument) -> Self {
                    self.with(|options| options.$option = $set)
                }
            )*
        }
    };
}

call_options! {
    /// How long a call may take in all, with its retries and waits: 90 seconds unless set.
    timeout / with_timeout(timeout: Duration) -> Duration = Duration::from_secs(90), set timeout;

    /// How long one attempt may take, response included: 30 seconds unless set.
    attempt_timeout / with_attempt_timeout(timeout: Duration) -> Duration = Duration::from_secs(30), set timeout;

    /// How long a connection may take to open, TLS included: 3.1 seconds unless set.
    connect_timeout / with_connect_timeout(timeout: Duration) -> Option<Duration> = None, set Some(timeout);

    /// How many bytes a response may have, after decompression: 16 MiB unless set. A larger one is an error.
    max_response_size / with_max_response_size(bytes: usize) -> usize = 16 << 20, set bytes;

    /// When a call is sent again: [`Standard`] unless set. [`retry::Never`](crate::retry::Never) turns retries off.
    ///
    /// It takes a policy or an `Arc` of one, which other clients and handles can share.
    retry_policy / with_retry_policy(policy: impl RetryPolicy + 'static) -> Arc<dyn RetryPolicy>
        = Arc::new(Standard::default()), set Arc::new(policy);

    /// How long a call waits before it is sent again: [`FullJitter`] unless set.
    ///
    /// It takes a backoff or an `Arc` of one, which other clients and handles can share.
    backoff / with_backoff(backoff: impl Backoff + 'static) -> Arc<dyn Backoff>
        = Arc::new(FullJitter::default()), set Arc::new(backoff);

    /// How many retries there may be in all: a [`TokenBucket`] for each client unless set.
    ///
    /// It takes a budget or an `Arc` of one, which other clients and handles can share.
    retry_budget / with_retry_budget(budget: impl RetryBudget + 'static) -> Arc<dyn RetryBudget>
        = Arc::new(TokenBucket::default()), set Arc::new(budget);
}

/// # Options of requests
impl Hero {
    /// Acts for another practice group: for a partner whose practices share a network. An id that a header cannot carry fails
    /// each call with [`is_invalid_input`](Error::is_invalid_input).
    #[must_use]
    pub fn with_practice_group(&self, practice_group_id: impl Into<Arc<str>>) -> Self {
        let id = practice_group_id.into();
        self.with(|options| match check_practice_group(&id) {
            Ok(()) => options.practice_group = Some(id),
            Err(problem) => options.problem = Some(problem),
        })
    }

    /// Sends a header along. A header that carries credentials or frames the message, and one that HTTP cannot carry, fails
    /// each call with [`is_invalid_input`](Error::is_invalid_input).
    #[must_use]
    pub fn with_header(&self, name: &str, value: &str) -> Self {
        self.with(|options| options.header(name, value))
    }

    /// Sends a query parameter along that the description does not know yet.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(hero: hero_api_ext::Hero) -> Result<(), hero_api_ext::Error> {
    /// let forms = hero.with_query("archived", "true").api().list_forms().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn with_query(&self, name: impl Into<Arc<str>>, value: impl Into<Arc<str>>) -> Self {
        self.with(|options| options.query.push((name.into(), value.into())))
    }

    /// Whether the requests of this handle may reach the server more than once without harm.
    ///
    /// A POST whose response was lost is not sent again unless this is true, since the server may have acted: a message would
    /// arrive twice. Say it where twice is as good as once.
    #[must_use]
    pub fn with_idempotency(&self, is_idempotent: bool) -> Self {
        self.with(|options| options.is_idempotent = is_idempotent)
    }
}

impl CallOptions {
    fn header(&mut self, name: &str, value: &str) {
        match (name.parse::<HeaderName>(), HeaderValue::from_str(value)) {
            (Ok(name), _) if OWNED.contains(&name.as_str()) => {
                self.problem = Some(("header", "is one that the client sets itself"));
            }
            (Ok(name), Ok(mut value)) => {
                // The value may be a secret, so HTTP logs leave it out.
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
const OWNED: [&str; 11] = [
    "x-api-key",
    "x-practice-group-id",
    "host",
    "connection",
    "content-encoding",
    "content-length",
    "content-type",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
];

fn check_practice_group(id: &str) -> Result<(), Problem> {
    hero_api::Credentials::check_practice_group_id(id)
        .map_err(|_| ("practice group id", "is empty, or holds something that an HTTP header cannot carry"))
}
