//! `getPracticeGroupById`: `GET /v1/me`.

use crate::types;

/// `getPracticeGroupById`: `GET /v1/me`.
pub const GET_PRACTICE_GROUP_BY_ID: crate::OperationInfo = crate::OperationInfo {
    id: "getPracticeGroupById",
    method: ::reqwest::Method::GET,
    path: "/v1/me",
    tag: "Practice Group",
    summary: "Get the practice group",
    idempotent: true,
    paged: false,
    success: &[crate::StatusPattern::Exact(200)],
    errors: &[
        crate::ErrorSchema::new(crate::StatusPattern::Exact(401), None),
        crate::ErrorSchema::new(crate::StatusPattern::Exact(403), None),
        crate::ErrorSchema::new(crate::StatusPattern::Exact(429), None),
        crate::ErrorSchema::new(crate::StatusPattern::Exact(500), None),
    ],
    provenance: crate::Provenance::Sample,
};

/// The request of `getPracticeGroupById`, started by [`Client::get_practice_group_by_id`](crate::Client::get_practice_group_by_id).
#[derive(Clone)]
pub struct GetPracticeGroupById {
    client: crate::Client,
}

impl GetPracticeGroupById {
    pub(crate) fn new(client: crate::Client) -> Self {
        Self { client }
    }
    /// Sends `GET /v1/me`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<
        crate::ResponseValue<types::GetPracticeGroupByIdResponse>,
        crate::Error,
    > {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    GetPracticeGroupById
}

impl crate::Operation for GetPracticeGroupById {
    type Output = types::GetPracticeGroupByIdResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::GET_PRACTICE_GROUP_BY_ID;
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
