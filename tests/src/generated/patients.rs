//! Calls of the tag Patients.

use hero_api::{Client, builder, mock::MockServerExt, operations, types};
use httpmock::{Mock, MockServer};
use crate::call::{Call, Response, ErrorCall, Inputs, Misfit, Plan};

/// `listPatientEhrCandidates`: `GET /v1/patients/{id}/ehr/candidates`.
pub(super) const LIST_PATIENT_EHR_CANDIDATES: Call = Call {
    info: &operations::LIST_PATIENT_EHR_CANDIDATES,
    start: |client, inputs| Ok(
        Box::new(start_list_patient_ehr_candidates(client, inputs)?),
    ),
    page: None,
    mock: mock_list_patient_ehr_candidates,
    errors: &[],
};

fn start_list_patient_ehr_candidates(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::ListPatientEhrCandidates, Misfit> {
    let mut request = client.list_patient_ehr_candidates();
    if let Some(value) = inputs.parameter::<String>("path", "id")? {
        request = request.id(value);
    }
    Ok(request)
}

fn mock_list_patient_ehr_candidates<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.parameter::<String>("path", "id")?;
    Ok(
        server
            .list_patient_ehr_candidates(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.id(value);
                }
                plan.finish(when, then);
            }),
    )
}

/// `connectPatientEhr`: `POST /v1/patients/{id}/ehr/connect`.
pub(super) const CONNECT_PATIENT_EHR: Call = Call {
    info: &operations::CONNECT_PATIENT_EHR,
    start: |client, inputs| Ok(Box::new(start_connect_patient_ehr(client, inputs)?)),
    page: None,
    mock: mock_connect_patient_ehr,
    errors: &[
        ErrorCall {
            status: "400",
            decode: |error| Response::of(error.decode_body::<types::ValidationError>()),
        },
    ],
};

fn start_connect_patient_ehr(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::ConnectPatientEhr, Misfit> {
    let mut request = client.connect_patient_ehr();
    if let Some(value) = inputs.parameter::<String>("path", "id")? {
        request = request.id(value);
    }
    if let Some(value) = inputs.body::<types::ConnectPatientEhrBody>()? {
        request = request.body(value);
    }
    Ok(request)
}

fn mock_connect_patient_ehr<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.parameter::<String>("path", "id")?;
    let given_1 = inputs.body::<types::ConnectPatientEhrBody>()?;
    Ok(
        server
            .connect_patient_ehr(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.id(value);
                }
                if let Some(value) = &given_1 {
                    when = when.body(value);
                }
                plan.finish(when, then);
            }),
    )
}

/// `previewPatientMerge`: `POST /v1/patients/{id}/merge/preview`.
pub(super) const PREVIEW_PATIENT_MERGE: Call = Call {
    info: &operations::PREVIEW_PATIENT_MERGE,
    start: |client, inputs| Ok(Box::new(start_preview_patient_merge(client, inputs)?)),
    page: None,
    mock: mock_preview_patient_merge,
    errors: &[
        ErrorCall {
            status: "400",
            decode: |error| Response::of(error.decode_body::<types::ValidationError>()),
        },
    ],
};

fn start_preview_patient_merge(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::PreviewPatientMerge, Misfit> {
    let mut request = client.preview_patient_merge();
    if let Some(value) = inputs.parameter::<String>("path", "id")? {
        request = request.id(value);
    }
    if let Some(value) = inputs.body::<types::PreviewPatientMergeBody>()? {
        request = request.body(value);
    }
    Ok(request)
}

fn mock_preview_patient_merge<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.parameter::<String>("path", "id")?;
    let given_1 = inputs.body::<types::PreviewPatientMergeBody>()?;
    Ok(
        server
            .preview_patient_merge(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.id(value);
                }
                if let Some(value) = &given_1 {
                    when = when.body(value);
                }
                plan.finish(when, then);
            }),
    )
}

/// `mergePatient`: `POST /v1/patients/{id}/merge`.
pub(super) const MERGE_PATIENT: Call = Call {
    info: &operations::MERGE_PATIENT,
    start: |client, inputs| Ok(Box::new(start_merge_patient(client, inputs)?)),
    page: None,
    mock: mock_merge_patient,
    errors: &[
        ErrorCall {
            status: "400",
            decode: |error| Response::of(error.decode_body::<types::ValidationError>()),
        },
    ],
};

fn start_merge_patient(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::MergePatient, Misfit> {
    let mut request = client.merge_patient();
    if let Some(value) = inputs.parameter::<String>("path", "id")? {
        request = request.id(value);
    }
    if let Some(value) = inputs.body::<types::MergePatientBody>()? {
        request = request.body(value);
    }
    Ok(request)
}

fn mock_merge_patient<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.parameter::<String>("path", "id")?;
    let given_1 = inputs.body::<types::MergePatientBody>()?;
    Ok(
        server
            .merge_patient(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.id(value);
                }
                if let Some(value) = &given_1 {
                    when = when.body(value);
                }
                plan.finish(when, then);
            }),
    )
}

/// `getPatientById`: `GET /v1/patients/{id}`.
pub(super) const GET_PATIENT_BY_ID: Call = Call {
    info: &operations::GET_PATIENT_BY_ID,
    start: |client, inputs| Ok(Box::new(start_get_patient_by_id(client, inputs)?)),
    page: None,
    mock: mock_get_patient_by_id,
    errors: &[],
};

fn start_get_patient_by_id(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::GetPatientById, Misfit> {
    let mut request = client.get_patient_by_id();
    if let Some(value) = inputs.parameter::<String>("path", "id")? {
        request = request.id(value);
    }
    Ok(request)
}

fn mock_get_patient_by_id<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.parameter::<String>("path", "id")?;
    Ok(
        server
            .get_patient_by_id(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.id(value);
                }
                plan.finish(when, then);
            }),
    )
}

/// `listPatientAttachments`: `GET /v1/patients/{id}/attachments`.
pub(super) const LIST_PATIENT_ATTACHMENTS: Call = Call {
    info: &operations::LIST_PATIENT_ATTACHMENTS,
    start: |client, inputs| Ok(
        Box::new(start_list_patient_attachments(client, inputs)?),
    ),
    page: None,
    mock: mock_list_patient_attachments,
    errors: &[],
};

fn start_list_patient_attachments(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::ListPatientAttachments, Misfit> {
    let mut request = client.list_patient_attachments();
    if let Some(value) = inputs.parameter::<String>("path", "id")? {
        request = request.id(value);
    }
    Ok(request)
}

fn mock_list_patient_attachments<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.parameter::<String>("path", "id")?;
    Ok(
        server
            .list_patient_attachments(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.id(value);
                }
                plan.finish(when, then);
            }),
    )
}

/// `listPatients`: `GET /v1/patients`.
pub(super) const LIST_PATIENTS: Call = Call {
    info: &operations::LIST_PATIENTS,
    start: |client, inputs| Ok(Box::new(start_list_patients(client, inputs)?)),
    page: None,
    mock: mock_list_patients,
    errors: &[
        ErrorCall {
            status: "400",
            decode: |error| Response::of(error.decode_body::<types::ValidationError>()),
        },
    ],
};

fn start_list_patients(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::ListPatients, Misfit> {
    let mut request = client.list_patients();
    if let Some(value) = inputs.parameter::<String>("query", "field")? {
        request = request.field(value);
    }
    if let Some(value) = inputs.parameter::<String>("query", "search")? {
        request = request.search(value);
    }
    Ok(request)
}

fn mock_list_patients<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.parameter::<String>("query", "field")?;
    let given_1 = inputs.parameter::<String>("query", "search")?;
    Ok(
        server
            .list_patients(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.field(value);
                }
                if let Some(value) = &given_1 {
                    when = when.search(value);
                }
                plan.finish(when, then);
            }),
    )
}

/// `listPatientsV2`: `GET /v2/patients`.
pub(super) const LIST_PATIENTS_V2: Call = Call {
    info: &operations::LIST_PATIENTS_V2,
    start: |client, inputs| Ok(Box::new(start_list_patients_v2(client, inputs)?)),
    page: None,
    mock: mock_list_patients_v2,
    errors: &[
        ErrorCall {
            status: "400",
            decode: |error| Response::of(error.decode_body::<types::ValidationError>()),
        },
    ],
};

fn start_list_patients_v2(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::ListPatientsV2, Misfit> {
    let mut request = client.list_patients_v2();
    if let Some(value) = inputs.parameter::<String>("query", "field")? {
        request = request.field(value);
    }
    if let Some(value) = inputs.parameter::<String>("query", "search")? {
        request = request.search(value);
    }
    Ok(request)
}

fn mock_list_patients_v2<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.parameter::<String>("query", "field")?;
    let given_1 = inputs.parameter::<String>("query", "search")?;
    Ok(
        server
            .list_patients_v2(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.field(value);
                }
                if let Some(value) = &given_1 {
                    when = when.search(value);
                }
                plan.finish(when, then);
            }),
    )
}

/// `listPatientsV3`: `GET /v3/patients`.
pub(super) const LIST_PATIENTS_V3: Call = Call {
    info: &operations::LIST_PATIENTS_V3,
    start: |client, inputs| Ok(Box::new(start_list_patients_v3(client, inputs)?)),
    page: Some(|client, inputs| Ok(Box::new(start_list_patients_v3(client, inputs)?))),
    mock: mock_list_patients_v3,
    errors: &[
        ErrorCall {
            status: "400",
            decode: |error| Response::of(error.decode_body::<types::ValidationError>()),
        },
    ],
};

fn start_list_patients_v3(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::ListPatientsV3, Misfit> {
    let mut request = client.list_patients_v3();
    if let Some(value) = inputs.parameter::<::chrono::NaiveDate>("query", "dob")? {
        request = request.dob(value);
    }
    if let Some(value) = inputs.parameter::<String>("query", "ehr_partner_id")? {
        request = request.ehr_partner_id(value);
    }
    if let Some(value) = inputs.parameter::<String>("query", "first_name")? {
        request = request.first_name(value);
    }
    if let Some(value) = inputs.parameter::<String>("query", "last_name")? {
        request = request.last_name(value);
    }
    if let Some(value) = inputs.parameter::<String>("query", "nhs_number")? {
        request = request.nhs_number(value);
    }
    if let Some(value) = inputs.parameter::<String>("query", "page_index")? {
        request = request.page_index(value);
    }
    if let Some(value) = inputs.parameter::<String>("query", "page_size")? {
        request = request.page_size(value);
    }
    Ok(request)
}

fn mock_list_patients_v3<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.parameter::<::chrono::NaiveDate>("query", "dob")?;
    let given_1 = inputs.parameter::<String>("query", "ehr_partner_id")?;
    let given_2 = inputs.parameter::<String>("query", "first_name")?;
    let given_3 = inputs.parameter::<String>("query", "last_name")?;
    let given_4 = inputs.parameter::<String>("query", "nhs_number")?;
    let given_5 = inputs.parameter::<String>("query", "page_index")?;
    let given_6 = inputs.parameter::<String>("query", "page_size")?;
    Ok(
        server
            .list_patients_v3(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.dob(value);
                }
                if let Some(value) = &given_1 {
                    when = when.ehr_partner_id(value);
                }
                if let Some(value) = &given_2 {
                    when = when.first_name(value);
                }
                if let Some(value) = &given_3 {
                    when = when.last_name(value);
                }
                if let Some(value) = &given_4 {
                    when = when.nhs_number(value);
                }
                if let Some(value) = &given_5 {
                    when = when.page_index(value);
                }
                if let Some(value) = &given_6 {
                    when = when.page_size(value);
                }
                plan.finish(when, then);
            }),
    )
}

/// `registerPatientPds`: `POST /v1/patients/register_pds`.
pub(super) const REGISTER_PATIENT_PDS: Call = Call {
    info: &operations::REGISTER_PATIENT_PDS,
    start: |client, inputs| Ok(Box::new(start_register_patient_pds(client, inputs)?)),
    page: None,
    mock: mock_register_patient_pds,
    errors: &[
        ErrorCall {
            status: "400",
            decode: |error| Response::of(error.decode_body::<types::ValidationError>()),
        },
    ],
};

fn start_register_patient_pds(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::RegisterPatientPds, Misfit> {
    let mut request = client.register_patient_pds();
    if let Some(value) = inputs.body::<types::RegisterPatientPdsBody>()? {
        request = request.body(value);
    }
    Ok(request)
}

fn mock_register_patient_pds<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.body::<types::RegisterPatientPdsBody>()?;
    Ok(
        server
            .register_patient_pds(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.body(value);
                }
                plan.finish(when, then);
            }),
    )
}

/// `registerPatient`: `POST /v1/patients/register`.
pub(super) const REGISTER_PATIENT: Call = Call {
    info: &operations::REGISTER_PATIENT,
    start: |client, inputs| Ok(Box::new(start_register_patient(client, inputs)?)),
    page: None,
    mock: mock_register_patient,
    errors: &[
        ErrorCall {
            status: "400",
            decode: |error| Response::of(error.decode_body::<types::ValidationError>()),
        },
    ],
};

fn start_register_patient(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::RegisterPatient, Misfit> {
    let mut request = client.register_patient();
    if let Some(value) = inputs.body::<types::RegisterPatientBody>()? {
        request = request.body(value);
    }
    Ok(request)
}

fn mock_register_patient<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.body::<types::RegisterPatientBody>()?;
    Ok(
        server
            .register_patient(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.body(value);
                }
                plan.finish(when, then);
            }),
    )
}

/// `getPatientByIdV2`: `GET /v2/patients/{id}`.
pub(super) const GET_PATIENT_BY_ID_V2: Call = Call {
    info: &operations::GET_PATIENT_BY_ID_V2,
    start: |client, inputs| Ok(Box::new(start_get_patient_by_id_v2(client, inputs)?)),
    page: None,
    mock: mock_get_patient_by_id_v2,
    errors: &[
        ErrorCall {
            status: "400",
            decode: |error| Response::of(error.decode_body::<types::ValidationError>()),
        },
    ],
};

fn start_get_patient_by_id_v2(
    client: &Client,
    inputs: &Inputs,
) -> Result<builder::GetPatientByIdV2, Misfit> {
    let mut request = client.get_patient_by_id_v2();
    if let Some(value) = inputs.parameter::<String>("path", "id")? {
        request = request.id(value);
    }
    if let Some(value) = inputs
        .parameter::<types::GetPatientByIdV2DataSource>("query", "data_source")?
    {
        request = request.data_source(value);
    }
    Ok(request)
}

fn mock_get_patient_by_id_v2<'s>(
    server: &'s MockServer,
    inputs: &Inputs,
    plan: Plan,
) -> Result<Mock<'s>, Misfit> {
    let given_0 = inputs.parameter::<String>("path", "id")?;
    let given_1 = inputs
        .parameter::<types::GetPatientByIdV2DataSource>("query", "data_source")?;
    Ok(
        server
            .get_patient_by_id_v2(|mut when, then| {
                if let Some(value) = &given_0 {
                    when = when.id(value);
                }
                if let Some(value) = &given_1 {
                    when = when.data_source(value);
                }
                plan.finish(when, then);
            }),
    )
}
