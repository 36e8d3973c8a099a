//! A line on the terminal that shows how far a download is.

use std::io::{IsTerminal as _, Write};

use xtask_changes::download::Progress;

/// Cells of the bar.
const WIDTH: u64 = 30;

/// Shows progress on standard error when that is a terminal, and says nothing otherwise.
#[must_use]
pub fn on_stderr() -> Box<dyn FnMut(Progress)> {
    let stderr = std::io::stderr();
    if !stderr.is_terminal() {
        return Box::new(|_| {});
    }
    let mut line = Line { out: stderr, shown: String::new() };
    Box::new(move |progress| line.show(progress))
}

/// One line that is written over as the download goes on, and wiped in the end.
struct Line<W: Write> {
    out: W,
    shown: String,
}

impl<W: Write> Line<W> {
    fn show(&mut self, progress: Progress) {
        let text = text(progress);
        // A terminal that does not take the line is no reason to give up the download.
        if text != self.shown && write!(self.out, "\r{text}\x1b[K").and_then(|()| self.out.flush()).is_ok() {
            self.shown = text;
        }
    }
}

impl<W: Write> Drop for Line<W> {
    fn drop(&mut self) {
        if !self.shown.is_empty() {
            let _ = write!(self.out, "\r\x1b[K");
        }
    }
}

fn text(Progress { received, total }: Progress) -> String {
    let kib = received / 1024;
    match total.filter(|total| *total > 0) {
        None => format!("downloading  {kib} KiB"),
        Some(total) => {
            let filled = WIDTH.min(received.saturating_mul(WIDTH) / total);
            let bar: String = (0..WIDTH).map(|cell| if cell < filled { '█' } else { '░' }).collect();
            format!("downloading  {bar}  {kib} of {} KiB", total.div_ceil(1024))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_fills_and_never_overflows() {
        let bar = |received| text(Progress { received, total: Some(2048) });
        assert_eq!(bar(0).matches('█').count(), 0);
        assert_eq!(bar(1024).matches('█').count(), 15);
        assert_eq!(bar(9000).matches('█').count(), 30);
        assert!(bar(1024).ends_with("1 of 2 KiB"));
        assert_eq!(text(Progress { received: 2048, total: None }), "downloading  2 KiB");
    }

    #[test]
    fn the_progress_line_is_wiped_in_the_end() {
        let mut out = Vec::new();
        let mut line = Line { out: &mut out, shown: String::new() };
        for received in [10, 20, 5000] {
            line.show(Progress { received, total: None });
        }
        drop(line);
        assert_eq!(String::from_utf8(out).unwrap(), "\rdownloading  0 KiB\x1b[K\rdownloading  4 KiB\x1b[K\r\x1b[K");
    }
}
