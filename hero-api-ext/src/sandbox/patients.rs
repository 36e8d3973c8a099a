//! Patients: how they are found, registered and merged.

use chrono::NaiveDate;
use serde_json::{Map, Value, json};

use super::{
    people::{Person, nhs_digits, spaced},
    practice::list,
    refusal::Refusal,
    scene::{Request, Scene, parse_time, written},
};

/// Somebody who is registered with the practice.
#[derive(Clone, Debug)]
pub(super) struct Patient {
    pub(super) number: u64,
    pub(super) person: Person,
    /// The id of the record in the practice's own system, if there is one.
    pub(super) ehr_partner_id: Option<String>,
    /// One of the values that the reference lists.
    source: &'static str,
    /// What the request gave that registered them, for fields that the sandbox does nothing with.
    other: Map<String, Value>,
}

impl Patient {
    /// One of those whom the practice starts with. Every twentieth has no record in the practice's own system.
    pub(super) fn invented(number: u64, index: u64, person: Person) -> Self {
        let has_record = index % 20 != 19;
        let ehr_partner_id = has_record.then(|| format!("ehr-{number}"));
        let source = if has_record { "emis" } else { "hero" };
        Self { number, person, ehr_partner_id, source, other: Map::new() }
    }

    pub(super) fn name(&self) -> String {
        format!("{} {}", self.person.forename, self.person.surname)
    }

    /// What every form of a patient has.
    fn common(&self) -> Value {
        let Person { title, forename, surname, sex, nhs_number, postcode, mobile, email, .. } = &self.person;
        json!({
            "ehr_partner_id": self.ehr_partner_id,
            "emis_id": self.ehr_partner_id,
            "title": title,
            "first_name": forename,
            "last_name": surname,
            "sex": sex,
            "nhs_number": spaced(nhs_number),
            "email": email,
            "mobile": mobile,
            "postcode": postcode,
            "data_source": self.source,
            "restricted": false,
        })
    }

    /// As `getPatientByIdV2` and the lists have it.
    fn listed(&self) -> Value {
        let mut identifiers = vec![
            identifier("nhs", "nhs_number", "NHS", &spaced(&self.person.nhs_number)),
            identifier("hero", "hero_id", "Hero", &self.number.to_string()),
        ];
        identifiers
            .extend(self.ehr_partner_id.iter().map(|id| identifier("ehr_partner", "ehr_partner_id", "EMIS", id)));
        let mut listed = self.common();
        listed["hero_id"] = json!(self.number.to_string());
        listed["dob"] = json!(self.person.born);
        listed["line_1"] = json!(self.person.line_1);
        listed["identifiers"] = json!(identifiers);
        listed["ehr_registered"] = json!(self.ehr_partner_id.is_some());
        listed
    }

    /// With the birth date as a time, which `getPatientByIdV2` and older lists have.
    fn listed_with_time(&self) -> Value {
        let mut listed = self.listed();
        listed["dob"] = json!(self.born_at());
        listed
    }

    fn born_at(&self) -> String {
        format!("{}T00:00:00Z", self.person.born)
    }

    /// As `getPatientById` has it.
    fn shown(&self) -> Value {
        let mut shown = self.common();
        shown["id"] = json!(self.number.to_string());
        shown["uid"] = json!(format!("sandbox-{}", self.number));
        shown["dob"] = json!(self.born_at());
        shown["emails"] = json!(self.person.email.iter().collect::<Vec<_>>());
        shown["address_line_1"] = json!(self.person.line_1);
        shown["status"] = json!("unarchived");
        for name in ["address_line_2", "address_line_3", "town", "county", "country"] {
            if let Some(value) = self.other.get(name) {
                shown[name] = value.clone();
            }
        }
        shown
    }
}

fn identifier(source: &str, name: &str, label: &str, value: &str) -> Value {
    json!({ "source": source, "name": name, "role": "main", "label": label, "value": value })
}

/// `getPatientById`
pub(super) fn get(scene: &mut Scene<'_>, request: &Request) -> Result<Value, Refusal> {
    scene.practice.patient(request.id()).map(Patient::shown).ok_or(Refusal::NOT_FOUND)
}

/// `getPatientByIdV2`
pub(super) fn get_v2(scene: &mut Scene<'_>, request: &Request) -> Result<Value, Refusal> {
    scene.practice.patient(request.id()).map(Patient::listed_with_time).ok_or(Refusal::NOT_FOUND)
}

/// `listPatients` and `listPatientsV2`: one named field.
pub(super) fn search_one_field(scene: &mut Scene<'_>, request: &Request) -> Result<Value, Refusal> {
    let (field, wanted) = (request.query("field"), request.query("search").unwrap_or_default());
    let found = scene.practice.patients.values().map(Patient::listed_with_time);
    let fits = |patient: &Value| match field {
        Some("nhs_number") => nhs_digits(wanted).is_some_and(|digits| patient["nhs_number"] == spaced(&digits)),
        Some(field) => patient.get(field).and_then(Value::as_str).is_some_and(|own| own.eq_ignore_ascii_case(wanted)),
        None => true,
    };
    request.page(found.filter(fits).collect())
}

/// `listPatientsV3`: at least one filter, and all of them have to fit.
pub(super) fn search(scene: &mut Scene<'_>, request: &Request) -> Result<Value, Refusal> {
    let filter = |name: &str| request.query(name).map(str::to_lowercase);
    let (first_name, last_name, ehr) = (filter("first_name"), filter("last_name"), filter("ehr_partner_id"));
    let born = request.query("dob").map(|text| birth_date(text, "dob")).transpose()?;
    let number = match request.query("nhs_number") {
        Some(text) => {
            Some(nhs_digits(text).ok_or_else(|| Refusal::field("nhs_number", "custom", "a valid NHS number"))?)
        }
        None => None,
    };
    if first_name.is_none() && last_name.is_none() && ehr.is_none() && born.is_none() && number.is_none() {
        return Err(Refusal::conflict("custom", "at least one filter"));
    }
    let is = |wanted: &Option<String>, own: Option<&str>| {
        wanted.as_deref().is_none_or(|wanted| own.is_some_and(|own| own.to_lowercase() == wanted))
    };
    let found = scene.practice.patients.values().filter(|patient| {
        let person = &patient.person;
        is(&first_name, Some(&person.forename))
            && is(&last_name, Some(&person.surname))
            && is(&ehr, patient.ehr_partner_id.as_deref())
            && born.is_none_or(|born| person.born == born)
            && number.as_deref().is_none_or(|number| person.nhs_number == number)
    });
    request.page(found.map(Patient::listed).collect())
}

/// `registerPatientPds`
pub(super) fn register_pds(scene: &mut Scene<'_>, request: &Request) -> Result<Value, Refusal> {
    let born = birth_date(request.text("dob").unwrap_or_default(), "dob")?;
    let person = if let Some(number) = request.text("nhs_number") {
        let invalid = || Refusal::field("nhs_number", "custom", "a valid NHS number");
        scene.pds.by_number(&nhs_digits(number).ok_or_else(invalid)?, born)
    } else {
        let text = |name| request.text(name).unwrap_or_default();
        scene.pds.by_name(text("forename"), text("surname"), born, text("postcode"))
    };
    let person = person.ok_or(Refusal::NOT_FOUND)?.clone();
    if scene.pds.must_prove(&person) {
        let token = scene.token();
        let login_url = format!("{}/identity/{token}", scene.base_url);
        scene.pds.open_check(token, person.nhs_number);
        return Ok(json!({ "message": "Please prove your identity first.", "login_url": login_url }));
    }
    let known = scene.practice.patients.values().find(|patient| patient.person.nhs_number == person.nhs_number);
    if let Some(patient) = known {
        return Ok(json!({ "patient_id": patient.number.to_string() }));
    }
    let number = scene.practice.new_id();
    let ehr_partner_id = request.text("ehr_partner_id").map(str::to_owned);
    let patient = Patient { number, person, ehr_partner_id, source: "pds", other: Map::new() };
    scene.practice.patients.insert(number, patient);
    Ok(json!({ "patient_id": number.to_string() }))
}

/// `registerPatient`: the one with the same NHS number and birth date is updated.
pub(super) fn register(scene: &mut Scene<'_>, request: &Request) -> Result<Value, Refusal> {
    let born = birth_date(request.text("dob").unwrap_or_default(), "dob")?;
    let nhs_number = match request.text("nhs_number") {
        Some(text) => nhs_digits(text).ok_or_else(|| Refusal::field("nhs_number", "custom", "a valid NHS number"))?,
        None => String::new(),
    };
    let text = |name: &str| request.text(name).unwrap_or_default().to_owned();
    let person = Person {
        title: text("title"),
        forename: text("first_name"),
        surname: text("last_name"),
        sex: request.text("sex").unwrap_or("Not known").to_owned(),
        born,
        nhs_number,
        line_1: text("address_line_1"),
        postcode: text("postcode"),
        mobile: request.text("mobile").map(str::to_owned),
        email: request.text("email").map(str::to_owned),
        needs_identity_check: false,
    };
    let practice = &mut *scene.practice;
    let same = |patient: &&Patient| {
        !person.nhs_number.is_empty() && patient.person.nhs_number == person.nhs_number && patient.person.born == born
    };
    let known = practice.patients.values().find(same).map(|patient| patient.number);
    let number = known.unwrap_or_else(|| practice.new_id());
    let before = practice.patients.get(&number).and_then(|patient| patient.ehr_partner_id.clone());
    let ehr_partner_id = request.text("ehr_partner_id").map(str::to_owned).or(before);
    let other = request.body.as_object().cloned().unwrap_or_default();
    practice.patients.insert(number, Patient { number, person, ehr_partner_id, source: "hero", other });
    Ok(json!({ "patient_id": number.to_string() }))
}

fn birth_date(text: &str, field: &str) -> Result<NaiveDate, Refusal> {
    let time = parse_time(text).ok_or_else(|| Refusal::field(field, "invalid_string", "date"))?;
    Ok(time.date_naive())
}

/// `listPatientEhrCandidates`: the patient's own record, until it is connected.
pub(super) fn ehr_candidates(scene: &mut Scene<'_>, request: &Request) -> Result<Value, Refusal> {
    let patient = scene.practice.patient(request.id()).ok_or(Refusal::NOT_FOUND)?;
    let mut candidate = patient.listed_with_time();
    candidate["ehr_partner_id"] = json!(format!("ehr-{}", patient.number));
    Ok(list(if patient.ehr_partner_id.is_some() { Vec::new() } else { vec![candidate] }))
}

/// `connectPatientEhr`
pub(super) fn connect_ehr(scene: &mut Scene<'_>, request: &Request) -> Result<Value, Refusal> {
    let patient = scene.practice.patients.get_mut(&request.number()?).ok_or(Refusal::NOT_FOUND)?;
    let id =
        request.text("ehr_partner_id").ok_or_else(|| Refusal::field("ehr_partner_id", "invalid_type", "string"))?;
    patient.ehr_partner_id = Some(id.to_owned());
    let number = patient.number;
    scene.practice.happened("patient.medical-record-updated", "Patient", number);
    Ok(json!({}))
}

/// `listPatientAttachments`
pub(super) fn attachments(scene: &mut Scene<'_>, request: &Request) -> Result<Value, Refusal> {
    let patient = scene.practice.patient(request.id()).ok_or(Refusal::NOT_FOUND)?;
    let file = json!({ "id": format!("file-{}", patient.number), "file_name": "letter.pdf", "created_at": written(scene.now) });
    Ok(list(if patient.ehr_partner_id.is_some() { vec![file] } else { Vec::new() }))
}

/// `previewPatientMerge`
pub(super) fn preview_merge(scene: &mut Scene<'_>, request: &Request) -> Result<Value, Refusal> {
    let pair = merge_pair(scene, request)?;
    let token = scene.token();
    scene.practice.merges.insert(token.clone(), pair);
    Ok(json!({ "merge_token": token }))
}

/// `mergePatient`: the patient of the path survives.
pub(super) fn merge(scene: &mut Scene<'_>, request: &Request) -> Result<Value, Refusal> {
    let pair = merge_pair(scene, request)?;
    let token = request.text("merge_token").unwrap_or_default();
    if scene.practice.merges.get(token) != Some(&pair) {
        return Err(Refusal::field("merge_token", "custom", "the token of a preview of these two"));
    }
    scene.practice.merges.remove(token);
    scene.practice.patients.remove(&pair.1);
    Ok(json!({}))
}

fn merge_pair(scene: &Scene<'_>, request: &Request) -> Result<(u64, u64), Refusal> {
    let survivor = scene.practice.patient(request.id()).ok_or(Refusal::NOT_FOUND)?.number;
    let other = scene.practice.patient(request.text("patient_id").unwrap_or_default());
    match other {
        Some(other) if other.number != survivor => Ok((survivor, other.number)),
        _ => Err(Refusal::field("patient_id", "custom", "another patient of the practice group")),
    }
}
