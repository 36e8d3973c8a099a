//! What `listAppointmentTypes` sends and returns.

/// Item of `data` in `ListAppointmentTypesResponse`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct ListAppointmentTypesItem {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub admin_booking_invoice_required: Option<bool>,
    /// Seen in the newer copy of the page only.
    pub assignee_id: Option<String>,
    /// Seen in the newer copy of the page only.
    pub assignee_type: Option<ListAppointmentTypesItemAssigneeType>,
    pub duration: f64,
    pub form_id: Option<String>,
    pub id: String,
    #[serde(default)]
    #[serde(deserialize_with = "crate::runtime::lenient::null_as_default")]
    pub in_person: bool,
    pub name: String,
    #[serde(default, deserialize_with = "crate::runtime::lenient::optional_date_time")]
    pub next_available_at: Option<::chrono::DateTime<::chrono::Utc>>,
    pub partner_slot_name: String,
    /// The first ten values; there are others. The dash in the ninth is an en dash.
    pub practitioner_type: ListAppointmentTypesItemPractitionerType,
    pub price: f64,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub sector: Option<ListAppointmentTypesItemSector>,
    pub slot_count: f64,
    #[serde(default)]
    #[serde(deserialize_with = "crate::runtime::lenient::null_as_default")]
    pub telephone: bool,
    pub use_partner_bookable_slots: bool,
    #[serde(default)]
    #[serde(deserialize_with = "crate::runtime::lenient::null_as_default")]
    pub video: bool,
}

impl ::std::fmt::Debug for ListAppointmentTypesItem {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("ListAppointmentTypesItem")
            .field(
                "admin_booking_invoice_required",
                &self.admin_booking_invoice_required,
            )
            .field("assignee_id", &self.assignee_id)
            .field("assignee_type", &self.assignee_type)
            .field("duration", &self.duration)
            .field("form_id", &self.form_id)
            .field("id", &self.id)
            .field("in_person", &self.in_person)
            .field("name", &crate::runtime::redacted::of(&self.name))
            .field(
                "next_available_at",
                &crate::runtime::redacted::of(&self.next_available_at),
            )
            .field(
                "partner_slot_name",
                &crate::runtime::redacted::of(&self.partner_slot_name),
            )
            .field("practitioner_type", &self.practitioner_type)
            .field("price", &self.price)
            .field("sector", &self.sector)
            .field("slot_count", &self.slot_count)
            .field("telephone", &self.telephone)
            .field("use_partner_bookable_slots", &self.use_partner_bookable_slots)
            .field("video", &self.video)
            .finish()
    }
}

/// Seen in the newer copy of the page only.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum ListAppointmentTypesItemAssigneeType {
    /// `Admin`
    Admin,
    /// `AdminTeam`
    AdminTeam,
    /// A value that the description does not list, as the server wrote it.
    UnknownValue(String),
}

impl ListAppointmentTypesItemAssigneeType {
    /// The value as it stands on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Admin => "Admin",
            Self::AdminTeam => "AdminTeam",
            Self::UnknownValue(value) => value,
        }
    }
}

impl From<&str> for ListAppointmentTypesItemAssigneeType {
    #[inline]
    fn from(value: &str) -> Self {
        match value {
            "Admin" => Self::Admin,
            "AdminTeam" => Self::AdminTeam,
            other => Self::UnknownValue(other.to_owned()),
        }
    }
}

crate::runtime::open_enum! {
    ListAppointmentTypesItemAssigneeType, UnknownValue
}

/// The first ten values; there are others. The dash in the ninth is an en dash.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum ListAppointmentTypesItemPractitionerType {
    /// `GP`
    Gp,
    /// `Nurse`
    Nurse,
    /// `Psychologist`
    Psychologist,
    /// `Radiologist`
    Radiologist,
    /// `Psychiatrist`
    Psychiatrist,
    /// `Health and Exercise Consultant`
    HealthAndExerciseConsultant,
    /// `Personal Trainer`
    PersonalTrainer,
    /// `Cognitive Behavioural Therapist`
    CognitiveBehaviouralTherapist,
    /// `GP – Dermatology Specialist`
    GpDermatologySpecialist,
    /// `Rheumatologist`
    Rheumatologist,
    /// A value that the description does not list, as the server wrote it.
    UnknownValue(String),
}

impl ListAppointmentTypesItemPractitionerType {
    /// The value as it stands on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Gp => "GP",
            Self::Nurse => "Nurse",
            Self::Psychologist => "Psychologist",
            Self::Radiologist => "Radiologist",
            Self::Psychiatrist => "Psychiatrist",
            Self::HealthAndExerciseConsultant => "Health and Exercise Consultant",
            Self::PersonalTrainer => "Personal Trainer",
            Self::CognitiveBehaviouralTherapist => "Cognitive Behavioural Therapist",
            Self::GpDermatologySpecialist => "GP – Dermatology Specialist",
            Self::Rheumatologist => "Rheumatologist",
            Self::UnknownValue(value) => value,
        }
    }
}

impl From<&str> for ListAppointmentTypesItemPractitionerType {
    #[inline]
    fn from(value: &str) -> Self {
        match value {
            "GP" => Self::Gp,
            "Nurse" => Self::Nurse,
            "Psychologist" => Self::Psychologist,
            "Radiologist" => Self::Radiologist,
            "Psychiatrist" => Self::Psychiatrist,
            "Health and Exercise Consultant" => Self::HealthAndExerciseConsultant,
            "Personal Trainer" => Self::PersonalTrainer,
            "Cognitive Behavioural Therapist" => Self::CognitiveBehaviouralTherapist,
            "GP – Dermatology Specialist" => Self::GpDermatologySpecialist,
            "Rheumatologist" => Self::Rheumatologist,
            other => Self::UnknownValue(other.to_owned()),
        }
    }
}

crate::runtime::open_enum! {
    ListAppointmentTypesItemPractitionerType, UnknownValue
}

/// Field `sector` of `ListAppointmentTypesItem`.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum ListAppointmentTypesItemSector {
    /// `nhs`
    Nhs,
    /// `paid`
    Paid,
    /// A value that the description does not list, as the server wrote it.
    UnknownValue(String),
}

impl ListAppointmentTypesItemSector {
    /// The value as it stands on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Nhs => "nhs",
            Self::Paid => "paid",
            Self::UnknownValue(value) => value,
        }
    }
}

impl From<&str> for ListAppointmentTypesItemSector {
    #[inline]
    fn from(value: &str) -> Self {
        match value {
            "nhs" => Self::Nhs,
            "paid" => Self::Paid,
            other => Self::UnknownValue(other.to_owned()),
        }
    }
}

crate::runtime::open_enum! {
    ListAppointmentTypesItemSector, UnknownValue
}

/// Response of `listAppointmentTypes`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub struct ListAppointmentTypesResponse {
    /// Whether this is the total or the size of the page is not explained.
    #[serde(deserialize_with = "crate::runtime::lenient::integer")]
    pub count: i64,
    #[serde(deserialize_with = "crate::runtime::lenient::null_as_default")]
    pub data: Vec<ListAppointmentTypesItem>,
}

impl ::std::fmt::Debug for ListAppointmentTypesResponse {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("ListAppointmentTypesResponse")
            .field("count", &self.count)
            .field("data", &self.data)
            .finish()
    }
}
