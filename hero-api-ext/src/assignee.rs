/// Who in the practice is responsible for a message or a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Assignee {
    /// A member of staff, by their id.
    Admin(u32),
    /// A team, by its id.
    AdminTeam(u32),
}

impl Assignee {
    #[cfg(feature = "messages")]
    pub(crate) fn named(self) -> (&'static str, u32) {
        match self {
            Self::Admin(id) => ("Admin", id),
            Self::AdminTeam(id) => ("AdminTeam", id),
        }
    }

    #[cfg(feature = "task")]
    /// As operations on tasks write it.
    pub(crate) fn lower_case(self) -> (&'static str, u32) {
        match self {
            Self::Admin(id) => ("admin", id),
            Self::AdminTeam(id) => ("admin_team", id),
        }
    }
}
