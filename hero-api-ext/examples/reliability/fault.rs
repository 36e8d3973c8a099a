/// What the server does with a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fault {
    /// Accepts the message, and says so.
    None,
    /// As `None`, after a while.
    Slow,
    /// 429. Nothing happens.
    Throttled,
    /// 403. Nothing happens.
    Refused,
    /// 500, with or without having acted.
    ServerError { acts: bool },
    /// A reset of the connection, before or after it has acted.
    Reset { acts: bool },
    /// Acts, and closes the connection without a response.
    Lost,
    /// Acts, and closes the connection in the middle of the head of the response.
    HalfHead,
    /// Acts, and closes the connection in the middle of the body.
    HalfBody,
    /// Acts, and never responds.
    Hang,
    /// 200 with a page in HTML.
    Html { acts: bool },
    /// 204.
    Empty { acts: bool },
    /// 200 with an error.
    ErrorBody { acts: bool },
    /// 200 with a body that says it is gzip and is not.
    FalseGzip { acts: bool },
}

impl Fault {
    /// Each with its share of 1,000 requests; the rest has no fault.
    const SHARES: [(u64, Self); 19] = [
        (20, Self::Slow),
        (20, Self::Throttled),
        (20, Self::Refused),
        (10, Self::ServerError { acts: true }),
        (10, Self::ServerError { acts: false }),
        (10, Self::Reset { acts: true }),
        (10, Self::Reset { acts: false }),
        (15, Self::Lost),
        (10, Self::HalfHead),
        (10, Self::HalfBody),
        (1, Self::Hang),
        (5, Self::Html { acts: true }),
        (5, Self::Html { acts: false }),
        (5, Self::Empty { acts: true }),
        (5, Self::Empty { acts: false }),
        (5, Self::ErrorBody { acts: true }),
        (5, Self::ErrorBody { acts: false }),
        (5, Self::FalseGzip { acts: true }),
        (5, Self::FalseGzip { acts: false }),
    ];

    /// The fault of the `attempt`-th request for a patient: the same in every run with this seed.
    pub(crate) fn choose(seed: u64, patient: u64, attempt: u64) -> Self {
        let mut random = fastrand::Rng::with_seed(seed ^ patient.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ (attempt << 56));
        let mut number = random.u64(..1_000);
        for (share, fault) in Self::SHARES {
            match number.checked_sub(share) {
                Some(rest) => number = rest,
                None => return fault,
            }
        }
        Self::None
    }

    /// Whether the message is accepted.
    pub(crate) fn acts(self) -> bool {
        match self {
            Self::None | Self::Slow | Self::Lost | Self::HalfHead | Self::HalfBody | Self::Hang => true,
            Self::Throttled | Self::Refused => false,
            Self::ServerError { acts }
            | Self::Reset { acts }
            | Self::Html { acts }
            | Self::Empty { acts }
            | Self::ErrorBody { acts }
            | Self::FalseGzip { acts } => acts,
        }
    }

    /// Whether the response leaves open what has happened.
    pub(crate) fn is_ambiguous(self) -> bool {
        !matches!(self, Self::None | Self::Slow | Self::Throttled | Self::Refused)
    }
}
