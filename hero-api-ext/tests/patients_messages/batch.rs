use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use hero_api_ext::{
    Error,
    clock::Clock,
    hero_api::{
        builder::{CreateBatchMessage, GetBatchMessage, SendBatchMessage},
        mock::MockServerExt,
    },
    messages::{BatchStatus, RecipientStatus, Recipients, SendStatus, SendingBatch, TracedBatch},
};
use httpmock::{Mock, MockServer};
use serde_json::{Value, json};

use crate::support::{PERSONAL, ThenCompleted as _, fails_as_documented, hero, hero_and_clock};

const ROWS: [(&str, &str); 3] =
    [("943 476 5919", "1989-04-11"), ("450-557-7104", "12/05/1971"), ("9990000018", "2001-01-31")];

/// A batch in Hero, of three recipients, one of whom cannot be traced.
pub(crate) struct HeroBatch {
    server: MockServer,
    /// The mock that is told to send.
    send: usize,
}

impl HeroBatch {
    /// `states` of the batch: before it was told to send, and after.
    fn with_states(before: &'static str, after: &'static str) -> Self {
        let server = MockServer::start();
        let told = Arc::new(AtomicBool::new(false));
        server.create_batch_message(|_when, then| {
            then.completed(batch(before));
        });
        for (state, when_told) in [(before, false), (after, true)] {
            let told = Arc::clone(&told);
            server.get_batch_message(|when, then| {
                when.id("b1").into_inner().is_true(move |_| told.load(Ordering::SeqCst) == when_told);
                then.completed(batch(state));
            });
        }
        let send = server.send_batch_message(|when, then| {
            when.id("b1").into_inner().is_true(move |request| {
                // Every mock looks at every request.
                told.fetch_or(request.method().as_str() == "PATCH", Ordering::SeqCst);
                true
            });
            then.completed(json!(null));
        });
        let send = send.id();
        Self { server, send }
    }

    /// Traced, with what each list says of its members.
    pub(crate) fn traced(before: &'static str, after: &'static str) -> Self {
        let batch = Self::with_states(before, after);
        batch.recipients("ENRICHED", &[json!({ "status": "ENRICHED" }), json!({})]);
        let untraced = json!({ "nhs_number": "999 000 0018", "status": "ENRICHMENT_ERROR", "name": PERSONAL });
        batch.recipients("ENRICHMENT_ERROR", &[untraced]);
        for empty in ["CREATED", "QUEUED", "INVALID_PAYLOAD"] {
            batch.recipients(empty, &[]);
        }
        batch.everybody();
        batch
    }

    fn recipients(&self, status: &str, items: &[Value]) {
        self.server.list_batch_message_recipients(|when, then| {
            when.id("b1").into_inner().query_param("status", status).query_param("page_index", "0");
            then.completed(json!({ "data": items, "count": items.len() }));
        });
        self.server.list_batch_message_recipients(|when, then| {
            when.id("b1").into_inner().query_param("status", status);
            then.completed(json!({ "data": [], "count": 0 }));
        });
    }

    fn everybody(&self) {
        self.server.list_batch_message_recipients(|when, then| {
            when.id("b1").into_inner().query_param_missing("status");
            then.completed(json!({ "data": [{}], "count": 3 }));
        });
    }

    pub(crate) fn messages(&self, status: &str, items: &[Value]) {
        self.server.list_batch_message_sends(|when, then| {
            when.id("b1").into_inner().query_param("status", status).query_param("page_index", "0");
            then.completed(json!({ "data": items, "count": items.len() }));
        });
        self.server.list_batch_message_sends(|when, then| {
            when.id("b1").into_inner().query_param("status", status);
            then.completed(json!({ "data": [], "count": 0 }));
        });
    }

    pub(crate) async fn ready(&self) -> Result<TracedBatch, Error> {
        let hero = hero(&self.server);
        let recipients = hero.messages().check_recipients(ROWS)?;
        let batch = hero.messages().batch_sms("Flu 2026", "Book your flu jab.").recipients(recipients).send().await?;
        batch.wait_until_traced().await
    }

    fn times_sent(&self) -> usize {
        Mock::new(self.send, &self.server).calls()
    }
}

fn batch(status: &str) -> Value {
    json!({ "id": "b1", "name": "Flu 2026", "status": status, "channel": "SMS", "content": PERSONAL })
}

#[tokio::test]
async fn a_batch_is_created_with_everybody_in_it() -> Result<(), Error> {
    let server = MockServer::start();
    let mock = server.create_batch_message(|when, then| {
        when.into_inner().json_body(json!({
            "name": "Flu 2026", "channel": "EMAIL", "subject": "Flu", "content": "Book your flu jab.",
            "recipients": [
                { "nhs_number": "943 476 5919", "dob": "1989-04-11" },
                { "nhs_number": "450 557 7104", "dob": "1971-05-12" },
                { "nhs_number": "999 000 0018", "dob": "2001-01-31" },
            ],
        }));
        then.completed(batch("CREATED"));
    });
    let hero = hero(&server);
    let recipients = hero.messages().check_recipients(ROWS)?;
    let batch =
        hero.messages().batch_email("Flu 2026", "Flu", "Book your flu jab.").recipients(recipients).send().await?;
    assert_eq!(batch.id(), "b1");
    mock.assert_calls(1);
    Ok(())
}

#[tokio::test]
async fn batch_is_traced_sent_and_watched() -> Result<(), Error> {
    let hero_batch = HeroBatch::traced("CREATED", "COMPLETED");
    let traced = hero_batch.ready().await?;
    assert_eq!((traced.traced(), traced.total()), (2, 3));
    let [untraced] = traced.untraced() else { panic!("{traced:?}") };
    assert_eq!(untraced.status(), &RecipientStatus::EnrichmentError);
    assert_eq!(untraced.nhs_number(), "999 000 0018".parse().ok());
    assert_eq!(untraced.field("name"), Some(&json!(PERSONAL)));
    assert!(!format!("{traced:?} {untraced:?}").contains(PERSONAL));
    assert_eq!(hero_batch.times_sent(), 0);

    let sending = traced.send().await?;
    assert_eq!(hero_batch.times_sent(), 1);

    hero_batch.messages(
        "SUCCESS",
        &[json!({ "id": "m1", "patient": { "id": "7" }, "recipient": { "nhs_number": "943 476 5919" } })],
    );
    hero_batch
        .messages("ERROR", &[json!({ "message_id": "m2", "status": "ERROR", "patient_id": 8, "note": PERSONAL })]);
    for empty in ["CREATED", "QUEUED", "SENT"] {
        hero_batch.messages(empty, &[]);
    }
    let mut progress = sending.progress();
    let last = progress.next().await.unwrap()?;
    assert_eq!((last.sent(), last.failed(), last.waiting(), last.total()), (1, 1, 0, 2));
    assert!(last.is_complete() && progress.next().await.is_none());

    let mut outcomes = sending.outcomes();
    let mut told = Vec::new();
    while let Some(outcome) = outcomes.next().await {
        let outcome = outcome?;
        assert!(!format!("{outcome:?}").contains(PERSONAL));
        told.push((outcome.status().clone(), outcome.message(), outcome.patient(), outcome.nhs_number()));
    }
    assert_eq!(
        told,
        [
            (SendStatus::Error, Some("m2".into()), Some(8.into()), None),
            (SendStatus::Success, Some("m1".into()), Some(7.into()), "943 476 5919".parse().ok()),
        ]
    );
    Ok(())
}

#[tokio::test]
async fn batch_is_sent_once_however_often_told() -> Result<(), Error> {
    let hero_batch = HeroBatch::traced("CREATED", "SENDING");
    let traced = hero_batch.ready().await?;
    for _ in 0..3 {
        traced.send().await?;
    }
    (&traced).await?;
    assert_eq!(hero_batch.times_sent(), 1);

    // Two at the same time, to a server whose state lags behind.
    let lagging = HeroBatch::traced("CREATED", "CREATED");
    let traced = lagging.ready().await?;
    let (first, second) = tokio::join!(traced.send(), traced.send());
    assert_eq!((first.is_ok(), second.is_ok(), lagging.times_sent()), (true, true, 1));

    // Another process, which has nothing but the id.
    let hero = hero(&hero_batch.server);
    hero.messages().batch("b1").wait_until_traced().await?.send().await?;
    assert_eq!(hero_batch.times_sent(), 1);
    Ok(())
}

#[tokio::test]
async fn a_batch_that_may_have_been_sent_is_not_sent() -> Result<(), Error> {
    // Created by this process, and never told to send: pending cannot mean that it was sent.
    let hero_batch = HeroBatch::traced("PENDING", "PENDING");
    let traced = hero_batch.ready().await?;
    traced.send().await?;
    assert_eq!(hero_batch.times_sent(), 1);

    // The call failed, and pending may now mean that it arrived all the same.
    let hero_batch = HeroBatch::traced("PENDING", "PENDING");
    Mock::new(hero_batch.send, &hero_batch.server).delete();
    let failing = hero_batch.server.send_batch_message(|_when, then| {
        then.error(500, json!({}));
    });
    let traced = hero_batch.ready().await?;
    assert!(traced.send().await.is_err_and(|error| error.is_server()));
    assert!(traced.send().await.is_err_and(|error| error.is_invalid_input()));
    failing.assert_calls(1);

    for state in ["PENDING", "PAUSED"] {
        let hero_batch = HeroBatch::traced(state, state);
        let hero = hero(&hero_batch.server);
        let error = hero.messages().batch("b1").wait_until_traced().await?.send().await.err();
        assert!(error.is_some_and(|error| error.is_invalid_input()), "{state}");
        assert_eq!(hero_batch.times_sent(), 0, "{state}");
    }
    Ok(())
}

#[tokio::test]
async fn tracing_wait_lasts_until_all_are_traced() -> Result<(), Error> {
    let hero_batch = HeroBatch::with_states("CREATED", "SENDING");
    let (hero, clock) = hero_and_clock(&hero_batch.server);
    let (early, late) = (clock.clone(), clock.clone());
    // For two seconds there is nobody at all, then somebody untraced, then everybody is traced.
    hero_batch.server.list_batch_message_recipients(|when, then| {
        when.into_inner().is_true(move |_| early.now() < Duration::from_secs(2));
        then.completed(json!({ "data": [], "count": 0 }));
    });
    hero_batch.server.list_batch_message_recipients(|when, then| {
        when.into_inner().query_param("status", "CREATED").is_true(move |_| late.now() < Duration::from_secs(5));
        then.completed(json!({ "data": [{ "id": "r1" }], "count": 1 }));
    });
    hero_batch.recipients("ENRICHED", &[json!({ "id": "r1" })]);
    for empty in ["CREATED", "QUEUED", "INVALID_PAYLOAD", "ENRICHMENT_ERROR"] {
        hero_batch.recipients(empty, &[]);
    }
    hero_batch.everybody();
    let traced = hero.messages().batch("b1").wait_until_traced().await?;
    assert_eq!((traced.traced(), traced.total()), (1, 1));
    assert!((5..10).contains(&clock.now().as_secs()), "{:?}", clock.now());
    Ok(())
}

#[tokio::test]
async fn tracing_wait_gives_up_at_its_limit() {
    let hero_batch = HeroBatch::with_states("CREATED", "SENDING");
    hero_batch.recipients("CREATED", &[json!({ "id": "r1" })]);
    let (hero, clock) = hero_and_clock(&hero_batch.server);
    let batch = hero.messages().batch("b1");
    let error = batch.wait_until_traced().within(Duration::from_secs(60)).await.err().unwrap();
    assert!(error.is_deadline_exceeded(), "{error:?}");
    assert_eq!(clock.now(), Duration::from_secs(60));
}

#[tokio::test]
async fn empty_batch_is_not_created_and_not_sent() -> Result<(), Error> {
    let hero_batch = HeroBatch::with_states("CREATED", "SENDING");
    let hero = hero(&hero_batch.server);
    let nobody: Recipients = hero.messages().check_recipients(Vec::<(String, String)>::new())?;
    let draft = hero.messages().batch_nhs_app("Flu", "Book.");
    assert!(draft.clone().recipients(nobody).send().await.is_err_and(|error| error.is_invalid_input()));
    let somebody = hero.messages().check_recipients(ROWS)?;
    for draft in [
        hero.messages().batch_sms(" ", "x"),
        hero.messages().batch_sms("x", ""),
        hero.messages().batch_email("x", "", "x"),
    ] {
        assert!(draft.recipients(somebody.clone()).send().await.is_err_and(|error| error.is_invalid_input()));
    }

    for empty in ["CREATED", "ENRICHED", "QUEUED", "INVALID_PAYLOAD"] {
        hero_batch.recipients(empty, &[]);
    }
    hero_batch.recipients("ENRICHMENT_ERROR", &[json!({ "id": "r1" })]);
    hero_batch.everybody();
    let traced = hero.messages().batch("b1").wait_until_traced().await?;
    assert!(traced.send().await.is_err_and(|error| error.is_invalid_input()));
    assert_eq!(hero_batch.times_sent(), 0);
    Ok(())
}

#[tokio::test]
async fn progress_is_told_on_change_and_at_the_end() -> Result<(), Error> {
    let server = MockServer::start();
    let (hero, clock) = hero_and_clock(&server);
    for (from, until, state, sent) in [(0, 10, "SENDING", 1), (10, 40, "SENDING", 150), (40, 1_000, "COMPLETED", 200)] {
        let (for_state, for_sent) = (clock.clone(), clock.clone());
        server.get_batch_message(|when, then| {
            when.into_inner().is_true(move |_| (from..until).contains(&for_state.now().as_secs()));
            then.completed(batch(state));
        });
        server.list_batch_message_sends(|when, then| {
            let when = when.into_inner().query_param("status", "SENT");
            when.query_param("page_index", "0").is_true(move |_| (from..until).contains(&for_sent.now().as_secs()));
            // More than a page of them: the count tells, and no more pages are asked for.
            let page: Vec<Value> = (0..sent.min(100)).map(|number| json!({ "id": number })).collect();
            then.completed(json!({ "data": page, "count": sent }));
        });
    }
    server.list_batch_message_sends(|_when, then| {
        then.completed(json!({ "data": [], "count": 0 }));
    });
    let sending: SendingBatch = hero.messages().batch("b1").watch();
    let mut told = Vec::new();
    let mut progress = sending.progress();
    while let Some(progress) = progress.next().await {
        let progress = progress?;
        told.push((progress.sent(), progress.is_complete()));
    }
    assert_eq!(told, [(1, false), (150, false), (200, true)]);

    let mut short = sending.progress().within(Duration::ZERO);
    assert!(short.next().await.is_some_and(|progress| progress.is_ok()));
    assert!(short.next().await.is_none());
    Ok(())
}

#[tokio::test]
async fn unfiltered_server_is_counted_right() -> Result<(), Error> {
    let server = MockServer::start();
    server.get_batch_message(|_when, then| {
        then.completed(batch("COMPLETED"));
    });
    server.list_batch_message_sends(|when, then| {
        when.into_inner().query_param("page_index", "0");
        let items = ["SUCCESS", "SENT", "ERROR", "BOUNCED"].map(|status| json!({ "id": status, "status": status }));
        then.completed(json!({ "data": items, "count": 4 }));
    });
    server.list_batch_message_sends(|_when, then| {
        then.completed(json!({ "data": [], "count": 4 }));
    });
    let hero = hero(&server);
    let sending = hero.messages().batch("b1").watch();
    assert_eq!(sending.status().await?, BatchStatus::Completed);
    let last = sending.progress().next().await.unwrap()?;
    assert_eq!((last.sent(), last.failed(), last.waiting()), (2, 1, 1));
    let mut outcomes = sending.outcomes();
    let mut told = Vec::new();
    while let Some(outcome) = outcomes.next().await {
        told.push(outcome?.status().to_string());
    }
    assert_eq!(told, ["BOUNCED", "SENT", "ERROR", "SUCCESS"]);
    Ok(())
}

#[tokio::test]
async fn a_batch_fails_as_documented() {
    fails_as_documented::<CreateBatchMessage, _, _>(
        |_| {},
        async |hero| {
            let recipients = hero.messages().check_recipients(ROWS)?;
            hero.messages().batch_sms("Flu", "Book.").recipients(recipients).send().await
        },
    )
    .await;
    fails_as_documented::<GetBatchMessage, _, _>(|_| {}, async |hero| hero.messages().batch("b1").status().await).await;
    fails_as_documented::<SendBatchMessage, _, _>(
        |server| {
            server.get_batch_message(|_when, then| {
                then.completed(batch("CREATED"));
            });
            server.list_batch_message_recipients(|when, then| {
                when.into_inner().query_param("status", "ENRICHED").query_param("page_index", "0");
                then.completed(json!({ "data": [{}], "count": 1 }));
            });
            server.list_batch_message_recipients(|when, then| {
                when.into_inner().query_param_missing("status");
                then.completed(json!({ "data": [{}], "count": 1 }));
            });
            server.list_batch_message_recipients(|_when, then| {
                then.completed(json!({ "data": [], "count": 0 }));
            });
        },
        async |hero| hero.messages().batch("b1").wait_until_traced().await?.send().await,
    )
    .await;
}
