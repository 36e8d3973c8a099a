//! Three calls, each by this crate and by plain reqwest with serde, as a program without this crate would write them.

use std::marker::PhantomData;

use chrono::{DateTime, Utc};
use hero_api_ext::{Credentials, Environment, Hero, HeroBuilder, sandbox::completed_response};
use reqwest::RequestBuilder;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;

use super::{Failure, patients, serve};

/// A call, by both sides. Each is a type of its own, since one future for all of them is as large as the largest.
pub(crate) trait Call {
    const NAME: &'static str;

    fn response() -> String;

    /// The call by this crate.
    async fn ours(hero: &Hero) -> Result<(), Failure>;

    /// The call by plain reqwest and serde.
    async fn plain(http: &reqwest::Client, base_url: &str) -> Result<(), Failure>;
}

/// A response of 250 bytes.
pub(crate) struct GetSmall;

impl Call for GetSmall {
    const NAME: &'static str = "GET a practice group";

    fn response() -> String {
        complete("getPracticeGroupById", PRACTICE_GROUP)
    }

    async fn ours(hero: &Hero) -> Result<(), Failure> {
        drop(hero.api().get_practice_group_by_id().send().await?);
        Ok(())
    }

    async fn plain(http: &reqwest::Client, base_url: &str) -> Result<(), Failure> {
        sent::<PracticeGroup>(http.get(format!("{base_url}/v1/me"))).await.map(drop)
    }
}

/// A page of 100 patients: 42 kB.
pub(crate) struct GetPatients;

impl Call for GetPatients {
    const NAME: &'static str = "GET a page of 100 patients";

    fn response() -> String {
        complete("listPatientsV3", &patients::page().to_string())
    }

    async fn ours(hero: &Hero) -> Result<(), Failure> {
        let page = hero.api().list_patients_v3().page_index("0").page_size("100").send().await?;
        assert_eq!(page.data.len(), 100);
        Ok(())
    }

    async fn plain(http: &reqwest::Client, base_url: &str) -> Result<(), Failure> {
        let request = http.get(format!("{base_url}/v3/patients")).query(&[("page_index", "0"), ("page_size", "100")]);
        let page: patients::Page = sent(request).await?;
        assert_eq!(page.data.len(), 100);
        Ok(())
    }
}

/// A text message to one patient.
pub(crate) struct PostMessage;

impl Call for PostMessage {
    const NAME: &'static str = "POST a message";

    fn response() -> String {
        // Read by the names of its fields, so nothing is required.
        SENT_MESSAGE.to_owned()
    }

    async fn ours(hero: &Hero) -> Result<(), Failure> {
        drop(hero.messages().sms(7, TEXT).send().await?);
        Ok(())
    }

    async fn plain(http: &reqwest::Client, base_url: &str) -> Result<(), Failure> {
        text_message(http, base_url, 7).await
    }
}

/// With what a later description requires besides; as it is while it requires no more.
fn complete(operation_id: &str, body: &str) -> String {
    let given: Option<Value> = serde_json::from_str(body).ok();
    let completed = given.clone().and_then(|given| completed_response(operation_id, given).ok());
    if completed == given { body.to_owned() } else { completed.unwrap_or_default().to_string() }
}

const PRACTICE_GROUP: &str = r#"{"id":"12","name":"Riverside Practice","email":"post@riverside.example","phone":"+441134960000","address":{"line_1":"1 Mill Lane","town":"Leeds","postcode":"LS1 1AA"},"timezone":"Europe/London","locale":"en-GB","created_at":"2024-05-01T09:30:00Z"}"#;
const SENT_MESSAGE: &str = r#"{"message_id":"40017","content":"Your blood test is due. Please book at the desk.","message_type":"sms","created_at":"2026-03-15T09:30:00Z","send_at":null}"#;
pub(crate) const TEXT: &str = "Your blood test is due. Please book at the desk.";

#[derive(Deserialize)]
#[expect(dead_code, reason = "what matters is that it is decoded")]
struct PracticeGroup {
    address: Option<Address>,
    id: Option<String>,
    name: Option<String>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "what matters is that it is decoded")]
struct Address {
    county: Option<String>,
    line_1: Option<String>,
    line_2: Option<String>,
    postcode: Option<String>,
    town: Option<String>,
}

#[derive(Serialize)]
struct NewMessage<'a> {
    message_string: &'a str,
    message_type: &'a str,
    patient_id: &'a str,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "what matters is that it is decoded")]
struct SentMessage {
    message_id: String,
    content: Option<String>,
    message_type: Option<String>,
    created_at: Option<DateTime<Utc>>,
    send_at: Option<DateTime<Utc>>,
}

/// Both clients of one server.
pub(crate) struct Clients<C> {
    hero: Hero,
    http: reqwest::Client,
    base_url: String,
    call: PhantomData<C>,
}

impl<C: Call> Clients<C> {
    pub(crate) fn new() -> Result<Self, Failure> {
        Self::of(serve(&C::response())?)
    }

    /// Clients of a server that runs elsewhere.
    pub(crate) fn of(base_url: String) -> Result<Self, Failure> {
        let hero = builder(&base_url).build()?;
        let http = reqwest::Client::builder().no_proxy().user_agent("plain/1").build()?;
        Ok(Self { hero, http, base_url, call: PhantomData })
    }

    pub(crate) fn base_url(&self) -> &str {
        &self.base_url
    }

    pub(crate) fn ours(&self) -> impl Future<Output = Result<(), Failure>> {
        C::ours(&self.hero)
    }

    pub(crate) fn plain(&self) -> impl Future<Output = Result<(), Failure>> {
        C::plain(&self.http, &self.base_url)
    }
}

/// Sends a text message by plain reqwest.
pub(crate) async fn text_message(http: &reqwest::Client, base_url: &str, patient: usize) -> Result<(), Failure> {
    let message = NewMessage { message_string: TEXT, message_type: "sms", patient_id: &patient.to_string() };
    sent::<SentMessage>(http.post(format!("{base_url}/v1/messages/send")).json(&message)).await.map(drop)
}

/// Sends a request with the headers that Hero wants, and decodes the response.
pub(crate) async fn sent<T: DeserializeOwned>(request: RequestBuilder) -> Result<T, Failure> {
    let request = request.header("accept", "application/json").header("x-api-key", "the-key");
    let request = request.header("x-practice-group-id", "12").header("accept-encoding", "gzip");
    Ok(request.send().await?.error_for_status()?.json().await?)
}

pub(crate) fn builder(base_url: &str) -> HeroBuilder {
    let credentials = Credentials::new("the-key", "12");
    Hero::builder().environment(Environment::Custom(base_url.to_owned())).credentials(credentials)
}
