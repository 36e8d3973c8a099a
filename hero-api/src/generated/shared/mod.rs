//! Types that operations of several tags use.

#[cfg(any(feature = "patients", feature = "episode"))]
mod data_source;

#[cfg(any(feature = "patients", feature = "episode"))]
mod patient;

#[cfg(any(feature = "patients", feature = "episode"))]
mod patient_identifier;

#[cfg(any(feature = "patients", feature = "episode"))]
mod patient_identifier_label;

#[cfg(any(feature = "patients", feature = "episode"))]
mod patient_identifier_name;

#[cfg(any(feature = "patients", feature = "episode"))]
mod patient_identifier_role;

#[cfg(any(feature = "patients", feature = "episode"))]
mod patient_identifier_source;

#[cfg(any(feature = "episode", feature = "task"))]
mod priority;

#[cfg(any(feature = "patients", feature = "episode"))]
mod sex;

#[cfg(any(feature = "episode", feature = "task"))]
mod task_status;

#[cfg(any(feature = "patients", feature = "episode"))]
mod title;

#[cfg(
    any(
        feature = "practice-group",
        feature = "patients",
        feature = "messages",
        feature = "booking",
        feature = "episode",
        feature = "links",
        feature = "short-links",
        feature = "admin",
        feature = "booking-hca",
        feature = "form",
        feature = "invoicing",
        feature = "prescription",
        feature = "subscriptions",
        feature = "task",
        feature = "webhooks"
    )
)]
mod validation_error;

#[cfg(
    any(
        feature = "practice-group",
        feature = "patients",
        feature = "messages",
        feature = "booking",
        feature = "episode",
        feature = "links",
        feature = "short-links",
        feature = "admin",
        feature = "booking-hca",
        feature = "form",
        feature = "invoicing",
        feature = "prescription",
        feature = "subscriptions",
        feature = "task",
        feature = "webhooks"
    )
)]
mod validation_issue;

#[cfg(
    any(
        feature = "practice-group",
        feature = "patients",
        feature = "messages",
        feature = "booking",
        feature = "episode",
        feature = "links",
        feature = "short-links",
        feature = "admin",
        feature = "booking-hca",
        feature = "form",
        feature = "invoicing",
        feature = "prescription",
        feature = "subscriptions",
        feature = "task",
        feature = "webhooks"
    )
)]
mod validation_issue_path_item;

#[cfg(any(feature = "patients", feature = "episode"))]
pub use self::data_source::DataSource;

#[cfg(any(feature = "patients", feature = "episode"))]
pub use self::patient::Patient;

#[cfg(any(feature = "patients", feature = "episode"))]
pub use self::patient_identifier::PatientIdentifier;

#[cfg(any(feature = "patients", feature = "episode"))]
pub use self::patient_identifier_label::PatientIdentifierLabel;

#[cfg(any(feature = "patients", feature = "episode"))]
pub use self::patient_identifier_name::PatientIdentifierName;

#[cfg(any(feature = "patients", feature = "episode"))]
pub use self::patient_identifier_role::PatientIdentifierRole;

#[cfg(any(feature = "patients", feature = "episode"))]
pub use self::patient_identifier_source::PatientIdentifierSource;

#[cfg(any(feature = "episode", feature = "task"))]
pub use self::priority::Priority;

#[cfg(any(feature = "patients", feature = "episode"))]
pub use self::sex::Sex;

#[cfg(any(feature = "episode", feature = "task"))]
pub use self::task_status::TaskStatus;

#[cfg(any(feature = "patients", feature = "episode"))]
pub use self::title::Title;

#[cfg(
    any(
        feature = "practice-group",
        feature = "patients",
        feature = "messages",
        feature = "booking",
        feature = "episode",
        feature = "links",
        feature = "short-links",
        feature = "admin",
        feature = "booking-hca",
        feature = "form",
        feature = "invoicing",
        feature = "prescription",
        feature = "subscriptions",
        feature = "task",
        feature = "webhooks"
    )
)]
pub use self::validation_error::ValidationError;

#[cfg(
    any(
        feature = "practice-group",
        feature = "patients",
        feature = "messages",
        feature = "booking",
        feature = "episode",
        feature = "links",
        feature = "short-links",
        feature = "admin",
        feature = "booking-hca",
        feature = "form",
        feature = "invoicing",
        feature = "prescription",
        feature = "subscriptions",
        feature = "task",
        feature = "webhooks"
    )
)]
pub use self::validation_issue::ValidationIssue;

#[cfg(
    any(
        feature = "practice-group",
        feature = "patients",
        feature = "messages",
        feature = "booking",
        feature = "episode",
        feature = "links",
        feature = "short-links",
        feature = "admin",
        feature = "booking-hca",
        feature = "form",
        feature = "invoicing",
        feature = "prescription",
        feature = "subscriptions",
        feature = "task",
        feature = "webhooks"
    )
)]
pub use self::validation_issue_path_item::ValidationIssuePathItem;
