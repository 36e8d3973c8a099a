use super::{CallStats, ErrorRepr};
use crate::ErrorKind;

/// What a call that failed did at the server.
///
/// A caller that must not do a thing twice, such as sending a message, decides by this and not by the kind of error.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Effect {
    /// Nothing: no request left, or the server refused it. It is safe to send it again.
    None,
    /// Nobody knows: a request may have arrived and its response was lost, or the server failed half-way.
    Unknown,
    /// Everything: the server responded with success, and the body could not be read.
    Done,
}

pub(super) fn of_error(repr: &ErrorRepr, stats: &CallStats) -> Effect {
    if stats.is_in_doubt {
        return Effect::Unknown;
    }
    if repr.status().or(stats.last_status).is_some_and(|status| status.is_success()) {
        return Effect::Done;
    }
    match repr.kind() {
        // A redirect after a POST mostly says that it was done.
        ErrorKind::Redirect | ErrorKind::Server | ErrorKind::Interrupted | ErrorKind::Protocol => Effect::Unknown,
        // An earlier attempt may have done what the last was refused.
        _ if stats.may_have_acted => Effect::Unknown,
        _ => Effect::None,
    }
}
