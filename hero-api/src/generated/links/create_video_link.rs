//! `createVideoLink`: `POST /v1/video_links`.

use crate::types;

/// `createVideoLink`: `POST /v1/video_links`.
pub const CREATE_VIDEO_LINK: crate::OperationInfo = crate::OperationInfo {
    id: "createVideoLink",
    method: ::reqwest::Method::POST,
    path: "/v1/video_links",
    tag: "Links",
    summary: "Create a video link",
    idempotent: false,
    paged: false,
    success: &[crate::StatusPattern::Exact(200)],
    errors: &[
        crate::ErrorSchema::new(crate::StatusPattern::Exact(401), None),
        crate::ErrorSchema::new(crate::StatusPattern::Exact(403), None),
        crate::ErrorSchema::new(crate::StatusPattern::Exact(429), None),
        crate::ErrorSchema::new(crate::StatusPattern::Exact(500), None),
    ],
    provenance: crate::Provenance::Inferred,
};

/// The request of `createVideoLink`, started by [`Client::create_video_link`](crate::Client::create_video_link).
#[derive(Clone)]
pub struct CreateVideoLink {
    client: crate::Client,
}

impl CreateVideoLink {
    pub(crate) fn new(client: crate::Client) -> Self {
        Self { client }
    }
    /// Sends `POST /v1/video_links`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<crate::ResponseValue<types::CreateVideoLinkResponse>, crate::Error> {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    CreateVideoLink
}

impl crate::Operation for CreateVideoLink {
    type Output = types::CreateVideoLinkResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::CREATE_VIDEO_LINK;
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
        request.finish()
    }
}
