use std::{
    collections::BTreeSet,
    sync::{
        Arc, Mutex,
        mpsc::{Receiver, channel},
    },
    task::{Context, Waker},
};

use futures_util::StreamExt;
use hero_api_ext::{
    Error, ErrorKind, Items, PagedExt,
    hero_api::{
        Operation, PageShape, Paged,
        builder::{ListBatchMessages, ListShortLinks},
        mock::MockOperation,
        operations,
    },
};
use httpmock::{HttpMockResponse, Mock, MockServer};
use serde_json::{Value, json};

use crate::support::{completed, hero};

/// Which page a request asks for, and how large.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Asked {
    page: u64,
    size: Option<u64>,
}

/// A server that responds to the operation `O` with what `response` makes of a request.
fn serve<O: Operation>(
    server: &MockServer,
    response: impl Fn(Asked) -> (u16, Value) + Send + Sync + 'static,
) -> Mock<'_> {
    server.mock_operation::<O>(|_when, then| {
        then.into_inner().respond_with(move |request| {
            let url = format!("http://localhost{}", request.uri());
            let url = reqwest::Url::parse(&url).unwrap();
            let number = |name| url.query_pairs().find(|(key, _)| key == name).map(|(_, value)| value.parse().unwrap());
            let asked = Asked { page: number("page_index").unwrap(), size: number("page_size") };
            let (status, body) = response(asked);
            HttpMockResponse::builder().status(status).body(body.to_string()).build()
        });
    })
}

/// An item of the list that the operation `P` responds with.
fn item<P: Paged>(number: u64) -> Value {
    completed::<P>(json!([{ "id": number.to_string(), "hero_id": number.to_string() }]))[0].take()
}

/// The items of a page out of `total`.
fn slice<P: Paged>(total: u64, size: u64, page: u64) -> Vec<Value> {
    (0..total).skip(usize::try_from(page * size).unwrap()).take(usize::try_from(size).unwrap()).map(item::<P>).collect()
}

/// The items of a page in an envelope, which has what the description requires; its `count` only if there is one.
fn envelope<P: Paged>(items: Vec<Value>, count: Value) -> Value {
    let mut envelope = completed::<P>(json!({ "data": items, "count": items.len() }));
    if let Some(members) = envelope.as_object_mut() {
        members.remove("count");
    }
    if !count.is_null() {
        envelope["count"] = count;
    }
    envelope
}

/// Whether the list of the operation `P` is read without its envelope: what else the description requires there cannot be made up.
fn is_read_without_envelope<P: Paged>() -> bool {
    let required = completed::<P>(json!({ "data": [] }));
    P::PAGE_SHAPE != PageShape::Envelope
        || required.as_object().unwrap().keys().all(|name| name == "data" || name == "count")
}

fn links(total: u64, size: u64) -> impl Fn(Asked) -> (u16, Value) + Send + Sync + 'static {
    move |asked| {
        let items = slice::<ListShortLinks>(total, asked.size.unwrap_or(size), asked.page);
        (200, envelope::<ListShortLinks>(items, json!(total)))
    }
}

async fn ids<P: Paged<Item: serde::Serialize> + 'static>(mut items: Items<P>) -> (Vec<String>, Option<Error>) {
    let mut ids = Vec::new();
    while let Some(item) = items.next().await {
        match item {
            Ok(item) => {
                let item = serde_json::to_value(item).unwrap();
                let id = item.get("id").or_else(|| item.get("hero_id")).unwrap();
                ids.push(id.as_str().unwrap().to_owned());
            }
            Err(error) => return (ids, Some(error)),
        }
    }
    assert!(items.next().await.is_none(), "a stream that is over stays over");
    (ids, None)
}

fn numbers(range: std::ops::Range<u64>) -> Vec<String> {
    range.map(|number| number.to_string()).collect()
}

/// Every paged operation, against servers that mean other things by `count`, and by a list.
macro_rules! every_paged_operation {
    ($($builder:ident $method:ident),* $(,)?) => {
        #[tokio::test]
        async fn every_paged_operation_streams_all_items() {
            let tested: BTreeSet<&str> =
                [$(<hero_api_ext::hero_api::builder::$builder as Operation>::INFO.id),*].into();
            let table: BTreeSet<&str> = operations::ALL.iter().filter(|row| row.paged).map(|row| row.id).collect();
            // One that a later description adds has no handle yet.
            let handles = include_str!("../../../docs/handles.md");
            let has_handle = |id: &&str| tested.contains(id) || handles.contains(&format!("`{id}`"));
            assert_eq!(tested, table.into_iter().filter(has_handle).collect());

            for (kind, count) in kinds() {
                let server = MockServer::start();
                let hero = hero(&server);
                $({
                    type Paged = hero_api_ext::hero_api::builder::$builder;
                    if kind != ARRAY || is_read_without_envelope::<Paged>() {
                        serve::<Paged>(&server, move |asked| {
                            let items = slice::<Paged>(5, 2, asked.page);
                            let count = count(items.len(), asked);
                            (200, if kind == ARRAY { json!(items) } else { envelope::<Paged>(items, count) })
                        });
                        let (ids, error) = ids(hero.api().$method().items().page_size(2)).await;
                        assert_eq!(ids, numbers(0..5), "{} of {kind}", stringify!($method));
                        assert!(error.is_none(), "{} of {kind}: {error:?}", stringify!($method));
                    }
                })*
            }
        }
    };
}

every_paged_operation! {
    ListAdmins list_admins,
    ListAutomatedMessages list_automated_messages,
    ListBatchMessageRecipients list_batch_message_recipients_of_7,
    ListBatchMessageSends list_batch_message_sends_of_7,
    ListBatchMessages list_batch_messages,
    ListEpisodes list_episodes,
    ListPatientsV3 list_patients_v3,
    ListShortLinks list_short_links,
    ListSlots list_slots,
    ListSubscriptions list_subscriptions,
}

/// The list is an array, without an envelope.
const ARRAY: &str = "an array";

/// The count beside so many items.
type Count = fn(usize, Asked) -> Value;

fn kinds() -> [(&'static str, Count); 7] {
    [
        ("a total", |_, _| json!(5)),
        ("a total as a text", |_, _| json!("5")),
        ("the size of the page", |items, _| json!(items)),
        ("the size asked for", |_, asked| json!(asked.size)),
        ("no count", |_, _| json!(null)),
        ("a nonsensical count", |_, _| json!(-1)),
        (ARRAY, |_, _| json!(null)),
    ]
}

trait OfBatchSeven {
    fn list_batch_message_recipients_of_7(&self) -> hero_api_ext::hero_api::builder::ListBatchMessageRecipients;
    fn list_batch_message_sends_of_7(&self) -> hero_api_ext::hero_api::builder::ListBatchMessageSends;
}

impl OfBatchSeven for hero_api_ext::hero_api::Client {
    fn list_batch_message_recipients_of_7(&self) -> hero_api_ext::hero_api::builder::ListBatchMessageRecipients {
        self.list_batch_message_recipients().id("7")
    }

    fn list_batch_message_sends_of_7(&self) -> hero_api_ext::hero_api::builder::ListBatchMessageSends {
        self.list_batch_message_sends().id("7")
    }
}

#[tokio::test]
async fn a_total_saves_the_request_for_an_empty_page() {
    let server = MockServer::start();
    let mock = serve::<ListShortLinks>(&server, links(5, 2));
    let hero = hero(&server);
    let (ids, error) = ids(hero.api().list_short_links().items()).await;
    assert_eq!((ids, error.is_none()), (numbers(0..5), true));
    mock.assert_calls(3);
}

#[tokio::test]
async fn empty_page_ends_the_stream() {
    let server = MockServer::start();
    serve::<ListShortLinks>(&server, |asked| {
        (200, envelope::<ListShortLinks>(slice::<ListShortLinks>(4, 2, asked.page), json!(900)))
    });
    let hero = hero(&server);
    let (ids, error) = ids(hero.api().list_short_links().items()).await;
    assert_eq!((ids, error.is_none()), (numbers(0..4), true));
}

#[tokio::test]
async fn single_object_is_one_item() {
    let server = MockServer::start();
    serve::<ListBatchMessages>(&server, |_| (200, item::<ListBatchMessages>(7)));
    serve::<ListShortLinks>(&server, |_| (200, item::<ListShortLinks>(7)));
    let hero = hero(&server);
    let (batches, error) = ids(hero.api().list_batch_messages().items()).await;
    assert_eq!((batches, error.is_none()), (numbers(7..8), true));
    let (links, error) = ids(hero.api().list_short_links().items()).await;
    assert_eq!(error.is_none(), is_read_without_envelope::<ListShortLinks>());
    assert!(error.is_some() || links == numbers(7..8), "{links:?}");
}

#[tokio::test]
async fn ignored_paging_fails_after_the_first_page() {
    for prefetch in [true, false] {
        let server = MockServer::start();
        // The responses differ in what stands around the items, and in the order of their fields.
        let mock = serve::<ListShortLinks>(&server, |asked| {
            let mut response = envelope::<ListShortLinks>(slice::<ListShortLinks>(2, 2, 0), json!(null));
            response["at"] = json!(asked.page);
            (200, response)
        });
        let hero = hero(&server);
        let links = hero.api().list_short_links().items();
        let (ids, error) = ids(if prefetch { links } else { links.without_prefetch() }).await;
        assert_eq!(ids, numbers(0..2));
        let error = error.unwrap();
        assert!(error.kind() == ErrorKind::Protocol && error.to_string().contains("page 1 is page 0 again"), "{error}");
        mock.assert_calls(2);
    }
}

#[tokio::test]
async fn a_server_that_goes_round_is_an_error() {
    let server = MockServer::start();
    serve::<ListShortLinks>(&server, |asked| {
        (200, envelope::<ListShortLinks>(slice::<ListShortLinks>(4, 2, asked.page % 2), json!(null)))
    });
    let hero = hero(&server);
    let (ids, error) = ids(hero.api().list_short_links().items()).await;
    assert_eq!(ids, numbers(0..4));
    assert!(error.is_some_and(|error| error.kind() == ErrorKind::Protocol));
}

#[tokio::test]
async fn stream_stops_at_max_pages() {
    let server = MockServer::start();
    let mock = serve::<ListShortLinks>(&server, |asked| {
        (200, envelope::<ListShortLinks>(vec![item::<ListShortLinks>(asked.page)], json!(null)))
    });
    let hero = hero(&server);
    let mut items = hero.api().list_short_links().items().max_pages(4);
    for number in 0..4 {
        assert!(items.next().await.is_some_and(|item| item.is_ok()), "{number}");
    }
    assert!(items.next().await.is_some_and(|item| item.is_err_and(|error| error.kind() == ErrorKind::Protocol)));
    assert_eq!(items.resume_from(), 4);
    assert!(items.next().await.is_none());
    mock.assert_calls(4);
}

#[tokio::test]
async fn page_error_comes_last_and_can_be_resumed() {
    let server = MockServer::start();
    let is_ill = Arc::new(Mutex::new(true));
    let state = Arc::clone(&is_ill);
    serve::<ListShortLinks>(&server, move |asked| {
        if asked.page == 1 && *state.lock().unwrap() { (404, json!({})) } else { links(5, 2)(asked) }
    });
    let hero = hero(&server);
    let mut items = hero.api().list_short_links().items();
    for number in 0..2 {
        let item = items.next().await.unwrap().unwrap();
        assert_eq!(item.get("id"), Some(&json!(number.to_string())));
    }
    assert!(items.next().await.is_some_and(|item| item.is_err_and(|error| error.kind() == ErrorKind::NotFound)));
    assert!(items.next().await.is_none());
    assert_eq!(items.resume_from(), 1);

    *is_ill.lock().unwrap() = false;
    let (rest, error) = ids(hero.api().list_short_links().items().start_page(items.resume_from())).await;
    assert_eq!((rest, error.is_none()), (numbers(2..5), true));
}

#[tokio::test]
async fn undecodable_page_is_an_error() {
    let server = MockServer::start();
    serve::<ListShortLinks>(&server, |asked| {
        let items = if asked.page == 0 { vec![item::<ListShortLinks>(0)] } else { vec![json!(7)] };
        (200, envelope::<ListShortLinks>(items, json!(null)))
    });
    let hero = hero(&server);
    let (ids, error) = ids(hero.api().list_short_links().items()).await;
    assert_eq!(ids, numbers(0..1));
    let error = error.unwrap();
    assert!(error.kind() == ErrorKind::Decode && error.attempts() == 1, "{error:?}");
}

#[tokio::test]
async fn limit_asks_for_no_unneeded_page() {
    for (limit, calls) in [(0, 0), (1, 1), (2, 1), (3, 2), (4, 2)] {
        let server = MockServer::start();
        let mock = serve::<ListShortLinks>(&server, links(9, 2));
        let hero = hero(&server);
        let (ids, error) = ids(hero.api().list_short_links().items().limit(limit)).await;
        assert_eq!((ids, error.is_none()), (numbers(0..limit), true));
        mock.assert_calls(calls);
    }
}

#[tokio::test]
async fn pages_are_numbered_from_start_page() {
    let server = MockServer::start();
    serve::<ListShortLinks>(&server, links(9, 2));
    let hero = hero(&server);
    let mut pages = hero.api().list_short_links().pages().start_page(3).limit(3);
    assert_eq!(pages.resume_from(), 3);
    let page = pages.next().await.unwrap().unwrap();
    assert_eq!((page.number(), page.count(), page.items().len(), pages.resume_from()), (3, Some(9), 2, 4));
    let page = pages.next().await.unwrap().unwrap();
    assert_eq!((page.number(), page.into_items().len()), (4, 1));
    assert!(pages.next().await.is_none());

    let mut pages = hero.api().list_short_links().pages().limit(3);
    while let Some(page) = pages.next().await {
        page.unwrap();
    }
    assert_eq!(pages.resume_from(), 1, "what the limit cut off is still to be had");
}

#[tokio::test]
async fn page_and_size_of_the_operation_count() {
    let server = MockServer::start();
    let mock = serve::<ListBatchMessages>(&server, |asked| {
        assert_eq!(asked.size, Some(2));
        (200, envelope::<ListBatchMessages>(slice::<ListBatchMessages>(9, 2, asked.page), json!(2)))
    });
    let hero = hero(&server);
    let batches = hero.api().list_batch_messages().page_index(3).page_size(2);
    assert_eq!(ids(batches.clone().items()).await.0, numbers(6..9));
    assert_eq!(ids(batches.items().start_page(4)).await.0, numbers(8..9));
    assert!(mock.calls() > 2);
}

#[tokio::test]
async fn options_of_a_call_hold_for_each_of_its_pages() {
    let server = MockServer::start();
    let mock = server.mock_operation::<ListShortLinks>(|when, then| {
        when.into_inner().header("x-practice-group-id", "34");
        then.ok_json(envelope::<ListShortLinks>(Vec::new(), json!(null)));
    });
    let hero = hero(&server);
    let links = hero.with_practice_group("34").api().list_short_links().items();
    assert!(links.into_vec().await.is_ok_and(|links| links.is_empty()));
    mock.assert();
}

#[tokio::test]
async fn page_size_zero_is_refused() {
    let server = MockServer::start();
    let mock = serve::<ListShortLinks>(&server, links(9, 2));
    let hero = hero(&server);
    let error = hero.api().list_short_links().items().page_size(0).into_vec().await.err();
    assert!(error.is_some_and(|error| error.kind() == ErrorKind::InvalidInput));
    mock.assert_calls(0);
}

#[tokio::test]
async fn a_stream_can_be_used_as_one() {
    let server = MockServer::start();
    serve::<ListShortLinks>(&server, links(5, 2));
    let hero = hero(&server);
    let items = hero.api().list_short_links().items();
    assert_eq!(StreamExt::collect::<Vec<_>>(items).await.len(), 5);
    let pages = hero.api().list_short_links().pages();
    assert_eq!(StreamExt::count(pages).await, 3);
}

/// A server that says which page it is asked for, and responds to page 1 and later when the test lets it.
fn gated(server: &MockServer) -> (Receiver<u64>, std::sync::mpsc::Sender<()>) {
    let (say, heard) = channel();
    let (open, gate) = channel();
    let gate = Mutex::new(gate);
    let say = Mutex::new(say);
    serve::<ListShortLinks>(server, move |asked| {
        // A test that is over no longer listens.
        let _ = say.lock().unwrap().send(asked.page);
        if asked.page > 0 {
            let _ = gate.lock().unwrap().recv();
        }
        links(6, 2)(asked)
    });
    (heard, open)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn prefetch_is_one_page_ahead() {
    let server = MockServer::start();
    let (heard, open) = gated(&server);
    let hero = hero(&server);
    let mut items = hero.api().list_short_links().items();
    items.next().await.unwrap().unwrap();
    // The caller works, and asks for nothing.
    assert_eq!((heard.recv().unwrap(), heard.recv().unwrap()), (0, 1));
    open.send(()).unwrap();
    items.next().await.unwrap().unwrap();
    assert!(heard.try_recv().is_err(), "page 2 is not asked for before page 1 is given out");
    items.next().await.unwrap().unwrap();
    assert_eq!(heard.recv().unwrap(), 2);
    drop(open);
    assert_eq!(ids(items).await.0, numbers(3..6));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_prefetch_pages_come_on_demand() {
    let server = MockServer::start();
    let (heard, open) = gated(&server);
    let hero = hero(&server);
    let mut items = hero.api().list_short_links().items().without_prefetch();
    items.next().await.unwrap().unwrap();
    items.next().await.unwrap().unwrap();
    assert_eq!(heard.recv().unwrap(), 0);
    assert!(heard.try_recv().is_err());
    drop(open);
    assert_eq!(ids(items).await.0, numbers(2..6));
}

#[tokio::test]
async fn dropping_the_stream_stops_the_work() {
    let server = MockServer::start();
    let (heard, open) = gated(&server);
    let hero = hero(&server);
    let mut items = hero.api().list_short_links().items();
    items.next().await.unwrap().unwrap();
    // On this runtime of one thread the task has not run yet: it must not run any more.
    let tasks = || tokio::runtime::Handle::current().metrics().num_alive_tasks();
    let before = tasks();
    drop(items);
    for _ in 0..100 {
        tokio::task::yield_now().await;
    }
    drop(open);
    assert_eq!(heard.recv().unwrap(), 0);
    assert!(heard.try_recv().is_err());
    assert_eq!(tasks(), before - 1);
}

#[tokio::test]
async fn a_next_that_is_dropped_loses_no_page() {
    let server = MockServer::start();
    serve::<ListShortLinks>(&server, links(5, 2));
    let hero = hero(&server);
    let mut items = hero.api().list_short_links().items();
    for _ in 0..3 {
        let mut next = Box::pin(items.next());
        assert!(next.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
    }
    assert_eq!(ids(items).await.0, numbers(0..5));
}

#[test]
fn the_streams_are_send_and_show_no_items() {
    fn assert_send<T: Send>(value: T) -> T {
        value
    }
    let server = MockServer::start();
    let hero = hero(&server);
    let items = assert_send(hero.api().list_short_links().items().page_size(2));
    assert!(format!("{items:?}").contains("listShortLinks"));
}
