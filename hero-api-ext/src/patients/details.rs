use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, de::Error as _};
use serde_json::{Map, Value, json};

use crate::{
    EmailAddress, Error, Hero, Id, NhsNumber, PatientId, PhoneNumber,
    id::id_text,
    input::{birth_date, non_empty, with_fields},
    response_fields::ResponseFields,
    view::ViewAs,
};

/// What [`Patients::save`](super::Patients::save) stores of a patient: name, birth date, and a way to reach them.
#[derive(Clone)]
pub struct PatientDetails {
    first_name: String,
    last_name: String,
    born: NaiveDate,
    /// What may be left out, by the name it has in the API.
    optional: Map<String, Value>,
}

impl PatientDetails {
    /// A patient who is reached by mobile phone.
    #[must_use]
    pub fn with_mobile(
        first_name: impl Into<String>,
        last_name: impl Into<String>,
        born: NaiveDate,
        mobile: PhoneNumber,
    ) -> Self {
        Self::new(first_name.into(), last_name.into(), born).mobile(mobile)
    }

    /// A patient who is reached by email. That a mobile number is not needed then is inferred: no page says so.
    #[must_use]
    pub fn with_email(
        first_name: impl Into<String>,
        last_name: impl Into<String>,
        born: NaiveDate,
        email: EmailAddress,
    ) -> Self {
        Self::new(first_name.into(), last_name.into(), born).email(email)
    }

    fn new(first_name: String, last_name: String, born: NaiveDate) -> Self {
        Self { first_name, last_name, born, optional: Map::new() }
    }

    /// The mobile number.
    #[must_use]
    pub fn mobile(self, mobile: PhoneNumber) -> Self {
        self.with("mobile", mobile.sensitive_text())
    }

    /// The email address.
    #[must_use]
    pub fn email(self, email: EmailAddress) -> Self {
        self.with("email", email.sensitive_text())
    }

    /// The landline number.
    #[must_use]
    pub fn landline(self, landline: PhoneNumber) -> Self {
        self.with("landline", landline.sensitive_text())
    }

    /// The NHS number. Together with the birth date it decides whether a patient is updated or created.
    #[must_use]
    pub fn nhs_number(self, number: NhsNumber) -> Self {
        self.with("nhs_number", number.sensitive_text())
    }

    /// The id of the patient's record in the practice's own system.
    #[must_use]
    pub fn ehr_partner_id(self, id: impl Into<Id>) -> Self {
        self.with("ehr_partner_id", id_text(id))
    }

    /// The title, one of the API's list: `Mr`, `Ms`, `Dr`…
    #[must_use]
    pub fn title(self, title: impl Into<String>) -> Self {
        self.with("title", title)
    }

    /// The sex: `Male`, `Female`, `Other`, `Not known` or `Not specified`.
    #[must_use]
    pub fn sex(self, sex: impl Into<String>) -> Self {
        self.with("sex", sex)
    }

    /// The lines of the address before town and postcode; the API has three.
    #[must_use]
    pub fn address<T: Into<String>>(self, lines: impl IntoIterator<Item = T>) -> Self {
        let names = ["address_line_1", "address_line_2", "address_line_3"];
        names.into_iter().zip(lines).fold(self, |details, (name, line)| details.with(name, line))
    }

    /// The county.
    #[must_use]
    pub fn county(self, county: impl Into<String>) -> Self {
        self.with("county", county)
    }

    /// The country.
    #[must_use]
    pub fn country(self, country: impl Into<String>) -> Self {
        self.with("country", country)
    }

    /// The postcode.
    #[must_use]
    pub fn postcode(self, postcode: impl Into<String>) -> Self {
        self.with("postcode", postcode)
    }

    fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.optional.insert(name.to_owned(), Value::String(value.into()));
        self
    }

    pub(super) async fn save(self, hero: Hero) -> Result<PatientId, Error> {
        let mut fields = self.optional;
        fields.insert("first_name".to_owned(), non_empty("first name", self.first_name)?.into());
        fields.insert("last_name".to_owned(), non_empty("last name", self.last_name)?.into());
        fields.insert("dob".to_owned(), json!(birth_date(&hero, self.born)?));
        let request = with_fields(hero.api().register_patient(), Value::Object(fields))?;
        let Saved(patient) = request.view().send().await?;
        Ok(patient)
    }
}

/// The response of `registerPatient`.
struct Saved(PatientId);

impl<'de> Deserialize<'de> for Saved {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let patient = ResponseFields::deserialize(deserializer)?.required::<D::Error>("patient_id")?;
        patient.parse().map(Self).map_err(D::Error::custom)
    }
}

impl fmt::Debug for PatientDetails {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PatientDetails([redacted])")
    }
}
