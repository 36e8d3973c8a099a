use std::error::Error;

/// Whether the server's certificate was refused, which another attempt does not change: no known authority signed it, it is for
/// another name, or it is out of date.
///
/// native-tls has no words for that: its errors pass for broken connections.
pub(super) fn is_certificate_refused(error: &reqwest::Error) -> bool {
    #[cfg(feature = "rustls")]
    {
        let mut cause = Error::source(error);
        while let Some(error) = cause {
            if is_refusal(error) {
                return true;
            }
            cause = source(error);
        }
    }
    #[cfg(not(feature = "rustls"))]
    let _: Option<&dyn Error> = Error::source(error);
    false
}

/// The cause of an error. That of an I/O error is what it was made from, which its own `source` leaves out.
#[cfg(feature = "rustls")]
fn source<'e>(error: &'e (dyn Error + 'static)) -> Option<&'e (dyn Error + 'static)> {
    match error.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref) {
        Some(inner) => Some(inner),
        None => error.source(),
    }
}

#[cfg(feature = "rustls")]
fn is_refusal(error: &(dyn Error + 'static)) -> bool {
    use rustls::CertificateError::{ExpiredRevocationList, UnknownRevocationStatus};

    let refused = error.downcast_ref::<rustls::Error>().is_some_and(|error| {
        matches!(error, rustls::Error::InvalidCertificate(_) | rustls::Error::NoCertificatesPresented)
    });
    // Who says which certificates were withdrawn may be back soon.
    let may_pass = matches!(
        error.downcast_ref(),
        Some(rustls::Error::InvalidCertificate(UnknownRevocationStatus | ExpiredRevocationList))
    );
    refused && !may_pass
}
