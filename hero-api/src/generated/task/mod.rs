//! Task
//!
//! Tasks of the practice team.

mod update_task;
mod get_task;
pub mod types;

pub use self::update_task::{UpdateTask, UPDATE_TASK};
pub use self::get_task::{GetTask, GET_TASK};

/// # Task
impl crate::Client {
    /// Update a task.
    ///
    /// Changes the status, the priority or the assignee of a task.
    ///
    /// `PATCH /v1/tasks/{id}` (`updateTask`)
    ///
    /// Read from the public reference.
    pub fn update_task(&self) -> UpdateTask {
        UpdateTask::new(self.clone())
    }
    /// Get a task.
    ///
    /// Returns one task.
    ///
    /// `GET /v2/tasks/{id}` (`getTask`)
    ///
    /// Read from the public reference.
    pub fn get_task(&self) -> GetTask {
        GetTask::new(self.clone())
    }
}
