use chrono::NaiveDate;
use hero_api_ext::{
    Error, ErrorKind,
    hero_api::{
        builder::{
            CreateAttachmentLink, CreateBookingLink, CreateFormLink, CreateVideoLink, GetBookingLink, GetLinkStatus,
            ListBookingLinks, ListShortLinks, UpdateBookingLink,
        },
        mock::MockServerExt,
    },
    links::File,
};
use httpmock::MockServer;
use serde_json::json;

use crate::support::{PERSONAL, ThenCompleted as _, fails_as_documented, hero};

const URL: &str = "https://bookings.herohealth.net/s/abc123";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[tokio::test]
async fn a_booking_link_is_for_a_named_patient() -> Result<(), Error> {
    let server = MockServer::start();
    let mock = server.create_booking_link(|when, then| {
        when.into_inner().json_body(json!({
            "appointment_type_id": "12",
            "location_id": "5",
            "patient_id": "156",
            "practitioner_id": "7",
            "link_name": "Reviews",
            "from_date": "2026-03-16",
            "to_date": "2026-03-20",
            "expiry_date": "2026-03-19",
            "maximum_use_count": 1.0,
        }));
        then.completed(json!({ "booking_link": URL, "short_link_id": "4402", "later": true }));
    });
    let hero = hero(&server);
    let link = hero.links().booking("12", "5").for_patient(156).practitioner("7").name("Reviews");
    let link = link.from(day("2026-03-16")).to(day("2026-03-20")).expires(day("2026-03-19")).maximum_uses(1).await?;
    assert_eq!((link.url(), link.id()), (Some(URL), Some("4402")));
    assert_eq!(link.json()["later"], true);
    assert!(!format!("{link:?}").contains("abc123"));
    mock.assert();
    Ok(())
}

#[tokio::test]
async fn a_generic_booking_link_names_nobody() -> Result<(), Error> {
    let server = MockServer::start();
    let mock = server.create_booking_link(|when, then| {
        when.into_inner().json_body(json!({ "appointment_type_id": "12", "location_id": "5" }));
        then.ok_json(json!({}));
    });
    let link = hero(&server).links().booking("12", "5").generic().await?;
    assert_eq!(
        (link.url(), link.id()),
        (None, None),
        "a response without the fields is no failure of a link that was made"
    );
    mock.assert();
    Ok(())
}

#[tokio::test]
async fn a_form_link_is_made() -> Result<(), Error> {
    let server = MockServer::start();
    let mock = server.create_form_link(|when, then| {
        when.into_inner().json_body(json!({
            "form_id": "31",
            "patient_id": "156",
            "expiry_date": "2026-03-19",
            "maximum_use_count": 2.0,
        }));
        then.completed(json!({ "form_link": URL, "short_link_id": 4403 }));
    });
    let link = hero(&server).links().form("31").for_patient(156).expires(day("2026-03-19")).maximum_uses(2).await?;
    assert_eq!((link.url(), link.id()), (Some(URL), Some("4403")));
    mock.assert();
    Ok(())
}

#[tokio::test]
async fn a_file_is_from_the_record_or_from_here() -> Result<(), Error> {
    let server = MockServer::start();
    let from_record = server.create_attachment_link(|when, then| {
        when.into_inner().json_body(json!({ "ehr_file_id": "8812", "patient_id": "156" }));
        then.completed(json!({ "attachment_link": URL, "attachment_uuid": "u-1" }));
    });
    let from_here = server.create_attachment_link(|when, then| {
        when.into_inner().json_body(json!({
            "file_name": "letter.pdf",
            "file_data": "JVBERv8=",
            "patient_id": "156",
            "maximum_use_count": 3.0,
        }));
        then.completed(json!({ "attachment_link": URL, "attachment_uuid": "u-2" }));
    });
    let hero = hero(&server);
    let link = hero.links().attachment(File::in_record("8812")).for_patient(156).await?;
    assert_eq!((link.url(), link.id()), (Some(URL), Some("u-1")));
    let letter = File::new("letter.pdf", *b"%PDF\xff");
    assert_eq!(format!("{letter:?}"), "File(5 bytes)");
    let link = hero.links().attachment(letter).for_patient(156).maximum_uses(3).await?;
    assert_eq!(link.id(), Some("u-2"));
    from_record.assert();
    from_here.assert();
    Ok(())
}

#[tokio::test]
async fn a_video_link_is_made() -> Result<(), Error> {
    let server = MockServer::start();
    server.create_video_link(|_when, then| {
        then.completed(json!({ "video_link": URL, "short_link_id": "4404" }));
    });
    assert_eq!(hero(&server).links().video().await?.url(), Some(URL));
    Ok(())
}

#[tokio::test]
async fn a_booking_link_is_changed_and_switched_off() -> Result<(), Error> {
    let server = MockServer::start();
    let change = server.update_booking_link(|when, then| {
        when.id("4402").into_inner().json_body(json!({
            "appointment_type_id": "13",
            "location_id": "6",
            "practitioner_id": "8",
            "link_name": "More",
            "from_date": "2026-04-01",
            "to_date": "2026-04-02",
            "expiry_date": "2026-04-03",
            "maximum_use_count": 5.0,
        }));
        then.completed(json!({ "booking_link": URL, "short_link_id": "4402" }));
    });
    let off = server.update_booking_link(|when, then| {
        when.id("4402").into_inner().json_body(json!({ "active": false }));
        then.completed(json!({ "booking_link": URL, "short_link_id": "4402" }));
    });
    let hero = hero(&server);
    let update = hero.links().update("4402").appointment_type("13").location("6").practitioner("8").name("More");
    let update = update.from(day("2026-04-01")).to(day("2026-04-02")).expires(day("2026-04-03")).maximum_uses(5);
    assert_eq!(update.await?.id(), Some("4402"));
    hero.links().switch_off("4402").await?;
    change.assert();
    off.assert();
    Ok(())
}

#[tokio::test]
async fn what_could_not_work_is_not_sent() {
    let server = MockServer::start();
    let hero = hero(&server);
    let links = hero.links();
    let is_refused = |error: Option<Error>| error.is_some_and(|error| error.kind() == ErrorKind::InvalidInput);
    assert!(is_refused(links.booking("12", "5").generic().maximum_uses(0).await.err()));
    let backwards = links.booking("12", "5").generic().from(day("2026-03-16")).to(day("2026-03-15"));
    assert!(is_refused(backwards.await.err()));
    assert!(is_refused(links.update("4402").await.err()));
    assert!(is_refused(links.attachment(File::new("empty.pdf", [])).await.err()));
    assert!(is_refused(links.form("31").maximum_uses(0).await.err()));
}

#[tokio::test]
async fn link_status_is_found_by_url_and_by_id() -> Result<(), Error> {
    let server = MockServer::start();
    server.get_link_status(|when, then| {
        when.url(URL);
        then.completed(json!({ "status": "unused", "type": "booking", "reference": [] }));
    });
    server.get_link_status(|when, then| {
        when.id("4402");
        then.completed(json!({ "status": "worn out", "reference": [{ "id": "1", "name": PERSONAL }] }));
    });
    let hero = hero(&server);
    let status = hero.links().status_of_url(URL).await?;
    assert!(status.is_unused() && status.references().is_empty());
    assert_eq!((status.as_str(), status.kind()), (Some("unused"), Some("booking")));
    let status = hero.links().status_of_id("4402").await?;
    assert!(!status.is_unused());
    assert_eq!((status.as_str(), status.kind(), status.references().len()), (Some("worn out"), None, 1));
    assert!(!format!("{status:?}").contains(PERSONAL));
    Ok(())
}

#[tokio::test]
async fn links_are_listed() -> Result<(), Error> {
    let server = MockServer::start();
    server.list_short_links(|when, then| {
        // On the wire: whether the description closes these lists of values is its own affair.
        when.into_inner()
            .query_param("type", "booking")
            .query_param("status", "expired")
            .query_param("order_by", "expiry_date")
            .query_param("order_descending", "true")
            .query_param("exclude_patient_specific_links", "true")
            .query_param("page_index", "0");
        then.completed(json!({ "data": [{ "id": "1" }, { "id": "2" }], "count": 3 }));
    });
    server.list_short_links(|when, then| {
        when.page_index("1");
        then.completed(json!({ "data": [{ "id": "3" }], "count": 3 }));
    });
    server.list_booking_links(|_when, then| {
        then.completed(json!({ "data": [{ "id": "4402" }], "count": 1 }));
    });
    server.get_booking_link(|when, then| {
        when.id("4402");
        then.completed(json!({ "id": "4402", "active": true }));
    });
    let hero = hero(&server);
    let search = hero.links().list().kind("booking").status("expired").generic_only().by_expiry_descending();
    assert_eq!(search.items().into_vec().await?.len(), 3);
    assert_eq!(hero.links().booking_links().await?[0]["id"], "4402");
    assert_eq!(hero.links().booking_link("4402").await?.active, Some(true));
    Ok(())
}

#[tokio::test]
async fn links_tell_documented_errors_apart() {
    let nothing = |_: &MockServer| {};
    fails_as_documented::<CreateBookingLink, _, _>(nothing, async |hero| {
        hero.links().booking("12", "5").for_patient(156).await
    })
    .await;
    fails_as_documented::<CreateFormLink, _, _>(nothing, async |hero| hero.links().form("31").await).await;
    fails_as_documented::<CreateAttachmentLink, _, _>(nothing, async |hero| {
        hero.links().attachment(File::in_record("8812")).await
    })
    .await;
    fails_as_documented::<CreateVideoLink, _, _>(nothing, async |hero| hero.links().video().await).await;
    fails_as_documented::<UpdateBookingLink, _, _>(nothing, async |hero| hero.links().switch_off("4402").await).await;
    fails_as_documented::<GetLinkStatus, _, _>(nothing, async |hero| hero.links().status_of_url(URL).await).await;
    fails_as_documented::<GetBookingLink, _, _>(nothing, async |hero| hero.links().booking_link("4402").await).await;
    fails_as_documented::<ListBookingLinks, _, _>(nothing, async |hero| hero.links().booking_links().await).await;
    fails_as_documented::<ListShortLinks, _, _>(nothing, async |hero| hero.links().list().items().into_vec().await)
        .await;
}
