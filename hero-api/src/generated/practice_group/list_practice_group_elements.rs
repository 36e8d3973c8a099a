//! `listPracticeGroupElements`: `GET /v1/me/elements`.

use crate::types;

/// `listPracticeGroupElements`: `GET /v1/me/elements`.
pub const LIST_PRACTICE_GROUP_ELEMENTS: crate::OperationInfo = crate::OperationInfo {
    id: "listPracticeGroupElements",
    method: ::reqwest::Method::GET,
    path: "/v1/me/elements",
    tag: "Practice Group",
    summary: "List the Hero Elements of the practice group",
    idempotent: true,
    paged: false,
    success: &[crate::StatusPattern::Exact(200)],
    errors: &[
        crate::ErrorSchema::new(crate::StatusPattern::Exact(401), None),
        crate::ErrorSchema::new(crate::StatusPattern::Exact(403), None),
        crate::ErrorSchema::new(crate::StatusPattern::Exact(429), None),
        crate::ErrorSchema::new(crate::StatusPattern::Exact(500), None),
    ],
    provenance: crate::Provenance::Read,
};

/// The request of `listPracticeGroupElements`, started by [`Client::list_practice_group_elements`](crate::Client::list_practice_group_elements).
#[derive(Clone)]
pub struct ListPracticeGroupElements {
    client: crate::Client,
}

impl ListPracticeGroupElements {
    pub(crate) fn new(client: crate::Client) -> Self {
        Self { client }
    }
    /// Sends `GET /v1/me/elements`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<
        crate::ResponseValue<types::ListPracticeGroupElementsResponse>,
        crate::Error,
    > {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    ListPracticeGroupElements
}

impl crate::Operation for ListPracticeGroupElements {
    type Output = types::ListPracticeGroupElementsResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::LIST_PRACTICE_GROUP_ELEMENTS;
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
