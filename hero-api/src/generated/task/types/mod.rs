//! The types that only operations of the tag Task use.
mod r#get_task;
mod r#update_task;
pub use self::r#get_task::{GetTaskResponse, GetTaskResponsePatient};

pub use self::r#update_task::{
    UpdateTaskBody, UpdateTaskBodyAssigneeId, UpdateTaskBodyAssigneeType,
    UpdateTaskResponse, UpdateTaskResponseData,
};

/// Builders of the types.
pub mod builder {
    pub use super::r#update_task::builder::UpdateTaskBody;
}
