//! Calls of every operation for the tests.
use crate::{error::Result, pipeline::Output};
/// Files of the tests.
pub fn files(_: &Output) -> Result<Vec<(String, String)>> {
    Ok(Vec::new())
}
