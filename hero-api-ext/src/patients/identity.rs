use std::fmt;

use chrono::NaiveDate;

use crate::{Id, NhsNumber, id::id_text};

/// What the PDS is to find a person by: NHS number and birth date, or name, birth date and postcode.
///
/// Use the NHS number where there is one: names and postcodes find nobody, or more than one, more often.
///
/// # Examples
///
/// ```
/// use hero_api_ext::patients::Identity;
///
/// # fn example(born: chrono::NaiveDate) -> Result<(), hero_api_ext::Error> {
/// let by_number = Identity::nhs_number("943 476 5919".parse()?, born);
/// let by_name = Identity::demographics("Ann", "Smith", born, "LS1 4AP").ehr("emis", "12345");
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Identity {
    pub(super) born: NaiveDate,
    pub(super) known_by: KnownBy,
    pub(super) ehr: Option<(String, String)>,
}

#[derive(Clone)]
pub(super) enum KnownBy {
    Number(NhsNumber),
    Demographics { forename: String, surname: String, postcode: String },
}

impl Identity {
    /// By NHS number and birth date.
    #[must_use]
    pub fn nhs_number(number: NhsNumber, born: NaiveDate) -> Self {
        Self { born, known_by: KnownBy::Number(number), ehr: None }
    }

    /// By name, birth date and postcode.
    #[must_use]
    pub fn demographics(
        forename: impl Into<String>,
        surname: impl Into<String>,
        born: NaiveDate,
        postcode: impl Into<String>,
    ) -> Self {
        let (forename, surname, postcode) = (forename.into(), surname.into(), postcode.into());
        Self { born, known_by: KnownBy::Demographics { forename, surname, postcode }, ehr: None }
    }

    /// Names the person's record in the practice's own system as well: the system, and the id that it has there.
    #[must_use]
    pub fn ehr(mut self, ehr_partner: impl Into<String>, ehr_partner_id: impl Into<Id>) -> Self {
        self.ehr = Some((ehr_partner.into(), id_text(ehr_partner_id)));
        self
    }
}

impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.known_by {
            KnownBy::Number(_) => "Identity(by NHS number, [redacted])",
            KnownBy::Demographics { .. } => "Identity(by demographics, [redacted])",
        })
    }
}
