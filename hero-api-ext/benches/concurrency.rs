//! What is gained while a response is waited for: pages that are fetched ahead, and messages that are sent side by side.
//!
//! ```text
//! cargo bench -p hero-api-ext --bench concurrency
//! ```
//!
//! The server takes 50 ms for a response, as one at a distance would. The peers are plain reqwest and serde in the same run.

mod support;

use std::time::{Duration, Instant};

use futures_util::{StreamExt, stream};
use hero_api_ext::PagedExt;
use serde_json::json;
use support::{
    Failure,
    calls::{self, sent, text_message},
    row::{Limit, Row, report},
    slow_server,
};

const LATENCY: Duration = Duration::from_millis(50);
const PAGES: usize = 50;
const HANDLING: Duration = Duration::from_millis(40);

const MESSAGES: usize = 1_000;
const AT_ONCE: usize = 32;
/// The patient whose response is slow, of so many: 2 %.
const ONE_SLOW_IN: usize = 50;
const SLOW: Duration = Duration::from_millis(500);

fn main() -> Result<(), Failure> {
    let runtime = support::runtime()?;
    let pages = |blocks| {
        let runtime = &runtime;
        move || runtime.block_on(pages(blocks))
    };
    let bulk = |slow| {
        let runtime = &runtime;
        move || runtime.block_on(bulk(slow))
    };
    let rows: [Box<dyn Fn() -> Result<Row, Failure>>; 4] =
        [Box::new(pages(false)), Box::new(pages(true)), Box::new(bulk(false)), Box::new(bulk(true))];
    report(rows.into_iter().map(|row| row()))
}

/// 50 pages, each of which is handled for 40 ms: beside one request after the other.
async fn pages(blocks: bool) -> Result<Row, Failure> {
    let base_url = slow_server::serve(|request| {
        let page = request.split("page_index=").nth(1).and_then(|rest| rest.split(['&', ' ']).next());
        let page: usize = page.and_then(|page| page.parse().ok()).unwrap_or_default();
        let item = json!({"hero_id": page.to_string()});
        (LATENCY, json!({"data": if page < PAGES { vec![item] } else { vec![] }, "count": PAGES}).to_string())
    })?;

    let http = reqwest::Client::builder().no_proxy().build()?;
    let start = now();
    for page in 0..PAGES {
        let query = [("page_index", page.to_string()), ("page_size", "1".to_owned())];
        let page: support::patients::Page = sent(http.get(format!("{base_url}/v3/patients")).query(&query)).await?;
        assert_eq!(page.data.len(), 1);
        handle(blocks).await?;
    }
    let sequential = start.elapsed();

    let hero = calls::builder(&base_url).build()?;
    let start = now();
    let mut pages = hero.api().list_patients_v3().pages().page_size(1).limit(PAGES as u64);
    let mut handled = 0;
    while let Some(page) = pages.next().await {
        assert_eq!(page?.items().len(), 1);
        handled += 1;
        handle(blocks).await?;
    }
    let ours = start.elapsed();
    assert_eq!(handled, PAGES);
    let how = if blocks { "blocking, on another thread" } else { "awaited" };
    Ok(Row {
        what: format!("{PAGES} pages at 50 ms, handling of 40 ms ({how})"),
        ours: format!("{ours:.2?}"),
        peer: format!("{sequential:.2?}, one after the other"),
        ratio: ours.as_secs_f64() / sequential.as_secs_f64(),
        limit: Limit::AtMost(0.6),
    })
}

/// What a program does with a page. Work that blocks goes to another thread: on the thread of the runtime it would hold up
/// the next page too.
#[expect(clippy::disallowed_methods, reason = "it is the time of the program")]
async fn handle(blocks: bool) -> Result<(), Failure> {
    if blocks {
        tokio::task::spawn_blocking(|| std::thread::sleep(HANDLING)).await?;
    } else {
        tokio::time::sleep(HANDLING).await;
    }
    Ok(())
}

fn latency(slow: bool, patient: usize) -> Duration {
    if slow && patient.is_multiple_of(ONE_SLOW_IN) { SLOW } else { LATENCY }
}

/// How long it takes when each message begins as soon as one of the 32 before it is done: nothing that keeps to the order of
/// the list is quicker.
fn shortest(latencies: impl Iterator<Item = Duration>) -> Duration {
    let mut free_at = [Duration::ZERO; AT_ONCE];
    for latency in latencies {
        if let Some(first) = free_at.iter_mut().min() {
            *first += latency;
        }
    }
    free_at.into_iter().max().unwrap_or_default()
}

/// 1,000 messages, 32 at a time: beside the shortest time that the latency allows, and beside plain requests.
async fn bulk(slow: bool) -> Result<Row, Failure> {
    let base_url = slow_server::serve(move |request| {
        let patient = request.split(r#""patient_id":""#).nth(1).and_then(|rest| rest.split('"').next());
        let patient: usize = patient.and_then(|patient| patient.parse().ok()).unwrap_or_default();
        (latency(slow, patient), json!({"message_id": patient.to_string()}).to_string())
    })?;

    let http = reqwest::Client::builder().no_proxy().build()?;
    let start = now();
    let mut plain =
        stream::iter(1..=MESSAGES).map(|patient| text_message(&http, &base_url, patient)).buffer_unordered(AT_ONCE);
    while let Some(sent) = plain.next().await {
        sent?;
    }
    let peer = start.elapsed();

    let hero = calls::builder(&base_url).build()?;
    let start = now();
    let patients = 1..=MESSAGES as u64;
    let bulk = hero.messages().bulk(patients, |messages, patient| Ok(messages.sms(*patient, calls::TEXT)));
    let mut bulk = bulk.concurrency(AT_ONCE).send();
    while bulk.next().await.is_some() {}
    let ours = start.elapsed();
    assert_eq!(bulk.summary().sent, MESSAGES);

    let ideal = shortest((1..=MESSAGES).map(|patient| latency(slow, patient)));
    let what = if slow { ", 500 ms for 2 %" } else { "" };
    Ok(Row {
        what: format!("bulk of {MESSAGES} at 50 ms{what}, {AT_ONCE} at a time"),
        ours: format!("{ours:.2?}"),
        peer: format!("{ideal:.2?} ideal; {peer:.2?} by reqwest and `buffer_unordered`"),
        ratio: ideal.as_secs_f64() / ours.as_secs_f64(),
        limit: Limit::AtLeast(0.9),
    })
}

#[expect(clippy::disallowed_methods, reason = "a benchmark measures the time")]
fn now() -> Instant {
    Instant::now()
}
