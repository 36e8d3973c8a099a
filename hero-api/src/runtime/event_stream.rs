use std::{fmt, time::Duration};

use bytes::{Buf, BytesMut};

use crate::runtime::{Error, ResponseStream, mismatch::Mismatch, redacted};

/// An event may not be larger than this: a server that ends no line would fill the memory.
const MAX_EVENT_BYTES: usize = 16 << 20;

/// Server-sent events, as the [HTML standard](https://html.spec.whatwg.org/multipage/server-sent-events.html) defines them.
///
/// It does not connect again when the response ends. To do that, send the operation again with
/// [`last_event_id`](Self::last_event_id).
#[derive(Debug)]
pub struct EventStream {
    body: ResponseStream,
    lines: Lines,
    last_event_id: Option<String>,
}

/// One server-sent event.
///
/// `Debug` does not show the data.
#[derive(Clone, Default, Eq, PartialEq)]
#[non_exhaustive]
pub struct ServerSentEvent {
    /// The type of the event; `None` when the server names none, which means `message`.
    pub event: Option<String>,
    /// The lines of its data, with a line break between two of them.
    pub data: String,
    /// How long the server asks clients to wait before they connect again.
    pub retry: Option<Duration>,
}

impl EventStream {
    pub(crate) fn new(body: ResponseStream) -> Self {
        Self { body, lines: Lines::default(), last_event_id: None }
    }

    /// The id of the last event that has one, for the header `last-event-id` of the next request.
    #[must_use]
    pub fn last_event_id(&self) -> Option<&str> {
        self.last_event_id.as_deref()
    }

    /// The next event; `None` at the end of the response. An event that the response breaks off in is dropped.
    ///
    /// # Errors
    ///
    /// As [`ResponseStream::chunk`]. [`Error::is_decode`] when an event is larger than 16 MiB.
    pub async fn next(&mut self) -> Result<Option<ServerSentEvent>, Error> {
        let mut event = ServerSentEvent::default();
        let mut has_data = false;
        loop {
            let Some(line) = self.lines.next() else {
                if self.lines.buffer.len() + event.data.len() > MAX_EVENT_BYTES {
                    let mismatch = Mismatch::plain("an event is larger than 16 MiB");
                    return Err(Error::decode(self.body.operation(), mismatch, self.body.head()));
                }
                match self.body.chunk().await? {
                    Some(chunk) => self.lines.buffer.extend_from_slice(&chunk),
                    None => return Ok(None),
                }
                continue;
            };
            if line.is_empty() {
                if has_data {
                    return Ok(Some(event));
                }
                event = ServerSentEvent::default();
                continue;
            }
            let (field, value) = line.split_once(':').unwrap_or((&line, ""));
            let value = value.strip_prefix(' ').unwrap_or(value);
            match field {
                "data" => {
                    if has_data {
                        event.data.push('\n');
                    }
                    has_data = true;
                    event.data.push_str(value);
                }
                "event" => event.event = Some(value.to_owned()).filter(|name| !name.is_empty()),
                "id" if !value.contains('\0') => self.last_event_id = Some(value.to_owned()),
                "retry" => event.retry = value.parse().ok().map(Duration::from_millis),
                // A comment, or a field that a later standard adds.
                _ => {}
            }
        }
    }
}

impl fmt::Debug for ServerSentEvent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ServerSentEvent")
            .field("event", &redacted::of(&self.event))
            .field("data", &redacted::of(&self.data))
            .field("retry", &self.retry)
            .finish()
    }
}

/// Divides bytes into lines, which end with a line feed, a carriage return, or both.
#[derive(Default)]
struct Lines {
    buffer: BytesMut,
    /// How many bytes at the start of the buffer hold no end of a line.
    searched: usize,
    has_started: bool,
    ended_with_return: bool,
}

impl Lines {
    /// The next line that is whole.
    fn next(&mut self) -> Option<String> {
        if !self.has_started && self.buffer.len() >= 3 {
            self.has_started = true;
            if self.buffer.starts_with(b"\xef\xbb\xbf") {
                self.buffer.advance(3);
            }
        }
        if self.ended_with_return && !self.buffer.is_empty() {
            self.ended_with_return = false;
            if self.buffer.starts_with(b"\n") {
                self.buffer.advance(1);
            }
        }
        let Some(length) = self.buffer[self.searched..].iter().position(|byte| b"\r\n".contains(byte)) else {
            self.searched = self.buffer.len();
            return None;
        };
        let line = self.buffer.split_to(self.searched + length);
        self.searched = 0;
        self.ended_with_return = self.buffer.starts_with(b"\r");
        self.buffer.advance(1);
        Some(String::from_utf8_lossy(&line).into_owned())
    }
}

impl fmt::Debug for Lines {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Lines({} bytes)", self.buffer.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runtime::operation::fixture::GET_THING;

    async fn events(body: &'static str) -> Result<(Vec<ServerSentEvent>, Option<String>), Error> {
        let body = ResponseStream::new(&GET_THING, http::Response::new(body).into());
        let mut stream = body.events();
        let mut events = Vec::new();
        while let Some(event) = stream.next().await? {
            events.push(event);
        }
        Ok((events, stream.last_event_id))
    }

    fn event(event: Option<&str>, data: &str) -> ServerSentEvent {
        ServerSentEvent { event: event.map(str::to_owned), data: data.to_owned(), retry: None }
    }

    #[tokio::test]
    async fn events_are_read_as_the_standard_says() -> Result<(), Error> {
        let body = "\u{feff}: comment\n\ndata: a\ndata:b\nid: 7\n\nevent: add\r\ndata: {}\r\n\r\nevent: none\n\ndata\n\nunknown: x\ndata:  c\rretry: 9\r\rdata: broken off";
        let (events, last) = events(body).await?;
        let last_one = ServerSentEvent { retry: Some(Duration::from_millis(9)), ..event(None, " c") };
        assert_eq!(events, [event(None, "a\nb"), event(Some("add"), "{}"), event(None, ""), last_one]);
        assert_eq!(last.as_deref(), Some("7"));
        Ok(())
    }

    #[test]
    fn a_line_may_arrive_in_pieces() {
        let mut lines = Lines::default();
        let mut found = Vec::new();
        for byte in "é: 1\r\n\r\nb\n".bytes() {
            lines.buffer.extend_from_slice(&[byte]);
            found.extend(lines.next());
        }
        assert_eq!(found, ["é: 1", "", "b"]);
    }

    #[test]
    #[cfg(not(debug_shows_personal_data))]
    fn debug_does_not_show_the_data() {
        let text = format!("{:?}", event(Some("marker"), "marker"));
        assert!(!text.contains("marker"), "{text}");
    }
}
