//! `createEpisodeNote`: `POST /v1/notes`.

use crate::types;

/// `createEpisodeNote`: `POST /v1/notes`.
pub const CREATE_EPISODE_NOTE: crate::OperationInfo = crate::OperationInfo {
    id: "createEpisodeNote",
    method: ::reqwest::Method::POST,
    path: "/v1/notes",
    tag: "Episode",
    summary: "Add a note to an episode",
    idempotent: false,
    paged: false,
    success: &[crate::StatusPattern::Exact(200)],
    errors: &[
        crate::ErrorSchema::new(
            crate::StatusPattern::Exact(400),
            Some("ValidationError"),
        ),
        crate::ErrorSchema::new(crate::StatusPattern::Exact(401), None),
        crate::ErrorSchema::new(crate::StatusPattern::Exact(403), None),
        crate::ErrorSchema::new(crate::StatusPattern::Exact(429), None),
        crate::ErrorSchema::new(crate::StatusPattern::Exact(500), None),
    ],
    provenance: crate::Provenance::Sample,
};

/// The request of `createEpisodeNote`, started by [`Client::create_episode_note`](crate::Client::create_episode_note).
#[derive(Clone)]
pub struct CreateEpisodeNote {
    client: crate::Client,
    body: Result<types::builder::CreateEpisodeNoteBody, crate::ConversionError>,
}

impl CreateEpisodeNote {
    pub(crate) fn new(client: crate::Client) -> Self {
        Self {
            client,
            body: Ok(Default::default()),
        }
    }
    /// Sets the request body.
    pub fn body(
        mut self,
        value: impl TryInto<
            types::CreateEpisodeNoteBody,
            Error: ::std::fmt::Display + 'static,
        >,
    ) -> Self {
        self.body = crate::runtime::conversion::required::<
            _,
            types::CreateEpisodeNoteBody,
        >("body", value)
            .map(From::from);
        self
    }
    /// Changes the request body that was set so far, or starts one.
    pub fn body_map<F>(mut self, f: F) -> Self
    where
        F: FnOnce(
            types::builder::CreateEpisodeNoteBody,
        ) -> types::builder::CreateEpisodeNoteBody,
    {
        self.body = self.body.map(f);
        self
    }
    /// Sends `POST /v1/notes`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<crate::ResponseValue<types::CreateEpisodeNoteResponse>, crate::Error> {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    CreateEpisodeNote
}

impl crate::Operation for CreateEpisodeNote {
    type Output = types::CreateEpisodeNoteResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::CREATE_EPISODE_NOTE;
    fn client(&self) -> &crate::Client {
        &self.client
    }
    #[inline]
    fn into_request(self) -> Result<::reqwest::Request, crate::Error> {
        let mut request = crate::runtime::request::Builder::new(
            &self.client,
            Self::INFO,
        );
        request.accept("application/json");
        request
            .json(
                "application/json",
                self.body.and_then(types::CreateEpisodeNoteBody::try_from),
            );
        request.finish()
    }
}

impl crate::WithBody for CreateEpisodeNote {
    type Body = types::CreateEpisodeNoteBody;
    #[inline]
    fn with_body(self, body: Self::Body) -> Self {
        self.body(body)
    }
}

#[cfg(feature = "httpmock")]
impl crate::mock::When<CreateEpisodeNote> {
    /// Expects this request body.
    pub fn body(self, body: &types::CreateEpisodeNoteBody) -> Self {
        self.json(body)
    }
}
