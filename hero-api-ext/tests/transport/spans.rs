//! What traces hold.

use std::{
    fmt,
    sync::{Arc, Mutex},
};

use hero_api_ext::clock::TestClock;
use tracing::{
    Event, Metadata, Subscriber,
    field::{Field, Visit},
    span::{Attributes, Id, Record},
};

use crate::transport::{
    alone::{alone, run},
    any::{Post, builder},
    server::{Server, Step, response},
};

/// Writes down all fields of all spans and events, as `span number: field = value`.
#[derive(Clone, Default)]
pub(crate) struct Notebook(Arc<Mutex<(u64, Vec<String>)>>);

struct Page<'a>(u64, &'a mut Vec<String>);

impl Visit for Page<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.1.push(format!("{}: {field} = {value:?}", self.0));
    }
}

impl Notebook {
    /// What was written down.
    pub(crate) fn take(&self) -> Vec<String> {
        std::mem::take(&mut self.0.lock().unwrap().1)
    }
}

impl Subscriber for Notebook {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().starts_with("hero_api_ext")
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        let (number, lines) = &mut *self.0.lock().unwrap();
        *number += 1;
        lines.push(format!("{number}: {}", span.metadata().name()));
        span.record(&mut Page(*number, lines));
        Id::from_u64(*number)
    }

    fn record(&self, span: &Id, values: &Record<'_>) {
        values.record(&mut Page(span.into_u64(), &mut self.0.lock().unwrap().1));
    }

    fn event(&self, event: &Event<'_>) {
        let lines = &mut self.0.lock().unwrap().1;
        lines.push(format!("0: {} {}", event.metadata().level(), event.metadata().target()));
        event.record(&mut Page(0, lines));
    }

    fn record_follows_from(&self, _span: &Id, _follows: &Id) {}
    fn enter(&self, _span: &Id) {}
    fn exit(&self, _span: &Id) {}
}

#[tokio::test]
async fn spans_hold_templates_and_no_values() {
    if let Some(itself) = alone(concat!(module_path!(), "::spans_hold_templates_and_no_values")) {
        return run(itself);
    }
    let notebook = Notebook::default();
    let guard = tracing::subscriber::set_default(notebook.clone());
    let secret = "set-cookie: marker\r\n";
    let scripts = [(429, "marker"), (400, r#"{"message": "marker"}"#)]
        .map(|(status, body)| vec![Step::Read, response(status, secret, body)]);
    let server = Server::start(scripts.to_vec()).await;
    let hero = builder(&server, &TestClock::default()).build().unwrap();
    let _ = Post(&hero.with_header("x-a", "marker").with_practice_group("marker")).sent().await;
    drop(guard);

    let lines = notebook.take();
    let port = format!("2: server.port = {}", server.port());
    for expected in [
        r#"1: hero.operation = "sendMessage""#,
        "2: HTTP",
        r#"2: otel.kind = "client""#,
        "2: otel.name = POST /v1/messages/send",
        r#"2: http.request.method = "POST""#,
        r#"2: url.template = "/v1/messages/send""#,
        r#"2: server.address = "127.0.0.1""#,
        port.as_str(),
        "2: http.response.status_code = 429",
        r#"2: error.type = "429""#,
        r#"0: hero.operation = "sendMessage""#,
        "3: http.request.resend_count = 1",
        "3: http.response.status_code = 400",
        r#"3: otel.status_code = "ERROR""#,
    ] {
        assert!(lines.iter().any(|line| line == expected), "{expected}: {lines:#?}");
    }
    assert!(!lines.concat().contains("marker") && !lines.concat().contains("the-key"), "{lines:#?}");
}
