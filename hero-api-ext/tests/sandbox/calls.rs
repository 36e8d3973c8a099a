//! Who may call, what a request has to be, and the pages beside the API.

use hero_api_ext::{
    Error, HeroBuilder,
    patients::Identity,
    sandbox::{Sandbox, SandboxError},
};
use serde_json::json;

use crate::sandbox::{browse, code, opened, raw, raw_as};

#[tokio::test]
async fn key_acts_for_its_own_group_and_its_network() -> Result<(), SandboxError> {
    let builder = Sandbox::builder().practice_group("12", "a").practice_group("13", "b").practice_group("14", "c");
    let sandbox = builder.network(["12", "13"]).start().await?;
    for (credentials, status) in [
        (("a", "12"), 200),
        (("a", "13"), 200),
        (("b", "12"), 200),
        (("a", "14"), 403),
        (("c", "12"), 403),
        (("d", "12"), 401),
        (("a", "99"), 403),
    ] {
        let (found, body) = raw_as(&sandbox, credentials, "GET", "/v1/me", "").await;
        assert_eq!(found, status, "{credentials:?}");
        assert_eq!(body["id"].as_str(), (status == 200).then_some(credentials.1), "{credentials:?}");
    }
    // Ids of one group mean nothing to another.
    assert_eq!(raw_as(&sandbox, ("a", "13"), "GET", "/v1/patients/7", "").await.0, 404);
    assert_eq!(raw_as(&sandbox, ("a", "13"), "GET", "/v1/patients/1000007", "").await.0, 200);
    Ok(())
}

#[tokio::test]
async fn misfit_is_refused_as_documented() {
    let (sandbox, ..) = opened().await;
    for (method, path, body, expected) in [
        ("POST", "/v1/messages/send", "{", json!([["invalid_json", []]])),
        ("POST", "/v1/messages/send", "", json!([["invalid_type", []]])),
        (
            "POST",
            "/v1/messages/send",
            r#"{"patient_id":"seven","message_type":"fax","message_string":"x"}"#,
            json!([["invalid_enum_value", ["message_type"]], ["invalid_string", ["patient_id"]]]),
        ),
        ("GET", "/v1/batch_message?page_size=all", "", json!([["invalid_type", ["page_size"]]])),
        ("GET", "/v3/patients", "", json!([["custom", []]])),
        ("POST", "/v1/patients/register_pds", r#"{"nhs_number":"1"}"#, json!([["invalid_type", ["dob"]]])),
    ] {
        let (status, body) = raw(&sandbox, method, path, body).await;
        let issues = body["message"].as_array().cloned().unwrap_or_default();
        let mut issues: Vec<_> = issues.iter().map(|issue| json!([issue["code"], issue["path"]])).collect();
        issues.sort_by_key(ToString::to_string);
        assert_eq!((status, json!(issues)), (400, expected), "{method} {path}");
    }
    assert_eq!(raw(&sandbox, "GET", "/v1/nothing", "").await.0, 404);
    assert_eq!(raw(&sandbox, "DELETE", "/v1/me", "").await.0, 405);
}

#[tokio::test]
async fn person_is_registered_once_and_found_by_name() -> Result<(), Error> {
    let (sandbox, hero, _) = opened().await;
    let ada = sandbox.pds_people().remove(0);
    let by_name = Identity::demographics("ADA", "Fernsby", ada.born, "zz993vz");
    let first = hero.patients().register(by_name).await?;
    let again = hero.patients().register(Identity::nhs_number(ada.nhs_number.parse()?, ada.born)).await?;
    assert!(first.patient().is_some() && first == again);
    let wrong = Identity::nhs_number(ada.nhs_number.parse()?, ada.born + chrono::TimeDelta::days(1));
    assert!(hero.patients().register(wrong).await.is_err_and(|error| error.is_not_found()));
    let found = hero.patients().search().nhs_number(ada.nhs_number.parse()?).await?.into_vec().await?;
    let [only] = &found[..] else { panic!("{found:?}") };
    assert_eq!(only.id().as_ref(), first.patient());
    Ok(())
}

#[tokio::test]
async fn merge_needs_the_token_of_its_preview() -> Result<(), Error> {
    let (sandbox, hero, _) = opened().await;
    let body = r#"{"merge_token":"guessed","patient_id":"8"}"#;
    assert_eq!(code(raw(&sandbox, "POST", "/v1/patients/7/merge", body).await), "custom");
    hero.patients().preview_merge(7, 8).await?.merge().await?;
    assert!(hero.patients().get(8).await.is_err_and(|error| error.is_not_found()));
    hero.patients().get(7).await?;
    Ok(())
}

#[tokio::test]
async fn page_shows_the_practice_and_escapes_texts() -> Result<(), Error> {
    let (sandbox, hero, _) = opened().await;
    hero.messages().sms(7, "<b>Bold</b> & \"quoted\"").await?;
    let (status, page) = browse(&format!("{}/", sandbox.base_url()), None).await;
    assert_eq!(status, 200);
    for text in
        ["Riverside Medical Practice", "&lt;b&gt;Bold&lt;/b&gt; &amp; &quot;quoted&quot;", "Free slots <small>120"]
    {
        assert!(page.contains(text), "{text} in {page}");
    }
    assert!(!page.contains("<b>"));
    let (_, description) = browse(&format!("{}/openapi.json", sandbox.base_url()), None).await;
    assert!(serde_json::from_str::<serde_json::Value>(&description).is_ok_and(|it| it["openapi"].is_string()));
    Ok(())
}

#[tokio::test]
async fn setting_out_of_range_is_an_error() {
    let refused = [
        Sandbox::builder().patients(50_001),
        Sandbox::builder().practice_group("12", "a").practice_group("13", "a"),
        Sandbox::builder().practice_group("12", "a").network(["13"]),
    ];
    for builder in refused {
        assert!(matches!(builder.start().await, Err(SandboxError::Setting(_))));
    }
    let (sandbox, ..) = opened().await;
    let port = sandbox.base_url().rsplit(':').next().unwrap().parse().unwrap();
    assert!(matches!(Sandbox::builder().port(port).start().await, Err(SandboxError::Bind(_))));
}

#[tokio::test]
async fn program_from_the_environment_runs_against_it() -> Result<(), Error> {
    let (sandbox, ..) = opened().await;
    let hero = HeroBuilder::from_variables(|name| match name {
        "HERO_BASE_URL" => Some(sandbox.base_url().to_owned()),
        "HERO_API_KEY" => Some("sandbox-key".to_owned()),
        "HERO_PRACTICE_GROUP_ID" => Some("12".to_owned()),
        _ => None,
    })
    .build()?;
    // What the first program of the README does.
    hero.api().get_patient_by_id().id("7").send().await?;
    hero.messages().sms(7, "Your blood test is due. Please book at the desk.").send().await?;
    assert_eq!(sandbox.messages().len(), 1);
    Ok(())
}
