//! `listForms`: `GET /v1/forms`.

use crate::types;

/// `listForms`: `GET /v1/forms`.
pub const LIST_FORMS: crate::OperationInfo = crate::OperationInfo {
    id: "listForms",
    method: ::reqwest::Method::GET,
    path: "/v1/forms",
    tag: "Form",
    summary: "List forms",
    idempotent: true,
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
    provenance: crate::Provenance::Read,
};

/// The request of `listForms`, started by [`Client::list_forms`](crate::Client::list_forms).
#[derive(Clone)]
pub struct ListForms {
    client: crate::Client,
    form_type: Result<Option<types::FormType>, crate::ConversionError>,
    reply_form: Result<Option<bool>, crate::ConversionError>,
    search: Result<Option<String>, crate::ConversionError>,
}

impl ListForms {
    pub(crate) fn new(client: crate::Client) -> Self {
        Self {
            client,
            form_type: Ok(None),
            reply_form: Ok(None),
            search: Ok(None),
        }
    }
    /// Sets the query parameter `form_type`.
    pub fn form_type(
        mut self,
        value: impl TryInto<types::FormType, Error: ::std::fmt::Display + 'static>,
    ) -> Self {
        self.form_type = crate::runtime::conversion::optional("form_type", Some(value));
        self
    }
    /// Sets the query parameter `form_type` if there is a value.
    pub fn maybe_form_type(
        mut self,
        value: Option<
            impl TryInto<types::FormType, Error: ::std::fmt::Display + 'static>,
        >,
    ) -> Self {
        self.form_type = crate::runtime::conversion::optional("form_type", value);
        self
    }
    /// Sets the query parameter `reply_form`.
    pub fn reply_form(
        mut self,
        value: impl TryInto<bool, Error: ::std::fmt::Display + 'static>,
    ) -> Self {
        self.reply_form = crate::runtime::conversion::optional(
            "reply_form",
            Some(value),
        );
        self
    }
    /// Sets the query parameter `reply_form` if there is a value.
    pub fn maybe_reply_form(
        mut self,
        value: Option<impl TryInto<bool, Error: ::std::fmt::Display + 'static>>,
    ) -> Self {
        self.reply_form = crate::runtime::conversion::optional("reply_form", value);
        self
    }
    /// Sets the query parameter `search`.
    pub fn search(
        mut self,
        value: impl TryInto<String, Error: ::std::fmt::Display + 'static>,
    ) -> Self {
        self.search = crate::runtime::conversion::optional("search", Some(value));
        self
    }
    /// Sets the query parameter `search` if there is a value.
    pub fn maybe_search(
        mut self,
        value: Option<impl TryInto<String, Error: ::std::fmt::Display + 'static>>,
    ) -> Self {
        self.search = crate::runtime::conversion::optional("search", value);
        self
    }
    /// Sends `GET /v1/forms`.
    ///
    /// # Errors
    ///
    /// The request is incomplete or could not be sent, or the response is an error or does not decode: see
    /// [`Error`](crate::Error).
    pub async fn send(
        self,
    ) -> Result<crate::ResponseValue<types::ListFormsResponse>, crate::Error> {
        crate::Operation::send(self).await
    }
}

crate::runtime::opaque_debug! {
    ListForms
}

impl crate::Operation for ListForms {
    type Output = types::ListFormsResponse;
    const INFO: &'static crate::OperationInfo = &crate::operations::LIST_FORMS;
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
        request.query("form_type", self.form_type);
        request.query("reply_form", self.reply_form);
        request.query("search", self.search);
        request.finish()
    }
}

#[cfg(feature = "httpmock")]
impl crate::mock::When<ListForms> {
    /// Expects this value of the query parameter `form_type`.
    pub fn form_type(self, value: &types::FormType) -> Self {
        self.query_parameter("form_type", value)
    }
    /// Expects this value of the query parameter `reply_form`.
    pub fn reply_form(self, value: &bool) -> Self {
        self.query_parameter("reply_form", value)
    }
    /// Expects this value of the query parameter `search`.
    pub fn search(self, value: &str) -> Self {
        self.query_parameter("search", value)
    }
}
