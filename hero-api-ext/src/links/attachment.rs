use std::fmt;

use data_encoding::BASE64;
use hero_api::Json;

use super::{
    Link,
    limits::{Limits, awaited, limit_setters, patient_setter},
};
use crate::{Error, Hero, Id, PatientId, id::id_text, view::ViewAs};

/// A file to give to a patient.
#[derive(Clone)]
pub struct File(FileSource);

#[derive(Clone)]
enum FileSource {
    Record(String),
    Bytes { name: String, content: Vec<u8> },
}

impl File {
    /// A file in the patient's record, by its id from
    /// [`list_patient_attachments`](hero_api::Client::list_patient_attachments).
    #[must_use]
    pub fn in_record(ehr_file_id: impl Into<Id>) -> Self {
        Self(FileSource::Record(id_text(ehr_file_id)))
    }

    /// A file from here, with the name that the patient sees.
    ///
    /// It is sent as base64, which is inferred: the reference does not say how.
    #[must_use]
    pub fn new(name: impl Into<String>, content: impl Into<Vec<u8>>) -> Self {
        Self(FileSource::Bytes { name: name.into(), content: content.into() })
    }
}

impl fmt::Debug for File {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            FileSource::Record(_) => f.write_str("File(in the record)"),
            FileSource::Bytes { content, .. } => write!(f, "File({} bytes)", content.len()),
        }
    }
}

/// A link to a file that is to be made, from [`Links::attachment`](super::Links::attachment). Send it to get the
/// [`Link`].
///
/// # Errors
///
/// `is_invalid_input` when the file is empty or the link could not be used at all; else as `createAttachmentLink`.
#[must_use = "no link is made until this is sent"]
pub struct CreateAttachmentLink {
    hero: Hero,
    file: File,
    patient_id: Option<PatientId>,
    limits: Limits,
}

impl CreateAttachmentLink {
    pub(super) fn new(hero: Hero, file: File) -> Self {
        Self { hero, file, patient_id: None, limits: Limits::default() }
    }

    patient_setter!();
    limit_setters!();

    /// Sends it.
    pub async fn send(self) -> Result<Link, Error> {
        let (expires, maximum_uses) = self.limits.fields()?;
        let (ehr_file_id, name, content) = match self.file.0 {
            FileSource::Record(id) => (Some(id), None, None),
            FileSource::Bytes { content, .. } if content.is_empty() => {
                return Err(Error::invalid_input("the file", "is empty"));
            }
            FileSource::Bytes { name, content } => (None, Some(name), Some(BASE64.encode(&content))),
        };
        let operation = self.hero.api().create_attachment_link().body_map(|body| {
            body.maybe_ehr_file_id(ehr_file_id)
                .maybe_file_name(name)
                .maybe_file_data(content)
                .maybe_patient_id(self.patient_id.as_ref().map(PatientId::as_str))
                .maybe_expiry_date(expires)
                .maybe_maximum_use_count(maximum_uses)
        });
        let response: Json = operation.view().send().await?;
        Ok(Link::from_response(response, "attachment_link"))
    }
}

awaited!(CreateAttachmentLink, Link);
