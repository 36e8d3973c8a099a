/// The way a message takes: the parameter of [`Message`](super::Message), so that it offers only what its channel can
/// do.
pub trait Channel: sealed::Sealed + 'static {}

/// A [`Channel`] on which something reaches the patient.
pub trait Delivered: Channel {}

/// A text message.
#[derive(Clone, Copy, Debug)]
pub enum Sms {}

/// An email.
#[derive(Clone, Copy, Debug)]
pub enum Email {}

/// A message in the NHS App.
#[derive(Clone, Copy, Debug)]
pub enum NhsApp {}

/// Nothing is sent, only kept in Hero.
#[derive(Clone, Copy, Debug)]
pub enum RecordOnly {}

/// Any of the others: what [`Message::any`](super::Message::any) gives, for collections of messages.
#[derive(Clone, Copy, Debug)]
pub enum Any {}

mod sealed {
    pub trait Sealed {}
}

macro_rules! channels {
    ($($name:ident),*) => {$(
        impl sealed::Sealed for $name {}
        impl Channel for $name {}
    )*};
}

channels!(Sms, Email, NhsApp, RecordOnly, Any);

impl Delivered for Sms {}
impl Delivered for Email {}
impl Delivered for NhsApp {}
