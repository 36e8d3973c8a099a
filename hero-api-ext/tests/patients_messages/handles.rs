use hero_api_ext::{
    Assignee, Error,
    hero_api::{
        builder::{GetHcaConsultant, SearchHcaConsultants},
        mock::MockServerExt,
    },
    invoicing::InvoiceItem,
    tasks::{Priority, Status},
};
use httpmock::MockServer;
use serde_json::json;

use crate::{
    patients_messages::born,
    support::{PERSONAL, ThenCompleted as _, fails_as_documented, hero},
};

#[tokio::test]
async fn forms_and_responses_are_read() -> Result<(), Error> {
    let server = MockServer::start();
    let form = json!({
        "id": "5", "title": "Asthma", "description": "", "patient_title": null, "patient_description": null,
        "reply_form": false, "form_type": "questionnaire", "snomed_code": null,
    });
    server.list_forms(|when, then| {
        when.into_inner().query_param("search", "asthma");
        then.completed(json!({ "data": [form], "count": 1 }));
    });
    server.list_forms(|_when, then| {
        then.completed(json!({ "data": [form, form], "count": 2 }));
    });
    server.get_form(|when, then| {
        let _ = when.id("5");
        let mut form = form.clone();
        form["fields"] = json!([{ "form_question_id": "1", "name": "Inhaler?" }]);
        then.completed(form);
    });
    server.get_form_response(|when, then| {
        let _ = when.id("9");
        then.completed(json!({ "id": 9, "form_id": 5 }));
    });
    let hero = hero(&server);
    assert_eq!(hero.forms().list().await?.data.len(), 2);
    assert_eq!(hero.forms().search("asthma").await?.data.len(), 1);
    assert_eq!(hero.forms().get("5").await?.fields.len(), 1);
    hero.forms().response("9").await?;
    Ok(())
}

#[tokio::test]
async fn consultants_are_found_by_text_and_number() -> Result<(), Error> {
    let server = MockServer::start();
    let consultant = json!({ "gmc_number": "1234567", "last_name": PERSONAL });
    server.search_hca_consultants(|when, then| {
        let _ = when.search("cardiology");
        then.completed(json!({ "data": [consultant], "count": 1 }));
    });
    server.get_hca_consultant(|when, then| {
        let _ = when.gmc_number("1234567");
        then.completed(consultant.clone());
    });
    let hero = hero(&server);
    let found = hero.consultants().search("cardiology").await?;
    assert_eq!(found.len(), 1);
    assert!(!format!("{found:?}").contains(PERSONAL));
    assert_eq!(hero.consultants().get(" 1234567").await?, found[0]);
    assert!(hero.consultants().get("").await.is_err_and(|error| error.is_invalid_input()));
    Ok(())
}

#[tokio::test]
async fn consultants_fail_as_documented() {
    let nothing = |_: &MockServer| {};
    fails_as_documented::<SearchHcaConsultants, _, _>(nothing, async |hero| {
        hero.consultants().search("cardiology").await
    })
    .await;
    fails_as_documented::<GetHcaConsultant, _, _>(nothing, async |hero| hero.consultants().get("7").await).await;
}

#[tokio::test]
async fn a_task_is_changed_in_what_was_named() -> Result<(), Error> {
    let server = MockServer::start();
    let assigned = server.update_task(|when, then| {
        let changes = json!({ "priority": "high", "assignee_type": "admin_team", "assignee_id": "4" });
        when.id("17").into_inner().json_body(changes);
        then.completed(json!({ "data": { "id": "17" } }));
    });
    let closed = server.update_task(|when, then| {
        when.id("18").into_inner().json_body(json!({ "status": "closed" }));
        then.completed(json!({ "data": { "id": "18" } }));
    });
    let hero = hero(&server);
    hero.tasks().update("17").priority(Priority::High).assign(Assignee::AdminTeam(4)).send().await?;
    hero.tasks().close("18").await?;
    assigned.assert_calls(1);
    closed.assert_calls(1);
    for update in [hero.tasks().update("17"), hero.tasks().update("").status(Status::Open)] {
        assert!(update.send().await.is_err_and(|error| error.is_invalid_input()));
    }
    Ok(())
}

#[tokio::test]
async fn an_episode_is_listed_changed_and_noted() -> Result<(), Error> {
    let server = MockServer::start();
    let episode = json!({ "id": "3", "status": "open", "priority": "low", "patient": null });
    server.list_episodes(|when, then| {
        when.into_inner().query_param("page_index", "0");
        then.completed(json!({ "data": [episode], "count": 1 }));
    });
    server.list_episodes(|_when, then| {
        then.completed(json!({ "data": [], "count": 1 }));
    });
    server.get_episode(|when, then| {
        let _ = when.id("3");
        then.completed(json!({ "id": "3", "status": "open", "priority": "low" }));
    });
    for change in [json!({ "status": "closed" }), json!({ "priority": "high" })] {
        server.update_episode(|when, then| {
            when.id("3").into_inner().json_body(change);
            then.completed(json!({}));
        });
    }
    let note = server.create_episode_note(|when, then| {
        when.into_inner().json_body(json!({ "episode_id": "3", "description": "Called back." }));
        then.completed(json!({ "id": 1, "description": PERSONAL }));
    });
    let hero = hero(&server);
    assert_eq!(hero.episodes().list().items().into_vec().await?.len(), 1);
    hero.episodes().get("3").await?;
    hero.episodes().set_status("3", Status::Closed).await?;
    hero.episodes().set_priority("3", Priority::High).await?;
    let added = hero.episodes().add_note("3", "Called back. ").await?;
    assert!(!format!("{added:?}").contains(PERSONAL));
    note.assert_calls(1);
    assert!(hero.episodes().add_note("3", " ").await.is_err_and(|error| error.is_invalid_input()));
    Ok(())
}

#[tokio::test]
async fn a_pharmacy_is_added_and_listed() -> Result<(), Error> {
    let server = MockServer::start();
    let pharmacy = json!({
        "id": "1", "prescriber_id": "31", "name": "Boots", "email": "p@example.com", "mobile": "07700 900123",
    });
    server.get_prescriber_pharmacies(|when, then| {
        let _ = when.id("31");
        then.completed(json!({ "data": [pharmacy], "count": 1 }));
    });
    let added = server.create_pharmacy(|when, then| {
        let mut body = pharmacy.clone();
        body.as_object_mut().unwrap().remove("id");
        when.into_inner().json_body(body);
        then.completed(pharmacy.clone());
    });
    let hero = hero(&server);
    assert_eq!(hero.prescriptions().pharmacies("31").await?.data.len(), 1);
    let (email, mobile) = ("p@example.com".parse()?, "07700 900123".parse()?);
    hero.prescriptions().add_pharmacy("31", "Boots", email, mobile).await?;
    added.assert_calls(1);
    Ok(())
}

#[tokio::test]
async fn invoice_is_created_once_with_what_was_set() -> Result<(), Error> {
    let server = MockServer::start();
    let created = server.create_invoice(|when, then| {
        when.into_inner().json_body(json!({
            "issuer_id": "3", "patient_id": "7", "due_date": "1989-04-11", "mode": "finalize",
            "coupons": [{ "id": "c1" }],
            "invoice_items_attributes": [
                { "description": "Travel letter", "quantity": 1, "unit_amount": 2500 },
                { "price": "p1", "quantity": 2 },
            ],
        }));
        then.completed(json!({ "id": "1", "stripe_id": "in_1" }));
    });
    let hero = hero(&server);
    let draft = hero.invoicing().invoice_patient("3", 7).item(InvoiceItem::pence("Travel letter", 1, 2_500));
    let draft = draft.item(InvoiceItem::price("p1", 2)).coupon("c1").due(born()).finalize();
    assert_eq!(draft.send().await?.stripe_id, "in_1");
    created.assert_calls(1);
    assert!(hero.invoicing().invoice_appointment("3", "9").send().await.is_err_and(|error| error.is_invalid_input()));

    let annotated = server.update_invoice(|when, then| {
        when.id("in_1").into_inner().json_body(json!({ "issuer_id": "3", "memo": "Paid in cash" }));
        then.completed(json!({}));
    });
    hero.invoicing().annotate("3", "in_1", Some("Paid in cash"), None).await?;
    annotated.assert_calls(1);
    assert!(hero.invoicing().annotate("3", "in_1", None, None).await.is_err_and(|error| error.is_invalid_input()));

    let linked = server.link_invoice(|when, then| {
        let body = json!({ "issuer_id": "3", "stripe_invoice_id": "in_1", "appointment_id": "9" });
        when.into_inner().json_body(body);
        then.completed(json!({ "id": "1" }));
    });
    hero.invoicing().link_to_appointment("3", "in_1", "9").await?;
    linked.assert_calls(1);
    Ok(())
}

#[tokio::test]
async fn customers_and_coupons_are_found() -> Result<(), Error> {
    let server = MockServer::start();
    server.list_coupons(|_when, then| {
        then.completed(json!({ "data": [{ "id": "c1", "name": "Ten off" }], "count": 1 }));
    });
    server.list_customers(|when, then| {
        let _ = when.query("smith");
        then.completed(json!({ "data": [{ "id": "cus_1", "name": PERSONAL }], "count": 1 }));
    });
    server.get_default_customer(|when, then| {
        let _ = when.patient_id("7");
        then.completed(json!({ "id": "cus_1" }));
    });
    let created = server.create_customer(|when, then| {
        when.into_inner().json_body(json!({ "name": "Ann Smith", "email": "ann@example.com" }));
        then.completed(json!({ "id": "cus_2" }));
    });
    let hero = hero(&server);
    assert_eq!(hero.invoicing().coupons().await?.data.len(), 1);
    let found = hero.invoicing().customers("smith").await?;
    assert!(found.data.len() == 1 && !format!("{found:?}").contains(PERSONAL));
    hero.invoicing().default_customer(7).await?;
    hero.invoicing().create_customer("Ann Smith", Some("ann@example.com".parse()?), None).await?;
    created.assert_calls(1);
    Ok(())
}

#[tokio::test]
async fn staff_subscriptions_and_batches_are_listed() -> Result<(), Error> {
    let server = MockServer::start();
    let admin = json!({
        "id": "1", "first_name": PERSONAL, "last_name": "", "email": "a@example.com", "external_prescriber_id": null,
    });
    server.list_admins(|when, then| {
        when.into_inner().query_param("page_index", "0");
        then.completed(json!({ "data": [admin], "count": 1 }));
    });
    server.list_admins(|_when, then| {
        then.completed(json!({ "data": [], "count": 1 }));
    });
    server.list_subscriptions(|when, then| {
        when.into_inner().query_param("patient_id", "7").query_param("page_index", "0");
        then.completed(json!({ "data": [{ "id": "s1" }], "count": 1 }));
    });
    server.list_subscriptions(|_when, then| {
        then.completed(json!({ "data": [], "count": 0 }));
    });
    let updated = server.update_admin(|when, then| {
        when.id("1").into_inner().json_body(json!({ "external_prescriber_id": "p9" }));
        then.completed(json!({ "admin_id": "1" }));
    });
    server.get_heidi_token(|_when, then| {
        then.completed(json!({ "token": "the-token", "expiration_time": "2026-03-15T09:30:00Z" }));
    });
    server.list_batch_messages(|when, then| {
        when.into_inner().query_param("page_index", "0");
        then.completed(json!([{ "id": "b1", "content": PERSONAL }, { "id": "b2" }]));
    });
    server.list_batch_messages(|_when, then| {
        then.completed(json!([]));
    });
    let hero = hero(&server);
    let token = hero.partners().heidi_token().await?;
    assert!(token.token == "the-token" && !format!("{token:?}").contains("the-token"));
    let batches = hero.messages().batches().items().into_vec().await?;
    assert!(batches.len() == 2 && !format!("{batches:?}").contains(PERSONAL));
    hero.admins().set_external_prescriber("1", "p9").await?;
    updated.assert_calls(1);
    assert_eq!(hero.admins().list().items().into_vec().await?.len(), 1);
    assert_eq!(hero.patient_subscriptions().of_patient(7).items().into_vec().await?.len(), 1);
    assert_eq!(hero.patient_subscriptions().list().items().into_vec().await?.len(), 0);
    Ok(())
}
