//! The types that only operations of the tag Task use.

mod get_task;
mod update_task;

pub use self::get_task::{GetTaskResponse, GetTaskResponsePatient};
pub use self::update_task::{
    UpdateTaskBody, UpdateTaskBodyAssigneeId, UpdateTaskBodyAssigneeType,
    UpdateTaskResponse, UpdateTaskResponseData,
};

/// Builders of the types.
pub mod builder {
    pub use super::update_task::builder::UpdateTaskBody;
}
