use super::{Fault, Journey};
use crate::ErrorKind;

/// What a call that failed did at the server.
///
/// A caller that must not do a thing twice, such as sending a message, decides by this and not by the kind of error.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Effect {
    /// Nothing: the request did not leave, or the server refused it. It is safe to send it again.
    None,
    /// Nobody knows: the request may have arrived and its answer was lost, or the server failed half-way.
    Unknown,
    /// Everything: the server answered with success, and the answer could not be read.
    Done,
}

pub(super) fn of(fault: &Fault, journey: &Journey) -> Effect {
    let last = match fault.kind() {
        ErrorKind::TooLarge if fault.status().is_some_and(|status| status.is_success()) => Effect::Done,
        ErrorKind::Decode => Effect::Done,
        // A redirect after a POST mostly says that it was done.
        ErrorKind::Redirect
        | ErrorKind::Server
        | ErrorKind::TooLarge
        | ErrorKind::Interrupted
        | ErrorKind::Protocol => Effect::Unknown,
        _ => Effect::None,
    };
    // An earlier attempt may have done what the last one was refused.
    if last == Effect::None && journey.may_have_acted { Effect::Unknown } else { last }
}
