use super::Failure;

/// A figure of this crate beside that of a peer in the same run, and what their ratio keeps to.
pub(crate) struct Row {
    pub(crate) what: String,
    pub(crate) ours: String,
    pub(crate) peer: String,
    pub(crate) ratio: f64,
    pub(crate) limit: Limit,
}

#[derive(Clone, Copy)]
pub(crate) enum Limit {
    AtMost(f64),
    AtLeast(f64),
}

impl Row {
    /// Prints the row of a Markdown table, as `cargo xtask bench` collects them; tells whether the limit is kept.
    pub(crate) fn print(&self) -> bool {
        let Self { what, ours, peer, ratio, limit } = self;
        let (is_kept, limit) = match limit {
            Limit::AtMost(most) => (ratio <= most, format!("≤ {most}")),
            Limit::AtLeast(least) => (ratio >= least, format!("≥ {least}")),
        };
        let mark = if is_kept { "" } else { ", **exceeded**" };
        println!("| {what} | {ours} | {peer} | {ratio:.3} | {limit}{mark} |");
        is_kept
    }
}

/// Prints all rows, and fails when one does not keep its limit.
pub(crate) fn report(rows: impl IntoIterator<Item = Result<Row, Failure>>) -> Result<(), Failure> {
    let mut exceeded = 0;
    for row in rows {
        exceeded += usize::from(!row?.print());
    }
    if exceeded > 0 { Err(format!("{exceeded} limits are exceeded").into()) } else { Ok(()) }
}
