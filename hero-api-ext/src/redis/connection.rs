use std::{fmt, pin::pin, sync::Arc, time::Duration};

use ::redis::{
    Client, Cmd, RedisResult, Value,
    aio::{ConnectionLike, ConnectionManager, ConnectionManagerConfig},
};
use futures_util::future::{Either, select};
use hero_api::BoxFuture;

use super::{RedisError, error::is_passing};
use crate::{
    Error,
    clock::{Clock, SystemClock},
};

/// How long one command may take.
const COMMAND_TIMEOUT: Duration = Duration::from_millis(500);
/// How long to wait before a command is sent again: the first time, and at most.
const FIRST_PAUSE: Duration = Duration::from_millis(20);
const LONGEST_PAUSE: Duration = Duration::from_millis(200);

/// A connection to Redis, which connects again by itself. A clone is one more handle on it.
///
/// # Examples
///
/// ```no_run
/// use hero_api_ext::redis::Redis;
///
/// # async fn start() -> Result<(), hero_api_ext::Error> {
/// let redis = Redis::connect("redis://user:password@redis.internal:6379/0").await?.with_prefix("hero:staging");
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Redis {
    connection: Arc<dyn Connection>,
    prefix: Arc<str>,
    clock: Arc<dyn Clock>,
}

impl Redis {
    /// Takes the URL of one server. It need not be there yet: the first command connects, and so does the first one after the
    /// connection is lost.
    ///
    /// # Errors
    ///
    /// [`is_configuration`](Error::is_configuration): this is not the URL of a Redis, or it needs TLS and there is none.
    // It has to be called within tokio, which a future is.
    #[expect(clippy::unused_async, reason = "the client needs the runtime that polls this")]
    pub async fn connect(url: &str) -> Result<Self, Error> {
        let unusable = |_| Error::configurations(vec!["the URL of Redis cannot be used".into()]);
        let config = ConnectionManagerConfig::new()
            // Commands are repeated by whoever sends them, who knows for how long.
            .set_number_of_retries(0)
            .set_connection_timeout(Some(COMMAND_TIMEOUT))
            .set_response_timeout(Some(COMMAND_TIMEOUT));
        let client = Client::open(url).map_err(unusable)?;
        Ok(Self::from_connection(ConnectionManager::new_lazy_with_config(client, config).map_err(unusable)?))
    }

    /// Takes any connection of the crate `redis`, which is [`client`](super::client), to a cluster for example. Set a response timeout on it.
    pub fn from_connection(connection: impl ConnectionLike + Clone + Send + Sync + 'static) -> Self {
        Self { connection: Arc::new(connection), prefix: "hero".into(), clock: Arc::new(SystemClock::new()) }
    }

    /// Begins all keys with this, in place of `hero`: for several environments on one server.
    #[must_use]
    pub fn with_prefix(mut self, prefix: impl Into<Arc<str>>) -> Self {
        self.prefix = prefix.into();
        self
    }

    pub(super) fn clock(&self) -> &Arc<dyn Clock> {
        &self.clock
    }

    /// The key of something, by its kind and its hash.
    pub(super) fn key(&self, kind: &str, hash: &[u8]) -> String {
        format!("{}:{kind}:{}", self.prefix, data_encoding::HEXLOWER.encode(hash))
    }

    /// Runs a script on one key, again and again for as long as `patience` while Redis is away.
    ///
    /// The whole text is sent each time. So a server that was restarted, and each node of a cluster, runs it at once.
    pub(super) async fn run(
        &self,
        script: &'static str,
        key: &str,
        arguments: &[Argument<'_>],
        patience: Duration,
    ) -> Result<Value, RedisError> {
        let mut command = ::redis::cmd("EVAL");
        command.arg(script).arg(1).arg(key);
        for argument in arguments {
            match argument {
                Argument::Number(number) => command.arg(*number),
                Argument::Bytes(bytes) => command.arg(*bytes),
            };
        }
        let end = self.clock.now().saturating_add(patience);
        let mut pause = FIRST_PAUSE;
        loop {
            let (error, is_passing) = match self.run_once(&command).await {
                Ok(value) => return Ok(value),
                Err(failed) => failed,
            };
            if !is_passing || self.clock.now().saturating_add(pause) >= end {
                return Err(error);
            }
            self.clock.sleep(pause).await;
            pause = (pause * 2).min(LONGEST_PAUSE);
        }
    }

    async fn run_once(&self, command: &Cmd) -> Result<Value, (RedisError, bool)> {
        // Connecting and sending have a limit each; this one is for a connection that was made without.
        match select(pin!(self.connection.send(command)), self.clock.timer(COMMAND_TIMEOUT * 2)).await {
            Either::Left((Ok(value), _)) => Ok(value),
            Either::Left((Err(error), _)) => Err((RedisError::of(&error), is_passing(&error))),
            Either::Right(_) => Err((RedisError::TIMEOUT, true)),
        }
    }
}

impl fmt::Debug for Redis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Redis").finish_non_exhaustive()
    }
}

/// An argument of a script.
#[allow(dead_code, reason = "the limiter alone, in a build without tags, has numbers only")]
pub(super) enum Argument<'a> {
    Number(i64),
    Bytes(&'a [u8]),
}

/// A connection of any kind, which all handles share.
trait Connection: Send + Sync {
    fn send<'a>(&'a self, command: &'a Cmd) -> BoxFuture<'a, RedisResult<Value>>;
}

impl<C: ConnectionLike + Clone + Send + Sync + 'static> Connection for C {
    fn send<'a>(&'a self, command: &'a Cmd) -> BoxFuture<'a, RedisResult<Value>> {
        let mut connection = self.clone();
        Box::pin(async move {
            match connection.req_packed_command(command).await {
                Ok(Value::ServerError(error)) => Err(error.into()),
                other => other,
            }
        })
    }
}
