use std::{
    fs::{File, OpenOptions},
    io::{self, Write},
    sync::Arc,
    time::Duration,
};

use axum::{Router, extract::State};
use hero_api_ext::{
    clock::{Clock, SystemClock},
    redis::{Redis, RedisReplayGuard, client},
    webhook_receiver::{Delivery, Receiver, Verifier, axum::webhook},
};
use http::StatusCode;
use tokio::net::TcpListener;

use crate::{
    Failure,
    defect::{Defect, Defective},
};

pub(crate) const SIGNING_KEY: &str = "the key that the webhook was created with";
/// Short, so that what a killed process leaves is taken over soon.
const LEASE: Duration = Duration::from_secs(2);
/// How long a handler works at most before it acts, and after.
const BEFORE: Duration = Duration::from_millis(4);
const AFTER: Duration = Duration::from_millis(12);

/// Receives deliveries, notes those that it handles in a file, and prints its address first.
pub(crate) async fn run(arguments: &[String]) -> Result<(), Failure> {
    let [redis_url, notes, defect] = arguments else { return Err("receive takes three arguments".into()) };
    let notes = Arc::new(OpenOptions::new().create(true).append(true).open(notes)?);
    let guard = RedisReplayGuard::new(&Redis::connect(redis_url).await?);
    let receiver = Receiver::new(Verifier::new(SIGNING_KEY)?).with_lease(LEASE);
    let receiver = match Defect::from_name(defect) {
        Some(defect) => {
            let connection = client::aio::ConnectionManager::new(client::Client::open(redis_url.as_str())?).await?;
            receiver.with_guard(Defective { guard, connection, defect })
        }
        None => receiver.with_guard(guard),
    };
    let app = Router::new().route("/", webhook(receiver, handle)).with_state(notes);
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    println!("http://{}/", listener.local_addr()?);
    io::stdout().flush()?;
    axum::serve(listener, app).await?;
    Ok(())
}

/// Acts: one line in the notes, which a process that is killed leaves. It works before and afterwards, so that some processes are
/// killed when they have acted and not confirmed it.
async fn handle(State(notes): State<Arc<File>>, delivery: Delivery) -> StatusCode {
    let clock = SystemClock::new();
    clock.sleep(BEFORE.mul_f64(fastrand::f64())).await;
    let Some(id) = delivery.event().id() else { return StatusCode::UNPROCESSABLE_ENTITY };
    let how = if delivery.is_taken_over() { "taken-over" } else { "new" };
    let Ok(()) = (&*notes).write_all(format!("{id} {how}\n").as_bytes()) else {
        return StatusCode::INTERNAL_SERVER_ERROR;
    };
    clock.sleep(AFTER.mul_f64(fastrand::f64())).await;
    StatusCode::NO_CONTENT
}
