use chrono::NaiveDate;

use crate::Error;

/// How long and how often a link works.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Limits {
    pub(super) expires: Option<NaiveDate>,
    pub(super) maximum_uses: Option<u32>,
}

impl Limits {
    /// The fields `expiry_date` and `maximum_use_count`.
    pub(super) fn fields(self) -> Result<(Option<String>, Option<f64>), Error> {
        if self.maximum_uses == Some(0) {
            return Err(Error::invalid_input("the link", "could not be used at all"));
        }
        Ok((self.expires.map(|day| day.to_string()), self.maximum_uses.map(f64::from)))
    }
}

/// The days on which appointments are offered.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Window {
    pub(super) from: Option<NaiveDate>,
    pub(super) to: Option<NaiveDate>,
}

impl Window {
    /// The fields `from_date` and `to_date`.
    pub(super) fn fields(self) -> Result<(Option<String>, Option<String>), Error> {
        if let (Some(from), Some(to)) = (self.from, self.to)
            && to < from
        {
            return Err(Error::invalid_input("the window", "ends before it begins"));
        }
        Ok((self.from.map(|day| day.to_string()), self.to.map(|day| day.to_string())))
    }
}

/// The setters that links have in common.
macro_rules! limit_setters {
    () => {
        /// The last day on which the link works. Whether the day itself counts is not documented.
        pub fn expires(mut self, day: ::chrono::NaiveDate) -> Self {
            self.limits.expires = Some(day);
            self
        }

        /// How often the link may be used. Zero is refused.
        pub fn maximum_uses(mut self, uses: u32) -> Self {
            self.limits.maximum_uses = Some(uses);
            self
        }
    };
}

/// The setter of a link that may be for nobody in particular.
macro_rules! patient_setter {
    () => {
        /// For this patient. Whether a link needs one is not documented.
        pub fn for_patient(mut self, id: impl Into<$crate::PatientId>) -> Self {
            self.patient_id = Some(id.into());
            self
        }
    };
}

/// The setters of a link that leads to appointments.
macro_rules! window_setters {
    () => {
        /// Only offers appointments with this practitioner.
        pub fn practitioner(mut self, id: impl Into<$crate::Id>) -> Self {
            self.practitioner_id = Some($crate::id::id_text(id));
            self
        }

        /// Only offers appointments after this day.
        pub fn from(mut self, day: ::chrono::NaiveDate) -> Self {
            self.window.from = Some(day);
            self
        }

        /// Only offers appointments before this day.
        pub fn to(mut self, day: ::chrono::NaiveDate) -> Self {
            self.window.to = Some(day);
            self
        }

        /// What the practice calls the link.
        pub fn name(mut self, name: impl Into<String>) -> Self {
            self.name = Some(name.into());
            self
        }
    };
}

/// What each request for a link has: it can be awaited, and its `Debug` shows no input.
macro_rules! awaited {
    ($request:ident, $output:ty) => {
        $crate::call::send_when_awaited!($request => $output);

        impl ::std::fmt::Debug for $request {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct(stringify!($request)).finish_non_exhaustive()
            }
        }
    };
}

pub(super) use {awaited, limit_setters, patient_setter, window_setters};
