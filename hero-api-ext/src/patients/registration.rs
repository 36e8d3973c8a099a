use std::fmt;

use serde::{Deserialize, Deserializer, de::Error as _};
use serde_json::{Value, json};

use super::identity::{Identity, KnownBy};
use crate::{
    Error, Hero, PatientId,
    input::{birth_date, non_empty, with_fields},
    response_fields::ResponseFields,
    view::ViewAs,
};

/// What came of [`Patients::register`](super::Patients::register).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[must_use = "a person who has to prove their identity is not registered yet"]
pub enum Registration {
    /// The person is a patient of the practice group, from now on or already.
    Registered(PatientId),
    /// The person must prove who they are first.
    IdentityCheck(IdentityCheck),
}

impl Registration {
    /// The patient, if there is one already.
    #[must_use]
    pub fn patient(&self) -> Option<&PatientId> {
        match self {
            Self::Registered(patient) => Some(patient),
            Self::IdentityCheck(_) => None,
        }
    }
}

/// Where a person proves who they are. Send them there, then register them again.
#[derive(Clone, PartialEq)]
pub struct IdentityCheck {
    login_url: String,
    message: Option<String>,
}

impl IdentityCheck {
    /// The page for the person. **It is meant for them alone**: do not log it.
    #[must_use]
    pub fn sensitive_login_url(&self) -> &str {
        &self.login_url
    }

    /// What Hero says about it, for the person to read. It may name them.
    #[must_use]
    pub fn sensitive_message(&self) -> Option<&str> {
        self.message.as_deref()
    }
}

impl fmt::Debug for IdentityCheck {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("IdentityCheck").finish_non_exhaustive()
    }
}

pub(super) async fn register(hero: Hero, identity: Identity) -> Result<Registration, Error> {
    let request = with_fields(hero.api().register_patient_pds(), fields(&hero, identity)?)?;
    request.view().send().await
}

/// A patient, or where to prove who one is: which of the two shows only in what is there.
impl<'de> Deserialize<'de> for Registration {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let response = ResponseFields::deserialize(deserializer)?;
        if let Some(patient) = response.text("patient_id") {
            return patient.parse().map(Self::Registered).map_err(D::Error::custom);
        }
        let login_url = response.required("login_url")?;
        Ok(Self::IdentityCheck(IdentityCheck { login_url, message: response.text("message") }))
    }
}

fn fields(hero: &Hero, identity: Identity) -> Result<Value, Error> {
    let mut fields = match identity.known_by {
        // With spaces, as the guide sends it: that form is known to be taken.
        KnownBy::Number(number) => json!({ "nhs_number": number.sensitive_text() }),
        KnownBy::Demographics { forename, surname, postcode } => json!({
            "forename": non_empty("forename", forename)?,
            "surname": non_empty("surname", surname)?,
            "postcode": non_empty("postcode", postcode)?,
        }),
    };
    fields["dob"] = json!(birth_date(hero, identity.born)?);
    if let Some((partner, id)) = identity.ehr {
        fields["ehr_partner"] = non_empty("EHR partner", partner)?.into();
        fields["ehr_partner_id"] = non_empty("EHR partner id", id)?.into();
    }
    Ok(fields)
}
