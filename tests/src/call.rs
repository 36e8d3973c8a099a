//! Calls an operation that is known by its id only: JSON goes in through the typed builder, JSON comes out of the typed response.
//!
//! The constants in [`CALLS`](crate::generated::CALLS) are generated, so what is written against them holds for every
//! operation of whatever description is locked.

use std::{any::type_name, cell::RefCell, fmt};

use hero_api::{
    BoxFuture, Client, Error, Operation, OperationInfo, Paged, ResponseValue,
    mock::{Then, When},
};
use httpmock::{Mock, MockServer};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

/// An input that the typed bindings refuse.
pub type Misfit = String;

/// Starts a request on a client.
pub type Start = for<'a> fn(&'a Client, &Inputs) -> Result<Box<dyn Request + 'a>, Misfit>;
/// Starts a request for one page on a client.
pub type StartPaged = for<'a> fn(&'a Client, &Inputs) -> Result<Box<dyn PagedRequest + 'a>, Misfit>;
/// Starts the typed mock of an operation.
pub type StartMock = for<'s> fn(&'s MockServer, &Inputs, Plan) -> Result<Mock<'s>, Misfit>;

/// One operation.
#[derive(Clone, Copy)]
pub struct Call {
    /// Its row in the table.
    pub info: &'static OperationInfo,
    /// Its request builder, with every input set that is given.
    pub start: Start,
    /// The same as a paged one, if it is.
    pub page: Option<StartPaged>,
    /// Its mock helper, with every input expected that is given.
    pub mock: StartMock,
    /// The errors with a described body.
    pub errors: &'static [ErrorCall],
}

/// How an error body is decoded.
#[derive(Clone, Copy)]
pub struct ErrorCall {
    /// `400`, `4XX` or `default`.
    pub status: &'static str,
    /// Decodes the body of an error as the type of its schema.
    pub decode: fn(&Error) -> Result<Response, Error>,
}

/// What a request is given, as it stands on the wire.
#[derive(Clone, Debug, Default)]
pub struct Inputs {
    /// Location, name and value of each parameter.
    pub parameters: Vec<(String, String, Value)>,
    /// The body.
    pub body: Option<Value>,
    /// What `Debug` said of each value of a type of the bindings that was read.
    shown: RefCell<Vec<String>>,
}

impl Inputs {
    /// Takes a parameter as the type that its setter takes.
    ///
    /// # Errors
    ///
    /// When the type refuses the value.
    pub fn parameter<T: DeserializeOwned + fmt::Debug>(&self, location: &str, name: &str) -> Result<Option<T>, Misfit> {
        let given = self.parameters.iter().find(|(at, called, _)| at == location && called == name);
        let misfit = |error| format!("{location} parameter {name}: {error}");
        given.map(|(_, _, value)| self.read(value)).transpose().map_err(misfit)
    }

    /// Takes the body as its type.
    ///
    /// # Errors
    ///
    /// When the type refuses the value.
    pub fn body<T: DeserializeOwned + fmt::Debug>(&self) -> Result<Option<T>, Misfit> {
        self.body.as_ref().map(|value| self.read(value)).transpose().map_err(|error| format!("body: {error}"))
    }

    /// Takes a body of bytes.
    #[must_use]
    pub fn bytes(&self) -> Option<Vec<u8>> {
        self.body.as_ref().map(|body| body.as_str().map_or_else(|| body.to_string(), str::to_owned).into_bytes())
    }

    fn read<T: DeserializeOwned + fmt::Debug>(&self, value: &Value) -> serde_json::Result<T> {
        let read: T = serde_json::from_value(value.clone())?;
        // What `Debug` says of a `String` is not for the bindings to decide.
        if type_name::<T>().contains("hero_api::") {
            self.shown.borrow_mut().push(format!("{read:?} {read:#?}"));
        }
        Ok(read)
    }

    /// What `Debug` said of the values since the inputs were made.
    #[must_use]
    pub fn shown(&self) -> String {
        self.shown.borrow().join("\n")
    }
}

/// What a mock expects beyond its typed expectations, and what it responds with.
pub struct Plan {
    /// Adds untyped expectations.
    pub expect: Box<dyn FnOnce(httpmock::When) -> httpmock::When>,
    /// The response.
    pub response: Value,
}

impl Plan {
    /// Expects what is typed, and responds with this.
    #[must_use]
    pub fn responding(response: Value) -> Self {
        Self { expect: Box::new(|when| when), response }
    }

    /// Tells a mock.
    pub fn finish<O: Operation>(self, when: When<O>, then: Then<O>) {
        (self.expect)(when.into_inner());
        then.ok_json(self.response);
    }
}

/// A decoded value.
#[derive(Debug)]
pub struct Response {
    /// Written as JSON again.
    pub json: Value,
    /// What `Debug` says of it.
    pub shown: String,
}

impl Response {
    /// Writes a decoded value as JSON again.
    ///
    /// # Errors
    ///
    /// As decoding.
    pub fn of<T: Serialize + fmt::Debug>(value: Result<T, Error>) -> Result<Self, Error> {
        value.map(|value| Self {
            json: serde_json::to_value(&value)
                .unwrap_or_else(|error| Value::from(format!("does not serialise: {error}"))),
            shown: format!("{value:?} {value:#?}"),
        })
    }
}

/// A request that can be sent, whatever its type.
pub trait Request: fmt::Debug + Send {
    /// Sends it.
    fn send<'a>(self: Box<Self>) -> BoxFuture<'a, Result<Response, Error>>
    where
        Self: 'a;
}

impl<O> Request for O
where
    O: Operation + fmt::Debug,
    O::Output: Serialize + fmt::Debug,
{
    fn send<'a>(self: Box<Self>) -> BoxFuture<'a, Result<Response, Error>>
    where
        Self: 'a,
    {
        Box::pin(async move {
            let response = Operation::send(*self).await?;
            let shown = format!("{response:?}");
            let mut response = Response::of(Ok(ResponseValue::into_inner(response)))?;
            response.shown.push_str(&shown);
            Ok(response)
        })
    }
}

/// What a page holds.
#[derive(Debug)]
pub struct Page {
    /// Its items as JSON.
    pub items: Value,
    /// How many items all pages have.
    pub count: Option<u64>,
}

/// A request for one page.
pub trait PagedRequest: Send {
    /// Asks for this page of this size.
    fn page<'a>(self: Box<Self>, index: u64, size: u64) -> BoxFuture<'a, Result<Page, Error>>
    where
        Self: 'a;
}

impl<O> PagedRequest for O
where
    O: Paged,
    O::Item: Serialize,
{
    fn page<'a>(self: Box<Self>, index: u64, size: u64) -> BoxFuture<'a, Result<Page, Error>>
    where
        Self: 'a,
    {
        Box::pin(async move {
            let output =
                ResponseValue::into_inner(Paged::page_size(Paged::page_index(*self, index), size).send().await?);
            let count = O::count(&output);
            let items = serde_json::to_value(O::into_items(output));
            Ok(Page { items: items.unwrap_or_else(|error| Value::from(format!("does not serialise: {error}"))), count })
        })
    }
}
