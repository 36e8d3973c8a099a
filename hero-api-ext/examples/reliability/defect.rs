/// A defect that is planted to show that a check finds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Defect {
    /// The server acts on a message that it refuses with 403.
    RefusalThatActs,
    /// The server names a message that it has not accepted.
    PhantomMessage,
    /// The server names the message of somebody else.
    WrongMessage,
    /// The sender sends again what is unknown.
    ResendUnknown,
    /// The journal does not know what earlier runs noted.
    ForgetfulJournal,
    /// The journal does not note that a message is about to leave.
    LateJournal,
    /// The sender calls every message unknown.
    EverythingUnknown,
    /// The sender ends at once when it is cancelled, with messages under way.
    AbortOnCancel,
    /// The sender withholds some results.
    MissingResults,
    /// The sender returns some results twice.
    RepeatedResults,
    /// The sender returns results as they come.
    Disorder,
    /// The sender keeps memory for each message.
    Leak,
    /// The journal can be read by everybody.
    OpenJournal,
    /// The journal holds the text of a message.
    TellingJournal,
}

impl Defect {
    /// Each defect with the check that has to find it.
    pub(crate) const ALL: [(Self, &'static str); 14] = [
        (Self::RefusalThatActs, "not-sent"),
        (Self::PhantomMessage, "sent"),
        (Self::WrongMessage, "sent"),
        (Self::ResendUnknown, "twice"),
        (Self::ForgetfulJournal, "twice"),
        (Self::LateJournal, "twice"),
        (Self::EverythingUnknown, "unknown"),
        (Self::AbortOnCancel, "unknown"),
        (Self::MissingResults, "results"),
        (Self::RepeatedResults, "results"),
        (Self::Disorder, "results"),
        (Self::Leak, "memory"),
        (Self::OpenJournal, "journal"),
        (Self::TellingJournal, "journal"),
    ];

    pub(crate) fn name(self) -> String {
        format!("{self:?}")
    }

    pub(crate) fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().map(|(defect, _)| *defect).find(|defect| defect.name() == name)
    }
}
