use std::{fmt, marker::PhantomData};

use hero_api::{Json, OperationInfo, ResponseValue};
use http::{
    HeaderValue, Method,
    header::{ACCEPT, CONTENT_TYPE},
};
use reqwest::{Request, Url};
use serde::{Serialize, de::DeserializeOwned};

use crate::{Error, Hero, call::send_when_awaited};

/// # What the description lacks
impl Hero {
    /// A request to an operation that the description does not know yet, with the retries, limits and errors of every other.
    ///
    /// `path` is a template such as `/v1/things/{id}`. It goes into errors, spans and logs, so put values into
    /// [`path`](UnboundRequest::path), not into the template. The response is an open value unless
    /// [`returning`](UnboundRequest::returning) names a type.
    ///
    /// For a query parameter that a known operation lacks, see [`with_query`](Self::with_query).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use hero_api_ext::hero_api::{Json, ResponseValue};
    /// use http::Method;
    ///
    /// # async fn example(hero: hero_api_ext::Hero) -> Result<(), hero_api_ext::Error> {
    /// let request = hero.request(Method::GET, "/v1/patients/{id}/allergies");
    /// let allergies = request.path("id", "7").query("active", "true").send().await?;
    /// println!("{} allergies", Json::items(ResponseValue::into_inner(allergies)).len());
    /// # Ok(())
    /// # }
    /// ```
    pub fn request(&self, method: Method, path: &'static str) -> UnboundRequest {
        UnboundRequest {
            hero: self.clone(),
            method,
            template: path,
            path: Vec::new(),
            query: Vec::new(),
            body: None,
            output: PhantomData,
        }
    }
}

/// A request to an operation that the description lacks. Made by [`Hero::request`].
#[must_use = "a request does nothing until it is sent"]
pub struct UnboundRequest<T = Json> {
    hero: Hero,
    method: Method,
    template: &'static str,
    path: Vec<(String, String)>,
    query: Vec<(String, String)>,
    /// `None` inside when the body cannot be written as JSON.
    #[expect(clippy::option_option, reason = "no body and a body that cannot be written are two things")]
    body: Option<Option<Vec<u8>>>,
    output: PhantomData<fn() -> T>,
}

impl<T: DeserializeOwned + Send + 'static> UnboundRequest<T> {
    /// Sets the path parameter `name`, which stands in the template as `{name}`.
    pub fn path(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.path.push((name.into(), value.into()));
        self
    }

    /// Adds a query parameter.
    pub fn query(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.query.push((name.into(), value.into()));
        self
    }

    /// Sends this body as JSON.
    pub fn json(mut self, body: &impl Serialize) -> Self {
        self.body = Some(serde_json::to_vec(body).ok());
        self
    }

    /// Reads the response as this type.
    pub fn returning<U: DeserializeOwned + Send + 'static>(self) -> UnboundRequest<U> {
        let Self { hero, method, template, path, query, body, .. } = self;
        UnboundRequest { hero, method, template, path, query, body, output: PhantomData }
    }

    /// Sends the request.
    ///
    /// # Errors
    ///
    /// `is_invalid_input` when the template does not begin with a slash, a path parameter has no value or one that a path cannot
    /// carry, or the body cannot be written as JSON; else as every call.
    pub async fn send(self) -> Result<ResponseValue<T>, Error> {
        let operation = OperationInfo::unbound(self.method.clone(), self.template);
        let request = self.build()?;
        let response = self.hero.api().execute(request, operation).await?;
        Ok(operation.read(response).await?)
    }

    fn build(&self) -> Result<Request, Error> {
        let mut request = Request::new(self.method.clone(), self.url()?);
        request.headers_mut().insert(ACCEPT, HeaderValue::from_static("application/json"));
        if let Some(body) = &self.body {
            let body = body.clone().ok_or_else(|| Error::invalid_input("body", "cannot be written as JSON"))?;
            request.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
            *request.body_mut() = Some(body.into());
        }
        Ok(request)
    }

    fn url(&self) -> Result<Url, Error> {
        let template =
            self.template.strip_prefix('/').ok_or_else(|| Error::invalid_input("path", "must begin with /"))?;
        let mut url =
            Url::parse(self.hero.api().base_url()).map_err(|_| Error::invalid_input("base URL", "is no URL"))?;
        if let Ok(mut segments) = url.path_segments_mut() {
            segments.pop_if_empty();
            for segment in template.split('/') {
                segments.push(self.fill(segment)?);
            }
        }
        if !self.query.is_empty() {
            url.query_pairs_mut().extend_pairs(&self.query);
        }
        Ok(url)
    }

    /// A segment of the template with its parameter filled in.
    fn fill<'a>(&'a self, segment: &'a str) -> Result<&'a str, Error> {
        let Some(name) = segment.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) else { return Ok(segment) };
        let value = self.path.iter().rev().find(|(given, _)| given == name);
        match value.map(|(_, value)| value.as_str()) {
            None => Err(Error::invalid_input("path", "has a parameter without a value")),
            Some("" | "." | "..") => Err(Error::invalid_input("path parameter", "must not be empty, `.` or `..`")),
            Some(value) => Ok(value),
        }
    }
}

send_when_awaited!({T: DeserializeOwned + Send + 'static} UnboundRequest<T> => ResponseValue<T>);

impl<T> fmt::Debug for UnboundRequest<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UnboundRequest")
            .field("method", &self.method)
            .field("path", &self.template)
            .finish_non_exhaustive()
    }
}
