use std::cell::{Cell, RefCell};

use crate::runtime::{DecodeLimit, decode_path::Step};

/// How many parts are decoded before the limit is asked again: asking may read a clock.
const STRIDE: u32 = 64;

/// What is noted while one body is decoded: the time that is left, the fields of its type, and where it fails.
///
/// All of it is noted in the one run that decodes, so that no type is compiled for another deserializer beside it.
#[derive(Default)]
pub(crate) struct DecodeState<'a> {
    limit: Option<&'a DecodeLimit>,
    left: Cell<u32>,
    is_over: Cell<bool>,
    is_inside: Cell<bool>,
    fields: Cell<&'static [&'static str]>,
    has_numbers_as_texts: Cell<bool>,
    /// Innermost step first.
    steps: RefCell<Vec<Step>>,
}

impl<'a> DecodeState<'a> {
    pub(crate) fn new(limit: Option<&'a DecodeLimit>) -> Self {
        Self { limit, left: Cell::new(STRIDE), ..Self::default() }
    }

    /// Counts one part of the body.
    pub(crate) fn spend<E: serde::de::Error>(&self) -> Result<(), E> {
        if self.has_time() { Ok(()) } else { Err(E::custom("out of time")) }
    }

    fn has_time(&self) -> bool {
        let Some(limit) = self.limit else { return true };
        if let Some(left) = self.left.get().checked_sub(1) {
            self.left.set(left);
        } else {
            self.left.set(STRIDE);
            self.is_over.set(limit.is_over());
        }
        !self.is_over.get()
    }

    pub(crate) fn is_over(&self) -> bool {
        self.is_over.get()
    }

    /// Notes that a value with parts is read. `fields` are those that its type describes, if it is a struct.
    pub(crate) fn enter(&self, fields: &'static [&'static str]) {
        if !self.is_inside.replace(true) {
            self.fields.set(fields);
        }
    }

    /// The fields of the outermost value; none when it is not a struct, or keeps members that it does not know.
    pub(crate) fn fields(&self) -> &'static [&'static str] {
        self.fields.get()
    }

    /// Notes that a number was read where a text is described.
    pub(crate) fn read_number_as_text(&self) {
        self.has_numbers_as_texts.set(true);
    }

    pub(crate) fn has_numbers_as_texts(&self) -> bool {
        self.has_numbers_as_texts.get()
    }

    /// Notes the part that failed, from the innermost outwards.
    #[cold]
    #[inline(never)]
    pub(crate) fn fail_at(&self, step: Step) {
        self.steps.borrow_mut().push(step);
    }

    /// The way to the part that failed, outermost step first.
    pub(crate) fn into_steps(self) -> Vec<Step> {
        let mut steps = self.steps.into_inner();
        steps.reverse();
        steps
    }
}
