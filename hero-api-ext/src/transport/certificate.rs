use std::error::Error;

/// Whether the server's certificate was refused, which another attempt does not change: no known authority signed it, it is for
/// another name, or it is out of date.
///
/// native-tls says so where it uses OpenSSL. On Windows and on Apple's systems its errors have no type or code to tell that by,
/// and pass for broken connections.
pub(super) fn is_certificate_refused(error: &reqwest::Error) -> bool {
    std::iter::successors(Error::source(error), |cause| source(*cause))
        .any(|cause| is_refused_by_rustls(cause) || is_refused_by_openssl(cause))
}

/// The cause of an error. That of an I/O error is what it was made from, which its own `source` leaves out.
fn source<'e>(error: &'e (dyn Error + 'static)) -> Option<&'e (dyn Error + 'static)> {
    match error.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref) {
        Some(inner) => Some(inner),
        None => error.source(),
    }
}

#[cfg(feature = "rustls")]
fn is_refused_by_rustls(error: &(dyn Error + 'static)) -> bool {
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

#[cfg(not(feature = "rustls"))]
fn is_refused_by_rustls(_error: &(dyn Error + 'static)) -> bool {
    false
}

#[cfg(all(feature = "native-tls", not(any(windows, target_vendor = "apple"))))]
fn is_refused_by_openssl(error: &(dyn Error + 'static)) -> bool {
    /// `ERR_LIB_SSL` of OpenSSL's `err.h`.
    const LIBRARY: i32 = 20;
    /// `SSL_R_CERTIFICATE_VERIFY_FAILED` of OpenSSL's `sslerr.h`.
    const CERTIFICATE_VERIFY_FAILED: i32 = 134;

    let is_refusal = |error: &openssl::error::Error| {
        (error.library_code(), error.reason_code()) == (LIBRARY, CERTIFICATE_VERIFY_FAILED)
    };
    error.downcast_ref().is_some_and(|stack: &openssl::error::ErrorStack| stack.errors().iter().any(is_refusal))
}

#[cfg(not(all(feature = "native-tls", not(any(windows, target_vendor = "apple")))))]
fn is_refused_by_openssl(_error: &(dyn Error + 'static)) -> bool {
    false
}
