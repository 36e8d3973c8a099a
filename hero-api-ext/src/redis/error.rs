use std::{error, fmt};

/// Why Redis could not be used. It holds nothing of an address, a key or a value.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct RedisError {
    why: &'static str,
}

impl RedisError {
    /// There was no response in time.
    pub(super) const TIMEOUT: Self = Self { why: "no response in time" };
    /// The response is not what the command returns.
    pub(super) const UNEXPECTED: Self = Self { why: "an unexpected response" };

    pub(super) const fn new(why: &'static str) -> Self {
        Self { why }
    }

    pub(super) fn of(error: &::redis::RedisError) -> Self {
        let why = match error.code() {
            Some("NOAUTH" | "WRONGPASS") => "the password was refused",
            Some("NOPERM") => "the user may not do this: allow EVAL, GET, SET, DEL, PTTL and TIME",
            Some("OOM") => "it has no memory left",
            Some("LOADING") => "it is starting",
            Some("READONLY") => "this is a replica",
            Some("CLUSTERDOWN" | "TRYAGAIN" | "MASTERDOWN") => "the cluster is down",
            Some(_) => "it refused the command",
            None if error.is_timeout() => return Self::TIMEOUT,
            None if error.is_connection_refusal() => "it refused the connection",
            None if error.is_io_error() => "the connection broke",
            None => "it could not be used",
        };
        Self { why }
    }
}

/// Whether the same command may succeed in a moment.
pub(super) fn is_passing(error: &::redis::RedisError) -> bool {
    match error.code() {
        Some(code) => matches!(code, "LOADING" | "READONLY" | "CLUSTERDOWN" | "TRYAGAIN" | "MASTERDOWN"),
        None => error.is_io_error() || error.is_timeout() || error.is_connection_dropped(),
    }
}

impl fmt::Display for RedisError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Redis failed: {}", self.why)
    }
}

impl error::Error for RedisError {}

#[cfg(test)]
mod tests {
    use ::redis::{ErrorKind, RedisError as ClientError};

    use super::*;

    #[test]
    fn error_shows_nothing_of_the_address() {
        let refused = std::io::Error::new(std::io::ErrorKind::ConnectionRefused, "redis://user:marker@host");
        for error in [ClientError::from(refused), ClientError::from((ErrorKind::Client, "x", "marker".to_owned()))] {
            let text = format!("{} {0:?}", RedisError::of(&error));
            assert!(!text.contains("marker"), "{text}");
        }
    }

    #[test]
    fn a_broken_connection_passes_and_a_bad_command_does_not() {
        assert!(is_passing(&ClientError::from(std::io::Error::from(std::io::ErrorKind::BrokenPipe))));
        assert!(!is_passing(&ClientError::from((ErrorKind::Client, "x"))));
    }
}
