//! A page of patients, and the types that a program without these crates would write for it.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Deserialize;
use serde_json::{Value, json};

/// A page of 100 patients: 42 kB.
pub(crate) fn page() -> Value {
    json!({"data": (0..100).map(patient).collect::<Vec<_>>(), "count": 100})
}

fn patient(number: usize) -> Value {
    json!({
        "hero_id": number.to_string(), "title": "Ms", "first_name": "Jane", "last_name": "Doe", "dob": "1979-01-31",
        "sex": "Female", "email": format!("jane.{number}@example.test"), "mobile": "+447700900000",
        "nhs_number": "9990000000", "line_1": "1 Mill Lane", "line_2": null, "line_3": null, "town": "Leeds",
        "county": null, "postcode": "LS1 1AA", "deceased_at": null, "restricted": false, "ehr_registered": true,
        "data_source": "pds", "last_sync_at": "2026-03-03T09:30:00Z", "identifiers": [],
    })
}

#[derive(Deserialize)]
pub(crate) struct Page {
    pub(crate) count: Option<i64>,
    pub(crate) data: Vec<Patient>,
}

#[derive(Deserialize)]
pub(crate) struct Patient {
    pub(crate) county: Option<String>,
    pub(crate) data_source: Option<DataSource>,
    pub(crate) deceased_at: Option<String>,
    pub(crate) dob: Option<NaiveDate>,
    pub(crate) ehr_partner_id: Option<String>,
    pub(crate) ehr_registered: Option<bool>,
    pub(crate) email: Option<String>,
    pub(crate) emis_id: Option<String>,
    pub(crate) first_name: Option<String>,
    pub(crate) hero_id: Option<String>,
    pub(crate) hero_uid: Option<String>,
    #[serde(default)]
    pub(crate) identifiers: Vec<Identifier>,
    pub(crate) last_name: Option<String>,
    pub(crate) last_sync_at: Option<DateTime<Utc>>,
    pub(crate) line_1: Option<String>,
    pub(crate) line_2: Option<String>,
    pub(crate) line_3: Option<String>,
    pub(crate) mobile: Option<String>,
    pub(crate) nhs_number: Option<String>,
    pub(crate) ods_code: Option<String>,
    pub(crate) postcode: Option<String>,
    pub(crate) restricted: Option<bool>,
    pub(crate) sex: Option<Sex>,
    pub(crate) title: Option<Title>,
    pub(crate) town: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct Identifier {
    pub(crate) name: Option<String>,
    pub(crate) value: Option<String>,
}

/// Values that the description names, and one for all others. It does not keep their text, as an open enum does.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum DataSource {
    Hero,
    Emis,
    Pds,
    Gha,
    SystmOne,
    #[serde(other)]
    Unknown,
}

#[derive(Deserialize)]
pub(crate) enum Sex {
    #[serde(rename = "Not known")]
    NotKnown,
    #[serde(rename = "Not specified")]
    NotSpecified,
    Male,
    Female,
    Other,
    #[serde(other)]
    Unknown,
}

#[derive(Deserialize)]
pub(crate) enum Title {
    Mr,
    Mrs,
    Miss,
    Ms,
    Dr,
    #[serde(other)]
    Unknown,
}
