use std::fmt;

use chrono::NaiveDate;
use serde_json::Value;

use crate::{EmailAddress, NhsNumber, PatientId, PhoneNumber, response_fields::ResponseFields};

/// A patient in a list: of a search, whichever version of it responded, or of candidates from the practice's own system.
///
/// The lists differ in what they say and what they call it; each accessor looks where each list has it, and returns
/// `None` for what is not there or makes no sense. [`field`](Self::field) reads anything else.
#[derive(Clone, PartialEq)]
pub struct FoundPatient(ResponseFields);

impl FoundPatient {
    pub(super) fn new(response: ResponseFields) -> Self {
        Self(response)
    }

    /// The id in Hero. A record of the practice's own system that Hero does not know yet has none.
    #[must_use]
    pub fn id(&self) -> Option<PatientId> {
        ["hero_id", "id", "patient_id"].iter().find_map(|field| self.0.text(field)?.parse().ok())
    }

    /// The id of the record in the practice's own system.
    #[must_use]
    pub fn ehr_partner_id(&self) -> Option<String> {
        self.0.text("ehr_partner_id")
    }

    /// The title.
    #[must_use]
    pub fn title(&self) -> Option<String> {
        self.0.text("title")
    }

    /// The first name.
    #[must_use]
    pub fn first_name(&self) -> Option<String> {
        self.0.text("first_name")
    }

    /// The last name.
    #[must_use]
    pub fn last_name(&self) -> Option<String> {
        self.0.text("last_name")
    }

    /// The birth date, as a date in Britain.
    #[must_use]
    pub fn born(&self) -> Option<NaiveDate> {
        self.0.date("dob")
    }

    /// The NHS number.
    #[must_use]
    pub fn nhs_number(&self) -> Option<NhsNumber> {
        self.0.text("nhs_number")?.parse().ok()
    }

    /// The mobile number.
    #[must_use]
    pub fn mobile(&self) -> Option<PhoneNumber> {
        self.0.text("mobile")?.parse().ok()
    }

    /// The email address.
    #[must_use]
    pub fn email(&self) -> Option<EmailAddress> {
        self.0.text("email")?.parse().ok()
    }

    /// The postcode.
    #[must_use]
    pub fn postcode(&self) -> Option<String> {
        self.0.text("postcode")
    }

    /// Whether the patient has died.
    #[must_use]
    pub fn is_deceased(&self) -> bool {
        self.0.text("deceased_at").is_some()
    }

    /// Any field of the response, by the name it has there. **It can be personal data.**
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&Value> {
        self.0.fields().get(name)
    }
}

/// Shows the id in Hero and nothing else.
impl fmt::Debug for FoundPatient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FoundPatient").field("id", &self.id()).finish_non_exhaustive()
    }
}
