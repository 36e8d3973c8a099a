//! Requests to any row of the operation table, and a client whose time stands still.

use std::time::Duration;

use hero_api_ext::{
    Credentials, Environment, Hero, HeroBuilder,
    clock::TestClock,
    hero_api::{Client, Error, Json, Operation, OperationInfo, ResponseValue, operations},
    random::FixedRandom,
};

use crate::transport::server::Server;

pub(crate) const GET: &OperationInfo = &operations::GET_PRACTICE_GROUP_BY_ID;
pub(crate) const POST: &OperationInfo = &operations::SEND_MESSAGE;

/// A request that takes any JSON as its response, so that a test need not know the types of an operation.
macro_rules! call {
    ($name:ident, $row:expr) => {
        #[derive(Clone)]
        pub(crate) struct $name<'a>(pub(crate) &'a Hero);

        impl Operation for $name<'_> {
            type Output = Json;
            const INFO: &'static OperationInfo = $row;

            fn client(&self) -> &Client {
                self.0.api()
            }

            fn into_request(self) -> Result<reqwest::Request, Error> {
                Ok(request(self.0, Self::INFO))
            }
        }

        impl $name<'_> {
            /// Sends it, and turns its error into that of this crate as `?` does.
            pub(crate) async fn sent(self) -> Result<ResponseValue<Json>, hero_api_ext::Error> {
                Ok(self.send().await?)
            }
        }
    };
}

call!(Get, GET);
call!(Post, POST);

pub(crate) fn request(hero: &Hero, operation: &OperationInfo) -> reqwest::Request {
    let path = operation.path.split('/').map(|segment| if segment.contains('{') { "1" } else { segment });
    let url = format!("{}{}", hero.api().base_url(), path.collect::<Vec<_>>().join("/"));
    hero.api().http().request(operation.method.clone(), url).build().unwrap()
}

/// A client for `server` whose clock is `clock` and whose waits are half of the longest.
pub(crate) fn builder(server: &Server, clock: &TestClock) -> HeroBuilder {
    Hero::builder()
        .environment(Environment::Custom(server.base_url()))
        .credentials(Credentials::new("the-key", "12"))
        .clock(clock.clone())
        .random(FixedRandom(0.5))
}

pub(crate) fn hero(server: &Server, clock: &TestClock) -> Hero {
    builder(server, clock).build().unwrap()
}

pub(crate) fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}
