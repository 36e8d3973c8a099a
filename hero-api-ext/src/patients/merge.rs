use std::fmt;

use hero_api::{Operation, builder};
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use crate::{Call, Error, Hero, PatientId, response_fields::ResponseFields, view::ViewAs};

/// The response of `mergePatient`. The reference does not show what it holds.
pub type MergedPatient = <builder::MergePatient as Operation>::Output;

/// What merging two patients would give, and the only way to do it.
///
/// Made by [`Patients::preview_merge`](super::Patients::preview_merge). A merge cannot be taken back, so let somebody
/// look at it ([`field`](Self::field)) before [`merge`](Self::merge).
#[must_use = "nothing is merged yet"]
pub struct MergePreview {
    hero: Hero,
    patient: PatientId,
    other: PatientId,
    preview: Preview,
}

/// The response of `previewPatientMerge`.
struct Preview {
    token: String,
    fields: ResponseFields,
}

impl<'de> Deserialize<'de> for Preview {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let fields = ResponseFields::deserialize(deserializer)?;
        Ok(Self { token: fields.required("merge_token")?, fields })
    }
}

impl MergePreview {
    pub(super) async fn ask(hero: Hero, patient: PatientId, other: PatientId) -> Result<Self, Error> {
        if patient == other {
            return Err(Error::invalid_input("patients to merge", "are one and the same"));
        }
        let request = hero.api().preview_patient_merge().id(patient.as_str());
        let request = request.body_map(|body| body.patient_id(other.as_str()));
        let preview = request.view().send().await?;
        Ok(Self { hero, patient, other, preview })
    }

    /// The patient that the preview was asked of.
    #[must_use]
    pub fn patient(&self) -> &PatientId {
        &self.patient
    }

    /// The patient to merge with.
    #[must_use]
    pub fn other(&self) -> &PatientId {
        &self.other
    }

    /// Any field of the preview, by the name it has there; the reference does not show them. **It can be personal
    /// data.**
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&Value> {
        self.preview.fields.fields().get(name)
    }

    /// Merges the two. This cannot be taken back.
    ///
    /// # Errors
    ///
    /// As every call. When [`effect`](Error::effect) is unknown, look at both patients before you ask for a new
    /// preview: a merge that happened has left one of them.
    #[doc(alias = "mergePatient")]
    pub fn merge(self) -> Call<MergedPatient> {
        let Self { hero, patient, other, preview: Preview { token, .. } } = self;
        let request = hero.api().merge_patient().id(patient.as_str());
        Call::operation(request.body_map(|body| body.merge_token(token).patient_id(other.as_str())))
    }
}

impl fmt::Debug for MergePreview {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = f.debug_struct("MergePreview");
        text.field("patient", &self.patient).field("other", &self.other).finish_non_exhaustive()
    }
}
