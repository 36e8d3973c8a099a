use hero_api_ext::{
    Error, PatientId,
    hero_api::{
        Operation,
        builder::{
            ListPatients, ListPatientsV3, MergePatient, PreviewPatientMerge, RegisterPatient, RegisterPatientPds,
        },
        mock::{MockOperation, MockServerExt},
    },
    patients::{FoundPatient, Identity, PatientDetails, Registration, SearchVersion},
};
use httpmock::MockServer;
use serde_json::json;

use crate::{
    patients_messages::{born, nhs_number},
    support::{PERSONAL, ThenCompleted as _, fails_as_documented, hero},
};

#[tokio::test]
async fn register_by_number_sends_what_the_guide_says() -> Result<(), Error> {
    let server = MockServer::start();
    let mock = server.register_patient_pds(|when, then| {
        when.into_inner().json_body(json!({ "nhs_number": "943 476 5919", "dob": "1989-04-11" }));
        then.completed(json!({ "patient_id": "98765" }));
    });
    let registration = hero(&server).patients().register(Identity::nhs_number(nhs_number(), born())).await?;
    assert_eq!(registration, Registration::Registered(98_765.into()));
    mock.assert_calls(1);
    Ok(())
}

#[tokio::test]
async fn register_by_name_may_name_a_record() -> Result<(), Error> {
    let server = MockServer::start();
    let mock = server.register_patient_pds(|when, then| {
        when.into_inner().json_body(json!({
            "forename": "Ann", "surname": "Smith", "postcode": "LS1 4AP", "dob": "1989-04-11",
            "ehr_partner": "emis", "ehr_partner_id": "12345",
        }));
        then.completed(json!({ "patient_id": 98765 }));
    });
    let identity = Identity::demographics(" Ann", "Smith ", born(), "LS1 4AP").ehr("emis", "12345");
    assert!(!format!("{identity:?}").contains("Smith"));
    let registration = hero(&server).patients().register(identity).await?;
    assert_eq!(registration.patient().map(PatientId::as_str), Some("98765"));
    mock.assert_calls(1);
    Ok(())
}

#[tokio::test]
async fn register_returns_the_identity_check_page() -> Result<(), Error> {
    let server = MockServer::start();
    server.register_patient_pds(|_when, then| {
        then.completed(json!({ "message": PERSONAL, "login_url": "https://patient.example.test/marker" }));
    });
    let registration = hero(&server).patients().register(Identity::nhs_number(nhs_number(), born())).await?;
    let text = format!("{registration:?}");
    assert!(!text.contains("marker") && !text.contains(PERSONAL), "{text}");
    assert_eq!(registration.patient(), None);
    let Registration::IdentityCheck(check) = registration else { panic!("{registration:?}") };
    assert_eq!(check.sensitive_login_url(), "https://patient.example.test/marker");
    assert_eq!(check.sensitive_message(), Some(PERSONAL));
    Ok(())
}

#[tokio::test]
async fn register_without_patient_or_page_fails() {
    for response in [json!({}), json!({ "message": PERSONAL }), json!({ "patient_id": PERSONAL }), json!(null)] {
        let server = MockServer::start();
        server.register_patient_pds(|_when, then| {
            then.ok_json(response.clone());
        });
        let error = hero(&server).patients().register(Identity::nhs_number(nhs_number(), born())).await.err().unwrap();
        assert!(error.is_decode() && !format!("{error} {error:?}").contains(PERSONAL), "{response}: {error:?}");
    }
}

#[tokio::test]
async fn registration_fails_as_documented() {
    let by_number = || Identity::nhs_number(nhs_number(), born());
    fails_as_documented::<RegisterPatientPds, _, _>(|_| {}, async |hero| hero.patients().register(by_number()).await)
        .await;
    fails_as_documented::<RegisterPatient, _, _>(
        |_| {},
        async |hero| hero.patients().save(PatientDetails::with_email("A", "B", born(), "a@b.example".parse()?)).await,
    )
    .await;
}

#[tokio::test]
async fn impossible_details_are_not_sent() {
    let server = MockServer::start();
    let mock = server.register_patient_pds(|_when, then| {
        then.completed(json!({ "patient_id": "1" }));
    });
    let hero = hero(&server);
    let tomorrow_but_one = "2026-03-17".parse().unwrap();
    for identity in [
        Identity::nhs_number(nhs_number(), tomorrow_but_one),
        Identity::nhs_number(nhs_number(), "0089-04-11".parse().unwrap()),
        Identity::demographics("", PERSONAL, born(), "LS1 4AP"),
        Identity::demographics("Ann", " ", born(), "LS1 4AP"),
        Identity::demographics("Ann", PERSONAL, born(), ""),
        Identity::nhs_number(nhs_number(), born()).ehr("emis", ""),
    ] {
        let error = hero.patients().register(identity).await.err().unwrap();
        assert!(error.is_invalid_input() && !error.to_string().contains(PERSONAL), "{error:?}");
    }
    mock.assert_calls(0);
}

#[tokio::test]
async fn details_are_saved_under_the_names_of_the_api() -> Result<(), Error> {
    let server = MockServer::start();
    let mock = server.register_patient(|when, then| {
        when.into_inner().json_body(json!({
            "first_name": "Ann", "last_name": "Smith", "dob": "1989-04-11", "mobile": "07700 900123",
            "nhs_number": "943 476 5919", "title": "Ms", "sex": "Female", "email": "ann@example.com",
            "address_line_1": "1 High St", "address_line_2": "Headingley", "postcode": "LS6 1AA",
        }));
        then.completed(json!({ "patient_id": "7" }));
    });
    let details = PatientDetails::with_mobile("Ann", "Smith", born(), "07700 900123".parse()?)
        .nhs_number(nhs_number())
        .title("Ms")
        .sex("Female")
        .email("ann@example.com".parse()?)
        .address(["1 High St", "Headingley"])
        .postcode("LS6 1AA");
    assert!(!format!("{details:?}").contains("Ann"));
    assert_eq!(hero(&server).patients().save(details).await?.as_str(), "7");
    mock.assert_calls(1);
    Ok(())
}

#[tokio::test]
async fn patient_is_read_from_hero_and_from_ehr() -> Result<(), Error> {
    let server = MockServer::start();
    server.get_patient_by_id(|when, then| {
        let _ = when.id("7");
        then.completed(json!({ "id": "7", "data_source": "pds", "dob": null, "status": "unarchived" }));
    });
    server.get_patient_by_id_v2(|when, then| {
        when.id("7").into_inner().query_param("data_source", "ehr");
        then.completed(json!({ "dob": null, "identifiers": [], "ehr_registered": true }));
    });
    let hero = hero(&server);
    assert_eq!(hero.patients().get(7).await?.id.as_str(), "7");
    assert_eq!(hero.patients().get_from_ehr(7).await?.ehr_registered, Some(true));
    Ok(())
}

#[tokio::test]
async fn search_uses_the_newest_version() -> Result<(), Error> {
    let server = MockServer::start();
    let mock = server.list_patients_v3(|when, then| {
        let when = when.last_name("Smith").nhs_number("943 476 5919").into_inner();
        when.query_param("dob", "1989-04-11").query_param_missing("page_index").query_param_missing("page_size");
        let found = json!({ "hero_id": "7", "last_name": PERSONAL, "dob": "1989-04-10T23:00:00Z",
            "nhs_number": "943 476 5919", "mobile": "07700 900123", "identifiers": [], "ehr_registered": true });
        then.completed(json!({ "data": [found], "count": 1 }));
    });
    let hero = hero(&server);
    let search = hero.patients().search().last_name("Smith").born(born()).nhs_number(nhs_number());
    assert_eq!(format!("{search:?}"), "{last_name, dob, nhs_number}");
    let mut found = search.send().await?;
    assert_eq!((found.version(), found.count()), (SearchVersion::V3, Some(1)));
    let patient = found.next().await.unwrap()?;
    assert_eq!(patient.id(), Some(7.into()));
    assert_eq!((patient.born(), patient.nhs_number()), (Some(born()), Some(nhs_number())));
    assert!(patient.mobile().is_some() && patient.email().is_none() && !patient.is_deceased());
    assert!(!format!("{found:?} {patient:?}").contains(PERSONAL));
    mock.assert_calls(1);
    Ok(())
}

/// A server that has `patients` and gives two of them a page.
fn with_pages<O: Operation>(server: &MockServer, patients: u64) -> Vec<httpmock::Mock<'_>> {
    let page = |index: u64| {
        server.mock_operation::<O>(|when, then| {
            let when = when.into_inner();
            if index == 0 {
                when.query_param_missing("page_index")
            } else {
                when.query_param("page_index", index.to_string())
            };
            let ids = (2 * index..patients.min(2 * index + 2)).map(|id| json!({ "hero_id": id.to_string() }));
            then.completed(json!({ "data": ids.collect::<Vec<_>>(), "count": patients }));
        })
    };
    (0..3).map(page).collect()
}

fn ids(patients: &[FoundPatient]) -> Vec<String> {
    patients.iter().filter_map(|patient| Some(patient.id()?.as_str().to_owned())).collect()
}

#[tokio::test]
async fn search_reads_every_page_when_it_is_needed() -> Result<(), Error> {
    let server = MockServer::start();
    let pages = with_pages::<ListPatientsV3>(&server, 5);
    let hero = hero(&server);
    let search = || hero.patients().search().last_name("Smith");
    let mut found = search().send().await?;
    assert_eq!(found.count(), Some(5));
    assert_eq!(pages.iter().map(httpmock::Mock::calls).collect::<Vec<_>>(), [1, 0, 0]);
    let mut sizes = vec![found.next_page().await.unwrap()?.items().len()];
    found.next().await.unwrap()?;
    while let Some(page) = found.next_page().await {
        sizes.push(page?.items().len());
    }
    assert_eq!(sizes, [2, 1, 1]);
    assert_eq!(pages.iter().map(httpmock::Mock::calls).collect::<Vec<_>>(), [1, 1, 1]);
    assert_eq!(ids(&search().send().await?.into_vec().await?), ["0", "1", "2", "3", "4"]);
    assert_eq!(ids(&search().limit(3).send().await?.into_vec().await?), ["0", "1", "2"]);
    Ok(())
}

#[tokio::test]
async fn an_older_search_asks_for_announced_pages() -> Result<(), Error> {
    for (patients, asked) in [(2, [1, 0, 0]), (5, [1, 1, 1])] {
        let server = MockServer::start();
        let pages = with_pages::<ListPatients>(&server, patients);
        let found = hero(&server).patients().search().emis_id("E1").send().await?.into_vec().await?;
        assert_eq!(u64::try_from(found.len()).ok(), Some(patients));
        assert_eq!(pages.iter().map(httpmock::Mock::calls).collect::<Vec<_>>(), asked);
    }
    Ok(())
}

#[tokio::test]
async fn search_reads_items_without_inferred_fields() -> Result<(), Error> {
    let server = MockServer::start();
    server.list_patients_v3(|_when, then| {
        then.completed(json!({ "data": [{ "first_name": "A", "dob": null }] }));
    });
    let response = hero(&server).api().list_patients_v3().last_name("Smith").send().await?;
    assert_eq!(response.data[0].first_name.as_deref(), Some("A"));
    Ok(())
}

#[tokio::test]
async fn search_falls_back_to_an_older_version() -> Result<(), Error> {
    let server = MockServer::start();
    let newest = server.list_patients_v3(|_when, then| {
        then.error(404, json!({}));
    });
    server.list_patients_v2(|when, then| {
        let _ = when.field("ehr_partner_id").search("12345");
        then.completed(json!({ "data": [{ "hero_id": "7", "dob": null, "identifiers": [], "ehr_registered": null }] }));
    });
    let hero = hero(&server);
    let found = hero.patients().search().ehr_partner_id("12345").send().await?;
    assert_eq!(found.version(), SearchVersion::V2);
    assert_eq!(ids(&found.into_vec().await?), ["7"]);
    newest.assert_calls(1);

    // The older version would search by one of the two filters, and find others.
    let error = hero.patients().search().ehr_partner_id("12345").last_name("Smith").send().await.err();
    assert!(error.is_some_and(|error| error.is_not_found()));
    Ok(())
}

#[tokio::test]
async fn an_emis_id_goes_to_the_version_that_knows_it() -> Result<(), Error> {
    let server = MockServer::start();
    server.list_patients(|when, then| {
        let _ = when.field("emis_id").search("E1");
        then.completed(json!([{ "id": "7" }, { "id": "8" }]));
    });
    let hero = hero(&server);
    let found = hero.patients().search().emis_id("E1").send().await?;
    assert_eq!(found.version(), SearchVersion::V1);
    assert_eq!(ids(&found.into_vec().await?), ["7", "8"]);
    Ok(())
}

#[tokio::test]
async fn a_search_that_cannot_be_asked_is_not_sent() {
    let server = MockServer::start();
    let hero = hero(&server);
    let search = || hero.patients().search();
    for search in [search(), search().last_name(" "), search().emis_id("E1").last_name("Smith"), search().emis_id("")] {
        let error = search.send().await.err().unwrap();
        assert!(error.is_invalid_input(), "{error:?}");
    }
}

#[tokio::test]
async fn searching_and_merging_fail_as_documented() {
    fails_as_documented::<ListPatientsV3, _, _>(
        |_| {},
        async |hero| hero.patients().search().last_name("Smith").send().await.map(drop),
    )
    .await;
    fails_as_documented::<PreviewPatientMerge, _, _>(|_| {}, async |hero| hero.patients().preview_merge(7, 8).await)
        .await;
    fails_as_documented::<MergePatient, _, _>(
        |server| {
            server.preview_patient_merge(|_when, then| {
                then.completed(json!({ "merge_token": "t" }));
            });
        },
        async |hero| hero.patients().preview_merge(7, 8).await?.merge().await,
    )
    .await;
}

#[tokio::test]
async fn patient_is_connected_to_a_candidate() -> Result<(), Error> {
    let server = MockServer::start();
    server.list_patient_ehr_candidates(|when, then| {
        let _ = when.id("7");
        then.completed(json!({ "data": [{ "ehr_partner_id": "E1", "first_name": PERSONAL }], "count": 1 }));
    });
    let connected = server.connect_patient_ehr(|when, then| {
        when.id("7").into_inner().json_body(json!({ "ehr_partner_id": "E1" }));
        then.completed(json!({}));
    });
    server.list_patient_attachments(|when, then| {
        let _ = when.id("7");
        then.completed(json!({ "data": [{ "name": "letter" }], "count": 1 }));
    });
    let hero = hero(&server);
    let candidates = hero.patients().ehr_candidates(7).await?;
    let record = candidates[0].ehr_partner_id().unwrap();
    assert_eq!((candidates.len(), candidates[0].id()), (1, None));
    hero.patients().connect_ehr(7, record).await?;
    connected.assert_calls(1);
    assert!(hero.patients().connect_ehr(7, "").await.is_err_and(|error| error.is_invalid_input()));
    assert_eq!(hero.patients().attachments(7).await?.data.len(), 1);
    Ok(())
}

#[tokio::test]
async fn a_merge_takes_the_token_of_its_preview() -> Result<(), Error> {
    let server = MockServer::start();
    server.preview_patient_merge(|when, then| {
        when.id("7").into_inner().json_body(json!({ "patient_id": "8" }));
        then.completed(json!({ "merge_token": "the-token", "patient": { "last_name": PERSONAL } }));
    });
    let merge = server.merge_patient(|when, then| {
        when.id("7").into_inner().json_body(json!({ "patient_id": "8", "merge_token": "the-token" }));
        then.completed(json!({}));
    });
    let preview = hero(&server).patients().preview_merge(7, 8).await?;
    assert_eq!((preview.patient().as_str(), preview.other().as_str()), ("7", "8"));
    assert_eq!(preview.field("patient"), Some(&json!({ "last_name": PERSONAL })));
    let text = format!("{preview:?}");
    assert!(!text.contains("the-token") && !text.contains(PERSONAL), "{text}");
    merge.assert_calls(0);
    preview.merge().await?;
    merge.assert_calls(1);
    Ok(())
}

#[tokio::test]
async fn merge_needs_a_token_and_two_patients() {
    let server = MockServer::start();
    let preview = server.preview_patient_merge(|_when, then| {
        then.ok_json(json!({ "patient": {} }));
    });
    let hero = hero(&server);
    assert!(hero.patients().preview_merge(7, 7).await.is_err_and(|error| error.is_invalid_input()));
    preview.assert_calls(0);
    assert!(hero.patients().preview_merge(7, 8).await.is_err_and(|error| error.is_decode()));
}
