//! Tasks of the practice's staff. Start with [`Hero::tasks`].

use std::fmt;

use hero_api::{Operation, ResponseValue, builder};

use crate::{Assignee, Call, Error, Hero, Id, call::send_when_awaited, id::id_text, input::non_empty, shown};

/// A task: the response of `getTask`.
pub type Task = <builder::GetTask as Operation>::Output;

/// The response of `updateTask`.
pub type UpdatedTask = <builder::UpdateTask as Operation>::Output;

impl Hero {
    /// Tasks: look, assign, close.
    #[must_use]
    pub fn tasks(&self) -> Tasks {
        Tasks { hero: self.clone() }
    }
}

/// What can be done with tasks. Made by [`Hero::tasks`].
#[derive(Clone, Debug)]
pub struct Tasks {
    hero: Hero,
}

impl Tasks {
    /// One task.
    ///
    /// # Errors
    ///
    /// As every call; [`is_not_found`](Error::is_not_found) when there is no such task.
    #[doc(alias = "getTask")]
    pub fn get(&self, task: impl Into<Id>) -> Call<Task> {
        Call::operation(self.hero.api().get_task().id(id_text(task)))
    }

    /// Starts a change. Say what is to change, then [`send`](TaskUpdate::send) it.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use hero_api_ext::{Assignee, tasks::Priority};
    ///
    /// # async fn example(hero: hero_api_ext::Hero) -> Result<(), hero_api_ext::Error> {
    /// hero.tasks().update("17").priority(Priority::High).assign(Assignee::AdminTeam(4)).send().await?;
    /// hero.tasks().close("18").send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "updateTask")]
    pub fn update(&self, task: impl Into<Id>) -> TaskUpdate {
        TaskUpdate { hero: self.hero.clone(), task: id_text(task), status: None, priority: None, assignee: None }
    }

    /// Closes a task.
    ///
    /// # Errors
    ///
    /// As every call.
    #[doc(alias = "updateTask")]
    pub fn close(&self, task: impl Into<Id>) -> Call<UpdatedTask> {
        Call::new(self.update(task).status(Status::Closed).send())
    }
}

/// How far a task or an episode is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Status {
    /// Nobody has begun.
    Open,
    /// Somebody is at it.
    InProgress,
    /// It is done.
    Closed,
}

impl Status {
    /// The word of the API.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::InProgress => "in_progress",
            Self::Closed => "closed",
        }
    }
}

/// How urgent a task or an episode is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
#[expect(missing_docs, reason = "the words say it")]
pub enum Priority {
    Lowest,
    Low,
    Medium,
    High,
    Highest,
}

impl Priority {
    /// The word of the API.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Lowest => "lowest",
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
            Self::Highest => "highest",
        }
    }
}

/// A change to a task, not sent yet. What is not named stays as it is.
#[derive(Clone)]
#[must_use = "a change does nothing until it is sent"]
pub struct TaskUpdate {
    hero: Hero,
    task: String,
    status: Option<Status>,
    priority: Option<Priority>,
    assignee: Option<Assignee>,
}

impl TaskUpdate {
    /// How far it is.
    pub fn status(mut self, status: Status) -> Self {
        self.status = Some(status);
        self
    }

    /// How urgent it is.
    pub fn priority(mut self, priority: Priority) -> Self {
        self.priority = Some(priority);
        self
    }

    /// Whose it is.
    pub fn assign(mut self, assignee: Assignee) -> Self {
        self.assignee = Some(assignee);
        self
    }

    /// Changes the task.
    ///
    /// # Errors
    ///
    /// [`is_invalid_input`](Error::is_invalid_input) before anything is sent, when nothing is to change or the id is
    /// empty. Otherwise as every call.
    pub async fn send(self) -> Result<UpdatedTask, Error> {
        let Self { hero, task, status, priority, assignee } = self;
        if status.is_none() && priority.is_none() && assignee.is_none() {
            return Err(Error::invalid_input("change to a task", "changes nothing"));
        }
        let task = non_empty("task id", task)?;
        let (kind, id) = assignee.map(Assignee::lower_case).unzip();
        let request = hero.api().update_task().id(task).body_map(|body| {
            body.maybe_status(status.map(Status::as_str))
                .maybe_priority(priority.map(Priority::as_str))
                .maybe_assignee_type(kind)
                .maybe_assignee_id(id.map(|id| id.to_string()))
        });
        Ok(ResponseValue::into_inner(request.send().await?))
    }
}

send_when_awaited!(TaskUpdate => UpdatedTask);

impl fmt::Debug for TaskUpdate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TaskUpdate")
            .field("task", &shown::id(self.task.as_str()))
            .field("status", &self.status)
            .field("priority", &self.priority)
            .field("assignee", &self.assignee)
            .finish_non_exhaustive()
    }
}
