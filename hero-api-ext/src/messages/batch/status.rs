//! The states that the reference names. A server may know more, and those are kept as they came.

use std::fmt;

macro_rules! status {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $wire:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$variant_doc])* $variant,)*
            /// A state that the reference does not name, in the server's word.
            Other(String),
        }

        impl $name {
            /// The word of the API.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $wire,)*
                    Self::Other(word) => word,
                }
            }
        }

        impl From<&str> for $name {
            fn from(word: &str) -> Self {
                match word {
                    $($wire => Self::$variant,)*
                    other => Self::Other(other.to_owned()),
                }
            }
        }

        /// A word of the server's own is not shown.
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(match self {
                    $(Self::$variant => stringify!($variant),)*
                    Self::Other(_) => "Other([redacted])",
                })
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

status! {
    /// How far a batch has come. The reference has the words and not what they mean.
    BatchStatus {
        /// It is there, and nothing was sent.
        Created = "CREATED",
        /// It waits: probably to be sent.
        Pending = "PENDING",
        /// It is being sent.
        Sending = "SENDING",
        /// It was sent.
        Completed = "COMPLETED",
    }
}

status! {
    /// How far a recipient of a batch has come.
    RecipientStatus {
        /// Not traced yet.
        Created = "CREATED",
        /// Traced in the PDS: can be messaged.
        Enriched = "ENRICHED",
        /// Could not be traced.
        EnrichmentError = "ENRICHMENT_ERROR",
        /// What was said of them is no use.
        InvalidPayload = "INVALID_PAYLOAD",
        /// Their message waits to be sent.
        Queued = "QUEUED",
    }
}

status! {
    /// How far a message of a batch has come.
    SendStatus {
        /// It is there.
        Created = "CREATED",
        /// It waits to be sent.
        Queued = "QUEUED",
        /// It went out.
        Sent = "SENT",
        /// It could not be sent or delivered.
        Error = "ERROR",
        /// It arrived, presumably.
        Success = "SUCCESS",
    }
}

/// Every state of a message that the reference names, in the order that messages go through them.
pub(super) static SEND_STATUSES: [SendStatus; 5] =
    [SendStatus::Created, SendStatus::Queued, SendStatus::Sent, SendStatus::Error, SendStatus::Success];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_shows_no_word_of_the_server() {
        assert_eq!(format!("{:?}", BatchStatus::from("SENDING")), "Sending");
        assert_eq!(format!("{:?}", BatchStatus::from("Winifred Marker")), "Other([redacted])");
    }
}
