use std::{fmt, str::FromStr};

use crate::Error;

/// Which Hero a client talks to.
///
/// Keys differ between production and staging, so a key that meets the wrong environment is refused and does nothing.
#[derive(Clone, Eq, PartialEq)]
#[non_exhaustive]
pub enum Environment {
    /// `https://api.herohealth.net`: real practices, real patients.
    Production,
    /// `https://api.staging.htech.app`: for integration tests, with a key of its own.
    Staging,
    /// The mock server of the developer portal. It responds with samples and remembers nothing.
    Mock,
    /// Another base URL, with the path before `/v1` if there is one: https, or http on loopback.
    Custom(String),
}

impl Environment {
    /// The base URL, without a trailing slash unless a custom one has it.
    #[must_use]
    pub fn base_url(&self) -> &str {
        match self {
            Self::Production => "https://api.herohealth.net",
            Self::Staging => "https://api.staging.htech.app",
            Self::Mock => "https://developer.herohealth.net/_mock/apis/public-api/openapi",
            Self::Custom(url) => url,
        }
    }
}

/// `production`, `staging` or `mock`, in any case: what `HERO_ENVIRONMENT` holds.
impl FromStr for Environment {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        [("production", Self::Production), ("staging", Self::Staging), ("mock", Self::Mock)]
            .into_iter()
            .find_map(|(known, environment)| name.eq_ignore_ascii_case(known).then_some(environment))
            .ok_or_else(|| Error::invalid_input("environment", "is none of production, staging and mock"))
    }
}

/// A custom URL is not shown: a mistyped one may hold a password.
impl fmt::Debug for Environment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Production => "Production",
            Self::Staging => "Staging",
            Self::Mock => "Mock",
            Self::Custom(_) => "Custom(..)",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_base_urls_are_those_of_the_guide() {
        assert_eq!(Environment::Production.base_url(), "https://api.herohealth.net");
        assert_eq!(Environment::Staging.base_url(), "https://api.staging.htech.app");
        assert_eq!(Environment::Mock.base_url(), "https://developer.herohealth.net/_mock/apis/public-api/openapi");
        assert_eq!(Environment::Custom("http://[::1]:80/x".to_owned()).base_url(), "http://[::1]:80/x");
    }

    #[test]
    fn environment_name_ignores_case() {
        assert_eq!("Staging".parse::<Environment>().ok(), Some(Environment::Staging));
        assert_eq!("PRODUCTION".parse::<Environment>().ok(), Some(Environment::Production));
        let error = "marker".parse::<Environment>().err();
        assert!(error.is_some_and(|error| !format!("{error} {error:?}").contains("marker")));
    }

    #[test]
    fn debug_does_not_show_a_custom_url() {
        let custom = Environment::Custom("https://user:marker@example.test".to_owned());
        assert_eq!(format!("{custom:?}"), "Custom(..)");
    }
}
