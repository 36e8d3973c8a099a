//! What is compared, and how it is judged.

use crate::{verdict::FailOn, waivers::Waivers};

/// What is compared.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Axis {
    /// What requests and responses look like
    Wire,
    /// What the generated crates offer
    Rust,
    /// Both
    #[default]
    Both,
}

impl Axis {
    pub(crate) fn has_wire(self) -> bool {
        self != Self::Rust
    }

    pub(crate) fn has_rust(self) -> bool {
        self != Self::Wire
    }
}

/// What is compared, and how it is judged.
#[derive(Debug)]
pub struct Settings<'a> {
    /// What is compared.
    pub axis: Axis,
    /// From which differences on the run fails.
    pub fail_on: FailOn,
    /// The differences that are accepted.
    pub waivers: &'a Waivers,
    /// The day on which waivers must not have expired, as `YYYY-MM-DD`.
    pub today: &'a str,
}
